//! Sheets at random, as departments write them: 28 rows, marks of 80 in halves of a point, printed points with a slip
//! now and then. The same number gives the same sheets for ever.
//!
//! Every row can be scored by everyone who is compared: no row waits for a person, nothing is blank.

use std::fmt::Write as _;

use fastrand::Rng;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Map, Value, json};

const ROWS: usize = 28;

/// First level, second level and what is measured there: name, unit.
const LEVELS: &[(&str, &str, &[(&str, &str)])] = &[
    (
        "产出指标",
        "数量指标",
        &[
            ("课题攻关", "个"),
            ("服务企业家次", "家次"),
            ("实地调研企业数", "家"),
            ("组织专题培训场次", "场"),
            ("培训专业技术人员", "人次"),
            ("平台发布政策信息", "篇"),
            ("监测工业企业经济运行情况", "家"),
            ("老旧小区改造户数", "户"),
            ("新建公共停车泊位", "个"),
            ("发放创业补贴人数", "人"),
        ],
    ),
    (
        "产出指标",
        "质量指标",
        &[
            ("平台运营不间断服务率", "%"),
            ("培训对象参训率", "%"),
            ("工程验收合格率", "%"),
            ("系统故障次数", "次"),
        ],
    ),
    (
        "产出指标",
        "时效指标",
        &[("当期任务完成及时率", "%"), ("资金拨付及时率", "%")],
    ),
    (
        "效益指标",
        "社会效益指标",
        &[
            ("节约中小企业成本", "万"),
            ("持续优化营商环境", "是"),
            ("推动专精特新企业不断涌现", "达标"),
            ("带动就业人数", "人"),
        ],
    ),
    (
        "满意度指标",
        "服务对象满意度指标",
        &[("社会公众或服务对象满意度", "%"), ("群众投诉件数", "件")],
    ),
];

/// How many rows every second level has.
const SHARES: [usize; 5] = [14, 5, 3, 4, 2];

/// The sheet of this number as one line of JSON, without the end of the line.
pub fn sheet(number: u64) -> String {
    // Neighbouring seeds would begin alike.
    let rng = &mut Rng::with_seed(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x6a69_7869_616f);
    let marks = marks(rng);
    let mut total = Decimal::ZERO;
    let mut levels: Map<String, Value> = Map::new();
    let mut index = 0;
    for ((level1, level2, names), share) in LEVELS.iter().zip(SHARES) {
        let mut rows = Vec::with_capacity(share);
        for at in 0..share {
            let (name, unit) = names[(at + rng.usize(0..2)) % names.len()];
            let (row, points) = row(rng, name, unit, index + 1, marks[index]);
            rows.push(row);
            total += points;
            index += 1;
        }
        let below = levels.entry(*level1).or_insert_with(|| json!({}));
        below[*level2] = Value::Array(rows);
    }
    let budget = Decimal::new(rng.i64(10_00..5_000_000), 2);
    let executed = (budget * Decimal::new(rng.i64(40..=100), 2)).round_dp(2);
    let rate = executed / budget;
    let execution = cents(Decimal::from(20) * executed / budget);
    total += execution;
    let project = !number.is_multiple_of(3);
    let mut sheet = json!({
        "title": format!("2026年度第{number}号{}自评表", if project { "项目" } else { "整体支出" }),
        "scope": if project { "project" } else { "unit" },
        "year": 2026,
        "unit": format!("某市第{}服务中心", number / 3),
        "department": format!("某市第{}局", number / 300),
        "execution": {
            "full_mark": 20,
            "money": "万元",
            "name": "年度财政资金总额",
            "budget": written(budget, rng.bool()),
            "executed": written(executed, false),
            "rate": format!("{}%", cents(rate * Decimal::ONE_HUNDRED)),
            "points": format!("{execution}分"),
        },
        "indicators_full_mark": 80,
        "indicators": levels,
        "total": format!("{total}分"),
    });
    if project {
        sheet["project"] = format!("第{number}号项目").into();
    }
    if rng.u8(..) < 64 {
        sheet["reasons"] =
            json!(["部分项目延期，原定集中支付的支出改为跨年执行，本年需要的资金减少"]);
        sheet["improvements"] =
            json!(["结合预算和当年完成情况估计下一年的目标值，让经费与任务相称"]);
    }
    sheet.to_string()
}

