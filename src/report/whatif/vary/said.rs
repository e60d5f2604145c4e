//! What is said about weights drawn at random, the same in every format for people.

use super::{VaryResult, WeightMoves};
use crate::number::Fraction;
use crate::report::score::shown;
use crate::score::show_percent;
use crate::words::{Lang, whatif_vary as words};

impl VaryResult {
    pub(super) fn by(&self) -> String {
        show_percent(Fraction::from(self.by.0))
    }

    pub(super) fn share(&self, draws: u32) -> String {
        let share = Fraction::from(i64::from(draws)).over(i64::from(self.draws).into());
        share.map_or_else(|_| String::new(), show_percent)
    }

    pub(super) fn says(&self, lang: Lang) -> String {
        let of = match self.of {
            "levels" => words::of_levels(lang, self.by(), self.sum),
            _ => words::of_rows(lang, self.by(), self.sum),
        };
        words::says(lang, of, words::drawn(lang, self.draws, self.seed))
    }

    /// Grades that were drawn, with their draws.
    pub(super) fn drawn(&self, lang: Lang) -> Vec<(String, u32)> {
        let grades = self.grades.iter().map(|one| {
            let name = one.name.as_ref();
            let name = name.map_or_else(|| words::no_grade(lang), |name| name.get(lang).to_owned());
            (name, one.draws)
        });
        let without = [(words::without_total(lang), self.without_total)];
        grades
            .chain(without)
            .filter(|(_, draws)| *draws > 0)
            .collect()
    }

    pub(super) fn verdict(&self, lang: Lang) -> String {
        match (&self.drawn(lang)[..], self.robust) {
            ([(grade, _)], true) => words::robust(lang, grade),
            _ => words::not_robust(lang, self.changed, self.draws),
        }
    }

    pub(super) fn quantiles(&self, lang: Lang) -> Vec<(String, String)> {
        let Some(totals) = &self.totals else {
            return Vec::new();
        };
        vec![
            (words::least(lang), totals.least.to_string()),
            (words::low(lang), totals.low.to_string()),
            (words::median(lang), totals.median.to_string()),
            (words::high(lang), totals.high.to_string()),
            (words::most(lang), totals.most.to_string()),
        ]
    }
}

impl WeightMoves {
    pub(super) fn cells(&self, lang: Lang) -> [String; 5] {
        let what = match &self.name {
            Some(name) => format!("{} {name}", self.key),
            None => self.key.clone(),
        };
        let weight = self.weight.to_string();
        let (least, most) = (shown(self.least, lang), shown(self.most, lang));
        [what, weight, least, most, shown(self.swing, lang)]
    }
}

/// The heads above the weights.
pub(super) fn heads(result: &VaryResult, lang: Lang) -> [String; 5] {
    [
        words::weight(lang),
        words::points(lang),
        words::at_least(lang, result.by()),
        words::at_most(lang, result.by()),
        words::swing(lang),
    ]
}
