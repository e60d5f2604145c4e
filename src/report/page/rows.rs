//! 逐行得分: every row as the form has it, with the way to its points below it.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::chart::{Bar, MOST_BARS, Paint, chart};
use super::findings::signs;
use super::parts::{derivation, heads};
use super::scale::Scale;
use super::sheet::Section;
use super::text::{harmless, text};
use crate::report::explain::{Focus, derived::derived};
use crate::report::score::{FullMarkFrom, ScoredRow, ScoredSheet, shown, signed};
use crate::words::{Lang, audit, papers_page as words, report as labels};

/// Rows under the same levels, as the form has them one below the other.
type Block<'s> = ((&'s str, &'s str), Vec<(usize, &'s ScoredRow)>);

/// The table; notes the clauses its derivations name.
pub(super) fn rows<'p>(section: &Section<'p>, clauses: &mut BTreeSet<&'p str>) -> Markup {
    let lang = section.lang;
    let columns = [
        (labels::row(lang), true),
        (labels::indicator(lang), false),
        (labels::target(lang), false),
        (labels::full_mark(lang), true),
        (labels::actual(lang), false),
        (words::own_points(lang), true),
        (words::computed_points(lang), true),
        (words::difference(lang), true),
    ];
    let names = columns.each_ref().map(|(name, _)| name.as_str());
    html! {
        table.rows {
            caption { (words::rows(lang)) }
            (heads(&columns))
            @for ((level1, level2), block) in blocks(section.scored) {
                tbody {
                    tr.level { th colspan="8" scope="rowgroup" { (levels(level1, level2, lang)) } }
                    @for (index, row) in block { (one(section, index, row, names, clauses)) }
                }
            }
        }
        (legends(section.scored, lang))
    }
}

fn blocks(sheet: &ScoredSheet) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block> = Vec::new();
    for (index, row) in sheet.rows.iter().enumerate() {
        let levels = (row.level1.as_str(), row.level2.as_str());
        match blocks.last_mut() {
            Some((above, rows)) if *above == levels => rows.push((index, row)),
            _ => blocks.push((levels, vec![(index, row)])),
        }
    }
    blocks
}

fn levels(level1: &str, level2: &str, lang: Lang) -> Markup {
    html! {
        @match (level1.is_empty(), level2.is_empty()) {
            (true, true) => (words::no_level(lang)),
            (false, true) => (text(level1)),
            (true, false) => (text(level2)),
            (false, false) => { (text(level1)) " / " (text(level2)) },
        }
    }
}

fn one<'p>(
    section: &Section<'p>,
    index: usize,
    row: &ScoredRow,
    names: [&str; 8],
    clauses: &mut BTreeSet<&'p str>,
) -> Markup {
    let lang = section.lang;
    let anchor = format!("{}-row{}", section.anchor, row.id);
    let found = section.findings.about(&anchor);
    let difference = row.difference();
    let differs = difference.is_some_and(|difference| !difference.0.is_zero());
    let sign = match row.full_mark_source {
        Some(FullMarkFrom::Inferred) => "*",
        Some(FullMarkFrom::Pack) => "+",
        Some(FullMarkFrom::Sheet) | None => "",
    };
    let points = match (row.points, row.dropped) {
        (Some(points), _) => points.to_string(),
        (None, true) => words::dropped(lang),
        (None, false) => labels::unscored(lang),
    };
    let reported = row.reported_text().unwrap_or_else(|| labels::blank(lang));
    let lines = derived(section.evaluation, Focus::Row(index), lang, clauses);
    let what = audit::row_alone(lang, &row.id);
    html! {
        tr.differs[differs].unscored[row.points.is_none()] id=(anchor) {
            td.num data-label=(names[0]) { (row.id) }
            th.name scope="row" data-label=(names[1]) { (text(&row.indicator)) }
            td data-label=(names[2]) { (text(&row.target)) }
            td.num data-label=(names[3]) { (row.mark()) (sign) }
            td data-label=(names[4]) { (text(&row.actual)) }
            td.num data-label=(names[5]) { (text(&reported)) }
            td.num.points data-label=(names[6]) { (points) }
            td.num data-label=(names[7]) { (signed(difference)) }
        }
        tr.more { td colspan="8" {
            @if let Some(reason) = &row.reason { p { (text(reason)) } }
            @if !found.is_empty() { p.signs { (signs(found, lang)) } }
            (derivation(&what, &lines, lang))
        } }
    }
}

fn legends(sheet: &ScoredSheet, lang: Lang) -> Markup {
    let has = |from| {
        sheet
            .rows
            .iter()
            .any(|row| row.full_mark_source == Some(from))
    };
    html! {
        @if has(FullMarkFrom::Inferred) { p.legend { "* " (labels::legend_inferred(lang)) } }
        @if has(FullMarkFrom::Pack) { p.legend { "+ " (labels::legend_pack(lang)) } }
    }
}

/// Points of every row against its full mark, reported beside recomputed.
pub(super) fn overview(sheet: &ScoredSheet, lang: Lang) -> Markup {
    let shown_rows = &sheet.rows[..sheet.rows.len().min(MOST_BARS)];
    let bars: Vec<Bar> = shown_rows.iter().map(|row| bar(row, lang)).collect();
    let ends = bars.iter().flat_map(|bar| [bar.to, bar.track, bar.marker]);
    let ends = ends.flatten().chain([rust_decimal::Decimal::ZERO]);
    let Some(scale) = Scale::around(ends) else {
        return Markup::default();
    };
    let half = match bars.len() {
        few @ 0..=10 => few.max(1),
        many => many.div_ceil(2),
    };
    html! {
        @if !bars.is_empty() {
            figure {
                div.halves {
                    @for half in bars.chunks(half) {
                        (chart(half, &scale, &words::points_chart(lang, half.len())))
                    }
                }
                figcaption {
                    span.key.whole { (words::legend_computed(lang)) } " "
                    span.key.marker { (words::legend_reported(lang)) } " "
                    span.key.track { (words::legend_mark(lang)) } " "
                    @if bars.len() < sheet.rows.len() {
                        (words::first_bars(lang, bars.len(), sheet.rows.len()))
                    }
                }
            }
        }
    }
}

fn bar(row: &ScoredRow, lang: Lang) -> Bar {
    let points = match row.points {
        Some(_) => shown(row.points, lang),
        None if row.dropped => words::dropped(lang),
        None => labels::unscored(lang),
    };
    let mark = match row.mark().as_str() {
        "" => labels::blank(lang),
        mark => mark.to_owned(),
    };
    let figures = match row.reported_text() {
        Some(reported) => words::of_mark_reported(lang, points, mark, harmless(&reported)),
        None => words::of_mark(lang, points, mark),
    };
    Bar {
        label: format!("{} {}", row.id, row.indicator),
        figures,
        from: Some(rust_decimal::Decimal::ZERO),
        to: row.points.map(|points| points.0),
        paint: Paint::Whole,
        track: row.full_mark.map(|mark| mark.0),
        marker: row.reported.map(|reported| reported.0),
        goes_on: false,
    }
}
