//! C23 年份不对或照搬旧文.

use crate::audit::subject::finding;
use crate::audit::{Check, Finding, Outcome, Place, Run, Severity, Subject, text};
use crate::sheet::Text;
use crate::value::normalise;
use crate::words::findings::consistency as words;

pub(super) const CHECK: Check = Check {
    code: "C23",
    title: words::c23_title,
    page: include_str!("../../../docs/checks/C23.md"),
    run: Run::Sheet(run),
};

fn run(subject: &Subject, findings: &mut Vec<Finding>) {
    let sheet = subject.sheet();
    let Some(year) = sheet.year else { return };
    title(subject, year, findings);
    let names = names_with_years(subject);
    for (goals, passage) in passages(subject) {
        let place = subject.at(&passage.origin);
        findings.extend(stale(subject, &names, passage, goals, place));
    }
    for (indicator, rows) in subject.indicators() {
        if let Some(reason) = &indicator.reason {
            let place = subject.at_row(&rows[0]);
            findings.extend(stale(subject, &names, reason, false, place));
        }
    }
}

/// The texts of this year's work, and whether they are goals; improvements speak of the next year.
fn passages<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (bool, &'a Text)> {
    let sheet = subject.sheet();
    let reported = sheet
        .reasons
        .iter()
        .chain(&sheet.budget.reason)
        .chain(&sheet.narrative);
    let goals = sheet.goals.iter().map(|goal| (true, goal));
    goals.chain(reported.map(|passage| (false, passage)))
}

/// The title names another year, and not this one. A year in the project's own name is its name.
fn title(subject: &Subject, year: u16, findings: &mut Vec<Finding>) {
    let sheet = subject.sheet();
    let project = sheet.project.as_deref().map(text::plain);
    let title = text::plain(&sheet.title).replace(project.as_deref().unwrap_or("\n"), "");
    let years = text::years(&title);
    if title.contains(&year.to_string()) {
        return;
    }
    let Some((other, _)) = years.iter().find(|(other, _)| *other != year) else {
        return;
    };
    let found = finding(
        CHECK.code,
        (Severity::Warning, Outcome::Fails),
        subject.at(&sheet.origin),
        |lang| words::c23_heading(lang, year, other, &sheet.title),
        words::c23_help,
    );
    findings.push(found.figures(other, year));
}

/// The first clause of a passage that speaks of another year as if it were this one.
fn stale(
    subject: &Subject,
    names: &[String],
    passage: &Text,
    goals: bool,
    place: Place,
) -> Option<Finding> {
    let (lists, year) = (&subject.profile.words, subject.sheet().year?);
    let text = without_names(names, &passage.text);
    for sentence in text::sentences(&text) {
        let clauses: Vec<String> = text::phrases(&sentence).collect();
        for (index, clause) in clauses.iter().enumerate() {
            let years = text::years(clause);
            let Some((other, _)) = years.iter().find(|(other, _)| *other != year) else {
                continue;
            };
            let period = years.iter().any(|(other, _)| *other < year)
                && years.iter().any(|(other, _)| *other > year);
            // Both years in one clause: a comparison or a period.
            if period
                || clause.contains(&year.to_string())
                || text::has_any(clause, &lists.other_year)
            {
                continue;
            }
            let mut statement = clause.clone();
            if is_time(clause) {
                statement.extend(clauses.get(index + 1).cloned());
            }
            let outcome = if *other > year {
                // A coming year is a plan, and work for it may be this year's.
                if goals
                    || !text::has_any(clause, &lists.achieved)
                    || text::has_any(&sentence, &lists.other_year)
                {
                    continue;
                }
                Outcome::Uncertain
            } else if !sentence.contains(&year.to_string())
                && is_done_in(&statement, *other, &lists.achieved)
            {
                Outcome::Fails
            } else {
                Outcome::Uncertain
            };
            let found = finding(
                CHECK.code,
                (Severity::Warning, outcome),
                place,
                |lang| match outcome {
                    Outcome::Fails => words::c23(lang, year, other, &statement),
                    _ => words::c23_uncertain(lang, year, other, clause),
                },
                words::c23_help,
            );
            return Some(found.figures(other, year));
        }
    }
    None
}

/// The most names that are taken out of a text: beyond any real sheet.
const MOST_NAMES: usize = 200;

/// The names of the project and the indicators in which a year stands.
fn names_with_years(subject: &Subject) -> Vec<String> {
    let sheet = subject.sheet();
    let names = sheet.indicators.iter().map(|one| &one.name);
    let names = names.chain(&sheet.project).map(|name| normalise(name));
    let names = names.filter(|name| !text::years(name).is_empty());
    names.take(MOST_NAMES).collect()
}

/// The text without titles in 《》 and without names in which a year stands: it says nothing about the text.
fn without_names(names: &[String], text: &str) -> String {
    let text: String = text.lines().map(normalise).collect::<Vec<_>>().join("\n");
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once('《')
        && let Some((_, behind)) = behind.split_once('》')
    {
        kept.push_str(before);
        rest = behind;
    }
    kept.push_str(rest);
    let without = |text: String, name: &String| text.replace(name.as_str(), "");
    names.iter().fold(kept, without)
}

/// Characters of times and counts: 度 上半年 第一季度 3月 两场, and what joins them.
const TIME: &str = "在于年度上下半全第一二两三四五六七八九十季月份日至和及、共";

/// "2023年上半年": nothing but a time, so that what happened then stands in the next clause.
fn is_time(clause: &str) -> bool {
    clause.chars().all(in_time)
}

fn in_time(c: char) -> bool {
    c.is_ascii_digit() || TIME.contains(c)
}

/// "2023年组织…" or "组织了2023年上半年、下半年两场…": the work itself is dated. In "服务2023年的老客户"
/// and "2023年建成的平台" the year only describes something.
fn is_done_in(clause: &str, year: u16, achieved: &[String]) -> bool {
    let Some((before, behind)) = clause.split_once(&format!("{year}年")) else {
        return false;
    };
    let behind = behind.strip_prefix('度').unwrap_or(behind);
    let then = behind.trim_start_matches(in_time);
    let starts_with_work = achieved.iter().any(|word| {
        then.strip_prefix(word.as_str())
            .is_some_and(|object| !object.starts_with('的'))
    });
    let before = before.trim_end_matches('了');
    let ends_with_work = achieved.iter().any(|word| before.ends_with(word.as_str()));
    (is_time(before) && starts_with_work) || (ends_with_work && then.len() < behind.len())
}
