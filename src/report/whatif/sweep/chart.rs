//! A sweep as a picture (SVG), drawn in exact decimals: a few lines and texts need no library and no
//! binary fraction. Texts stay texts, so that whatever shows the picture brings its own Chinese font.

use std::fmt::Write as _;

use rust_decimal::Decimal;

use super::{Answered, SweepFound};
use crate::number::{Fraction, Rounding, RoundingMode};
use crate::report::Figure;
use crate::report::screen::clean;
use crate::whatif::{Place, round_step};
use crate::words::{Lang, report as labels};

/// Where the field of the curve begins and ends in a picture of 800 × 440.
const LEFT: i64 = 64;
const RIGHT: i64 = 736;
const TOP: i64 = 64;
const BOTTOM: i64 = 384;
/// Numbers along the axes, at most.
const TICKS: u32 = 8;
/// Heights labels of changes take turns in, so that neighbours do not cover each other.
const LABELS: usize = 3;

const HEAD: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 440" width="800" height="440" font-family="'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif" font-size="12" fill="#333">
<rect width="800" height="440" fill="#fff"/>
"##;

/// The picture of a sheet's sweep; blank without one, or without any total.
pub fn chart(sheet: &Answered, lang: Lang) -> String {
    let mut svg = HEAD.to_owned();
    let title = format!("{}  {}", sheet.baseline.id, sheet.baseline.title);
    text(
        &mut svg,
        (LEFT.into(), 24.into()),
        "start",
        " font-size=\"15\"",
        &title,
    );
    if let Some(found) = &sheet.sweep
        && let Some(field) = Field::of(found)
    {
        let under = format!("{} — {}", labels::part_total(lang), found.key);
        text(&mut svg, (LEFT.into(), 44.into()), "start", "", &under);
        field.bands(&mut svg, found, lang);
        field.axes(&mut svg, found);
        field.turns(&mut svg, found);
        field.curve(&mut svg, found);
    }
    svg.push_str("</svg>\n");
    svg
}

/// The numbers at the edges of the field.
struct Field {
    from: Decimal,
    to: Decimal,
    least: Decimal,
    most: Decimal,
    step: Decimal,
}

impl Field {
    fn of(found: &SweepFound) -> Option<Field> {
        let totals = found.points.iter().filter_map(|point| Some(point.total?.0));
        let (least, most) = (totals.clone().min()?, totals.max()?);
        let step = round_step((most - least).max(Decimal::ONE), TICKS);
        // The whole steps around the totals.
        let mut floor = least - (least % step);
        if floor > least {
            floor -= step;
        }
        let mut ceiling = floor + step;
        while ceiling < most {
            ceiling += step;
        }
        Some(Field {
            from: found.points.first()?.number.0,
            to: found.points.last()?.number.0,
            least: floor,
            most: ceiling,
            step,
        })
    }

    fn x(&self, at: Fraction) -> Option<Decimal> {
        between(at, (self.from, self.to), (LEFT, RIGHT))
    }

    fn y(&self, total: Decimal) -> Option<Decimal> {
        between(total.into(), (self.least, self.most), (BOTTOM, TOP))
    }

    /// The bands of the grades behind the curve, with their names to the right.
    fn bands(&self, svg: &mut String, found: &SweepFound, lang: Lang) {
        let mut bands: Vec<_> = found.bands.iter().collect();
        bands.sort_by_key(|(from, _)| from.0);
        for (index, (from, name)) in bands.iter().enumerate() {
            let above = bands.get(index + 1).map_or(self.most, |(next, _)| next.0);
            let (low, high) = (from.0.max(self.least), above.min(self.most));
            if low >= high {
                continue;
            }
            let (Some(bottom), Some(top)) = (self.y(low), self.y(high)) else {
                continue;
            };
            let (width, height) = (RIGHT - LEFT, bottom - top);
            let shade = if index % 2 == 0 { "#f1f4f8" } else { "#e3e9f1" };
            let _ = writeln!(
                svg,
                r#"<rect x="{LEFT}" y="{top}" width="{width}" height="{height}" fill="{shade}"/>"#
            );
            let middle = (top + bottom) / Decimal::TWO + Decimal::from(4);
            text(
                svg,
                ((RIGHT + 8).into(), middle),
                "start",
                "",
                name.get(lang),
            );
        }
    }

