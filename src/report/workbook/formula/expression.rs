//! What a formula says: numbers, cells and the few steps a worksheet can take with them.

use crate::number::{Fraction, OutOfRange, RoundingMode};

/// A number that is known, stands in a cell, or is computed from such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report::workbook) enum Expr {
    /// A known number.
    Number(Fraction),
    /// What stands in a cell, by its address.
    Cell(String),
    /// Two numbers joined by a sign.
    Sign(Sign, Box<Expr>, Box<Expr>),
    /// The smallest of several.
    Least(Vec<Expr>),
    /// The largest of several.
    Most(Vec<Expr>),
    /// Without its sign.
    Absolute(Box<Expr>),
    /// Rounded to as many places as the second says.
    Rounded(RoundingMode, Box<Expr>, Box<Expr>),
    /// One of two.
    If(Box<Test>, Box<Expr>, Box<Expr>),
}

/// The four kinds of arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report::workbook) enum Sign {
    Plus,
    Minus,
    Times,
    Over,
}

/// What is true or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report::workbook) enum Test {
    /// Known.
    Known(bool),
    /// Two numbers side by side.
    Compare(Order, Expr, Expr),
    /// There is a number.
    There(Expr),
    /// All of several.
    All(Vec<Test>),
    /// One of several.
    Any(Vec<Test>),
    /// The opposite.
    Not(Box<Test>),
}

/// How two numbers are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report::workbook) enum Order {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Order {
    /// Whether it holds of two values that can be ordered.
    pub(super) fn holds<T: Ord>(self, left: T, right: T) -> bool {
        match self {
            Order::Equal => left == right,
            Order::Unequal => left != right,
            Order::Less => left < right,
            Order::AtMost => left <= right,
            Order::More => left > right,
            Order::AtLeast => left >= right,
        }
    }
}

impl Expr {
    /// Two numbers joined; known ones at once, steps that change nothing left out.
    pub(in crate::report::workbook) fn sign(sign: Sign, left: Expr, right: Expr) -> Expr {
        use Expr::Number;
        if let (Number(a), Number(b)) = (&left, &right) {
            let known = match sign {
                Sign::Plus => a.plus(*b),
                Sign::Minus => a.minus(*b),
                Sign::Times => a.times(*b),
                Sign::Over => a.over(*b),
            };
            // Nothing over zero is left to the worksheet, which says that it cannot be.
            if let Ok(known) = known {
                return Number(known);
            }
        }
        let is = |side: &Expr, value: Fraction| matches!(side, Number(known) if *known == value);
        match sign {
            Sign::Plus | Sign::Minus if is(&right, Fraction::ZERO) => left,
            Sign::Plus if is(&left, Fraction::ZERO) => right,
            Sign::Times | Sign::Over if is(&right, Fraction::ONE) => left,
            Sign::Times if is(&left, Fraction::ONE) => right,
            _ => Expr::Sign(sign, Box::new(left), Box::new(right)),
        }
    }

    /// The product.
    pub(in crate::report::workbook) fn times(self, other: Expr) -> Expr {
        Expr::sign(Sign::Times, self, other)
    }

    /// The quotient.
    pub(in crate::report::workbook) fn over(self, other: Expr) -> Expr {
        Expr::sign(Sign::Over, self, other)
    }

    /// The smaller, or the larger, of two.
    pub(super) fn extreme(least: bool, left: Expr, right: Expr) -> Expr {
        if let (Expr::Number(a), Expr::Number(b)) = (&left, &right) {
            return Expr::Number(if least { *a.min(b) } else { *a.max(b) });
        }
        if left == right {
            return left;
        }
        let mut all = Vec::new();
        for side in [left, right] {
            match side {
                Expr::Least(inner) if least => all.extend(inner),
                Expr::Most(inner) if !least => all.extend(inner),
                side => all.push(side),
            }
        }
        match least {
            true => Expr::Least(all),
            false => Expr::Most(all),
        }
    }

    /// Without its sign.
    pub(super) fn absolute(of: Expr) -> Expr {
        match of {
            Expr::Number(known) => Expr::Number(known.absolute()),
            of => Expr::Absolute(Box::new(of)),
        }
    }

    /// One of two numbers.
    pub(super) fn choose(test: Test, then: Expr, otherwise: Expr) -> Expr {
        match test {
            Test::Known(true) => then,
            Test::Known(false) => otherwise,
            _ if then == otherwise => then,
            test => Expr::If(Box::new(test), Box::new(then), Box::new(otherwise)),
        }
    }

    /// Whether it stands as it is: nothing that a binary fraction could have moved.
    pub(super) fn is_plain(&self) -> bool {
        match self {
            Expr::Cell(_) => true,
            Expr::Number(known) => known.as_exact_decimal().is_some(),
            _ => false,
        }
    }

    /// A whole number.
    pub(in crate::report::workbook) fn whole(count: usize) -> Result<Expr, OutOfRange> {
        let count = i64::try_from(count).map_err(|_| OutOfRange)?;
        Ok(Expr::Number(count.into()))
    }
}

impl Test {
    /// Two numbers side by side; known ones at once.
    pub(super) fn compare(order: Order, left: Expr, right: Expr) -> Test {
        match (&left, &right) {
            (Expr::Number(a), Expr::Number(b)) => Test::Known(order.holds(a, b)),
            _ => Test::Compare(order, left, right),
        }
    }

    /// All of several; known ones are left out or decide.
    pub(super) fn all(tests: impl IntoIterator<Item = Test>) -> Test {
        Test::joined(tests, false, Test::All)
    }

    /// One of several; known ones are left out or decide.
    pub(super) fn any(tests: impl IntoIterator<Item = Test>) -> Test {
        Test::joined(tests, true, Test::Any)
    }

    fn joined(
        tests: impl IntoIterator<Item = Test>,
        decides: bool,
        join: impl Fn(Vec<Test>) -> Test,
    ) -> Test {
        let mut kept = Vec::new();
        for test in tests {
            match test {
                Test::Known(known) if known == decides => return Test::Known(decides),
                Test::Known(_) => {}
                test => kept.push(test),
            }
        }
        match kept.len() {
            0 => Test::Known(!decides),
            1 => kept.swap_remove(0),
            _ => join(kept),
        }
    }

    /// The opposite.
    pub(super) fn not(self) -> Test {
        match self {
            Test::Known(known) => Test::Known(!known),
            Test::Not(test) => *test,
            test => Test::Not(Box::new(test)),
        }
    }
}
