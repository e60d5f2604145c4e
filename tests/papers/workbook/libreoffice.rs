//! LibreOffice computes every workbook again, and comes to what the engine comes to.
//!
//! `tests/papers/libreoffice.sh` runs these; it installs LibreOffice where there is none. Every formula is
//! given a wrong stored result first, so that nothing agrees by not being computed.
//! `JIXIAO_SHEETS=500` sets how many random sheets are tried under every pack.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use rust_decimal::Decimal;

use jixiao::number::Fraction;
use jixiao::rules::PackFiles;
use jixiao::rules::facts::Kind;
use jixiao::rules::pack::{GradeBand, Param};
use jixiao::score::{Evaluation, Outcome, Scorer, Terms, row_facts};
use jixiao::sheet::Sheet;
use jixiao::value::{Actual, Quantity, Scale, Value};
use jixiao::whatif::{Prepared, read_set};

use super::file::{
    ACTUAL, File, POINTS, Pages, Places, differences, line_of, plain, shown, worksheets,
};
use super::random::{Dice, hospital, sheet};
use super::{sample, score, scorer, sheets, written};

/// Sheets in one workbook.
const SHEETS: usize = 125;

/// Computes every formula on loading, whoever wrote the file.
const ALWAYS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// Opens workbooks in LibreOffice and saves them again.
struct Office {
    folder: tempfile::TempDir,
    /// The files, and what their pages are to say; `None` for pages that are not looked at.
    files: Vec<(PathBuf, Vec<Option<Expected>>)>,
    /// What every cell of a file says to readers that do not compute, where that is compared too.
    stored: Vec<Pages>,
    sheets: usize,
}

/// What one page is to say.
struct Expected {
    name: String,
    places: Places,
    evaluation: Evaluation,
}

impl Office {
    fn new() -> Office {
        Office {
            folder: tempfile::tempdir().expect("a folder"),
            files: Vec::new(),
            stored: Vec::new(),
            sheets: 0,
        }
    }

    /// Adds a file whose stored results have to be those that are computed, in every cell.
    fn add_stored(&mut self, file: File, expected: Vec<Option<Expected>>) {
        self.stored.push(worksheets(&file.bytes()));
        self.add(file, expected);
    }

    fn add(&mut self, mut file: File, expected: Vec<Option<Expected>>) {
        file.poison();
        self.sheets += expected.iter().flatten().count();
        let path = self
            .folder
            .path()
            .join(format!("in{}.xlsx", self.files.len()));
        std::fs::write(&path, file.bytes()).expect("written");
        self.files.push((path, expected));
    }

    /// Computes everything; the differences.
    fn compute(self) -> (usize, Vec<String>) {
        let folder = self.folder.path();
        let profile = folder.join("profile");
        std::fs::create_dir_all(profile.join("user")).expect("a profile");
        std::fs::write(profile.join("user/registrymodifications.xcu"), ALWAYS).expect("written");
        let out = folder.join("out");
        for some in self.files.chunks(40) {
            let done = Command::new("soffice")
                .arg(format!(
                    "-env:UserInstallation=file://{}",
                    profile.display()
                ))
                .args(["--headless", "--convert-to", "xlsx", "--outdir"])
                .arg(&out)
                .args(some.iter().map(|(path, _)| path))
                .output()
                .expect("LibreOffice runs (tests/papers/libreoffice.sh installs it)");
            assert!(done.status.success(), "{done:?}");
        }
        let mut found = Vec::new();
        for (number, (path, expected)) in self.files.iter().enumerate() {
            let bytes = std::fs::read(out.join(path.file_name().expect("a name"))).expect("saved");
            let pages = worksheets(&bytes);
            if let Some(stored) = self.stored.get(number) {
                found.extend(unlike(stored, &pages));
            }
            for (index, expected) in expected.iter().enumerate() {
                let Some(expected) = expected else { continue };
                let (_, page) = &pages[index + 1];
                let different = differences(page, &expected.places, &expected.evaluation);
                found.extend(
                    different
                        .into_iter()
                        .map(|one| format!("{}: {one}", expected.name)),
                );
            }
        }
        (self.sheets, found)
    }

