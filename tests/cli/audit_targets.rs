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
