//! `jixiao rules`: packs as pages for people.

mod cases;
mod list;
mod page;

pub use cases::{Failure, cases};
pub use list::list;
pub use page::page;
