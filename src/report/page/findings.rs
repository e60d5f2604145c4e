//! 问题清单: what was found, gravest first, what a person has accepted behind it.

use std::collections::{BTreeMap, HashMap};

use maud::{Markup, html};

use super::text::text;
use crate::report::audit::{
    AuditedSheets, FoundRow, is_accepted, outcome_name, place, severity_name,
};
use crate::report::paper::Paper;
use crate::words::{Lang, audit as labels, papers_page as words};

/// A finding with the anchor it can be pointed at by.
pub(super) struct Found<'p> {
    /// `s1-C04-row20`: the same as long as the form and the check are.
    pub anchor: String,
    /// The finding.
    pub row: &'p FoundRow,
    /// The anchor of the row it is about, where the page has that row.
    pub about: Option<String>,
}

/// All findings of a paper where they are told, and by the row they are about.
pub(super) struct Findings<'p> {
    /// Of every sheet.
    pub sheets: Vec<Vec<Found<'p>>>,
    /// Of every target table.
    pub targets: Vec<Vec<Found<'p>>>,
    /// Across sheets.
    pub across: Vec<Found<'p>>,
    by_row: HashMap<String, Vec<(String, &'p FoundRow)>>,
}

impl<'p> Findings<'p> {
    pub(super) fn of(paper: &'p Paper) -> Findings<'p> {
        let AuditedSheets {
            sheets,
            targets,
            findings,
            ..
        } = &paper.audited;
        let ids = sheets.iter().zip(1..);
        let ids: BTreeMap<&str, usize> = ids
            .map(|(sheet, number)| (sheet.scored.id.as_str(), number))
            .collect();
        let anchors = |front: String, rows: &'p [FoundRow]| anchored(&front, rows, &ids);
        let mut all = Findings {
            sheets: (1..)
                .zip(sheets)
                .map(|(number, sheet)| anchors(format!("s{number}"), &sheet.findings))
                .collect(),
            targets: (1..)
                .zip(targets)
                .map(|(number, table)| {
                    let no_rows = BTreeMap::new();
                    anchored(&format!("t{number}"), &table.findings, &no_rows)
                })
                .collect(),
            across: anchors("x".to_owned(), findings),
            by_row: HashMap::new(),
        };
        let of_sheets = all.sheets.iter().flatten().chain(&all.across);
        for found in of_sheets {
            if let Some(about) = &found.about {
                let entry = all.by_row.entry(about.clone()).or_default();
                entry.push((found.anchor.clone(), found.row));
            }
        }
        all
    }

    /// What was found about the row of this anchor.
    pub(super) fn about(&self, row: &str) -> &[(String, &'p FoundRow)] {
        self.by_row.get(row).map_or(&[], Vec::as_slice)
    }
}

fn anchored<'p>(front: &str, rows: &'p [FoundRow], ids: &BTreeMap<&str, usize>) -> Vec<Found<'p>> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    rows.iter()
        .map(|row| {
            let number = row.place.row.as_deref();
            let mut anchor = format!("{front}-{}", row.code);
            if let Some(number) = number {
                anchor += &format!("-row{number}");
            }
            let times = seen.entry(anchor.clone()).or_default();
            *times += 1;
            if *times > 1 {
                anchor += &format!("-{times}");
            }
            let sheet = ids.get(row.place.sheet.as_str());
            let about = sheet.zip(number);
            let about = about.map(|(sheet, number)| format!("s{sheet}-row{number}"));
            Found { anchor, row, about }
        })
        .collect()
}

/// "C04 严重·不符".
pub(super) fn head(finding: &FoundRow, lang: Lang) -> String {
    let (severity, outcome) = finding.grade;
    let (severity, outcome) = (severity_name(severity, lang), outcome_name(outcome, lang));
    // English ends its head with a colon, which stands before a message only.
    let head = labels::head(lang, finding.code, severity, outcome);
    head.trim_end_matches(':').to_owned()
}

/// The sign of a finding beside its row, which leads to it.
pub(super) fn signs(findings: &[(String, &FoundRow)], lang: Lang) -> Markup {
    html! {
        @for (anchor, finding) in findings {
            a.sign.(kind(finding)) href={ "#" (anchor) } { (head(finding, lang)) } " "
        }
    }
}

/// The list; those accepted behind the others.
pub(super) fn list(found: &[Found<'_>], lang: Lang) -> Markup {
    let (accepted, open): (Vec<&Found>, Vec<&Found>) =
        found.iter().partition(|found| is_accepted(found.row));
    html! {
        @if !open.is_empty() { ol.findings { @for one in &open { (item(one, lang)) } } }
        @if !accepted.is_empty() {
            p.apart { strong { (words::accepted(lang)) } }
            ol.findings { @for one in &accepted { (item(one, lang)) } }
        }
    }
}

fn item(found: &Found<'_>, lang: Lang) -> Markup {
    let finding = found.row;
    html! {
        li.(kind(finding)) id=(found.anchor) {
            p { strong.sign.(kind(finding)) { (head(finding, lang)) } " " (text(&finding.message)) }
            dl {
                dt { (labels::md_where(lang)) }
                dd {
                    @match &found.about {
                        Some(row) => a href={ "#" (row) } { (text(&place(finding, lang))) },
                        None => (text(&place(finding, lang))),
                    }
                }
                @if let Some(reported) = &finding.reported {
                    dt { (labels::md_reported(lang)) } dd { (text(reported)) }
                }
                @if let Some(expected) = &finding.expected {
                    dt { (labels::md_expected(lang)) } dd { (text(expected)) }
                }
                dt { (labels::md_rule(lang)) } dd { (text(&finding.rule)) }
                dt { (labels::md_help(lang)) } dd { (text(&finding.help)) }
                @if let Some(accepted) = &finding.accepted {
                    dt { (accepted.lead(lang).trim()) } dd { (text(&accepted.why(lang))) }
                }
            }
        }
    }
}

/// The class of a finding: how grave it is where it is proven.
fn kind(finding: &FoundRow) -> &'static str {
    match (is_accepted(finding), finding.outcome) {
        (true, _) => "accepted",
        (false, "fails") => finding.severity,
        (false, _) => "uncertain",
    }
}
