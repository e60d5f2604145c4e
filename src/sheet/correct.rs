//! What a person reads in a cell, in the place of what was read.

use super::{Entry, Origin, Printed, Sheet};
use crate::value::{Actual, Target, read_figure};

/// A cell of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// 指标值.
    Target,
    /// 实际完成值.
    Actual,
    /// 分值.
    FullMark,
    /// 得分 as printed.
    Points,
}

impl Sheet {
    /// Puts a person's reading of a cell into a row; `origin` says that it is one. Nothing about it is
    /// doubtful any more. `false` when there is no such row.
    pub fn correct(&mut self, row: u32, cell: Cell, text: &str, origin: &Origin) -> bool {
        let rows = self.indicators.iter_mut();
        let mut rows = rows.flat_map(|indicator| &mut indicator.measures);
        let Some(measure) = rows.find(|measure| measure.row == row) else {
            return false;
        };
        match cell {
            Cell::Target => {
                measure.target = Target::read(text);
                measure.target.0.doubts.clear();
                measure.places.target = Some(origin.clone());
            }
            Cell::Actual => {
                measure.actual = Actual::read(text);
                measure.actual.0.doubts.clear();
                measure.places.actual = Some(origin.clone());
            }
            Cell::FullMark => measure.full_mark = entry(text, origin),
            Cell::Points => measure.points = entry(text, origin),
        }
        true
    }
}

fn entry(text: &str, origin: &Origin) -> Entry {
    match read_figure(text) {
        Ok(None) => Entry::Blank,
        Ok(Some(figure)) => Entry::Number(Printed {
            text: text.to_owned(),
            value: figure.value,
            places: figure.places,
            origin: origin.clone(),
        }),
        Err(_) => Entry::Unreadable {
            text: text.to_owned(),
            origin: origin.clone(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let text = "
scope: project
indicators:
- {name: 投诉处理率, target: 290%, actual: 95%, full_mark: 5, points: 5}
";
        crate::read_sheets("a.yaml", text.as_bytes())
            .unwrap()
            .remove(0)
    }

    #[test]
    fn a_cell_a_person_has_read_is_not_doubtful() {
        let mut sheet = sheet();
        let origin = Origin {
            file: "a.yaml".into(),
            cell: Some("人工核对".into()),
            ..Origin::default()
        };
        let target = |sheet: &Sheet| sheet.indicators[0].measures[0].target.clone();
        assert!(!target(&sheet).0.doubts.is_empty());
        assert!(sheet.correct(1, Cell::Target, "290%", &origin));
        assert!(target(&sheet).0.doubts.is_empty());
        assert!(sheet.correct(1, Cell::Target, "≥90%", &origin));
        assert_eq!(target(&sheet), Target::read("≥90%"));
        let measure = &sheet.indicators[0].measures[0];
        assert_eq!(measure.target_origin(), &origin);
        assert_eq!(measure.actual_origin(), &measure.origin);
        assert!(sheet.correct(1, Cell::Points, "见附件", &origin));
        let points = sheet.indicators[0].measures[0].points.clone();
        assert!(matches!(points, Entry::Unreadable { .. }));
        assert!(sheet.correct(1, Cell::Points, "", &origin));
        assert_eq!(sheet.indicators[0].measures[0].points, Entry::Blank);
        assert!(!sheet.correct(2, Cell::Points, "", &origin));
    }
}
