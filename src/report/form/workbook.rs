//! A blank form as a workbook with the printed layout: one worksheet a form.
//!
//! Targets and full marks are texts, exactly as promised. Cells to fill in are open and yellow; the
//! execution rate and the total are formulas, locked. Nothing that came from an input is a formula.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::style::Style;
use super::table::{LAST, Table, WIDTHS, address};
use super::{money, one_line, place, said};
use crate::form::{BlankForm, Hint};
use crate::sheet::{Entry, Indicator, Measure, Scope};
use crate::words::{Lang, form as words};

/// Longest name of a worksheet, in UTF-16 units.
const LONGEST_NAME: usize = 31;
/// A4.
const A4: u8 = 9;
/// Columns.
const GROUP: u16 = 0;
const LEVEL1: u16 = 1;
const LEVEL2: u16 = 2;
const NAME: u16 = 3;
const MARK: u16 = 4;
const TARGET: u16 = 5;
const ACTUAL: u16 = 6;
const POINTS: u16 = 7;
const REASON: u16 = LAST;

/// Blank forms as a workbook (.xlsx). The same forms give the same bytes.
///
/// ```
/// use jixiao::form::{BlankForm, Parts};
/// let table = "范围: 项目\n年度: 2026\n年度绩效目标:\n  产出指标: {数量指标: [{指标名称: 直播, 指标值: =100%, 分值: 80}]}\n";
/// let table = jixiao::document::read_targets("a.yaml", table.as_bytes()).unwrap().remove(0);
/// let parts = Parts { execution: 20.into(), indicators: 80.into() };
/// let form = BlankForm::of(&table, None, parts).unwrap();
/// let bytes = jixiao::report::form::workbook(&[form], jixiao::Lang::Zh).unwrap();
/// let read = jixiao::recognise::open("form.xlsx", &bytes).unwrap();
/// let row = &read.sheets[0].indicators[0];
/// assert_eq!(row.measures[0].target.0.text, "=100%");
/// assert_eq!(row.measures[0].full_mark.value(), Some(80.into()));
/// ```
///
/// # Errors
/// A text is longer than a cell of a workbook can hold (32,767 characters).
pub fn workbook(forms: &[BlankForm], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let style = Style::new();
    // The day the file is made is of no interest and would make every file another.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let mut names = Vec::new();
    for form in forms {
        let page = book.add_worksheet();
        page.set_name(name(form, &mut names))?;
        Form {
            form,
            style: &style,
            lang,
            table: Table { page: &mut *page },
        }
        .write()?;
        print_setup(page)?;
    }
    book.save_to_buffer()
}

/// The name of a worksheet: the project or the unit, without what such a name cannot hold.
fn name(form: &BlankForm, taken: &mut Vec<String>) -> String {
    let sheet = &form.sheet;
    let name = sheet.project.as_deref().unwrap_or(&sheet.unit);
    let kept: String = name
        .chars()
        .filter(|c| !c.is_control() && !"[]:*?/\\'".contains(*c))
        .collect();
    let stem = match kept.trim() {
        "" => sheet.id.replace(|c: char| "[]:*?/\\'#".contains(c), "-"),
        kept => kept.to_owned(),
    };
    let numbers = std::iter::once(String::new()).chain((2..).map(|n| format!("-{n}")));
    for number in numbers {
        let room = LONGEST_NAME - number.len();
        // Counted as the format counts, in UTF-16.
        let mut kept = String::new();
        for c in stem.chars() {
            if kept.encode_utf16().count() + c.len_utf16() <= room {
                kept.push(c);
            }
        }
        let name = format!("{kept}{number}");
        let folded = name.to_lowercase();
        if !name.is_empty() && !taken.contains(&folded) {
            taken.push(folded);
            return name;
        }
    }
    String::new()
}

fn print_setup(page: &mut Worksheet) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    page.set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3)
        .set_footer("&C&P / &N");
    let mut options = ProtectionOptions::new();
    options.format_columns = true;
    options.format_rows = true;
    page.protect_with_options(&options);
    Ok(())
}

/// A form on its way onto a worksheet.
struct Form<'f, 'w> {
    form: &'f BlankForm,
    style: &'f Style,
    lang: Lang,
    table: Table<'w>,
}

