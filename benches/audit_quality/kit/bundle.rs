//! Clean bundles: a sheet alone, or a unit's sheet with those of its projects, the target table that was
//! approved for one of them, and the plan of a later year.

use std::collections::BTreeSet;

use super::figures::plain;
use super::model::{Bundle, Indicator, Kind, Measure, PACKS, Pack, Promise, Sheet, Table};
use super::rng::Rng;
use super::sheet::{self, Subject};
use super::{figures, money};

/// One clean sheet.
pub fn single(rng: &mut Rng) -> Bundle {
    let pack = *rng.pick(PACKS);
    let mut subject = sheet::subject(rng);
    if rng.chance(75) {
        subject.project = Some(sheet::project(rng));
    }
    Bundle {
        pack,
        sheets: vec![sheet::sheet(rng, &pack, &subject)],
        tables: Vec::new(),
    }
}

/// A unit's sheet first, those of its projects, then the approved table and the later plan of the first project.
pub fn whole(rng: &mut Rng) -> Bundle {
    let pack = *rng.pick(PACKS);
    let unit = sheet::subject(rng);
    let print = money::print(rng);
    let mut used = BTreeSet::new();
    let mut projects: Vec<Sheet> = Vec::new();
    for number in ["一", "二", "三"].iter().take(rng.between(1, 3) as usize) {
        let project = format!("{}（{number}）", sheet::project(rng));
        let subject = Subject {
            project: Some(project),
            ..unit.clone()
        };
        let budget = money::budget(rng, print);
        let executed = money::executed(rng, budget);
        let size = rng.between(5, 20) as usize;
        projects.push(sheet::with_rows(
            rng,
            &pack,
            &subject,
            (print, budget, executed),
            size,
            (&[], &mut used),
        ));
    }
    let shared = shared(rng, &projects);
    let sum = |of: fn(&Sheet) -> u128| projects.iter().map(of).sum::<u128>();
    let project_executed = sum(|one| one.money.total.executed);
    let basic = money::budget(rng, print);
    let executed = project_executed + basic;
    let budget = (sum(|one| one.money.total.budget) + basic).max(executed);
    // Everybody asks whether people are satisfied, each their own people.
    used.retain(|name: &String| !name.ends_with("满意度"));
    let size = rng.between(5, 20) as usize;
    let mut of_unit = sheet::with_rows(
        rng,
        &pack,
        &unit,
        (print, budget, executed),
        size,
        (&shared, &mut used),
    );
    of_unit.money.basic = Some(basic);
    of_unit.money.project = Some(project_executed);
    if rng.chance(60) {
        of_unit.projects = projects
            .iter()
            .filter_map(|one| one.project.clone())
            .collect();
    }
    let tables = vec![approved(rng, &projects[0]), plan(rng, &projects[0])];
    let sheets = std::iter::once(of_unit).chain(projects).collect();
    Bundle {
        pack,
        sheets,
        tables,
    }
}

/// Output indicators of the projects that the unit reports too, without what only one sheet says of them.
fn shared(rng: &mut Rng, projects: &[Sheet]) -> Vec<Indicator> {
    let mut shared: Vec<Indicator> = Vec::new();
    for one in projects.iter().flat_map(|sheet| &sheet.indicators) {
        let known = projects
            .iter()
            .flat_map(|sheet| &sheet.indicators)
            .filter(|other| other.name == one.name);
        if shared.len() < 8 && one.levels[0] == "产出指标" && known.count() == 1 && rng.chance(40)
        {
            shared.push(Indicator {
                reason: None,
                shared_mark: None,
                ..one.clone()
            });
        }
    }
    shared
}

/// The table that promised what the sheet reports on.
fn approved(rng: &mut Rng, sheet: &Sheet) -> Table {
    let (year, says_more) = (sheet.year, rng.chance(50));
    let annual = promises(sheet, |measure| {
        let (before, last) = earlier(rng, measure);
        let now = match measure.kind {
            Kind::AtLeast if says_more && measure.target.starts_with('≥') => {
                plain(measure.aim, measure.unit)
            }
            Kind::AtLeast if says_more => format!("≥{}", plain(measure.aim, measure.unit)),
            _ => measure.target.clone(),
        };
        (
            measure.aim,
            vec![(year - 2, before), (year - 1, last), (year, now)],
        )
    });
    let long_term = long_term(rng, &annual);
    Table {
        title: format!("{year}年项目支出绩效目标表"),
        year,
        unit: sheet.unit.clone(),
        project: sheet.project.clone(),
        long_term,
        annual,
    }
}

