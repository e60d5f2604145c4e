//! The columns of a sheet's page: those of the re-checkers' form, then the figures the formulas use.

use crate::report::worksheet::letters;
use crate::score::{Evaluation, RowFacts};
use crate::words::{Lang, workbook as words};

pub(super) const LEVEL1: u16 = 0;
pub(super) const LEVEL2: u16 = 1;
pub(super) const NAME: u16 = 2;
pub(super) const DIRECTION: u16 = 3;
pub(super) const TARGET: u16 = 4;
pub(super) const UNIT: u16 = 5;
pub(super) const MARK: u16 = 6;
pub(super) const ACTUAL: u16 = 7;
pub(super) const POINTS: u16 = 8;
pub(super) const CHECKED: u16 = 9;
pub(super) const RESULT: u16 = 10;
pub(super) const DEVIATION: u16 = 11;
pub(super) const REMARK: u16 = 12;

/// Widths of the printed columns.
const WIDTHS: [u16; 13] = [10, 12, 26, 9, 15, 9, 8, 17, 10, 13, 10, 10, 34];
/// Width of a figure beside the print.
const HELPER: u16 = 12;

/// Where the figures beside the print stand.
pub(super) struct Helpers {
    pub(super) target: u16,
    pub(super) high: Option<u16>,
    pub(super) judged: Option<u16>,
    /// The number of the level or group whose weight a row shares.
    pub(super) level: Option<u16>,
    pub(super) mark: u16,
    pub(super) completion: u16,
    pub(super) exact: u16,
    pub(super) adjusted: Option<u16>,
    last: u16,
}

impl Helpers {
    /// Only columns that something stands in.
    pub(super) fn of(evaluation: &Evaluation, facts: &[Option<RowFacts>]) -> Helpers {
        let mut last = REMARK;
        let mut next = || {
            last += 1;
            last
        };
        let mut wanted = |there: bool| there.then(&mut next);
        let part = &evaluation.pack.indicators;
        let high = |facts: &RowFacts| facts.facts.target_high.is_some();
        let judged = |facts: &RowFacts| facts.facts.measure().judged.is_some();
        let target = wanted(true).unwrap_or_default();
        let high = wanted(facts.iter().flatten().any(high));
        let judged = wanted(facts.iter().flatten().any(judged));
        let level = wanted(!part.levels.is_empty() || !part.groups.is_empty());
        let mark = wanted(true).unwrap_or_default();
        let completion = wanted(true).unwrap_or_default();
        let exact = wanted(true).unwrap_or_default();
        let adjusted = wanted(evaluation.pack.adjust.is_some());
        Helpers {
            target,
            high,
            judged,
            level,
            mark,
            completion,
            exact,
            adjusted,
            last,
        }
    }

    /// Widths of all columns.
    pub(super) fn widths(&self) -> Vec<u16> {
        let mut widths = WIDTHS.to_vec();
        widths.resize(usize::from(self.last) + 1, HELPER);
        widths
    }

    /// The headings of the figures beside the print.
    pub(super) fn headings(&self, lang: Lang) -> Vec<(u16, String)> {
        let columns = [
            (Some(self.target), words::helper_target(lang)),
            (self.high, words::helper_high(lang)),
            (self.judged, words::helper_judged(lang)),
            (self.level, words::helper_level(lang)),
            (Some(self.mark), words::helper_mark(lang)),
            (Some(self.completion), words::helper_completion(lang)),
            (Some(self.exact), words::helper_exact(lang)),
            (self.adjusted, words::helper_adjusted(lang)),
        ];
        let columns = columns.into_iter();
        columns
            .filter_map(|(column, label)| Some((column?, label)))
            .collect()
    }

    /// The letter of the first of them.
    pub(super) fn first_letter(&self) -> String {
        letters(self.target)
    }
}

/// The headings of the printed columns.
pub(super) fn headings(lang: Lang) -> [String; 13] {
    [
        words::level1(lang),
        words::level2(lang),
        words::level3(lang),
        words::direction(lang),
        words::target(lang),
        words::unit_of_measure(lang),
        words::full_mark(lang),
        words::own_actual(lang),
        words::own_points(lang),
        words::checked_actual(lang),
        words::checked_points(lang),
        words::deviation(lang),
        words::remark(lang),
    ]
}
