//! C33 报告文字与自评表不一致: score, money, rate, grade and what was done, in words and in the sheet.

use rust_decimal::Decimal;

use crate::audit::contradiction::contradictions;
use crate::audit::statement::explanations;
use crate::audit::subject::{filled, finding};
use crate::audit::text;
use crate::audit::told::{KINDS, Kind, Passage, Reader, Told};
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject};
use crate::number::{Fraction, Rounding, RoundingMode};
use crate::sheet::{Entry, MoneyUnit, Text};
use crate::words::findings::consistency as words;

pub(super) const CHECK: Check = Check {
    code: "C33",
    title: words::c33_title,
    page: include_str!("../../../docs/checks/C33.md"),
    run: Run::Sheet(run),
};

/// The most passages and sentences about a sheet that are read: no report says more about one.
const MOST_PASSAGES: usize = 1_000;

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let sheet = subject.sheet();
    let reader = Reader::new(subject);
    let passages = (sheet.narrative.iter())
        .chain(&sheet.reasons)
        .chain(&sheet.budget.reason)
        .chain(&sheet.improvements);
    for text in passages.take(MOST_PASSAGES) {
        let passage = reader.read(&text.text);
        for kind in KINDS {
            findings.extend(figure(subject, text, &passage, kind));
        }
        findings.extend(grade(subject, text, &passage));
    }
    statements(subject, findings);
}

/// A figure of the sheet: its value in single units, with the power of ten it is precise to.
struct Figure {
    value: Fraction,
    precise_to: i32,
    shown: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Agrees,
    /// Cut off instead of rounded.
    CutOff,
    Differs,
}

/// One finding a kind and passage. Where one of several figures agrees, the others are parts of it or of
/// another day.
fn figure(subject: &Subject, place: &Text, passage: &Passage, kind: Kind) -> Option<Finding> {
    let told: Vec<&Told> = passage
        .figures
        .iter()
        .filter(|one| one.kind == kind)
        .collect();
    let first = *told.first()?;
    let figures = figures(subject, kind);
    let stated = figures.first()?;
    let fits = |one: &&Told| {
        figures
            .iter()
            .filter_map(|figure| fit(one, figure))
            .min_by_key(|fit| *fit as u8)
    };
    if told.iter().any(|one| fits(one) == Some(Fit::Agrees)) {
        return None;
    }
    if told.iter().any(|one| is_said_elsewhere(subject, one)) {
        return None;
    }
    let cut_off = fits(&first)? == Fit::CutOff;
    let grade = match (cut_off, told.as_slice()) {
        (true, _) => (Severity::Note, Outcome::Uncertain),
        (false, [one]) if one.sure => (Severity::Warning, Outcome::Fails),
        _ => (Severity::Warning, Outcome::Uncertain),
    };
    let name = match kind {
        Kind::Score => words::c33_score,
        Kind::Budget => words::c33_budget,
        Kind::Executed => words::c33_executed,
        Kind::Rate => words::c33_rate,
    };
    let found = finding(
        CHECK.code,
        grade,
        subject.at(&place.origin),
        |lang| match (cut_off, grade.1) {
            (true, _) => words::c33_cut_off(lang, name(lang), &first.clause, &stated.shown),
            (_, Outcome::Fails) => words::c33(lang, name(lang), &first.clause, &stated.shown),
            _ => words::c33_perhaps(lang, name(lang), &first.clause, &stated.shown),
        },
        words::c33_help,
    );
    Some(found.figures(format!("{}{}", first.number, first.unit), &stated.shown))
}

/// What the sheet prints, first, and what else would be right: the rate as it divides.
fn figures(subject: &Subject, kind: Kind) -> Vec<Figure> {
    let (sheet, money) = (subject.sheet(), &subject.sheet().budget.total);
    let (unit, power) = match sheet.budget.money_unit {
        MoneyUnit::TenThousandYuan => ("万元", 4),
        MoneyUnit::Yuan => ("元", 0),
    };
    let printed = |entry: &Entry, unit: &str, power: i32| {
        let printed = entry.printed()?;
        Some(Figure {
            value: scaled(printed.value, power)?,
            precise_to: power - i32::try_from(printed.places).ok()?,
            shown: format!("{}{unit}", printed.text.trim_end_matches(unit)),
        })
    };
    let figures = match kind {
        Kind::Score => vec![printed(&sheet.total, "", 0)],
        Kind::Budget => vec![printed(&money.budget, unit, power)],
        Kind::Executed => vec![printed(&money.executed, unit, power)],
        Kind::Rate => {
            let exact = || filled(&money.executed)?.over(filled(&money.budget)?).ok();
            let exact = exact().map(|value| {
                [value, value.min(Fraction::ONE)].map(|value| Figure {
                    value,
                    precise_to: i32::MIN,
                    shown: crate::audit::subject::percent(value),
                })
            });
            // A column headed "执行率(%)" prints 94.40 and means 94.40 %.
            let shares = [0, -2].map(|power| printed(&money.rate, "", power));
            let bare = money
                .rate
                .printed()
                .is_some_and(|one| !one.text.contains('%'));
            let shares = shares.into_iter().take(1 + usize::from(bare));
            shares
                .chain(exact.into_iter().flatten().map(Some))
                .collect()
        }
    };
    figures.into_iter().flatten().collect()
}

