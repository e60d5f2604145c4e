//! Every check has a page, a case that trips it and one that must stay silent.
//!
//! The name of a case says what must come out: `C04-fails.yaml` (at least one 不符),
//! `C04-uncertain.yaml` (at least one 存疑, no 不符), `C04-silent.yaml` (nothing); anything may stand
//! behind a further hyphen. A line `# rows: 2, 5` pins the rows that are found, `# lines: 21` where the
//! findings stand in the file, `# severity: note` that of every finding, `# findings: 2` how many there are,
//! `# says: 少 3 分` a piece of what one of them says in Chinese and `# never: 推定` of what none does,
//! `# reported: 90` and `# expected: 88` the two figures of one. A line `# rule: national@2020` (or a folder)
//! audits under another rule than Wuhan's, a line `# profile: few_sheets: 3` under a profile with that line
//! instead of the shipped one. A case may hold a sheet, a target table, or both; rows of a target table
//! count long-term rows first.

use std::sync::Arc;

use jixiao::audit::{Audit, Finding, Outcome, Profile, audit_with_targets, checks};
use jixiao::document::read_own_file;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Scorer};
use jixiao::words::Lang;

/// The audit of the sheets and target tables of a file.
fn audit_file(path: &str) -> Audit {
    let text = std::fs::read_to_string(path).expect(path);
    let rule = text.lines().find_map(|line| line.strip_prefix("# rule: "));
    let (mut files, _) = PackFiles::find(rule.unwrap_or("wuhan@2024")).expect("the pack is there");
    let pack = load(&files.remove(0)).expect("the pack loads");
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

/// A test for each check, so that one can be asked for: `cargo test checks::C31`.
macro_rules! test_each {
    ($($code:ident)+) => {
        const TESTED: &[&str] = &[$(stringify!($code)),+];
        $(
            #[test]
            #[allow(non_snake_case)]
            fn $code() {
                cases_come_out_as_their_names_say(stringify!($code));
            }
        )+
    };
}

test_each! {
    C01 C02 C03 C04 C05 C06 C07 C08 C09
    C10 C11 C12 C13 C14 C15
    C20 C21 C22 C23 C24 C25
    C30 C31 C32 C33 C34
    C40 C41 C42 C43 C44 C45 C46 C47 C48 C49
    C50
    C60 C61 C62 C63
}

#[test]
fn every_check_is_tested() {
    let codes: Vec<&str> = checks::ALL.iter().map(|check| check.code).collect();
    assert_eq!(TESTED, codes);
}

fn cases_come_out_as_their_names_say(code: &str) {
    let names = cases(code);
    let has = |word: &str| names.iter().any(|name| name.contains(word));
    assert!(
        has("-silent") && (has("-fails") || has("-uncertain")),
        "needs a case that trips and a silent one"
    );
    let wrong: Vec<String> = names.iter().flat_map(|name| wrong_in(code, name)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What comes out otherwise than the case says.
fn wrong_in(code: &str, name: &str) -> Vec<String> {
    let path = format!("tests/checks/{name}");
    let audit = audit_file(&path);
    let found = audit.findings().filter(|finding| finding.code == code);
    let found: Vec<&Finding> = found.collect();
    let count = |outcome| {
        let of = found.iter().filter(|finding| finding.outcome == outcome);
        of.count()
    };
    let (fails, uncertain) = (count(Outcome::Fails), count(Outcome::Uncertain));
    let word = name.split('-').nth(1);
    let right = match word.map(|word| word.trim_end_matches(".yaml")) {
        Some("fails") => fails > 0,
        Some("uncertain") => uncertain > 0 && fails == 0,
        Some("silent") => found.is_empty(),
        _ => false,
    };
    let said = found.iter().map(|finding| finding.message.get(Lang::Zh));
    let said: Vec<&str> = said.collect();
    let mut wrong = Vec::new();
    let mut expect = |holds: bool, what: String| {
        if !holds {
            wrong.push(format!("{name}: {what}, found {said:?}"));
        }
    };
    expect(right, format!("{fails} fails, {uncertain} uncertain"));
    let text = std::fs::read_to_string(&path).expect("just read");
    for pinned in text.lines().filter_map(|line| line.strip_prefix("# ")) {
        let Some((what, value)) = pinned.split_once(": ") else {
            continue;
        };
        match what {
            "rows" => {
                let number = |row: &str| row.trim().parse().expect("a row number");
                let mut expected: Vec<u32> = value.split(", ").map(number).collect();
                let mut rows: Vec<u32> = found.iter().filter_map(|f| f.place.row).collect();
                expected.sort_unstable();
                rows.sort_unstable();
                expect(
                    rows == expected,
                    format!("rows {rows:?} instead of {value}"),
                );
            }
            "lines" => {
                let lines = found
                    .iter()
                    .map(|finding| finding.place.origin.line.to_string());
                let lines: Vec<String> = lines.collect();
                expect(
                    lines.join(", ") == value,
                    format!("lines {lines:?} instead of {value}"),
                );
            }
            "severity" => {
                let all = found.iter().all(|finding| finding.severity.name() == value);
                expect(all, format!("not all of them {value}"));
            }
            "findings" => expect(
                found.len().to_string() == value,
                format!("{} findings instead of {value}", found.len()),
            ),
            "says" => expect(
                said.iter().any(|said| said.contains(value)),
                format!("nothing says {value}"),
            ),
            "reported" | "expected" => {
                let figure = |finding: &&Finding| match what {
                    "reported" => finding.reported.as_deref() == Some(value),
                    _ => finding.expected.as_deref() == Some(value),
                };
                expect(
                    found.iter().any(figure),
                    format!("no figure {what} {value}"),
                );
            }
            "never" => expect(
                !said.iter().any(|said| said.contains(value)),
                format!("something says {value}"),
            ),
            "rule" | "profile" => {}
            // A sentence may have a colon, too; a word is a misspelling.
            _ => assert!(
                !what.bytes().all(|byte| byte.is_ascii_lowercase()),
                "{name}: what is {what}?"
            ),
        }
    }
    wrong
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
