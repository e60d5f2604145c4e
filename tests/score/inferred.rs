//! Full marks that a sheet does not print: what each rests on, and what stays open.
//!
//! `inferred.txt` has what comes out; `UPDATE=1 cargo test score::inferred` renews it.

use std::fmt::Write as _;

use jixiao::score::{Evaluation, Evidence, FullMarkSource};

fn told(evaluation: &Evaluation) -> String {
    let mut text = String::new();
    for row in &evaluation.rows {
        let mark = row.full_mark.as_ref().map(|mark| {
            let FullMarkSource::Inferred(evidence) = &mark.source else {
                panic!("no mark is printed");
            };
            let told = match evidence {
                Evidence::ProportionalLikeNeighbours {
                    low,
                    high,
                    neighbours,
                } => {
                    format!(
                        "{low} to {high}, like {} of {}",
                        neighbours.count, neighbours.label
                    )
                }
                Evidence::ProportionalShortest { low, high } => {
                    format!("{low} to {high}, shortest")
                }
                Evidence::LikeNeighbours {
                    neighbours,
                    measures,
                } => {
                    format!(
                        "like {} of {}, {measures} of {}",
                        neighbours.count, neighbours.label, neighbours.mark
                    )
                }
                other => format!("{other:?}"),
            };
            format!("{} ({told})", mark.value)
        });
        writeln!(
            text,
            "    {}",
            mark.unwrap_or_else(|| format!("{:?}", row.outcome))
        )
        .unwrap();
    }
    let sums = evaluation.inference.as_ref().expect("no mark is printed");
    let levels = sums
        .by_level
        .iter()
        .map(|(level, sum)| format!("{level} {sum}"));
    writeln!(
        text,
        "    {} shown, {} filled of {}, {} open, closes: {}; {}",
        sums.shown,
        sums.filled,
        sums.declared,
        sums.open,
        sums.closes(),
        levels.collect::<Vec<_>>().join(", ")
    )
    .unwrap();
    text
}

/// Every row is `actual points`, of a target of 10; rows of one indicator stand in brackets.
fn sheet(declared: u32, levels: &[(&str, &[&str])]) -> String {
    let mut text = format!("scope: project\nindicators_full_mark: {declared}\nindicators:\n");
    for (level, rows) in levels {
        writeln!(text, "  {level}:").unwrap();
        for row in *rows {
            let measures = row.trim_matches(['[', ']']).split(", ").map(|pair| {
                let (actual, points) = pair.split_once(' ').expect("a pair");
                format!("target: 10, actual: {actual}, points: {points}")
            });
            let measures: Vec<String> = measures.collect();
            match row.starts_with('[') {
                true => writeln!(
                    text,
                    "    - {{name: 甲, measures: [{{{}}}]}}",
                    measures.join("}, {")
                ),
                false => writeln!(text, "    - {{name: 甲, {}}}", measures[0]),
            }
            .unwrap();
        }
    }
    text
}

#[test]
fn a_mark_rests_on_what_the_points_say() {
    let mut all = String::new();
    for (what, declared, levels) in [
        (
            "met rows",
            40,
            &[("产出", &["10 10", "12 20"][..]), ("效益", &["10 10"])][..],
        ),
        (
            "they do not make the sum",
            50,
            &[("产出", &["10 10", "12 20", "10 10"])],
        ),
        (
            "part of it, like the neighbours",
            30,
            &[("产出", &["10 10", "10 10", "9 9.0"])],
        ),
        (
            "the neighbours' mark is the lower end",
            27,
            &[
                ("产出", &["10 9.9", "5 5.0", "10 7.2"]),
                ("效益", &["10 9.9"]),
            ],
        ),
        ("its lower end", 20, &[("产出", &["10 9.9", "5 5.0"])]),
        (
            "its upper end, which is out",
            20,
            &[("产出", &["10 10.1", "5 5.0"])],
        ),
        ("below it", 20, &[("产出", &["10 9.89", "5 5.0"])]),
        (
            "no neighbours",
            20,
            &[("产出", &["5 5.0"]), ("效益", &["10 10"])],
        ),
        (
            "two decimals equally short",
            20,
            &[("产出", &["1 1"]), ("效益", &["10 10"])],
        ),
        ("nothing given", 30, &[("产出", &["10 10", "10 10", "0 0"])]),
        (
            "nothing given, nothing like it",
            30,
            &[("产出", &["10 10", "10 10"]), ("效益", &["0 0"])],
        ),
        (
            "nothing given, neighbours of another mark",
            25,
            &[("产出", &["10 10", "10 10", "0 0"])],
        ),
        (
            "neighbours that do not agree",
            30,
            &[("产出", &["10 10", "10 5", "0 0"])],
        ),
        (
            "neighbours of which most agree",
            35,
            &[("产出", &["10 10", "10 10", "10 5", "0 0"])],
        ),
        (
            "two open ones like their neighbours",
            50,
            &[
                ("产出", &["10 10", "10 10", "0 0", "0 0"]),
                ("效益", &["10 10"]),
            ],
        ),
        (
            "two open ones, one without neighbours",
            50,
            &[("产出", &["10 10", "10 10", "0 0"]), ("效益", &["0 0"])],
        ),
        (
            "nothing is missing",
            20,
            &[("产出", &["10 10", "10 10", "0 0"])],
        ),
        (
            "too much is there",
            15,
            &[("产出", &["10 10", "10 10", "0 0"])],
        ),
        (
            "a wide interval beside an open one",
            40,
            &[
                ("产出", &["1 1.0"]),
                ("效益", &["0 0"]),
                ("满意度", &["10 10"]),
            ],
        ),
        (
            "a narrow one",
            40,
            &[
                ("产出", &["9 9.000"]),
                ("效益", &["0 0"]),
                ("满意度", &["10 10"]),
            ],
        ),
        (
            "points of what is not met exceed the rest",
            12,
            &[("产出", &["10 10"]), ("效益", &["0 5"])],
        ),
        (
            "they are the rest",
            15,
            &[("产出", &["10 10"]), ("效益", &["0 5"])],
        ),
        (
            "measures of one indicator",
            30,
            &[("产出", &["[10 5, 0 0]", "10 10", "10 10"])],
        ),
        (
            "they do not agree",
            30,
            &[("产出", &["[10 5, 10 6, 0 0]", "10 10"])],
        ),
        (
            "all open, shared",
            30,
            &[("产出", &["[0 0, 0 0]", "10 10", "10 10"])],
        ),
        (
            "part of one of several measures",
            20,
            &[("产出", &["[5 2.5, 10 5]", "10 10"])],
        ),
        ("no points", 30, &[("产出", &["10 10", "10 ''", "9 ''"])]),
    ] {
        let evaluation = super::score(&sheet(declared, levels));
        writeln!(all, "{what}\n{}", told(&evaluation).trim_end()).unwrap();
    }
    let file = "tests/score/inferred.txt";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &all).expect("the marks are written");
    }
    assert_eq!(std::fs::read_to_string(file).unwrap_or_default(), all);
}
