//! What a comparison of two documents rests on besides names that are the same.

use super::{How, Kind, normal};
use crate::audit::profile::Profile;
use crate::audit::text;
use crate::audit::{Finding, Outcome, Wording};
use crate::words::findings::{self, joins as words};

/// The most common pieces a finding lists.
const MOST_PIECES: usize = 12;

/// What was taken for the same although it is not written the same. A finding that rests on it is 存疑
/// and says it.
#[derive(Debug, Clone, Default)]
pub(in crate::audit) struct Basis(Vec<Wording>);

impl Basis {
    /// Two names that were joined.
    pub fn of_names(profile: &Profile, kind: Kind, a: &str, b: &str, how: How) -> Basis {
        let said = match how {
            How::Same => return Basis::default(),
            How::ToldApart => Wording::of(|lang| words::told_apart(lang, a)),
            How::Normal => Wording::of(|lang| words::normal(lang, a, b)),
            How::Alike { common, pieces } => Wording::of(|lang| {
                let shown = shared(profile, kind, a, b).join(&findings::separator(lang));
                words::alike(lang, a, b, common, pieces, shown)
            }),
        };
        Basis(vec![said])
    }

    /// Two names of units; the same, or one short for the other.
    pub fn of_units(a: &str, b: &str) -> Basis {
        match text::plain(a) == text::plain(b) {
            true => Basis::default(),
            false => Basis(vec![Wording::of(|lang| words::units(lang, a, b))]),
        }
    }

    /// Both together.
    pub fn and(mut self, other: &Basis) -> Basis {
        self.0.extend(other.0.iter().cloned());
        self
    }

    /// Whether everything is written the same.
    pub fn is_sure(&self) -> bool {
        self.0.is_empty()
    }

    /// A finding that rests on this.
    pub fn under(&self, finding: Finding) -> Finding {
        if self.is_sure() {
            return finding;
        }
        let message = Wording::of(|lang| {
            let parts = [&finding.message].into_iter().chain(&self.0);
            let parts: Vec<&str> = parts.map(|one| one.get(lang)).collect();
            parts.join(&findings::semicolon(lang))
        });
        let outcome = match finding.outcome {
            Outcome::Fails => Outcome::Uncertain,
            other => other,
        };
        Finding {
            message,
            outcome,
            ..finding
        }
    }
}

fn shared(profile: &Profile, kind: Kind, a: &str, b: &str) -> Vec<String> {
    let [a, b] = [a, b].map(|name| text::pieces(&normal(profile, kind, name)));
    let both = a.into_iter().filter(|piece| b.binary_search(piece).is_ok());
    both.take(MOST_PIECES).map(String::from_iter).collect()
}
