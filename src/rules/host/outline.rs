//! Script → [`Outline`]: the one place that knows the shapes of the script language's syntax tree.

use std::rc::Rc;

use rhai::{
    AST, ASTFlags, ASTNode, BinaryExpr, Dynamic, Engine, Expr, FnCallExpr, OptimizationLevel,
    Position, Stmt, StmtBlock,
};

use super::number::{self, as_fraction};
use super::{functions, limits, parts, view};
use crate::number::{Rounding, RoundingMode};
use crate::rules::outline::{FunctionOutline, Outline, Part, PartKind, Place, Repeat};
use crate::rules::pack::Script;

/// Reads the scripts without running or simplifying them. A script that does not parse is left out:
/// compiling it says why.
pub fn outline(scripts: &[Script]) -> Outline {
    let mut engine = engine();
    // Simplifying would take away what a check looks for: `if true`, statements behind `return`.
    engine.set_optimization_level(OptimizationLevel::None);
    let mut functions = Vec::new();
    for (index, script) in scripts.iter().enumerate() {
        if let Ok(ast) = engine.compile(&script.text) {
            functions.extend(of_script(&ast, index, &script.text));
        }
    }
    functions.sort_by_key(|function| (function.place.script, function.place.line));
    Outline { functions }
}

/// An engine that knows every word a script can use.
pub(super) fn engine() -> Engine {
    let mut engine = limits::sandboxed_engine();
    number::register(&mut engine);
    let two_places = Rounding {
        mode: RoundingMode::HalfUp,
        places: 2,
    };
    // The samples of the reference round by it.
    let named = [("两位".to_owned(), two_places)].into();
    view::register(&mut engine, &Default::default());
    parts::register(&mut engine);
    functions::register(&mut engine, &Default::default(), &Rc::new(named));
    engine
}

fn of_script(ast: &AST, script: usize, text: &str) -> Vec<FunctionOutline> {
    let functions = ast.iter_functions().map(|function| {
        let (name, count) = (function.name.to_owned(), function.params.len());
        let mut only = ast.clone();
        only.retain_functions(|_, _, other, arguments| other == name && arguments == count);
        let reader = Reader { script };
        let mut body = Vec::new();
        only.walk(&mut |path| {
            if let [ASTNode::Stmt(statement)] = path {
                body.extend(reader.statement(statement));
            }
            true
        });
        let (line, column) = definition(text, &name).unwrap_or((0, 0));
        FunctionOutline {
            parameters: function.params.iter().map(ToString::to_string).collect(),
            place: Place {
                script,
                line,
                column,
            },
            says: comment(text, line),
            name,
            body,
        }
    });
    functions.collect()
}

/// Line and column of a function's name where it is defined.
pub(super) fn definition(text: &str, name: &str) -> Option<(u32, u32)> {
    text.lines().enumerate().find_map(|(index, line)| {
        let code = line.split("//").next().unwrap_or_default();
        for (at, _) in code.match_indices("fn ") {
            let behind = &code[at + 3..];
            let start = behind.len() - behind.trim_start().len();
            let rest = behind.trim_start().strip_prefix(name);
            if rest.is_some_and(|rest| rest.trim_start().starts_with('(')) {
                let column = code[..at + 3 + start].chars().count() + 1;
                return Some((u32::try_from(index + 1).ok()?, u32::try_from(column).ok()?));
            }
        }
        None
    })
}

/// The `///` lines right above a line.
fn comment(text: &str, line: u32) -> Vec<String> {
    let before = usize::try_from(line).unwrap_or(0).saturating_sub(1);
    let lines: Vec<&str> = text.lines().take(before).collect();
    let mut said: Vec<String> = lines
        .iter()
        .rev()
        .map_while(|line| line.trim().strip_prefix("///"))
        .map(|line| line.trim().to_owned())
        .collect();
    said.reverse();
    said
}

