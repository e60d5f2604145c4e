//! C43 指标方向写反.

use crate::audit::subject::finding;
use crate::audit::target_subject::is_share;
use crate::audit::{Check, Finding, Outcome, PromisedRow, Run, Severity, TargetSubject, text};
use crate::sheet::Direction;
use crate::value::{Operator, Target, Value};
use crate::words::findings::targets as words;

pub(super) const CHECK: Check = Check {
    code: "C43",
    title: words::c43_title,
    page: include_str!("../../../docs/checks/C43.md"),
    run: Run::Targets(run),
};

/// What is wrong with the direction.
enum Reversed {
    /// 成本 ≥.
    Cost,
    /// 满意度 ≤.
    Rate,
    /// 投诉次数 ≥.
    Fault,
}

fn run(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    for row in subject.rows() {
        let Some(target) = row.target() else { continue };
        let Some((reversed, outcome)) = reversed(subject, row, target) else {
            continue;
        };
        let found = finding(
            CHECK.code,
            (Severity::Warning, outcome),
            subject.at_row(row),
            |lang| {
                let (name, text) = (row.name(), &target.0.text);
                match reversed {
                    Reversed::Cost => words::c43_cost(lang, name, text),
                    Reversed::Rate => words::c43_rate(lang, name, text),
                    Reversed::Fault => words::c43_fault(lang, name, text),
                }
            },
            words::c43_help,
        );
        findings.push(row.sure(found));
    }
}

fn reversed(
    subject: &TargetSubject,
    row: &PromisedRow,
    target: &Target,
) -> Option<(Reversed, Outcome)> {
    let lists = &subject.profile.words;
    let Value::Quantity(amount) = &target.0.value else {
        return None;
    };
    if amount.number.is_zero() || !target.0.doubts.is_empty() {
        return None;
    }
    let name = row.name();
    let direction = match target.0.operator? {
        Operator::AtLeast | Operator::MoreThan => Direction::AtLeast,
        Operator::AtMost | Operator::LessThan => Direction::AtMost,
        Operator::Equal => return None,
    };
    if direction == Direction::AtMost {
        let good = lists
            .good_rates
            .iter()
            .any(|rate| names(name, rate, &lists.denials));
        let open = text::has_any(name, &lists.unbounded_rates)
            && !text::has_any(name, &lists.bounded_rates);
        return (good && is_share(amount) && !open).then_some((Reversed::Rate, Outcome::Fails));
    }
    let label = |level: &str| text::has_any(level, &lists.costs);
    let under_cost = label(row.level1()) || label(row.level2());
    let named = text::has_any(name, &lists.costs);
    let money = amount.unit.ends_with('元') || amount.unit.contains("元/");
    if money && (under_cost || named) && !text::has_any(name, &lists.savings) {
        let sure = under_cost && named && !text::has_any(name, &lists.floors);
        return Some((
            Reversed::Cost,
            [Outcome::Uncertain, Outcome::Fails][usize::from(sure)],
        ));
    }
    let fault = text::has_any(name, &lists.faults) && !text::has_any(name, &lists.fault_handling);
    (fault && !is_share(amount)).then_some((Reversed::Fault, Outcome::Uncertain))
}

/// Whether a name holds a word that nothing in front of it takes back: not 不满意度.
fn names(name: &str, word: &str, denials: &[String]) -> bool {
    name.match_indices(word).any(|(at, _)| {
        let before = &name[..at];
        !denials
            .iter()
            .any(|denial| before.ends_with(denial.as_str()))
    })
}