    #[track_caller]
    fn agrees(self) {
        let totals = self.files.iter().flat_map(|(_, pages)| pages).flatten();
        let totals = totals.filter(|page| page.evaluation.total.is_ok()).count();
        let (sheets, found) = self.compute();
        let shown = found.len().min(60);
        assert!(
            found.is_empty(),
            "{} differences\n{}",
            found.len(),
            found[..shown].join("\n")
        );
        println!("{sheets} sheets agree, {totals} of them with a total");
        assert!(sheets > 0);
    }
}

fn address(row: u32, column: u32) -> String {
    format!("{}{}", char::from(b'A' + column as u8), row + 1)
}

/// Every shipped pack, and one that leaves rows out, with sheets it can score.
fn shipped(count: usize) -> Vec<(String, Scorer, Vec<Arc<Sheet>>)> {
    let random: Vec<Arc<Sheet>> = (0..count as u64)
        .flat_map(|seed| sheets("random.yaml", &sheet(seed)))
        .collect();
    let hospitals: Vec<Arc<Sheet>> = (0..count as u64)
        .flat_map(|seed| sheets("random.yaml", &hospital(seed)))
        .collect();
    let all = PackFiles::shipped();
    let all = all
        .iter()
        .map(|(pack, edition)| format!("{pack}@{edition}"));
    all.chain(["tests/papers/packs/left-out".to_owned()])
        .map(|name| {
            let mut own = match name.as_str() {
                "value-purchasing@2024" => hospitals.clone(),
                _ => random.clone(),
            };
            own.extend(["series", "startup", "whole"].map(sample));
            (name.clone(), scorer(&name), own)
        })
        .collect()
}

fn how_many() -> usize {
    let asked = std::env::var("JIXIAO_SHEETS").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(500)
}

/// How many are changed in some way: a quarter.
fn how_many_changed() -> usize {
    how_many().div_ceil(4)
}

/// Writes a workbook and finds where everything stands.
fn book(evaluations: &[Evaluation]) -> (File, Vec<Places>, Pages) {
    let bytes = written(evaluations.to_vec());
    let pages = worksheets(&bytes);
    let places = evaluations.iter().zip(&pages[1..]);
    let places = places.map(|(evaluation, (_, page))| Places::of(page, evaluation));
    (File::of(&bytes), places.collect(), pages)
}

fn expected(rules: &str, evaluation: Evaluation, places: Places) -> Expected {
    Expected {
        name: format!("{rules} {}", evaluation.sheet.title),
        places,
        evaluation,
    }
}

#[test]
#[ignore = "needs LibreOffice: tests/papers/libreoffice.sh"]
fn every_row_total_and_grade_is_the_engines() {
    let mut office = Office::new();
    for (rules, scorer, all) in shipped(how_many()) {
        for some in all.chunks(SHEETS) {
            let evaluations = score(&scorer, some);
            let (file, places, _) = book(&evaluations);
            let pages = evaluations.into_iter().zip(places);
            let pages =
                pages.map(|(evaluation, places)| Some(expected(&rules, evaluation, places)));
            office.add_stored(file, pages.collect());
        }
    }
    office.agrees();
}

/// Cells whose stored result is not what is computed.
fn unlike(stored: &Pages, computed: &Pages) -> Vec<String> {
    let mut found = Vec::new();
    for ((name, stored), (_, computed)) in stored.iter().zip(computed) {
        let (rows, columns) = stored.end().expect("cells");
        for row in 0..=rows {
            for column in 0..=columns {
                let (was, is) = (shown(stored, row, column), shown(computed, row, column));
                let number = |text: &str| text.parse::<Decimal>().ok();
                let same = match (number(&was), number(&is)) {
                    (Some(was), Some(is)) => {
                        let least = Decimal::new(1, 9);
                        (was - is).abs() <= least * was.abs().max(Decimal::ONE)
                    }
                    _ => was == is,
                };
                if !same {
                    let cell = address(row, column);
                    found.push(format!("{name} {cell}: {was:?} is stored, {is:?} computed"));
                }
            }
        }
    }
    found
}

