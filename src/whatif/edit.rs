//! Changes made to copies of a sheet and its pack.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::row::Rows;
use super::{Change, Edit, Key};
use crate::document::ProblemKind;
use crate::rules::RulePack;
use crate::score::Evaluation;
use crate::sheet::{Origin, Printed, Sheet};

/// Whoever has this many to put right needs no more messages.
const MOST_REFUSED: usize = 50;

/// Changed copies, ready to be scored.
#[derive(Debug, Clone)]
pub struct Edited {
    /// The sheet, changed where a change is about it.
    pub sheet: Arc<Sheet>,
    /// The pack, changed where a change is about it.
    pub pack: Arc<RulePack>,
    /// Points a person awards, by the number of the row.
    pub awarded: BTreeMap<u32, Printed>,
    /// What was changed, in the order of the changes.
    pub made: Vec<Made>,
    /// Whether nobody asks what stood in the place of a full mark.
    pub(super) silent: bool,
}

/// A change that was made: what stands there now and what stood there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// What it is about, rows by their number.
    pub key: Key,
    /// The row, where it is about one, by its place in [`Evaluation::rows`].
    pub row: Option<usize>,
    /// What stood there before, as written; "" for nothing.
    pub from: String,
    /// Where that stood; `None` for the pack's own and for points the rule gives.
    pub from_origin: Option<Origin>,
    /// What stands there now, as written.
    pub to: String,
    /// Where that was written.
    pub origin: Origin,
    /// Why.
    pub because: Option<String>,
    /// Whether a person's judgement stands in the place of the rule.
    pub judgement: bool,
}

/// A change that cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The change.
    pub change: Change,
    /// Why not.
    pub kind: ProblemKind,
    /// Whether this sheet or pack has no such thing, while another may have.
    pub absent: bool,
}

/// What an edit of one kind answers: before, and where that stood.
pub(super) type Was = (String, Option<Origin>);

/// Why an edit cannot be made, and whether there is no such thing here.
pub(super) struct No {
    pub kind: ProblemKind,
    pub absent: bool,
}

impl No {
    pub fn absent(kind: ProblemKind) -> No {
        No { kind, absent: true }
    }

    pub fn wrong(kind: ProblemKind) -> No {
        No {
            kind,
            absent: false,
        }
    }
}

/// Makes the changes one after the other on copies of the sheet and the pack of an evaluation; later
/// ones see what earlier ones did.
///
/// # Errors
/// Every change that cannot be made.
pub fn edit(base: &Evaluation, changes: &[Change]) -> Result<Edited, Vec<Refused>> {
    let mut edited = Edited::none(base);
    edited.make_all(base, changes)?;
    Ok(edited)
}

impl Edited {
    /// Copies nothing is changed in.
    pub(super) fn none(base: &Evaluation) -> Edited {
        Edited {
            sheet: Arc::clone(&base.sheet),
            pack: Arc::clone(&base.pack),
            awarded: BTreeMap::new(),
            made: Vec::new(),
            silent: false,
        }
    }

    /// Makes the changes one after the other.
    pub(super) fn make_all(
        &mut self,
        base: &Evaluation,
        changes: &[Change],
    ) -> Result<(), Vec<Refused>> {
        let rows = Rows::of(base);
        let mut refused = Vec::new();
        for change in changes {
            if refused.len() >= MOST_REFUSED {
                break;
            }
            match self.make(base, &rows, change) {
                Ok(made) => self.made.push(made),
                Err(No { kind, absent }) => refused.push(Refused {
                    change: change.clone(),
                    kind,
                    absent,
                }),
            }
        }
        match refused.is_empty() {
            true => {
                self.close(changes);
                Ok(())
            }
            false => Err(refused),
        }
    }

    fn make(&mut self, base: &Evaluation, rows: &Rows<'_>, change: &Change) -> Result<Made, No> {
        let (mut key, mut row) = (change.key.clone(), None);
        let (from, from_origin) = match &change.edit {
            Edit::Weight(of, weight) => self.set_weight(base, of, *weight)?,
            Edit::Param(names, value) => self.set_param(names, value)?,
            Edit::Places(step, places) => {
                let step = self.step(step)?;
                let was = std::mem::replace(&mut step.places, *places);
                (was.to_string(), None)
            }
            Edit::Mode(step, mode) => {
                let step = self.step(step)?;
                let was = std::mem::replace(&mut step.mode, *mode);
                (was.name().to_owned(), None)
            }
            Edit::Money(of, amount) => self.set_money(*of, amount)?,
            Edit::Row(name, of_row) => {
                let (index, number) = rows.find(name)?;
                if let Key::Row(name, _) = &mut key {
                    *name = super::RowName::Number(number);
                }
                row = Some(index);
                self.set_row(&base.rows[index], of_row, &change.origin)
            }
        };
        Ok(Made {
            key,
            row,
            from,
            from_origin,
            to: change.text.clone(),
            origin: change.origin.clone(),
            because: change.because.clone(),
            judgement: change.is_judgement(),
        })
    }
}
