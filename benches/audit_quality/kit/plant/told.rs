//! C33: the report's text against its sheet.

use super::super::exact::{decimal, half_up};
use super::super::model::{Bundle, Sheet};
use super::super::rng::Rng;
use super::super::telling::{passage, yuan};
use super::{
    Planter, Spot, at_sheet, explain_beside, fails, first, indicator_of, is_certain, is_count,
    near, some_row, uncertain,
};

pub const ALL: &[Planter] = &[
    fails("C33", "another score in the text", |rng, bundle| {
        tell(rng, bundle, |rng, sheet| {
            let score = other_score(rng, sheet)?;
            let year = sheet.year;
            Some(match rng.below(4) {
                0 => format!("经自评，{year}年自评得分为{score}分"),
                1 => format!("自评得分{score}分"),
                2 => format!("满分100分，{year}年度绩效自评得分{score}分，完成情况较好"),
                _ => format!("较上年有所提高，{year}年自评总得分为{score}分"),
            })
        })
    }),
    fails("C33", "another grade in the text", |rng, bundle| {
        tell(rng, bundle, |rng, sheet| {
            let grade = sheet.grade.clone()?;
            let others = ["优", "良", "中", "差"]
                .into_iter()
                .filter(|one| *one != grade);
            let other = *rng.pick(&others.collect::<Vec<_>>());
            Some(match rng.below(4) {
                0 => format!("经自评，自评等级为{other}"),
                1 => format!("自评等级：{other}"),
                2 => format!("{}年度绩效自评结果为“{other}”", sheet.year),
                _ => format!("绩效自评已完成，评价等级评定为{other}级"),
            })
        })
    }),
    fails("C33", "another rate in the text", |rng, bundle| {
        tell(rng, bundle, |rng, sheet| {
            let rate = other_rate(rng, sheet)?;
            Some(match rng.below(4) {
                0 => format!("预算执行率为{rate}%"),
                1 => format!("{}年资金执行率达到{rate}%，进度正常", sheet.year),
                2 => format!("全年支出完成预算的{rate}%"),
                _ => format!("与上年相比稳中有升，本年预算执行率{rate}%"),
            })
        })
    }),
    fails("C33", "another budget in the text", |rng, bundle| {
        tell(rng, bundle, |rng, sheet| {
            let (amount, unit) = other_amount(rng, sheet, sheet.money.total.budget);
            Some(match rng.below(3) {
                0 => format!("全年预算数{amount}{unit}"),
                1 => format!("{}年全年预算数为{amount}{unit}，当年到位", sheet.year),
                _ => format!("本年预算数{amount}{unit}"),
            })
        })
    }),
    fails("C33", "another spending in the text", |rng, bundle| {
        tell(rng, bundle, |rng, sheet| {
            let (amount, unit) = other_amount(rng, sheet, sheet.money.total.executed);
            let budget = &sheet.money.total.budget_text;
            Some(match rng.below(3) {
                0 => format!("全年执行数{amount}{unit}"),
                1 => format!(
                    "全年预算数{budget}{}，执行数{amount}{unit}",
                    sheet.money.unit
                ),
                _ => format!("{}年度实际执行数为{amount}{unit}", sheet.year),
            })
        })
    }),
    fails(
        "C33",
        "said not to be carried out in the text",
        |rng, bundle| {
            tell(rng, bundle, |rng, sheet| {
                let row = some_row(rng, sheet, |one| is_count(one) && one.done > 0)?;
                let one = &sheet.indicators[indicator_of(sheet, row)];
                (one.measures.len() == 1).then_some(())?;
                let what = *rng.pick(&["本年度未开展", "今年没有开展", "全年未举办", "本年未实施"]);
                Some(match rng.below(3) {
                    0 => format!("各项任务推进有序。{}{what}。下一步加强统筹", one.name),
                    1 => format!("受经费调整影响，{}{what}", one.name),
                    _ => format!("{}：{what}", one.name),
                })
            })
        },
    ),
    uncertain(
        "C33",
        "said to be finished in the text beside an unmet row",
        |rng, bundle| {
            tell(rng, bundle, |rng, sheet| {
                let row = some_row(rng, sheet, |one| {
                    is_count(one) && is_certain(one) && one.done * 10 < one.aim * 9
                })?;
                let one = &sheet.indicators[indicator_of(sheet, row)];
                (one.measures.len() == 1).then_some(())?;
                Some(format!(
                    "{}{}",
                    one.name,
                    rng.pick(&["已完成", "已全部完成", "圆满完成"])
                ))
            })
        },
    ),
    uncertain(
        "C33",
        "another score under a name others share",
        |rng, bundle| {
            tell(rng, bundle, |rng, sheet| {
                Some(format!("经自评，总分为{}分", other_score(rng, sheet)?))
            })
        },
    ),
    uncertain(
        "C33",
        "another budget at the start of the year",
        |rng, bundle| {
            tell(rng, bundle, |rng, sheet| {
                let (amount, unit) = other_amount(rng, sheet, sheet.money.total.budget);
                Some(format!("年初预算数{amount}{unit}"))
            })
        },
    ),
    uncertain(
        "C33",
        "the rate cut off instead of rounded",
        |rng, bundle| {
            tell(rng, bundle, |_, sheet| {
                let total = &sheet.money.total;
                let cut = total.executed * 1_000 / total.budget;
                let rounds_up = half_up(total.executed * 100, total.budget, 1) != cut;
                let finer = total.rate.as_ref().is_none_or(|rate| rate.contains('.'));
                (rounds_up && finer && cut < 1_000)
                    .then(|| format!("预算执行率为{}%", decimal(cut, 1)))
            })
        },
    ),
    near(
        "C33",
        "the sheet's figures in other words, and figures of others",
        |rng, bundle| {
            let (pack, sheet) = first(bundle);
            explain_beside(&pack, sheet);
            sheet.narrative = (0..12).map(|_| passage(rng, sheet)).collect();
            Some(Vec::new())
        },
    )
    .silent(&["C33"]),
    near(
        "C33",
        "the same in one long passage, the sheet's figures last",
        |rng, bundle| {
            let (pack, sheet) = first(bundle);
            explain_beside(&pack, sheet);
            let mut passages: Vec<String> = (0..4).map(|_| passage(rng, sheet)).collect();
            let score = sheet.total.as_deref()?.trim_end_matches('分');
            passages.push(format!("{}年本单位自评得分{score}分", sheet.year));
            sheet.narrative = vec![passages.join("。")];
            Some(Vec::new())
        },
    ),
];

