//! Script → plan: what of the syntax tree a plan covers.

use rhai::{AST, ASTFlags, ASTNode, Dynamic, Expr, FnAccess, FnCallExpr, ScriptFuncDef, Stmt};
use rust_decimal::Decimal;

use super::{Arithmetic, Comparison, DEPTH, LOCALS, Native, Node, Plan, Plans, STEPS, Shown};
use crate::rules::host::parts::EXECUTION;
use crate::rules::host::view::{INPUT, INVERSE, MEASURE, RATIO, read};

/// Drafts every function that lies within what plans cover.
pub(super) fn plans(ast: &AST) -> Plans {
    let functions: Vec<&ScriptFuncDef> = ast.iter_fn_def().map(AsRef::as_ref).collect();
    let mut plans = Plans::default();
    // A function of the pack could take the place of a method of ours, or see `this`.
    let changes_methods = |function: &&ScriptFuncDef| {
        function.this_type.is_some() || INPUT.contains(&function.name.as_str())
    };
    if functions.iter().any(changes_methods) {
        return plans;
    }
    // Whoever is called comes first; functions that call themselves never get their turn.
    let mut open: Vec<(&ScriptFuncDef, Vec<Stmt>)> = functions
        .iter()
        .map(|function| (*function, statements(ast, function)))
        .collect();
    loop {
        let before = plans.functions.len();
        open.retain(
            |(function, body)| match plan(function, body, &functions, &plans) {
                Some(plan) => {
                    plans.functions.push(plan);
                    false
                }
                None => true,
            },
        );
        if plans.functions.len() == before {
            return plans;
        }
    }
}

fn plan(
    function: &ScriptFuncDef,
    body: &[Stmt],
    all: &[&ScriptFuncDef],
    plans: &Plans,
) -> Option<Plan> {
    let mut draft = Draft {
        all,
        plans,
        names: function.params.iter().map(ToString::to_string).collect(),
        locals: function.params.len(),
        depth: 1,
        steps: 0,
    };
    if function.access != FnAccess::Public || draft.locals > LOCALS {
        return None;
    }
    let body = draft.block(body)?;
    (draft.depth <= DEPTH && draft.steps <= STEPS).then(|| Plan {
        name: function.name.to_string(),
        parameters: function.params.len(),
        locals: draft.locals,
        depth: draft.depth,
        steps: draft.steps,
        body,
    })
}

/// The statements of a function: the language shows them only to a walk.
fn statements(ast: &AST, function: &ScriptFuncDef) -> Vec<Stmt> {
    let (name, count) = (function.name.as_str(), function.params.len());
    let mut only = ast.clone();
    only.retain_functions(|_, _, other, arguments| other == name && arguments == count);
    let mut statements = Vec::new();
    only.walk(&mut |path| {
        if let [ASTNode::Stmt(statement)] = path {
            statements.push((*statement).clone());
        }
        true
    });
    statements
}

/// One function being drafted. Everything returns `None` for what plans do not cover.
struct Draft<'a> {
    all: &'a [&'a ScriptFuncDef],
    plans: &'a Plans,
    /// The names that can be seen, innermost last.
    names: Vec<String>,
    locals: usize,
    depth: usize,
    steps: usize,
}

