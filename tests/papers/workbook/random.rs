//! Random sheets: every kind of target, marks that are printed, shared, left out or do not add up. The
//! same numbers on every machine.

use std::fmt::Write as _;

/// Numbers that look random.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// From 0 to below `sides`.
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides.max(1)
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.roll(of.len() as u64) as usize]
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.roll(100) < percent
    }
}

/// Target and actual of one row, and whether a person has to say something about it.
fn pair(dice: &mut Dice) -> (String, String) {
    let target = *dice.one(&[3, 7, 8, 12, 16, 40, 64, 90, 120, 350, 6000]);
    let share = *dice.one(&[0u64, 1, 25, 33, 50, 66, 75, 92, 99, 100, 101, 130, 200]);
    let actual = target * share / 100;
    let unit = *dice.one(&["个", "家", "场", "人次", "万元", "天", ""]);
    let percent = (dice.one(&[80, 85, 90, 95, 100]), dice.roll(10_500));
    let percent = (
        format!("{}%", percent.0),
        format!("{}.{:02}%", percent.1 / 100, percent.1 % 100),
    );
    match dice.roll(30) {
        0..=5 => (format!("≥{target}{unit}"), format!("{actual}{unit}")),
        6..=8 => (format!("{target}{unit}"), format!("{actual}.5{unit}")),
        9..=11 => (format!("≥{}", percent.0), percent.1),
        12..=14 => (format!("≤{target}{unit}"), format!("{actual}{unit}")),
        15 => (format!("={target}{unit}"), format!("{actual}{unit}")),
        16 => (format!("＞{target}{unit}"), format!("{}{unit}", target)),
        17 => (format!("＜{}", percent.0), percent.1),
        18 => (
            (*dice.one(&["0次", "≤0次", "无事故"])).to_owned(),
            (*dice.one(&["0次", "2次", "无"])).to_owned(),
        ),
        19 => (
            format!("{target}-{}{unit}", target * 2),
            format!("{actual}{unit}"),
        ),
        20 => (
            "2024年11月30日前".to_owned(),
            (*dice.one(&["2024年11月20日", "2024年12月5日"])).to_owned(),
        ),
        21 => (
            "12月底前".to_owned(),
            (*dice.one(&["11月30日", "12月"])).to_owned(),
        ),
        22 => (
            "前5名".to_owned(),
            (*dice.one(&["第3名", "第7名"])).to_owned(),
        ),
        23 => (
            (*dice.one(&["增长", "下降"])).to_owned(),
            (*dice.one(&["增长", "5%", "-3%"])).to_owned(),
        ),
        24 => (
            "是".to_owned(),
            (*dice.one(&["是", "否", "达标"])).to_owned(),
        ),
        25 => (
            "显著提升".to_owned(),
            (*dice.one(&["显著提升", "有所提升"])).to_owned(),
        ),
        26 => (format!("≥{target}{unit}"), String::new()),
        27 => (format!("≥{target}{unit}"), format!("约{actual}{unit}")),
        28 => (format!("≥{target}家"), format!("{actual}家次")),
        _ => (format!("≥{}", percent.0), "90-95%".to_owned()),
    }
}

/// A sheet of three or four levels.
pub fn sheet(seed: u64) -> String {
    let mut dice = Dice::new(seed + 1);
    let levels: &[&str] = match dice.roll(5) {
        0 => &["产出指标", "效益指标", "满意度指标"],
        1 => &["成本指标", "产出指标", "满意度指标"],
        _ => &["成本指标", "产出指标", "效益指标", "满意度指标"],
    };
    // Some sheets have nothing but plain rows, so that many have a total.
    let plain = dice.chance(60);
    let printed = dice.chance(75);
    let whole = *dice.one(&[8000u64, 8000, 8000, 9000, 10_000]);
    let mut text = format!(
        "title: 随机 {seed}\nscope: project\nyear: 2024\nunit: 某中心\nproject: 项目{seed}\n"
    );
    let budget = match dice.roll(20) {
        0 => "0".to_owned(),
        1 => String::new(),
        _ => format!("{}.{:02}", dice.roll(3000) + 1, dice.roll(100)),
    };
    let executed = match dice.roll(20) {
        0 => String::new(),
        1 => budget.clone(),
        _ => format!("{}.{:02}", dice.roll(3000), dice.roll(100)),
    };
    let heading = if dice.chance(50) {
        "full_mark: 20, "
    } else {
        ""
    };
    writeln!(
        text,
        "execution: {{{heading}budget: {budget}, executed: {executed}, points: 17.5}}"
    )
    .unwrap();
    if dice.chance(40) {
        writeln!(text, "indicators_full_mark: {}", *dice.one(&[80, 80, 90])).unwrap();
    }
    text.push_str("indicators:\n");
    let count = levels.len() as u64 * (2 + dice.roll(3));
    let (mut left, mut rows) = (whole, count);
    for level in levels {
        writeln!(text, "  {level}:").unwrap();
        for _ in 0..count / levels.len() as u64 {
            let mark = match rows {
                1 => left,
                _ => (*dice.one(&[150u64, 225, 250, 333, 450, 500, 625, 1000]))
                    .min(left - (rows - 1)),
            };
            left -= mark;
            rows -= 1;
            row(&mut text, &mut dice, rows, mark, plain, printed);
        }
    }
    writeln!(text, "total: {}.{}", 60 + dice.roll(40), dice.roll(10)).unwrap();
    text
}

