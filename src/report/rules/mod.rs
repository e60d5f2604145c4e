//! `jixiao rules`: packs as pages for people.

mod cases;
mod changes;
mod diff;
mod findings;
mod list;
mod page;
mod reference;

pub use cases::{Failure, cases};
pub use changes::{Change, changes};
pub use diff::{diff, diff_json};
pub use findings::{Checked, finding, findings_json, outcome};
pub use list::list;
pub use page::page;
pub use reference::reference;
