//! The way of a cell through the classes of values.

use super::{
    Actual, Doubt, Operator, Target, Unreadable, Value, Written, amount, date, lexicon, list,
    normal::normalised, note, rank, scan_doubt, tick_box, words,
};

/// What one class made of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) operator: Option<Operator>,
    pub(super) value: Value,
    /// Words set aside, in the order of the text.
    pub(super) notes: Vec<String>,
    pub(super) doubts: Vec<Doubt>,
}

impl Reading {
    /// A value with nothing around it.
    pub(super) fn plain(value: Value) -> Self {
        Self {
            operator: None,
            value,
            notes: Vec::new(),
            doubts: Vec::new(),
        }
    }

    /// Adds a doubt once.
    pub(super) fn doubt(&mut self, doubt: Doubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }

    /// The cell: `text` beside this reading of it.
    pub(super) fn beside(self, text: &str) -> Written {
        Written {
            text: text.to_owned(),
            operator: self.operator,
            value: self.value,
            note: (!self.notes.is_empty()).then(|| self.notes.join("；")),
            doubts: self.doubts,
        }
    }
}

/// Where a text stands, as far as it changes how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// In the actual column 达到95% says that 95% was reached, not "at least".
    pub(super) actual: bool,
    /// One of several values of a cell: words in front of its number are its name.
    pub(super) listed: bool,
}

/// Reads a cell as a target is read; see [`Target::read`] and [`Actual::read`] for the columns.
///
/// ```
/// use jixiao::value::{Operator, Value, read};
///
/// let cell = read("不少于 26 期");
/// assert_eq!(cell.operator, Some(Operator::AtLeast));
/// let Value::Quantity(quantity) = cell.value else { panic!() };
/// assert_eq!((quantity.number, quantity.unit.as_str()), (26.into(), "期"));
/// ```
pub fn read(text: &str) -> Written {
    read_cell(text, false)
}

impl Target {
    /// Reads a cell of the target column.
    pub fn read(text: &str) -> Self {
        Self(read_cell(text, false))
    }
}

impl Actual {
    /// Reads a cell of the actual column: as a target, but 达到 is no comparison there.
    pub fn read(text: &str) -> Self {
        Self(read_cell(text, true))
    }
}

fn read_cell(text: &str, actual: bool) -> Written {
    if text.len() > Written::LONGEST && text.chars().count() > Written::LONGEST {
        return Reading::plain(Value::Unreadable(Unreadable::TooLong)).beside(text);
    }
    let plain = normalised(text);
    let place = Place {
        actual,
        listed: false,
    };
    if is_missing(&plain) {
        return Reading::plain(Value::Missing).beside(text);
    }
    match list::read(text, &plain, place) {
        Some(list) => list.beside(text),
        None => read_one(&plain, place).beside(text),
    }
}

/// Whether a normalised text says that nothing was filled in.
pub(super) fn is_missing(plain: &str) -> bool {
    lexicon::MISSING.contains(&plain)
        || plain
            .chars()
            .all(|c| c.is_whitespace() || lexicon::STROKES.contains(&c))
}

/// Reads a normalised text that holds one value.
pub(super) fn read_one(plain: &str, place: Place) -> Reading {
    let (body, note) = note::set_aside(plain);
    let body = body.trim_end_matches(['。', ';', ',', '、']).trim();
    let mut reading = match scan_doubt::operator(body) {
        Some((operator, doubt, rest)) => misread_operator(operator, doubt, rest, place),
        None => by_class(body, place),
    };
    scan_doubt::leading_two(&mut reading);
    if note::is_all_remark(plain) && !matches!(reading.value, Value::Word(_) | Value::Level(_)) {
        reading.doubt(Doubt::WordsAroundNumber);
    }
    reading.notes.extend(note);
    reading
}

/// The classes in order; words take whatever is left.
fn by_class(body: &str, place: Place) -> Reading {
    // One after the other, not as a chain: a reading is large, and a chain hands it on at every step.
    if let Some(reading) = tick_box::read(body) {
        return reading;
    }
    if let Some(reading) = date::read(body) {
        return reading;
    }
    if let Some(reading) = rank::read(body) {
        return reading;
    }
    amount::read(body, place).unwrap_or_else(|| words::read(body))
}

/// The rest of a text whose first character is taken for a misread comparison.
fn misread_operator(operator: Operator, doubt: Doubt, rest: &str, place: Place) -> Reading {
    let mut reading = by_class(rest, place);
    reading.operator = Some(operator);
    reading.doubt(doubt);
    reading
}
