//! 情景测算: what a sheet would score if something were different.
//!
//! ```text
//!  --set KEY=VALUE ─┐                        ┌─edit─▶ changed copies of sheet and pack ─score─┐
//!                   ├─▶ Change ─▶ Prepared ──┤                                                ├─▶ Comparison
//!  overlay file ────┘                        └─ baseline ─────────────────────────────────────┘
//! ```
//! A [`Change`] is read from its text once ([`Change::read`], [`read_overlay`]) and applied to any number
//! of sheets: [`Prepared`] holds one sheet's baseline, [`Prepared::apply`] gives a [`Scenario`], and
//! [`Comparison`] says where the change of the total comes from, in amounts that add up to it exactly.
//! A scenario is scored by the ordinary scorer: nothing in here computes a point.

mod change;
mod comparison;
mod edit;
mod key;
mod levels;
mod names;
mod overlay;
mod pack;
mod prepared;
mod probe;
mod random;
mod remark;
mod row;
mod sheet;
mod split;
mod vary;
mod vary_weights;

pub use change::{Change, Edit, RowEdit};
pub use comparison::{Comparison, Share};
pub use edit::{Edited, Made, Refused, edit};
pub use key::{Key, MoneyOf, RowKey, RowName, WeightOf};
pub use names::all_keys;
pub use overlay::{MOST_BYTES, Overlay, read_overlay};
pub use prepared::{Prepared, Scenario, Stopped};
pub use probe::{Probe, Tried};
pub use remark::Remark;
pub use split::{read_set, split};
pub use vary::{DRAWS, Interval, Leverage, MOST_DRAWS, NoVary, SEED, Varied, Vary};
pub use vary_weights::Spread;
