//! C45 指标值笼统，无法衡量.

use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Run, Severity, TargetSubject, text};
use crate::value::{Level, Target, Value};
use crate::words::findings::targets as words;

pub(super) const CHECK: Check = Check {
    code: "C45",
    title: words::c45_title,
    page: include_str!("../../../docs/checks/C45.md"),
    run: Run::Targets(run),
};

fn run(subject: &TargetSubject, findings: &mut Vec<Finding>) {
    for row in subject.rows() {
        let Some(target) = row.target() else { continue };
        if !is_vague(target, &subject.profile.words.vague) {
            continue;
        }
        findings.push(finding(
            CHECK.code,
            (Severity::Note, Outcome::Uncertain),
            subject.at_row(row),
            |lang| words::c45(lang, row.name(), &target.0.text),
            words::c45_help,
        ));
    }
}

/// Words without any figure, one of them from the list. 是 and 及时 are either so or not.
fn is_vague(target: &Target, vague: &[String]) -> bool {
    let words = match &target.0.value {
        Value::Level(Level::Phrase(_)) | Value::Trend(_) | Value::Word(_) => &target.0.text,
        _ => return false,
    };
    let numeral = |c: char| c.is_numeric() || "一二三四五六七八九十百千万".contains(c);
    // 进一步 holds no figure.
    let without = |text: String, word: &String| text.replace(word.as_str(), "");
    let rest = vague.iter().fold(words.clone(), without);
    text::has_any(words, vague) && !rest.contains(numeral)
}