/// Variants of rules as they are seen, from the samples.
#[test]
#[ignore = "needs LibreOffice: tests/papers/libreoffice.sh"]
fn other_rules_too() {
    let mut office = Office::new();
    let random: Vec<Arc<Sheet>> = (1000..1060)
        .flat_map(|seed| sheets("random.yaml", &sheet(seed)))
        .collect();
    let folders = std::fs::read_dir("samples/rules").expect("samples");
    let mut folders: Vec<String> = folders
        .map(|entry| entry.expect("an entry").path().display().to_string())
        .filter(|path| Path::new(path).is_dir())
        .collect();
    folders.extend([
        "tests/papers/packs/loops".to_owned(),
        "tests/papers/packs/together".to_owned(),
        "tests/packs/groups".to_owned(),
        "tests/packs/national-rounded-once".to_owned(),
    ]);
    folders.sort();
    for rules in folders {
        let evaluations = score(&scorer(&rules), &random);
        let (file, places, _) = book(&evaluations);
        let pages = evaluations.into_iter().zip(places);
        let pages = pages.map(|(evaluation, places)| Some(expected(&rules, evaluation, places)));
        office.add_stored(file, pages.collect());
    }
    office.agrees();
}

/// Another actual for a row: as typed into the cell, and as it would stand on the sheet.
fn other_actual(evaluation: &Evaluation, dice: &mut Dice) -> Option<(usize, String, String)> {
    let facts = row_facts(evaluation);
    let many = facts.len() as u64;
    for _ in 0..12 {
        let index = dice.roll(many) as usize;
        let Some(facts) = &facts[index] else { continue };
        let seen = &facts.facts;
        let measure = seen.measure();
        let rank = dice.roll(9) + 1;
        let quantity = |value: &Value| match value {
            Value::Quantity(quantity) | Value::Range { low: quantity, .. } => {
                Some(quantity.clone())
            }
            _ => None,
        };
        match seen.kind {
            Kind::Rank => return Some((index, rank.to_string(), format!("第{rank}名"))),
            Kind::Date => {
                let (month, day) = (dice.roll(12) + 1, dice.roll(28) + 1);
                let dated = seen.target.is_some_and(|day| day >= 10_000.into());
                let year = if dated { 20_240_000 } else { 0 };
                let text = if dated { "2024年" } else { "" };
                let number = year + month * 100 + day;
                return Some((index, number.to_string(), format!("{text}{month}月{day}日")));
            }
            Kind::Quantity | Kind::Range | Kind::Alone => {
                if seen.kind == Kind::Alone && seen.actual.is_none() {
                    continue;
                }
                // Beside a target in words any number counts as it is.
                let like: Option<Quantity> =
                    quantity(&measure.target.0.value).or_else(|| quantity(&measure.actual.0.value));
                let target = seen.target.and_then(Fraction::as_exact_decimal);
                let target = target.filter(|target| !target.is_zero());
                let share = Decimal::new(dice.roll(20_000) as i64, 4);
                let number = match (&like, target) {
                    (Some(like), _) if like.scale == Scale::Percent => share,
                    (_, Some(target)) if !dice.roll(4).is_multiple_of(2) => target * share,
                    _ => Decimal::from(dice.roll(400)),
                };
                let number = number.normalize();
                let text = match &like {
                    Some(like) if like.scale == Scale::Percent => {
                        format!("{}%", (number * Decimal::ONE_HUNDRED).normalize())
                    }
                    Some(like) => format!("{number}{}", like.unit),
                    None => number.to_string(),
                };
                return Some((index, number.to_string(), text));
            }
            _ => {}
        }
    }
    None
}

