//! `jixiao rules`: packs as pages for people.

mod cases;
mod changes;
mod diff;
mod expression;
mod findings;
mod formula;
mod given;
mod list;
mod page;
mod reference;
mod render;
mod verbatim;

pub use cases::{Failure, cases, derivation};
pub use changes::{Change, changes};
pub use diff::{diff, diff_json};
pub use findings::{Checked, finding, findings_json, outcome};
pub use list::list;
pub(in crate::report) use page::when;
pub use page::{page, page_fragment, page_html, page_markdown};
pub use reference::reference;
