//! What one cell of a self-evaluation sheet says: the text as written beside its typed reading.
//!
//! Reading is total: any text gives a value or a reason why not; never a panic, never a silent zero.
//! A cell passes the classes below in order and the first that recognises it answers:
//!
//! ```text
//! text ─normalise─▶ nothing? ─▶ several values? ─▶ note set aside ─▶ tick box · date · rank · amount · words
//! ```
//!
//! Which way is better is *not* decided here: only the comparison that was written is recorded.

mod amount;
mod date;
mod describe;
mod digits;
mod figure;
mod lead;
mod lexicon;
mod list;
mod none_of;
mod normal;
mod note;
mod numeral;
mod rank;
mod reading;
mod scan_doubt;
mod tick_box;
mod unit;
mod words;
mod written;

#[cfg(test)]
mod tests;

pub use figure::{Figure, read_figure};
pub use none_of::{none_of, says_less};
pub use normal::normalise;
pub use reading::read;
pub use written::{
    Actual, Date, Doubt, Level, Operator, Period, Quantity, Scale, Target, Trend, Unreadable,
    Value, Written,
};
