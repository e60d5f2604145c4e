//! 评分: a sheet and a rule pack become an evaluation. The engine walks; the pack decides.

mod arithmetic;
mod award;
mod batch;
mod cases;
mod describe;
mod direction_words;
mod evaluation;
mod full_mark;
mod groups;
mod interval;
mod judge;
mod node;
mod pairing;
mod printed;
mod reason;
mod scaling;
mod scorer;
mod show;
mod trace;
mod whole;

pub use arithmetic::{arithmetic, arithmetic_on_sheet_scale, execution_arithmetic, row_figure};
pub use batch::score_all;
pub use cases::Mismatch;
pub use evaluation::{
    Adjusted, DirectionSource, Evaluation, ExecutionResult, FullMark, FullMarkSource, GroupResult,
    Outcome, Points, RowResult, Scaling, Unscorable,
};
pub use full_mark::{Evidence, Inference, Neighbours};
pub use node::{Derivation, Trace, TraceSource, TraceValue, What};
pub use reason::{Reason, Side};
pub use scorer::Scorer;
pub use show::{show, show_percent};
