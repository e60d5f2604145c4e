//! 规则包: rules as data and scripts, from files to something that answers.
//!
//! ```text
//!  folder or binary ─files─▶ bytes ─load─▶ RulePack (checked) ─host─▶ answers
//! ```

mod asked_inputs;
pub mod case;
mod editions;
pub mod facts;
mod files;
pub mod host;
pub mod lint;
mod load;
pub mod outline;
pub mod pack;
pub mod short;
pub mod template;

pub use editions::{Chosen, Editions};
pub use files::PackFiles;
pub use load::{cases, fault_as_problem, load, read_param};
pub use pack::{FullMarkPolicy, RulePack};
