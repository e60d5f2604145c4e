//! Rows with a text of their own: total, reasons, improvements, goals.

use super::field::Field;
use super::lexicon::{LEXICON, RowKind};
use super::money;
use super::row::{Cell, Row};
use super::tidy::{in_brackets, items};
use super::titles::section_of;
use super::walk::{Part, Walk};
use crate::sheet::Text;
use crate::value::normalise;

impl Walk {
    /// A row with a text of its own: total, reasons, improvements, goals.
    pub(super) fn named_row(&mut self, row: &Row<'_>) -> bool {
        let first = row.first();
        let Some(kind) = LEXICON.row(&first.key) else {
            return false;
        };
        let rest = &row.cells[1..];
        // The money may stand below the indicators, and the total below both.
        let inside = match &self.part {
            Part::Indicators => true,
            Part::Money(_) => !self.form.money.lines.is_empty(),
            Part::Head => false,
        };
        match kind {
            RowKind::Total if inside && !self.form.rows.is_empty() => self.total(row),
            RowKind::Total => return false,
            RowKind::Reasons | RowKind::Improvements => {
                if self.form.layout.is_none() || rest.len() > 2 {
                    return false;
                }
                let texts = rest.iter().flat_map(|cell| {
                    items(cell.text).into_iter().map(|text| Text {
                        text,
                        origin: cell.origin.clone(),
                    })
                });
                match kind {
                    RowKind::Reasons => self.form.reasons.extend(texts),
                    _ => self.form.improvements.extend(texts),
                }
            }
            RowKind::Goals => return self.goal(row),
        }
        true
    }

    fn goal(&mut self, row: &Row<'_>) -> bool {
        let first = row.first();
        let rest = &row.cells[1..];
        if let Some(expected) = rest
            .iter()
            .find(|cell| LEXICON.is("rows", "expected", &cell.key))
        {
            self.expected = Some(expected.column);
            return true;
        }
        let known = |cell: &Cell<'_>| LEXICON.label(&cell.key).is_some();
        if rest.len() != 1 || known(&rest[0]) {
            return false;
        }
        for inside in in_brackets(first.text) {
            if let Some(mark) = money::mark(&inside) {
                self.form.goal_marks.push(Text {
                    text: mark.to_owned(),
                    origin: first.origin.clone(),
                });
            }
        }
        if let Some(section) = section_of(&first.key) {
            self.section = section;
        }
        let origin = rest[0].origin;
        let texts = items(rest[0].text).into_iter().map(|text| Text {
            text,
            origin: origin.clone(),
        });
        self.form.goals.extend(texts);
        true
    }

    fn total(&mut self, row: &Row<'_>) {
        self.form.has_total = true;
        let mut points = self.form.layout.iter().flat_map(|layout| &layout.slots);
        let points = points.rfind(|slot| slot.field == Field::Points);
        let mut figures = Vec::new();
        for cell in &row.cells[1..] {
            let plain = normalise(cell.text);
            if !matches!(crate::value::read_figure(&plain), Ok(Some(_))) {
                continue;
            }
            let text = Text {
                text: cell.text.to_owned(),
                origin: cell.origin.clone(),
            };
            if plain.ends_with(|c: char| "标个项条".contains(c)) {
                self.form.count = Some(text);
            } else {
                figures.push((cell.column, text));
            }
        }
        let in_points = figures
            .iter()
            .find(|(column, _)| points.is_some_and(|slot| (slot.home..slot.end).contains(column)));
        let total = in_points.or(figures.last()).map(|(_, text)| text.clone());
        self.form.total = total;
        self.captions(row);
    }
}
