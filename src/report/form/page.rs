//! One form on its worksheet: title, header block, money, total and boxes.

use rust_xlsxwriter::XlsxError;

use super::money;
use super::style::Style;
use crate::form::BlankForm;
use crate::report::worksheet::{Block, Table, address};
use crate::sheet::{Entry, Scope};
use crate::words::{Lang, form as words};

/// Widths of the columns, in characters of the default font: group, level 1, level 2, name, mark,
/// target, actual, points, reason.
pub(super) const WIDTHS: [u16; 9] = [8, 9, 11, 28, 7, 15, 17, 10, 26];
/// The last column.
const LAST: u16 = 8;

/// Columns.
pub(super) const GROUP: u16 = 0;
pub(super) const LEVEL1: u16 = 1;
pub(super) const LEVEL2: u16 = 2;
pub(super) const NAME: u16 = 3;
pub(super) const MARK: u16 = 4;
pub(super) const TARGET: u16 = 5;
pub(super) const ACTUAL: u16 = 6;
pub(super) const POINTS: u16 = 7;
pub(super) const REASON: u16 = LAST;

/// A form on its way onto a worksheet.
pub(super) struct Form<'f, 'w> {
    /// The form.
    pub(super) form: &'f BlankForm,
    /// Its formats.
    pub(super) style: &'f Style,
    /// The language of labels and messages.
    pub(super) lang: Lang,
    /// Where it is written.
    pub(super) table: Table<'w>,
}

impl Form<'_, '_> {
    /// Writes everything.
    pub(super) fn write(mut self) -> Result<(), XlsxError> {
        let (style, lang) = (self.style, self.lang);
        let title = &self.form.sheet.title;
        self.table.text((0, 0, 0, LAST), title, &style.title)?;
        self.table.page.set_row_height(0, 34)?;
        let row = self.head()?;
        let (row, money_points) = self.execution(row)?;
        let heading = row;
        self.heading(heading)?;
        let first = heading + 1;
        let after = self.rows(first)?;
        let group = words::group(lang, figure(&self.form.sheet.indicators_full_mark));
        self.table
            .text((heading, GROUP, after - 1, GROUP), &group, &style.heading)?;
        let total = words::total(lang);
        self.table
            .text((after, GROUP, after, ACTUAL), &total, &style.heading)?;
        let range = format!("{}:{}", address(first, POINTS), address(after - 1, POINTS));
        // A sum of binary fractions is off in its sixteenth digit; eight places hide that and no point.
        let sum = format!(
            "=IF(COUNT({money_points},{range})=0,\"\",ROUND(SUM({money_points},{range}),8))"
        );
        self.table.formula(after, POINTS, &sum, &style.sum)?;
        self.table
            .text((after, REASON, after, REASON), "", &style.fixed)?;
        self.table.page.set_row_height(after, 24)?;
        let mut row = after;
        for label in [words::reasons(lang), words::improvements(lang)] {
            row += 1;
            self.table
                .text((row, GROUP, row, LEVEL1), &label, &style.heading)?;
            self.table
                .text((row, LEVEL2, row, LAST), "", &style.open_passage)?;
            self.table.page.set_row_height(row, 70)?;
        }
        self.table.page.set_print_area(0, 0, row, LAST)?;
        self.table.page.set_repeat_rows(heading, heading)?;
        let guide = words::guide(lang);
        self.table
            .page
            .write_string_with_format(row + 1, 0, guide, &style.guide)?;
        Ok(())
    }

    /// 项目名称, 单位名称, 主管部门; returns the row below.
    fn head(&mut self) -> Result<u32, XlsxError> {
        let (style, lang, sheet) = (self.style, self.lang, &self.form.sheet);
        let mut row = 1;
        if sheet.scope == Scope::Project {
            let project = sheet.project.as_deref().unwrap_or_default();
            self.table.text(
                (row, GROUP, row, LEVEL1),
                &words::project(lang),
                &style.heading,
            )?;
            self.value((row, LEVEL2, row, LAST), project)?;
            self.table.fit(row, &[(project, LEVEL2, LAST)])?;
            row += 1;
        }
        self.table.text(
            (row, GROUP, row, LEVEL1),
            &words::unit(lang),
            &style.heading,
        )?;
        self.value((row, LEVEL2, row, NAME), &sheet.unit)?;
        self.table.text(
            (row, MARK, row, TARGET),
            &words::department(lang),
            &style.heading,
        )?;
        let department = sheet.department.as_deref().unwrap_or_default();
        self.value((row, ACTUAL, row, LAST), department)?;
        self.table.fit(row, &[(&sheet.unit, LEVEL2, NAME)])?;
        Ok(row + 1)
    }

