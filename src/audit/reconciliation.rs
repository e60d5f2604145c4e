//! 勾稽: from the reported to the recomputed total, in steps that add up to the last digit.

use rust_decimal::Decimal;

use super::subject::{agrees, most_places, only_precision};
use crate::number::Fraction;
use crate::score::{Evaluation, Outcome, Points};
use crate::sheet::{Origin, Printed};

/// What a step stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepKind {
    /// The total as printed; the first step.
    Reported,
    /// The printed parts add up to something else than the printed total.
    PartsDoNotAddUp,
    /// The execution points agree at their printed precision; the rest is rounding.
    ExecutionPrecision,
    /// The execution points differ from the rule.
    ExecutionDiffers,
    /// The execution points are not printed; the total leaves this much for them.
    ExecutionImplied(Decimal),
    /// A row's points agree at their printed precision.
    RowPrecision(String),
    /// A row's points differ from the rule.
    RowDiffers(String),
    /// A row's points are not printed.
    RowNotReported(String),
    /// A row does not apply this year and was left out.
    RowDropped(String),
    /// The points of a group differ from the rule.
    GroupDiffers(String),
    /// Groups whose points are not printed, together with what the execution part leaves open.
    GroupsNotReported,
    /// The pack weighs the execution part differently than the sheet's header.
    ExecutionWeight,
    /// The pack weighs the rows differently than the sheet does (and rescales after dropped rows).
    RowWeights,
    /// The pack's rule for the total (a cap, a rounding) changes the sum of the parts.
    TotalRule,
    /// The recomputed total; the last step.
    Computed,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it stands for.
    pub kind: StepKind,
    /// The total at both ends; what is added in between.
    pub amount: Decimal,
    /// The row of the sheet, where one is meant.
    pub row: Option<u32>,
    /// Where the figure stands.
    pub origin: Origin,
}

/// The waterfall of one sheet: the reported total and all amounts up to the last add up to the last, exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reconciliation {
    /// Reported total first, recomputed total last.
    pub steps: Vec<Step>,
}

