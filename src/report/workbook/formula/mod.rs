//! A rule's script as a formula of a worksheet.
//!
//! [`Translator::ask`] walks a function's outline once, with its parameters bound to what this row, part
//! or total knows ([`Value::Number`]) and to the cells that may change ([`Expr::Cell`]); what is known is
//! decided at once, so that of a method with ten branches the two remain that this row can take. The
//! answer is a [`Value`]: a completion, `points(…)`, `cannot(…)`, or one of these under a condition.
//! What has no formula (texts that are put together, `while`, maps that are built) is [`Unsayable`], and
//! the caller writes the engine's figure instead.

mod calls;
mod expression;
#[cfg(test)]
mod tests;
mod translate;
mod value;
mod write;

pub(in crate::report::workbook) use expression::{Expr, Sign, Test};
pub(in crate::report::workbook) use translate::Translator;
pub(in crate::report::workbook) use value::{Seen, Value};
pub(in crate::report::workbook) use write::{formula, keeps, rounded, test, text};

/// A formula cannot say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report::workbook) struct Unsayable;
