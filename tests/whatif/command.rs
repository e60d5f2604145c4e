//! `jixiao whatif` as a user runs it.

use serde_json::Value;

use crate::cli::desk::{SHEET, desk, jixiao, repository};

const PUBLISHED: &str = "samples/wuhan-2024/whatif/published-92.9.yaml";

pub fn conforms(schema: &str, output: &Value) {
    let text = std::fs::read_to_string(repository().join("docs/schema").join(schema)).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<String> = validator
        .iter_errors(output)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_scenario_stands_beside_the_baseline() {
    jixiao(&format!(
        "whatif samples/wuhan-2024/whole.yaml --overlay {PUBLISHED} --lang en"
    ))
    .succeeds()
    .prints_line("baseline 92.60 excellent")
    .prints_line("公布的 92.9 分 92.9 +0.30 excellent")
    .prints_line("20 培训对象参训率 0.00 +2.00†")
    .prints_line("execution 18.87 +0.03")
    .prints("(a person's judgement)")
    .complains_of_nothing();
    jixiao("whatif samples/wuhan-2024/whole.yaml --set execution.weight=10 --lang en")
        .succeeds()
        .prints_line("execution.weight=10 83.17 -9.43 excellent → good")
        .prints("add up to 90 (100 before)");
}

#[test]
fn a_judgement_is_explained_as_one() {
    let rows = ["20", "8", "9", "22"];
    for row in rows {
        jixiao(&format!(
            "explain samples/wuhan-2024/whole.yaml {row} --overlay {PUBLISHED} --lang en"
        ))
        .succeeds()
        .prints("awarded by a person")
        .prints("awarded at samples/wuhan-2024/whatif/published-92.9.yaml:")
        .prints("the rule alone:");
    }
    jixiao("explain samples/wuhan-2024/whole.yaml 执行 --set budget.executed=3500 --lang en")
        .succeeds()
        .prints("at --set budget.executed=3500")
        .prints("in place of 3,380.68 (samples/wuhan-2024/whole.yaml:12)");
    jixiao("explain samples/wuhan-2024/whole.yaml 执行 --set execution.weight=10 --lang en")
        .succeeds()
        .prints("at --set execution.weight=10; in place of 20");
    jixiao("explain samples/wuhan-2024/whole.yaml 24 --set levels.效益.weight=30 --lang en")
        .succeeds()
        .prints("at --set levels.效益.weight=30; in place of 20");
    jixiao("explain samples/wuhan-2024/whole.yaml 99 --set execution.weight=10 --lang en")
        .fails()
        .complains("there is no row `99`");
}

#[test]
fn rules_and_scenarios_make_a_matrix() {
    jixiao(
        "whatif samples/wuhan-2024 --rules wuhan --rules national --scenario samples/wuhan-2024/whatif/round-once.yaml --lang en",
    )
    .succeeds()
    .prints("wuhan@2024")
    .prints_line("series baseline 91.90 excellent 90.84 excellent (-1.06)")
    .prints_line("series 只在总分取舍 91.90 excellent 90.82 excellent (-1.08)");
}

#[test]
fn json_conforms_and_adds_up() {
    for words in [
        format!("whatif samples/wuhan-2024/whole.yaml --overlay {PUBLISHED}"),
        "whatif samples/wuhan-2024 --rules wuhan --rules national --set execution.weight=10"
            .to_owned(),
        "whatif samples/wuhan-2024/series.yaml --set rows[1].applicable=false".to_owned(),
    ] {
        let said = jixiao(&format!("{words} -f json -q")).succeeds();
        conforms("whatif.schema.json", &said.json());
        for sheet in said.sheets() {
            conforms(
                "score.schema.json",
                &serde_json::json!({"sheets": [sheet["baseline"]]}),
            );
            for scenario in sheet["scenarios"].as_array().unwrap() {
                let Some(delta) = scenario["delta"].as_str() else {
                    continue;
                };
                let amounts = ["rows", "steps"]
                    .into_iter()
                    .flat_map(|part| scenario[part].as_array().unwrap());
                let decimal = |text: &str| text.parse::<rust_decimal::Decimal>().unwrap();
                let sum: rust_decimal::Decimal = amounts
                    .map(|one| decimal(one["delta"].as_str().unwrap()))
                    .sum();
                assert_eq!(sum, decimal(delta));
            }
        }
    }
    jixiao(
        "whatif samples/wuhan-2024/series.yaml --rules wuhan --rules value-purchasing --lang en",
    )
    .succeeds()
    .prints_line("series baseline 91.90 excellent —")
    .prints("rows 1–23 are unscored");
    let words =
        "whatif samples/wuhan-2024/series.yaml --set rows[1].applicable=false -f json --lang en";
    let said = jixiao(words).succeeds().json();
    let missing = &said["sheets"][0]["scenarios"][0]["missing"];
    assert!(
        missing[1]
            .as_str()
            .unwrap()
            .starts_with("row 1 is unscored"),
        "{missing}"
    );
}

#[test]
fn overlays_of_the_samples_conform() {
    for entry in std::fs::read_dir(repository().join("samples/wuhan-2024/whatif")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        conforms("overlay.schema.json", &serde_yaml::from_str(&text).unwrap());
    }
}

#[test]
fn csv_and_markdown_say_the_same() {
    let words = format!("whatif samples/wuhan-2024/whole.yaml --overlay {PUBLISHED} -f");
    jixiao(&format!("{words} csv"))
        .succeeds()
        .prints("sheet,scenario,rules,part,row,indicator,before,after,delta,judged")
        .prints("whole,公布的 92.9 分,wuhan@2024,row,20,培训对象参训率,0.00,2.00,2.00,true,,")
        .prints("whole,公布的 92.9 分,wuhan@2024,total,,,92.60,92.9,0.30,,优,优");
    jixiao(&format!("{words} md"))
        .succeeds()
        .prints("| 20 | 培训对象参训率 | 0.00 | 2.00† | +2.00 |");
}

#[test]
fn overlays_are_stacked_and_scenarios_stand_apart() {
    let desk = desk()
        .with("a.yaml", SHEET)
        .with("whatif/one.yaml", "changes:\n  - rows[1].actual: 8场\n")
        .with(
            "whatif/two.yaml",
            "title: two\nchanges:\n  - rows[1].actual: 10场\n    execution.weight: 10\n",
        );
    desk.run("whatif a.yaml --overlay whatif/one.yaml --overlay whatif/two.yaml --lang en")
        .succeeds()
        .prints_line("one + two 89.00");
    desk.run("whatif a.yaml --set execution.weight=30 --scenario whatif/one.yaml --scenario whatif/two.yaml --lang en")
        .succeeds()
        .prints_line("execution.weight=30 97.00")
        .prints_line("one 103.00")
        .prints_line("two 89.00");
}

#[test]
fn a_change_that_fits_some_sheets_is_noted_for_the_others() {
    let other = SHEET.replace("学员满意度", "群众满意度");
    let desk = desk().with("a.yaml", SHEET).with("b.yaml", other);
    desk.run("whatif . --set rows[学员满意度].actual=45% --lang en")
        .succeeds()
        .complains("`rows[\"学员满意度\"].actual` does not apply in 1 places, which stay as they are, such as b");
    // 满意度 fits one row of either; 培训 fits two.
    desk.run("whatif . --set rows[满意度].actual=45%")
        .succeeds();
    desk.run("whatif . --set rows[培训].actual=4场 --lang en")
        .ends_with(2)
        .prints_nothing();
    let once = SHEET.replace("培训人数", "参加人数");
    let desk = desk.with("c.yaml", once);
    desk.run("whatif . --set rows[培训].actual=4场 --lang en")
        .fails()
        .complains("`培训` names 2 rows")
        .prints_line("培训场次 10.00 -2.00");
    desk.run("whatif . --set rows[干部满意度].actual=45% --lang en")
        .ends_with(2)
        .complains("did you mean `");
}

#[test]
fn what_is_wrong_ends_as_the_contract_says() {
    let desk = desk()
        .with("a.yaml", SHEET)
        .with("bad.yaml", "changes:\n  - rows[1].actul: 8\n")
        .with("absent.yaml", "changes:\n  - rows[9].actual: 8\n");
    desk.run("whatif a.yaml --set exection.weight=1 --lang en")
        .ends_with(2);
    desk.run("whatif a.yaml --lang en")
        .ends_with(2)
        .complains("nothing to compare");
    desk.run("whatif a.yaml --overlay bad.yaml --lang en")
        .fails()
        .complains("bad.yaml:2:5");
    desk.run("whatif a.yaml --overlay absent.yaml --lang en")
        .fails()
        .complains("absent.yaml:2:5: there is no row `9`")
        .prints_nothing();
    desk.run("whatif a.yaml --scenario none.yaml --lang en")
        .fails();
}
