//! C20 原因说明与数字矛盾.

use crate::audit::contradiction::contradictions;
use crate::audit::statement::explanations;
use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Run, Subject};
use crate::words::findings::consistency as words;

pub(super) const CHECK: Check = Check {
    code: "C20",
    title: words::c20_title,
    page: include_str!("../../../docs/checks/C20.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    for one in contradictions(subject, &explanations(subject)) {
        findings.push(finding(
            CHECK.code,
            one.grade,
            subject.at_row(&one.rows[0]),
            |lang| {
                let name = &one.rows[0].indicator.name;
                let (sentence, word) = (&one.statement.sentence, &one.statement.word);
                match one.grade.1 {
                    Outcome::Fails => words::c20(lang, name, sentence, word, one.figures(lang)),
                    _ => words::c20_uncertain(lang, name, sentence, word, one.figures(lang)),
                }
            },
            words::c20_help,
        ));
    }
}
