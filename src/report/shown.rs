//! Values of a derivation as they are shown.

use crate::rules::pack::Citation;
use crate::score::{Evaluation, TraceValue, show, show_percent};
use crate::sheet::Entry;
use crate::words::{Lang, trace as words};

/// The value of a node.
pub(super) fn value(value: &TraceValue, lang: Lang) -> String {
    match value {
        TraceValue::Number(number) => show(*number),
        TraceValue::Ratio(ratio) => show_percent(*ratio),
        TraceValue::Rounded(points) => points.rounded.to_string(),
        TraceValue::Total(total) => total.to_string(),
        TraceValue::Cell(written) if written.text.trim().is_empty() => words::nothing(lang),
        TraceValue::Cell(written) => written.text.clone(),
        TraceValue::Grade(name) => name.get(lang).to_owned(),
        TraceValue::Unscored(reason) => words::unscored(lang, reason.describe(lang)),
        TraceValue::Unscorable(why) => words::unscored(lang, why.describe(lang)),
        TraceValue::Dropped => words::dropped(lang),
        TraceValue::Nothing => words::nothing(lang),
    }
}

/// "92.60 ≥ 90".
pub(super) fn band(evaluation: &Evaluation) -> String {
    match (&evaluation.total, evaluation.grade) {
        (Ok(total), Some(index)) => {
            let band = &evaluation.pack.grades[index];
            let sign = if band.inclusive { "≥" } else { ">" };
            let below = index
                .checked_sub(1)
                .map(|upper| &evaluation.pack.grades[upper]);
            let upper = below.map_or_else(String::new, |upper| {
                let sign = if upper.inclusive { "<" } else { "≤" };
                format!(" {sign} {}", upper.from)
            });
            format!(
                "{total} {sign} {}{}{upper}",
                band.from,
                if upper.is_empty() { "" } else { ", " }
            )
        }
        _ => String::new(),
    }
}

/// An entry as it stands, number or not.
pub(super) fn text_of(entry: &Entry) -> Option<&str> {
    match entry {
        Entry::Blank => None,
        Entry::Number(printed) => Some(&printed.text),
        Entry::Unreadable { text, .. } => Some(text),
    }
}

/// A clause, as it stands below a derivation.
pub(super) fn footnote(citation: &Citation, lang: Lang) -> String {
    let unverified = match citation.verified {
        true => String::new(),
        false => words::unverified(lang),
    };
    words::footnote(
        lang,
        &citation.key,
        citation.source.get(lang),
        citation.clause.get(lang),
        citation.says.get(lang),
        unverified,
    )
}
