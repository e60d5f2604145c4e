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

mod axis;
mod break_even;
mod change;
mod comparison;
mod controls;
mod edit;
mod key;
mod levels;
mod locate;
mod names;
mod overlay;
mod overlay_text;
mod pack;
pub mod portfolio;
mod prepared;
mod probe;
mod random;
mod ranges;
mod remark;
mod row;
mod sample;
mod sheet;
mod split;
mod sweep;
mod vary;
mod vary_weights;

pub use axis::{Axis, MOST_POINTS, Range, round_step};
pub use break_even::{BreakEven, Flip, Gap, Lever, MOST_ROWS, RowLevers};
pub use change::{Change, Edit, RowEdit};
pub use comparison::{Comparison, Share};
pub use controls::{Control, Takes, controls};
pub use edit::{Edited, Made, Refused, edit};
pub use key::{Key, MoneyOf, RowKey, RowName, WeightOf};
pub use locate::{Place, Turn};
pub use names::all_keys;
pub use overlay::{MOST_BYTES, MOST_CHANGES, Overlay, read_overlay};
pub use overlay_text::write_overlay;
pub use prepared::{Prepared, Scenario, Stopped};
pub use probe::{Probe, Tried};
pub use ranges::{
    At, Corners, End, MOST_OPEN, NoBounds, Open, OpenPart, Possible, Ranges, Unbounded, Why,
};
pub use remark::Remark;
pub use sample::{Band, Ground, NoSweep};
pub use split::{read_set, split};
pub use sweep::{Branching, Grid, Kink, MOST_PLACES, Part, Sweep};
pub use vary::{DRAWS, Interval, Leverage, MOST_DRAWS, NoVary, SEED, Varied, Vary};
pub use vary_weights::Spread;
