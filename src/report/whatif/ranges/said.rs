//! What is said about open figures, the same in every format for people.

use super::{OpenFound, RangesResult};
use crate::report::score::shown;
use crate::words::{Lang, report as labels, whatif_ranges as words, whatif_sweep as sweeps};

impl RangesResult {
    /// Total, grade, and how they were reached, a sentence each.
    pub(super) fn says(&self, lang: Lang) -> Vec<String> {
        let now = match (&self.now, &self.now_missing) {
            (_, Some(why)) => words::now_none(lang, why),
            (now, None) => {
                let grade = self.grade.as_ref().map(|name| name.get(lang).to_owned());
                let grade = grade.unwrap_or_else(|| words::no_grade(lang));
                words::now(lang, shown(*now, lang), grade)
            }
        };
        if !self.unbounded.is_empty() {
            return vec![now, words::unbounded(lang)];
        }
        if self.open.is_empty() {
            return match &self.now_missing {
                None => vec![now, words::certain(lang)],
                Some(why) => vec![words::certain_without_total(lang, why)],
            };
        }
        let Some(total) = &self.total else {
            let why = self.missing.as_deref().unwrap_or_default();
            return vec![words::no_total_anyway(lang, why)];
        };
        let all = &self.combinations;
        let mut scored = match all.all {
            true => words::all_scored(lang, all.scored, self.open.len()),
            false => words::some_scored(lang, all.scored, self.open.len()),
        };
        if all.without_total > 0 {
            scored = words::joined(lang, scored, words::without_total(lang, all.without_total));
        }
        let one = total.least == total.most;
        let between = match one {
            true => words::one_total(lang, total.least),
            false => words::between(lang, total.least, total.most),
        };
        let how = match total.exact {
            true => words::sheet_exact(lang),
            false => {
                let why = [
                    (!self.adds_up).then(|| words::more_than_a_sum(lang)),
                    self.has_looks().then(|| words::some_looked_at(lang)),
                    (all.without_total > 0).then(|| words::some_without_total(lang)),
                ];
                let why: Vec<String> = why.into_iter().flatten().collect();
                words::sheet_tried(lang, why.join(&sweeps::semicolon(lang)))
            }
        };
        let now = (!one || self.now != Some(total.least)).then_some(now);
        let mut says = vec![between, self.grades(lang)];
        says.extend(now);
        says.extend([scored, how]);
        says
    }

    fn grades(&self, lang: Lang) -> String {
        let grades = self.grades.iter().map(|one| {
            let name = one.name.as_ref();
            let name = name.map_or_else(|| words::no_grade(lang), |name| name.get(lang).to_owned());
            match one.seen {
                true => name,
                false => words::not_seen(lang, name),
            }
        });
        match &grades.collect::<Vec<String>>()[..] {
            [one] => words::one_grade(lang, one),
            several => words::grades(lang, several.join(" / ")),
        }
    }

    /// What has no bounds, a sentence each.
    pub(super) fn without_bounds(&self, lang: Lang) -> Vec<String> {
        let all = self.unbounded.iter();
        all.map(|one| match (&one.row, &one.indicator) {
            (Some(row), name) => {
                let name = name.as_deref().unwrap_or_default();
                words::unbounded_row(lang, row, name, &one.why)
            }
            (None, _) => words::unbounded_execution(lang, &one.why),
        })
        .collect()
    }

    /// Whether some ends are from points that were looked at.
    pub(super) fn has_looks(&self) -> bool {
        self.open.iter().any(|one| !one.points.exact)
    }
}

impl OpenFound {
    pub(super) fn cells(&self, lang: Lang) -> [String; 6] {
        let (least, most) = (self.points.least, self.points.most);
        let points = match least == most {
            true => least.to_string(),
            false => words::span(lang, least, most),
        };
        let mark = match self.points.exact {
            true => String::new(),
            false => words::mark(lang),
        };
        let name = self.indicator.clone();
        let actual = self
            .actual
            .clone()
            .filter(|actual| !actual.trim().is_empty());
        let moves = shown(self.moves, lang);
        [
            self.row.clone().unwrap_or_default(),
            name.unwrap_or_else(|| labels::part_execution(lang)),
            actual.unwrap_or_else(|| labels::blank(lang)),
            match self.changes_grade {
                true => words::joined(lang, &self.why, words::regrades(lang)),
                false => self.why.clone(),
            },
            mark + points.as_str(),
            moves,
        ]
    }
}

/// The heads above what is open.
pub(super) fn heads(lang: Lang) -> [String; 6] {
    [
        labels::row(lang),
        labels::indicator(lang),
        labels::actual(lang),
        words::what(lang),
        words::earns(lang),
        words::moves(lang),
    ]
}
