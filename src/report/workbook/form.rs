//! One self-evaluation on its worksheet, in the re-checkers' layout.
//!
//! ```text
//!  复核完成值 ─▶ 完成率 ─▶ 取舍前得分 ─▶ (调整后得分) ─▶ 复核得分 ─▶ 指标合计 ─▶ 总分 ─▶ 等级
//!  分值 ─▶ 计分分值 ──┘                       规则页: 权重, 取舍, 参数, 等级 ──┘
//! ```
//! Every arrow is a formula; what a formula cannot say is the program's figure, marked as such.

use rust_xlsxwriter::XlsxError;

use super::answer::States;
use super::columns::{
    ACTUAL, DEVIATION, Helpers, LEVEL1, LEVEL2, MARK, NAME, REMARK, RESULT, TARGET, UNIT, headings,
};
use super::formula::{Expr, Translator, Value};
use super::rules::Rule;
use super::sheet::Page;
use crate::report::score::ScoredSheet;
use crate::report::worksheet::{address, spans};
use crate::score::{Evaluation, RowFacts, declared_marks};
use crate::words::workbook as words;

/// What the summary refers to.
pub(super) struct Results {
    /// Cells of the execution points, of all indicators, the total, the grade.
    pub(super) execution: Option<String>,
    pub(super) indicators: String,
    pub(super) total: String,
    pub(super) grade: String,
}

/// A sheet on its way onto a worksheet.
pub(super) struct Form<'a> {
    pub(super) page: Page<'a>,
    pub(super) evaluation: &'a Evaluation,
    pub(super) scored: &'a ScoredSheet,
    pub(super) rule: &'a Rule<'a>,
    pub(super) translator: &'a Translator<'a>,
    pub(super) params: Value,
    pub(super) states: &'a States,
    pub(super) facts: &'a [Option<RowFacts>],
    pub(super) help: &'a Helpers,
    /// Levels and names: first and last row of each, counted from 0, its text and its column.
    pub(super) labels: Vec<(usize, usize, String, u16)>,
    /// What each row holds of the labels over it and its neighbours, by column.
    pub(super) shares: Vec<Vec<(String, u16)>>,
    /// The group of each row, counted from 0 among all groups.
    pub(super) group_of: Vec<Option<usize>>,
    /// The line of the first row, and of the last.
    pub(super) first: u32,
    pub(super) last: u32,
    /// Line of the execution part.
    pub(super) execution_at: Option<u32>,
    /// Line of the sheet's own sum of marks, where the rule converts from it.
    pub(super) base_at: Option<u32>,
    /// Line of the factor for rows that were left out.
    pub(super) factor_at: Option<u32>,
    /// Line of the indicators together.
    pub(super) indicators_at: u32,
}

