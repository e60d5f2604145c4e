//! Which fields scripts read.

use rhai::{AST, ASTNode, Expr};

/// Whether a field of one of these names is read anywhere, as `m.name` or `m["name"]`.
pub(super) fn any_of(ast: &AST, names: &[&str]) -> bool {
    let mut found = false;
    ast.walk(&mut |path| {
        found |= match path.last() {
            Some(ASTNode::Expr(Expr::Property(name, _))) => names.contains(&name.2.as_str()),
            Some(ASTNode::Expr(Expr::StringConstant(text, _))) => names.contains(&text.as_str()),
            _ => false,
        };
        !found
    });
    found
}
