//! C15, C30, C31, C32, C34, C41 where names are not written the same: what may be joined, what must not be.

use super::super::figures::plain;
use super::super::model::{Bundle, Kind, Promise};
use super::super::rng::Rng;
use super::super::run::Place;
use super::across::{shared, spots};
use super::{
    Planter, Spot, at_row, at_table, explain_beside, fails, indicator_of, is_count, near, some_row,
    uncertain,
};

pub const ALL: &[Planter] = &[
    uncertain(
        "C15",
        "an approved indicator in other words",
        |rng, bundle| {
            let pair = pair(rng, bundle)?;
            pair.reword(rng, bundle);
            pair.at_table(bundle)
        },
    )
    .whole(),
    uncertain("C15", "an indicator nobody approved", |rng, bundle| {
        let pair = pair(rng, bundle)?;
        bundle.tables[0].annual.remove(pair.promise);
        bundle.tables[0].long_term.clear();
        at_row(1, pair.row)
    })
    .whole(),
    uncertain("C15", "of two rows either may be the approved one", twins).whole(),
    uncertain(
        "C15",
        "an approved indicator that only its opposite stands for",
        |rng, bundle| {
            let pair = pair(rng, bundle)?;
            pair.oppose(rng, bundle);
            pair.at_table(bundle)
        },
    )
    .whole(),
    uncertain(
        "C31",
        "a target lower than approved in other words",
        |rng, bundle| {
            let pair = pair(rng, bundle)?;
            pair.reword(rng, bundle);
            pair.approve(rng, bundle);
            pair.at_both(bundle)
        },
    )
    .whole(),
    uncertain(
        "C31",
        "a target lower than approved for the unit's full name",
        |rng, bundle| {
            let pair = pair(rng, bundle)?;
            pair.approve(rng, bundle);
            full_name(rng, bundle);
            pair.at_both(bundle)
        },
    )
    .whole(),
    fails(
        "C31",
        "a target lower than approved in a sheet given twice",
        |rng, bundle| {
            let pair = pair(rng, bundle)?;
            pair.approve(rng, bundle);
            let copy = bundle.sheets[1].clone();
            bundle.sheets.push(copy);
            pair.at_both(bundle)
        },
    )
    .whole(),
    near("C31", "a lower target of an opposite", |rng, bundle| {
        let pair = pair(rng, bundle)?;
        pair.oppose(rng, bundle);
        pair.approve(rng, bundle);
        Some(Vec::new())
    })
    .whole()
    .silent(&["C31"]),
    near(
        "C15",
        "spelling, numbering and endings of names",
        |rng, bundle| {
            for (number, one) in bundle.tables[0].annual.iter_mut().enumerate() {
                one.name = match rng.below(4) {
                    0 => format!("{}.{}", number + 1, one.name),
                    1 => format!("{}（按计划）", one.name),
                    2 => one.name.replace(['“', '”'], "\""),
                    _ => format!("{} ", one.name),
                };
            }
            bundle.tables[0].long_term.clear();
            Some(Vec::new())
        },
    )
    .whole(),
    near(
        "C15",
        "the unit's full name on the tables",
        |rng, bundle| {
            full_name(rng, bundle);
            Some(Vec::new())
        },
    )
    .whole()
    .silent(&["C15", "C31"]),
    near(
        "C15",
        "tables of another unit whose name ends alike",
        |rng, bundle| {
            let pair = pair(rng, bundle)?;
            pair.approve(rng, bundle);
            for table in &mut bundle.tables {
                table.unit = format!("第二{}", table.unit);
            }
            Some(Vec::new())
        },
    )
    .whole()
    .silent(&["C15", "C31", "C32"]),
    near("C34", "all documents given twice", |_, bundle| {
        bundle.sheets.extend(bundle.sheets.clone());
        bundle.tables.extend(bundle.tables.clone());
        Some(Vec::new())
    })
    .whole()
    .silent(&["C07", "C15", "C31", "C34"]),
    near(
        "C30",
        "two versions of one project's sheet",
        |rng, bundle| {
            let mut other = bundle.sheets[1].clone();
            let row = some_row(rng, &other, is_count)?;
            let measure = other.measure_mut(row);
            measure.done += 1_000;
            measure.actual = plain(measure.done, measure.unit);
            let pack = bundle.pack;
            super::sheet::resettle(&pack, &mut other, row);
            explain_beside(&pack, &mut other);
            super::close(&mut other);
            bundle.sheets.push(other);
            Some(Vec::new())
        },
    )
    .whole(),
    uncertain(
        "C30",
        "another actual on the unit's sheet in other words",
        |rng, bundle| {
            let rows = shared(rng, bundle)?;
            let (pack, unit) = (bundle.pack, &mut bundle.sheets[0]);
            let index = indicator_of(unit, rows.0);
            let name = unit.indicators[index].name.clone();
            unit.indicators[index].name = reworded(rng, &name);
            let aim = unit.measure_mut(rows.0).aim;
            super::set_done(
                &pack,
                unit,
                rows.0,
                aim * u128::from(rng.between(20, 85)) / 100_000 * 1_000,
            );
            explain_beside(&pack, unit);
            spots(rows)
        },
    )
    .whole(),
    near("C30", "another actual of an opposite", |rng, bundle| {
        let rows = shared(rng, bundle)?;
        let (pack, unit) = (bundle.pack, &mut bundle.sheets[0]);
        let index = indicator_of(unit, rows.0);
        let name = unit.indicators[index].name.clone();
        let (own, other) = opposite(rng, &name);
        unit.indicators[index].name = own;
        let aim = unit.measure_mut(rows.0).aim;
        super::set_done(&pack, unit, rows.0, aim / 2_000 * 1_000);
        explain_beside(&pack, unit);
        let project = &mut bundle.sheets[rows.1];
        let index = indicator_of(project, rows.2);
        project.indicators[index].name = other;
        explain_beside(&pack, project);
        project.goals.clear();
        bundle.sheets[0].goals.clear();
        bundle.tables.clear();
        Some(Vec::new())
    })
    .whole(),
    uncertain(
        "C32",
        "a plan's column differs, in other words",
        |rng, bundle| {
            let at = reported(rng, bundle)?;
            let value = at.2 * u128::from(rng.between(40, 85)) / 100_000 * 1_000;
            let promise = &mut bundle.tables[1].annual[at.1];
            promise.values[0].1 = plain(value, promise.unit);
            promise.name = reworded(rng, &promise.name);
            at_both(1, at)
        },
    )
    .whole(),
    near(
        "C34",
        "listed projects with year, code and 项目 in their names",
        |rng, bundle| {
            let year = bundle.sheets[0].year;
            let listed = bundle
                .sheets
                .iter()
                .filter_map(|sheet| sheet.project.as_ref());
            let listed = listed.map(|name| match rng.below(3) {
                0 => format!("{year}年度{name}"),
                1 => format!("{name}项目"),
                _ => format!("42010024T00000001{}-{name}", rng.below(10)),
            });
            let listed = listed.collect();
            bundle.sheets[0].projects = listed;
            Some(Vec::new())
        },
    )
    .whole(),
    uncertain("C41", "a plan below what was reported", |rng, bundle| {
        let at = reported(rng, bundle)?;
        plan_less(rng, &mut bundle.tables[1].annual[at.1], at.2);
        at_table(1, at.1 + 1)
    })
    .whole(),
    uncertain(
        "C41",
        "a plan below what was reported, in other words",
        |rng, bundle| {
            let at = reported(rng, bundle)?;
            let promise = &mut bundle.tables[1].annual[at.1];
            plan_less(rng, promise, at.2);
            promise.name = reworded(rng, &promise.name);
            at_table(1, at.1 + 1)
        },
    )
    .whole(),
    uncertain(
        "C41",
        "a plan below what was reported under the unit's full name",
        |rng, bundle| {
            let at = reported(rng, bundle)?;
            plan_less(rng, &mut bundle.tables[1].annual[at.1], at.2);
            full_name(rng, bundle);
            at_table(1, at.1 + 1)
        },
    )
    .whole(),
    near(
        "C41",
        "a plan for the opposite, a rate with a margin",
        |rng, bundle| {
            let at = reported(rng, bundle)?;
            let promise = &mut bundle.tables[1].annual[at.1];
            plan_less(rng, promise, at.2);
            let (own, other) = opposite(rng, &promise.name);
            promise.name = own;
            let sheet = &mut bundle.sheets[1];
            let index = indicator_of(sheet, at.0);
            sheet.indicators[index].name = other;
            sheet.goals.clear();
            explain_beside(&bundle.pack, sheet);
            bundle.tables.remove(0);
            for sheet in &mut bundle.sheets {
                sheet.narrative.clear();
            }
            let table = &mut bundle.tables[0];
            for one in table
                .annual
                .iter_mut()
                .filter(|one| one.unit == "%" && one.kind == Kind::AtLeast)
            {
                let sheet = &bundle.sheets[1];
                let row = sheet
                    .rows()
                    .find(|(_, index, _)| sheet.indicators[*index].name == one.name);
                if let Some((_, _, measure)) = row {
                    one.values = vec![(table.year, format!("≥{}", plain(measure.aim, "%")))];
                }
            }
            Some(Vec::new())
        },
    )
    .whole()
    .silent(&["C41"]),
];

