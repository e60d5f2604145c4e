//! All sheets together: which checks found most, which units come first, grades and deviations.

use maud::{Markup, html};

use super::parts::{heads, table_box};
use super::text::text;
use crate::report::audit::AuditedSheets;
use crate::report::audit::portfolio::{
    PortfolioRows, bands, classes, counted, heads as counts, said,
};
use crate::words::{Lang, portfolio as words};

/// The section; nothing for a single sheet.
pub(super) fn overview(audited: &AuditedSheets, lang: Lang) -> Markup {
    let Some(rows) = &audited.portfolio else {
        return Markup::default();
    };
    html! {
        section id="overview" {
            h2 { (words::heading(lang, rows.sheets, rows.units)) }
            @for line in said(rows, lang) { p { (text(&line)) } }
            @if !rows.checks.is_empty() { (checks(rows, lang)) }
            (ranking(rows, audited, lang))
            @for grades in &rows.grades {
                (three(&words::grades(lang, &grades.rules), [
                    words::grade(lang), words::reported(lang), words::computed(lang),
                ], bands(grades, lang), lang))
                p.legend { (words::moved(lang, grades.lowered, grades.raised)) }
            }
            @if rows.deviations.compared > 0 {
                (three(&words::deviations(lang), [
                    words::class(lang), words::over(lang), words::under(lang),
                ], classes(rows, lang), lang))
            }
            @if rows.sheets > rows.deviations.compared {
                p.legend { (words::not_compared(lang, rows.sheets - rows.deviations.compared)) }
            }
        }
    }
}

fn columns(front: &[String], rows: &PortfolioRows, back: &[String], lang: Lang) -> Markup {
    let front = front.iter().map(|head| (head.clone(), false));
    let counted = counts(rows, lang).into_iter().chain(back.iter().cloned());
    let all: Vec<(String, bool)> = front.chain(counted.map(|head| (head, true))).collect();
    heads(&all)
}

fn checks(rows: &PortfolioRows, lang: Lang) -> Markup {
    table_box(
        &words::checks(lang),
        html! {
            (columns(&[words::check(lang)], rows, &[words::sheets(lang)], lang))
            tbody { @for check in &rows.checks { tr {
                th scope="row" { (check.code) " " (text(&check.title)) }
                @for count in counted(&check.findings, rows) { td.num { (count) } }
                td.num { (check.sheets) }
            } } }
        },
        lang,
    )
}

fn ranking(rows: &PortfolioRows, audited: &AuditedSheets, lang: Lang) -> Markup {
    let ids = audited.sheets.iter().map(|sheet| sheet.scored.id.as_str());
    let anchors: std::collections::HashMap<&str, usize> = ids.zip(1..).collect();
    let back = [words::sheets(lang), words::deviation(lang)];
    html! {
        (table_box(&words::ranking(lang), html! {
            (columns(&[words::rank(lang), words::unit(lang), words::first(lang)], rows, &back, lang))
            tbody { @for unit in &rows.ranking { tr {
                td { (unit.rank) }
                th scope="row" { (text(unit.name())) }
                td { @match anchors.get(unit.first.as_str()) {
                    Some(number) => a href={ "#s" (number) } { (text(&unit.first)) },
                    None => (text(&unit.first)),
                } }
                @for count in counted(&unit.findings, rows) { td.num { (count) } }
                td.num { (unit.sheets) }
                td.num { @if let Some(off) = unit.deviation { (off) } }
            } } }
        }, lang))
        p.legend { (words::ranking_legend(lang)) }
    }
}

fn three(
    heading: &str,
    [first, second, third]: [String; 3],
    lines: Vec<(String, String, String)>,
    lang: Lang,
) -> Markup {
    table_box(
        heading,
        html! {
            (heads(&[(first, false), (second, true), (third, true)]))
            tbody { @for (name, one, two) in &lines { tr {
                th scope="row" { (text(name)) } td.num { (one) } td.num { (two) }
            } } }
        },
        lang,
    )
}
