//! What scripts see, bound to what a sheet knows and to the cells that may change.

use std::collections::BTreeMap;

use super::formula::{Expr, Seen, Test, Unsayable, Value, keeps};
use crate::number::Fraction;
use crate::rules::facts::{MeasureFacts, sheet_input};
use crate::rules::host::Object;
use crate::sheet::{Direction, Sheet};

/// Where the figures of a row stand.
#[derive(Default)]
pub(super) struct RowCells {
    pub(super) actual: Option<Expr>,
    pub(super) target: Option<Expr>,
    pub(super) target_high: Option<Expr>,
    pub(super) full_mark: Option<Expr>,
    pub(super) judged: Option<Expr>,
    pub(super) completion: Option<Expr>,
    pub(super) points: Option<Expr>,
}

/// A row.
pub(super) fn row(facts: &MeasureFacts, cells: &RowCells) -> Result<Value, Unsayable> {
    let quotient = |above: &Option<Expr>, below: &Option<Expr>| {
        let both = above.clone().zip(below.clone());
        Value::optional(both.map(|(above, below)| above.over(below)))
    };
    let (indicator, measure) = (facts.indicator(), facts.measure());
    let names = measure.inputs.keys().chain(facts.sheet.inputs.keys());
    let inputs = known(names, |name| facts.input(name))?;
    let words = |text: &str| Value::Text(text.to_owned());
    let truth = |known| Value::Truth(Test::Known(known));
    Ok(Seen::of(Object::Measure, inputs, |field| match field {
        "target" => Value::optional(cells.target.clone()),
        "target_high" => Value::optional(cells.target_high.clone()),
        "actual" => Value::optional(cells.actual.clone()),
        "ratio" => quotient(&cells.actual, &cells.target),
        "inverse" => quotient(&cells.target, &cells.actual),
        "full_mark" => Value::optional(cells.full_mark.clone()),
        "judged" => Value::optional(cells.judged.clone()),
        "completion" => Value::optional(cells.completion.clone()),
        "points" => Value::optional(cells.points.clone()),
        "kind" => words(facts.kind.name()),
        "direction" => words(match facts.direction {
            Some(Direction::AtLeast) => "at_least",
            Some(Direction::AtMost) => "at_most",
            Some(Direction::Equal) => "equal",
            None => "",
        }),
        "same_word" => truth(facts.same_word),
        "strict" => truth(facts.strict),
        "name" => words(&indicator.name),
        "level1" => words(indicator.level1()),
        "level2" => words(indicator.level2()),
        "target_text" => words(&measure.target.0.text),
        "actual_text" => words(&measure.actual.0.text),
        _ => Value::Nothing,
    }))
}

/// The extra figures of a sheet as a whole.
pub(super) fn sheet_inputs(sheet: &Sheet) -> Result<BTreeMap<String, Value>, Unsayable> {
    known(sheet.inputs.keys(), |name| sheet_input(sheet, name))
}

/// Extra figures, which stand in the formulas themselves.
fn known<'n>(
    names: impl Iterator<Item = &'n String>,
    figure: impl Fn(&str) -> Option<Fraction>,
) -> Result<BTreeMap<String, Value>, Unsayable> {
    let mut inputs = BTreeMap::new();
    for name in names {
        let figure = figure(name);
        if figure.is_some_and(|figure| !keeps(figure)) {
            return Err(Unsayable);
        }
        inputs.insert(name.clone(), Value::optional(figure.map(Expr::Number)));
    }
    Ok(inputs)
}
