//! One sheet: what it is, how its total comes about, every row, what was found.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::findings::{Findings, Found, list};
use super::parts::{derivation, heads, table_box};
use super::rows::{overview, rows};
use super::text::text;
use super::waterfall::{Step, waterfall};
use crate::report::audit::{AuditedSheet, no_reconciliation};
use crate::report::explain::Focus;
use crate::report::explain::derived::{clauses, derived, derived_groups};
use crate::report::paper::Subject;
use crate::report::score::{Part, Parts, ScoredSheet, remark, shown, signed};
use crate::score::Evaluation;
use crate::words::{Lang, papers_page as words, report as labels};

/// What a section is made from.
pub(super) struct Section<'p> {
    pub lang: Lang,
    pub subject: Subject,
    /// `s1`.
    pub anchor: String,
    pub evaluation: &'p Evaluation,
    pub audited: &'p AuditedSheet,
    pub scored: &'p ScoredSheet,
    pub findings: &'p Findings<'p>,
    pub found: &'p [Found<'p>],
    /// What is said where nothing was found.
    pub nothing: &'p str,
}

/// The section; `scenarios` stands behind the header block.
pub(super) fn sheet(section: &Section<'_>, scenarios: Markup) -> Markup {
    let (lang, anchor, scored) = (section.lang, &section.anchor, section.scored);
    let mut keys = BTreeSet::new();
    let parts = parts(section, &mut keys);
    let rows = rows(section, &mut keys);
    let clauses = clauses(section.evaluation, &keys, lang);
    html! {
        section.sheet id=(anchor) {
            h2 { (text(name(scored))) }
            (header(scored, lang))
            (scenarios)
            @if section.subject == Subject::Audit {
                h3 id={ (anchor) "-reconciliation" } { (words::reconciliation(lang)) }
                (reconciliation(section))
            }
            h3 id={ (anchor) "-parts" } { (words::parts(lang)) }
            (parts)
            @for note in &scored.notes { p.note { (labels::caveat(lang)) (text(note)) } }
            h3 id={ (anchor) "-rows" } { (words::rows(lang)) }
            (overview(scored, lang))
            (rows)
            @if section.subject == Subject::Audit {
                h3 id={ (anchor) "-findings" } { (words::findings(lang)) }
                @if section.found.is_empty() { p { (section.nothing) } }
                (list(section.found, lang))
            }
            @if !clauses.is_empty() {
                h3 id={ (anchor) "-clauses" } { (words::clauses(lang)) }
                ul.clauses { @for clause in &clauses { li { (text(clause)) } } }
            }
            p.back { a href="#contents" { (words::to_contents(lang)) } }
        }
    }
}

/// What people know a sheet by.
pub(super) fn name(scored: &ScoredSheet) -> &str {
    let names = [scored.title.as_str(), scored.id.as_str()];
    let mut named = names.into_iter().filter(|name| !name.trim().is_empty());
    named.next().unwrap_or(scored.subject())
}

fn header(scored: &ScoredSheet, lang: Lang) -> Markup {
    let year = scored.year.map(|year| year.to_string());
    let used = &scored.rules;
    let title = used.title.get(lang);
    let rules = format!("{}@{} · {title}", used.pack, used.edition);
    let rules = match (used.in_force, scored.year) {
        (Some(false), Some(year)) => labels::not_in_force(lang, rules, year),
        _ => rules,
    };
    let facts = [
        (labels::sheet(lang), Some(scored.id.clone())),
        (words::unit(lang), Some(scored.unit.clone())),
        (words::project(lang), scored.project.clone()),
        (words::year(lang), year),
        (words::rules(lang), Some(rules)),
    ];
    let receipt = &scored.receipt;
    html! {
        dl.header {
            @for (name, fact) in facts {
                @if let Some(fact) = fact.filter(|fact| !fact.is_empty()) {
                    dt { (name) } dd { (text(&fact)) }
                }
            }
            dt { (words::engine(lang)) } dd { (receipt.engine) }
            dt { (words::input_sum(lang)) } dd.sum { (receipt.input_sha256) }
            dt { (words::pack_sum(lang)) } dd.sum { (receipt.pack_sha256) }
        }
    }
}

fn reconciliation(section: &Section<'_>) -> Markup {
    let (lang, audited) = (section.lang, section.audited);
    let steps: Vec<Step> = audited
        .reconciliation
        .iter()
        .map(|step| Step {
            label: step.label.as_str().into(),
            amount: step.amount.0,
            row: step
                .row
                .as_deref()
                .map(|row| (row, format!("{}-row{row}", section.anchor))),
        })
        .collect();
    html! {
        @if steps.is_empty() {
            p { (text(&no_reconciliation(audited, lang))) }
        } @else {
            (waterfall(&steps, &words::reconciliation(lang), lang))
        }
    }
}

/// Execution, groups, indicators, total, grade; every computed number unfolds.
fn parts<'p>(section: &Section<'p>, keys: &mut BTreeSet<&'p str>) -> Markup {
    let (lang, scored) = (section.lang, section.scored);
    let columns = [
        (labels::part(lang), false),
        (words::own_points(lang), true),
        (words::computed_points(lang), true),
        (words::difference(lang), true),
    ];
    let groups = derived_groups(section.evaluation, lang, keys);
    let mut unfolded: Vec<(String, String)> = Vec::new();
    if scored.rules.has_execution {
        let lines = derived(section.evaluation, Focus::Execution, lang, keys);
        unfolded.push((Part::Execution.name(lang), lines));
    }
    let names = scored.groups.iter().map(|group| group.group.clone());
    unfolded.extend(names.zip(groups));
    let lines = derived(section.evaluation, Focus::Everything, lang, keys);
    unfolded.push((Part::Total.name(lang), lines));
    html! {
        (table_box(&words::parts(lang), html! {
            (heads(&columns))
            tbody {
                @for part in Part::ALL {
                    @if part == Part::Indicators {
                        @for group in &scored.groups {
                            tr {
                                th.deep[group.depth > 0] scope="row" { (text(group.name().trim())) (beside(&group.remark(lang))) }
                                td.num { (shown(group.reported, lang)) }
                                td.num { (shown(group.points, lang)) }
                                td.num { (signed(group.difference())) }
                            }
                        }
                    }
                    @if part != Part::Execution || scored.rules.has_execution {
                        tr.total[part == Part::Total] {
                            th scope="row" { (part.name(lang)) (beside(&remark(scored, part, lang))) }
                            td.num { (text(&scored.reported_text(part).unwrap_or_else(|| labels::blank(lang)))) }
                            td.num { (shown(scored.computed.get(part), lang)) }
                            td.num { (signed(scored.difference(part))) }
                        }
                    }
                }
                tr.total {
                    th scope="row" {
                        (labels::part_grade(lang))
                        (beside(scored.computed.grade_missing.as_deref().unwrap_or_default()))
                    }
                    td.num { (text(&grade(&scored.reported, lang))) }
                    td.num { (text(&grade(&scored.computed, lang))) }
                    td.num {}
                }
            }
        }, lang))
        @for (what, lines) in &unfolded { (derivation(what, lines, lang)) }
    }
}

/// What is to be said of a part, below its name.
fn beside(remark: &str) -> Markup {
    html! { @if !remark.is_empty() { span.remark { (text(remark)) } } }
}

/// A grade, or the sign for none.
pub(super) fn grade(parts: &Parts, lang: Lang) -> String {
    let name = parts.grade_name.as_ref();
    name.map_or_else(|| labels::blank(lang), |name| name.get(lang).to_owned())
}