#[test]
#[ignore = "needs LibreOffice: tests/papers/libreoffice.sh"]
fn a_changed_actual_and_changed_money_give_what_the_engine_gives() {
    let mut office = Office::new();
    let mut edited = 0;
    for (rules, scorer, all) in shipped(how_many_changed()) {
        for (chunk, some) in all.chunks(SHEETS).enumerate() {
            let evaluations = score(&scorer, some);
            let (mut file, places, _) = book(&evaluations);
            let mut pages = Vec::new();
            for (index, (evaluation, places)) in evaluations.into_iter().zip(places).enumerate() {
                let mut dice = Dice::new((chunk * SHEETS + index) as u64 + 77);
                let prepared = Prepared::new(&scorer, &evaluation.sheet).expect("runs");
                let (mut cells, mut sets) = (Vec::new(), Vec::new());
                if let Some((row, number, text)) = other_actual(&evaluation, &mut dice) {
                    cells.push((address(places.first + row as u32, ACTUAL), Some(number)));
                    sets.push(format!("rows[{}].actual={text}", row + 1));
                }
                if let Some(at) = places.execution {
                    let money = format!("{}.{:02}", dice.roll(3000), dice.roll(100));
                    cells.push((address(at, 7), Some(money.clone())));
                    sets.push(format!("budget.executed={money}"));
                }
                let changes = sets.iter().map(|set| read_set(set));
                let changes: Result<Vec<_>, _> = changes.collect();
                let Ok(scenario) =
                    prepared.apply(&changes.unwrap_or_else(|kind| panic!("{sets:?} {kind:?}")))
                else {
                    panic!("{sets:?}");
                };
                edited += cells.len();
                file.set(index + 1, &cells);
                let mut page = expected(&rules, scenario.evaluation, places);
                page.name = format!("{} {sets:?}", page.name);
                pages.push(Some(page));
            }
            office.add(file, pages);
        }
    }
    println!("{edited} cells changed");
    office.agrees();
}

/// A cell that is emptied is no 0.
#[test]
#[ignore = "needs LibreOffice: tests/papers/libreoffice.sh"]
fn an_emptied_actual_is_a_missing_one() {
    let mut office = Office::new();
    for (rules, scorer, all) in shipped(how_many_changed()) {
        // A group that looks at each of its rows says 未评分 once one of them is gone.
        if !scorer.pack().indicators.groups.is_empty() {
            continue;
        }
        for some in all.chunks(SHEETS) {
            let evaluations = score(&scorer, some);
            let (mut file, places, _) = book(&evaluations);
            let mut pages = Vec::new();
            for (index, (evaluation, places)) in evaluations.into_iter().zip(places).enumerate() {
                let facts = row_facts(&evaluation);
                // Rows that have no points whatever is filled in have a closed cell.
                let scored = facts.iter().zip(&evaluation.rows);
                let scored = scored.filter(|(_, row)| matches!(row.outcome, Outcome::Scored(_)));
                let mut numbers = scored
                    .filter_map(|(facts, _)| facts.as_ref())
                    .filter(|facts| facts.read && facts.facts.actual.is_some());
                let mut changed = (*evaluation.sheet).clone();
                let mut cells = Vec::new();
                if let Some(facts) = numbers.nth(index % 3) {
                    let seen = &facts.facts;
                    let measure = &mut changed.indicators[seen.indicator].measures[seen.measure];
                    measure.actual = Actual::read("");
                    cells.push((address(places.first + measure.row - 1, ACTUAL), None));
                }
                file.set(index + 1, &cells);
                let terms = Terms {
                    base: Some(&evaluation),
                    ..Terms::default()
                };
                let scored = scorer
                    .score_under(&Arc::new(changed), &terms)
                    .expect("runs");
                let mut page = expected(&rules, scored, places);
                page.name = format!("{} {cells:?}", page.name);
                pages.push(Some(page));
            }
            office.add(file, pages);
        }
    }
    office.agrees();
}

