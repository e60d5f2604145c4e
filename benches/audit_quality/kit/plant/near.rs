//! Look-alikes: sheets that come as near to a defect as a right sheet can. Nothing may fail.

use super::super::exact::decimal;
use super::super::figures::{asks_for_words, plain};
use super::super::model::{Kind, Measure};
use super::completeness::{all_met, respend};
use super::sums::by_printed_rate;
use super::{
    Planter, Spot, close, explain_beside, first, indicator_of, is_certain, is_count, near,
    set_done, some_row,
};

pub const ALL: &[Planter] = &[
    near("C01", "the total with a closing zero", |_, bundle| {
        let (_, sheet) = first(bundle);
        let total = sheet.total.clone()?.trim_end_matches('分').to_owned();
        sheet.total = Some(if total.contains('.') {
            total + "0"
        } else {
            total + ".0"
        });
        done()
    }),
    near(
        "C03",
        "execution points by the printed rate",
        |_, bundle| {
            let (pack, sheet) = first(bundle);
            by_printed_rate(&pack, sheet)?;
            done()
        },
    ),
    near(
        "C04",
        "far above the target, explained, with no more than the mark",
        |rng, bundle| {
            let (pack, sheet) = first(bundle);
            let row = some_row(rng, sheet, |one| is_count(one) && is_certain(one))?;
            let aim = sheet.measure_mut(row).aim;
            set_done(&pack, sheet, row, aim * u128::from(rng.between(2, 9)));
            explain_beside(&pack, sheet);
            done()
        },
    ),
    near("C06", "a growth of more than 100 %", |rng, bundle| {
        let (_, sheet) = first(bundle);
        let row = some_row(rng, sheet, |one| {
            one.kind == Kind::AtLeast && one.unit == "%" && one.points == one.mark
        })?;
        let index = indicator_of(sheet, row);
        sheet.indicators[index].name = "参训人员收入增长率".to_owned();
        let measure = sheet.measure_mut(row);
        (measure.target, measure.actual) = ("≥110%".to_owned(), "120%".to_owned());
        close(sheet);
        done()
    }),
    near(
        "C08",
        "an amount for one person with the table's number",
        |_, bundle| {
            let (_, sheet) = first(bundle);
            if sheet.money.unit == "万元" {
                sheet
                    .narrative
                    .push(format!("每人补贴{}元", sheet.money.total.budget_text));
            }
            done()
        },
    ),
    near("C09", "a grade with 秀 behind it", |_, bundle| {
        let (_, sheet) = first(bundle);
        sheet.grade = sheet.grade.take().map(|grade| {
            if grade == "优" {
                "优秀".to_owned()
            } else {
                grade
            }
        });
        done()
    }),
    near("C10", "indicators counted, not rows", |_, bundle| {
        let (_, sheet) = first(bundle);
        sheet.count = Some(format!("{}个", sheet.indicators.len()));
        done()
    }),
    near("C13", "just below 130 %", |rng, bundle| {
        let (pack, sheet) = first(bundle);
        let row = some_row(rng, sheet, |one| {
            is_count(one) && one.aim >= 100_000 && one.aim % 100_000 == 0
        })?;
        let aim = sheet.measure_mut(row).aim;
        set_done(&pack, sheet, row, aim * 13 / 10 - 1_000);
        explain_beside(&pack, sheet);
        let index = indicator_of(sheet, row);
        let asks = sheet.indicators[index]
            .measures
            .iter()
            .any(|one| asks_for_words(&pack, one));
        (!asks).then(|| sheet.indicators[index].reason = None)?;
        done()
    }),
    near("C14", "exactly 80 % spent, without a word", |_, bundle| {
        let (pack, sheet) = first(bundle);
        (sheet.money.total.budget % 10 == 0).then_some(())?;
        respend(&pack, sheet, 800);
        explain_beside(&pack, sheet);
        sheet.money.reason = None;
        done()
    }),
    near(
        "C20",
        "denied, in part, or something else",
        |rng, bundle| {
            let (pack, sheet) = first(bundle);
            explain_beside(&pack, sheet);
            let row = some_row(rng, sheet, |one| is_count(one) && one.done > 0)?;
            let texts = [
                "并非未开展，而是进度靠后",
                "个别分项活动未开展，其余按期完成",
                "线下宣讲未举办，改为线上进行",
                "原定的启动仪式取消",
                "不存在未实施的情况",
                "配套展览未组织",
                "受天气影响3场未举办",
                "去年未开展，今年已补办",
                "后续二期工程未启动",
                "无取消或停办的情况",
                "合作方未组织评审",
                "杜绝未实施即付款的问题",
                "进度靠后，因配套展览未组织",
                "主要是配套活动未开展",
                "因合作单位工作未启动，进度靠后",
                "由于上游工程未实施",
            ];
            let text = *rng.pick(&texts);
            let index = indicator_of(sheet, row);
            if rng.chance(50) {
                sheet.indicators[index].reason = Some(text.to_owned());
            } else {
                let name = &sheet.indicators[index].name;
                sheet.reasons.push(format!("{name}：{text}"));
            }
            done()
        },
    ),
    near(
        "C22",
        "a target beyond the goal, sums and changes",
        |rng, bundle| {
            let (_, sheet) = first(bundle);
            let row = some_row(rng, sheet, |one| is_count(one) && one.aim >= 10_000)?;
            let one = &sheet.indicators[indicator_of(sheet, row)];
            let aim = one.measures[0].aim;
            let (less, more) = (
                plain(aim / 2_000 * 1_000, one.measures[0].unit),
                plain(aim * 4, one.measures[0].unit),
            );
            sheet.goals = vec![
                format!("全年完成不少于{less}{}", one.name),
                format!("“十四五”期间累计不少于{more}{}", one.name),
                format!("{}较上年增加不少于{more}", one.name),
            ];
            done()
        },
    ),
    near("C23", "other years that belong there", |rng, bundle| {
        let (_, sheet) = first(bundle);
        let (year, last) = (sheet.year, sheet.year - 1);
        let texts = [
            format!("比{last}年增长5%"),
            format!("支付{last}年服务尾款"),
            format!("依据{last}年修订的管理办法开展工作"),
            format!("开展{last}年度决算审计"),
            format!("{last}年立项，{year}年完成验收"),
            format!("自{last}年起实施，本年继续推进"),
            format!("根据《{last}年工作要点》部署落实"),
            format!("截至{year}年底，累计完成{last}年以来任务"),
            format!("{last}—{year}年跨年项目按期推进"),
            format!("兑付{last}年度奖补资金"),
            format!("计划于{}年完成", year + 1),
        ];
        let text = rng.pick(&texts).clone();
        sheet.narrative.push(text);
        done()
    }),
    near("C12", "nothing missed, nothing explained", |_, bundle| {
        let (pack, sheet) = first(bundle);
        all_met(&pack, sheet);
        done()
    }),
    near("C30", "actuals of one sheet in 万", |_, bundle| {
        let in_ten_thousands = |one: &Measure| {
            one.kind == Kind::AtLeast
                && one.done >= 10_000_000
                && one.done.is_multiple_of(100_000)
                && one.unit != "%"
        };
        let unit = &mut bundle.sheets[0];
        for one in unit
            .indicators
            .iter_mut()
            .flat_map(|one| &mut one.measures)
            .filter(|one| in_ten_thousands(one))
        {
            one.actual = format!(
                "{}万{}",
                super::super::exact::trimmed(one.done / 1_000, 4),
                one.unit
            );
        }
        done()
    })
    .whole(),
    near(
        "C41",
        "the same promise as last year in other words",
        |_, bundle| {
            let table = &mut bundle.tables[1];
            let year = table.year;
            for one in table
                .annual
                .iter_mut()
                .filter(|one| one.kind == Kind::AtLeast)
            {
                let last = format!("不少于{}", plain(one.aim, one.unit));
                one.values = vec![
                    (year - 1, last),
                    (year, format!("≥{}", plain(one.aim, one.unit))),
                ];
            }
            done()
        },
    )
    .whole(),
    near("C49", "signs that can be understood", |rng, bundle| {
        let (_, sheet) = first(bundle);
        let row = some_row(rng, sheet, |one| {
            one.kind == Kind::AtLeast && one.unit == "%"
        })?;
        let measure = sheet.measure_mut(row);
        let aim = decimal(measure.aim / 1_000, 0);
        measure.target = match rng.below(3) {
            0 => format!("≥{aim}%以上"),
            1 => format!("百分之{aim}以上"),
            _ => format!("达到≥{aim}%"),
        };
        done()
    }),
];

fn done() -> Option<Vec<Spot>> {
    Some(Vec::new())
}
