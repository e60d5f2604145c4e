//! What is taken from the baseline changes nothing: a scenario is a full run of its changed copies, with
//! every reason and note, under every pack there is.
//!
//! `JIXIAO_CASES=10000` tries that many.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use jixiao::rules::RulePack;
use jixiao::rules::pack::{MissingActual, NotApplicable};
use jixiao::score::{Evaluation, Scorer, Terms};
use jixiao::sheet::Sheet;
use jixiao::whatif::{Edited, Prepared, edit, read_set};

use super::property::{random, set, text};
use super::{pack, sheet};
use crate::cli::desk::{Desk, desk};

const SHIPPED: [&str; 10] = [
    "wuhan@2024",
    "national@2020",
    "national-core@2021",
    "hubei@2020",
    "jianghan@2026",
    "cost-40-20-20-10@2024",
    "execution-capped@2024",
    "overshoot-minus-2@2024",
    "reverse-linear@2024",
    "value-purchasing@2024",
];

/// Everything but the copies themselves.
fn result(evaluation: &Evaluation) -> String {
    let Evaluation {
        sheet: _,
        pack: _,
        rows,
        groups,
        execution,
        inference,
        printed_marks,
        rescale,
        indicators,
        total,
        total_notes,
        grade,
        grade_said,
    } = evaluation;
    let parts = format!("{rows:?} {groups:?} {execution:?} {inference:?} {printed_marks:?}");
    format!("{parts} {rescale:?} {indicators:?} {total:?} {total_notes:?} {grade:?} {grade_said:?}")
}

/// Every pack that comes with the program, its samples and its tests.
fn scorers() -> Vec<Scorer> {
    let mut names: Vec<String> = SHIPPED.iter().map(ToString::to_string).collect();
    for folder in ["samples/rules", "tests/packs"] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.join("pack.yaml").exists() {
                names.push(path.display().to_string());
            }
        }
    }
    names.sort();
    let all = names.iter().map(|name| Scorer::new(pack(name)).unwrap());
    all.collect()
}

#[test]
fn a_scenario_is_a_full_run_to_the_last_note() {
    let scorers = scorers();
    assert!(scorers.len() > 35, "{}", scorers.len());
    let cases = std::env::var("JIXIAO_CASES").ok();
    let cases = cases.and_then(|cases| cases.parse().ok()).unwrap_or(400);
    let mut runner = TestRunner::new(Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    });
    let odd = prop::sample::select(vec!["部分完成", "显著提升", "约50家", "", "50-70"]);
    let strategy = (
        random(),
        0..scorers.len(),
        prop::collection::vec(set(), 1..4),
        prop::option::of(odd),
    );
    let made = std::cell::Cell::new(0);
    runner
        .run(&strategy, |(random, index, sets, odd)| {
            let mut text = text(&random, None);
            if let Some(odd) = odd {
                let from = text.find("actual: ").unwrap() + "actual: ".len();
                let to = from + text[from..].find(',').unwrap();
                text.replace_range(from..to, &format!("'{odd}'"));
            }
            let scorer = &scorers[index];
            let prepared = Prepared::new(scorer, &sheet(&text)).unwrap();
            // In full: the swift way gives the same values in fewer digits above and below the bar.
            let alone = scorer
                .score_under(&sheet(&text), &Terms::default())
                .unwrap();
            prop_assert_eq!(result(prepared.baseline()), result(&alone));
            let changes: Vec<_> = sets.iter().map(|set| read_set(set).unwrap()).collect();
            let Ok(edited) = edit(prepared.baseline(), &changes) else {
                return Ok(());
            };
            made.set(made.get() + 1);
            let scenario = prepared.apply(&changes).unwrap().evaluation;
            let terms = Terms {
                base: Some(prepared.baseline()),
                awarded: edited.awarded,
            };
            let full = Scorer::new(edited.pack).unwrap();
            let full = full.score_under(&edited.sheet, &terms).unwrap();
            let mut probe = prepared.probe();
            // What was tried before leaves no trace, refused or not.
            let _ = probe.score(&changes[..1]);
            let _ =
                probe.score(&[changes.clone(), super::changes(&["rows[99].points=1"])].concat());
            let tried = probe.score(&changes).unwrap();
            prop_assert_eq!(&tried.total, &full.total);
            prop_assert_eq!(tried.grade, full.grade);
            let pack = scorer.pack().name();
            prop_assert_eq!(
                result(&scenario),
                result(&full),
                "{} {:?}\n{}",
                pack,
                sets,
                text
            );
            Ok(())
        })
        .unwrap();
    assert!(made.get() > cases / 4, "{} of {cases}", made.get());
}

