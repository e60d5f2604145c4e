//! One row: what was printed, the number that was read, and the way from it to the points.

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::columns::{ACTUAL, DIRECTION, MARK, POINTS, REMARK, TARGET, UNIT};
use super::form::Form;
use super::reading::{Read, reading, unit_of};
use super::sheet::shown;
use super::style;
use super::way::Way;
use crate::score::{FullMarkSource, weighed_level};
use crate::sheet::Entry;
use crate::words::{trace, workbook as words};

impl Form<'_> {
    /// Writes a row.
    pub(super) fn row(&mut self, index: usize) -> Result<(), XlsxError> {
        let evaluation = self.evaluation;
        let row = &evaluation.rows[index];
        let at = self.page.at;
        self.printed(index)?;
        self.mark(index)?;
        let facts = self.facts[index].as_ref();
        let read = facts.map_or(Read::Words, reading);
        let (way, number) = match (&read, facts) {
            (Read::TooLong, _) => (self.given(row), None),
            (Read::Number(number), Some(facts)) => (self.way(row, Some(facts), true), Some(number)),
            _ => (self.way(row, facts, false), None),
        };
        let lives = matches!(way, Way::Live { .. });
        self.figures(facts, number.filter(|_| lives), number)?;
        let mut remarks = self.remarks(index);
        match (&way, &read) {
            (Way::Completion(_) | Way::Points(_), Read::TooLong) => {
                remarks.push(words::too_long_a_number(self.page.lang));
            }
            (Way::Completion(_) | Way::Points(_), _) => {
                remarks.push(words::by_script(self.page.lang));
            }
            _ => {}
        }
        let given = self.points(index, way, facts)?;
        if given {
            remarks.push(words::by_script(self.page.lang));
        }
        remarks.dedup();
        self.compare(index)?;
        let (style, page) = (self.page.style, &mut self.page);
        let lang = page.lang;
        let remark = remarks.join(trace::separator(lang));
        page.text(REMARK, REMARK, &remark, &style.passage)?;
        let measure = evaluation.measure(row);
        let shares = std::mem::take(&mut self.shares[index]);
        let mut texts = vec![
            (measure.target.0.text.as_str(), TARGET, TARGET),
            (measure.actual.0.text.as_str(), ACTUAL, ACTUAL),
            (remark.as_str(), REMARK, REMARK),
        ];
        texts.extend(
            shares
                .iter()
                .map(|(text, column)| (text.as_str(), *column, *column)),
        );
        self.page.table.fit(at, &texts)
    }

    /// What the sheet prints.
    fn printed(&mut self, index: usize) -> Result<(), XlsxError> {
        let evaluation = self.evaluation;
        let row = &evaluation.rows[index];
        let measure = evaluation.measure(row);
        let (style, page) = (self.page.style, &mut self.page);
        let lang = page.lang;
        let direction = row.direction.as_ref();
        let direction =
            direction.map_or_else(String::new, |(direction, _)| direction.describe(lang));
        let unit = match unit_of(&measure.target.0.value) {
            unit if unit.is_empty() => unit_of(&measure.actual.0.value),
            unit => unit,
        };
        page.text(DIRECTION, DIRECTION, &direction, &style.fixed)?;
        page.text(TARGET, TARGET, &measure.target.0.text, &style.fixed)?;
        page.text(UNIT, UNIT, &unit, &style.fixed)?;
        page.text(ACTUAL, ACTUAL, &measure.actual.0.text, &style.fixed)?;
        self.reported(POINTS, &measure.points)
    }

    /// A figure as reported: a number with the places it was printed with.
    pub(super) fn reported(&mut self, column: u16, entry: &Entry) -> Result<(), XlsxError> {
        let (style, page) = (self.page.style, &mut self.page);
        match entry {
            Entry::Blank => page.blank(column, &style.fixed),
            Entry::Unreadable { text, .. } => page.text(column, column, text, &style.fixed),
            Entry::Number(printed) => {
                let format = style.figure.clone();
                let format = format.set_num_format(style::points(printed.places));
                page.number(column, printed.value, &format)
            }
        }
    }

    /// The full mark on the sheet's own scale, and as it counts.
    fn mark(&mut self, index: usize) -> Result<(), XlsxError> {
        let (evaluation, at) = (self.evaluation, self.page.at);
        let row = &evaluation.rows[index];
        let style = self.page.style;
        let part = &self.rule.pack.indicators;
        let indicator = evaluation.indicator(row);
        let level = weighed_level(part, indicator);
        let level = level.and_then(|found| part.levels.iter().position(|level| level == found));
        let group = self.group_of[index];
        if let (Some(column), Some(number)) = (self.help.level, level.or(group)) {
            let number = Decimal::from(number + 1);
            self.page.number(column, number, &style.helper)?;
        }
        let Some(mark) = &row.full_mark else {
            return self.page.blank(MARK, &style.fixed);
        };
        self.page.exact(MARK, mark.value, &style.figure)?;
        let own = self.cell(at, MARK);
        let counts = match (level, self.help.level, self.base_at) {
            (Some(level), Some(column), _) => {
                let weight = &self.rule.levels[level];
                let (levels, marks) = (self.range(column), self.range(MARK));
                format!("{own}*{weight}/SUMIF({levels},{},{marks})", level + 1)
            }
            (None, _, Some(base)) => {
                let letter = crate::report::worksheet::letters(MARK);
                format!("{own}*{}/${letter}${}", self.rule.indicators, base + 1)
            }
            _ => own,
        };
        let result = row.effective_full_mark().map_or_else(String::new, shown);
        self.page
            .formula(self.help.mark, &counts, &result, &style.helper)
    }

    /// What has to be read with a row.
    fn remarks(&self, index: usize) -> Vec<String> {
        let lang = self.page.lang;
        let row = &self.evaluation.rows[index];
        let mut remarks = Vec::new();
        remarks.extend(self.scored.rows[index].reason.clone());
        remarks.extend(match row.full_mark.as_ref().map(|mark| &mark.source) {
            Some(FullMarkSource::Inferred(_)) => Some(words::mark_inferred(lang)),
            Some(FullMarkSource::Pack) => Some(words::mark_of_pack(lang)),
            _ => None,
        });
        let assumed = row.direction.as_ref();
        if assumed.is_some_and(|(_, source)| source.is_assumed()) {
            remarks.push(words::direction_assumed(lang));
        }
        remarks
    }
}
