//! C34 整体报告所列项目与项目自评表不对应.

use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, Together, text};
use crate::words::findings::consistency as words;

pub(super) const CHECK: Check = Check {
    code: "C34",
    title: words::c34_title,
    page: include_str!("../../../docs/checks/C34.md"),
    run: Run::Across(run),
};

fn run(together: &Together, findings: &mut Vec<Finding>) {
    for unit in together.units() {
        let given: Vec<(&Subject, String)> = together
            .projects(unit)
            .into_iter()
            .filter_map(|project| Some((project, text::plain(project.sheet().project.as_ref()?))))
            .filter(|(_, name)| !name.is_empty())
            .collect();
        let listed = &unit.sheet().projects;
        if listed.is_empty() || given.is_empty() {
            continue;
        }
        let is_given = |name: &str| given.iter().any(|(_, given)| given == name);
        let is_listed = |name: &str| listed.iter().any(|one| text::plain(&one.text) == name);
        let without_sheet: Vec<String> = listed
            .iter()
            .map(|one| text::plain(&one.text))
            .filter(|name| !is_given(name))
            .collect();
        for (one, name) in listed.iter().map(|one| (one, text::plain(&one.text))) {
            if is_given(&name) {
                continue;
            }
            findings.push(finding(
                CHECK.code,
                (Severity::Note, Outcome::Uncertain),
                unit.at(&one.origin),
                |lang| words::c34_no_sheet(lang, &one.text, given.len()),
                words::c34_no_sheet_help,
            ));
        }
        for (project, name) in given.iter().filter(|(_, name)| !is_listed(name)) {
            // "…项目" or a code before the name: perhaps the listed one in other words.
            let alike = without_sheet
                .iter()
                .find(|other| other.contains(name.as_str()) || name.contains(other.as_str()));
            let outcome = match alike {
                Some(_) => Outcome::Uncertain,
                None => Outcome::Fails,
            };
            findings.push(finding(
                CHECK.code,
                (Severity::Warning, outcome),
                project.at(&project.sheet().origin),
                |lang| match alike {
                    Some(other) => words::c34_alike(lang, name, other),
                    None => words::c34_not_listed(lang, name, &unit.sheet().id, listed.len()),
                },
                words::c34_not_listed_help,
            ));
        }
    }
}
