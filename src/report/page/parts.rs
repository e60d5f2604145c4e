//! Pieces every section is made of: a table in a box of its own, and what unfolds below a number.

use maud::{Markup, html};

use super::text::harmless;
use crate::words::{Lang, papers_page as words};

/// A table that moves sideways in its own box where the screen is narrow; `inside` is head and body.
pub(super) fn table_box(heading: &str, inside: Markup, lang: Lang) -> Markup {
    let said = words::scroll(lang, harmless(heading));
    html! {
        div.scroll role="group" tabindex="0" aria-label=(said) {
            table { caption { (harmless(heading)) } (inside) }
        }
    }
}

/// Heads of columns; figures are set to the right.
pub(super) fn heads(columns: &[(String, bool)]) -> Markup {
    html! {
        thead { tr { @for (head, figures) in columns { th.num[*figures] scope="col" { (harmless(head)) } } } }
    }
}

/// Lines that unfold below their summary. They stand behind the element that folds, not in it: so they
/// are on paper in every browser, without a script.
pub(super) fn unfold(summary: &str, inside: Markup) -> Markup {
    html! {
        details { summary { (harmless(summary)) } }
        div.unfolded { (inside) }
    }
}

/// A derivation that unfolds.
pub(super) fn derivation(what: &str, lines: &str, lang: Lang) -> Markup {
    let inside = html! { pre { bdi { (harmless(lines)) } } };
    unfold(&words::derivation_of(lang, what), inside)
}
