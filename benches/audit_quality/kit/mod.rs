//! The generator behind docs/audit-quality.md: clean sheets of every shape, defects planted in them, and
//! the count of what an audit finds.
//!
//! It has its own arithmetic and shares no code with the program: what it calls clean is clean by the
//! rule's formula, not by what the program makes of it.

pub mod bundle;
pub mod exact;
pub mod figures;
pub mod folder;
pub mod json;
pub mod marks;
pub mod model;
pub mod money;
pub mod names;
pub mod plant;
pub mod prose;
pub mod rng;
pub mod rows;
pub mod run;
pub mod sheet;
pub mod tally;
pub mod telling;