/// Turns the nodes of one script into parts.
struct Reader {
    script: usize,
}

impl Reader {
    fn part(&self, position: Position, kind: PartKind) -> Part {
        let number = |value: Option<usize>| value.and_then(|value| u32::try_from(value).ok());
        Part {
            place: Place {
                script: self.script,
                line: number(position.line()).unwrap_or(0),
                column: number(position.position()).unwrap_or(0),
            },
            kind,
        }
    }

    fn block(&self, block: &StmtBlock) -> Vec<Part> {
        self.statements(block.statements())
    }

    fn statements(&self, statements: &[Stmt]) -> Vec<Part> {
        let parts = statements.iter();
        parts
            .filter_map(|statement| self.statement(statement))
            .collect()
    }

    /// `None` for what does nothing.
    fn statement(&self, statement: &Stmt) -> Option<Part> {
        let boxed =
            |value: &Option<Box<Expr>>| value.as_ref().map(|it| Box::new(self.expression(it)));
        let kind = match statement {
            Stmt::Noop(_) => return None,
            Stmt::If(flow, _) => PartKind::If(
                Box::new(self.expression(&flow.expr)),
                self.block(&flow.body),
                self.block(&flow.branch),
            ),
            Stmt::While(flow, _) | Stmt::Do(flow, ..) => {
                let endless = matches!(flow.expr, Expr::Unit(_));
                let condition = (!endless).then(|| Box::new(self.expression(&flow.expr)));
                let repeat = match statement {
                    Stmt::While(..) if !endless => Repeat::While,
                    _ => Repeat::Other,
                };
                PartKind::Loop(repeat, Vec::new(), condition, self.block(&flow.body))
            }
            Stmt::For(parts, _) => {
                let (item, counter, flow) = &**parts;
                let names = std::iter::once(item).chain(counter);
                PartKind::Loop(
                    Repeat::Each,
                    names.map(|name| name.name.to_string()).collect(),
                    Some(Box::new(self.expression(&flow.expr))),
                    self.block(&flow.body),
                )
            }
            Stmt::Var(parts, ..) => {
                let (name, value, _) = &**parts;
                PartKind::Let(name.name.to_string(), Box::new(self.expression(value)))
            }
            Stmt::Assignment(parts) => {
                let BinaryExpr { lhs, rhs } = &parts.1;
                let operator = parts.0.get_op_assignment_info().map(|info| info.5);
                PartKind::Assign(
                    operator.unwrap_or_default().to_owned(),
                    Box::new(self.expression(lhs)),
                    Box::new(self.expression(rhs)),
                )
            }
            Stmt::FnCall(call, position) => return Some(self.call(call, *position)),
            Stmt::Block(block) => PartKind::Block(self.block(block)),
            Stmt::TryCatch(flow, _) => {
                let caught = match &flow.expr {
                    Expr::Variable(name, ..) => vec![name.1.to_string()],
                    _ => Vec::new(),
                };
                let both = [self.block(&flow.body), self.block(&flow.branch)].concat();
                PartKind::Loop(Repeat::Other, caught, None, both)
            }
            Stmt::Expr(expression) => return Some(self.expression(expression)),
            Stmt::BreakLoop(value, ..) => {
                PartKind::Other(value.iter().map(|it| self.expression(it)).collect())
            }
            Stmt::Return(value, flags, _) if flags.is_empty() => PartKind::Return(boxed(value)),
            Stmt::Return(value, ..) => PartKind::Throw(boxed(value)),
            Stmt::Switch(parts, _) => {
                let (subject, cases) = &**parts;
                let mut all = vec![self.expression(subject)];
                for case in &cases.expressions {
                    all.push(self.expression(&case.lhs));
                    all.push(self.expression(&case.rhs));
                }
                PartKind::Other(all)
            }
            _ => PartKind::Other(Vec::new()),
        };
        Some(self.part(statement.position(), kind))
    }