/// Puts one false passage among true ones.
fn tell(
    rng: &mut Rng,
    bundle: &mut Bundle,
    what: impl Fn(&mut Rng, &Sheet) -> Option<String>,
) -> Option<Vec<Spot>> {
    let (pack, sheet) = first(bundle);
    explain_beside(&pack, sheet);
    let text = what(rng, sheet)?;
    // What was done is told in the report, not among what is to be improved.
    let is_figure = !sheet.indicators.iter().any(|one| text.contains(&one.name));
    sheet.narrative = (0..rng.below(4)).map(|_| passage(rng, sheet)).collect();
    if is_figure && rng.chance(25) {
        sheet.improvements.push(text);
    } else {
        let at = rng.below(sheet.narrative.len() + 1);
        sheet.narrative.insert(at, text);
    }
    at_sheet(0)
}

/// At least a point off, and no points of a row.
fn other_score(rng: &mut Rng, sheet: &Sheet) -> Option<String> {
    let total: u128 = sheet.rows().map(|(_, _, one)| one.points).sum::<u128>() + sheet.money.points;
    let off = u128::from(rng.between(10, 80)) * 10;
    let other = if total + off < 10_000 && rng.chance(50) {
        total + off
    } else {
        total.checked_sub(off)?
    };
    (other > 4_000).then(|| decimal(other / 10, 1))
}

/// At least 1.5 percentage points off, in hundredths.
fn other_rate(rng: &mut Rng, sheet: &Sheet) -> Option<String> {
    let total = &sheet.money.total;
    let rate = half_up(total.executed * 100, total.budget, 2);
    let off = u128::from(rng.between(150, 1_500));
    let other = if rate + off < 10_000 && rng.chance(50) {
        rate + off
    } else {
        rate.checked_sub(off)?
    };
    (rate <= 10_000).then(|| decimal(other / 10, 1))
}

/// An amount at least a tenth off, in the sheet's unit or in 元.
fn other_amount(rng: &mut Rng, sheet: &Sheet, amount: u128) -> (String, &'static str) {
    let other = amount * u128::from(rng.between(110, 190)) / 100 + 2;
    match rng.chance(30) {
        true => (yuan(other, sheet), "元"),
        false => (decimal(other, sheet.money.places), sheet.money.unit),
    }
}