/// A count of the first project's sheet with its row in the approved table.
struct Pair {
    row: u32,
    index: usize,
    promise: usize,
}

fn pair(rng: &mut Rng, bundle: &Bundle) -> Option<Pair> {
    let sheet = &bundle.sheets[1];
    let row = some_row(rng, sheet, |one| is_count(one) && one.aim >= 10_000)?;
    let index = indicator_of(sheet, row);
    let (name, table) = (&sheet.indicators[index].name, &bundle.tables[0]);
    let promise = table.annual.iter().position(|one| one.name == *name)?;
    let single = sheet.indicators[index].measures.len() == 1 && table.annual.len() > 4;
    single.then_some(Pair {
        row,
        index,
        promise,
    })
}

impl Pair {
    fn reword(&self, rng: &mut Rng, bundle: &mut Bundle) {
        let table = &mut bundle.tables[0];
        table.long_term.clear();
        let promise = &mut table.annual[self.promise];
        promise.name = reworded(rng, &promise.name);
    }

    /// Two things that only the telling word keeps apart, one on the sheet, one in the tables.
    fn oppose(&self, rng: &mut Rng, bundle: &mut Bundle) {
        let (own, other) = opposite(rng, &bundle.sheets[1].indicators[self.index].name);
        bundle.tables.truncate(1);
        bundle.tables[0].long_term.clear();
        bundle.tables[0].annual[self.promise].name = own;
        bundle.sheets[1].indicators[self.index].name = other;
        bundle.sheets[1].goals.clear();
        bundle.sheets[1].narrative.clear();
        bundle.sheets.truncate(2);
        bundle.sheets.remove(0);
        bundle.sheets.insert(0, filler(&bundle.sheets[0]));
        explain_beside(&bundle.pack, &mut bundle.sheets[1]);
    }

