//! `jixiao rules diff`: what changed between two packs, and where a score shows it.

use serde_json::{Value, json};

use super::changes::Change;
use crate::report::screen::clean;
use crate::rules::case::Given;
use crate::score::{Difference, Search, Seen};
use crate::sheet::{Direction, Entry, Indicator};
use crate::words::{Lang, authoring as words};

/// As text; the packs are called as the caller calls them.
pub fn diff((a, b): (&str, &str), changes: &[Change], search: &Search, lang: Lang) -> String {
    let mut lines = vec![words::compared(lang, a, b), String::new()];
    if changes.is_empty() {
        lines.push(words::nothing_changed(lang));
    }
    for change in changes {
        let Change {
            what,
            before,
            after,
        } = change;
        // Code and clauses are long: one below the other.
        if before.chars().count() + after.chars().count() > 60 {
            lines.push(what.clone());
            lines.push(format!("  - {}", clean(before)));
            lines.push(format!("  + {}", clean(after)));
        } else {
            lines.push(words::change(lang, what, clean(before), clean(after)));
        }
    }
    lines.push(String::new());
    if search.found.is_empty() {
        lines.push(words::found_none(lang, search.tried, search.scored));
    } else {
        lines.push(words::found_heading(lang));
        for found in &search.found {
            lines.push(format!("  {}", given(&found.given, lang)));
            for (pack, seen) in [(a, &found.before), (b, &found.after)] {
                let said = words::result(lang, pack, result(seen, lang));
                lines.push(format!("    {said}"));
            }
        }
        lines.push(words::found_tried(lang, search.tried, search.found.len()));
    }
    lines.join("\n") + "\n"
}

/// As JSON.
pub fn diff_json((a, b): (&str, &str), changes: &[Change], search: &Search, lang: Lang) -> String {
    let changes: Vec<Value> = changes
        .iter()
        .map(|it| json!({"what": it.what, "before": it.before, "after": it.after}))
        .collect();
    let seen = |seen: &Seen| {
        json!({
            "points": seen.points.map(|points| points.to_string()),
            "grade": seen.grade.as_ref().map(|grade| grade.get(lang)),
            "reason": seen.why.as_ref().map(|why| why.get(lang)),
        })
    };
    let examples: Vec<Value> = search
        .found
        .iter()
        .map(|found: &Difference| {
            json!({
                "given": given(&found.given, lang),
                "before": seen(&found.before),
                "after": seen(&found.after),
            })
        })
        .collect();
    let all = json!({
        "before": a,
        "after": b,
        "changes": changes,
        "tried": search.tried,
        "scored": search.scored,
        "examples": examples,
    });
    // Only maps with text keys: this cannot fail.
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

fn result(seen: &Seen, lang: Lang) -> String {
    match (seen.points, &seen.grade, &seen.why) {
        (Some(points), Some(grade), _) => words::result_graded(lang, points, grade.get(lang)),
        (Some(points), None, _) => points.to_string(),
        (None, _, Some(why)) => words::result_unscored(lang, why.get(lang)),
        (None, _, None) => words::none(lang),
    }
}

fn given(given: &Given, lang: Lang) -> String {
    match given {
        Given::Row(row) => words::list(lang, row_words(row, lang)),
        Given::Execution(budget) => words::given_money(
            lang,
            printed(&budget.total.budget, lang),
            printed(&budget.total.executed, lang),
        ),
        Given::Total(total) => words::given_total(lang, total),
        Given::Sheet(sheet) => {
            let total = &sheet.budget.total;
            let (budget, executed) = (printed(&total.budget, lang), printed(&total.executed, lang));
            let mut text = words::given_sheet(lang, budget, executed);
            for row in &sheet.indicators {
                text.push_str(&format!("\n      {}", row_words(row, lang)));
            }
            text
        }
    }
}

fn row_words(row: &Indicator, lang: Lang) -> String {
    let measure = &row.measures[0];
    let or_blank = |text: &str| match text.is_empty() {
        true => words::blank(lang),
        false => text.to_owned(),
    };
    let mut text = words::given_row(
        lang,
        or_blank(&measure.target.0.text),
        or_blank(&measure.actual.0.text),
        printed(&measure.full_mark, lang),
    );
    if !row.level1().is_empty() {
        text.push_str(&words::given_level(lang, row.level1()));
    }
    let direction = measure.direction.map(|direction| match direction {
        Direction::AtLeast => "≥",
        Direction::AtMost => "≤",
        Direction::Equal => "=",
    });
    if let Some(sign) = direction {
        text.push_str(&words::given_direction(lang, sign));
    }
    if let Some(share) = measure.judged {
        text.push_str(&words::given_judged(lang, share));
    }
    for (name, value) in &measure.inputs {
        text.push_str(&words::given_input(lang, name, &value.text));
    }
    if !measure.applicable {
        text.push_str(&words::given_absent(lang));
    }
    text
}

fn printed(entry: &Entry, lang: Lang) -> String {
    match entry.printed() {
        Some(printed) => printed.text.clone(),
        None => words::blank(lang),
    }
}
