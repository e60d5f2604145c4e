//! How the cells of a form look, and which of them are open.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::report::worksheet::palette::{COMPUTED, FAINT, HEADING, OPEN};

/// Text as typed: 86.67% stays the text it is.
const TEXT: &str = "@";

/// The formats of a form.
pub(super) struct Style {
    /// The title.
    pub title: Format,
    /// Labels and headings.
    pub heading: Format,
    /// What was promised: closed, in the middle.
    pub fixed: Format,
    /// The same for longer texts.
    pub fixed_text: Format,
    /// An open cell for a text, which is kept as it is typed.
    pub open_text: Format,
    /// The same for passages: at the top, to the left.
    pub open_passage: Format,
    /// An open cell for a number that a formula uses.
    pub open_number: Format,
    /// A computed rate.
    pub rate: Format,
    /// A computed sum.
    pub sum: Format,
    /// The guide below the form.
    pub guide: Format,
}

impl Style {
    pub(super) fn new(plain: Format) -> Style {
        let cell = plain
            .clone()
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::VerticalCenter)
            .set_align(FormatAlign::Center)
            .set_text_wrap();
        let open = cell.clone().set_background_color(OPEN).set_unlocked();
        let computed = cell.clone().set_background_color(COMPUTED);
        Style {
            title: plain
                .clone()
                .set_font_size(16)
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            heading: cell.clone().set_bold().set_background_color(HEADING),
            fixed: cell.clone().set_num_format(TEXT),
            fixed_text: cell
                .clone()
                .set_num_format(TEXT)
                .set_align(FormatAlign::Left),
            open_text: open.clone().set_num_format(TEXT),
            open_passage: open
                .clone()
                .set_num_format(TEXT)
                .set_align(FormatAlign::Left)
                .set_align(FormatAlign::Top),
            open_number: open,
            rate: computed.clone().set_num_format("0.00%"),
            sum: computed,
            guide: plain.set_font_size(9).set_font_color(FAINT),
        }
    }
}
