//! What a person has decided about a finding, as reports show it.

use serde::Serialize;

use crate::audit::{Decision, Standing};
use crate::words::{Lang, accept as words, audit};

/// The decision about a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct AcceptedRow {
    /// `accepted`, or `figures-changed` when it was given for other figures and counts no longer.
    pub status: &'static str,
    /// Why.
    pub reason: String,
    /// Which office.
    pub by: Option<String>,
    /// The figures it was given for.
    pub figures: FiguresRow,
    /// The finding at that time, where its wording is all that has changed.
    #[serde(skip)]
    wording: Option<String>,
}

/// Figures as printed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FiguresRow {
    /// As reported.
    pub reported: Option<String>,
    /// As expected.
    pub expected: Option<String>,
    /// The target of the row.
    pub target: Option<String>,
    /// The actual of the row.
    pub actual: Option<String>,
}

impl AcceptedRow {
    /// `None` for a finding nobody has decided about.
    pub(super) fn of(standing: &Standing) -> Option<AcceptedRow> {
        let (status, decision) = match standing {
            Standing::Open => return None,
            Standing::Accepted(decision) => ("accepted", decision),
            Standing::Changed(decision) => ("figures-changed", decision),
        };
        let Decision {
            reason,
            by,
            figures,
            wording,
        } = decision.clone();
        Some(AcceptedRow {
            status,
            reason,
            by,
            figures: FiguresRow {
                reported: figures.reported,
                expected: figures.expected,
                target: figures.target,
                actual: figures.actual,
            },
            wording,
        })
    }

    /// Whether the finding is accepted as it stands.
    pub fn counts(&self) -> bool {
        self.status == "accepted"
    }

    /// The word in front of [`AcceptedRow::why`].
    pub(crate) fn lead(&self, lang: Lang) -> String {
        match self.counts() {
            true => words::lead_accepted(lang),
            false => words::lead_changed(lang),
        }
    }

    /// The reason and the office; or that it does not count any more, and the figures it was given for.
    pub(in crate::report) fn why(&self, lang: Lang) -> String {
        let reason = match &self.by {
            Some(by) => words::accepted_by(lang, &self.reason, by),
            None => words::accepted_because(lang, &self.reason),
        };
        if self.counts() {
            return reason;
        }
        type Word<'w> = &'w dyn Fn(&str) -> String;
        let figures = &self.figures;
        let pairs: [(&Option<String>, Word); 4] = [
            (&figures.reported, &|text| words::was_reported(lang, text)),
            (&figures.expected, &|text| words::was_expected(lang, text)),
            (&figures.target, &|text| words::was_target(lang, text)),
            (&figures.actual, &|text| words::was_actual(lang, text)),
        ];
        let was: Vec<String> = pairs
            .into_iter()
            .filter_map(|(figure, word)| figure.as_deref().map(word))
            .collect();
        let was = match (&self.wording, was.is_empty()) {
            (Some(wording), _) => words::was_worded(lang, wording),
            (None, true) => words::was_nothing(lang),
            (None, false) => was.join(audit::comma(lang).as_str()),
        };
        words::changed(lang, reason, was)
    }

    /// The outcome of a finding with the decision behind it, for one cell.
    pub(in crate::report) fn behind(&self, outcome: String, lang: Lang) -> String {
        match self.counts() {
            true => words::outcome_accepted(lang, outcome, self.why(lang)),
            false => words::outcome_changed(lang, outcome, self.why(lang)),
        }
    }
}
