//! Characters to lines of text.
//!
//! The library's own words cut where a Latin figure of another font meets Chinese ("2024 年度"): here a
//! line is what stands side by side, and a space is what is drawn or a gap as wide as one.

use pdfplumber::BBox;

use super::glyph::Glyph;

/// A line: its characters from left to right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TextLine<'g> {
    /// Its edges.
    pub(super) bbox: BBox,
    /// Its characters, blank ones included.
    pub(super) glyphs: Vec<&'g Glyph>,
}

/// Share of the lower character's height that has to be side by side.
const OVERLAP: f64 = 0.5;

/// Gaps, in heights of a character, that count as a space where none is drawn: between Latin letters,
/// and beside a Chinese character, where layouts leave a quarter on their own.
const LATIN_SPACE: f64 = 0.2;
const WIDE_SPACE: f64 = 0.6;

/// A character drawn again this close, in heights, is one made bold.
const SAME_PLACE: f64 = 0.15;

/// The lines of some characters, from top to bottom.
pub(super) fn lines<'g>(glyphs: impl IntoIterator<Item = &'g Glyph>) -> Vec<TextLine<'g>> {
    let (mut upright, sideways): (Vec<&Glyph>, Vec<&Glyph>) =
        glyphs.into_iter().partition(|glyph| glyph.upright);
    upright.sort_by(|one, other| one.centre().1.total_cmp(&other.centre().1));
    let mut lines: Vec<TextLine<'g>> = Vec::new();
    for glyph in upright {
        match lines.last_mut() {
            Some(line) if is_beside(&line.bbox, glyph) => {
                line.bbox = grown(&line.bbox, glyph);
                line.glyphs.push(glyph);
            }
            _ => lines.push(TextLine {
                bbox: glyph.bbox,
                glyphs: vec![glyph],
            }),
        }
    }
    for line in &mut lines {
        line.glyphs
            .sort_by(|one, other| one.bbox.x0.total_cmp(&other.bbox.x0));
        line.glyphs.dedup_by(|again, first| {
            again.text == first.text
                && !again.is_blank()
                && (again.bbox.x0 - first.bbox.x0).abs() < SAME_PLACE * first.height()
        });
    }
    // Sideways text keeps the order it was drawn in, as one line.
    if let Some(first) = sideways.first() {
        lines.push(TextLine {
            bbox: sideways
                .iter()
                .fold(first.bbox, |bbox, glyph| grown_both(&bbox, glyph)),
            glyphs: sideways,
        });
    }
    lines.retain(|line| line.glyphs.iter().any(|glyph| !glyph.is_blank()));
    lines.sort_by(|one, other| one.bbox.top.total_cmp(&other.bbox.top));
    lines
}

fn is_beside(line: &BBox, glyph: &Glyph) -> bool {
    let shared = line.bottom.min(glyph.bbox.bottom) - line.top.max(glyph.bbox.top);
    shared >= OVERLAP * glyph.height().min(line.bottom - line.top)
}

/// A line as tall as its tallest character: were it their union, lines set close would run together.
fn grown(line: &BBox, glyph: &Glyph) -> BBox {
    let taller = glyph.height() > line.bottom - line.top;
    let (top, bottom) = if taller {
        (glyph.bbox.top, glyph.bbox.bottom)
    } else {
        (line.top, line.bottom)
    };
    BBox::new(
        line.x0.min(glyph.bbox.x0),
        top,
        line.x1.max(glyph.bbox.x1),
        bottom,
    )
}

fn grown_both(bbox: &BBox, glyph: &Glyph) -> BBox {
    bbox.union(&glyph.bbox)
}

impl TextLine<'_> {
    /// Its words.
    pub(super) fn text(&self) -> String {
        text(&self.glyphs)
    }
}

/// The text of characters of one line.
pub(super) fn text(glyphs: &[&Glyph]) -> String {
    let mut text = String::new();
    let (mut before, mut blank): (Option<&Glyph>, bool) = (None, false);
    for glyph in glyphs {
        if glyph.is_blank() {
            blank = true;
            continue;
        }
        if let Some(before) = before
            && (blank || is_gap(before, glyph))
        {
            text.push(' ');
        }
        text.push_str(&glyph.text);
        (before, blank) = (Some(*glyph), false);
    }
    text
}

fn is_gap(before: &Glyph, glyph: &Glyph) -> bool {
    if !(before.upright && glyph.upright) {
        return false;
    }
    let space = if before.is_wide() || glyph.is_wide() {
        WIDE_SPACE
    } else {
        LATIN_SPACE
    };
    glyph.bbox.x0 - before.bbox.x1 > space * before.height().max(glyph.height())
}

/// Blank sides of a cell, in heights of a character, both together.
const PADDING: f64 = 1.5;