/// Points that lie exactly between two printed ones, or a hair beside.
#[test]
#[ignore = "needs LibreOffice: tests/papers/libreoffice.sh"]
fn halves_land_where_the_engine_lands() {
    let mut rows = String::new();
    let mut sum = Decimal::ZERO;
    let mut row = |target: String, actual: String, mark: &str| {
        writeln!(
            rows,
            "  - {{name: 甲{sum}, target: \"≥{target}\", actual: \"{actual}\", full_mark: {mark}}}"
        )
        .unwrap();
        sum += mark.parse::<Decimal>().expect("a mark");
    };
    for half in (5..1000).step_by(10) {
        row("1000".into(), half.to_string(), "1");
        row(
            "100%".into(),
            format!("{}.{}%", half / 10, half % 10),
            "2.5",
        );
        row("8".into(), format!("0.{half:03}"), "4.5");
    }
    for (target, actual, mark) in [
        ("12", "1", "4.5"),
        ("100%", "86.6%", "2.5"),
        ("1", "1", "2.165"),
        ("1", "1", "1.005"),
        ("1", "1", "66.125"),
        ("3", "1", "0.045"),
        ("7", "3.5", "0.03"),
        ("6", "1", "0.09"),
        ("1", "1", "0.125"),
        ("1", "1", "0.375"),
        ("1000000", "499999.9999", "0.01"),
        ("1000000", "500000.0001", "0.01"),
        ("365", "73", "0.125"),
    ] {
        row(target.into(), actual.into(), mark);
    }
    let text = format!(
        "title: 进位\nscope: project\nexecution: {{budget: 1600, executed: 1001}}\nindicators_full_mark: {sum}\nindicators:\n{rows}"
    );
    let mut office = Office::new();
    let scorer = scorer("wuhan@2024");
    let prepared = Prepared::new(&scorer, &sheets("a.yaml", &text)[0]).expect("runs");
    for mode in ["half_up", "half_even", "truncate"] {
        for places in 0..4 {
            let sets = [
                format!("indicators.weight={sum}"),
                format!("rounding.rows.mode={mode}"),
                format!("rounding.rows.places={places}"),
                format!("rounding.total.mode={mode}"),
                format!("rounding.total.places={}", places.min(1)),
            ];
            let changes: Vec<_> = sets
                .iter()
                .map(|set| read_set(set).expect("a change"))
                .collect();
            let evaluation = prepared.apply(&changes).expect("made").evaluation;
            assert!(evaluation.total.is_ok());
            let (file, mut places, _) = book(std::slice::from_ref(&evaluation));
            let places = places.remove(0);
            office.add(file, vec![Some(expected(mode, evaluation, places))]);
        }
    }
    office.agrees();
}

#[test]
#[ignore = "needs LibreOffice: tests/papers/libreoffice.sh"]
fn changed_weights_parameters_and_places_give_what_the_engine_gives() {
    let mut office = Office::new();
    for (rules, scorer, all) in shipped(how_many_changed()) {
        let pack = Arc::clone(scorer.pack());
        for (chunk, some) in all.chunks(SHEETS).enumerate() {
            let mut dice = Dice::new(chunk as u64 + 5);
            let evaluations = score(&scorer, some);
            let (mut file, places, pages) = book(&evaluations);
            let at = pages
                .iter()
                .position(|(name, _)| name == "规则")
                .expect("a page of rules");
            let page = &pages[at].1;
            let (mut cells, mut sets) = (Vec::new(), Vec::new());
            let mut set = |label: &str, key: String, value: String| {
                let line = line_of(page, label).unwrap_or_else(|| panic!("{rules}: no {label}"));
                cells.push((address(line, 1), Some(value.clone())));
                sets.push(format!("{key}={value}"));
            };
            if pack.execution.is_some() {
                set(
                    "预算执行",
                    "execution.weight".into(),
                    (10 + dice.roll(25)).to_string(),
                );
            }
            let levels = pack.indicators.levels.iter().map(|(label, _)| label);
            let groups = pack.indicators.groups.iter().map(|group| &group.label);
            let weighed: Vec<&String> = levels.chain(groups).collect();
            for label in &weighed {
                set(
                    label,
                    format!("levels.[\"{label}\"].weight"),
                    (5 + dice.roll(60)).to_string(),
                );
            }
            if weighed.is_empty() {
                set(
                    "指标",
                    "indicators.weight".into(),
                    (50 + dice.roll(50)).to_string(),
                );
            }
            for (name, param) in &pack.params {
                if let Param::Number(number) = param {
                    let number = number.as_exact_decimal().expect("a decimal");
                    let number = plain(number * Decimal::new(90 + dice.roll(30) as i64, 2));
                    set(name, format!("params.{name}"), number);
                }
            }
            set(
                "各行得分",
                "rounding.rows.places".into(),
                dice.roll(4).to_string(),
            );
            set(
                "总分",
                "rounding.total.places".into(),
                dice.roll(3).to_string(),
            );
            // Grades are no key of a scenario; here they are asked by hand.
            let shift = Decimal::new(5 + dice.roll(40) as i64, 1);
            let from = |band: &GradeBand| match band.from.is_zero() {
                true => band.from,
                false => band.from + shift,
            };
            for band in &pack.grades {
                let line = line_of(page, &band.name.zh).expect("a grade");
                cells.push((address(line, 1), Some(plain(from(band)))));
            }
            file.set(at, &cells);
            let read = sets
                .iter()
                .map(|set| read_set(set).unwrap_or_else(|kind| panic!("{set}: {kind:?}")));
            let changes: Vec<_> = read.collect();
            let mut expecteds = Vec::new();
            for (evaluation, places) in evaluations.into_iter().zip(places) {
                let prepared = Prepared::new(&scorer, &evaluation.sheet).expect("runs");
                let scenario = prepared
                    .apply(&changes)
                    .unwrap_or_else(|why| panic!("{sets:?} {why:?}"));
                // Marks that do not close may close under another weight: the page says to run again.
                let open = evaluation
                    .printed_marks
                    .as_ref()
                    .is_some_and(|marks| marks.forbid_a_total());
                let mut changed = scenario.evaluation;
                if let Ok(total) = changed.total {
                    changed.grade = pack.grades.iter().position(|band| total >= from(band));
                }
                let mut page = expected(&rules, changed, places);
                page.name = format!("{} {sets:?}", page.name);
                expecteds.push((!open).then_some(page));
            }
            office.add(file, expecteds);
        }
    }
    office.agrees();
}

