//! Which method of a pack applies to a measure.

use super::pairing::Pairing;
use super::scaling::stands_under;
use super::scorer::Scorer;
use crate::rules::RulePack;
use crate::rules::facts::Kind;
use crate::rules::pack::When;
use crate::sheet::{Direction, Indicator, Measure};

/// The directions a measure may have.
const DIRECTIONS: [Option<Direction>; 4] = [
    None,
    Some(Direction::AtLeast),
    Some(Direction::AtMost),
    Some(Direction::Equal),
];

/// What a method can ask about a measure, but for the labels above it.
#[derive(Clone, Copy)]
struct Question {
    kind: Kind,
    direction: Option<Direction>,
    zero_target: bool,
    judged: bool,
}

impl Question {
    fn of(pairing: &Pairing, measure: &Measure) -> Question {
        Question {
            kind: pairing.kind,
            direction: pairing.better(),
            zero_target: pairing.target.is_some_and(|target| target.is_zero()),
            judged: measure.judged.is_some(),
        }
    }

    fn all() -> impl Iterator<Item = Question> {
        (0..Kind::ALL.len() * 16).map(|place| Question {
            kind: Kind::ALL[place / 16].0,
            direction: DIRECTIONS[place / 4 % 4],
            zero_target: place / 2 % 2 == 1,
            judged: place % 2 == 1,
        })
    }

    /// Its place among all of them.
    fn place(self) -> usize {
        let direction = match self.direction {
            None => 0,
            Some(Direction::AtLeast) => 1,
            Some(Direction::AtMost) => 2,
            Some(Direction::Equal) => 3,
        };
        let whether = usize::from(self.zero_target) * 2 + usize::from(self.judged);
        self.kind as usize * 16 + direction * 4 + whether
    }

    fn meets(self, when: &When) -> bool {
        when.kind.is_none_or(|kind| kind == self.kind)
            && when
                .direction
                .is_none_or(|wanted| self.direction == Some(wanted))
            && when
                .zero_target
                .is_none_or(|wanted| wanted == self.zero_target)
            && when.judged.is_none_or(|wanted| wanted == self.judged)
    }
}

/// The method for every question, for packs whose methods never ask for the labels above a row.
pub(super) struct Methods(Option<Vec<Option<usize>>>);

impl Methods {
    pub fn of(pack: &RulePack) -> Methods {
        let asks_labels = pack
            .methods
            .iter()
            .any(|method| method.when.level.is_some());
        let first = |question: Question| {
            let mut methods = pack.methods.iter();
            methods.position(|method| question.meets(&method.when))
        };
        Methods((!asks_labels).then(|| Question::all().map(first).collect()))
    }
}

impl Scorer {
    /// The first method of the pack that applies.
    pub(super) fn method(
        &self,
        pairing: &Pairing,
        indicator: &Indicator,
        measure: &Measure,
    ) -> Option<usize> {
        match &self.by_question.0 {
            Some(methods) => methods[Question::of(pairing, measure).place()],
            None => method(&self.pack, pairing, indicator, measure),
        }
    }
}

/// The first method of a pack that applies.
pub(super) fn method(
    pack: &RulePack,
    pairing: &Pairing,
    indicator: &Indicator,
    measure: &Measure,
) -> Option<usize> {
    let question = Question::of(pairing, measure);
    let mut methods = pack.methods.iter();
    methods.position(|method| {
        let under = |wanted: &String| stands_under(indicator, wanted);
        question.meets(&method.when) && method.when.level.as_ref().is_none_or(under)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_its_own_place() {
        for (place, question) in Question::all().enumerate() {
            assert_eq!(question.place(), place);
        }
    }
}
