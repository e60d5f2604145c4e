//! Every check has a page, a case that trips it and one that must stay silent.
//!
//! The name of a case says what must come out: `C04-fails.yaml` (at least one 不符),
//! `C04-uncertain.yaml` (at least one 存疑, no 不符), `C04-silent.yaml` (nothing); anything may stand
//! behind a further hyphen. A first line `# rows: 2, 5` pins the rows that are found; a line
//! `# rule: national@2020` audits under another rule than Wuhan's, a line `# profile: few_sheets: 3` under
//! a profile with that line instead of the shipped one. A case may hold a sheet, a target
//! table, or both; rows of a target table count long-term rows first.

use std::sync::Arc;

use jixiao::audit::{Audit, Finding, Outcome, Profile, audit_with_targets, checks};
use jixiao::document::read_own_file;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Scorer};
use jixiao::words::Lang;

/// The audit of the sheets and target tables of a file.
fn audit_file(path: &str) -> Audit {
    let text = std::fs::read_to_string(path).expect(path);
    let rule = text
        .lines()
        .find_map(|line| line.strip_prefix("# rule: ")?.split_once('@'));
    let (pack, edition) = rule.unwrap_or(("wuhan", "2024"));
    let files = PackFiles::of_shipped(pack, edition).expect("the pack is shipped");
    let pack = load(&files).expect("the shipped pack loads");
    let scorer = Scorer::new(Arc::new(pack)).expect("the shipped scripts compile");
    let read = read_own_file(path, text.as_bytes()).unwrap_or_else(|problems| {
        let texts: Vec<String> = problems.iter().map(|p| p.render(Lang::En)).collect();
        panic!("{}", texts.join("\n"));
    });
    let evaluations: Vec<Evaluation> = read
        .sheets
        .into_iter()
        .map(|sheet| scorer.score(&Arc::new(sheet)).expect("the scripts run"))
        .collect();
    audit_with_targets(&evaluations, &read.targets, &profile(&text))
}

/// The shipped profile with the lines a case replaces.
fn profile(case: &str) -> Profile {
    if !case.contains("# profile: ") {
        return Profile::shipped();
    }
    let mut profile = std::fs::read_to_string("rules/audit.yaml").expect("the shipped profile");
    for line in case
        .lines()
        .filter_map(|line| line.strip_prefix("# profile: "))
    {
        let key = line.split_inclusive(':').next().expect("a key");
        let shipped = profile.lines().find(|line| line.trim().starts_with(key));
        let shipped = shipped
            .unwrap_or_else(|| panic!("{key} is no line of the profile"))
            .to_owned();
        let indent = &shipped[..shipped.len() - shipped.trim_start().len()];
        profile = profile.replace(&shipped, &format!("{indent}{line}"));
    }
    jixiao::profile::read("rules/audit.yaml", profile.as_bytes()).expect("a profile")
}

fn cases(code: &str) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir("tests/checks")
        .expect("the cases stand in tests/checks")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with(&format!("{code}-")))
        .collect();
    names.sort();
    names
}

#[test]
fn every_case_comes_out_as_its_name_says() {
    let mut wrong = Vec::new();
    for check in checks::ALL {
        let names = cases(check.code);
        let has = |word: &str| names.iter().any(|name| name.contains(word));
        if !has("-silent") || !(has("-fails") || has("-uncertain")) {
            wrong.push(format!(
                "{}: needs a case that trips and a silent one",
                check.code
            ));
        }
        for name in names {
            let path = format!("tests/checks/{name}");
            let audit = audit_file(&path);
            let found: Vec<&Finding> = audit
                .findings()
                .filter(|finding| finding.code == check.code)
                .collect();
            let count = |outcome| {
                found
                    .iter()
                    .filter(|finding| finding.outcome == outcome)
                    .count()
            };
            let (fails, uncertain) = (count(Outcome::Fails), count(Outcome::Uncertain));
            let right = match name
                .split('-')
                .nth(1)
                .map(|word| word.trim_end_matches(".yaml"))
            {
                Some("fails") => fails > 0,
                Some("uncertain") => uncertain > 0 && fails == 0,
                Some("silent") => found.is_empty(),
                _ => false,
            };
            let said: Vec<&str> = found
                .iter()
                .map(|finding| finding.message.get(Lang::Zh))
                .collect();
            if !right {
                wrong.push(format!(
                    "{name}: {fails} fails, {uncertain} uncertain {said:?}"
                ));
            }
            let text = std::fs::read_to_string(&path).expect("just read");
            if let Some(rows) = text
                .lines()
                .next()
                .and_then(|line| line.strip_prefix("# rows: "))
            {
                let mut expected: Vec<u32> = rows
                    .split(", ")
                    .map(|row| row.trim().parse().expect("a row number"))
                    .collect();
                let mut rows: Vec<u32> = found.iter().filter_map(|f| f.place.row).collect();
                expected.sort_unstable();
                rows.sort_unstable();
                if rows != expected {
                    wrong.push(format!(
                        "{name}: rows {rows:?} instead of {expected:?} {said:?}"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_check_has_a_page_in_both_languages() {
    for check in checks::ALL {
        for heading in ["## 中文", "## English"] {
            assert!(
                check.page.contains(heading),
                "{} lacks {heading}",
                check.code
            );
        }
        assert!(
            check.page.starts_with(&format!("# {} ", check.code)),
            "{}",
            check.code
        );
        assert_ne!(
            (check.title)(Lang::Zh),
            (check.title)(Lang::En),
            "{}",
            check.code
        );
    }
}

#[test]
fn checks_stand_in_the_order_of_their_codes_and_only_once() {
    let codes: Vec<&str> = checks::ALL.iter().map(|check| check.code).collect();
    let mut sorted = codes.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(codes, sorted);
}
