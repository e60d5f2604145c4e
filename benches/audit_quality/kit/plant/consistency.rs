//! C20 to C24 and, within a sheet, C42 to C49: words against figures, one row against another.

use super::super::figures::{completion, is_far_above, plain};
use super::super::model::{Bundle, Kind, Measure};
use super::super::names::CAUSES;
use super::super::rng::Rng;
use super::super::sheet;
use super::completeness::respend;
use super::{
    Planter, Spot, at_row, at_sheet, close, explain_beside, fails, first, indicator_of, is_certain,
    is_count, meet_all, set_points, some_row, uncertain,
};

pub const ALL: &[Planter] = &[
    fails(
        "C20",
        "said not to be carried out beside a met row",
        |rng, bundle| not_carried_out(rng, bundle, true),
    ),
    fails(
        "C20",
        "said not to be carried out in the shared box",
        |rng, bundle| not_carried_out(rng, bundle, false),
    ),
    fails("C21", "full mark beside a reason for failure", full_mark).also(&["C04"]),
    fails("C22", "the goals promise more than the target", goal),
    fails("C23", "work of another year reported", other_year),
    fails("C23", "the title of another year", title),
    uncertain("C24", "all done with hardly any money", idle_money),
    uncertain("C42", "actuals equal targets to the digit", exact_hits),
    uncertain("C46", "the execution rate as an indicator", execution_rate),
    fails("C47", "one indicator twice", twice),
    fails("C49", "a sign before a word", sign_before_word),
    fails("C49", "two signs before a number", |rng, bundle| {
        sign(rng, bundle, |target| target.replacen('≥', "≥≤", 1))
    }),
    fails(
        "C49",
        "percent written out behind a number",
        |rng, bundle| sign(rng, bundle, |target| target.replace('%', "百分比")),
    ),
];

/// A row of which something was done, alone in its indicator.
fn with_work(rng: &mut Rng, bundle: &mut Bundle) -> Option<u32> {
    let (_, sheet) = first(bundle);
    let row = some_row(rng, sheet, |one| {
        is_count(one) && one.done > 0 && one.points == one.mark && !is_far_above(one)
    })?;
    let index = indicator_of(sheet, row);
    (sheet.indicators[index].measures.len() == 1).then_some(row)
}

fn not_carried_out(rng: &mut Rng, bundle: &mut Bundle, beside: bool) -> Option<Vec<Spot>> {
    let row = with_work(rng, bundle)?;
    let (pack, sheet) = first(bundle);
    explain_beside(&pack, sheet);
    let cause = rng.pick(CAUSES);
    let what = *rng.pick(&[
        "本年度未开展",
        "本年未实施",
        "今年没有开展",
        "当年未组织",
        "年度内未启动",
        "全年未举办",
    ]);
    let index = indicator_of(sheet, row);
    let one = &mut sheet.indicators[index];
    if beside {
        one.reason = Some(format!("因{cause}，{what}"));
    } else {
        let text = match rng.below(3) {
            0 => format!("{}：因{cause}，{what}", one.name),
            1 => format!("{}{what}，原因是{cause}", one.name),
            _ => format!("因{cause}，{}{what}", one.name),
        };
        sheet.reasons.push(text);
    }
    at_row(0, row)
}

fn full_mark(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    let unmet = |one: &Measure| {
        let (part, whole) = completion(&pack, one);
        is_certain(one) && part * 10 < whole * 9 && one.points + 100 <= one.mark
    };
    let row = some_row(rng, sheet, unmet)?;
    explain_beside(&pack, sheet);
    let mark = sheet.measure_mut(row).mark;
    set_points(sheet, row, mark);
    let index = indicator_of(sheet, row);
    (sheet.indicators[index].measures.len() == 1).then_some(())?;
    sheet.indicators[index].reason = Some(format!("未完成：因{}", rng.pick(CAUSES)));
    at_row(0, row)
}

