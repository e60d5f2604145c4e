//! How a report's text repeats its sheet: at another precision and in another unit, among figures of other
//! years, projects and judges. All of it true.

use super::exact::{decimal, half_up};
use super::model::{Kind, Sheet};
use super::money::rate;
use super::names::THINGS;
use super::rng::Rng;

/// One passage: something the sheet says, or something that it does not speak of.
pub fn passage(rng: &mut Rng, sheet: &Sheet) -> String {
    match rng.chance(40) {
        true => repeated(rng, sheet),
        false => other(rng, sheet),
    }
}

/// A figure of the sheet, as exact as somebody felt like.
fn repeated(rng: &mut Rng, sheet: &Sheet) -> String {
    let (year, total, unit) = (sheet.year, &sheet.money.total, sheet.money.unit);
    let places = rng.between(0, 2) as u32;
    let rate = rate(total.executed, total.budget, places);
    let score = sheet
        .total
        .as_deref()
        .map(|text| text.trim_end_matches('分'));
    let score = score.unwrap_or("0");
    let grade = sheet.grade.as_deref();
    match rng.below(11) {
        0 => format!("经自评，{year}年自评得分为{score}分"),
        1 => format!("满分100分，自评得分{score}分"),
        2 => format!("绩效自评总得分{}分", rounded(score, 1)),
        3 => format!("{year}年预算执行率为{rate}，与{}年基本持平", year - 1),
        4 => format!("上半年执行率41.5%，前三季度执行率68.2%，{year}年全年预算执行率{rate}"),
        5 => format!(
            "全年预算数{}{unit}，全年执行数{}{unit}",
            total.budget_text, total.executed_text
        ),
        6 => format!("全年预算数{}亿元", hundred_millions(total.budget, sheet)),
        7 => format!(
            "全年执行数{}元，完成预算的{rate}",
            yuan(total.executed, sheet)
        ),
        8 if grade.is_some() => {
            format!("自评得分{score}分，自评等级为{}", grade.unwrap_or_default())
        }
        9 if grade.is_some() => format!("{year}年度绩效自评结果为“{}”", grade.unwrap_or_default()),
        _ => said_of_a_row(rng, sheet),
    }
}

/// A sentence about an indicator that its figures bear out.
fn said_of_a_row(rng: &mut Rng, sheet: &Sheet) -> String {
    let one = rng.pick(&sheet.indicators);
    let met = one.measures.iter().all(|one| one.points == one.mark);
    let nothing = one
        .measures
        .iter()
        .all(|one| one.kind == Kind::AtLeast && one.done == 0);
    match rng.below(5) {
        0 if met => format!("{}已完成", one.name),
        1 if nothing => format!("{}本年度未开展", one.name),
        2 => format!("{}并非未开展，具体见自评表", one.name),
        3 => format!("{}的个别分项未完成", one.name),
        _ => format!("{}完成{}", one.name, one.measures[0].actual),
    }
}

/// A figure or a grade that is not the sheet's, and is not said to be.
fn other(rng: &mut Rng, sheet: &Sheet) -> String {
    let (year, last, next) = (sheet.year, sheet.year - 1, sheet.year + 1);
    let unit = sheet.money.unit;
    let (score, share, amount) = (
        rng.between(70, 99),
        rng.between(40, 99),
        rng.between(100, 9_000),
    );
    let thing = *rng.pick(THINGS);
    let texts = [
        format!("{last}年自评得分{score}分，执行率{share}.5%，等级为良"),
        format!("上年全年预算数{amount}{unit}，执行数{amount}{unit}"),
        format!("{next}年拟安排预算数{amount}{unit}，力争执行率达到{share}%以上"),
        format!("其中{thing}项目预算数{amount}{unit}，执行数{amount}{unit}，执行率{share}%"),
        format!("{thing}：预算数{amount}{unit}，执行数{amount}{unit}"),
        format!("其中财政拨款执行率{share}.25%，公用经费执行率{share}%"),
        "产出指标得分35.5分，效益指标得分19分，满意度指标得分9分".to_owned(),
        format!("预算执行率满分10分，得分{}分", rng.between(5, 9)),
        format!("财政部门复核得分{score}分，等级为中"),
        format!("第三方机构评价得分{score}.5分，评价等级为良好"),
        format!("满意度问卷平均得分{score}分"),
        format!(
            "较上年得分提高{}分，执行率提高3.5个百分点",
            rng.between(1, 9)
        ),
        "自评得分90分以上为优，80分至90分为良，60分以下为差".to_owned(),
        format!("按照要求，执行率应不低于{share}%，自评得分应不低于{score}分"),
        format!("截至{year}年6月底，执行数{amount}{unit}，执行率{share}%"),
        format!("区直部门绩效自评平均得分{score}分"),
        format!("{thing}方案评审得分{score}分，{thing}考核等级为良"),
        format!("合同金额{amount}{unit}，已支付{share}%"),
        format!("{thing}联席会议未召开，{thing}展示暂停"),
        format!("原计划的{thing}观摩未开展，改为线上交流"),
        format!("下一步力争自评得分达到{score}分，等级达到优"),
    ];
    rng.pick(&texts).clone()
}

/// A printed decimal at fewer places.
pub fn rounded(text: &str, places: u32) -> String {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let units: u128 = format!("{whole}{rest}").parse().unwrap_or(0);
    let by = 10u128.pow(rest.len() as u32);
    decimal(half_up(units, by, places), places)
}

/// 元 of an amount in units of its last place.
pub fn yuan(amount: u128, sheet: &Sheet) -> String {
    let power = if sheet.money.unit == "万元" { 4 } else { 0 };
    let places = sheet.money.places;
    match places > power {
        true => decimal(amount, places - power),
        false => (amount * 10u128.pow(power - places)).to_string(),
    }
}

fn hundred_millions(amount: u128, sheet: &Sheet) -> String {
    let power = if sheet.money.unit == "万元" { 4 } else { 8 };
    decimal(
        half_up(amount, 10u128.pow(power + sheet.money.places), 4),
        4,
    )
}
