//! A self-evaluation sheet as plain data: what was printed, where it stood. No I/O, no rules.

mod budget;
mod correct;
mod entry;
mod indicator;
mod origin;
mod self_evaluation;
mod target_table;

pub use budget::{Budget, BudgetLine, MoneyUnit};
pub use correct::Cell;
pub use entry::{Entry, Printed};
pub use indicator::{Direction, Indicator, Measure, Places};
pub use origin::{Origin, Text};
pub use self_evaluation::{Scope, Sheet};
pub use target_table::{TargetRow, TargetTable, TargetValues};
