//! C42 实际值与指标值一字不差.

use std::collections::BTreeMap;

use crate::audit::compare::hits_exactly;
use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, SubjectRow};
use crate::number::Fraction;
use crate::value::{Value, normalise};
use crate::words::Lang;
use crate::words::findings::{self, quality as words};

pub(super) const CHECK: Check = Check {
    code: "C42",
    title: words::c42_title,
    page: include_str!("../../../docs/checks/C42.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let hits = |row: &&SubjectRow| hits_exactly(row.measure) == Some(true);
    let mut hits: Vec<&SubjectRow> = subject.rows.iter().filter(hits).collect();
    if hits.len() < subject.profile.exact_hits {
        hits.clear();
    }
    let words_alike = words_alike(subject);
    if hits.is_empty() && words_alike.is_empty() {
        return;
    }
    let says = |lang: Lang| {
        let mut parts = Vec::new();
        if !hits.is_empty() {
            let rows = hits.iter().map(|row| {
                let (name, target) = (&row.indicator.name, &row.measure.target.0.text);
                findings::measure_label(lang, name, target)
            });
            let rows = rows.collect::<Vec<_>>().join(&findings::separator(lang));
            parts.push(words::c42_hits(lang, hits.len(), rows));
        }
        for (level, word, rows) in &words_alike {
            parts.push(words::c42_words(lang, level, word, rows));
        }
        parts.join(&findings::semicolon(lang))
    };
    findings.push(finding(
        CHECK.code,
        (Severity::Note, Outcome::Uncertain),
        subject.at(&subject.sheet().origin),
        says,
        words::c42_help,
    ));
}

/// First-level groups whose word rows all carry one word and full marks: label, word, rows.
fn words_alike<'a>(subject: &Subject<'a>) -> Vec<(&'a str, String, usize)> {
    let mut groups: BTreeMap<usize, (&str, Vec<&SubjectRow>)> = BTreeMap::new();
    for row in subject.rows.iter().filter(|row| is_word(row)) {
        let level = row.indicator.level1();
        if level.is_empty() {
            continue;
        }
        let at = groups.values().position(|(label, _)| *label == level);
        let at = at.unwrap_or(groups.len());
        groups.entry(at).or_insert((level, Vec::new())).1.push(row);
    }
    groups
        .into_values()
        .filter_map(|(level, rows)| {
            let word = normalise(&rows[0].measure.target.0.text);
            let alike = |row: &&SubjectRow| {
                normalise(&row.measure.target.0.text) == word
                    && normalise(&row.measure.actual.0.text) == word
                    && is_full(row)
            };
            let all = rows.len() >= 2 && rows.iter().all(alike);
            all.then_some((level, word, rows.len()))
        })
        .collect()
}

fn is_word(row: &SubjectRow) -> bool {
    matches!(row.measure.target.0.value, Value::Word(_))
}

fn is_full(row: &SubjectRow) -> bool {
    match (row.reported(), &row.result.full_mark) {
        (Some(reported), Some(mark)) => mark.value == Fraction::from(reported.value),
        _ => false,
    }
}
