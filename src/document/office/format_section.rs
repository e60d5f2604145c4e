//! One section of a number format, between semicolons: its parts, and a number printed with them.

use rust_decimal::Decimal;

use super::calendar::DateFields;
use super::decimal_text::DecimalText;

/// One section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Section {
    /// Numbers it is for, where it says so.
    pub(super) condition: Option<Condition>,
    /// Set when it shows a date or time.
    pub(super) date: Option<DateFields>,
    parts: Vec<Part>,
    /// Digits are grouped by thousands.
    grouped: bool,
    /// Powers of thousand the number is divided by.
    thousands: usize,
    /// Percent signs.
    percents: usize,
    /// An exponent or a fraction: printed as a decimal.
    plain: bool,
}

/// `[>=100]`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Condition {
    sign: &'static str,
    bound: Decimal,
}

impl Condition {
    /// Whether a number meets it.
    pub(super) fn holds(self, value: Decimal) -> bool {
        match self.sign {
            "<=" => value <= self.bound,
            ">=" => value >= self.bound,
            "<>" => value != self.bound,
            "<" => value < self.bound,
            ">" => value > self.bound,
            _ => value == self.bound,
        }
    }

    /// Whether it speaks of numbers below zero only: then the section draws the minus itself.
    pub(super) fn is_below_zero(self) -> bool {
        self.sign.starts_with('<') && self.sign != "<>" && self.bound.is_zero()
    }

    fn parse(text: &str) -> Option<Condition> {
        // Longer signs first.
        ["<=", ">=", "<>", "<", ">", "="].iter().find_map(|sign| {
            let bound = Decimal::from_str_exact(text.strip_prefix(sign)?.trim()).ok()?;
            Some(Condition { sign, bound })
        })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(char),
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    /// `General` or `@`: the number as it is.
    Number,
}

/// The sections of a format code.
pub(super) fn sections(code: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut builder = Builder::default();
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            ';' => sections.push(std::mem::take(&mut builder).finish()),
            '"' => {
                let (quoted, behind) = rest.split_once('"').unwrap_or((rest, ""));
                builder.literals(quoted);
                rest = behind;
            }
            '\\' | '!' => rest = builder.escaped(rest),
            // The width of a character, or a character repeated to fill the cell.
            '_' | '*' => {
                let skipped = rest.chars().next().map_or(0, char::len_utf8);
                rest = &rest[skipped..];
            }
            '[' => {
                let (inside, behind) = rest.split_once(']').unwrap_or((rest, ""));
                builder.bracket(inside);
                rest = behind;
            }
            c => rest = builder.sign(c, rest),
        }
    }
    sections.push(builder.finish());
    sections
}

/// A section while it is read.
#[derive(Default)]
struct Builder {
    section: Section,
    fields: DateFields,
    /// The last field of a time was an hour: an `m` that follows is a minute.
    after_hour: bool,
    /// An `m` that is a month unless a second follows.
    undecided_month: bool,
    commas: usize,
    slash: bool,
}

impl Builder {
    fn literals(&mut self, text: &str) {
        self.section.parts.extend(text.chars().map(Part::Literal));
    }

