//! What every key does, and what is said when it does not fit.

use jixiao::score::{RowResult, Scorer};
use jixiao::whatif::{Key, Prepared, all_keys, read_overlay, read_set};
use jixiao::words::Lang;

use super::{changes, pack, refused, said, scenario, sheet};
use crate::cli::desk::{SHEET, desk};

fn total(rules: &str, sets: &[&str]) -> String {
    match scenario(SHEET, rules, sets).evaluation.total {
        Ok(total) => total.to_string(),
        Err(why) => why.describe(Lang::En),
    }
}

fn remarks(rules: &str, sets: &[&str]) -> Vec<String> {
    let remarks = scenario(SHEET, rules, sets).remarks;
    remarks
        .iter()
        .map(|remark| remark.describe(Lang::En))
        .collect()
}

#[test]
fn every_key_does_what_it_says() {
    // 18 of 20 + 10 of 20 + 40 of 40 + 20 of 20.
    for (sets, expected) in [
        (&["execution.weight=10"][..], "79.00"),
        // The rows' marks are converted in proportion: × 90 ÷ 80.
        (&["execution.weight=10", "indicators.weight=90"], "87.75"),
        (&["预算执行.权重=10", "指标.权重=90"], "87.75"),
        // 产出 60 stays, 满意度 30 instead of 20.
        (&["levels.满意度.weight=30"], "98.00"),
        (
            &["levels.满意度指标.weight=30", "levels.产出.weight=50"],
            "89.66",
        ),
        // 数量 is all of 产出, which is left without rows.
        (&["levels.数量.weight=30"], "63.00"),
        (&["rows[1].actual=8场"], "94.00"),
        (&["行[培训场次].实际完成值=8场"], "94.00"),
        (&["rows[1].target=5场"], "98.00"),
        (&["rows[1].points=15"], "93.00"),
        (&["rows[1].judged=80%"], "94.00"),
        (&["rows[1].full_mark=30"], "93.00"),
        (&["rows[1].direction=反向"], "98.00"),
        (&["budget.executed=80"], "86.00"),
        (&["budget.budget=180万元"], "80.00"),
        (&["rounding.total.places=0"], "88"),
        (&["rounding.rows.places=0", "rows[1].actual=8.3场"], "95.00"),
        (
            &[
                "rounding.rows.places=0",
                "rounding.rows.mode=truncate",
                "rows[1].actual=8.3场",
            ],
            "94.00",
        ),
    ] {
        assert_eq!(total("wuhan@2024", sets), expected, "{sets:?}");
    }
}

#[test]
fn rows_that_do_not_apply_are_what_the_pack_makes_of_them() {
    let sets = &["rows[1].applicable=false"];
    assert_eq!(total("wuhan@2024", sets), "1 row is unscored");
    // 10 × 90 % + 50 × (40 + 10) ÷ 60 + … under the national rule needs all its levels.
    let sets = &["rows[1].applicable=否"];
    assert_eq!(total("samples/rules/not-applicable-full", sets), "98.00");
    assert_eq!(total("samples/rules/not-applicable-zero", sets), "78.00");
}

#[test]
fn what_no_longer_adds_up_is_said_and_not_put_right() {
    let said = remarks("wuhan@2024", &["execution.weight=10"]);
    assert!(said[0].contains("add up to 90 (100 before)"), "{said:?}");
    let said = remarks("wuhan@2024", &["levels.满意度.weight=30"]);
    assert!(said[0].contains("add up to 110"), "{said:?}");
    let said = remarks("wuhan@2024", &["rows[1].full_mark=30"]);
    assert!(said[0].contains("add up to 90 (80 before)"), "{said:?}");
    let said = remarks("wuhan@2024", &["rows[1].points=25"]);
    assert!(said[0].contains("above its full mark 20"), "{said:?}");
    let said = remarks("national@2020", &["indicators.weight=80"]);
    assert!(
        said.iter()
            .any(|said| said.contains("the levels' weights add up to 90")),
        "{said:?}"
    );
    let none = remarks(
        "wuhan@2024",
        &["execution.weight=10", "indicators.weight=90"],
    );
    assert!(none.is_empty(), "{none:?}");
}

#[test]
fn the_marks_that_were_inferred_stay_when_an_actual_changes() {
    // Without printed marks, a row that reports 2 points for half its target would be taken for one of 4.
    let text = "
scope: project
execution: {budget: 100, executed: 90}
indicators:
  产出指标:
    - {name: 甲, target: 10, actual: 10, points: 2}
    - {name: 乙, target: 10, actual: 10, points: 78}
";
    let half = scenario(text, "wuhan@2024", &["rows[甲].actual=5"]);
    assert_eq!(half.evaluation.total.unwrap().to_string(), "97.00");
    let weights = ["execution.weight=20", "indicators.weight=160"];
    let doubled = scenario(text, "wuhan@2024", &weights);
    assert_eq!(doubled.evaluation.total.unwrap().to_string(), "178.00");
    // Marks that are given do not make it a form with printed marks.
    let both = ["rows[甲].full_mark=4", "rows[乙].full_mark=78"];
    for sets in [&both[..1], &both] {
        let given = scenario(text, "wuhan@2024", sets).evaluation;
        assert!(given.printed_marks.is_none());
        let marks = given.rows.iter().map(|row| row.effective_full_mark());
        assert!(marks.eq([4, 78].map(|mark| Some(mark.into()))));
    }
}

