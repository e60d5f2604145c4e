//! The two harvests of the pass give up together.

use std::sync::Arc;

use crate::rules::case::Given;
use crate::rules::{PackFiles, cases, load};
use crate::score::Scorer;
use crate::score::cases::sheet_around;

#[test]
fn an_evaluation_takes_the_swift_way_where_figures_do() {
    let (mut swift, mut in_full) = (0, 0);
    for (name, edition) in PackFiles::shipped() {
        let files = PackFiles::of_shipped(&name, &edition).expect("shipped");
        let scorer = Scorer::new(Arc::new(load(&files).expect("loads"))).expect("compiles");
        let cases = cases(&files).expect("sound cases");
        let money = cases.iter().find_map(|case| match &case.given {
            Given::Execution(budget) => Some((**budget).clone()),
            _ => None,
        });
        for case in cases {
            let mut sheet = match &case.given {
                Given::Sheet(sheet) => (**sheet).clone(),
                Given::Row(row) => sheet_around(row, scorer.pack()),
                Given::Execution(_) | Given::Total(_) => continue,
            };
            if let (Given::Row(_), Some(money)) = (&case.given, &money) {
                sheet.budget = money.clone();
                sheet.indicators_full_mark = sheet.indicators[0].measures[0].full_mark.clone();
            }
            let sheet = Arc::new(sheet);
            let evaluation = scorer.swift_evaluation(&sheet);
            assert_eq!(
                evaluation.is_some(),
                scorer.is_ordinary(&sheet),
                "{}",
                case.name
            );
            match evaluation {
                Some(_) => swift += 1,
                None => in_full += 1,
            }
        }
    }
    assert!(swift > 50 && in_full > 50, "{swift} {in_full}");
}
