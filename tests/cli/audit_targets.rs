//! `jixiao audit` over target tables, alone and beside sheets.

use super::desk::jixiao;

const BUDGET: &str = "samples/documents/targets-center-2026.txt";

#[test]
fn a_budget_with_target_tables_only_is_audited() {
    let said = jixiao(&format!("audit {BUDGET} -q -f json")).succeeds();
    let audit = said.json();
    assert!(audit["sheets"].as_array().is_some_and(Vec::is_empty));
    let tables = audit["targets"].as_array().expect("target tables");
    let ids: Vec<&str> = tables.iter().filter_map(|one| one["id"].as_str()).collect();
    let stem = "targets-center-2026";
    assert_eq!(ids, [stem, &format!("{stem}#2"), &format!("{stem}#3")]);
    let found = |code: &str| {
        let findings = tables[1]["findings"].as_array().expect("findings").iter();
        let mut same = findings.filter(|one| one["code"] == code && one["outcome"] == "fails");
        same.next().expect(code).clone()
    };
    // 3年服务企业/项目 ≥120家次, and 400家次 a year.
    let long_term = found("C50");
    assert_eq!(long_term["where"]["sheet"], ids[1]);
    assert_eq!(long_term["where"]["row"], "5");
    assert!(long_term["where"]["line"].is_u64());
    // “一月一链”活动场次 10场 → 8场.
    assert_eq!(found("C41")["where"]["row"], "16");
}

#[test]
fn what_tables_have_wrong_counts_for_the_exit_code() {
    let words = format!("audit {BUDGET} -q");
    jixiao(&format!("{words} --fail-on error")).succeeds();
    let said = jixiao(&format!("{words} --fail-on warning")).ends_with(3);
    said.prints("长报版面").prints("targets-center-2026#3");
}

#[test]
fn sheets_and_tables_are_audited_together_and_chosen_by_id() {
    let both = "audit samples/wuhan-2024 samples/targets-2026 -q -f json --fail-on never";
    let all = jixiao(both).succeeds().json();
    let count = |key: &str| all[key].as_array().map(Vec::len);
    assert_eq!((count("sheets"), count("targets")), (Some(3), Some(8)));
    let one = jixiao(&format!("{both} --sheet center-whole"))
        .succeeds()
        .json();
    assert_eq!(one["targets"][0]["id"], "center-whole");
    assert!(one["sheets"].as_array().is_some_and(Vec::is_empty));
    jixiao(&format!("audit {BUDGET} --sheet nobody"))
        .fails()
        .complains("nobody");
}

/// "center-whole 22 C41 fails": every finding of the samples' target tables that has this outcome.
fn of_outcome(audit: &serde_json::Value, outcome: &str) -> Vec<String> {
    let tables = audit["targets"].as_array().expect("target tables").iter();
    let lists = tables.map(|table| &table["findings"]);
    let lists = lists.chain([&audit["findings"]]);
    let findings = lists.flat_map(|list| list.as_array().expect("findings"));
    let mut found: Vec<String> = findings
        .filter(|one| one["outcome"] == outcome)
        .map(|one| {
            let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            let place = &one["where"];
            let (table, row) = (text(&place["sheet"]), text(&place["row"]));
            format!("{table} {row} {}", text(&one["code"]))
        })
        .collect();
    found.sort();
    found
}

#[test]
fn the_published_tables_fail_in_these_rows_and_no_others() {
    let said = jixiao("audit samples/targets-2026 -q -f json").succeeds();
    // 一月一链 10场 → 8场, 长报版面 6版 → 4版 → 3版, 3年服务企业 120家次 against 400家次 a year.
    assert_eq!(
        of_outcome(&said.json(), "fails"),
        [
            "center-startup 16 C41",
            "center-startup 24 C41",
            "center-startup 5 C50",
            "center-whole 14 C41",
            "center-whole 22 C41"
        ]
    );
}

/// Domain finding F11: 20万 users in the column of 2024, 26万 on the sheet of 2024.
#[test]
fn a_later_plan_is_held_against_the_reported_actuals() {
    let both = "audit samples/wuhan-2024 samples/targets-2026 -q -f json --fail-on never";
    let audit = jixiao(both).succeeds().json();
    let uncertain = of_outcome(&audit, "uncertain");
    let history: Vec<&String> = uncertain
        .iter()
        .filter(|one| one.ends_with("C32"))
        .collect();
    assert_eq!(
        history,
        [
            "center-platform 11 C32",
            "center-whole 17 C32",
            "center-whole 26 C32"
        ]
    );
}
