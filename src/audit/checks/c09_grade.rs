//! C09 评价等级与总分不一致.

use crate::audit::subject::finding;
use crate::audit::text::plain;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject};
use crate::rules::pack::GradeBand;
use crate::value::{Value, read};
use crate::words::findings::arithmetic as words;

pub(super) const CHECK: Check = Check {
    code: "C09",
    title: words::c09_title,
    page: include_str!("../../../docs/checks/C09.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let (sheet, pack) = (subject.sheet(), &subject.evaluation.pack);
    let Some(printed) = &sheet.grade else {
        return;
    };
    if read(&printed.text).value == Value::Missing {
        return;
    }
    let rule = || subject.clause(&pack.grades_citation);
    let Some(named) = band_called(&pack.grades, &printed.text) else {
        let names: Vec<&str> = pack
            .grades
            .iter()
            .map(|band| band.name.zh.as_str())
            .collect();
        let found = finding(
            CHECK.code,
            (Severity::Note, Outcome::Uncertain),
            subject.at(&printed.origin),
            |lang| words::c09_unknown(lang, &printed.text, names.join("、")),
            words::c09_help,
        );
        findings.push(found.under(rule()));
        return;
    };
    // Of a total in a hole between two bands nothing can be said.
    let reported = sheet
        .total
        .value()
        .and_then(|total| Some((total, pack.grade(total)?)));
    if let Some((total, band)) = reported.filter(|(_, band)| *band != named) {
        let found = finding(
            CHECK.code,
            (Severity::Error, Outcome::Fails),
            subject.at(&printed.origin),
            |lang| {
                let (is, should) = (named.name.get(lang), band.name.get(lang));
                words::c09_printed(lang, is, total, should, pack.name())
            },
            words::c09_help,
        );
        findings.push(found.figures(&printed.text, &band.name.zh).under(rule()));
        return;
    }
    let computed = subject.evaluation.total.as_ref().ok();
    let computed = computed.and_then(|total| Some((*total, pack.grade(*total)?)));
    if let Some((total, band)) = computed.filter(|(_, band)| *band != named) {
        // The grade follows the rows; what is wrong with them is said there.
        let found = finding(
            CHECK.code,
            (Severity::Warning, Outcome::Uncertain),
            subject.at(&printed.origin),
            |lang| {
                let (is, should) = (named.name.get(lang), band.name.get(lang));
                words::c09_computed(lang, is, total, should)
            },
            words::c09_computed_help,
        );
        findings.push(found.figures(&printed.text, &band.name.zh).under(rule()));
    }
}

/// The one band a printed grade names: 优, 优秀, "优（90分以上）"; `None` for another word, or where
/// several are named ("优□ 良☑").
pub(super) fn band_called<'a>(bands: &'a [GradeBand], text: &str) -> Option<&'a GradeBand> {
    let text = plain(text).to_lowercase();
    let mut named = bands.iter().filter(|band| {
        let english = band.name.en.to_lowercase();
        text.contains(&band.name.zh.to_lowercase()) || (!english.is_empty() && text == english)
    });
    let first = named.next()?;
    named.next().is_none().then_some(first)
}
