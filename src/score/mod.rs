//! 评分: a sheet and a rule pack become an evaluation. The engine walks; the pack decides.

mod arithmetic;
mod award;
mod batch;
mod case_run;
mod cases;
mod caveat;
mod comparison;
mod describe;
mod difference;
mod direction_words;
mod evaluation;
mod facts;
mod figures;
mod full_mark;
mod group_result;
mod groups;
mod interval;
mod judge;
mod judgement;
mod marks;
mod methods;
mod node;
mod pairing;
mod printed;
mod reason;
mod scaling;
mod scorer;
mod show;
mod swift;
mod terms;
mod trace;
mod whole;

pub use arithmetic::{
    arithmetic, arithmetic_by_rule, arithmetic_on_sheet_scale, execution_arithmetic,
    execution_arithmetic_on_sheet_scale, row_figure,
};
pub use award::{Adjusted, Awarded};
pub use batch::{Scorers, each, score_all};
pub use cases::Mismatch;
pub use caveat::Caveat;
pub use comparison::comparison;
pub use difference::{Difference, Search, Seen, search_packs};
pub use evaluation::{
    DirectionSource, Evaluation, ExecutionResult, FullMark, FullMarkSource, Outcome, Points,
    RowResult, Scaling, Unscorable,
};
pub use facts::{RowFacts, declared_marks, row_facts};
pub use figures::{Awarding, ExecutionFigures, Figures, FullMarkFrom, RowFigures};
pub use full_mark::{Evidence, Inference, Neighbours};
pub use group_result::GroupResult;
pub use judgement::Judgement;
pub use marks::{Closing, Declared, PrintedMarks, sum_of_marks};
pub use node::{Derivation, Trace, TraceSource, TraceValue, What};
pub use reason::{Reason, Side};
pub use scaling::{level_label, weighed_level};
pub use scorer::Scorer;
pub use show::{show, show_percent};
pub use terms::Terms;
