//! A paper as one page for a browser: one file without a script, without anything from elsewhere.
//!
//! What must not happen with input anybody may have written: `text.rs`. What the page looks like on a
//! screen, a telephone and paper: `page.css`.

mod chart;
mod findings;
mod front;
mod overview;
mod parts;
mod rows;
mod scale;
mod scenarios;
mod sheet;
mod text;
mod waterfall;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::paper::Paper;
use crate::report::audit::name_of;
use crate::report::score::ENGINE;
use crate::words::{Lang, audit as words, papers_page as page_words};
use findings::{Findings, list};
use sheet::{Section, sheet};
use text::text;

/// From more sheets than this on a browser lays out what it shows, and the rest when it gets there.
const MANY: usize = 20;
const STYLE: &str = include_str!("page.css");
/// Nothing is loaded, run, embedded or sent, whatever the page says.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The page (.html).
pub(super) fn page(paper: &Paper) -> String {
    let lang = match paper.lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let page = html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta name="generator" content=(ENGINE);
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (paper.title()) }
                style { (PreEscaped(STYLE)) }
            }
            body.many[paper.evaluations.len() > MANY] {
                header { h1 { (paper.title()) } }
                main { (body(paper)) }
            }
        }
    };
    page.into_string() + "\n"
}

fn body(paper: &Paper) -> Markup {
    let (lang, audited) = (paper.lang, &paper.audited);
    let findings = Findings::of(paper);
    let nothing = audited.nothing_found(lang);
    let whatif = |index: usize| paper.whatif.as_ref()?.sheets.get(index);
    let sections = paper.evaluations.iter().zip(&audited.sheets).enumerate();
    html! {
        (front::contents(paper))
        (front::conclusion(paper, &findings))
        (overview::overview(audited, lang))
        @if let Some(all) = &paper.whatif { (scenarios::matrix(all, lang)) }
        @if !findings.across.is_empty() {
            section id="across" { h2 { (page_words::across(lang)) } (list(&findings.across, lang)) }
        }
        @for ((number, found), table) in (1..).zip(&findings.targets).zip(&audited.targets) {
            section id={ "t" (number) } {
                h2 { (text(&words::target_table(lang, &table.id, name_of(table)))) }
                @if found.is_empty() { p { (nothing) } }
                (list(found, lang))
            }
        }
        @for (index, (evaluation, audited)) in sections {
            @let anchor = format!("s{}", index + 1);
            @let scenarios = whatif(index).map(|sheet| scenarios::scenarios(sheet, &anchor, lang));
            (sheet(&Section {
                lang,
                subject: paper.subject,
                anchor,
                evaluation,
                audited,
                scored: &audited.scored,
                findings: &findings,
                found: &findings.sheets[index],
                nothing: &nothing,
            }, scenarios.unwrap_or_default()))
        }
    }
}
