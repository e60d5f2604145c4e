//! A worked case in words: what is given, what must come out.

use crate::rules::case::{Case, Given, Wanted};
use crate::sheet::Entry;
use crate::words::{Lang, cases, packs as words};

/// What a case scores.
pub(super) fn given(case: &Case, lang: Lang) -> String {
    match &case.given {
        Given::Row(row) => {
            let measure = &row.measures[0];
            let (target, actual) = (&measure.target.0.text, &measure.actual.0.text);
            let mut text = words::given_row(lang, target, actual);
            if let Some(mark) = measure.full_mark.printed() {
                text.push_str(&words::given_mark(lang, &mark.text));
            }
            if let Some(share) = measure.judged {
                text.push_str(&words::given_judged(lang, share));
            }
            text
        }
        Given::Execution(budget) => {
            let shown = |entry: &Entry| {
                let printed = entry.printed();
                printed.map_or_else(|| cases::nothing(lang), |it| it.text.clone())
            };
            words::given_money(
                lang,
                shown(&budget.total.budget),
                shown(&budget.total.executed),
            )
        }
        Given::Total(total) => words::given_total(lang, total),
        Given::Sheet(sheet) => words::given_sheet(lang, sheet.measures().count()),
    }
}

/// What must come out.
pub(super) fn expected(case: &Case, lang: Lang) -> String {
    let wanted = |wanted: &Wanted| match wanted {
        Wanted::Points(points) => points.to_string(),
        Wanted::Unscored(reason) if reason.is_empty() => cases::unscored(lang),
        Wanted::Unscored(reason) => cases::unscored_because(lang, reason),
    };
    let expected = &case.expected;
    let mut parts: Vec<(String, String)> = Vec::new();
    parts.extend(
        expected
            .points
            .as_ref()
            .map(|it| (cases::points(lang), wanted(it))),
    );
    parts.extend(
        expected
            .completion
            .map(|it| (cases::completion(lang), it.to_string())),
    );
    parts.extend(expected.method.clone().map(|it| (cases::method(lang), it)));
    parts.extend(
        expected
            .total
            .as_ref()
            .map(|it| (cases::total(lang), wanted(it))),
    );
    parts.extend(expected.grade.clone().map(|it| (cases::grade(lang), it)));
    for (row, points) in &expected.rows {
        parts.push((cases::row(lang, row), wanted(points)));
    }
    let parts = parts
        .iter()
        .map(|(label, value)| words::labelled(lang, label, value));
    parts.collect::<Vec<String>>().join(" · ")
}
