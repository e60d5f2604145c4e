//! What a question costs beside scoring the sheet again.

use std::hint::black_box;
use std::sync::Arc;

use jixiao::rules::{PackFiles, load};
use jixiao::score::Scorer;
use jixiao::sheet::Sheet;
use jixiao::whatif::{Change, Prepared, Vary, read_set};
use rust_decimal::Decimal;

use super::{Contender, compare};

/// Single changes, a sweep and draws of weights.
pub fn what_if(sheet: &Arc<Sheet>, scorer: &Scorer) {
    let prepared = Prepared::new(scorer, sheet).expect("the scripts run");
    let set = |set: &str| read_set(set).unwrap_or_else(|_| panic!("{set}"));
    let one = |text: &str| -> Box<dyn Fn()> {
        let change = set(text);
        let prepared = Prepared::new(scorer, sheet).expect("the scripts run");
        Box::new(move || {
            let change = std::slice::from_ref(&change);
            drop(black_box(prepared.apply(change).expect("fits")));
        })
    };
    let full = || drop(black_box(scorer.score(sheet)));
    let contenders: Vec<Contender> = vec![
        ("scoring in full", Box::new(full)),
        ("execution.weight", one("execution.weight=10")),
        ("levels.效益.weight", one("levels.效益.weight=30")),
        ("rounding.rows.places", one("rounding.rows.places=1")),
        ("params", one("params.达成下限=70%")),
        ("rows[20].actual", one("rows[20].actual=92%")),
        ("rows[20].full_mark", one("rows[20].full_mark=3")),
    ];
    compare(
        "one change of a sheet, with everything a scenario says",
        contenders,
    );

    let steps: Vec<[Change; 1]> = (0..100)
        .map(|step| [set(&format!("execution.weight={step}"))])
        .collect();
    let parameters: Vec<[Change; 1]> = (0..100)
        .map(|step| [set(&format!("params.达成下限={step}%"))])
        .collect();
    let sweep = |steps: &[[Change; 1]]| {
        let mut probe = prepared.probe();
        for step in steps {
            drop(black_box(probe.score(step).expect("fits")));
        }
    };
    let hundred = || (0..100).for_each(|_| drop(black_box(scorer.score(sheet))));
    let contenders: Vec<Contender> = vec![
        ("100 times in full", Box::new(hundred)),
        ("100 steps of execution.weight", Box::new(|| sweep(&steps))),
        ("100 steps of a parameter", Box::new(|| sweep(&parameters))),
    ];
    compare("a sweep", contenders);

    let levels = PackFiles::find("samples/rules/levels-40-20-20").expect("the sample is there");
    let levels = levels.0.first().map(load).expect("one edition");
    let levels = Scorer::new(Arc::new(levels.expect("loads"))).expect("compiles");
    let by_level = Prepared::new(&levels, sheet).expect("the scripts run");
    let vary = Vary::new(Decimal::new(25, 2), 10_000, 1).expect("in range");
    let thousands = || (0..10_000).for_each(|_| drop(black_box(scorer.score(sheet))));
    let contenders: Vec<Contender> = vec![
        ("10,000 times in full", Box::new(thousands)),
        (
            "10,000 draws, execution and levels",
            Box::new(|| drop(black_box(by_level.vary(vary).expect("has a total")))),
        ),
        (
            "10,000 draws, execution and every row",
            Box::new(|| drop(black_box(prepared.vary(vary).expect("has a total")))),
        ),
    ];
    compare("weights at random", contenders);
}