impl Form<'_> {
    /// Writes everything.
    pub(super) fn write(mut self) -> Result<Results, XlsxError> {
        self.lay_out();
        self.labels = self.labels_of_rows();
        self.share_labels();
        self.assign_groups();
        self.head()?;
        self.execution()?;
        let heading = self.page.at;
        self.heading()?;
        for row in 0..self.evaluation.rows.len() {
            self.page.at = self.first + u32::try_from(row).unwrap_or(0);
            self.row(row)?;
        }
        self.names()?;
        self.page.at = self.first + self.rows();
        let results = self.totals()?;
        let page = &mut self.page;
        page.at += 1;
        let lang = page.lang;
        let guides = [
            words::guide_open(lang),
            words::guide_unscored(lang),
            words::guide_deviation(lang),
            words::guide_exact(lang),
            words::helpers(lang, self.help.first_letter()),
        ];
        page.guides(&guides, REMARK)?;
        let last = page.at - 1;
        let sheet = &mut page.table.page;
        sheet.set_print_area(0, 0, last, REMARK)?;
        sheet.set_repeat_rows(heading, heading)?;
        sheet.set_freeze_panes(heading + 1, NAME + 1)?;
        Ok(results)
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> u32 {
        u32::try_from(self.evaluation.rows.len()).unwrap_or(0)
    }

    /// Decides the lines of everything formulas refer to.
    fn lay_out(&mut self) {
        let pack = self.rule.pack;
        // Title, unit, rule; then the block of money, and the headings of the rows.
        let mut at = 3;
        if pack.execution.is_some() {
            self.execution_at = Some(at + 1);
            at += 2;
        }
        self.first = at + 1;
        self.last = self.first + self.rows().saturating_sub(1);
        let mut next = self.first + self.rows();
        let mut line = || {
            next += 1;
            next - 1
        };
        let converts = pack.indicators.levels.is_empty();
        self.base_at = declared_marks(self.evaluation)
            .filter(|_| converts)
            .map(|_| line());
        self.factor_at = self.can_rescale().then(&mut line);
        self.indicators_at = line();
    }

    /// Title, unit, project, year, rule, receipt.
    fn head(&mut self) -> Result<(), XlsxError> {
        let (page, sheet) = (&mut self.page, &self.evaluation.sheet);
        let (lang, style) = (page.lang, page.style);
        page.text(LEVEL1, REMARK, &sheet.title, &style.title)?;
        page.table.page.set_row_height(page.at, 30)?;
        page.at += 1;
        let year = sheet.year.map_or_else(String::new, |year| year.to_string());
        let project = sheet.project.as_deref().unwrap_or_default();
        let rule = format!(
            "{} {}",
            self.rule.pack.name(),
            self.rule.pack.title.get(lang)
        );
        let lines = [
            [
                (
                    LEVEL1,
                    LEVEL2,
                    words::unit(lang),
                    NAME,
                    TARGET,
                    sheet.unit.clone(),
                ),
                (
                    UNIT,
                    MARK,
                    words::project(lang),
                    ACTUAL,
                    RESULT,
                    project.to_owned(),
                ),
                (
                    DEVIATION,
                    DEVIATION,
                    words::year(lang),
                    REMARK,
                    REMARK,
                    year,
                ),
            ],
            [
                (LEVEL1, LEVEL2, words::rule(lang), NAME, TARGET, rule),
                (
                    UNIT,
                    MARK,
                    words::input(lang),
                    ACTUAL,
                    RESULT,
                    self.scored.receipt.input_sha256.clone(),
                ),
                (
                    DEVIATION,
                    DEVIATION,
                    words::engine(lang),
                    REMARK,
                    REMARK,
                    self.scored.receipt.engine.to_owned(),
                ),
            ],
        ];
        for line in lines {
            let mut texts = Vec::new();
            for (label_from, label_to, label, from, to, text) in &line {
                page.text(*label_from, *label_to, label, &style.heading)?;
                page.text(*from, *to, text, &style.passage)?;
                texts.push((text.as_str(), *from, *to));
            }
            page.table.fit(page.at, &texts)?;
            page.at += 1;
        }
        Ok(())
    }

    fn heading(&mut self) -> Result<(), XlsxError> {
        let (style, page) = (self.page.style, &mut self.page);
        let at = page.at;
        page.headings(&headings(page.lang))?;
        for (column, label) in self.help.headings(page.lang) {
            page.block((at, column, at, column), &label, &style.helper_heading)?;
        }
        page.table.page.set_row_height(at, 34)?;
        Ok(())
    }

    /// Levels and names, over the rows that share them.
    fn labels_of_rows(&self) -> Vec<(usize, usize, String, u16)> {
        let indicators = &self.evaluation.sheet.indicators;
        let mut labels = Vec::new();
        for (depth, column) in [(0, LEVEL1), (1, LEVEL2)] {
            for (first, last, label) in spans(indicators, depth) {
                labels.push((first, last, label, column));
            }
        }
        let mut row = 0;
        for indicator in indicators.iter().filter(|one| !one.measures.is_empty()) {
            let below = row + indicator.measures.len();
            labels.push((row, below - 1, indicator.name.clone(), NAME));
            row = below;
        }
        labels
    }

    /// A label over several rows gives each of them its share: rows are as tall as their shares.
    fn share_labels(&mut self) {
        self.shares = vec![Vec::new(); self.evaluation.rows.len()];
        for (first, last, label, column) in &self.labels {
            let rows = last - first + 1;
            let share = label.chars().count().div_ceil(rows);
            let share: String = label.chars().take(share).collect();
            for shares in self.shares.iter_mut().skip(*first).take(rows) {
                shares.push((share.clone(), *column));
            }
        }
    }

    fn names(&mut self) -> Result<(), XlsxError> {
        let style = self.page.style;
        for (first, last, label, column) in &self.labels {
            let line = |row: usize| self.first + u32::try_from(row).unwrap_or(0);
            let block = (line(*first), *column, line(*last), *column);
            let format = match *column {
                NAME => &style.passage,
                _ => &style.fixed,
            };
            self.page.block(block, label, format)?;
        }
        Ok(())
    }

    /// A cell of a line as formulas of this worksheet name it.
    pub(super) fn cell(&self, row: u32, column: u16) -> String {
        address(row, column)
    }

    /// The same as a number.
    pub(super) fn number(&self, row: u32, column: u16) -> Expr {
        Expr::Cell(address(row, column))
    }

    /// A column of all rows: `K7:K40`.
    pub(super) fn range(&self, column: u16) -> String {
        let letter = crate::report::worksheet::letters(column);
        format!("${letter}${}:${letter}${}", self.first + 1, self.last + 1)
    }

    /// The factor for rows that were left out, where the rule leaves any out.
    pub(super) fn factor(&self) -> Option<String> {
        let letter = crate::report::worksheet::letters(RESULT);
        self.factor_at.map(|at| format!("${letter}${}", at + 1))
    }

    /// A value times that factor.
    pub(super) fn rescaled(&self, value: String) -> String {
        match self.factor() {
            Some(factor) => format!("{value}*{factor}"),
            None => value,
        }
    }
}