    fn axes(&self, svg: &mut String, found: &SweepFound) {
        let mut total = self.least;
        while total <= self.most {
            if let Some(y) = self.y(total) {
                line(
                    svg,
                    (LEFT.into(), y),
                    (RIGHT.into(), y),
                    "stroke=\"#cbd3dd\"",
                );
                let label = total.normalize().to_string();
                let at = ((LEFT - 8).into(), y + Decimal::from(4));
                text(svg, at, "end", "", &label);
            }
            total += self.step;
        }
        let every = found.points.len().div_ceil(TICKS as usize);
        for point in found.points.iter().step_by(every.max(1)) {
            if let Some(x) = self.x(point.number.0.into()) {
                line(
                    svg,
                    (x, BOTTOM.into()),
                    (x, (BOTTOM + 5).into()),
                    "stroke=\"#667\"",
                );
                text(svg, (x, (BOTTOM + 20).into()), "middle", "", &point.at);
            }
        }
    }

    /// A line where the grade changes, with the place and the change.
    fn turns(&self, svg: &mut String, found: &SweepFound) {
        for (index, turn) in found.grades.iter().enumerate() {
            let Some(x) = self.x(turn.exact.number()) else {
                continue;
            };
            let dashes = "stroke=\"#b4472e\" stroke-dasharray=\"4 3\"";
            line(svg, (x, TOP.into()), (x, BOTTOM.into()), dashes);
            let (place, change) = &turn.said;
            let place = match turn.exact {
                Place::Between(..) => "",
                _ => place,
            };
            let label = format!("{place} {change}");
            let down = 14 + 16 * (index % LABELS) as i64;
            // Near the right edge the label stands to the left of its line.
            let left = x > Decimal::from((LEFT + RIGHT) / 2);
            let (anchor, beside) = if left { ("end", -5) } else { ("start", 5) };
            let at = (x + Decimal::from(beside), (TOP + down).into());
            text(svg, at, anchor, " fill=\"#b4472e\"", label.trim());
        }
    }

    /// The totals, a line for every stretch without a gap.
    fn curve(&self, svg: &mut String, found: &SweepFound) {
        let points = found.points.iter();
        let mut points: Vec<(Fraction, Option<Figure>)> = points
            .map(|point| (point.number.0.into(), point.total))
            .collect();
        // Just below a place, then just above it; a point that stands there itself gives way.
        points.retain(|(at, _)| found.edges.iter().all(|(edge, _)| edge != at));
        let edges = found.edges.iter();
        points.extend(edges.flat_map(|(at, totals)| totals.map(|total| (*at, total))));
        points.sort_by_key(|(at, _)| *at);
        for stretch in points.split(|(_, total)| total.is_none()) {
            let places = stretch.iter().filter_map(|(at, total)| {
                let (x, y) = (self.x(*at)?, self.y((*total)?.0)?);
                Some(format!("{x},{y}"))
            });
            let places: Vec<String> = places.collect();
            if !places.is_empty() {
                let _ = writeln!(
                    svg,
                    r##"<polyline points="{}" fill="none" stroke="#1f5fa8" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"/>"##,
                    places.join(" ")
                );
            }
        }
    }
}

/// A number's place between two edges, to a tenth of a point.
fn between(
    at: Fraction,
    (from, to): (Decimal, Decimal),
    (low, high): (i64, i64),
) -> Option<Decimal> {
    let share = at.minus(from.into()).ok()?;
    let share = share
        .over(Fraction::from(to).minus(from.into()).ok()?)
        .ok()?;
    let place = share.reduced().times((high - low).into()).ok()?;
    let tenth = Rounding {
        mode: RoundingMode::HalfUp,
        places: 1,
    };
    tenth.apply(place.plus(low.into()).ok()?).ok()
}

fn line(svg: &mut String, from: (Decimal, Decimal), to: (Decimal, Decimal), style: &str) {
    let _ = writeln!(
        svg,
        r#"<line x1="{}" y1="{}" x2="{}" y2="{}" {style}/>"#,
        from.0, from.1, to.0, to.1
    );
}

fn text(svg: &mut String, at: (Decimal, Decimal), anchor: &str, style: &str, words: &str) {
    let words = clean(words)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let _ = writeln!(
        svg,
        r#"<text x="{}" y="{}" text-anchor="{anchor}"{style}>{words}</text>"#,
        at.0, at.1
    );
}
