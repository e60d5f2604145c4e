//! Exact numbers: decimals as written, fractions in between, rounding as a named step.
//!
//! A score is `full mark × actual ÷ target`. Dividing first and multiplying later loses the last
//! digit about once in a thousand rows (1/12 × 4.5), so between a cell and a score every
//! intermediate value is a [`Fraction`]; only [`Rounding`] turns one back into a decimal. A [`Short`] is the
//! same for ordinary figures, several times faster; it answers exactly or not at all.

mod fraction;
mod median;
mod rounding;
mod short;

pub use fraction::{Fraction, OutOfRange};
pub use median::median;
pub use rounding::{Rounding, RoundingMode};
pub use short::Short;