/// The text of a cell. A line that was broken because the next character did not fit runs on; a line that
/// ends a sentence, or stops short of the edge, ends there.
pub(super) fn cell<'g>(glyphs: impl IntoIterator<Item = &'g Glyph>, width: f64) -> String {
    let lines = lines(glyphs);
    let mut text = String::new();
    for (index, line) in lines.iter().enumerate() {
        let next = line.text();
        if let Some(before) = index.checked_sub(1).map(|before| &lines[before]) {
            let first = line.glyphs.iter().find(|glyph| !glyph.is_blank());
            let needed = first.map_or(0.0, |first| {
                first.bbox.x1 - first.bbox.x0 + PADDING * first.height()
            });
            let full = width - (before.bbox.x1 - before.bbox.x0) < needed;
            if full && runs_on(&text, &next) {
                if is_latin(text.chars().last()) && is_latin(next.chars().next()) {
                    text.push(' ');
                }
            } else {
                text.push('\n');
            }
        }
        text.push_str(&next);
    }
    text
}

/// Whether one line may be the middle of a sentence that the next goes on with.
fn runs_on(before: &str, next: &str) -> bool {
    let ends = before.ends_with(['。', '；', ';', '！', '!', '？', '?', '：', ':']);
    let item = next.trim_start_matches(['(', '（']);
    let digits = item.trim_start_matches(|c: char| c.is_ascii_digit() || NUMERALS.contains(c));
    let numbered = digits.len() < item.len() && digits.starts_with(['、', '.', '．', ')', '）']);
    // 3,582.9 over 3: a figure cut in two begins no list.
    let figure = digits
        .strip_prefix('.')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    !ends && (!numbered || figure)
}

const NUMERALS: &str = "一二三四五六七八九十";

fn is_latin(character: Option<char>) -> bool {
    character.is_some_and(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters one behind the other: Latin ones half as wide as high, a tab a gap of a height.
    fn glyphs(x: f64, top: f64, size: f64, text: &str) -> Vec<Glyph> {
        let mut x = x;
        let mut glyphs = Vec::new();
        for character in text.chars() {
            let width = match character {
                '\t' => size,
                '\'' => size * 0.25,
                character if character < '\u{2E80}' => size * 0.5,
                _ => size,
            };
            if !matches!(character, '\t' | '\'') {
                glyphs.push(Glyph {
                    text: character.to_string(),
                    bbox: BBox::new(x, top, x + width, top + size),
                    upright: true,
                });
            }
            x += width;
        }
        glyphs
    }

    #[test]
    fn a_space_is_drawn_or_a_wide_gap() {
        for (drawn, read) in [
            ("预算数(A)", "预算数(A)"),
            ("2024'年度", "2024年度"),
            ("预\t期", "预 期"),
            ("预 期", "预 期"),
            ("  93.66 %", "93.66 %"),
            ("B'C", "B C"),
        ] {
            assert_eq!(cell(&glyphs(0.0, 0.0, 12.0, drawn), f64::INFINITY), read);
        }
    }

    #[test]
    fn fonts_of_one_line_may_stand_at_different_heights() {
        let mut line = glyphs(100.0, 3.5, 22.0, "年度");
        line.extend(glyphs(56.0, 0.0, 22.0, "2024"));
        line.extend(glyphs(56.0, 30.0, 22.0, "自评表"));
        assert_eq!(cell(&line, f64::INFINITY), "2024年度\n自评表");
    }

    #[test]
    fn bold_made_by_drawing_twice_is_read_once() {
        let mut line = glyphs(0.0, 0.0, 10.0, "总分");
        line.extend(glyphs(0.4, 0.0, 10.0, "总分"));
        assert_eq!(cell(&line, f64::INFINITY), "总分");
        assert_eq!(cell(&glyphs(0.0, 0.0, 10.0, "11"), f64::INFINITY), "11");
    }

    #[test]
    fn a_line_that_fills_its_cell_runs_on_unless_a_sentence_ends_there() {
        for (lines, read) in [
            (
                ["品牌服务未完成：因项", "目调整未开展"],
                "品牌服务未完成：因项目调整未开展",
            ),
            (
                ["品牌服务未完成项目。", "目调整未开展"],
                "品牌服务未完成项目。\n目调整未开展",
            ),
            (
                ["品牌服务未完成项目", "2、调整未开展"],
                "品牌服务未完成项目\n2、调整未开展",
            ),
            (["培训", "目调整未开展"], "培训\n目调整未开展"),
        ] {
            let mut text = glyphs(5.0, 0.0, 10.0, lines[0]);
            text.extend(glyphs(5.0, 12.0, 10.0, lines[1]));
            assert_eq!(cell(&text, 110.0), read);
        }
    }
}