fn goal(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let named = |name: &str| !name.contains(['新', '增', '年']) && !name.contains("提");
    let row = some_row(rng, sheet, is_count)?;
    let one = &sheet.indicators[indicator_of(sheet, row)];
    (one.measures.len() == 1 && named(&one.name)).then_some(())?;
    let measure = &one.measures[0];
    let more = measure.aim * u128::from(rng.between(105, 190)) / 100_000 * 1_000 + 1_000;
    let figure = plain(more, measure.unit);
    sheet.goals = vec![match rng.below(3) {
        0 => format!("全年完成不少于{figure}{}", one.name),
        1 => format!("≥{figure}{}", one.name),
        _ => format!("年内实现不低于{figure}{}，确保质量", one.name),
    }];
    at_row(0, row)
}

fn other_year(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let last = sheet.year - rng.between(1, 2) as u16;
    sheet.narrative.push(match rng.below(3) {
        0 => format!("组织了{last}年上半年、下半年两场技能竞赛"),
        1 => format!("{last}年组织专题活动12场"),
        _ => format!("{last}年完成场馆开放服务，举办讲座15场"),
    });
    at_sheet(0)
}

fn title(_: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    sheet.title = format!("{}年度绩效自评表", sheet.year - 1);
    at_sheet(0)
}

fn idle_money(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    sheet.style.prints_marks.then_some(())?;
    meet_all(&pack, sheet);
    respend(&pack, sheet, rng.between(50, 499));
    let full = |one: &Measure| one.points == one.mark;
    sheet.rows().all(|(_, _, one)| full(one)).then_some(())?;
    at_sheet(0)
}

fn exact_hits(_: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    let rows: Vec<u32> = sheet
        .rows()
        .filter(|(_, _, one)| is_count(one))
        .map(|(row, _, _)| row)
        .collect();
    (rows.len() > 2).then_some(())?;
    for row in rows {
        let aim = sheet.measure_mut(row).aim;
        super::set_done(&pack, sheet, row, aim);
    }
    explain_beside(&pack, sheet);
    at_sheet(0)
}

fn execution_rate(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let row = some_row(rng, sheet, |one| {
        one.kind == Kind::AtLeast && one.unit == "%" && one.points == one.mark
    })?;
    let index = indicator_of(sheet, row);
    (sheet.indicators[index].levels[0] == "产出指标").then_some(())?;
    sheet.indicators[index].reason = Some("与年初设想一致".to_owned());
    (*rng.pick(&["预算执行率", "资金执行率"])).clone_into(&mut sheet.indicators[index].name);
    at_row(0, row)
}

fn twice(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    explain_beside(&pack, sheet);
    sheet.goals.clear();
    let single = |index: &usize| {
        let one = &sheet.indicators[*index];
        one.levels[0] == "产出指标" && one.measures.len() == 1 && is_certain(&one.measures[0])
    };
    let fitting: Vec<usize> = (0..sheet.indicators.len()).filter(single).collect();
    let (from, to) = (
        *fitting.get(rng.below(fitting.len().max(1)))?,
        *fitting.last()?,
    );
    (from != to).then_some(())?;
    let copied = sheet.indicators[from].clone();
    let kept = sheet.indicators[to].measures[0].clone();
    sheet.indicators[to] = copied;
    let measure = &mut sheet.indicators[to].measures[0];
    (measure.mark, measure.mark_text) = (kept.mark, kept.mark_text);
    let row_of = |index: usize| {
        sheet
            .rows()
            .find(|(_, at, _)| *at == index)
            .map(|(row, _, _)| row)
    };
    let (first_row, second) = (row_of(from)?, row_of(to)?);
    sheet::resettle(&pack, sheet, second);
    close(sheet);
    Some([at_row(0, first_row)?, at_row(0, second)?].concat())
}

fn sign_before_word(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let row = some_row(rng, sheet, |one| one.kind == Kind::Word && one.done > 0)?;
    let measure = sheet.measure_mut(row);
    measure.target = format!("≥{}", measure.target);
    at_row(0, row)
}

fn sign(rng: &mut Rng, bundle: &mut Bundle, change: impl Fn(&str) -> String) -> Option<Vec<Spot>> {
    let (_, sheet) = first(bundle);
    let changes = |one: &Measure| one.target.starts_with('≥') && change(&one.target) != one.target;
    let row = some_row(rng, sheet, |one| {
        changes(one) && one.points == one.mark && one.unit == "%"
    })?;
    let measure = sheet.measure_mut(row);
    measure.target = change(&measure.target);
    at_row(0, row)
}