/// A number times a power of ten.
fn scaled(number: Decimal, power: i32) -> Option<Fraction> {
    let factor = Fraction::from(10_i64.checked_pow(power.unsigned_abs())?);
    match power < 0 {
        true => Fraction::from(number).over(factor).ok(),
        false => Fraction::from(number).times(factor).ok(),
    }
}

/// Compares at the coarser of the two precisions: 93.7% is 93.66%, 0.34亿元 is 3380.68万元.
fn fit(told: &Told, figure: &Figure) -> Option<Fit> {
    let told_to = told.power - i32::try_from(told.places).ok()?;
    let coarser = told_to.max(figure.precise_to);
    let steps = |value: Fraction, mode| {
        let steps = value.over(scaled(Decimal::ONE, coarser)?).ok()?;
        Rounding { mode, places: 0 }.apply(steps).ok()
    };
    let value = scaled(told.number, told.power)?;
    let agree = |mode| Some(steps(value, mode)? == steps(figure.value, mode)?);
    Some(if agree(RoundingMode::HalfUp)? {
        Fit::Agrees
    } else if told_to != figure.precise_to && agree(RoundingMode::Truncate)? {
        Fit::CutOff
    } else {
        Fit::Differs
    })
}

/// 元 for 万元 is C08's finding, and a score of the execution part or of a group is not that of the sheet;
/// 总分100分 may be the full mark.
fn is_said_elsewhere(subject: &Subject, told: &Told) -> bool {
    let sheet = subject.sheet();
    let equal = |entry: &Entry| entry.value() == Some(told.number);
    let money = &sheet.budget.total;
    match told.kind {
        Kind::Budget | Kind::Executed => {
            let other = match sheet.budget.money_unit {
                MoneyUnit::TenThousandYuan => "元",
                MoneyUnit::Yuan => "万元",
            };
            told.unit == other && (equal(&money.budget) || equal(&money.executed))
        }
        Kind::Score => {
            let groups = sheet.group_points.iter().map(|(_, points)| points);
            let rows = subject.rows.iter().map(|row| &row.measure.points);
            let full = told.number == Decimal::ONE_HUNDRED && !told.sure;
            full || equal(&money.points) || groups.chain(rows).any(equal)
        }
        Kind::Rate => false,
    }
}

/// The grade in words against the printed one, or else against the one the printed total has by the rule.
fn grade(subject: &Subject, place: &Text, passage: &Passage) -> Option<Finding> {
    let (sheet, pack) = (subject.sheet(), &subject.evaluation.pack);
    let told = passage.grades.first()?;
    let known = pack.grades.iter().any(|band| band.name.zh == told.band);
    if !known || passage.grades.iter().any(|one| one.band != told.band) {
        return None;
    }
    let by_total = || Some(&pack.grade(sheet.total.value()?)?.name);
    let printed = sheet.grade.as_ref();
    let printed = printed.filter(|one| !text::plain(&one.text).is_empty());
    let (band, sure) = match printed {
        Some(printed) => (
            &super::c09_grade::band_called(&pack.grades, &printed.text)?.name,
            true,
        ),
        None => (by_total()?, false),
    };
    if band.zh == told.band {
        return None;
    }
    let outcome = [Outcome::Uncertain, Outcome::Fails][usize::from(sure && told.sure)];
    let found = finding(
        CHECK.code,
        (Severity::Warning, outcome),
        subject.at(&place.origin),
        |lang| match sure {
            true => words::c33_grade(lang, &told.clause, band.get(lang)),
            false => {
                let total = sheet.total.value().unwrap_or_default();
                words::c33_grade_by_total(lang, &told.clause, total, band.get(lang), pack.name())
            }
        },
        words::c33_help,
    );
    Some(found.figures(&told.band, &band.zh))
}

/// 未开展, 已完成 said in the report of an indicator it names, unless the sheet's own explanations say it
/// too (C20).
fn statements(subject: &Subject, findings: &mut Vec<Finding>) {
    let narrative = subject.sheet().narrative.iter().take(MOST_PASSAGES);
    // One sentence at a time: in a report a name says nothing about the sentences behind it.
    let sentences: Vec<Text> = narrative
        .flat_map(|passage| {
            text::sentences(&passage.text).map(|sentence| Text {
                text: sentence,
                origin: passage.origin.clone(),
            })
        })
        .take(MOST_PASSAGES)
        .collect();
    let sentences: Vec<_> = sentences.iter().map(|one| (one, Vec::new())).collect();
    let told = contradictions(subject, &sentences);
    if told.is_empty() {
        return;
    }
    let explained = contradictions(subject, &explanations(subject));
    for one in told {
        let row = &one.rows[0];
        if explained
            .iter()
            .any(|other| other.rows[0].measure.row == row.measure.row)
        {
            continue;
        }
        findings.push(finding(
            CHECK.code,
            one.grade,
            subject.at(&one.statement.origin),
            |lang| {
                let (sentence, word) = (&one.statement.sentence, &one.statement.word);
                let (name, figures) = (&row.indicator.name, one.figures(lang));
                let number = row.measure.row;
                match one.grade.1 {
                    Outcome::Fails => {
                        words::c33_statement(lang, name, sentence, word, number, figures)
                    }
                    _ => words::c33_statement_perhaps(lang, name, sentence, word, number, figures),
                }
            },
            words::c33_statement_help,
        ));
    }
}
