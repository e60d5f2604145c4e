//! C41 to C50 on target tables.

use super::super::figures::plain;
use super::super::model::{Bundle, Kind, Promise};
use super::super::rng::Rng;
use super::{Planter, Spot, at_table, fails, uncertain};

pub const ALL: &[Planter] = &[
    fails("C41", "a target below last year's", below_last).whole(),
    fails("C41", "a limit above last year's", above_last).whole(),
    fails("C43", "a cost as a minimum", |rng, bundle| {
        row(rng, bundle, "印刷费用", ["产出指标", "成本指标"], "≥50万元")
    })
    .whole(),
    fails("C43", "satisfaction as a maximum", |rng, bundle| {
        row(
            rng,
            bundle,
            "来访者满意度",
            ["满意度指标", "服务对象满意度指标"],
            "≤90%",
        )
    })
    .whole(),
    uncertain("C44", "a percentage without a basis", no_basis).whole(),
    uncertain("C45", "a target in vague words", |rng, bundle| {
        row(
            rng,
            bundle,
            "图斑复垦水平",
            ["效益指标", "社会效益指标"],
            "有效提升",
        )
    })
    .whole(),
    uncertain(
        "C46",
        "the execution rate promised as an indicator",
        |rng, bundle| row(rng, bundle, "预算执行率", ["产出指标", "质量指标"], "≥97%"),
    )
    .whole(),
    fails("C47", "one indicator twice in a table", twice).whole(),
    uncertain("C48", "one row carries the weight", heavy).whole(),
    fails("C49", "percent written out in a table", |rng, bundle| {
        row(
            rng,
            bundle,
            "图斑复垦率",
            ["产出指标", "质量指标"],
            "≥100百分比",
        )
    })
    .whole(),
    fails("C49", "a sign before a word in a table", |rng, bundle| {
        row(rng, bundle, "图斑资料上传", ["产出指标", "质量指标"], "≥是")
    })
    .whole(),
    fails(
        "C50",
        "three years ask for less than one",
        less_in_the_long_run,
    )
    .whole(),
];

/// Adds a row to the plan, in which nothing else speaks of it.
fn row(
    rng: &mut Rng,
    bundle: &mut Bundle,
    name: &str,
    levels: [&str; 2],
    value: &str,
) -> Option<Vec<Spot>> {
    let table = &mut bundle.tables[1];
    let promise = Promise {
        name: name.to_owned(),
        levels: levels.map(str::to_owned),
        values: vec![(table.year, value.to_owned())],
        ..table.annual[0].clone()
    };
    table.annual.push(promise);
    // Rows of one level may stand anywhere; only neighbours of one name belong together.
    let last = table.annual.len() - 1;
    let to = rng.below(last + 1);
    let parts = to > 0 && to < last && table.annual[to].name == table.annual[to - 1].name;
    let to = if parts { last } else { to };
    table.annual.swap(last, to);
    if to != last {
        let moved = table.annual.remove(last);
        table.annual.insert(to + 1, moved);
    }
    at_table(1, table.long_term.len() + to + 1)
}

/// A row of the plan of which one year's promise can be changed.
fn promise(rng: &mut Rng, bundle: &Bundle, kind: Kind) -> Option<usize> {
    let rows = &bundle.tables[1].annual;
    let planned = [
        "保障",
        "救助",
        "补助",
        "建设",
        "更新",
        "采购",
        "租赁",
        "维修",
        "改造",
        "就业援助",
    ];
    let fits = |at: &usize| {
        let one = &rows[*at];
        one.kind == kind
            && one.aim >= 10_000
            && (kind == Kind::AtMost || one.unit != "%")
            && rows.iter().filter(|other| other.name == one.name).count() == 1
            && !planned.iter().any(|word| one.name.contains(word))
    };
    let fitting: Vec<usize> = (0..rows.len()).filter(fits).collect();
    (!fitting.is_empty()).then(|| *rng.pick(&fitting))
}

fn changed(bundle: &mut Bundle, at: usize, sign: &str, percent: u64) -> Option<Vec<Spot>> {
    let table = &mut bundle.tables[1];
    let promise = &mut table.annual[at];
    let now = promise.aim * u128::from(percent) / 100_000 * 1_000;
    let text = |value| format!("{sign}{}", plain(value, promise.unit));
    promise.values = vec![(table.year - 1, text(promise.aim)), (table.year, text(now))];
    at_table(1, table.long_term.len() + at + 1)
}

fn below_last(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let at = promise(rng, bundle, Kind::AtLeast)?;
    changed(bundle, at, "≥", rng.between(20, 90))
}

fn above_last(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let at = promise(rng, bundle, Kind::AtMost)?;
    changed(bundle, at, "≤", rng.between(115, 300))
}

fn no_basis(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let rows = &mut bundle.tables[1].annual;
    let shares: Vec<usize> = (0..rows.len())
        .filter(|at| rows[*at].unit == "%" && rows[*at].kind == Kind::AtLeast)
        .collect();
    let at = *shares.get(rng.below(shares.len().max(1)))?;
    rows[at].basis = None;
    at_table(1, at + 1)
}

fn twice(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let at = promise(rng, bundle, Kind::AtLeast)?;
    let rows = &mut bundle.tables[1].annual;
    let copy = rows[at].clone();
    rows.push(copy);
    let last = rows.len();
    Some([at_table(1, at + 1)?, at_table(1, last)?].concat())
}

fn heavy(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let rows = &mut bundle.tables[1].annual;
    for one in rows.iter_mut() {
        one.mark = Some("1".to_owned());
    }
    let at = rng.below(rows.len());
    rows[at].mark = Some((rows.len() / 2).max(3).to_string());
    (rows.len() > 5).then_some(())?;
    at_table(1, at + 1)
}

fn less_in_the_long_run(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let at = promise(rng, bundle, Kind::AtLeast)?;
    let table = &mut bundle.tables[1];
    let one = table.annual[at].clone();
    let aim = one.aim * u128::from(rng.between(10, 80)) / 100_000 * 1_000;
    let value = format!("≥{}", plain(aim, one.unit));
    let years = *rng.pick(&["三年", "3年"]);
    table.long_term.push(Promise {
        name: format!("{years}{}", one.name),
        values: vec![(0, value)],
        mark: None,
        ..one
    });
    Some(
        [
            at_table(1, table.long_term.len())?,
            at_table(1, table.long_term.len() + at + 1)?,
        ]
        .concat(),
    )
}