    fn escaped<'c>(&mut self, rest: &'c str) -> &'c str {
        let mut chars = rest.chars();
        if let Some(c) = chars.next() {
            self.section.parts.push(Part::Literal(c));
        }
        chars.as_str()
    }

    fn bracket(&mut self, inside: &str) {
        if let Some(currency) = inside.strip_prefix('$') {
            self.literals(currency.split('-').next().unwrap_or(""));
        } else if let Some(condition) = Condition::parse(inside) {
            self.section.condition = Some(condition);
        } else if inside
            .chars()
            .all(|c| matches!(c, 'h' | 'H' | 'm' | 'M' | 's' | 'S'))
        {
            self.fields.elapsed = true;
            match inside.chars().next() {
                Some('h' | 'H') => self.hour(),
                Some('m' | 'M') => self.fields.minute = true,
                Some(_) => self.second(),
                None => {}
            }
        }
        // Colours and numbering systems change nothing that is read.
    }

    /// A character that stands for itself or for a part of the number; gives what is left of the code.
    fn sign<'c>(&mut self, c: char, rest: &'c str) -> &'c str {
        let starts = |word: &str| {
            rest.get(..word.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(word))
        };
        let long = |word: &str| &rest[word.len()..];
        match c {
            'G' | 'g' if starts("eneral") => {
                self.section.parts.push(Part::Number);
                return long("eneral");
            }
            'G' if starts("/通用格式") => {
                self.section.parts.push(Part::Number);
                return long("/通用格式");
            }
            'A' | 'a' if starts("M/PM") => return long("M/PM"),
            'A' | 'a' if starts("/P") => return long("/P"),
            '上' if starts("午/下午") => return long("午/下午"),
            'E' | 'e' if rest.starts_with(['+', '-']) => {
                self.section.plain = true;
                return &rest[1..];
            }
            '0' | '#' | '?' => {
                if self.commas > 0 {
                    self.section.grouped = true;
                    self.commas = 0;
                }
                self.section.parts.push(Part::Digit(c));
            }
            '.' => {
                self.end_of_whole();
                self.section.parts.push(Part::Point);
            }
            ',' if self.has_digits() => self.commas += 1,
            '%' => {
                self.section.percents += 1;
                self.section.parts.push(Part::Literal('%'));
            }
            '@' => self.section.parts.push(Part::Number),
            '/' => {
                self.slash = true;
                self.section.parts.push(Part::Literal('/'));
            }
            'y' | 'Y' | 'e' | 'E' => {
                self.fields.year = true;
                self.date_field();
            }
            'd' | 'D' | 'a' | 'A' => {
                self.fields.day = true;
                self.date_field();
            }
            'm' | 'M' if self.after_hour => self.fields.minute = true,
            'm' | 'M' => self.undecided_month = true,
            'h' | 'H' => self.hour(),
            's' | 'S' => self.second(),
            c => self.section.parts.push(Part::Literal(c)),
        }
        rest
    }

    fn has_digits(&self) -> bool {
        self.section
            .parts
            .iter()
            .any(|part| matches!(part, Part::Digit(_)))
    }

    fn date_field(&mut self) {
        self.settle_month();
        self.after_hour = false;
    }

    fn settle_month(&mut self) {
        self.fields.month |= std::mem::take(&mut self.undecided_month);
    }

    fn hour(&mut self) {
        self.settle_month();
        self.fields.hour = true;
        self.after_hour = true;
    }

    fn second(&mut self) {
        self.fields.minute |= std::mem::take(&mut self.undecided_month);
        self.fields.second = true;
        self.after_hour = false;
    }

    /// Commas behind the last digit of the whole number divide it.
    fn end_of_whole(&mut self) {
        self.section.thousands += std::mem::take(&mut self.commas);
    }

    fn finish(mut self) -> Section {
        self.end_of_whole();
        self.settle_month();
        let has_number = self.section.parts.contains(&Part::Number);
        let seconds_only = !self.has_digits() || self.fields.second;
        if self.fields.any() && !has_number && seconds_only {
            self.section.date = Some(self.fields);
        }
        self.section.plain |= self.slash && self.has_digits();
        self.section
    }
}

impl Section {
    /// A number in the shape of the section; its sign is drawn if `signed`.
    pub(super) fn render(&self, number: &DecimalText, signed: bool) -> String {
        let mut number = number.clone();
        if !signed {
            number.negative = false;
        }
        if self.plain {
            return number.plain();
        }
        number.shift_left(self.percents * 2);
        number.shift_right(self.thousands * 3);
        let mut text = if self.parts.contains(&Part::Number) {
            self.render_as_is(&number)
        } else {
            self.render_digits(&mut number)
        };
        if number.negative {
            text.insert(0, '-');
        }
        text.trim().to_owned()
    }

    fn render_as_is(&self, number: &DecimalText) -> String {
        let mut number = number.clone();
        number.negative = false;
        let parts = self.parts.iter().map(|part| match part {
            Part::Literal(c) | Part::Digit(c) => c.to_string(),
            Part::Point => ".".to_owned(),
            Part::Number => number.plain(),
        });
        parts.collect()
    }

    fn render_digits(&self, number: &mut DecimalText) -> String {
        let point = self
            .parts
            .iter()
            .position(|part| *part == Part::Point)
            .unwrap_or(self.parts.len());
        let (front, behind) = self.parts.split_at(point);
        let places = behind
            .iter()
            .filter(|part| matches!(part, Part::Digit(_)))
            .count();
        number.round(places);
        let mut text = self.render_whole(front, &number.whole());
        let fraction = number.fraction();
        let mut digits = fraction.chars();
        for part in behind {
            match part {
                Part::Literal(c) => text.push(*c),
                // A point that no digit follows is not written.
                Part::Point if fraction.is_empty() && !behind.contains(&Part::Digit('0')) => {}
                Part::Point => text.push('.'),
                Part::Digit(placeholder) => match digits.next() {
                    Some(digit) => text.push(digit),
                    None if *placeholder == '0' => text.push('0'),
                    None => {}
                },
                Part::Number => {}
            }
        }
        text
    }

    /// Fills the places from the right; the first place takes all digits that are left.
    fn render_whole(&self, front: &[Part], whole: &str) -> String {
        let places = front
            .iter()
            .filter(|part| matches!(part, Part::Digit(_)))
            .count();
        let digits: Vec<char> = whole.chars().collect();
        let mut text = String::new();
        let mut place = places;
        for part in front {
            match part {
                Part::Literal(c) => text.push(*c),
                Part::Point | Part::Number => {}
                Part::Digit(placeholder) => {
                    place -= 1;
                    let from = if place + 1 == places {
                        digits.len()
                    } else {
                        place + 1
                    };
                    for position in (place..from.max(place + 1)).rev() {
                        let digit = digits.len().checked_sub(position + 1).map(|i| digits[i]);
                        let Some(digit) = digit.or((*placeholder == '0').then_some('0')) else {
                            continue;
                        };
                        text.push(digit);
                        if self.grouped && position > 0 && position % 3 == 0 {
                            text.push(',');
                        }
                    }
                }
            }
        }
        text
    }
}