fn row(text: &mut String, dice: &mut Dice, number: u64, mark: u64, plain: bool, printed: bool) {
    let mark_text = format!("{}.{:02}", mark / 100, mark % 100);
    if printed && dice.chance(6) {
        // One mark for three measures: a third of it each.
        writeln!(
            text,
            "    - name: 三项{number}\n      full_mark: {mark_text}\n      measures:"
        )
        .unwrap();
        for _ in 0..3 {
            let (target, actual) = (dice.roll(90) + 10, dice.roll(100));
            writeln!(
                text,
                "        - {{target: ≥{target}个, actual: {actual}个}}"
            )
            .unwrap();
        }
        return;
    }
    let (target, actual) = match plain {
        true => {
            let target = *dice.one(&[8u64, 12, 16, 40, 90, 350]);
            (
                format!("≥{target}个"),
                format!("{}个", target * dice.roll(140) / 100),
            )
        }
        false => pair(dice),
    };
    write!(
        text,
        "    - {{name: 指标{number}, target: \"{target}\", actual: \"{actual}\""
    )
    .unwrap();
    if printed && !dice.chance(1) {
        write!(text, ", full_mark: {mark_text}").unwrap();
    }
    // What a unit would have given itself: the mark, or nothing.
    let points = if dice.chance(80) { mark } else { 0 };
    write!(text, ", points: {}.{:02}", points / 100, points % 100).unwrap();
    if !plain && dice.chance(4) {
        write!(text, ", judged: {}%", 50 + dice.roll(50)).unwrap();
    }
    if !plain && dice.chance(3) {
        text.push_str(", applicable: 否");
    }
    text.push_str("}\n");
}

/// Hospitals under a rule of groups.
pub fn hospital(seed: u64) -> String {
    let mut dice = Dice::new(seed + 7);
    let mut text = format!("title: 医院 {seed}\nscope: unit\nunit: 医院{seed}\nindicators:\n");
    let share = |dice: &mut Dice, low: u64, wide: u64| format!("0.{:02}", low + dice.roll(wide));
    for (group, most, direction) in [
        ("Clinical Outcomes", 4, "at_least"),
        ("Person and Community Engagement", 8, "at_least"),
        ("Safety", 4, "at_most"),
        ("Efficiency and Cost Reduction", 1, "at_most"),
    ] {
        writeln!(text, "  {group}:").unwrap();
        for row in 0..1 + dice.roll(most) {
            let (low, high) = (share(&mut dice, 50, 20), share(&mut dice, 71, 20));
            let (threshold, benchmark) = match direction {
                "at_least" => (low, high),
                _ => (high, low),
            };
            let actual = match dice.roll(8) {
                0 => String::new(),
                _ => share(&mut dice, 40, 59),
            };
            let baseline = match dice.roll(3) {
                0 => String::new(),
                _ => format!(", baseline: {}", share(&mut dice, 45, 24)),
            };
            writeln!(
                text,
                "    - {{name: M{row}, target: \"\", actual: \"{actual}\", direction: {direction}, inputs: {{floor: 0.2, threshold: {threshold}, benchmark: {benchmark}{baseline}}}}}"
            )
            .unwrap();
        }
    }
    text
}
