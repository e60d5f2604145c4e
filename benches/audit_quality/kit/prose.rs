//! The words of a sheet: explanations, goals, narrative. All of it true to the figures.

use super::figures::{asks_for_words, completion, plain};
use super::model::{Indicator, Kind, Pack, Sheet};
use super::money::rate;
use super::names::{ASIDES, CAUSES, GAINS};
use super::rng::Rng;
use super::telling;

/// Fills in what the figures ask for, and some words they do not ask for.
pub fn fill(rng: &mut Rng, pack: &Pack, sheet: &mut Sheet) {
    explain_rows(rng, pack, sheet);
    explain_money(rng, sheet);
    goals(rng, sheet);
    narrative(rng, sheet);
    if rng.chance(60) {
        sheet.improvements.push(format!(
            "结合{}年完成情况，合理确定下一年目标值",
            sheet.year
        ));
    }
}

fn aside(rng: &mut Rng, year: u16) -> String {
    rng.pick(ASIDES).replace("{last}", &(year - 1).to_string())
}

/// Why one indicator missed its targets, or went far beyond; `None` where nothing is to be said.
fn why(rng: &mut Rng, pack: &Pack, year: u16, one: &Indicator) -> Option<String> {
    let asking: Vec<_> = one
        .measures
        .iter()
        .filter(|measure| asks_for_words(pack, measure))
        .collect();
    let measure = asking.first()?;
    let (part, whole) = completion(pack, measure);
    let missed = asking.iter().any(|measure| {
        let (part, whole) = completion(pack, measure);
        part < whole
    });
    if !missed {
        let gain = rng.pick(GAINS);
        return Some(match rng.below(3) {
            0 => format!("超额完成，主要是{gain}"),
            1 => format!(
                "实际{}，高于年初目标，因{gain}{}",
                measure.actual,
                aside(rng, year)
            ),
            _ => format!("完成值较高：{gain}"),
        });
    }
    let cause = rng.pick(CAUSES);
    if one.measures.iter().all(|measure| measure.done == 0)
        && part == 0
        && whole > 0
        && rng.chance(50)
    {
        return Some(format!("未完成：因{cause}，本年度未开展"));
    }
    Some(match rng.below(5) {
        0 => format!("未完成：因{cause}{}", aside(rng, year)),
        1 => format!(
            "实际完成{}，未达到年初目标，主要是{cause}{}",
            measure.actual,
            aside(rng, year)
        ),
        2 => format!("没有达到预期，受{cause}影响"),
        3 => format!("偏低，原因：{cause}{}", aside(rng, year)),
        _ => format!("与目标{}有差距，{cause}", measure.target),
    })
}

fn explain_rows(rng: &mut Rng, pack: &Pack, sheet: &mut Sheet) {
    let year = sheet.year;
    let beside = rng.chance(50);
    for one in &mut sheet.indicators {
        match why(rng, pack, year, one) {
            Some(text) if beside || rng.chance(15) => one.reason = Some(text),
            Some(text) => {
                let name = if rng.chance(10) {
                    short(&one.name)
                } else {
                    one.name.clone()
                };
                sheet.reasons.push(format!("{name}{text}"));
            }
            None if beside => {
                one.reason = match rng.below(8) {
                    0 => Some("/".to_owned()),
                    1 => Some("无".to_owned()),
                    2 => Some(format!("较{}年有所增长", year - 1)),
                    3 => Some("按计划完成".to_owned()),
                    _ => None,
                };
            }
            None if rng.chance(3) => {
                sheet
                    .reasons
                    .push(format!("{}按期完成{}", one.name, aside(rng, year)))
            }
            None => {}
        }
    }
}

/// A name without what it counts: 走访企业数 → 走访企业.
fn short(name: &str) -> String {
    let endings = ["数量", "场次", "次数", "个数", "份数", "期数", "率", "数"];
    let ending = endings.iter().find(|ending| name.ends_with(**ending));
    name.trim_end_matches(ending.copied().unwrap_or(""))
        .to_owned()
}

