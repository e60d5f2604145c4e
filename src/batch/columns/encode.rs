//! Scored sheets as row groups: what a sheet says, and beside it what the rule computes.

use std::io;
use std::slice::IterMut;

use parquet::file::properties::WriterPropertiesPtr;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{SchemaDescriptor, TypePtr};

use super::column::{Column, WIDTH};
use super::decimal::exactly;
use super::{properties, receipt, schema};
use crate::batch::Encoder;
use crate::document::ProblemKind;
use crate::report::Figure;
use crate::report::score::left_out;
use crate::rules::{Editions, RulePack};
use crate::score::{Awarding, Figures, FullMarkFrom, RowFigures};
use crate::sheet::{Direction, Entry, Indicator, Measure, MoneyUnit, Scope, Sheet};
use crate::words::{Lang, batch as words};

/// Columns before those of rows, and those of a row.
const BEFORE_ROWS: usize = 21;
const OF_ROW: usize = 23;

/// The sheets of a chunk as a Parquet file of one row group, for [`super::merge`].
pub struct Columnar {
    lang: Lang,
    schema: TypePtr,
    properties: WriterPropertiesPtr,
    columns: Vec<Column>,
    /// Sheets added since the last row group.
    sheets: usize,
    /// Decimals of the rows of one sheet, before any of them is added.
    rows: Vec<RowDecimals>,
}

#[derive(Default)]
struct RowDecimals {
    reported: Option<[u8; WIDTH]>,
    completion: Option<[u8; WIDTH]>,
    full_mark: Option<[u8; WIDTH]>,
    points: Option<[u8; WIDTH]>,
}

/// Decimals of a sheet itself.
struct SheetDecimals {
    reported: [Option<[u8; WIDTH]>; 4],
    computed: [Option<[u8; WIDTH]>; 4],
}

impl Columnar {
    /// Reasons in this language; the editions stand in the receipt.
    pub fn new(editions: &Editions, lang: Lang) -> Columnar {
        let schema = schema();
        let columns = SchemaDescriptor::new(schema.clone());
        Columnar {
            lang,
            columns: columns.columns().iter().map(|of| Column::new(of)).collect(),
            schema,
            properties: properties(receipt(editions)),
            sheets: 0,
            rows: Vec::new(),
        }
    }
}

impl Encoder<Figures> for Columnar {
    fn add(&mut self, sheet: &Sheet, pack: &RulePack, scored: &Figures) -> Result<(), ProblemKind> {
        // Whatever does not fit is found before anything is added.
        let decimals = decimals(sheet, scored)?;
        self.rows.clear();
        for ((_, measure), row) in sheet.measures().zip(&scored.rows) {
            self.rows.push(row_decimals(measure, row)?);
        }
        let (before, rest) = self.columns.split_at_mut(BEFORE_ROWS);
        let (of_row, after) = rest.split_at_mut(OF_ROW);
        write_head(before, sheet);
        if scored.rows.is_empty() {
            of_row.iter_mut().for_each(Column::no_rows);
        }
        let mut rows = scored.rows.iter().zip(&self.rows);
        let mut at = 0;
        for indicator in &sheet.indicators {
            for ((number, measure), (row, decimals)) in
                (1..).zip(&indicator.measures).zip(&mut rows)
            {
                let place = Place {
                    indicator,
                    number,
                    measure,
                    at,
                };
                write_row(of_row, &place, row, decimals, pack, self.lang);
                at = 1;
            }
        }
        write_tail(after, sheet, pack, scored, &decimals, self.lang);
        self.sheets += 1;
        Ok(())
    }

    fn finish(&mut self) -> io::Result<Vec<u8>> {
        if std::mem::take(&mut self.sheets) == 0 {
            return Ok(Vec::new());
        }
        let (schema, properties) = (self.schema.clone(), self.properties.clone());
        let mut file = SerializedFileWriter::new(Vec::new(), schema, properties)?;
        let mut group = file.next_row_group()?;
        for column in &mut self.columns {
            column.write(&mut group)?;
        }
        group.close()?;
        Ok(file.into_inner()?)
    }
}

