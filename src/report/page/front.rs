//! What stands before the sheets: contents, conclusion, and what the paper was made with.

use maud::{Markup, html};

use super::findings::{Findings, Found};
use super::parts::{heads, table_box};
use super::sheet::{grade, name};
use super::text::text;
use crate::audit::{Outcome, Severity, checks};
use crate::report::audit::{is_accepted, name_of, outcome_name, severity_name};
use crate::report::paper::{Paper, Subject};
use crate::report::score::{Part, ScoredSheet, shown, signed};
use crate::words::{Lang, accept, audit, papers_page as words, portfolio, report as labels};

/// A small table of contents.
pub(super) fn contents(paper: &Paper) -> Markup {
    let lang = paper.lang;
    let audited = &paper.audited;
    html! {
        nav id="contents" aria-labelledby="contents-head" {
            h2 id="contents-head" { (words::contents(lang)) }
            ul {
                li { a href="#conclusion" { (words::conclusion(lang)) } }
                @if let Some(rows) = &audited.portfolio {
                    li { a href="#overview" { (portfolio::heading(lang, rows.sheets, rows.units)) } }
                }
                @if paper.whatif.is_some() { li { a href="#matrix" { (words::matrix(lang)) } } }
                @if !audited.findings.is_empty() { li { a href="#across" { (words::across(lang)) } } }
                @for (number, table) in (1..).zip(&audited.targets) {
                    li { a href={ "#t" (number) } {
                        (text(&audit::target_table(lang, &table.id, name_of(table))))
                    } }
                }
                @for (number, sheet) in (1..).zip(&audited.sheets) {
                    li {
                        a href={ "#s" (number) } { (text(&called(&sheet.scored, lang))) }
                        @if let ([_], true) = (&audited.sheets[..], paper.subject == Subject::Audit) {
                            ul {
                                li { a href="#s1-reconciliation" { (words::reconciliation(lang)) } }
                                li { a href="#s1-rows" { (words::rows(lang)) } }
                                li { a href="#s1-findings" { (words::findings(lang)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Id and name, as a list tells sheets apart by.
fn called(scored: &ScoredSheet, lang: Lang) -> String {
    match name(scored) {
        same if same == scored.id => same.to_owned(),
        name => words::sheet_alone(lang, &scored.id, name),
    }
}

/// Totals and grades of every sheet, reported and recomputed, and how much was found.
pub(super) fn conclusion(paper: &Paper, findings: &Findings<'_>) -> Markup {
    let (lang, audited) = (paper.lang, &paper.audited);
    let is_audit = paper.subject == Subject::Audit;
    let mut columns = vec![
        (labels::sheet(lang), false),
        (words::own_total(lang), true),
        (words::computed_total(lang), true),
        (words::difference(lang), true),
        (labels::part_grade(lang), false),
    ];
    if is_audit {
        columns.extend(count_heads(lang).map(|head| (head, true)));
    }
    let others =
        (1..)
            .zip(&findings.targets)
            .zip(&audited.targets)
            .map(|((number, found), table)| {
                let name = audit::target_table(lang, &table.id, name_of(table));
                (format!("#t{number}"), name, found)
            });
    let across = (!findings.across.is_empty())
        .then(|| ("#across".to_owned(), words::across(lang), &findings.across));
    let others: Vec<_> = others.chain(across).collect();
    html! {
        section id="conclusion" {
            h2 { (words::conclusion(lang)) }
            (table_box(&words::conclusion(lang), html! {
                (heads(&columns))
                tbody {
                    @for ((number, sheet), found) in (1..).zip(&audited.sheets).zip(&findings.sheets) {
                        (line(number, &sheet.scored, is_audit.then_some(found), columns.len(), lang))
                    }
                    @if is_audit {
                        @for (link, name, found) in &others {
                            tr {
                                th scope="row" { a href=(link) { (text(name)) } }
                                td colspan="4" {}
                                @for count in counts(found) { td.num { (count) } }
                            }
                        }
                    }
                }
            }, lang))
            @if is_audit {
                p.legend { (audit::summary_legend(lang)) }
                (checked(paper))
            }
        }
    }
}

fn line(
    number: usize,
    scored: &ScoredSheet,
    found: Option<&Vec<Found<'_>>>,
    columns: usize,
    lang: Lang,
) -> Markup {
    let difference = scored.difference(Part::Total);
    let differs = difference.is_some_and(|difference| !difference.0.is_zero());
    let (before, after) = (grade(&scored.reported, lang), grade(&scored.computed, lang));
    let reported = scored.reported_text(Part::Total);
    let subject = Some(scored.subject()).filter(|it| !it.is_empty() && *it != name(scored));
    html! {
        tr.differs[differs] {
            th scope="row" {
                a href={ "#s" (number) } { (text(name(scored))) }
                @if let Some(subject) = subject { br; (text(subject)) }
            }
            td.num { (text(&reported.unwrap_or_else(|| labels::blank(lang)))) }
            td.num.points { (shown(scored.computed.total, lang)) }
            td.num { (signed(difference)) }
            td { (text(&labels::grade_change(lang, before, after))) }
            @if let Some(found) = found { @for count in counts(found) { td.num { (count) } } }
        }
        @if !scored.computed.missing.is_empty() {
            tr { td colspan=(columns) { (text(&labels::not_computed(lang, scored.computed.missing.join("; ")))) } }
        }
    }
}

fn count_heads(lang: Lang) -> [String; 5] {
    let fails = |severity| severity_name(severity, lang);
    [
        fails(Severity::Error),
        fails(Severity::Warning),
        fails(Severity::Note),
        outcome_name(Outcome::Uncertain, lang),
        accept::accepted(lang),
    ]
}

/// As [`count_heads`]: what fails by severity, what is uncertain, what is accepted.
fn counts(found: &[Found<'_>]) -> [usize; 5] {
    let mut counts = [0; 5];
    for one in found {
        let place = match (is_accepted(one.row), one.row.grade) {
            (true, _) => 4,
            (false, (_, Outcome::Uncertain)) => 3,
            (false, (_, Outcome::NotApplicable)) => continue,
            (false, (Severity::Error, Outcome::Fails)) => 0,
            (false, (Severity::Warning, Outcome::Fails)) => 1,
            (false, (Severity::Note, Outcome::Fails)) => 2,
        };
        counts[place] += 1;
    }
    counts
}

fn checked(paper: &Paper) -> Markup {
    let lang = paper.lang;
    let left_out = paper.audited.left_out(lang);
    let said = left_out.unwrap_or_else(|| words::all_checks(lang, checks::ALL.len()));
    html! { dl { dt { (words::checks(lang)) } dd { (said) } } }
}
