//! What `rules check` found: as text beside the result, and as JSON.

use serde_json::{Value, json};

use crate::document::{Problem, ProblemKind};
use crate::rules::lint::{Finding, Severity};
use crate::words::{Lang, lints as words, packs};

/// One edition that was checked.
#[derive(Debug, Clone)]
pub struct Checked {
    /// Its name where it loads, else its folder.
    pub pack: String,
    /// What keeps it from being used.
    pub problems: Vec<Problem>,
    /// What the lints found.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// How many findings are this grave; problems count as errors.
    pub fn count(&self, severity: Severity) -> usize {
        let findings = self.findings.iter();
        let found = findings.filter(|finding| finding.severity == severity);
        let problems = match severity {
            Severity::Error => self.problems.len(),
            _ => 0,
        };
        found.count() + problems
    }
}

/// A finding as a problem whose message says how grave it is and gives its code.
pub fn finding(finding: &Finding) -> Problem {
    let problem = &finding.problem;
    let (severity, code) = (finding.severity, finding.code);
    Problem {
        kind: ProblemKind::said(
            |lang| words::labelled(lang, severity.describe(lang), problem.message(lang), code),
            |lang| problem.help(lang).unwrap_or_default(),
        ),
        ..problem.clone()
    }
}

/// The line for an edition: nothing wrong, or how much of what.
pub fn outcome(checked: &Checked, lang: Lang) -> String {
    let [errors, warnings, notes] =
        [Severity::Error, Severity::Warning, Severity::Note].map(|it| checked.count(it));
    match (errors + warnings, notes) {
        (0, 0) => packs::check_ok(lang, &checked.pack),
        (0, _) => words::outcome_ok(lang, &checked.pack, notes),
        _ => words::outcome(lang, &checked.pack, errors, warnings, notes),
    }
}

/// Everything that was found, for programs: `{"packs": [{"pack", "findings": […]}]}`.
pub fn findings_json(checked: &[Checked], lang: Lang) -> String {
    let packs: Vec<Value> = checked
        .iter()
        .map(|checked| {
            let problems = checked.problems.iter();
            let problems = problems.map(|problem| entry("pack", Severity::Error, problem, lang));
            let findings = checked.findings.iter();
            let findings = findings.map(|it| entry(it.code, it.severity, &it.problem, lang));
            json!({
                "pack": checked.pack,
                "findings": problems.chain(findings).collect::<Vec<Value>>(),
            })
        })
        .collect();
    // Only maps with text keys: this cannot fail.
    serde_json::to_string_pretty(&json!({ "packs": packs })).unwrap_or_default() + "\n"
}

fn entry(code: &str, severity: Severity, problem: &Problem, lang: Lang) -> Value {
    json!({
        "code": code,
        "severity": severity.name(),
        "file": &*problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message(lang),
        "help": problem.help(lang),
    })
}