/// A measure in its sheet.
struct Place<'s> {
    indicator: &'s Indicator,
    number: i32,
    measure: &'s Measure,
    /// 0 for the first row of the sheet, else 1.
    at: i16,
}

/// The columns that come next, in the order of the schema.
struct Next<'c>(IterMut<'c, Column>, i16);

impl Next<'_> {
    fn text(&mut self, text: Option<&str>) {
        let at = self.1;
        if let Some(column) = self.0.next() {
            column.text(text, at);
        }
    }

    fn entry(&mut self, entry: &Entry) {
        self.text(written(entry));
    }

    fn decimal(&mut self, value: Option<[u8; WIDTH]>) {
        let at = self.1;
        if let Some(column) = self.0.next() {
            column.decimal(value, at);
        }
    }

    fn int(&mut self, value: Option<i32>) {
        let at = self.1;
        if let Some(column) = self.0.next() {
            column.int(value, at);
        }
    }

    fn flag(&mut self, value: Option<bool>) {
        let at = self.1;
        if let Some(column) = self.0.next() {
            column.flag(value, at);
        }
    }

    fn list<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        let at = self.1;
        if let Some(column) = self.0.next() {
            column.list(texts, at);
        }
    }

    fn map<'t>(&mut self, entries: impl Iterator<Item = (&'t str, &'t str)> + Clone) {
        self.list(entries.clone().map(|(key, _)| key));
        self.list(entries.map(|(_, value)| value));
    }
}

fn write_head(columns: &mut [Column], sheet: &Sheet) {
    let mut next = Next(columns.iter_mut(), 0);
    next.text(Some(&sheet.id));
    next.text(Some(&sheet.title));
    next.text(Some(match sheet.scope {
        Scope::Unit => "unit",
        Scope::Project => "project",
    }));
    next.int(sheet.year.map(i32::from));
    next.text(Some(&sheet.unit));
    next.text(sheet.project.as_deref());
    next.text(sheet.department.as_deref());
    let (budget, line) = (&sheet.budget, &sheet.budget.total);
    next.entry(&budget.full_mark);
    next.text(Some(match budget.money_unit {
        MoneyUnit::TenThousandYuan => "万元",
        MoneyUnit::Yuan => "元",
    }));
    next.text(Some(line.name.as_str()).filter(|name| !name.is_empty()));
    next.entry(&line.budget);
    next.entry(&line.executed);
    next.entry(&line.rate);
    next.entry(&line.points);
    next.entry(&sheet.indicators_full_mark);
    let points = sheet.group_points.iter();
    next.map(points.filter_map(|(label, entry)| Some((label.as_str(), written(entry)?))));
    let inputs = sheet.inputs.iter();
    next.map(inputs.map(|(name, value)| (name.as_str(), value.text.as_str())));
    next.entry(&sheet.total);
    next.text(sheet.grade.as_ref().map(|grade| grade.text.as_str()));
}

fn write_row(
    columns: &mut [Column],
    place: &Place<'_>,
    row: &RowFigures,
    decimals: &RowDecimals,
    pack: &RulePack,
    lang: Lang,
) {
    let (indicator, measure) = (place.indicator, place.measure);
    let mut next = Next(columns.iter_mut(), place.at);
    next.int(i32::try_from(measure.row).ok());
    next.list(indicator.levels.iter().map(String::as_str));
    next.text(Some(&indicator.name));
    next.int(Some(place.number));
    next.entry(&indicator.full_mark);
    next.text(Some(&measure.target.0.text));
    next.text(Some(measure.actual.0.text.as_str()).filter(|text| !text.is_empty()));
    next.entry(&measure.full_mark);
    next.entry(&measure.points);
    next.text(measure.direction.map(|direction| match direction {
        Direction::AtLeast => "at_least",
        Direction::AtMost => "at_most",
        Direction::Equal => "equal",
    }));
    let judged = measure.judged.map(|judged| judged.to_string());
    next.text(judged.as_deref());
    next.flag(Some(measure.applicable));
    let inputs = measure.inputs.iter();
    next.map(inputs.map(|(name, value)| (name.as_str(), value.text.as_str())));
    next.text(indicator.reason.as_ref().map(|reason| reason.text.as_str()));
    next.decimal(decimals.reported);
    next.text(
        row.method
            .map(|index| pack.methods[index].function.as_str()),
    );
    next.decimal(decimals.completion);
    next.decimal(decimals.full_mark);
    next.text(row.full_mark_from.map(|from| match from {
        FullMarkFrom::Sheet => "sheet",
        FullMarkFrom::Inferred => "inferred",
        FullMarkFrom::Pack => "pack",
    }));
    next.decimal(decimals.points);
    let reason = match &row.points {
        Awarding::Points(_) => None,
        Awarding::Unscored(reason) => Some(reason.describe(lang)),
        Awarding::Dropped => Some(left_out(measure, lang)),
    };
    next.text(Some(status(reason.is_none())));
    next.text(reason.as_deref());
}