impl Draft<'_> {
    /// Statements in a scope of their own.
    fn block(&mut self, statements: &[Stmt]) -> Option<Vec<Node>> {
        let outside = self.names.len();
        let nodes = statements.iter().map(|it| self.statement(it)).collect();
        self.names.truncate(outside);
        nodes
    }

    fn statement(&mut self, statement: &Stmt) -> Option<Node> {
        self.steps += 1;
        Some(match statement {
            Stmt::Noop(_) => Node::Nothing,
            Stmt::Expr(expression) => return self.expression(expression),
            Stmt::FnCall(call, _) => return self.call(call),
            Stmt::Block(block) => Node::Block(self.block(block.statements())?),
            Stmt::If(flow, _) => Node::If(Box::new((
                self.expression(&flow.expr)?,
                self.block(flow.body.statements())?,
                self.block(flow.branch.statements())?,
            ))),
            Stmt::Return(value, flags, _) if flags.is_empty() => {
                let value = value.as_ref();
                Node::Return(Box::new(
                    value.map_or(Some(Node::Nothing), |it| self.expression(it))?,
                ))
            }
            Stmt::Var(parts, flags, _) if flags.difference(ASTFlags::CONSTANT).is_empty() => {
                let (name, value, _) = &**parts;
                let value = self.expression(value)?;
                self.names.push(name.name.to_string());
                self.locals = self.locals.max(self.names.len());
                if self.locals > LOCALS {
                    return None;
                }
                Node::Let(self.names.len() - 1, Box::new(value))
            }
            _ => return None,
        })
    }

    fn all(&mut self, items: &[Expr]) -> Option<Vec<Node>> {
        items.iter().map(|it| self.expression(it)).collect()
    }

    fn expression(&mut self, expression: &Expr) -> Option<Node> {
        self.steps += 1;
        Some(match expression {
            Expr::IntegerConstant(number, _) => Node::Whole(*number),
            Expr::DynamicConstant(value, _) => return constant(value),
            Expr::BoolConstant(truth, _) => Node::Truth(*truth),
            Expr::StringConstant(text, _) => Node::Text(text.to_string()),
            Expr::Unit(_) => Node::Nothing,
            Expr::Variable(name, ..) => {
                let name = name.1.as_str();
                Node::Local(self.names.iter().rposition(|other| other == name)?)
            }
            Expr::Stmt(block) => Node::Block(self.block(block.statements())?),
            Expr::FnCall(call, _) => return self.call(call),
            Expr::And(items, _) => Node::And(self.all(items)?),
            Expr::Or(items, _) => Node::Or(self.all(items)?),
            Expr::Dot(pair, flags, _) if flags.is_empty() => {
                let of = self.expression(&pair.lhs)?;
                return self.member(of, &pair.rhs);
            }
            _ => return None,
        })
    }

    /// `of.rest`, where `rest` may go on.
    fn member(&mut self, of: Node, rest: &Expr) -> Option<Node> {
        let of = Box::new(of);
        match rest {
            Expr::Property(names, _) => {
                let name = names.2.as_str();
                Some(match name {
                    _ if RATIO.contains(&name) => Node::Quotient(of, false),
                    _ if INVERSE.contains(&name) => Node::Quotient(of, true),
                    _ => Node::Field(
                        of,
                        Shown {
                            name: name.to_owned(),
                            measure: read(&MEASURE, name),
                            execution: read(&EXECUTION, name),
                        },
                    ),
                })
            }
            Expr::MethodCall(call, _) if INPUT.contains(&call.name.as_str()) => {
                let [name] = &*call.args else { return None };
                Some(Node::Input(Box::new((*of, self.expression(name)?))))
            }
            Expr::Dot(pair, flags, _) if flags.is_empty() => {
                let inner = self.member(*of, &pair.lhs)?;
                self.member(inner, &pair.rhs)
            }
            _ => None,
        }
    }

    fn call(&mut self, call: &FnCallExpr) -> Option<Node> {
        if call.capture_parent_scope {
            return None;
        }
        let name = call.name.as_str();
        let mut arguments = self.all(&call.args)?;
        let count = arguments.len();
        let own = |function: &&&ScriptFuncDef| function.name == name;
        if self.all.iter().any(|function| own(&function)) {
            let place = self.plans.find(name, count)?;
            let called = &self.plans.functions[place];
            self.depth = self.depth.max(called.depth + 1);
            self.steps += called.steps;
            return Some(Node::Call(place, arguments));
        }
        let pair = |arguments: Vec<Node>| {
            let [a, b]: [Node; 2] = arguments.try_into().ok()?;
            Some(Box::new((a, b)))
        };
        let (arithmetic, comparison, native) = (Node::Arithmetic, Node::Comparison, Node::Native);
        Some(match (name, count) {
            ("+", 2) => arithmetic(Arithmetic::Plus, pair(arguments)?),
            ("-", 2) => arithmetic(Arithmetic::Minus, pair(arguments)?),
            ("*", 2) => arithmetic(Arithmetic::Times, pair(arguments)?),
            ("/", 2) => arithmetic(Arithmetic::Over, pair(arguments)?),
            ("==", 2) => comparison(Comparison::Equal, pair(arguments)?),
            ("!=", 2) => comparison(Comparison::Unequal, pair(arguments)?),
            ("<", 2) => comparison(Comparison::Less, pair(arguments)?),
            ("<=", 2) => comparison(Comparison::AtMost, pair(arguments)?),
            (">", 2) => comparison(Comparison::More, pair(arguments)?),
            (">=", 2) => comparison(Comparison::AtLeast, pair(arguments)?),
            ("!", 1) => Node::Not(Box::new(arguments.remove(0))),
            ("-", 1) => Node::Negative(Box::new(arguments.remove(0))),
            ("ratio" | "比", 2) => native(Native::Ratio, arguments),
            ("capped" | "封顶", 2) => native(Native::Capped, arguments),
            ("bounded" | "限于", 3) => native(Native::Bounded, arguments),
            ("note" | "说明", 1 | 2) => native(Native::Note, arguments),
            ("rounded" | "取舍", 2) => native(Native::Rounded, arguments),
            ("cannot" | "无法评分", 1) => native(Native::Cannot, arguments),
            ("left_out" | "不计", 1) => native(Native::LeftOut, arguments),
            ("least" | "取小", 2) => native(Native::Least, arguments),
            ("most" | "取大", 2) => native(Native::Most, arguments),
            ("points" | "得分", 1) => native(Native::Points, arguments),
            ("abs", 1) => native(Native::Absolute, arguments),
            _ => return None,
        })
    }
}

fn constant(value: &Dynamic) -> Option<Node> {
    let decimal: Option<Decimal> = value.as_decimal().ok();
    decimal.map(Node::Decimal)
}
