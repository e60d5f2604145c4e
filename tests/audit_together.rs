//! A final account and the budgets that follow it, audited in one run: the findings that were reviewed
//! beside the published documents, and nothing else that is said to fail.
//!
//! Once over the samples, which were typed in from these documents, and once over the published texts
//! themselves where they lie beside the repository.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::cli::desk::jixiao;

/// Sheet, code, row (0: the sheet as a whole).
type Place = (&'static str, &'static str, u32);

/// Everything that fails on the final account of 2024 and the budgets of 2026, and why it holds.
const FAILS: [(Place, &str); 34] = [
    (
        ("whole", "C03", 0),
        "94.40% is 94.3552%, right to one place",
    ),
    (("whole", "C04", 8), "350 reached with 355, no point given"),
    (
        ("whole", "C04", 9),
        "12000 reached with 13021, no point given",
    ),
    (
        ("whole", "C04", 20),
        "at least 90% wanted, 0 reached, full mark given",
    ),
    (
        ("whole", "C08", 0),
        "the reason box has 3380.68 in 元, the table in 万元",
    ),
    (("whole", "C10", 0), "30 printed, 29 rows of 26 indicators"),
    (
        ("whole", "C12", 6),
        "vouchers: nothing of 6000 and 3000万, no word about it",
    ),
    (("whole", "C12", 22), "86.67% of 100%, no word about it"),
    (("whole", "C13", 1), "4 of 3"),
    (("whole", "C13", 2), "165 of 100"),
    (("whole", "C13", 4), "26万 of 20万, exactly 130%"),
    (("whole", "C13", 5), "1035 of 350"),
    (("whole", "C13", 10), "143 of 100"),
    (("whole", "C13", 24), "5000万 of 3000万"),
    (
        ("whole", "C20", 8),
        "not carried out, says the box; 355 and 13021, says the row",
    ),
    (
        ("whole", "C21", 20),
        "full mark, and the box explains why it was missed",
    ),
    (
        ("whole", "C22", 16),
        "the goal says 65 companies, the target 55",
    ),
    (
        ("whole", "C30", 8),
        "the same figures get 0 here and full marks in the project",
    ),
    (
        ("whole", "C30", 20),
        "the same figures get full marks here and 0 in the project",
    ),
    (("series", "C12", 6), "as in the whole sheet"),
    (("series", "C12", 23), "86.67% of 100%, no word about it"),
    (("series", "C13", 1), "4 of 3"),
    (("series", "C13", 2), "165 of 100"),
    (("series", "C13", 4), "26万 of 20万, exactly 130%"),
    (("series", "C13", 5), "1035 of 350"),
    (("series", "C13", 10), "143 of 100"),
    (("series", "C13", 17), "466 of 110"),
    (("series", "C13", 18), "656 of 500"),
    (("series", "C13", 19), "2466 of 1000"),
    (("series", "C13", 25), "5000万 of 3000万"),
    (("series", "C20", 8), "as in the whole sheet"),
    (
        ("startup", "C23", 0),
        "the exams of 2023 among the work of 2024",
    ),
    (
        ("center-startup", "C50", 5),
        "120 in three years, 400 in one of them",
    ),
    (("center-whole", "C41", 14), "10场, then 8场"),
];

/// The same in both tables of the centre's budget.
const FAILS_TWICE: [(Place, &str); 3] = [
    (("center-whole", "C41", 22), "6版, 4版, 3版"),
    (("center-startup", "C41", 16), "10场, then 8场"),
    (("center-startup", "C41", 24), "6版, 4版, 3版"),
];

/// What fails in the bureau's budget of 2025, which is no sample.
const BUREAU_FAILS: [(Place, &str); 5] = [
    (("bureau", "C41", 40), "40, then 25"),
    (("bureau", "C41", 67), "6版, then 4版"),
    (("bureau", "C41", 70), "55家, then 45家"),
    (("bureau", "C41", 77), "at least 500, then at least 300"),
    (("bureau", "C41", 78), "at least 12, then at least 10"),
];

/// Findings that have their place here once they are made, whatever their outcome: 22万 users are
/// planned for 2026 where the account of 2024 reports 26万.
const AWAITED: [Place; 3] = [
    ("center-whole", "C41", 17),
    ("center-startup", "C41", 19),
    ("center-platform", "C41", 11),
];