    /// Approves more than the sheet asks for.
    fn approve(&self, rng: &mut Rng, bundle: &mut Bundle) {
        let table = &mut bundle.tables[0];
        table.long_term.clear();
        let promise = &mut table.annual[self.promise];
        let value = promise.aim * u128::from(rng.between(115, 300)) / 100_000 * 1_000;
        promise.values = vec![(table.year, format!("≥{}", plain(value, promise.unit)))];
    }

    fn at_table(&self, bundle: &Bundle) -> Option<Vec<Spot>> {
        at_table(0, bundle.tables[0].long_term.len() + self.promise + 1)
    }

    fn at_both(&self, bundle: &Bundle) -> Option<Vec<Spot>> {
        Some([self.at_table(bundle)?, at_row(1, self.row)?].concat())
    }
}

/// A sheet of somebody else, so that the places stay what they were.
fn filler(sheet: &super::Sheet) -> super::Sheet {
    let mut other = sheet.clone();
    other.unit = "远山林场".to_owned();
    other.title = "项目支出绩效自评表".to_owned();
    other
}

fn reworded(rng: &mut Rng, name: &str) -> String {
    match rng.below(3) {
        0 => format!("开展{name}"),
        1 => format!("重点{name}"),
        _ => format!("实际{name}"),
    }
}