/// Builds the waterfall; `None` when the sheet reports no total or none can be computed.
pub fn reconcile(evaluation: &Evaluation) -> Option<Reconciliation> {
    let sheet = &evaluation.sheet;
    let total = sheet.total.printed()?;
    let computed = *evaluation.total.as_ref().ok()?;
    if !evaluation.groups.is_empty() {
        return Some(by_groups(evaluation, total, computed));
    }
    // Where the scheme has no execution part, nothing is printed and nothing is earned for it.
    let without_execution = evaluation.execution.is_none();
    let execution_points = match without_execution {
        true => Decimal::ZERO,
        false => evaluation.execution_points()?,
    };
    let execution = sheet.budget.total.points.printed();
    let rows: Decimal = evaluation
        .rows
        .iter()
        .filter_map(|row| evaluation.measure(row).points.value())
        .sum();

    let mut steps = vec![Step {
        kind: StepKind::Reported,
        amount: total.value,
        row: None,
        origin: total.origin.clone(),
    }];
    let places = evaluation.pack.rounding.total.places;
    let add = |steps: &mut Vec<Step>, kind, mut amount: Decimal, row, origin: &Origin| {
        if !amount.is_zero() {
            // Aligned for reading: −2.00 above +1.00. Adding places changes no value.
            amount.rescale(amount.scale().max(places));
            let origin = origin.clone();
            steps.push(Step {
                kind,
                amount,
                row,
                origin,
            });
        }
    };
    let own = match without_execution {
        true => Points {
            exact: Fraction::ZERO,
            rounded: Decimal::ZERO,
        },
        false => evaluation.execution_on_sheet_scale()?,
    };
    match execution {
        None if without_execution => {
            let kind = StepKind::PartsDoNotAddUp;
            add(&mut steps, kind, rows - total.value, None, &total.origin);
        }
        Some(printed) => {
            let parts = rows + printed.value;
            let kind = StepKind::PartsDoNotAddUp;
            add(&mut steps, kind, parts - total.value, None, &total.origin);
            let kind = if agrees(printed, own.exact) {
                StepKind::ExecutionPrecision
            } else {
                StepKind::ExecutionDiffers
            };
            let amount = own.rounded - printed.value;
            add(&mut steps, kind, amount, None, &printed.origin);
        }
        None => {
            let implied = total.value - rows;
            let kind = StepKind::ExecutionImplied(implied);
            let origin = &sheet.budget.total.origin;
            add(&mut steps, kind, own.rounded - implied, None, origin);
        }
    }
    let origin = &sheet.budget.total.origin;
    let amount = execution_points - own.rounded;
    add(&mut steps, StepKind::ExecutionWeight, amount, None, origin);
    let mut weights = Decimal::ZERO;
    let places_of_rows = most_places(sheet);
    for row in &evaluation.rows {
        let measure = evaluation.measure(row);
        let name = evaluation.indicator(row).name.clone();
        let printed = measure.points.printed();
        let (own, points) = match (&row.outcome, evaluation.on_sheet_scale(row)) {
            (Outcome::Scored(points), Some(own)) => (own, points.rounded),
            (Outcome::Scored(points), None) => (*points, points.rounded),
            (Outcome::Dropped, _) => {
                let amount = -printed.map_or(Decimal::ZERO, |printed| printed.value);
                let kind = StepKind::RowDropped(name);
                add(&mut steps, kind, amount, Some(measure.row), &measure.origin);
                continue;
            }
            // With an unscored row there is no computed total, and this function has returned.
            (Outcome::Unscored(_), _) => continue,
        };
        weights += points - own.rounded;
        let (kind, amount) = match printed {
            None => (StepKind::RowNotReported(name), own.rounded),
            Some(printed) if only_precision(places_of_rows, printed, own.exact) => {
                (StepKind::RowPrecision(name), own.rounded - printed.value)
            }
            Some(printed) => (StepKind::RowDiffers(name), own.rounded - printed.value),
        };
        add(&mut steps, kind, amount, Some(measure.row), &measure.origin);
    }
    let kind = StepKind::RowWeights;
    add(&mut steps, kind, weights, None, &sheet.origin);
    let reached: Decimal = steps.iter().map(|step| step.amount).sum();
    let origin = &sheet.origin;
    let kind = StepKind::TotalRule;
    add(&mut steps, kind, computed - reached, None, origin);
    steps.push(Step {
        kind: StepKind::Computed,
        amount: computed,
        row: None,
        origin: origin.clone(),
    });
    Some(Reconciliation { steps })
}

/// The waterfall of a rule that scores groups: what each outermost group's points differ by. The rows
/// themselves do not add up to the total; the checks speak of them.
fn by_groups(evaluation: &Evaluation, total: &Printed, computed: Decimal) -> Reconciliation {
    let sheet = &evaluation.sheet;
    let step = |kind, amount, origin: &Origin| Step {
        kind,
        amount,
        row: None,
        origin: origin.clone(),
    };
    let mut steps = vec![step(StepKind::Reported, total.value, &total.origin)];
    for group in evaluation.groups.iter().filter(|group| group.depth == 0) {
        let printed = evaluation.reported_group(&group.label);
        if let (Some(printed), Outcome::Scored(points)) = (printed, &group.outcome)
            && !agrees(printed, points.exact)
        {
            let kind = StepKind::GroupDiffers(group.label.clone());
            steps.push(step(kind, points.rounded - printed.value, &printed.origin));
        }
    }
    let reached: Decimal = steps.iter().map(|step| step.amount).sum();
    if computed != reached {
        let kind = StepKind::GroupsNotReported;
        steps.push(step(kind, computed - reached, &sheet.origin));
    }
    steps.push(step(StepKind::Computed, computed, &sheet.origin));
    Reconciliation { steps }
}