/// What a person has to judge: the rest of what re-checkers know about these documents.
const UNCERTAIN: [(Place, &str); 23] = [
    (
        ("whole", "C04", 22),
        "2 of 2 for 86.67%: 1.73 in whole points",
    ),
    (
        ("whole", "C30", 22),
        "2 of 2 here, 2.17 of 2.5 in the project",
    ),
    (
        ("whole", "C42", 0),
        "targets reached to the digit, 是 for every effect",
    ),
    (("series", "C42", 0), "是 for every effect"),
    (
        ("startup", "C42", 0),
        "all three figures reached to the digit",
    ),
    (("series", "C48", 28), "one satisfaction row of 16 points"),
    (("startup", "C48", 4), "one row of 20 points"),
    (("startup", "C48", 5), "one row of 20 points"),
    (
        ("whole", "C46", 16),
        "a count under quality: the print slipped",
    ),
    (
        ("whole", "C46", 17),
        "a count under quality: the print slipped",
    ),
    (
        ("startup", "C46", 3),
        "quality under effects: the print slipped",
    ),
    (
        ("center-whole", "C32", 17),
        "20万 users for 2024, 26万 on the sheet of 2024",
    ),
    (
        ("center-platform", "C32", 11),
        "the same in the platform's table",
    ),
    (
        ("center-whole", "C32", 26),
        "100% for 2024, 86.67% on the sheet of 2024",
    ),
    (
        ("center-whole", "C41", 23),
        "20期 as last year, 100期 the year before",
    ),
    (
        ("center-startup", "C41", 25),
        "20期 as last year, 100期 the year before",
    ),
    (
        ("center-whole", "C50", 1),
        "120 in the long term, 400 a year, nothing says how long",
    ),
    (("center-whole", "C46", 8), "a count under quality"),
    (
        ("jianghan-whole", "C46", 30),
        "the execution rate as a cost indicator",
    ),
    (
        ("jianghan-staff", "C46", 7),
        "the execution rate as a cost indicator",
    ),
    (
        ("jianghan-general", "C46", 9),
        "the execution rate as a cost indicator",
    ),
    (
        ("jianghan-platform", "C46", 9),
        "the execution rate as a cost indicator",
    ),
    (
        ("jianghan-buildings", "C46", 8),
        "the execution rate as a cost indicator",
    ),
];

/// The findings of an audit that have this outcome; `name` gives a sheet its short name.
fn found(
    audit: &Value,
    outcome: &str,
    name: impl Fn(&str) -> String,
) -> BTreeSet<(String, String, u32)> {
    let of_forms = ["sheets", "targets"].into_iter();
    let of_forms = of_forms.flat_map(|key| audit[key].as_array().expect("a list"));
    let lists = of_forms.map(|form| &form["findings"]);
    let lists = lists.chain([&audit["findings"]]);
    let findings = lists.flat_map(|list| list.as_array().expect("findings"));
    let place = |finding: &Value| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let row = text(&finding["where"]["row"]).parse().unwrap_or(0);
        (
            name(&text(&finding["where"]["sheet"])),
            text(&finding["code"]),
            row,
        )
    };
    let findings = findings.filter(|finding| finding["outcome"] == outcome);
    findings.map(place).collect()
}

fn owned((sheet, code, row): &Place) -> (String, String, u32) {
    ((*sheet).to_owned(), (*code).to_owned(), *row)
}

fn check(audit: &Value, name: impl Fn(&str) -> String + Copy, more: &[(Place, &str)]) {
    let fails = FAILS.iter().chain(&FAILS_TWICE).chain(more);
    let expected: BTreeSet<_> = fails.map(|(place, _)| owned(place)).collect();
    let mut fails = found(audit, "fails", name);
    fails.retain(|place| !AWAITED.iter().any(|one| owned(one) == *place));
    let wrong: Vec<_> = fails.symmetric_difference(&expected).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let uncertain = found(audit, "uncertain", name);
    for (place, what) in &UNCERTAIN {
        assert!(uncertain.contains(&owned(place)), "{place:?}: {what}");
    }
}

#[test]
fn the_samples_together_have_the_findings_reviewed() {
    let words = "audit samples/wuhan-2024 samples/targets-2026 -q -f json --fail-on never";
    check(&jixiao(words).succeeds().json(), str::to_owned, &[]);
}

/// Where a published text begins, and what its forms are called among the samples.
const PUBLISHED: [(&str, &[&str]); 4] = [
    ("2024-决算公开-促进中心", &["whole", "series", "startup"]),
    ("2025-部门预算-经信局-表12-2节选", &["bureau"]),
    (
        "2026-单位预算-促进中心",
        &["center-whole", "center-startup", "center-platform"],
    ),
    (
        "2026-预算-江汉区企业服务中心",
        &[
            "jianghan-whole",
            "jianghan-staff",
            "jianghan-general",
            "jianghan-platform",
            "jianghan-buildings",
        ],
    ),
];

/// The name among the samples of "2026-单位预算-促进中心#2".
fn short(id: &str) -> String {
    let (stem, number) = id.split_once('#').unwrap_or((id, "1"));
    let (_, names) = PUBLISHED.iter().find(|(one, _)| *one == stem).expect(stem);
    let number: usize = number.parse().expect("a number");
    names[number - 1].to_owned()
}

#[test]
fn the_published_texts_together_have_the_findings_reviewed() {
    for folder in ["../shared/seeds", "shared/seeds", "seeds"] {
        if !Path::new(folder).is_dir() {
            continue;
        }
        let options = "-q -f json --fail-on never";
        let all = jixiao(&format!("audit {folder} {options}"))
            .succeeds()
            .json();
        check(&all, short, &BUREAU_FAILS);
        let file = |stem: &str| format!("{folder}/{stem}.txt");
        let (account, center, district) = (PUBLISHED[0].0, PUBLISHED[2].0, PUBLISHED[3].0);
        let files = [account, center, district].map(file).join(" ");
        let three = jixiao(&format!("audit {files} {options}"))
            .succeeds()
            .json();
        check(&three, short, &[]);
    }
}
