//! 评分: a sheet and a rule pack become an evaluation. The engine walks; the pack decides.

mod arithmetic;
mod batch;
mod case_run;
mod cases;
mod describe;
mod difference;
mod direction_words;
mod evaluation;
mod full_mark;
mod interval;
mod pairing;
mod printed;
mod reason;
mod scaling;
mod scorer;
mod trace;

pub use arithmetic::{arithmetic, arithmetic_on_sheet_scale, execution_arithmetic, row_figure};
pub use batch::score_all;
pub use cases::Mismatch;
pub use difference::{Difference, Search, Seen, search_packs};
pub use evaluation::{
    DirectionSource, Evaluation, ExecutionResult, FullMark, FullMarkSource, Outcome, Points,
    RowResult, Scaling, Unscorable,
};
pub use full_mark::{Evidence, Inference, Neighbours};
pub use reason::{Reason, Side};
pub use scorer::Scorer;
pub use trace::{Derivation, Trace, TraceSource, TraceValue, What, show, show_percent};
