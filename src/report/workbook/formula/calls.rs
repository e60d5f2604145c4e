//! What a script calls: operators, the functions beside them, and functions of its own.

use super::Unsayable;
use super::expression::{Expr, Order, Sign, Test};
use super::translate::Translator;
use super::value::Value;
use crate::number::Fraction;
use crate::rules::host::vocabulary;

impl Translator<'_> {
    /// The English name of a function of the host, unless the pack has one of its own by that name.
    fn host<'n>(&self, name: &'n str) -> Option<&'n str> {
        if self.outline.function(name).is_some() {
            return None;
        }
        let mut terms = vocabulary::ALL.iter();
        let known = terms.find(|term| term.arguments.is_some() && term.chinese == name);
        Some(known.map_or(name, |term| term.english))
    }

    pub(super) fn is_remark(&self, name: &str) -> bool {
        self.host(name) == Some("note")
    }

    /// `cannot(…)` and `left_out(…)`, whatever the reason is put together from.
    pub(super) fn refusal(&self, name: &str) -> Option<Value> {
        match self.host(name)? {
            "cannot" => Some(Value::Cannot),
            "left_out" => Some(Value::LeftOut),
            _ => None,
        }
    }

    /// A field.
    pub(super) fn field(&self, of: Value, name: &str) -> Result<Value, Unsayable> {
        let found = match &of {
            Value::Object(object) => object.field(name).cloned(),
            Value::Map(map) => map.get(name).cloned(),
            Value::List(items) if name == "len" => Some(Value::Number(
                Expr::whole(items.len()).map_err(|_| Unsayable)?,
            )),
            _ => None,
        };
        found.ok_or(Unsayable)
    }

    /// Calls a function or an operator.
    pub(super) fn call(&self, name: &str, arguments: Vec<Value>) -> Result<Value, Unsayable> {
        self.step()?;
        let Some(host) = self.host(name) else {
            return self.own(name, arguments);
        };
        let count = arguments.len();
        let mut arguments = arguments.into_iter();
        let mut next = || arguments.next().ok_or(Unsayable);
        if let (Some(sign), 2) = (sign(host), count) {
            return Ok(Value::Number(Expr::sign(
                sign,
                next()?.number()?,
                next()?.number()?,
            )));
        }
        if let (Some(order), 2) = (order(host), count) {
            return Ok(Value::Truth(Value::compare(order, next()?, next()?)?));
        }
        Ok(match (host, count) {
            ("-", 1) => {
                let zero = Expr::Number(Fraction::ZERO);
                Value::Number(Expr::sign(Sign::Minus, zero, next()?.number()?))
            }
            ("!", 1) => Value::Truth(next()?.test()?.not()),
            ("ratio", 2) => Value::Number(next()?.number()?.over(next()?.number()?)),
            ("capped", 2) => {
                Value::Number(Expr::extreme(true, next()?.number()?, next()?.number()?))
            }
            ("bounded", 3) => {
                let (x, least, most) = (next()?.number()?, next()?.number()?, next()?.number()?);
                Value::Number(Expr::extreme(false, Expr::extreme(true, x, most), least))
            }
            ("least" | "most", 2) => Value::Number(Expr::extreme(
                host == "least",
                next()?.number()?,
                next()?.number()?,
            )),
            ("abs", 1) => Value::Number(Expr::absolute(next()?.number()?)),
            ("rounded", 2) => {
                let x = next()?.number()?;
                let Value::Text(step) = next()? else {
                    return Err(Unsayable);
                };
                let (mode, places) = self.named.get(&step).ok_or(Unsayable)?;
                Value::Number(Expr::Rounded(*mode, Box::new(x), Box::new(places.clone())))
            }
            ("points", 1) => Value::Points(next()?.number()?),
            ("find", 2) => match (next()?, next()?) {
                (Value::Map(map), Value::Text(name)) => {
                    map.get(&name).cloned().unwrap_or(Value::Nothing)
                }
                _ => return Err(Unsayable),
            },
            ("input", 2) => match (next()?, next()?) {
                (Value::Object(object), Value::Text(name)) => object.input(&name),
                _ => return Err(Unsayable),
            },
            ("contains", 2) => match (next()?, next()?) {
                (Value::List(items), wanted) => {
                    let same =
                        |item: &Value| Value::compare(Order::Equal, item.clone(), wanted.clone());
                    let same: Result<Vec<Test>, Unsayable> = items.iter().map(same).collect();
                    Value::Truth(Test::any(same?))
                }
                (Value::Text(text), Value::Text(part)) => {
                    Value::Truth(Test::Known(text.contains(&part)))
                }
                _ => return Err(Unsayable),
            },
            ("len", 1) => self.field(next()?, "len")?,
            _ => return Err(Unsayable),
        })
    }
}

fn sign(name: &str) -> Option<Sign> {
    Some(match name {
        "+" => Sign::Plus,
        "-" => Sign::Minus,
        "*" => Sign::Times,
        "/" => Sign::Over,
        _ => return None,
    })
}

fn order(name: &str) -> Option<Order> {
    Some(match name {
        "==" => Order::Equal,
        "!=" => Order::Unequal,
        "<" => Order::Less,
        "<=" => Order::AtMost,
        ">" => Order::More,
        ">=" => Order::AtLeast,
        _ => return None,
    })
}
