//! How the cells of a paper look, and which of them are open.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::report::worksheet::palette::{COMPUTED, FAINT, HEADING, OPEN};
use crate::value::{Quantity, Scale};

/// Text as it stands: 86.67% stays the text it is.
const TEXT: &str = "@";
/// The longest unit behind a number.
const LONGEST_UNIT: usize = 20;

/// The formats of a paper.
pub(super) struct Style {
    /// The title.
    pub title: Format,
    /// The title of a block.
    pub block: Format,
    /// Labels and headings.
    pub heading: Format,
    /// A text in the middle.
    pub fixed: Format,
    /// A text to the left.
    pub passage: Format,
    /// A figure that stands.
    pub figure: Format,
    /// A figure that is computed.
    pub computed: Format,
    /// A figure the program computed, which no formula says.
    pub scripted: Format,
    /// An open cell.
    pub open: Format,
    /// The heading of a figure beside the print.
    pub helper_heading: Format,
    /// A figure beside the print.
    pub helper: Format,
    /// An open figure beside the print.
    pub helper_open: Format,
    /// What is said below a table.
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
        let helper = plain
            .clone()
            .set_font_size(8)
            .set_font_color(FAINT)
            .set_align(FormatAlign::VerticalCenter)
            .set_align(FormatAlign::Right);
        Style {
            title: plain
                .clone()
                .set_font_size(16)
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            block: plain
                .clone()
                .set_bold()
                .set_font_size(11)
                .set_align(FormatAlign::VerticalCenter),
            heading: cell.clone().set_bold().set_background_color(HEADING),
            fixed: cell.clone().set_num_format(TEXT),
            passage: cell
                .clone()
                .set_num_format(TEXT)
                .set_align(FormatAlign::Left),
            figure: cell.clone(),
            computed: cell.clone().set_background_color(COMPUTED),
            scripted: cell
                .clone()
                .set_background_color(COMPUTED)
                .set_italic()
                .set_font_color(FAINT),
            open: cell.clone().set_background_color(OPEN).set_unlocked(),
            helper_heading: helper
                .clone()
                .set_text_wrap()
                .set_align(FormatAlign::Center),
            helper_open: helper.clone().set_background_color(OPEN).set_unlocked(),
            helper,
            guide: plain.set_font_size(9).set_font_color(FAINT),
        }
    }
}

/// Points with as many places as the rule keeps, and more where somebody asks for more.
pub(super) fn points(places: u32) -> String {
    match places {
        0 => "General".to_owned(),
        places => format!("0.{}########", "0".repeat(places.min(12) as usize)),
    }
}

/// A share.
pub(super) const PERCENT: &str = "0.00####%";

/// A number with what stands behind it on the sheet.
pub(super) fn quantity(of: &Quantity) -> String {
    match of.scale {
        Scale::Percent => PERCENT.to_owned(),
        _ => unit(&of.unit),
    }
}

/// A number with a unit.
pub(super) fn unit(unit: &str) -> String {
    let plain = |c: &char| c.is_alphanumeric() || "/()（）·".contains(*c);
    let unit: String = unit.chars().filter(plain).take(LONGEST_UNIT).collect();
    match unit.is_empty() {
        true => "General".to_owned(),
        false => format!("General\"{unit}\""),
    }
}

/// A day as [`crate::score`] counts it: 20241231, or 1231 where no year is compared.
pub(super) fn day(number: i64) -> &'static str {
    match number >= 10_000 {
        true => "0000\"-\"00\"-\"00",
        false => "00\"-\"00",
    }
}

/// The place of a rank.
pub(super) const RANK: &str = "General";
