//! When inferred full marks are taken to add up.

/// One indicator of three measures: two met with 1 and 0.5 points, one missed with none.
#[test]
fn rows_that_show_different_marks_are_given_no_remainder() {
    let evaluation = super::score(
        "scope: project\nexecution: {budget: 100, executed: 100}\nindicators:\n  产出指标:\n    \
         - {name: 服务, target: 10次, actual: 10次, points: 25}\n    - name: 活动\n      measures:\n      \
         - {target: 5场, actual: 5场, points: 1}\n      - {target: 5场, actual: 0场, points: 0}\n      \
         - {target: 5场, actual: 5场, points: 0.5}\n",
    );
    let marks: Vec<_> = evaluation
        .rows
        .iter()
        .map(|row| row.effective_full_mark().map(|mark| mark.to_string()))
        .collect();
    let shown = |mark: &str| Some(mark.to_owned());
    assert_eq!(marks, [shown("25"), shown("1"), None, shown("0.5")]);
    let inference = evaluation.inference.as_ref().expect("nothing is printed");
    assert!(!inference.closes());
    assert!(evaluation.total.is_err());
}

/// A tenth of the target gave 4 points, so the mark is at least 35 and less than 45; 80 is the sum of both.
#[test]
fn a_remainder_that_the_points_contradict_is_none() {
    for (other, expected) in [
        ("35", None),
        ("35.5", Some("44.5")),
        ("45", Some("35")),
        ("45.5", None),
    ] {
        let evaluation = super::score(&format!(
            "scope: project\nexecution: {{budget: 100, executed: 100}}\nindicators:\n  产出指标:\n    \
             - {{name: 服务, target: 10次, actual: 10次, points: {other}}}\n  效益指标:\n    \
             - {{name: 活动, target: 10场, actual: 1场, points: 4}}\n",
        ));
        let mark = evaluation.rows[1].effective_full_mark();
        let mark = mark.map(|mark| mark.to_string());
        assert_eq!(mark.as_deref(), expected, "{other}");
        assert_eq!(evaluation.total.is_ok(), expected.is_some(), "{other}");
    }
}

/// Where the marks that are known make 80 already, nothing is left for another row, not even a mark of 0.
#[test]
fn a_row_for_which_nothing_is_left_stays_open() {
    let evaluation = super::score(
        "scope: project\nexecution: {budget: 100, executed: 100}\nindicators:\n  产出指标:\n    \
         - {name: 服务, target: 10次, actual: 10次, points: 80}\n  效益指标:\n    \
         - {name: 活动, target: 10场, actual: 0场, points: 0}\n",
    );
    assert!(evaluation.rows[1].effective_full_mark().is_none());
    assert!(evaluation.total.is_err());
}
