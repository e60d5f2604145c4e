//! A clean sheet: points by the rule, sums that add up, words that fit.

use std::collections::BTreeSet;

use super::exact::{decimal, trimmed};
use super::model::{Indicator, Pack, Sheet, Style};
use super::names::{PROJECT_KINDS, THINGS, UNIT_KINDS, UNIT_PLACES};
use super::rng::Rng;
use super::{figures, marks, money, prose, rows};

/// What a sheet is about.
#[derive(Debug, Clone)]
pub struct Subject {
    pub year: u16,
    pub unit: String,
    pub project: Option<String>,
}

/// A unit and a year.
pub fn subject(rng: &mut Rng) -> Subject {
    Subject {
        year: rng.between(2021, 2025) as u16,
        unit: format!("{}{}", rng.pick(UNIT_PLACES), rng.pick(UNIT_KINDS)),
        project: None,
    }
}

/// A project's name.
pub fn project(rng: &mut Rng) -> String {
    format!("{}{}", rng.pick(THINGS), rng.pick(PROJECT_KINDS))
}

/// A way of printing points.
pub fn style(rng: &mut Rng, pack: &Pack) -> Style {
    Style {
        places: *rng.pick(&[2, 2, 2, 2, 2, 2, 1, 0]),
        trims: rng.chance(70),
        suffix: if rng.chance(20) { "分" } else { "" },
        prints_marks: !pack.infers || rng.chance(80),
    }
}

/// A clean sheet of a random size.
pub fn sheet(rng: &mut Rng, pack: &Pack, subject: &Subject) -> Sheet {
    let print = money::print(rng);
    let budget = money::budget(rng, print);
    let executed = money::executed(rng, budget);
    let size = rng.between(5, 60) as usize;
    let size = if rng.chance(60) { size.min(25) } else { size };
    with_rows(
        rng,
        pack,
        subject,
        (print, budget, executed),
        size,
        (&[], &mut BTreeSet::new()),
    )
}

/// A clean sheet with given money, so many indicators, indicators it shares with other sheets, and the
/// names already in use.
pub fn with_rows(
    rng: &mut Rng,
    pack: &Pack,
    subject: &Subject,
    (print, budget, executed): (money::Print, u128, u128),
    size: usize,
    (shared, used): (&[Indicator], &mut BTreeSet<String>),
) -> Sheet {
    let mut style = style(rng, pack);
    let levels = marks::of_levels(rng, pack);
    let mut indicators = choose(rng, &levels, size, (shared, used));
    while !levels.iter().all(|(level, points)| {
        let of_level = indicators
            .iter_mut()
            .filter(|one| one.levels[0].starts_with(level));
        let mut of_level: Vec<Indicator> = of_level.map(|one| one.clone()).collect();
        let given = marks::give(rng, pack, style, *points, &mut of_level);
        for (to, from) in indicators
            .iter_mut()
            .filter(|one| one.levels[0].starts_with(level))
            .zip(of_level)
        {
            *to = from;
        }
        given.is_some()
    }) {
        style.places += 1;
    }
    let money = money::part(rng, pack, style, print, (budget, executed));
    let whole: u128 = levels.iter().map(|(_, points)| points).sum();
    let mut sheet = Sheet {
        title: title(rng, subject),
        year: subject.year,
        unit: subject.unit.clone(),
        department: None,
        project: subject.project.clone(),
        money,
        style,
        goals: Vec::new(),
        indicators_mark: rng.chance(80).then(|| trimmed(whole, 0)),
        indicators,
        total: None,
        grade: rng.chance(50).then(String::new),
        count: None,
        reasons: Vec::new(),
        improvements: Vec::new(),
        narrative: Vec::new(),
        projects: Vec::new(),
    };
    if rng.chance(30) {
        let count = if rng.chance(50) {
            sheet.indicators.len()
        } else {
            sheet.rows().count()
        };
        sheet.count = Some(count.to_string());
    }
    close(&mut sheet);
    prose::fill(rng, pack, &mut sheet);
    sheet
}

fn title(rng: &mut Rng, subject: &Subject) -> String {
    let kind = if subject.project.is_some() {
        "项目支出绩效自评表"
    } else {
        "整体支出绩效自评表"
    };
    match rng.below(3) {
        0 => kind.to_owned(),
        1 => format!("{}年{kind}", subject.year),
        _ => format!(
            "{}年度{}{kind}",
            subject.year,
            subject.project.as_deref().unwrap_or("")
        ),
    }
}

/// Indicators for every level: most of them output, at least one of each.
fn choose(
    rng: &mut Rng,
    levels: &[(&'static str, u128)],
    size: usize,
    (shared, used): (&[Indicator], &mut BTreeSet<String>),
) -> Vec<Indicator> {
    let mut chosen = Vec::new();
    for (level, points) in levels {
        let fixed = shared
            .iter()
            .filter(|one| one.levels[0].starts_with(level))
            .cloned();
        let before = chosen.len();
        chosen.extend(fixed);
        let count = match *level {
            "产出" => size * 6 / 10,
            "效益" => size * 2 / 10,
            "成本" => size / 15,
            _ => size / 15,
        };
        // A measure has at least a point; two for an indicator with two.
        let count = count.clamp(1, (*points as usize / 2).max(1));
        while chosen.len() < before + count {
            chosen.push(rows::indicator(rng, level, used));
        }
    }
    chosen
}

/// Adds up the total and takes the grade from it.
pub fn close(sheet: &mut Sheet) {
    let rows: u128 = sheet.rows().map(|(_, _, measure)| measure.points).sum();
    let total = rows + sheet.money.points;
    let places = (0..2)
        .find(|places| total.is_multiple_of(10u128.pow(2 - places)))
        .unwrap_or(2);
    let places = if sheet.style.trims {
        places
    } else {
        places.max(sheet.style.places)
    };
    sheet.total = Some(decimal(total / 10u128.pow(2 - places), places) + sheet.style.suffix);
    if sheet.grade.is_some() {
        sheet.grade = Some(grade(total).to_owned());
    }
}

/// 优良中差 of a total in hundredths.
pub fn grade(total: u128) -> &'static str {
    match total {
        9_000.. => "优",
        8_000.. => "良",
        6_000.. => "中",
        _ => "差",
    }
}

/// Computes and prints a row's points again after its figures were changed.
pub fn resettle(pack: &Pack, sheet: &mut Sheet, row: u32) {
    let style = sheet.style;
    let measure = sheet.measure_mut(row);
    let mark_text = measure.mark_text.clone();
    figures::settle(pack, style, measure);
    measure.mark_text = mark_text;
}