#[test]
fn a_rule_that_shares_weights_shares_them_beside_a_mark_that_is_given() {
    let desk = desk().with_pack("wuhan/2024");
    let desk = desk.edited(
        "pack/pack.yaml",
        "full_mark_absent: infer",
        "full_mark_absent: share",
    );
    let rules = desk.path("pack").display().to_string();
    let marks = |text: &str, set: &str| {
        let rows = scenario(text, &rules, &[set]).evaluation.rows;
        let mark = |row: &RowResult| row.effective_full_mark().map(|mark| mark.to_string());
        rows.iter().map(mark).collect::<Vec<_>>()
    };
    let all = "scope: project\nexecution: {budget: 100, executed: 90}\nindicators:\n  产出指标:\n    \
               - {name: 甲, target: 10, actual: 10}\n    - {name: 乙, target: 10, actual: 10}\n";
    let shown = |mark: &str| Some(mark.to_owned());
    assert_eq!(
        marks(all, "rows[1].full_mark=30"),
        [shown("30"), shown("40")]
    );
    // A form that prints one mark is no form without marks: the other row stays open.
    let one = all.replacen("actual: 10", "actual: 10, full_mark: 30", 1);
    assert_eq!(marks(&one, "rows[1].actual=9"), [shown("30"), None]);
}

#[test]
fn a_mark_that_was_open_closes_the_sum_when_it_is_given() {
    // 丙 and 丁 would carry 5 like their neighbours, but the points of 丁 contradict that: it stays open.
    let text = "
scope: project
execution: {budget: 100, executed: 90}
indicators:
  产出指标:
    数量指标:
      - {name: 甲, target: 10, actual: 10, points: 5}
      - {name: 乙, target: 10, actual: 10, points: 5}
      - {name: 丙, target: 10, actual: 0, points: 0}
      - {name: 丁, target: 10, actual: 0, points: 6}
  效益指标:
    - {name: 戊, target: 10, actual: 10, points: 60}
";
    let scenario = |sets: &[&str]| scenario(text, "wuhan@2024", sets).evaluation;
    let open = scenario(&["rows[甲].actual=5"]).inference.unwrap();
    assert_eq!((open.open, open.closes()), (1, false));
    let given = scenario(&["rows[丁].full_mark=5"]);
    assert_eq!(given.total.unwrap().to_string(), "88.00");
}

#[test]
fn parameters_are_replaced_by_values_of_their_kind() {
    let text = SHEET.replace("actual: 5场", "actual: 13场");
    let under = |sets: &[&str]| {
        let scenario = scenario(&text, "overshoot-minus-2@2024", sets);
        scenario.evaluation.total.unwrap().to_string()
    };
    assert_eq!(under(&[]), "96.00");
    assert_eq!(under(&["params.超额界限=140%"]), "98.00");
    assert_eq!(under(&["params.超额扣分=5"]), "93.00");
    assert_eq!(
        under(&["参数.超额扣分=2.5", "params.超额界限=1.2"]),
        "93.00"
    );
    let none = "params.未开展的指标=[培训场次, 培训人数]";
    let listed = scenario(SHEET, "tests/packs/brands-not-run", &[none]);
    assert_eq!(listed.evaluation.total.unwrap().to_string(), "38.00");
    let no = |set| refused(SHEET, "overshoot-minus-2@2024", set);
    assert!(no("params.超额扣=5").contains("did you mean `超额扣分`"));
    assert!(no("params.超额扣分=多").contains("is 2 now"));
}

#[test]
fn a_wrong_key_names_the_nearest_right_one() {
    for (set, expected) in [
        ("execution.weight", "is not KEY=VALUE"),
        ("exection.weight=1", "did you mean `execution`"),
        ("execution.weigth=1", "did you mean `weight`"),
        ("execution=1", "`execution` is not complete"),
        ("rows[1].actul=1", "did you mean `actual`"),
        ("rows[1.actual=1", "is not KEY=VALUE"),
        ("foo=1", "levels"),
        ("execution.weight=ten", "write a number that is not below 0"),
        ("execution.weight=-1", "write a number that is not below 0"),
        ("execution.weight=", "write one value"),
        ("rounding.rows.places=13", "a whole number from 0 to 12"),
        ("rounding.rows.mode=up", "`half_up`"),
        ("rows[1].applicable=maybe", "`否`"),
        ("rows[1].judged=120%", "a share from 0 to 1"),
        ("rows[1].actual=1.2.3", "cannot be read"),
        ("rows[1].points=x", "write points"),
    ] {
        let kind = read_set(set).expect_err(set);
        let said = said(kind);
        assert!(said.contains(expected), "{set}: {said}");
    }
    for (set, expected) in [
        ("rows[9].actual=1", "there is no row `9`"),
        ("rows[培训人].actual=1", "made"),
        ("rows[培训].actual=1", "1 培训场次, 2 培训人数"),
        ("rows[培训][3].actual=1", "there is no number 3"),
        ("rows[培训常次].actual=1", "did you mean `培训场次`"),
        ("levels.效益.weight=1", "产出"),
        ("rounding.row.places=1", "did you mean `rows`"),
        ("budget.budget=1元", "in 万元"),
    ] {
        if expected != "made" {
            let said = refused(SHEET, "wuhan@2024", set);
            assert!(said.contains(expected), "{set}: {said}");
        }
    }
}