    /// What is known is closed, what is not is open.
    pub(super) fn value(&mut self, block: Block, text: &str) -> Result<(), XlsxError> {
        let format = match text {
            "" => &self.style.open_text,
            _ => &self.style.fixed,
        };
        self.table.text(block, text, format)
    }

    /// 预算执行情况; returns the row below and the cell of its points.
    fn execution(&mut self, row: u32) -> Result<(u32, String), XlsxError> {
        let (style, lang) = (self.style, self.lang);
        let budget = &self.form.sheet.budget;
        // The heading names the unit in the form's own words.
        let unit = money(budget.money_unit, Lang::Zh);
        let label = words::execution(lang, &unit, figure(&budget.full_mark));
        self.table
            .text((row, GROUP, row + 1, LEVEL1), &label, &style.heading)?;
        for (from, to, label) in [
            (LEVEL2, NAME, words::fund(lang)),
            (MARK, TARGET, words::budget(lang)),
            (ACTUAL, ACTUAL, words::executed(lang)),
            (POINTS, POINTS, words::rate(lang)),
            (REASON, REASON, words::points(lang)),
        ] {
            self.table
                .text((row, from, row, to), &label, &style.heading)?;
        }
        self.table.page.set_row_height(row, 32)?;
        let line = row + 1;
        self.table.page.set_row_height(line, 32)?;
        self.table
            .text((line, LEVEL2, line, NAME), &budget.total.name, &style.fixed)?;
        let known = figure(&budget.total.budget);
        self.table
            .text((line, MARK, line, TARGET), &known, &style.open_number)?;
        for (column, message) in [
            (MARK, words::ask_budget(lang)),
            (ACTUAL, words::ask_executed(lang)),
        ] {
            let complaint = words::bad_money(lang);
            self.table
                .number(line, column, None, &message, &complaint)?;
        }
        self.table
            .text((line, ACTUAL, line, ACTUAL), "", &style.open_number)?;
        let (a, b) = (address(line, MARK), address(line, ACTUAL));
        let rate = format!("=IF(OR({a}=\"\",{b}=\"\"),\"\",IFERROR(VALUE({b})/VALUE({a}),\"\"))");
        self.table.formula(line, POINTS, &rate, &style.rate)?;
        self.points(line, REASON, &budget.full_mark)?;
        let below = match self.form.sheet.scope {
            Scope::Project => line + 1,
            Scope::Unit => self.spending(line + 1)?,
        };
        Ok((below, address(line, REASON)))
    }

    /// 基本支出 and 项目支出 of a whole unit.
    fn spending(&mut self, row: u32) -> Result<u32, XlsxError> {
        let (style, lang) = (self.style, self.lang);
        let (basic, projects) = (words::basic(lang), words::project_spending(lang));
        self.table
            .text((row, GROUP, row, LEVEL1), &basic, &style.heading)?;
        self.table
            .text((row, LEVEL2, row, NAME), "", &style.open_number)?;
        self.table
            .text((row, MARK, row, TARGET), &projects, &style.heading)?;
        self.table
            .text((row, ACTUAL, row, LAST), "", &style.open_number)?;
        for column in [LEVEL2, ACTUAL] {
            let (message, complaint) = (words::ask_executed(lang), words::bad_money(lang));
            self.table.number(row, column, None, &message, &complaint)?;
        }
        self.table.page.set_row_height(row, 24)?;
        Ok(row + 1)
    }

    /// A cell for reported points.
    pub(super) fn points(&mut self, row: u32, column: u16, mark: &Entry) -> Result<(), XlsxError> {
        let (style, lang) = (self.style, self.lang);
        self.table
            .text((row, column, row, column), "", &style.open_number)?;
        let most = mark.value().map(|mark| mark.to_string());
        let message = match &most {
            Some(most) => words::ask_points(lang, most),
            None => words::ask_points_open(lang),
        };
        let complaint = words::bad_points(lang);
        self.table
            .number(row, column, most.as_deref(), &message, &complaint)
    }
}

/// A figure as printed.
pub(super) fn figure(entry: &Entry) -> String {
    match entry {
        Entry::Blank => String::new(),
        Entry::Number(printed) => printed.text.clone(),
        Entry::Unreadable { text, .. } => text.clone(),
    }
}