#[test]
#[ignore = "needs LibreOffice: tests/papers/libreoffice.sh"]
fn points_a_person_fills_in_complete_the_total() {
    let mut office = Office::new();
    let mut filled = 0;
    for (rules, scorer, all) in shipped(how_many_changed()) {
        for some in all.chunks(SHEETS) {
            let evaluations = score(&scorer, some);
            let (mut file, places, _) = book(&evaluations);
            let mut pages = Vec::new();
            for (index, (evaluation, places)) in evaluations.into_iter().zip(places).enumerate() {
                let prepared = Prepared::new(&scorer, &evaluation.sheet).expect("runs");
                let (mut cells, mut sets) = (Vec::new(), Vec::new());
                for (row, result) in evaluation.rows.iter().enumerate() {
                    if !matches!(result.outcome, Outcome::Unscored(_)) {
                        continue;
                    }
                    // Points are typed as they count; the engine takes them on the sheet's scale.
                    let mut factor = result.scaling.factor();
                    if let Some((rescale, _)) = evaluation.rescale {
                        factor = factor.times(rescale).expect("small");
                    }
                    let own = Decimal::new(125, 2);
                    let counts = factor
                        .times(own.into())
                        .ok()
                        .and_then(Fraction::as_exact_decimal);
                    let places_of_rows = evaluation.pack.rounding.rows.places;
                    let Some(counts) =
                        counts.filter(|counts| counts.normalize().scale() <= places_of_rows)
                    else {
                        continue;
                    };
                    cells.push((
                        address(places.first + row as u32, POINTS),
                        Some(plain(counts)),
                    ));
                    sets.push(format!("rows[{}].points={own}", row + 1));
                }
                let changes: Vec<_> = sets.iter().filter_map(|set| read_set(set).ok()).collect();
                let scenario = prepared.apply(&changes).expect("made");
                filled += usize::from(!cells.is_empty() && scenario.evaluation.total.is_ok());
                file.set(index + 1, &cells);
                let mut page = expected(&rules, scenario.evaluation, places);
                page.name = format!("{} {sets:?}", page.name);
                pages.push(Some(page));
            }
            office.add(file, pages);
        }
    }
    println!("{filled} totals completed");
    assert!(filled > 0);
    office.agrees();
}
