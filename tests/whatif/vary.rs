//! Weights drawn at random.

use rust_decimal::Decimal;

use jixiao::score::Scorer;
use jixiao::whatif::{MOST_DRAWS, NoVary, Prepared, Spread, Varied, Vary};

use super::{changes, pack, sheet};
use crate::cli::desk::{desk, jixiao};

/// Half of the money spent and the one row reached: 10 + 80.
const SIMPLE: &str = "scope: project
year: 2024
execution: {full_mark: 20, budget: 1000, executed: 500}
indicators:
  产出指标:
    - {name: 场次, target: ≥10, actual: 10, full_mark: 80, points: 80}
";

fn asked(by: &str, draws: u32, seed: u64) -> Vary {
    Vary::new(by.parse().unwrap(), draws, seed).unwrap()
}

fn varied(text: &str, rules: &str, vary: Vary) -> Result<Varied, NoVary> {
    let scorer = Scorer::new(pack(rules)).unwrap();
    let prepared = Prepared::new(&scorer, &sheet(text)).unwrap();
    prepared.vary(vary)
}

fn sample(name: &str) -> String {
    std::fs::read_to_string(format!("samples/wuhan-2024/{name}.yaml")).unwrap()
}

#[test]
fn one_weight_alone_is_what_a_hand_works_out() {
    let varied = varied(SIMPLE, "wuhan", asked("0.25", 100, 1)).unwrap();
    assert_eq!(varied.spread, Spread::Rows);
    assert_eq!(varied.sum, Decimal::from(100));
    let execution = varied
        .weights
        .iter()
        .find(|one| one.key.to_string() == "execution.weight")
        .unwrap();
    let totals = execution
        .ends
        .clone()
        .map(|end| end.total.unwrap().to_string());
    // 15 ÷ 95 and 25 ÷ 105 of 100 for execution, the rest for the row.
    assert_eq!(totals, ["92.10", "88.09"]);
    assert_eq!(execution.swing().unwrap().to_string(), "4.01");
    assert_eq!(
        execution.ends.clone().map(|end| end.grade),
        [Some(0), Some(1)]
    );
    assert!(!varied.is_robust());
}

#[test]
fn the_same_seed_gives_the_same_draws() {
    let all = ["0.25", "0.05"].map(|by| {
        let [one, again, other] = [1, 1, 2].map(|seed| {
            let varied = varied(&sample("series"), "wuhan", asked(by, 300, seed)).unwrap();
            (varied.totals.unwrap(), varied.grades)
        });
        assert_eq!(one, again);
        assert_ne!(one.0, other.0);
        let drawn: u32 = one.1.iter().map(|(_, draws)| draws).sum();
        assert_eq!(drawn, 300);
        let totals = one.0;
        let ordered = [
            totals.least,
            totals.low,
            totals.median,
            totals.high,
            totals.most,
        ];
        assert!(ordered.is_sorted(), "{ordered:?}");
        let total: Decimal = "91.90".parse().unwrap();
        assert!(totals.least < total && total < totals.most);
        totals.most - totals.least
    });
    assert!(all[0] > all[1], "{all:?}");
}

#[test]
fn levels_of_the_rule_vary_as_their_changes_do() {
    let rules = "samples/rules/levels-40-20-20";
    let varied = varied(&sample("whole"), rules, asked("0.5", 50, 1)).unwrap();
    assert_eq!(varied.spread, Spread::Levels);
    let scorer = Scorer::new(pack(rules)).unwrap();
    let prepared = Prepared::new(&scorer, &sheet(&sample("whole"))).unwrap();
    // 20 × 1.5 = 30 of 110: 27.272727 of 100; what rounding down leaves over goes to the largest.
    let scenario = prepared
        .apply(&changes(&[
            "execution.weight=18.181818",
            "levels.产出.weight=36.363637",
            "levels.效益.weight=27.272727",
            "levels.满意度.weight=18.181818",
        ]))
        .unwrap();
    let end = varied
        .weights
        .iter()
        .find(|one| one.key.to_string() == "levels.效益.weight")
        .map(|one| one.ends[1].total.clone());
    assert_eq!(end, Some(scenario.evaluation.total));
}

#[test]
fn what_cannot_vary_says_why() {
    let by = |by: &str, draws| Vary::new(by.parse().unwrap(), draws, 1);
    assert_eq!(by("0", 10), None);
    assert_eq!(by("1.01", 10), None);
    assert_eq!(by("-0.1", 10), None);
    assert_eq!(by("0.1", 0), None);
    assert_eq!(by("0.1", MOST_DRAWS + 1), None);
    assert!(by("1", MOST_DRAWS).is_some());
    let blank = SIMPLE.replace("actual: 10", "actual: ''");
    let vary = asked("0.25", 10, 1);
    assert!(matches!(
        varied(&blank, "wuhan", vary),
        Err(NoVary::NoTotal(_))
    ));
}

#[test]
fn the_command_prints_every_format() {
    let series = "whatif samples/wuhan-2024/series.yaml --vary 25% --draws 200";
    jixiao(&format!("{series} --lang en"))
        .succeeds()
        .prints("draws, seed 1; weights to a millionth of a point")
        .prints("the grade is robust: excellent in every draw")
        .prints("rows[21].full_mark");
    let said = jixiao(&format!(
        "{series} --seed 7 --rules wuhan --rules national -f json"
    ));
    let said = said.succeeds().json();
    super::command::conforms("whatif.schema.json", &said);
    let results = said["sheets"][0]["vary"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    assert_eq!(results[0]["seed"], 7);
    jixiao(&format!("{series} -f csv"))
        .succeeds()
        .prints("series,wuhan@2024,asked,seed,,1,,");
    jixiao(&format!("{series} -f md"))
        .succeeds()
        .prints("等级稳定");
}

#[test]
fn a_wrong_question_is_a_wrong_command_line() {
    let whole = "whatif samples/wuhan-2024/whole.yaml";
    for wrong in [
        "--vary 300% --lang en",
        "--vary abc --lang en",
        "--vary 25% --draws 0 --lang en",
        "--vary 25% --draws 1000001 --lang en",
        "--draws 10 --set execution.weight=10",
        "--vary 25% --set execution.weight=10",
    ] {
        jixiao(&format!("{whole} {wrong}")).ends_with(2);
    }
    desk()
        .with("blank.yaml", SIMPLE.replace("actual: 10", "actual: ''"))
        .run("whatif blank.yaml --vary 25% --lang en")
        .ends_with(1)
        .complains("there is no total, so no weights are varied");
}
