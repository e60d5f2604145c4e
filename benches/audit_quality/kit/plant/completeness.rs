//! C11 to C15: what is not filled in, not explained, not reported.

use super::super::figures::{asks_for_words, completion, plain};
use super::super::model::{Bundle, Indicator, Kind, Measure, Pack, Promise, Sheet};
use super::super::rng::Rng;
use super::super::run::Place;
use super::super::{money, sheet};
use super::{
    Planter, Spot, at_row, at_sheet, close, explain_beside, fails, first, indicator_of, is_certain,
    is_count, meet_all, some_row,
};

pub const ALL: &[Planter] = &[
    fails("C11", "an actual struck out", |rng, bundle| {
        cell(rng, bundle, |one| one.actual = "/".to_owned())
    }),
    fails("C11", "an empty target", |rng, bundle| {
        cell(rng, bundle, |one| one.target = String::new())
    }),
    fails("C11", "empty points", |rng, bundle| {
        cell(rng, bundle, |one| {
            (one.points, one.points_text) = (0, String::new())
        })
    })
    .also(&["C01"]),
    fails("C11", "crosses in place of the actual", |rng, bundle| {
        cell(rng, bundle, |one| one.actual = "XX项".to_owned())
    }),
    fails("C11", "no total", no_total),
    fails("C11", "no executed amount", no_money).also(&["C03", "C07"]),
    fails("C12", "an unmet row without a word", unmet),
    fails(
        "C13",
        "far above the target without a word",
        |rng, bundle| far_above(rng, bundle, false),
    ),
    fails("C13", "exactly 130 % without a word", |rng, bundle| {
        far_above(rng, bundle, true)
    }),
    fails("C14", "little spent without a word", |rng, bundle| {
        spending(rng, bundle, 300, 799)
    }),
    fails("C14", "overspent without a word", |rng, bundle| {
        spending(rng, bundle, 1_001, 1_300)
    }),
    fails("C15", "an approved indicator not on the sheet", missing_row).whole(),
];

fn cell(rng: &mut Rng, bundle: &mut Bundle, change: impl Fn(&mut Measure)) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let row = some_row(rng, sheet, |one| is_certain(one) && one.points > 0)?;
    // What is empty beside a filled measure of the same indicator may be meant for both.
    let index = indicator_of(sheet, row);
    (sheet.indicators[index].measures.len() == 1).then_some(())?;
    change(sheet.measure_mut(row));
    sheet.goals.clear();
    close(sheet);
    at_row(0, row)
}

fn no_total(_: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    sheet.narrative.clear();
    (sheet.total, sheet.grade) = (None, None);
    at_sheet(0)
}

fn no_money(_: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    sheet.money.total.executed_text = String::new();
    sheet.narrative.clear();
    at_sheet(0)
}

fn is_unmet(pack: &Pack, measure: &Measure) -> bool {
    let (part, whole) = completion(pack, measure);
    part < whole
}

fn unmet(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    let fits = |one: &Measure| is_certain(one) || one.kind == Kind::Word;
    explain_beside(&pack, sheet);
    let row = match some_row(rng, sheet, |one| fits(one) && is_unmet(&pack, one)) {
        Some(row) => row,
        None => {
            let row = some_row(rng, sheet, |one| is_count(one) && is_certain(one))?;
            let done =
                sheet.measure_mut(row).aim * u128::from(rng.between(10, 95)) / 100_000 * 1_000;
            super::set_done(&pack, sheet, row, done);
            row
        }
    };
    let index = indicator_of(sheet, row);
    let others = sheet.indicators[index]
        .measures
        .iter()
        .filter(|one| asks_for_words(&pack, one))
        .count();
    sheet.indicators[index].reason =
        [None, Some("/".to_owned()), Some("无".to_owned())][rng.below(3)].take();
    (others == 1).then_some(())?;
    at_row(0, row)
}

fn far_above(rng: &mut Rng, bundle: &mut Bundle, exactly: bool) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    let row = some_row(rng, sheet, |one| {
        is_count(one) && one.aim % 10_000 == 0 && one.points == one.mark
    })?;
    let index = indicator_of(sheet, row);
    (sheet.indicators[index].measures.len() == 1).then_some(())?;
    let percent = if exactly {
        130
    } else {
        u128::from(rng.between(131, 900))
    };
    let aim = sheet.measure_mut(row).aim;
    super::set_done(
        &pack,
        sheet,
        row,
        (aim * percent / 100_000 * 1_000).max(aim * 13 / 10),
    );
    explain_beside(&pack, sheet);
    sheet.indicators[index].reason = None;
    at_row(0, row)
}

/// Spends so many thousandths of the budget and says nothing about it.
fn spending(rng: &mut Rng, bundle: &mut Bundle, low: u64, high: u64) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    respend(&pack, sheet, rng.between(low, high));
    explain_beside(&pack, sheet);
    sheet.money.reason = None;
    at_sheet(0)
}

/// Another amount spent, in thousandths of the budget, with rate and points to it.
pub fn respend(pack: &Pack, sheet: &mut Sheet, permille: u64) {
    let print = money::Print {
        unit: sheet.money.unit,
        places: sheet.money.places,
        commas: false,
        rate_places: 2,
        rates: true,
    };
    let budget = sheet.money.total.budget;
    let (low, over) = (permille < 1_000, permille > 1_000);
    let executed = budget * u128::from(permille);
    let executed = if over {
        executed.div_ceil(1_000)
    } else {
        executed / 1_000
    };
    sheet.money.total = money::line(print, sheet.money.total.name, budget, executed);
    sheet.money.sources.clear();
    sheet.money.points = money::points(pack, executed, budget, 2);
    let style = super::super::model::Style {
        places: 2,
        ..sheet.style
    };
    sheet.money.points_text = Some(super::super::figures::points(style, sheet.money.points));
    if low || over {
        (sheet.money.basic, sheet.money.project) = (None, None);
    }
    close(sheet);
}

fn missing_row(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let table = &mut bundle.tables[0];
    let at = rng.below(table.annual.len());
    let value = format!("≥{}", plain(u128::from(rng.between(2, 90)) * 1_000, "块"));
    let promise = Promise {
        name: "海绵试点图斑复垦".to_owned(),
        levels: ["产出指标".to_owned(), "数量指标".to_owned()],
        unit: "块",
        values: vec![(table.year, value)],
        ..table.annual[at].clone()
    };
    // Between two rows of one indicator it would part them.
    let parts = table
        .annual
        .get(at + 1)
        .is_some_and(|next| next.name == table.annual[at].name);
    (!parts).then(|| table.annual.insert(at + 1, promise))?;
    let row = (table.long_term.len() + at + 2) as u32;
    Some(vec![(Place::Table(0), Some(row)), (Place::Sheet(1), None)])
}

/// Used by look-alikes: all met, nothing to explain.
pub fn all_met(pack: &Pack, sheet: &mut Sheet) {
    meet_all(pack, sheet);
    let silent = |one: &mut Indicator| one.reason = None;
    sheet.indicators.iter_mut().for_each(silent);
    sheet::close(sheet);
}
