//! The examples two packs score differently, kind by kind, and how many were tried before.
//!
//! `differences.txt` has them as they are; `UPDATE=1 cargo test score::differences` renews it.

use std::fmt::Write as _;
use std::sync::Arc;

use jixiao::rules::case::Given;
use jixiao::rules::pack::Bilingual;
use jixiao::rules::{PackFiles, RulePack, load};
use jixiao::score::{Seen, search_packs};

/// A shipped pack with one part of its description replaced.
fn pack(name: &str, before: &str, after: &str) -> Arc<RulePack> {
    let shipped = PackFiles::shipped();
    let (_, edition) = shipped.iter().find(|(pack, _)| pack == name).expect(name);
    let files = PackFiles::of_shipped(name, edition).expect("shipped");
    let text = String::from_utf8_lossy(files.get("pack.yaml").expect("there")).into_owned();
    assert!(text.contains(before), "{name}: {before}");
    let changed = files.changed(&[("pack.yaml".to_owned(), text.replace(before, after))]);
    Arc::new(load(&changed.expect("a file of it")).expect("loads"))
}

fn seen(seen: &Seen) -> String {
    let points = seen.points.map(|points| points.to_string());
    let words = |words: &Option<Bilingual>| words.as_ref().map(|words| words.en.clone());
    let all = [points, words(&seen.grade), words(&seen.why)];
    all.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn given(given: &Given) -> String {
    match given {
        Given::Row(row) => {
            let measure = &row.measures[0];
            let cells = (&measure.target.0.text, &measure.actual.0.text);
            format!(
                "{:?} {cells:?} {:?} {:?}",
                row.levels,
                measure.full_mark.value(),
                measure.judged
            )
        }
        Given::Execution(money) => {
            let (budget, executed) = (&money.total.budget, &money.total.executed);
            format!("{:?} of {:?}", executed.value(), budget.value())
        }
        Given::Total(total) => format!("a total of {total}"),
        Given::Sheet(sheet) => {
            let mut text = format!("{:?} spent", sheet.budget.total.executed.value());
            for (row, one) in sheet.measures() {
                let marks = (one.full_mark.value(), one.points.value());
                let actual = &one.actual.0.text;
                write!(
                    text,
                    "; {:?} {actual:?} {marks:?} {}",
                    row.levels, one.applicable
                )
                .unwrap();
            }
            text
        }
    }
}

#[test]
fn the_first_example_of_a_kind_is_the_simplest_that_differs() {
    let mut told = String::new();
    for (pack_name, before, after) in [
        ("wuhan", "not_applicable: unscored", "not_applicable: full"),
        ("wuhan", "missing_actual: unscored", "missing_actual: zero"),
        (
            "wuhan",
            "full_mark_absent: infer",
            "full_mark_absent: refuse",
        ),
        ("wuhan", "from: 90}", "above: 90}"),
        ("wuhan", "from: 60}", "from: 60.01}"),
        (
            "wuhan",
            "rows: {mode: half_up, places: 2}",
            "rows: {mode: half_up, places: 1}",
        ),
        (
            "wuhan",
            "execution: {mode: half_up, places: 2}",
            "execution: {mode: half_up, places: 1}",
        ),
        (
            "national",
            "missing_actual: unscored",
            "missing_actual: zero",
        ),
        (
            "national",
            "levels: {产出: 50, 效益: 30, 满意度: 10}",
            "levels: {产出: 40, 效益: 30, 满意度: 10, 成本: 10}",
        ),
        (
            "value-purchasing",
            "pack: value-purchasing",
            "pack: another",
        ),
    ] {
        let (one, other) = (pack(pack_name, "", ""), pack(pack_name, before, after));
        let search = search_packs(&one, &other, &[]).expect("they compile");
        writeln!(
            told,
            "{pack_name}: {after}\n  {} tried, {} scored",
            search.tried, search.scored
        )
        .unwrap();
        for found in &search.found {
            let (before, after) = (seen(&found.before), seen(&found.after));
            writeln!(told, "  {}\n    {before}\n    {after}", given(&found.given)).unwrap();
        }
    }
    let file = "tests/score/differences.txt";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &told).expect("the examples are written");
    }
    assert_eq!(std::fs::read_to_string(file).unwrap_or_default(), told);
}

#[test]
fn a_script_that_fails_is_told_as_the_reason() {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("shipped");
    let script = "fn 执行得分(e) { e.nothing }";
    let files = files.changed(&[("execution.rhai".to_owned(), script.to_owned())]);
    let faulty = Arc::new(load(&files.expect("a file of it")).expect("loads"));
    let search = search_packs(&pack("wuhan", "", ""), &faulty, &[]).expect("they compile");
    let money = search
        .found
        .iter()
        .find(|found| matches!(found.given, Given::Execution(_)));
    let after = &money.expect("the money differs").after;
    assert_eq!((after.points, after.grade.is_none()), (None, true));
    assert!(seen(after).contains("nothing"), "{}", seen(after));
}
