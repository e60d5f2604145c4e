//! Horizontal bars, each below its own words: readable on a telephone, and no label can meet another.

use maud::{Markup, PreEscaped, html};
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordi32;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use rust_decimal::Decimal;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::scale::Scale;
use super::text::harmless;

/// The bars a picture has at most; tables have every figure.
pub(super) const MOST_BARS: usize = 40;

/// The size of the picture before the page fits it in.
const WIDTH: i32 = 480;
const EDGE: i32 = 10;
const ROW: i32 = 38;
const FOOT: i32 = 24;
/// Where a bar begins and ends within its row.
const BAR: (i32, i32) = (19, 31);
/// Columns of text that fit side by side, a Chinese character taking two.
const COLUMNS: usize = 62;

/// What a bar stands for; `page.css` names these colours and has others for dark screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paint {
    /// A total, or points.
    Whole,
    /// Something is added.
    More,
    /// Something is taken away.
    Less,
}

const INK: RGBColor = RGBColor(0x22, 0x2B, 0x36);
const LINES: RGBColor = RGBColor(0xC8, 0xCF, 0xD8);
/// From one bar to the next, behind the words between them.
const THREAD: RGBColor = RGBColor(0x9A, 0xA5, 0xB1);
const TRACK: RGBColor = RGBColor(0xE3, 0xE8, 0xEF);
const MARKER: RGBColor = RGBColor(0xB4, 0x53, 0x09);

impl Paint {
    fn color(self) -> RGBColor {
        match self {
            Paint::Whole => RGBColor(0x2F, 0x5F, 0x9E),
            Paint::More => RGBColor(0x1F, 0x7A, 0x4D),
            Paint::Less => RGBColor(0xB4, 0x2E, 0x3A),
        }
    }
}

/// One bar with the words above it.
#[derive(Debug, Clone)]
pub(super) struct Bar {
    /// What it is.
    pub label: String,
    /// Its figures, exactly as tables have them.
    pub figures: String,
    /// Both ends; `None` where the bar begins at the edge of the picture, or there is no figure.
    pub from: Option<Decimal>,
    /// The other end.
    pub to: Option<Decimal>,
    /// What it stands for.
    pub paint: Paint,
    /// How far it could reach.
    pub track: Option<Decimal>,
    /// A line across it.
    pub marker: Option<Decimal>,
    /// Whether the next bar begins where this one ends.
    pub goes_on: bool,
}

/// The picture, with words for those who do not see it; nothing where there is nothing to draw.
pub(super) fn chart(bars: &[Bar], scale: &Scale, said: &str) -> Markup {
    let height = ROW * i32::try_from(bars.len()).unwrap_or_default() + FOOT;
    let mut svg = String::new();
    let drawn = {
        let size = (WIDTH.unsigned_abs(), height.unsigned_abs());
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        draw(&area, bars, scale, height)
    };
    html! {
        @if drawn.is_some() {
            div.chart role="img" aria-label=(harmless(said)) { (PreEscaped(svg)) }
        }
    }
}

type Area<'s> = DrawingArea<SVGBackend<'s>, Shift>;

/// A string takes whatever is written into it: `None` does not occur.
fn draw(area: &Area<'_>, bars: &[Bar], scale: &Scale, height: i32) -> Option<()> {
    let field = area.apply_coord_spec(Cartesian2d::<Scale, RangedCoordi32>::new(
        scale.clone(),
        0..height,
        (EDGE..WIDTH - EDGE, 0..height),
    ));
    let write = |words: &str, x: Decimal, y: i32, side: HPos| {
        let style = ("sans-serif", 16).into_font().color(&INK);
        let style = style.pos(Pos::new(side, VPos::Center));
        field.draw(&Text::new(words.to_owned(), (x, y), style)).ok()
    };
    for tick in &scale.ticks {
        let line = vec![(*tick, 0), (*tick, height - FOOT)];
        field.draw(&PathElement::new(line, LINES)).ok()?;
        let side = match *tick {
            first if first == scale.least => HPos::Left,
            last if last == scale.most => HPos::Right,
            _ => HPos::Center,
        };
        write(
            &tick.normalize().to_string(),
            *tick,
            height - FOOT / 2,
            side,
        )?;
    }
    for (bar, top) in bars.iter().zip((0..).step_by(ROW.unsigned_abs() as usize)) {
        let across = |from, to, color: RGBColor| {
            let ends = [(from, top + BAR.0), (to, top + BAR.1)];
            field.draw(&Rectangle::new(ends, color.filled())).ok()
        };
        let down = |at, from, to, color: RGBColor, width: u32| {
            let line = PathElement::new(
                vec![(at, top + from), (at, top + to)],
                color.stroke_width(width),
            );
            field.draw(&line).ok()
        };
        let from = bar.from.unwrap_or(scale.least);
        if let Some(track) = bar.track {
            across(scale.least, track, TRACK)?;
        }
        if let Some(to) = bar.to {
            across(from.min(to), from.max(to), bar.paint.color())?;
            // A hundredth of a point is narrower than any bar.
            down(to, BAR.0, BAR.1, bar.paint.color(), 2)?;
            if bar.goes_on {
                down(to, BAR.1, ROW + BAR.0, THREAD, 1)?;
            }
        }
        if let Some(marker) = bar.marker {
            down(marker, BAR.0 - 3, BAR.1 + 3, MARKER, 3)?;
        }
        let figures = short(&bar.figures, COLUMNS / 2);
        let room = COLUMNS.saturating_sub(figures.width() + 2);
        write(&short(&bar.label, room), scale.least, top + 9, HPos::Left)?;
        write(&figures, scale.most, top + 9, HPos::Right)?;
    }
    field.present().ok()
}

/// A text cut to some columns; the table has it whole.
fn short(text: &str, columns: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    for c in harmless(text).chars() {
        let c = if c == '\n' || c == '\t' { ' ' } else { c };
        used += c.width().unwrap_or(1);
        if used > columns {
            out.push('…');
            break;
        }
        out.push(c);
    }
    out
}