fn write_tail(
    columns: &mut [Column],
    sheet: &Sheet,
    pack: &RulePack,
    scored: &Figures,
    decimals: &SheetDecimals,
    lang: Lang,
) {
    let mut next = Next(columns.iter_mut(), 0);
    for value in decimals.reported.into_iter().chain(decimals.computed) {
        next.decimal(value);
    }
    let grade = scored
        .grade
        .map(|index| pack.grades[index].name.zh.as_str());
    next.text(grade);
    next.text(Some(status(scored.total.is_ok())));
    let reason = scored.total.as_ref().err();
    next.text(reason.map(|reason| reason.describe(lang)).as_deref());
    next.text(Some(&pack.pack));
    next.text(Some(&pack.edition));
    next.flag(sheet.year.map(|year| pack.covers(year)));
    next.text(Some(&pack.sha256));
    next.text(Some(&sheet.input_sha256));
}

fn status(is_scored: bool) -> &'static str {
    match is_scored {
        true => "scored",
        false => "unscored",
    }
}

fn written(entry: &Entry) -> Option<&str> {
    match entry {
        Entry::Blank => None,
        Entry::Number(printed) => Some(&printed.text),
        Entry::Unreadable { text, .. } => Some(text),
    }
}

/// A computed figure; one that does not fit is an error, so that nothing is rounded on its way.
fn computed(value: Option<rust_decimal::Decimal>) -> Result<Option<[u8; WIDTH]>, ProblemKind> {
    let Some(value) = value else {
        return Ok(None);
    };
    let bytes = exactly(value);
    let refused = || {
        ProblemKind::said(
            |lang| words::does_not_fit(lang, value),
            words::does_not_fit_help,
        )
    };
    bytes.map(Some).ok_or_else(refused)
}

/// A reported figure; one that does not fit is none, its text stands beside it.
fn reported(entry: &Entry) -> Option<[u8; WIDTH]> {
    entry.value().and_then(exactly)
}

fn row_decimals(measure: &Measure, row: &RowFigures) -> Result<RowDecimals, ProblemKind> {
    let figure = |figure: Option<Figure>| figure.map(|figure| figure.0);
    Ok(RowDecimals {
        reported: reported(&measure.points),
        completion: computed(figure(row.completion.and_then(Figure::short_ratio)))?,
        full_mark: computed(figure(row.full_mark.and_then(Figure::exact)))?,
        points: computed(match &row.points {
            Awarding::Points(points) => Some(*points),
            Awarding::Unscored(_) | Awarding::Dropped => None,
        })?,
    })
}

fn decimals(sheet: &Sheet, scored: &Figures) -> Result<SheetDecimals, ProblemKind> {
    let line = &sheet.budget.total;
    let execution = scored.execution.as_ref();
    let rate = execution.and_then(|part| part.rate).and_then(Figure::ratio);
    let points = execution.and_then(|part| match &part.points {
        Awarding::Points(points) => Some(*points),
        Awarding::Unscored(_) | Awarding::Dropped => None,
    });
    Ok(SheetDecimals {
        reported: [&line.budget, &line.executed, &line.points, &sheet.total].map(reported),
        computed: [
            computed(rate.map(|rate| rate.0))?,
            computed(points)?,
            computed(scored.indicators.as_ref().ok().copied())?,
            computed(scored.total.as_ref().ok().copied())?,
        ],
    })
}
