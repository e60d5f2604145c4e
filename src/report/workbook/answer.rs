//! What a script answers, as the formula of one cell.

use super::formula::{Expr, Unsayable, Value, formula, test, text};

/// The longest formula every office reads.
const LONGEST: usize = 8_000;
/// The deepest brackets every office reads.
const DEEPEST: usize = 60;

/// The words that stand where there are no points.
pub(super) struct States {
    pub(super) unscored: String,
    pub(super) left_out: String,
    pub(super) no_total: String,
}

impl States {
    /// An answer, its numbers written by `number`, its points by `points`.
    pub(super) fn write(
        &self,
        answer: &Value,
        number: &dyn Fn(&Expr) -> Result<String, Unsayable>,
        points: &dyn Fn(&Expr) -> Result<String, Unsayable>,
    ) -> Result<String, Unsayable> {
        let written = self.branch(answer, number, points)?;
        let mut depth = 0usize;
        let mut deepest = 0;
        for c in written.chars() {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            deepest = deepest.max(depth);
        }
        match written.len() > LONGEST || deepest > DEEPEST {
            true => Err(Unsayable),
            false => Ok(written),
        }
    }

    fn branch(
        &self,
        answer: &Value,
        number: &dyn Fn(&Expr) -> Result<String, Unsayable>,
        points: &dyn Fn(&Expr) -> Result<String, Unsayable>,
    ) -> Result<String, Unsayable> {
        match answer {
            Value::Number(known) | Value::Maybe(known) => number(known),
            Value::Points(known) => points(known),
            Value::Cannot => Ok(text(&self.unscored)),
            Value::LeftOut => Ok(text(&self.left_out)),
            Value::If(condition, then, otherwise) => Ok(format!(
                "IF({},{},{})",
                test(condition),
                self.branch(then, number, points)?,
                self.branch(otherwise, number, points)?
            )),
            _ => Err(Unsayable),
        }
    }

    /// A formula, with the word for what cannot be computed (nothing over zero) in place of an error.
    pub(super) fn guarded(&self, formula: &str) -> String {
        match formula.contains('/') {
            true => format!("IFERROR({formula},{})", text(&self.unscored)),
            false => formula.to_owned(),
        }
    }
}

/// Whether an answer gives points anywhere.
pub(super) fn gives_points(answer: &Value) -> bool {
    match answer {
        Value::Points(_) => true,
        Value::If(_, then, otherwise) => gives_points(then) || gives_points(otherwise),
        _ => false,
    }
}

/// An answer whose numbers stand as they are.
pub(super) fn plain(number: &Expr) -> Result<String, Unsayable> {
    Ok(formula(number))
}

/// An answer that cannot leave the row out any more.
pub(super) fn never_left_out(answer: Value) -> Value {
    match answer {
        Value::LeftOut => Value::Cannot,
        Value::If(test, then, otherwise) => Value::If(
            test,
            Box::new(never_left_out(*then)),
            Box::new(never_left_out(*otherwise)),
        ),
        other => other,
    }
}