/// A rule whose row method looks at everything it can see.
fn curious() -> (Desk, Scorer) {
    let sees =
        "if m.full_mark == 30 { return 0.3; } bounded(m.input(\"系数\") * m.ratio, 0, params.上限)";
    let desk = desk()
        .with_pack("wuhan/2024")
        .edited("pack/methods.rhai", "fn 正向(m) {", "fn 正向(m, params) {")
        .edited("pack/methods.rhai", "bounded(m.ratio, 0, 1)", sees)
        .edited("pack/pack.yaml", "\nparams:\n", "\nparams:\n  上限: 90%\n");
    let scorer = Scorer::new(pack(&desk.path("pack").display().to_string())).unwrap();
    (desk, scorer)
}

/// Every row of it is another one for the method, or is left to the pack.
const CURIOUS: &str = "\
scope: project
year: 2024
execution: {full_mark: 20, budget: 100, executed: 90}
inputs: {系数: 1}
indicators:
  产出指标:
    数量指标:
      - name: 培训
        measures:
          - {target: ≥10场, actual: 5场, full_mark: 10}
          - {target: ≥10人, actual: 7人, full_mark: 10}
      - {name: 走访, target: ≥10家, actual: 8家, full_mark: 20}
      - {name: 刊物, target: ≥10期, actual: 10期, full_mark: 20}
      - {name: 展览, target: ≥10场, actual: '', full_mark: 10}
      - {name: 慰问, target: ≥10次, actual: 1次, full_mark: 10, applicable: false}
";

#[test]
fn a_row_is_asked_about_again_where_the_answer_may_be_another() {
    type Edit = fn(&mut Edited);
    fn rule(edited: &mut Edited) -> &mut RulePack {
        Arc::make_mut(&mut edited.pack)
    }
    fn form(edited: &mut Edited) -> &mut Sheet {
        Arc::make_mut(&mut edited.sheet)
    }
    let (_desk, scorer) = curious();
    let prepared = Prepared::new(&scorer, &sheet(CURIOUS)).unwrap();
    let edits: [(&str, &[&str], Edit); 8] = [
        ("a parameter", &["params.上限=60%"], |_| {}),
        ("a row", &["rows[1].actual=6场"], |_| {}),
        ("a mark the method reads", &["rows[3].full_mark=30"], |_| {}),
        ("methods", &[], |edited| {
            rule(edited)
                .methods
                .iter_mut()
                .for_each(|method| method.function = "反向".to_owned());
        }),
        ("rows without an actual", &[], |edited| {
            rule(edited).missing_actual = MissingActual::Zero;
        }),
        ("rows that do not apply", &[], |edited| {
            rule(edited).not_applicable = NotApplicable::Full;
        }),
        ("inputs of the sheet", &[], |edited| {
            let other = sheet(&CURIOUS.replace("系数: 1", "系数: 0.5"));
            form(edited).inputs.clone_from(&other.inputs);
        }),
        ("a row that is gone", &[], |edited| {
            form(edited).indicators[0].measures.pop();
        }),
    ];
    for (what, sets, edit_more) in edits {
        let mut edited = edit(prepared.baseline(), &super::changes(sets)).unwrap();
        edit_more(&mut edited);
        let terms = Terms {
            base: Some(prepared.baseline()),
            awarded: edited.awarded.clone(),
        };
        let full = Scorer::new(Arc::clone(&edited.pack)).unwrap();
        let full = full.score_under(&edited.sheet, &terms).unwrap();
        let scenario = prepared.score(edited).unwrap().evaluation;
        assert_ne!(
            result(&full),
            result(prepared.baseline()),
            "{what} changes nothing"
        );
        assert_eq!(result(&scenario), result(&full), "{what}");
    }
    // Who asks for no notes gets none of those that were taken before.
    let judged = scorer.judgement(&sheet(CURIOUS)).unwrap();
    let silent = scorer.clone().without_trace();
    let known = silent.score_knowing(&sheet(CURIOUS), &Terms::default(), Some(&judged));
    let anew = silent.score_under(&sheet(CURIOUS), &Terms::default());
    assert_eq!(result(&known.unwrap()), result(&anew.unwrap()));
}
