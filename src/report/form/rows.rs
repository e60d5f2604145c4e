//! The indicators of a form on its worksheet.

use rust_xlsxwriter::XlsxError;

use super::page::{ACTUAL, Form, LEVEL1, LEVEL2, MARK, NAME, POINTS, REASON, TARGET, figure};
use super::{one_line, place, said};
use crate::form::Hint;
use crate::report::worksheet::spans;
use crate::sheet::{Entry, Indicator, Measure};
use crate::words::{Lang, form as words};

impl Form<'_, '_> {
    /// Their heading.
    pub(super) fn heading(&mut self, row: u32) -> Result<(), XlsxError> {
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
    pub(super) fn rows(&mut self, first: u32) -> Result<u32, XlsxError> {
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

    /// The labels of a level, each merged over the neighbouring rows that share it and those above it.
    fn labels(&mut self, first: u32, column: u16) -> Result<(), XlsxError> {
        let depth = usize::from(column - LEVEL1);
        for (begin, last, label) in spans(&self.form.sheet.indicators, depth) {
            let line = |row: usize| first + u32::try_from(row).unwrap_or(0);
            let block = (line(begin), column, line(last), column);
            self.table.text(block, &label, &self.style.fixed)?;
        }
        Ok(())
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