#[test]
fn a_key_is_written_as_it_is_read() {
    for key in [
        "execution.weight",
        "indicators.weight",
        "levels.效益.weight",
        "params.达成下限",
        "params[\"a.b\"].c",
        "rounding.rows.places",
        "rounding.rows.mode",
        "budget.budget",
        "budget.executed",
        "rows[8].points",
        "rows[\"培训对象参训率\"].full_mark",
        "rows[\"服务体系建设\"][2].applicable",
    ] {
        assert_eq!(Key::parse(key).unwrap().to_string(), key);
    }
    assert_eq!(
        changes(&["行[8].得分=2"])[0].key.to_string(),
        "rows[8].points"
    );
}

#[test]
fn an_overlay_is_read_with_all_its_problems() {
    let text = "title: t\nreason: r\nchanges:\n  - execution.weight: 10\n    rows[1].actual: 92%\n  - {改: '行[2].得分', 为: 2, 因为: 看过}\n";
    let overlay = read_overlay("o.yaml", text.as_bytes()).unwrap();
    assert_eq!((overlay.title.as_str(), overlay.changes.len()), ("t", 3));
    let last = &overlay.changes[2];
    assert_eq!(last.because.as_deref(), Some("看过"));
    assert!(last.is_judgement());
    assert_eq!((last.origin.line, &*last.origin.file), (6, "o.yaml"));

    let bad = "titel: t\nchanges:\n  - {set: 'rows[1].actul', to: 1}\n  - execution.weight: ten\n  - {set: a}\n";
    let problems = read_overlay("o.yaml", bad.as_bytes()).unwrap_err();
    let said: Vec<String> = problems.iter().map(|one| one.render(Lang::En)).collect();
    for (said, expected) in said.iter().zip([
        ("o.yaml:1:1", "did you mean `title`"),
        ("o.yaml:3:11", "did you mean `actual`"),
        ("o.yaml:4:23", "write a number"),
        ("o.yaml:5:5", "missing key `to`"),
    ]) {
        assert!(
            said.starts_with(expected.0) && said.contains(expected.1),
            "{said}"
        );
    }
    assert_eq!(problems.len(), 4, "{said:#?}");
    for hostile in [
        "",
        "[]",
        "a: &x 1",
        "changes: x",
        "changes: [1, [2]]",
        "changes: {a: 1}",
    ] {
        assert!(
            read_overlay("o.yaml", hostile.as_bytes()).is_err(),
            "{hostile}"
        );
    }
}

#[test]
fn the_manual_lists_every_key_in_both_languages() {
    let manual = std::fs::read_to_string("docs/whatif.md").unwrap();
    for key in all_keys() {
        let head = key.split(['.', '[']).next().unwrap();
        let last = key.rsplit('.').next().unwrap();
        assert!(manual.contains(head) && manual.contains(last), "{key}");
        let named = key
            .replace("LEVEL", "产出")
            .replace("NAME", "达成下限")
            .replace("STEP", "rows")
            .replace("ROW", "1");
        assert_eq!(Key::parse(&named).unwrap().to_string(), named);
    }
}

#[test]
fn the_number_at_a_key_is_known() {
    let scorer = Scorer::new(pack("wuhan@2024")).unwrap();
    let prepared = Prepared::new(&scorer, &sheet(SHEET)).unwrap();
    let current = |key: &str| {
        let current = prepared.current(&Key::parse(key).unwrap());
        current.map(|current| current.normalize().to_string())
    };
    for (key, expected) in [
        ("execution.weight", Some("20")),
        ("levels.产出.weight", Some("60")),
        ("params.达成下限", Some("0.8")),
        ("rounding.rows.places", Some("2")),
        ("budget.executed", Some("90")),
        ("rows[1].full_mark", Some("20")),
        ("rows[1].points", Some("10")),
        ("rows[3].actual", Some("0.95")),
        ("rows[1].direction", None),
        ("rows[9].points", None),
    ] {
        assert_eq!(current(key).as_deref(), expected, "{key}");
    }
    // A number put where it stands changes nothing.
    let key = Key::parse("levels.产出.weight").unwrap();
    let same = key.number(prepared.current(&key).unwrap()).unwrap();
    let scenario = prepared.apply(&[same]).unwrap();
    assert_eq!(scenario.evaluation.total, prepared.baseline().total);
    assert!(scenario.remarks.is_empty());
}