fn explain_money(rng: &mut Rng, sheet: &mut Sheet) {
    let (budget, executed) = (sheet.money.total.budget, sheet.money.total.executed);
    let unit = sheet.money.unit;
    let text = match executed * 100 / budget {
        100.. if executed > budget => {
            "年中追加任务，超出部分由上年结转资金支付，预算执行率超过100%".to_owned()
        }
        0..80 => format!(
            "预算执行率偏低，部分项目资金跨年支付，尾款待验收后拨付（{}年）",
            sheet.year + 1
        ),
        _ if rng.chance(25) => {
            let before = sheet.money.total.budget_text.clone() + unit;
            format!(
                "调整后预算{before}，实际支出{}{unit}，执行率{}",
                sheet.money.total.executed_text,
                rate(executed, budget, 1)
            )
        }
        _ => return,
    };
    match rng.chance(50) {
        true => sheet.money.reason = Some(text),
        false => sheet.reasons.push(text),
    }
}

/// Goals in words, each with the figure of its indicator.
fn goals(rng: &mut Rng, sheet: &mut Sheet) {
    for one in &sheet.indicators {
        let [measure] = one.measures.as_slice() else {
            continue;
        };
        if measure.kind != Kind::AtLeast || measure.unit == "%" || !rng.chance(12) {
            continue;
        }
        let figure = plain(measure.aim, measure.unit);
        sheet.goals.push(match rng.below(4) {
            0 => format!("{}不少于{figure}", one.name),
            1 => format!("全年完成不少于{figure}{}", one.name),
            2 => format!(
                "三年累计完成{}{}",
                plain(measure.aim * 4, measure.unit),
                one.name
            ),
            _ => format!("{}达到{figure}以上，逐步形成长效机制", one.name),
        });
    }
    if rng.chance(40) {
        sheet
            .goals
            .push("1.提升服务能力，优化工作流程；2.加强资金监管，提高使用效益".to_owned());
    }
}

fn narrative(rng: &mut Rng, sheet: &mut Sheet) {
    let (year, total) = (sheet.year, &sheet.money.total);
    let unit = sheet.money.unit;
    let places = rng.between(0, 2) as u32;
    if rng.chance(50) {
        let rate = rate(total.executed, total.budget, places);
        sheet.narrative.push(format!(
            "全年预算{}{unit}，执行{}{unit}，执行率{rate}",
            total.budget_text, total.executed_text
        ));
    }
    if rng.chance(25) && unit == "万元" && sheet.money.places <= 4 {
        let yuan = total.executed * 10u128.pow(4 - sheet.money.places);
        sheet
            .narrative
            .push(format!("累计支付{yuan}元，其中培训支出3.25万元"));
    }
    if rng.chance(25) {
        sheet.narrative.push(format!(
            "与{}年相比，服务覆盖面有所扩大；每户补贴标准为1200元",
            year - 1
        ));
    }
    if rng.chance(25) {
        sheet.narrative.push(format!(
            "{year}年上半年完成方案编制，下半年组织实施；{}年计划继续推进",
            year + 1
        ));
    }
    if rng.chance(15) {
        sheet.narrative.push(format!(
            "按合同支付{}年度尾款12.5万元，支付{year}年进度款",
            year - 1
        ));
    }
    for _ in 0..rng.below(4) {
        let passage = telling::passage(rng, sheet);
        sheet.narrative.push(passage);
    }
    if let (Some(score), true) = (sheet.total.clone(), rng.chance(30)) {
        let grade = sheet
            .grade
            .clone()
            .map_or(String::new(), |grade| format!("，等级为{grade}"));
        sheet.narrative.push(format!(
            "{year}年自评得分{}分{grade}",
            score.trim_end_matches('分')
        ));
    }
}
