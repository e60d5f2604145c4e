//! C34 整体报告所列项目与项目自评表不对应.

use std::collections::HashSet;

use crate::audit::join::{Basis, How, Item, Kind, join};
use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, Together, text};
use crate::sheet::Text;
use crate::words::findings::{self as findings_words, consistency as words};

pub(super) const CHECK: Check = Check {
    code: "C34",
    title: words::c34_title,
    page: include_str!("../../../docs/checks/C34.md"),
    run: Run::Across(run),
};

fn run(together: &Together, findings: &mut Vec<Finding>) {
    let rivals = together.copied_sheets.rivals.iter();
    findings.extend(rivals.map(|rivals| copies(together, rivals)));
    for unit in together.units() {
        compare(together, unit, findings);
    }
}

/// The names listed against those of the project sheets, each name once.
fn compare(together: &Together, unit: &Subject, findings: &mut Vec<Finding>) {
    let given = together.projects_given(unit);
    let given = given
        .into_iter()
        .filter_map(|one| Some((one, one.sheet().project.as_deref()?)));
    let (given, listed) = (once(given), unit.sheet().projects.iter());
    let listed: Vec<(&Text, &str)> = once(listed.map(|one| (one, one.text.as_str())));
    if listed.is_empty() || given.is_empty() {
        return;
    }
    let [left, right] = [names(&given), names(&listed)];
    let joined = join(together.profile, Kind::Project, &left, &right);
    let near: Vec<usize> = joined.left.iter().filter_map(|(_, near)| *near).collect();
    for index in joined.right.iter().filter(|index| !near.contains(index)) {
        let (one, name) = listed[*index];
        findings.push(finding(
            CHECK.code,
            (Severity::Note, Outcome::Uncertain),
            unit.at(&one.origin),
            |lang| words::c34_no_sheet(lang, name, given.len()),
            words::c34_no_sheet_help,
        ));
    }
    let mut say = |project: usize, others: &[usize], basis: Basis| {
        let (project, name) = given[project];
        let outcome = match others.is_empty() && joined.measured {
            true => Outcome::Fails,
            false => Outcome::Uncertain,
        };
        let message = |lang| match others {
            [] => words::c34_not_listed(lang, name, &unit.sheet().id, listed.len()),
            [other] => words::c34_alike(lang, name, listed[*other].1),
            others => {
                let others: Vec<&str> = others.iter().map(|one| listed[*one].1).collect();
                words::c34_one_of(lang, name, others.join(&findings_words::separator(lang)))
            }
        };
        let (grade, place) = (
            (Severity::Warning, outcome),
            project.at(&project.sheet().origin),
        );
        let found = finding(
            CHECK.code,
            grade,
            place,
            message,
            words::c34_not_listed_help,
        );
        let units = Basis::of_units(&unit.sheet().unit, &project.sheet().unit);
        findings.push(basis.and(&units).under(found));
    };
    for (project, other, how) in &joined.pairs {
        if *how != How::Same {
            let names = (left[*project].name, right[*other].name);
            let basis = Basis::of_names(together.profile, Kind::Project, names.0, names.1, *how);
            say(*project, &[*other], basis);
        }
    }
    for open in &joined.open {
        open.left
            .iter()
            .for_each(|one| say(*one, &open.right, Basis::default()));
    }
    for (project, near) in &joined.left {
        say(*project, near.as_slice(), Basis::default());
    }
}

/// Sheets of one unit, year and project that do not say the same.
fn copies(together: &Together, rivals: &[usize]) -> Finding {
    let first = &together.sheets[rivals[0]];
    let sheet = first.sheet();
    let message = |lang| {
        let ids = rivals
            .iter()
            .map(|one| together.sheets[*one].sheet().id.as_str());
        let ids = ids
            .collect::<Vec<_>>()
            .join(&findings_words::separator(lang));
        let year = sheet.year.unwrap_or_default();
        match &sheet.project {
            Some(project) => words::c34_copies_project(lang, &sheet.unit, year, project, ids),
            None => words::c34_copies(lang, &sheet.unit, year, ids),
        }
    };
    let grade = (Severity::Warning, Outcome::Uncertain);
    finding(
        CHECK.code,
        grade,
        first.at(&sheet.origin),
        message,
        words::c34_copies_help,
    )
}

/// Every name once; a blank is none.
fn once<'n, T>(all: impl Iterator<Item = (T, &'n str)>) -> Vec<(T, &'n str)> {
    let mut seen = HashSet::new();
    all.filter(|(_, name)| {
        let name = text::plain(name);
        !name.is_empty() && seen.insert(name)
    })
    .collect()
}

fn names<'n, T>(all: &[(T, &'n str)]) -> Vec<Item<'n>> {
    let item = |name| Item {
        name,
        ..Item::default()
    };
    all.iter().map(|(_, name)| item(*name)).collect()
}