fn opposite(rng: &mut Rng, name: &str) -> (String, String) {
    let words = [
        ("省级", "市级"),
        ("线上", "线下"),
        ("企业", "个人"),
        ("新建", "改建"),
        ("城市", "农村"),
    ];
    let (a, b) = *rng.pick(&words);
    (format!("{a}{name}"), format!("{b}{name}"))
}

/// 青州市临江区文化馆 on the tables, 临江区文化馆 on the sheets.
fn full_name(rng: &mut Rng, bundle: &mut Bundle) {
    let region = *rng.pick(&["青州市", "江东省青州市", "东平州"]);
    for table in &mut bundle.tables {
        table.unit = format!("{region}{}", table.unit);
    }
}

/// The approved row as two that are as near to one on the sheet.
fn twins(rng: &mut Rng, bundle: &mut Bundle) -> Option<Vec<Spot>> {
    let pair = pair(rng, bundle)?;
    let table = &mut bundle.tables[0];
    table.long_term.clear();
    let one = table.annual[pair.promise].clone();
    let value = |percent: u128| {
        vec![(
            table.year,
            format!("≥{}", plain(one.aim * percent / 100_000 * 1_000, one.unit)),
        )]
    };
    let twin = |place: &str, percent| Promise {
        name: format!("{}{place}", one.name),
        values: value(percent),
        ..one.clone()
    };
    let (east, west) = (twin("东片", 150), twin("西片", 200));
    table.annual[pair.promise] = east;
    table.annual.insert(pair.promise + 1, west);
    Some(
        [
            at_table(0, pair.promise + 1)?,
            at_table(0, pair.promise + 2)?,
        ]
        .concat(),
    )
}

/// A count of the first project's sheet in the later plan: its row, the plan's, and what was done.
fn reported(rng: &mut Rng, bundle: &Bundle) -> Option<(u32, usize, u128)> {
    let sheet = &bundle.sheets[1];
    let row = some_row(rng, sheet, |one| {
        is_count(one) && one.done >= 10_000 && one.actual.chars().all(|c| !"约近".contains(c))
    })?;
    let index = indicator_of(sheet, row);
    let name = &sheet.indicators[index].name;
    let fits = |one: &Promise| one.name == *name && one.kind == Kind::AtLeast;
    let at = bundle.tables[1].annual.iter().position(fits)?;
    let done = sheet.rows().find(|(number, ..)| *number == row)?.2.done;
    (sheet.indicators[index].measures.len() == 1).then_some((row, at, done))
}

/// Only this year's value, well below what was done.
fn plan_less(rng: &mut Rng, promise: &mut Promise, done: u128) {
    let value = done * u128::from(rng.between(30, 85)) / 100_000 * 1_000;
    let year = promise.values.last().map_or(0, |(year, _)| *year);
    promise.values = vec![(year, format!("≥{}", plain(value, promise.unit)))];
}

fn at_both(table: usize, (row, promise, _): (u32, usize, u128)) -> Option<Vec<Spot>> {
    Some(vec![
        (Place::Sheet(1), Some(row)),
        (Place::Table(table), Some(promise as u32 + 1)),
    ])
}
