//! Target tables: the samples, the way there and back, and what is refused.

use jixiao::document::target_yaml::keys;
use jixiao::document::{read_own_file, read_targets, write_targets};
use jixiao::sheet::{Origin, TargetTable, TargetValues};
use jixiao::words::Lang;

fn sample(name: &str) -> TargetTable {
    let file = format!("samples/targets-2026/{name}.yaml");
    let bytes = std::fs::read(&file).unwrap();
    let mut tables = read_targets(&file, &bytes).unwrap_or_else(|problems| {
        let said: Vec<String> = problems.iter().map(|one| one.render(Lang::En)).collect();
        panic!("{}", said.join("\n"))
    });
    assert_eq!(tables.len(), 1);
    tables.remove(0)
}

/// The table without places, which the way through a file changes.
fn placeless(mut table: TargetTable) -> TargetTable {
    table.origin = Origin::default();
    for row in table.long_term.iter_mut().chain(&mut table.annual) {
        row.origin = Origin::default();
        if let jixiao::sheet::Entry::Number(printed) = &mut row.full_mark {
            printed.origin = Origin::default();
        }
    }
    table
}

fn message(yaml: &str) -> String {
    let problems = read_targets("a.yaml", yaml.as_bytes()).unwrap_err();
    problems[0].message(Lang::En)
}

const SAMPLES: [(&str, usize, usize, i64); 8] = [
    ("center-whole", 13, 15, 0),
    ("center-startup", 15, 15, 0),
    ("center-platform", 10, 10, 0),
    ("jianghan-whole", 29, 32, 0),
    ("jianghan-staff", 6, 6, 80),
    ("jianghan-general", 8, 8, 80),
    ("jianghan-platform", 8, 11, 80),
    ("jianghan-buildings", 7, 7, 80),
];

#[test]
fn the_samples_have_the_published_rows_and_weights() {
    for (name, long_term, annual, weights) in SAMPLES {
        let table = sample(name);
        assert_eq!(table.id, name);
        assert_eq!(table.year, Some(2026));
        assert_eq!(
            (table.long_term.len(), table.annual.len()),
            (long_term, annual)
        );
        let marks = table.annual.iter().filter_map(|row| row.full_mark.value());
        let sum: rust_decimal::Decimal = marks.sum();
        assert_eq!(sum, weights.into(), "{name}");
        assert!(table.annual.iter().all(|row| row.levels.len() == 2));
    }
}

#[test]
fn what_is_written_reads_back_the_same() {
    for (name, ..) in SAMPLES {
        let table = sample(name);
        let text = write_targets(&table);
        let mut again = read_targets("again.yaml", text.as_bytes()).unwrap();
        again[0].id.clone_from(&table.id);
        assert_eq!(placeless(again.remove(0)), placeless(table), "{name}");
    }
}

#[test]
fn the_budget_keeps_its_text_and_its_unit() {
    let yaml =
        "scope: project\nbudget: 3,582.930\nmoney: 元\nannual:\n- indicator: 甲\n  value: 3个\n";
    let tables = read_targets("a.yaml", yaml.as_bytes()).unwrap();
    let budget = tables[0].budget.printed().unwrap();
    assert_eq!(
        (budget.value.to_string().as_str(), budget.places),
        ("3582.930", 3)
    );
    assert_eq!(write_targets(&tables[0]), yaml);
}

#[test]
fn several_tables_and_sheets_stand_in_lists() {
    let file = "sheets:\n  - {scope: project, indicators: [{name: 甲, target: 3个}]}\ntargets:\n  - {scope: unit, annual: [{indicator: 甲, value: 3个, level1: 产出指标, level2: 数量指标}]}\n  - {scope: project, long_term: [], annual: []}\n";
    let read = read_own_file("a.yaml", file.as_bytes()).unwrap();
    assert_eq!((read.sheets.len(), read.targets.len()), (1, 2));
    assert_eq!(read.targets[0].annual[0].levels, ["产出指标", "数量指标"]);
    // Sheets and tables are numbered together: a finding names its place by this.
    assert_eq!(read.sheets[0].id, "a");
    assert_eq!(read.targets[0].id, "a#2");
    assert_eq!(read.targets[1].id, "a#3");
}

#[test]
fn years_stand_in_order_and_a_blank_year_stays_blank() {
    let yaml = "scope: unit\nannual: [{indicator: 甲, values: {2026: 3个, 2024: '', 2025: 2个}}]\n";
    let tables = read_targets("a.yaml", yaml.as_bytes()).unwrap();
    let TargetValues::ByYear(years) = &tables[0].annual[0].values else {
        panic!("one value");
    };
    let years: Vec<(u16, &str)> = years
        .iter()
        .map(|(year, target)| (*year, target.0.text.as_str()))
        .collect();
    assert_eq!(years, [(2024, ""), (2025, "2个"), (2026, "3个")]);
}

#[test]
fn what_is_wrong_is_said() {
    let row = |row: &str| message(&format!("scope: unit\nannual: [{{{row}}}]\n"));
    assert_eq!(
        row("indicator: 甲, vlaue: 3个, value: 2"),
        "unknown key `vlaue`"
    );
    assert_eq!(row("indicator: 甲"), "missing key `value` (`指标值`)");
    assert_eq!(row("value: 3"), "missing key `indicator` (`指标名称`)");
    assert_eq!(
        row("indicator: 甲, values: {上年: 3}"),
        "`上年` is not a year"
    );
    assert_eq!(
        message("annual: [{indicator: 甲, value: 3}]\n"),
        "missing key `scope` (`范围`)"
    );
    assert_eq!(
        message("scope: 全部\nannual: [{indicator: 甲, value: 3}]\n"),
        "`全部` is not allowed here"
    );
}

#[test]
fn the_manual_explains_every_key() {
    let manual = std::fs::read_to_string("docs/targets.md").unwrap();
    for name in [keys::FILE, keys::TABLE, keys::ROW].concat() {
        let row = format!("| `{}` | `{}` |", name.chinese, name.english);
        assert!(manual.contains(&row), "{row}");
    }
    let example = manual.split("```yaml\n").nth(1).unwrap();
    let example = example.split("```").next().unwrap();
    let tables = read_targets("docs.yaml", example.as_bytes()).unwrap();
    assert_eq!(tables[0].annual.len(), 2);
}
