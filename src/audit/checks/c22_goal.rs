//! C22 年度目标文字与指标值不一致.

use crate::audit::compare::fits;
use crate::audit::subject::finding;
use crate::audit::text::{self, Amount};
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, SubjectRow};
use crate::sheet::Text;
use crate::value::{Operator, Quantity, Value, read};
use crate::words::findings::{self, consistency as words};

pub(super) const CHECK: Check = Check {
    code: "C22",
    title: words::c22_title,
    page: include_str!("../../../docs/checks/C22.md"),
    run: Run::Sheet(run),
};

/// The two-character pieces of a name.
type Pieces = Vec<[char; 2]>;

/// 大于或等于: the longest comparison in front of a number.
const LONGEST_OPERATOR: usize = 5;

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let names = subject.indicators().map(|(one, _)| text::pieces(&one.name));
    let names: Vec<Pieces> = names.collect();
    for goal in &subject.sheet().goals {
        for amount in text::amounts(&goal.text) {
            findings.extend(differing(subject, goal, &amount, &names));
        }
    }
}

fn differing(subject: &Subject, goal: &Text, amount: &Amount, names: &[Pieces]) -> Option<Finding> {
    let (operator, promised) = reading(subject, amount)?;
    let row = measure(subject, amount, &promised, names)?;
    let Value::Quantity(target) = &row.measure.target.0.value else {
        return None;
    };
    let contradicts = match operator {
        _ if target.number == promised.number => return None,
        Some(Operator::AtLeast | Operator::MoreThan) => target.number < promised.number,
        Some(Operator::AtMost | Operator::LessThan) => target.number > promised.number,
        Some(Operator::Equal) | None => false,
    };
    let bound = !matches!(operator, Some(Operator::Equal) | None);
    if bound && !contradicts {
        // A target beyond "at least 65" keeps the promise.
        return None;
    }
    // What is counted stands behind the number: "65家企业入驻" is the indicator, "走访入驻企业不少于
    // 100家" may count visits.
    let counted = amount.clause.get(amount.before.len()..).unwrap_or_default();
    let same = text::shared_pieces(counted, &row.indicator.name) >= subject.profile.shared_pieces;
    let outcome = match contradicts && same {
        true => Outcome::Fails,
        false => Outcome::Uncertain,
    };
    let found = finding(
        CHECK.code,
        (Severity::Warning, outcome),
        subject.at_row(row),
        |lang| {
            let (name, written) = (row.label(lang), &row.measure.target.0.text);
            let place = match &goal.origin.cell {
                Some(cell) => findings::in_cell(lang, cell),
                None => findings::in_line(lang, goal.origin.line),
            };
            words::c22(lang, name, written, &amount.clause, place)
        },
        words::c22_help,
    );
    Some(found.figures(&row.measure.target.0.text, &promised.figure))
}

/// The amount of the goal read as a target is, with its comparison, scale and unit; `None` for
/// years, list numbers, sums of several years.
fn reading(subject: &Subject, amount: &Amount) -> Option<(Option<Operator>, Quantity)> {
    let other_year = |(year, _): &(u16, String)| Some(*year) != subject.sheet().year;
    if amount
        .behind
        .starts_with(['年', '.', ')', '月', '日', '号'])
        || amount.before.ends_with('第')
        || text::has_any(&amount.clause, &subject.profile.words.several_years)
        || text::years(&amount.clause).iter().any(other_year)
    {
        return None;
    }
    let from = amount.clause.get(amount.before.len()..)?;
    let is_digit = |c: char| c.is_ascii_digit() || c == '.';
    let digits = from.find(|c| !is_digit(c)).unwrap_or(from.len());
    let next = from[digits..].find(|c: char| c.is_ascii_digit());
    let upto = next.map_or(from.len(), |next| digits + next);
    let words = amount.before.chars().rev().take_while(|c| !is_digit(*c));
    let mut lead: Vec<char> = words.take(LONGEST_OPERATOR).collect();
    lead.reverse();
    let written = read(&format!("{}{}", String::from_iter(lead), &from[..upto]));
    match written.value {
        // 每月走访不少于100家: a rate whose period was not read with the number.
        Value::Quantity(one) if one.per.is_none() && amount.before.contains('每') => None,
        Value::Quantity(one) => Some((written.operator, one)),
        _ => None,
    }
}

/// Whether the amount's unit counts what the name speaks of: 家 counts 企业, 平方米 does not.
fn counts(subject: &Subject, name: &str, promised: &Quantity) -> bool {
    let nouns = subject.profile.words.unit_nouns.get(&promised.unit);
    nouns.is_some_and(|nouns| text::has_any(name, nouns))
}

/// The one measure the amount speaks of: of the indicator that shares most with the clause, the one
/// measure that counts the same thing.
fn measure<'s, 'a>(
    subject: &'s Subject<'a>,
    amount: &Amount,
    promised: &Quantity,
    names: &[Pieces],
) -> Option<&'s SubjectRow<'a>> {
    let profile = subject.profile;
    let clause = text::pieces(&amount.clause);
    let shared = |pieces: &[[char; 2]]| text::shared(&clause, pieces);
    let most = names.iter().map(|name| shared(name)).max()?;
    let mut best = subject
        .indicators()
        .zip(names)
        .filter_map(|(one, name)| (shared(name) == most).then_some(one));
    let (indicator, rows) = best.next()?;
    let is_change = |text: &str| text::has_any(text, &profile.words.change);
    if most < profile.shared_pieces
        || best.next().is_some()
        || is_change(&amount.clause) != is_change(&indicator.name)
    {
        return None;
    }
    let mut fitting = rows.iter().filter(|row| match &row.measure.target.0.value {
        Value::Quantity(target) => {
            fits(target, promised)
                && target.per == promised.per
                && (target.unit == promised.unit || counts(subject, &indicator.name, promised))
        }
        _ => false,
    });
    let row = fitting.next()?;
    fitting.next().is_none().then_some(row)
}
