//! Indicators with target and actual, of every kind the field knows.

use std::collections::BTreeSet;

use super::figures::{self, plain, write};
use super::model::{Indicator, Kind, Measure};
use super::names::{
    ANSWERS, ASKED, COSTS, COUNTS, DEGREES, FAULTS, GROWTHS, RATES, SAVINGS, THINGS, TIMES,
    TRICKY_COUNTS, TRICKY_RATES,
};
use super::rng::Rng;

type Row = (String, &'static str, Vec<Measure>);

/// An indicator for a first-level label, with a name not used before.
pub fn indicator(rng: &mut Rng, level: &str, used: &mut BTreeSet<String>) -> Indicator {
    loop {
        let (name, second, measures) = match level {
            "产出" => output(rng),
            "效益" => benefit(rng),
            "成本" => cost(rng, "经济成本指标"),
            _ => satisfaction(rng),
        };
        if !used.insert(name.clone()) {
            continue;
        }
        // A column of the form says which way is better; then the target is bare.
        let mut measures = measures;
        let mut direction = None;
        if let ([one], true) = (measures.as_mut_slice(), rng.chance(10)) {
            direction = match one.kind {
                Kind::AtLeast => Some("正向"),
                Kind::AtMost => Some("反向"),
                _ => None,
            };
            if direction.is_some() {
                one.target = plain(one.aim, one.unit);
            }
        }
        return Indicator {
            name,
            levels: [format!("{level}指标"), second.to_owned()],
            shared_mark: None,
            direction,
            reason: None,
            measures,
        };
    }
}

fn output(rng: &mut Rng) -> Row {
    match rng.below(20) {
        0..=8 => count(rng),
        9 => several(rng),
        10 => period(rng),
        11..=13 => rate(rng),
        14 => fault(rng),
        15 => answer(rng, "质量指标"),
        16 | 17 => time(rng),
        18 => date(rng),
        _ => cost(rng, "成本指标"),
    }
}

fn benefit(rng: &mut Rng) -> Row {
    match rng.below(8) {
        0 | 1 => answer(rng, "社会效益指标"),
        2 | 3 => degree(rng),
        4 => growth(rng),
        5 => saving(rng),
        6 => rank(rng),
        _ => trend(rng),
    }
}

fn satisfaction(rng: &mut Rng) -> Row {
    let name = format!("{}{}满意度", rng.pick(THINGS), rng.pick(ASKED));
    let name = if rng.chance(40) {
        format!("{}满意度", rng.pick(ASKED))
    } else {
        name
    };
    (name, "服务对象满意度指标", vec![share(rng)])
}

/// A measure with figures; texts follow from them.
fn figured(rng: &mut Rng, kind: Kind, aim: u128, done: u128, unit: &'static str) -> Measure {
    let target = figures::target(rng, kind, aim, unit);
    let actual = match rng.below(14) {
        0 if unit != "%" && !unit.ends_with('元') => plain(done, ""),
        1 => format!("{}（线上+线下）", plain(done, unit)),
        2 => format!("完成{}", plain(done, unit)),
        _ => write(rng, done, unit),
    };
    measure(kind, target, actual, (aim, done, unit))
}

fn measure(
    kind: Kind,
    target: String,
    actual: String,
    (aim, done, unit): (u128, u128, &'static str),
) -> Measure {
    Measure {
        kind,
        target,
        actual,
        aim,
        done,
        unit,
        mark: 0,
        points: 0,
        mark_text: None,
        points_text: String::new(),
        judged: None,
        applicable: true,
    }
}

/// A round number as targets are.
fn round_number(rng: &mut Rng) -> u128 {
    let digits = rng.between(1, 99);
    let step = *rng.pick(&[1, 1, 1, 10, 10, 50, 100, 1000]);
    u128::from((digits * step).max(2)) * 1_000
}

/// What was done of a number asked for: as much, a little more, far more, less, nothing. Whole things only.
fn done(rng: &mut Rng, aim: u128) -> u128 {
    let things = aim / 1_000;
    let part =
        |rng: &mut Rng, low: u64, high: u64| things * u128::from(rng.between(low, high)) / 100;
    let things = match rng.below(100) {
        0..=34 => things,
        35..=69 => part(rng, 100, 129).max(things),
        70..=76 => part(rng, 130, 420),
        77..=96 => part(rng, 30, 99),
        _ => 0,
    };
    things * 1_000
}

fn named_count(rng: &mut Rng) -> (String, &'static str) {
    if rng.chance(15) {
        let (name, unit) = *rng.pick(TRICKY_COUNTS);
        return (name.to_owned(), unit);
    }
    let (what, unit) = *rng.pick(COUNTS);
    (format!("{}{what}", rng.pick(THINGS)), unit)
}

fn count(rng: &mut Rng) -> Row {
    let (name, unit) = named_count(rng);
    let aim = round_number(rng);
    let measure = match rng.below(20) {
        0 => figured(rng, Kind::Exactly, aim, aim, unit),
        1 => {
            let high = aim + aim / 2 / 1_000 * 1_000 + 1_000;
            let inside = aim + rng.between(0, ((high - aim) / 1_000) as u64) as u128 * 1_000;
            let texts = (
                format!("{}-{}", plain(aim, ""), plain(high, unit)),
                plain(inside, unit),
            );
            measure(Kind::Range, texts.0, texts.1, (aim, inside, unit))
        }
        2 if aim >= 20_000 => {
            let near = *rng.pick(&["近", "约"]);
            let texts = (plain(aim, unit), format!("{near}{}", plain(aim, unit)));
            measure(Kind::Loose, texts.0, texts.1, (aim, aim, unit))
        }
        _ => {
            let done = done(rng, aim);
            figured(rng, Kind::AtLeast, aim, done, unit)
        }
    };
    (name, "数量指标", vec![measure])
}

/// One indicator with two measures: so many enterprises, so many visits.
fn several(rng: &mut Rng) -> Row {
    let name = format!("{}服务", rng.pick(THINGS));
    let pair = *rng.pick(&[["家", "家次"], ["场", "人次"], ["项", "家"], ["期", "人"]]);
    let measures = pair.map(|unit| {
        let aim = round_number(rng);
        let done = done(rng, aim);
        figured(rng, Kind::AtLeast, aim, done, unit)
    });
    (name, "数量指标", measures.into())
}

fn period(rng: &mut Rng) -> Row {
    let (what, unit) = *rng.pick(&[("信息发布", "篇"), ("节目播出", "期"), ("例行巡查", "次")]);
    let every = *rng.pick(&["每月", "每周", "每季度"]);
    let aim = rng.between(2, 100) as u128 * 1_000;
    let done = aim + rng.between(0, (aim / 1_000 / 4) as u64) as u128 * 1_000;
    let actual = match rng.chance(20) {
        true => format!("{every}{}-{}", plain(done, ""), plain(done + 1_000, unit)),
        false => format!("{every}{}", plain(done, unit)),
    };
    let target = format!("{every}{}", plain(aim, unit));
    (
        format!("{}{what}", rng.pick(THINGS)),
        "数量指标",
        vec![measure(Kind::Period, target, actual, (aim, done, unit))],
    )
}

/// A percentage that cannot pass 100.
fn share(rng: &mut Rng) -> Measure {
    let aim = *rng.pick(&[80u128, 85, 90, 90, 95, 95, 98, 100, 100]) * 1_000;
    let room = (100_000 - aim) / 10;
    let done = match rng.below(10) {
        0..=2 => aim,
        3..=7 => aim + rng.between(0, room as u64) as u128 * 10,
        8 => 100_000,
        _ => aim - rng.between(1, 3_000) as u128 * 10,
    };
    figured(rng, Kind::AtLeast, aim, done, "%")
}

fn rate(rng: &mut Rng) -> Row {
    let name = match rng.chance(30) {
        true => (*rng.pick(TRICKY_RATES)).to_owned(),
        false => format!("{}{}", rng.pick(THINGS), rng.pick(RATES)),
    };
    let second = if name.ends_with("及时率") {
        "时效指标"
    } else {
        "质量指标"
    };
    (name, second, vec![share(rng)])
}

fn fault(rng: &mut Rng) -> Row {
    let (name, unit, thing) = *rng.pick(FAULTS);
    let target = match rng.below(4) {
        0 => format!("无{thing}"),
        1 => "0".to_owned(),
        2 => format!("≤0{unit}"),
        _ => format!("0{unit}"),
    };
    let actual = match rng.below(3) {
        0 => "0".to_owned(),
        1 => format!("0{unit}"),
        _ if target.starts_with('无') => target.clone(),
        _ => "无".to_owned(),
    };
    let name = format!("{}{name}", rng.pick(THINGS));
    (
        name,
        "质量指标",
        vec![measure(Kind::Zero, target, actual, (0, 0, unit))],
    )
}

fn answer(rng: &mut Rng, second: &'static str) -> Row {
    let (name, word) = *rng.pick(ANSWERS);
    let reached = word != "是" || rng.chance(92);
    let actual = if reached { word } else { "否" };
    let figures = (1_000, if reached { 1_000 } else { 0 }, "");
    let name = format!("{}{name}", rng.pick(THINGS));
    (
        name,
        second,
        vec![measure(
            Kind::Word,
            word.to_owned(),
            actual.to_owned(),
            figures,
        )],
    )
}

fn degree(rng: &mut Rng) -> Row {
    let (name, word) = *rng.pick(DEGREES);
    let mut one = measure(Kind::Degree, word.to_owned(), word.to_owned(), (0, 0, ""));
    if rng.chance(25) {
        one.kind = Kind::Judged;
        one.judged = Some(rng.between(10, 20) as u128 * 5);
    }
    (
        format!("{}{name}", rng.pick(THINGS)),
        "可持续影响指标",
        vec![one],
    )
}

fn growth(rng: &mut Rng) -> Row {
    let aim = rng.between(2, 40) as u128 * 1_000;
    let done = match rng.chance(20) {
        true => aim * rng.between(40, 99) as u128 / 100,
        false => aim * rng.between(100, 129) as u128 / 100,
    };
    let name = format!("{}{}", rng.pick(THINGS), rng.pick(GROWTHS));
    (
        name,
        "经济效益指标",
        vec![figured(rng, Kind::AtLeast, aim, done / 10 * 10, "%")],
    )
}

fn saving(rng: &mut Rng) -> Row {
    let aim = round_number(rng);
    let done = done(rng, aim);
    let name = format!("{}{}", rng.pick(THINGS), rng.pick(SAVINGS));
    (
        name,
        "经济效益指标",
        vec![figured(rng, Kind::AtLeast, aim, done, "万元")],
    )
}

fn rank(rng: &mut Rng) -> Row {
    let aim = rng.between(3, 10);
    let done = rng.between(1, aim);
    let texts = (format!("前{aim}位"), format!("第{done}位"));
    let figures = (u128::from(aim), u128::from(done), "位");
    (
        format!("{}工作考核排名", rng.pick(THINGS)),
        "社会效益指标",
        vec![measure(Kind::Rank, texts.0, texts.1, figures)],
    )
}

fn trend(rng: &mut Rng) -> Row {
    let word = *rng.pick(&["增长", "持续增长", "提升"]);
    let actual = match rng.chance(40) {
        true => format!("增长{}%", rng.between(1, 30)),
        false => word.to_owned(),
    };
    (
        format!("{}受益面", rng.pick(THINGS)),
        "社会效益指标",
        vec![measure(Kind::Trend, word.to_owned(), actual, (0, 0, ""))],
    )
}

fn time(rng: &mut Rng) -> Row {
    let (name, units) = *rng.pick(TIMES);
    let unit = *rng.pick(units);
    let aim = rng.between(2, 30) as u128 * 1_000;
    let done = less_is_better(rng, aim);
    (
        format!("{}{name}", rng.pick(THINGS)),
        "时效指标",
        vec![figured(rng, Kind::AtMost, aim, done, unit)],
    )
}

fn cost(rng: &mut Rng, second: &'static str) -> Row {
    let unit = *rng.pick(&["万元", "元"]);
    let aim = round_number(rng).max(10_000);
    let done = less_is_better(rng, aim);
    (
        format!("{}{}", rng.pick(THINGS), rng.pick(COSTS)),
        second,
        vec![figured(rng, Kind::AtMost, aim, done, unit)],
    )
}

fn less_is_better(rng: &mut Rng, aim: u128) -> u128 {
    match rng.below(10) {
        0..=2 => aim,
        3..=7 => aim * rng.between(50, 99) as u128 / 100 / 100 * 100,
        _ => aim * rng.between(101, 180) as u128 / 100 / 100 * 100,
    }
}

fn date(rng: &mut Rng) -> Row {
    let month = rng.between(6, 12);
    let earlier = rng.between(3, month);
    let target = match rng.below(3) {
        0 => format!("{month}月底之前完成"),
        1 => format!("{month}月底前"),
        _ => format!("{month}月28日前"),
    };
    let actual = format!("{earlier}月{}日", rng.between(1, 27));
    (
        format!("{}任务完成时间", rng.pick(THINGS)),
        "时效指标",
        vec![measure(Kind::Date, target, actual, (0, 0, ""))],
    )
}