impl Form<'_, '_> {
    fn write(mut self) -> Result<(), XlsxError> {
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
    fn value(&mut self, block: super::table::Block, text: &str) -> Result<(), XlsxError> {
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

    fn heading(&mut self, row: u32) -> Result<(), XlsxError> {
        let lang = self.lang;
        let labels = [
            words::level1(lang),
            words::level2(lang),
            words::name(lang),
            words::full_mark(lang),
            words::target(lang),
            words::actual(lang),
            words::points(lang),
            words::reason(lang),
        ];
        for (column, label) in (LEVEL1..).zip(&labels) {
            self.table
                .text((row, column, row, column), label, &self.style.heading)?;
        }
        self.table.page.set_row_height(row, 32)?;
        Ok(())
    }

    /// The indicators; returns the row below.
    fn rows(&mut self, first: u32) -> Result<u32, XlsxError> {
        let form = self.form;
        let mut row = first;
        let mut hints = form.hints.iter();
        for indicator in &form.sheet.indicators {
            let begin = row;
            for measure in &indicator.measures {
                let hints = hints.next().map_or(&[][..], Vec::as_slice);
                self.measure(row, indicator, measure, hints)?;
                row += 1;
            }
            let last = row - 1;
            let style = self.style;
            self.table.text(
                (begin, NAME, last, NAME),
                &indicator.name,
                &style.fixed_text,
            )?;
            self.table
                .text((begin, REASON, last, REASON), "", &style.open_passage)?;
            if indicator.full_mark != Entry::Blank {
                let mark = figure(&indicator.full_mark);
                self.table
                    .text((begin, MARK, last, MARK), &mark, &style.fixed)?;
            }
        }
        self.labels(first, LEVEL1)?;
        self.labels(first, LEVEL2)?;
        Ok(row)
    }

    fn measure(
        &mut self,
        row: u32,
        indicator: &Indicator,
        measure: &Measure,
        hints: &[Hint],
    ) -> Result<(), XlsxError> {
        let (style, lang) = (self.style, self.lang);
        if indicator.full_mark == Entry::Blank {
            let mark = figure(&measure.full_mark);
            self.value((row, MARK, row, MARK), &mark)?;
            if mark.is_empty() {
                self.table.ask(row, MARK, &words::ask_full_mark(lang))?;
            }
        }
        let target = &measure.target.0.text;
        self.value((row, TARGET, row, TARGET), target)?;
        self.table
            .text((row, ACTUAL, row, ACTUAL), "", &style.open_text)?;
        match choices(target, hints) {
            Some(choices) => {
                self.table
                    .choose(row, ACTUAL, &choices, &words::ask_choice(lang))?;
            }
            None => self.table.ask(row, ACTUAL, &words::ask_actual(lang))?,
        }
        self.points(row, POINTS, &measure.full_mark)?;
        let place = place(&measure.origin).map(|place| {
            let file = one_line(&measure.origin.file);
            words::place(lang, format!("{file} {place}"))
        });
        let hints = hints.iter().map(|hint| said(*hint, lang));
        let lines: Vec<String> = place.into_iter().chain(hints).collect();
        self.table.note(row, TARGET, &lines)?;
        let level = |depth: usize| indicator.levels.get(depth).map_or("", String::as_str);
        self.table.fit(
            row,
            &[
                (level(0), LEVEL1, LEVEL1),
                (level(1), LEVEL2, LEVEL2),
                (&indicator.name, NAME, NAME),
                (target, TARGET, TARGET),
            ],
        )
    }

    /// A cell for reported points.
    fn points(&mut self, row: u32, column: u16, mark: &Entry) -> Result<(), XlsxError> {
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

    /// The labels of a level, each merged over the neighbouring rows that share it and those above it.
    fn labels(&mut self, first: u32, column: u16) -> Result<(), XlsxError> {
        let depth = usize::from(column - LEVEL1);
        let mut row = first;
        let mut open: Option<(u32, &Indicator)> = None;
        let indicators = &self.form.sheet.indicators;
        for indicator in indicators.iter().map(Some).chain([None]) {
            let same = open.is_some_and(|(_, above)| {
                indicator.is_some_and(|one| upto(one, depth) == upto(above, depth))
            });
            if !same {
                if let Some((begin, above)) = open {
                    let label = label(above, depth);
                    let format = &self.style.fixed;
                    self.table
                        .text((begin, column, row - 1, column), &label, format)?;
                }
                open = indicator.map(|one| (row, one));
            }
            row += indicator.map_or(0, |one| u32::try_from(one.measures.len()).unwrap_or(0));
        }
        Ok(())
    }
}

/// The labels down to a level; the second takes all that are further down.
fn upto(indicator: &Indicator, depth: usize) -> &[String] {
    match depth {
        0 => &indicator.levels[..indicator.levels.len().min(1)],
        _ => &indicator.levels,
    }
}

fn label(indicator: &Indicator, depth: usize) -> String {
    match depth {
        0 => indicator.level1().to_owned(),
        _ => indicator.levels.get(1..).unwrap_or_default().join(" / "),
    }
}

/// What may have been reached, for targets in words: the target's own word first.
fn choices(target: &str, hints: &[Hint]) -> Option<Vec<String>> {
    let others = if hints.contains(&Hint::Graded) {
        vec![words::band_partly(Lang::Zh), words::band_not(Lang::Zh)]
    } else if hints.contains(&Hint::Word) {
        vec![words::answer_no(Lang::Zh)]
    } else {
        return None;
    };
    let mut choices = vec![target.to_owned()];
    choices.extend(others.into_iter().filter(|other| other != target));
    Some(choices)
}

/// A figure as printed.
fn figure(entry: &Entry) -> String {
    match entry {
        Entry::Blank => String::new(),
        Entry::Number(printed) => printed.text.clone(),
        Entry::Unreadable { text, .. } => text.clone(),
    }
}
