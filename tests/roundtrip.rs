//! Every form in samples/documents gives the rows it was made of.

use jixiao::document::read_sheets;
use jixiao::recognise::{Opened, open};
use jixiao::sheet::{Direction, Entry, Scope, Sheet, TargetTable, TargetValues, Text};

const SHEETS: [&str; 3] = ["whole", "series", "startup"];

fn read(file: &str) -> Vec<u8> {
    std::fs::read(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The sheets the forms were made of.
fn sources() -> Vec<Sheet> {
    let read = |name| {
        let file = format!("samples/wuhan-2024/{name}.yaml");
        read_sheets(&file, &read(&file)).unwrap().remove(0)
    };
    SHEETS.into_iter().map(read).collect()
}

/// The full marks that forms with 分值 print, by `jixiao score`.
fn marks(sheet: &Sheet) -> Vec<String> {
    let command = assert_cmd::Command::cargo_bin("jixiao")
        .unwrap()
        .args(["score", "-f", "json"])
        .arg(format!("samples/wuhan-2024/{}.yaml", sheet.id))
        .output()
        .unwrap();
    let said: serde_json::Value = serde_json::from_slice(&command.stdout).unwrap();
    let rows = said["sheets"][0]["rows"].as_array().unwrap().clone();
    rows.iter()
        .map(|row| row["full_mark"].as_str().unwrap().to_owned())
        .collect()
}

fn imported(name: &str) -> Opened {
    let file = format!("samples/documents/{name}");
    open(&file, &read(&file)).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// A text as it is compared: forms break lines where they like.
fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

fn value(entry: &Entry) -> String {
    entry
        .value()
        .map_or(String::new(), |value| value.normalize().to_string())
}

/// A row: levels, name, target, actual, points.
fn rows(sheet: &Sheet) -> Vec<[String; 6]> {
    sheet
        .measures()
        .map(|(indicator, measure)| {
            [
                plain(indicator.level1()),
                plain(indicator.level2()),
                plain(&indicator.name),
                plain(&measure.target.0.text),
                plain(&measure.actual.0.text),
                value(&measure.points),
            ]
        })
        .collect()
}

/// What stands above and below the rows.
fn figures(sheet: &Sheet) -> [String; 7] {
    let money = &sheet.budget;
    [
        format!("{:?} {:?}", sheet.scope, sheet.year),
        sheet.unit.clone() + sheet.project.as_deref().unwrap_or_default(),
        value(&money.total.budget),
        value(&money.total.executed),
        value(&money.total.rate),
        value(&money.total.points),
        value(&sheet.total),
    ]
}

/// The layouts of samples/documents and what each of them prints of a sheet.
#[derive(Clone, Copy, PartialEq)]
enum Layout {
    Wuhan,
    National,
    Provincial,
}

impl Layout {
    fn of(file: &str) -> Layout {
        match file {
            file if file.starts_with("wuhan") => Layout::Wuhan,
            file if file.starts_with("national") => Layout::National,
            _ => Layout::Provincial,
        }
    }

    fn has_reasons_by_row(self) -> bool {
        self != Layout::Wuhan
    }
}

fn texts(passages: &[Text]) -> String {
    let texts = passages.iter().map(|passage| plain(&passage.text));
    texts.collect::<Vec<_>>().join("|")
}

/// Everything beside the rows and the figures, as a layout prints it.
fn printed(source: &Sheet, layout: Layout) -> Vec<String> {
    let named = |reason: &Text| {
        let mut names = source.indicators.iter().map(|one| &one.name);
        layout.has_reasons_by_row() && names.any(|name| reason.text.contains(name.as_str()))
    };
    let of_project = source.scope == Scope::Project;
    let mut box_of_reasons: Vec<Text> = source.reasons.clone();
    box_of_reasons.retain(|reason| !named(reason));
    let mut improvements = source.improvements.clone();
    if layout == Layout::Provincial {
        // One box for both.
        box_of_reasons.append(&mut improvements);
    }
    let money = &source.budget;
    let spending = |entry: &Entry| match layout {
        Layout::Wuhan => value(entry),
        // The national form has them among the lines of money, the provincial form not at all.
        Layout::National | Layout::Provincial => String::new(),
    };
    let name = match layout {
        Layout::National => "年度资金总额",
        Layout::Wuhan | Layout::Provincial => &money.total.name,
    };
    let marked = layout == Layout::Wuhan;
    let counted = marked && !of_project;
    vec![
        source.department.clone().unwrap_or_default(),
        name.to_owned(),
        value(&money.full_mark),
        spending(&money.basic),
        spending(&money.project),
        texts(&source.goals),
        if marked {
            value(&source.indicators_full_mark)
        } else {
            String::new()
        },
        if counted {
            value(&source.indicator_count)
        } else {
            String::new()
        },
        texts(&box_of_reasons),
        texts(&improvements),
    ]
}

/// The same of a sheet that was read.
fn found(sheet: &Sheet) -> Vec<String> {
    let money = &sheet.budget;
    vec![
        sheet.department.clone().unwrap_or_default(),
        money.total.name.clone(),
        value(&money.full_mark),
        value(&money.basic),
        value(&money.project),
        texts(&sheet.goals),
        value(&sheet.indicators_full_mark),
        value(&sheet.indicator_count),
        texts(&sheet.reasons),
        texts(&sheet.improvements),
    ]
}

/// The reason and the direction beside each row, as a layout prints them.
fn beside(source: &Sheet, layout: Layout) -> Vec<String> {
    let row = |(indicator, measure): (&jixiao::Indicator, &jixiao::Measure)| {
        let named = source.reasons.iter().filter(|reason| {
            layout.has_reasons_by_row() && reason.text.contains(indicator.name.as_str())
        });
        let reason: String = named.map(|reason| plain(&reason.text)).collect();
        let target = &measure.target.0.text;
        let direction = match layout {
            Layout::Provincial if target.starts_with('≤') => Some(Direction::AtMost),
            Layout::Provincial if target == "是" => None,
            Layout::Provincial => Some(Direction::AtLeast),
            Layout::Wuhan | Layout::National => None,
        };
        format!("{} {reason} {direction:?}", indicator.name)
    };
    source.measures().map(row).collect()
}

fn found_beside(sheet: &Sheet) -> Vec<String> {
    let row = |(indicator, measure): (&jixiao::Indicator, &jixiao::Measure)| {
        let reason = indicator.reason.as_ref();
        let reason = reason.map_or_else(String::new, |reason| plain(&reason.text));
        format!("{} {reason} {:?}", indicator.name, measure.direction)
    };
    sheet.measures().map(row).collect()
}

/// A form with 计量单位 gives "0" the unit of its row; the number is the same.
fn forgive_unit(found: &mut String, put_in: &str) {
    let is_number = !put_in.is_empty() && put_in.bytes().all(|byte| byte.is_ascii_digit());
    let unit = found.strip_prefix(put_in).filter(|_| is_number);
    if unit.is_some_and(|unit| !unit.starts_with(|c: char| c.is_ascii_digit() || c == '.')) {
        found.truncate(put_in.len());
    }
}

/// Fails with the rows that differ, the found ones above those they should be.
fn same_rows<const N: usize>(found: &[[String; N]], source: &[[String; N]], what: &str) {
    let pairs = found.iter().zip(source).filter(|(a, b)| a != b);
    let lines: Vec<String> = pairs.map(|(a, b)| format!("  {a:?}\n  {b:?}\n")).collect();
    let count = (found.len(), source.len());
    assert!(
        lines.is_empty() && count.0 == count.1,
        "{what}: {count:?} rows\n{}",
        lines.join("\n")
    );
}

fn same_sheets(file: &str, with_marks: bool) {
    let (found, sources) = (imported(file), sources());
    assert_eq!(found.sheets.len(), sources.len(), "{file}");
    for (sheet, source) in found.sheets.iter().zip(&sources) {
        let (mut found, put_in) = (rows(sheet), rows(source));
        for (found, put_in) in found.iter_mut().zip(&put_in) {
            forgive_unit(&mut found[4], &put_in[4]);
        }
        same_rows(&found, &put_in, &format!("{file}: {}", source.id));
        assert_eq!(figures(sheet), figures(source), "{file}: {}", source.id);
        let layout = Layout::of(file);
        assert_eq!(
            (found_beside(sheet), sheet.budget.money_unit),
            (beside(source, layout), source.budget.money_unit),
            "{file}: {}",
            source.id
        );
        // The title says what the sheet is, in the words of each layout.
        assert!(!sheet.title.is_empty(), "{file}: {}", source.id);
        let differ: Vec<_> = self::found(sheet)
            .into_iter()
            .zip(printed(source, layout))
            .filter(|(found, printed)| found != printed)
            .collect();
        assert_eq!(differ, [], "{file}: {}", source.id);
        if with_marks {
            let printed: Vec<String> = sheet
                .measures()
                .map(|(_, measure)| value(&measure.full_mark))
                .collect();
            assert_eq!(printed, marks(source), "{file}: {}", source.id);
        }
    }
}

macro_rules! round_trips {
    ($( $name:ident: $file:literal, $marks:literal; )*) => { $(
        #[test]
        fn $name() {
            same_sheets($file, $marks);
        }
    )* };
}

round_trips! {
    wuhan_xlsx: "wuhan.xlsx", false;
    wuhan_ods: "wuhan.ods", false;
    wuhan_docx: "wuhan.docx", false;
    wuhan_pdf: "wuhan.pdf", false;
    wuhan_pdf_without_embedded_font: "wuhan-unigb.pdf", false;
    wuhan_html: "wuhan.html", false;
    wuhan_txt: "wuhan.txt", false;
    national_xlsx: "national.xlsx", true;
    national_xls: "national.xls", true;
    national_docx: "national.docx", true;
    national_pdf: "national.pdf", true;
    national_html: "national.html", true;
    national_txt: "national.txt", true;
    provincial_xlsx: "provincial.xlsx", true;
    provincial_docx: "provincial.docx", true;
    provincial_pdf: "provincial.pdf", true;
    provincial_html: "provincial.html", true;
    provincial_txt: "provincial.txt", true;
}

const CENTER: [&str; 3] = ["center-whole", "center-startup", "center-platform"];
const JIANGHAN: [&str; 5] = [
    "jianghan-whole",
    "jianghan-staff",
    "jianghan-general",
    "jianghan-platform",
    "jianghan-buildings",
];

/// The rows of a target table: levels, name, values, weight, basis.
fn promises(table: &TargetTable) -> Vec<[String; 5]> {
    let rows = table.long_term.iter().chain(&table.annual);
    rows.map(|row| {
        let values = match &row.values {
            TargetValues::One(target) => plain(&target.0.text),
            // A year left blank is as good as none.
            TargetValues::ByYear(years) => years
                .iter()
                .filter(|(_, target)| !target.0.text.is_empty())
                .map(|(year, target)| format!("{year}={} ", plain(&target.0.text)))
                .collect(),
        };
        [
            row.levels.join("/"),
            plain(&row.indicator),
            values,
            value(&row.full_mark),
            row.basis.clone().unwrap_or_default(),
        ]
    })
    .collect()
}

fn same_targets(file: &str, sources: &[&str]) {
    let found = imported(file);
    assert_eq!(found.targets.len(), sources.len(), "{file}");
    for (table, source) in found.targets.iter().zip(sources) {
        let path = format!("samples/targets-2026/{source}.yaml");
        let source = jixiao::document::read_targets(&path, &read(&path))
            .unwrap()
            .remove(0);
        assert_eq!(
            (table.scope, table.year),
            (source.scope, source.year),
            "{file}: {path}"
        );
        assert_eq!(
            (&table.unit, &table.project),
            (&source.unit, &source.project),
            "{file}: {path}"
        );
        same_rows(
            &promises(table),
            &promises(&source),
            &format!("{file}: {path}"),
        );
    }
}

#[test]
fn target_tables_of_the_center() {
    for ending in ["docx", "xlsx", "txt"] {
        same_targets(&format!("targets-center-2026.{ending}"), &CENTER);
    }
}

#[test]
fn target_tables_of_jianghan() {
    for ending in ["docx", "xlsx", "txt"] {
        same_targets(&format!("targets-jianghan-2026.{ending}"), &JIANGHAN);
    }
}