    fn all<'e>(&self, expressions: impl IntoIterator<Item = &'e Expr>) -> Vec<Part> {
        expressions
            .into_iter()
            .map(|it| self.expression(it))
            .collect()
    }

    fn call(&self, call: &FnCallExpr, position: Position) -> Part {
        self.part(
            position,
            PartKind::Call(call.name.to_string(), self.all(&call.args)),
        )
    }

    fn expression(&self, expression: &Expr) -> Part {
        let kind = match expression {
            Expr::IntegerConstant(number, _) => PartKind::Number((*number).into()),
            Expr::DynamicConstant(value, _) => constant(value),
            Expr::BoolConstant(truth, _) => PartKind::Truth(*truth),
            Expr::StringConstant(text, _) => PartKind::Text(text.to_string()),
            Expr::Unit(_) => PartKind::Nothing,
            Expr::Variable(name, ..) => PartKind::Variable(name.1.to_string()),
            Expr::FnCall(call, position) => return self.call(call, *position),
            Expr::Dot(pair, ..) => return self.chain(self.expression(&pair.lhs), &pair.rhs),
            Expr::Index(pair, flags, _) => {
                return self.indexed(self.expression(&pair.lhs), &pair.rhs, *flags);
            }
            Expr::And(items, _) => PartKind::And(self.all(items.iter())),
            Expr::Or(items, _) => PartKind::Or(self.all(items.iter())),
            Expr::Stmt(block) => match self.block(block) {
                only if only.len() == 1 => return only.into_iter().next().expect("one part"),
                parts => PartKind::Block(parts),
            },
            Expr::Array(items, _) | Expr::InterpolatedString(items, _) => {
                PartKind::Other(self.all(items.iter()))
            }
            Expr::Coalesce(items, _) => PartKind::Other(self.all(items.iter())),
            Expr::Map(entries, _) => {
                PartKind::Other(self.all(entries.0.iter().map(|(_, value)| value)))
            }
            Expr::Custom(custom, _) => PartKind::Other(self.all(&custom.inputs)),
            _ => PartKind::Other(Vec::new()),
        };
        self.part(expression.start_position(), kind)
    }

    /// `of.rest`, where `rest` may go on: the language nests chains to the right.
    fn chain(&self, of: Part, rest: &Expr) -> Part {
        match rest {
            Expr::Property(name, position) => {
                self.part(*position, PartKind::Field(Box::new(of), name.2.to_string()))
            }
            Expr::MethodCall(call, position) => self.part(
                *position,
                PartKind::Method(Box::new(of), call.name.to_string(), self.all(&call.args)),
            ),
            Expr::Dot(pair, ..) => self.chain(self.chain(of, &pair.lhs), &pair.rhs),
            Expr::Index(pair, flags, _) => {
                self.indexed(self.chain(of, &pair.lhs), &pair.rhs, *flags)
            }
            other => {
                let parts = vec![of, self.expression(other)];
                self.part(other.start_position(), PartKind::Other(parts))
            }
        }
    }

    /// `of[rest]`; unless the flag ends it here, `rest` is the index and what follows behind it.
    fn indexed(&self, of: Part, rest: &Expr, flags: ASTFlags) -> Part {
        let place = of.place;
        let index = |of: Part, by: &Expr| Part {
            place,
            kind: PartKind::Index(Box::new(of), Box::new(self.expression(by))),
        };
        match rest {
            whole if flags.contains(ASTFlags::BREAK) => index(of, whole),
            Expr::Dot(pair, ..) => self.chain(index(of, &pair.lhs), &pair.rhs),
            Expr::Index(pair, flags, _) => self.indexed(index(of, &pair.lhs), &pair.rhs, *flags),
            by => index(of, by),
        }
    }
}

fn constant(value: &Dynamic) -> PartKind {
    match as_fraction(value) {
        Some(number) => PartKind::Number(number),
        None => PartKind::Other(Vec::new()),
    }
}