/// The table of a later year, with what the sheet reported in its column of that year.
fn plan(rng: &mut Rng, sheet: &Sheet) -> Table {
    let year = sheet.year + rng.between(1, 2) as u16;
    let annual = promises(sheet, |measure| {
        let figured = matches!(measure.kind, Kind::AtLeast | Kind::AtMost);
        let reported = match measure.kind {
            _ if figured => plain(measure.done, measure.unit),
            Kind::Period => measure.target.clone(),
            _ => measure.actual.clone(),
        };
        let aim = match measure.kind {
            Kind::AtMost => measure.aim.min(measure.done),
            _ => measure.aim.max(measure.done),
        };
        let sign = if measure.kind == Kind::AtMost {
            "≤"
        } else {
            "≥"
        };
        let next = if figured {
            format!("{sign}{}", plain(aim, measure.unit))
        } else if measure.kind == Kind::Period {
            measure.actual.clone()
        } else {
            measure.target.clone()
        };
        let values = (sheet.year + 1..=year).map(|year| (year, next.clone()));
        (
            aim,
            std::iter::once((sheet.year, reported))
                .chain(values)
                .collect(),
        )
    });
    Table {
        title: format!("{year}年项目支出绩效目标表"),
        year,
        unit: sheet.unit.clone(),
        project: sheet.project.clone(),
        long_term: Vec::new(),
        annual,
    }
}

/// A row of a table for every measure.
fn promises(
    sheet: &Sheet,
    mut values: impl FnMut(&Measure) -> (u128, Vec<(u16, String)>),
) -> Vec<Promise> {
    let rows = sheet
        .indicators
        .iter()
        .flat_map(|one| one.measures.iter().map(move |measure| (one, measure)));
    rows.map(|(one, measure)| {
        let (aim, values) = values(measure);
        Promise {
            name: one.name.clone(),
            levels: one.levels.clone(),
            kind: measure.kind,
            unit: measure.unit,
            aim,
            values,
            mark: sheet
                .style
                .prints_marks
                .then(|| super::exact::trimmed(measure.mark, 2)),
            basis: Some("计划数据"),
        }
    })
    .collect()
}

/// What was asked for two years and one year before: never more than now.
fn earlier(rng: &mut Rng, measure: &Measure) -> (String, String) {
    let (low, high) = match measure.kind {
        Kind::AtLeast => (rng.between(60, 90), rng.between(90, 100)),
        Kind::AtMost => (rng.between(110, 150), rng.between(100, 110)),
        _ => return (measure.target.clone(), measure.target.clone()),
    };
    let sign = if measure.kind == Kind::AtMost {
        "≤"
    } else {
        "≥"
    };
    let mut part = |percent: u64| {
        let part = measure.aim * u128::from(percent) / 100;
        let part = if part > 10_000 {
            part / 1_000 * 1_000
        } else {
            part
        };
        let part = if measure.kind == Kind::AtMost {
            part.max(measure.aim)
        } else {
            part
        };
        format!(
            "{}{}",
            if rng.chance(70) { sign } else { "" },
            plain(part, measure.unit)
        )
    };
    (part(low), part(high))
}

/// Some rows for three years: counts added up, rates as they are.
fn long_term(rng: &mut Rng, annual: &[Promise]) -> Vec<Promise> {
    let single = |one: &&Promise| annual.iter().filter(|other| other.name == one.name).count() == 1;
    let mut rows = Vec::new();
    for one in annual.iter().filter(single) {
        if one.kind != Kind::AtLeast || !rng.chance(30) {
            continue;
        }
        let counts = one.unit != "%";
        let aim = if counts {
            one.aim * u128::from(rng.between(3, 4))
        } else {
            one.aim
        };
        let name = if counts {
            format!("三年{}", one.name)
        } else {
            one.name.clone()
        };
        let value = figures::plain(aim, one.unit);
        rows.push(Promise {
            name,
            aim,
            values: vec![(0, format!("≥{value}"))],
            mark: None,
            ..one.clone()
        });
    }
    rows
}

/// The rule of a bundle as the command line names it.
pub fn rule(pack: &Pack) -> String {
    format!("{}@{}", pack.name, pack.edition)
}