/// A line nobody can read as a sheet; which fault it has goes by its number.
pub fn broken(number: u64) -> String {
    let whole = sheet(number);
    let half = whole.chars().take(whole.chars().count() / 2).collect();
    match number % 4 {
        0 => half,
        1 => whole.replacen("\"scope\"", "\"scoop\"", 1),
        2 => "[]".to_owned(),
        _ => whole.replacen("\"target\"", "\"goal\"", 1),
    }
}

/// Full marks in halves of a point that add up to 80.
fn marks(rng: &mut Rng) -> [Decimal; ROWS] {
    let mut halves = [4_i64; ROWS];
    for _ in 0..160 - 4 * ROWS {
        halves[rng.usize(0..ROWS)] += 1;
    }
    halves.map(|halves| Decimal::new(halves * 5, 1))
}

fn row(rng: &mut Rng, name: &str, unit: &str, index: usize, mark: Decimal) -> (Value, Decimal) {
    let (target, actual, points) = match unit {
        "是" | "达标" => (unit.to_owned(), unit.to_owned(), mark),
        "%" => rate(rng, mark),
        "次" | "件" => fewer(rng, unit, mark),
        "篇" => span(rng, mark),
        _ => count(rng, unit, mark),
    };
    let printed = match rng.u8(..) {
        // What an audit would find.
        0..3 => mark,
        _ => points,
    };
    let mut text = printed.normalize().to_string();
    if rng.bool() {
        text.push('分');
    }
    let row = json!({
        "name": format!("{name}{index}"),
        "target": target,
        "actual": actual,
        "full_mark": mark.normalize().to_string(),
        "points": text,
    });
    (row, printed)
}

/// 98%, ≥90%.
fn rate(rng: &mut Rng, mark: Decimal) -> (String, String, Decimal) {
    let target = Decimal::from(rng.i64(80..=100));
    let actual = if rng.u8(..) < 160 {
        Decimal::from(100)
    } else {
        Decimal::new(rng.i64(5000..10000), 2)
    };
    let sign = ["≥", "", ">="][rng.usize(0..3)];
    let points = at_least(mark, target, actual);
    (
        format!("{sign}{target}%"),
        format!("{}%", actual.normalize()),
        points,
    )
}

/// ≤3次: at least one, so that nobody divides by nothing.
fn fewer(rng: &mut Rng, unit: &str, mark: Decimal) -> (String, String, Decimal) {
    let (target, actual) = (
        Decimal::from(rng.i64(1..=9)),
        Decimal::from(rng.i64(1..=10)),
    );
    let points = cents((mark * target / actual).min(mark));
    (
        format!("≤{target}{unit}"),
        format!("{actual}{unit}"),
        points,
    )
}

/// 每月8期, done 每月8-9期: the lower end counts.
fn span(rng: &mut Rng, mark: Decimal) -> (String, String, Decimal) {
    let (target, low) = (
        Decimal::from(rng.i64(4..=12)),
        Decimal::from(rng.i64(4..=12)),
    );
    let actual = if rng.bool() {
        format!("每月{low}-{}篇", low + Decimal::ONE)
    } else {
        format!("每月{low}篇")
    };
    (
        format!("每月{target}篇"),
        actual,
        at_least(mark, target, low),
    )
}

/// 350家, 1,200人, 20万人次.
fn count(rng: &mut Rng, unit: &str, mark: Decimal) -> (String, String, Decimal) {
    let size = [100, 1_000, 10_000][rng.usize(0..3)];
    let target = Decimal::from(rng.i64(1..size));
    let share = if rng.u8(..) < 200 { 100..=180 } else { 30..=99 };
    let actual = (target * Decimal::new(rng.i64(share), 2)).ceil();
    let unit = match rng.u8(..) {
        0..24 if unit != "万" => format!("万{unit}"),
        _ => unit.to_owned(),
    };
    let (thousands, sign) = (rng.bool(), ["", "", "≥", "不少于"][rng.usize(0..4)]);
    (
        format!("{sign}{}{unit}", written(target, thousands)),
        format!("{}{unit}", written(actual, thousands)),
        at_least(mark, target, actual),
    )
}

fn at_least(mark: Decimal, target: Decimal, actual: Decimal) -> Decimal {
    cents((mark * actual / target).min(mark))
}

fn cents(number: Decimal) -> Decimal {
    number.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

/// 12345.60 → 12,345.60.
fn written(number: Decimal, thousands: bool) -> String {
    let text = number.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::with_capacity(text.len() + 4);
    for (at, digit) in whole.chars().enumerate() {
        if thousands && at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if !part.is_empty() {
        let _ = write!(grouped, ".{part}");
    }
    grouped
}
