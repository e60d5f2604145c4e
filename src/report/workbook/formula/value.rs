//! What a script holds while it is turned into a formula.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Unsayable;
use super::expression::{Expr, Order, Test};
use crate::rules::host::{Object, vocabulary};
use crate::rules::pack::{Param, Params};

/// A value of a script: known, or said of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report::workbook) enum Value {
    /// A number.
    Number(Expr),
    /// A number, or nothing while its cell holds none.
    Maybe(Expr),
    /// A known text.
    Text(String),
    /// True or not.
    Truth(Test),
    /// `()`.
    Nothing,
    /// A row, the execution part, a group, the total.
    Object(Rc<Seen>),
    /// Values by name.
    Map(Rc<BTreeMap<String, Value>>),
    /// Values in order.
    List(Rc<Vec<Value>>),
    /// `points(…)`.
    Points(Expr),
    /// `cannot(…)`.
    Cannot,
    /// `left_out(…)`.
    LeftOut,
    /// One of two.
    If(Box<Test>, Box<Value>, Box<Value>),
}

/// An object of a script: its fields under both names, and the extra figures it can be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report::workbook) struct Seen {
    fields: BTreeMap<&'static str, Value>,
    inputs: BTreeMap<String, Value>,
}

impl Seen {
    /// An object whose fields are bound one by one, by their English names.
    pub(in crate::report::workbook) fn of(
        object: Object,
        inputs: BTreeMap<String, Value>,
        bind: impl Fn(&str) -> Value,
    ) -> Value {
        let mut fields = BTreeMap::new();
        for term in vocabulary::ALL {
            if term.object == Some(object) && term.arguments.is_none() {
                let value = bind(term.english);
                fields.insert(term.chinese, value.clone());
                fields.insert(term.english, value);
            }
        }
        Value::Object(Rc::new(Seen { fields, inputs }))
    }

    pub(super) fn field(&self, name: &str) -> Option<&Value> {
        self.fields.get(name)
    }

    pub(super) fn input(&self, name: &str) -> Value {
        self.inputs.get(name).cloned().unwrap_or(Value::Nothing)
    }
}

impl Value {
    /// A number where there is one.
    pub(in crate::report::workbook) fn optional(number: Option<Expr>) -> Value {
        number.map_or(Value::Nothing, Value::Number)
    }

    /// The parameters of a pack; `cell` says where a number stands.
    pub(in crate::report::workbook) fn params(
        params: &Params,
        cell: &dyn Fn(&[String]) -> Option<Expr>,
    ) -> Value {
        map(params, &mut Vec::new(), cell)
    }

    /// One of two values.
    pub(super) fn choose(test: Test, then: Value, otherwise: Value) -> Value {
        match test {
            Test::Known(true) => then,
            Test::Known(false) => otherwise,
            _ if then == otherwise => then,
            test => Value::If(Box::new(test), Box::new(then), Box::new(otherwise)),
        }
    }

    /// As a number.
    pub(super) fn number(self) -> Result<Expr, Unsayable> {
        match self {
            Value::Number(number) | Value::Maybe(number) => Ok(number),
            Value::If(test, then, otherwise) => {
                Ok(Expr::choose(*test, then.number()?, otherwise.number()?))
            }
            _ => Err(Unsayable),
        }
    }

    /// As something true or not.
    pub(super) fn test(self) -> Result<Test, Unsayable> {
        match self {
            Value::Truth(test) => Ok(test),
            Value::If(test, then, otherwise) => either(*test, then.test()?, otherwise.test()?),
            _ => Err(Unsayable),
        }
    }

    /// Compares two values as a script does: what is missing, or of another kind, is neither less nor
    /// more nor equal.
    pub(super) fn compare(order: Order, left: Value, right: Value) -> Result<Test, Unsayable> {
        let differs = || Ok(Test::Known(order == Order::Unequal));
        match (left, right) {
            (Value::If(test, then, otherwise), right) => either(
                *test,
                Value::compare(order, *then, right.clone())?,
                Value::compare(order, *otherwise, right)?,
            ),
            (left, Value::If(test, then, otherwise)) => either(
                *test,
                Value::compare(order, left.clone(), *then)?,
                Value::compare(order, left, *otherwise)?,
            ),
            (Value::Nothing, Value::Nothing) => Ok(Test::Known(order == Order::Equal)),
            (Value::Nothing, Value::Maybe(cell)) | (Value::Maybe(cell), Value::Nothing) => {
                match order {
                    Order::Equal => Ok(Test::There(cell).not()),
                    Order::Unequal => Ok(Test::There(cell)),
                    _ => Ok(Test::Known(false)),
                }
            }
            (Value::Text(left), Value::Text(right)) => match order {
                Order::Equal | Order::Unequal => Ok(Test::Known(order.holds(left, right))),
                _ => Err(Unsayable),
            },
            (
                left @ (Value::Number(_) | Value::Maybe(_)),
                right @ (Value::Number(_) | Value::Maybe(_)),
            ) => {
                let there = |side: &Value| match side {
                    Value::Maybe(cell) => Some(Test::There(cell.clone())),
                    _ => None,
                };
                let there: Vec<Test> = [&left, &right].into_iter().filter_map(there).collect();
                let compared = Test::compare(order, left.number()?, right.number()?);
                Ok(match order {
                    Order::Unequal => Test::any(there.into_iter().map(Test::not).chain([compared])),
                    _ => Test::all(there.into_iter().chain([compared])),
                })
            }
            (
                Value::Number(_) | Value::Maybe(_) | Value::Text(_) | Value::Nothing,
                Value::Number(_) | Value::Maybe(_) | Value::Text(_) | Value::Nothing,
            ) => differs(),
            _ => Err(Unsayable),
        }
    }
}

fn either(test: Test, then: Test, otherwise: Test) -> Result<Test, Unsayable> {
    Ok(match test {
        Test::Known(true) => then,
        Test::Known(false) => otherwise,
        test => Test::any([
            Test::all([test.clone(), then]),
            Test::all([test.not(), otherwise]),
        ]),
    })
}

fn map(params: &Params, path: &mut Vec<String>, cell: &dyn Fn(&[String]) -> Option<Expr>) -> Value {
    let values = params.iter().map(|(name, param)| {
        path.push(name.clone());
        let value = value(param, path, cell);
        path.pop();
        (name.clone(), value)
    });
    Value::Map(Rc::new(values.collect()))
}

fn value(param: &Param, path: &mut Vec<String>, cell: &dyn Fn(&[String]) -> Option<Expr>) -> Value {
    match param {
        Param::Number(number) => Value::Number(cell(path).unwrap_or(Expr::Number(*number))),
        Param::Text(text) => Value::Text(text.clone()),
        Param::Map(params) => map(params, path, cell),
        Param::List(items) => {
            let items = items.iter().enumerate().map(|(index, item)| {
                path.push(index.to_string());
                let value = value(item, path, cell);
                path.pop();
                value
            });
            Value::List(Rc::new(items.collect()))
        }
    }
}
