//! The sheet scored again with other values in what is open.

use rust_decimal::Decimal;

use crate::score::Evaluation;
use crate::sheet::{Measure, Origin, Printed};
use crate::whatif::sample::Ground;
use crate::whatif::{Change, Edit, Key, Probe, RowEdit, RowKey, RowName, Stopped};

/// A working copy with the changes of the ground, for values to be tried in.
pub(super) struct Trial<'p, 's> {
    probe: Probe<'p, 's>,
    /// The changes that stay, then those of the last question.
    changes: Vec<Change>,
    stay: usize,
}

impl<'p, 's> Trial<'p, 's> {
    pub(super) fn of(ground: &Ground<'p, 's>) -> Trial<'p, 's> {
        Trial {
            probe: ground.prepared.probe(),
            changes: ground.changes.to_vec(),
            stay: ground.changes.len(),
        }
    }

    /// The sheet after these changes too.
    pub(super) fn score<'c>(
        &mut self,
        more: impl IntoIterator<Item = &'c Change>,
    ) -> Result<Evaluation, Stopped> {
        self.changes.truncate(self.stay);
        self.changes.extend(more.into_iter().cloned());
        self.probe.evaluate(&self.changes)
    }
}

/// A change this question makes.
pub(super) fn change(key: Key, edit: Edit, text: String) -> Change {
    let origin = Origin {
        file: "--ranges".into(),
        ..Origin::default()
    };
    Change {
        key,
        edit,
        text,
        because: None,
        origin,
        excerpt: None,
    }
}

/// A change of a row.
pub(super) fn set(measure: &Measure, key: RowKey, edit: RowEdit, text: String) -> Change {
    let name = RowName::Number(measure.row);
    change(Key::Row(name.clone(), key), Edit::Row(name, edit), text)
}

/// A figure nobody printed.
pub(super) fn printed(value: Decimal) -> Printed {
    Printed {
        text: value.to_string(),
        value,
        places: value.scale(),
        origin: Origin::default(),
    }
}
