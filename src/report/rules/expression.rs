//! An expression of a script in words, with the brackets it needs.

use super::formula::Writer;
use super::verbatim;
use crate::number::Fraction;
use crate::rules::facts::Kind;
use crate::rules::host::vocabulary::in_chinese;
use crate::rules::outline::{Part, PartKind};
use crate::rules::pack::Param;
use crate::sheet::Direction;
use crate::words::{Lang, packs as words};

/// Signs of operators with two sides, and how tightly they bind.
const SIGNS: &[(&str, &str, u8)] = &[
    ("==", "=", 3),
    ("!=", "≠", 3),
    ("<", "<", 4),
    ("<=", "≤", 4),
    (">", ">", 4),
    (">=", "≥", 4),
    ("+", "+", 5),
    ("-", "-", 5),
    ("*", "×", 6),
    ("/", "÷", 6),
];

const PRODUCT: u8 = 6;
const SIGNED: u8 = 7;
const WHOLE: u8 = 9;

impl Writer<'_> {
    /// A number that comes out: a completion from 0 to 1 in percent.
    pub(super) fn returned(&self, number: Fraction) -> String {
        let completion = self.completion && (Fraction::ZERO..=Fraction::ONE).contains(&number);
        match number.times(100.into()) {
            Ok(hundredfold) if completion => format!("{hundredfold}%"),
            _ => number.to_string(),
        }
    }

    pub(super) fn list(&self, parts: &[Part]) -> String {
        let parts: Vec<String> = parts.iter().map(|part| self.words(part)).collect();
        parts.join(", ")
    }

    /// What is said to a person: texts without quotes.
    pub(super) fn bare(&self, parts: &[Part], between: &str) -> String {
        let parts = parts.iter().map(|part| match &part.kind {
            PartKind::Text(text) => text.clone(),
            _ => self.words(part),
        });
        parts.collect::<Vec<String>>().join(between)
    }

    pub(super) fn words(&self, part: &Part) -> String {
        let lang = self.lang;
        match &part.kind {
            PartKind::Number(number) => number.to_string(),
            PartKind::Text(text) => format!("\"{text}\""),
            PartKind::Truth(true) => words::yes(lang),
            PartKind::Truth(false) => words::no(lang),
            PartKind::Nothing => words::is_absent(lang),
            PartKind::Variable(name) => name.clone(),
            PartKind::Field(of, name) => self.field(of, name),
            PartKind::Method(of, name, arguments) => {
                format!(
                    "{}.{name}({})",
                    self.operand(of, WHOLE),
                    self.list(arguments)
                )
            }
            PartKind::Call(name, arguments) => self.call(name, arguments),
            PartKind::And(parts) => self.joined(parts, 2, &words::and_also(lang)),
            PartKind::Or(parts) => self.joined(parts, 1, &words::or_also(lang)),
            PartKind::Index(of, by) => {
                format!("{}[{}]", self.operand(of, WHOLE), self.words(by))
            }
            // `can_say` lets nothing else come here.
            _ => verbatim::statement(self.script, part).join(" "),
        }
    }

    fn joined(&self, parts: &[Part], level: u8, between: &str) -> String {
        let parts = parts.iter().map(|part| self.operand(part, level + 1));
        parts.collect::<Vec<String>>().join(between)
    }

    fn field(&self, of: &Part, name: &str) -> String {
        let lang = self.lang;
        let PartKind::Variable(object) = &of.kind else {
            return format!("{}.{name}", self.operand(of, WHOLE));
        };
        if object == "params" {
            return match self.pack.params.get(name) {
                Some(Param::Number(number)) => words::of_param(lang, name, number),
                _ => name.to_owned(),
            };
        }
        let of = |field: &str| match self.subject.as_ref() == Some(object) {
            true => field.to_owned(),
            false => words::of_object(lang, object, field),
        };
        let said = |field: &str| match lang {
            Lang::Zh => of(in_chinese(None, field)),
            Lang::En => of(&field.replace('_', " ")),
        };
        match name {
            "ratio" | "完成比" => format!("{} ÷ {}", said("actual"), said("target")),
            "inverse" | "反向比" => format!("{} ÷ {}", said("target"), said("actual")),
            _ => said(name),
        }
    }

    pub(super) fn call(&self, name: &str, arguments: &[Part]) -> String {
        let lang = self.lang;
        match (name, arguments) {
            ("==", [of, nothing]) if nothing.kind == PartKind::Nothing => {
                words::absent(lang, self.operand(of, 5))
            }
            ("!=", [of, nothing]) if nothing.kind == PartKind::Nothing => {
                words::present(lang, self.operand(of, 5))
            }
            ("==" | "!=", [field, text]) if self.choice(field, text).is_some() => {
                let sign = sign(name).map_or(name, |(sign, _)| sign);
                let choice = self.choice(field, text).unwrap_or_default();
                format!("{} {sign} {choice}", self.words(field))
            }
            (_, [left, right]) if sign(name).is_some() => {
                let (sign, level) = sign(name).unwrap_or((name, 0));
                // 「a ÷ b × c」 is read in two ways.
                let least = match (&left.kind, sign) {
                    (_, "÷") => PRODUCT + 1,
                    (PartKind::Call(name, _), "×") if name == "/" => PRODUCT + 1,
                    (_, "=" | "≠" | "<" | "≤" | ">" | "≥") => 5,
                    _ => level,
                };
                let (left, right) = (self.operand(left, least), self.operand(right, level + 1));
                format!("{left} {sign} {right}")
            }
            ("-", [of]) => format!("−{}", self.operand(of, SIGNED + 1)),
            ("!", [of]) => words::not(lang, self.operand(of, SIGNED)),
            _ if self.own(name) => format!("{name}({})", self.list(arguments)),
            ("ratio" | "比", [a, b]) => {
                let (a, b) = (self.operand(a, PRODUCT + 1), self.operand(b, PRODUCT + 1));
                format!("{a} ÷ {b}")
            }
            ("capped" | "封顶", [_, _]) | ("bounded" | "限于", [_, _, _]) => {
                self.limited(arguments, false)
            }
            ("abs", [x]) => format!("|{}|", self.words(x)),
            _ => format!("{name}({})", self.list(arguments)),
        }
    }

    /// A value with its limits, which are in percent where a completion comes out.
    pub(super) fn limited(&self, arguments: &[Part], completion: bool) -> String {
        let lang = self.lang;
        let limit = |part: &Part| match &part.kind {
            PartKind::Number(number) if completion => self.returned(*number),
            _ => self.words(part),
        };
        match arguments {
            [x, most] => words::at_most_of(lang, self.operand(x, PRODUCT), limit(most)),
            [x, least, most] => {
                words::between_of(lang, self.operand(x, PRODUCT), limit(least), limit(most))
            }
            _ => self.list(arguments),
        }
    }

    /// What a text stands for that is compared with a kind or a direction.
    fn choice(&self, field: &Part, text: &Part) -> Option<String> {
        let (PartKind::Field(_, field), PartKind::Text(text)) = (&field.kind, &text.kind) else {
            return None;
        };
        match field.as_str() {
            "kind" | "类型" => {
                let kind = Kind::ALL.iter().find(|(_, name)| name == text);
                kind.map(|(kind, _)| kind.describe(self.lang))
            }
            "direction" | "指标性质" => {
                let direction = match text.as_str() {
                    "at_least" => Direction::AtLeast,
                    "at_most" => Direction::AtMost,
                    "equal" => Direction::Equal,
                    _ => return None,
                };
                Some(direction.describe(self.lang))
            }
            _ => None,
        }
    }

    /// In brackets unless it binds at least as tightly as asked for.
    fn operand(&self, part: &Part, least: u8) -> String {
        let text = self.words(part);
        match self.level(part) < least {
            true => format!("({text})"),
            false => text,
        }
    }

    /// How tightly the words of a part hold together.
    fn level(&self, part: &Part) -> u8 {
        match &part.kind {
            PartKind::Or(_) => 1,
            PartKind::And(_) => 2,
            PartKind::Number(number) if *number < Fraction::ZERO => SIGNED,
            PartKind::Number(number) if number.as_exact_decimal().is_none() => PRODUCT,
            PartKind::Field(of, name) => match (&of.kind, name.as_str()) {
                (PartKind::Variable(_), "ratio" | "inverse" | "完成比" | "反向比") => PRODUCT,
                (PartKind::Variable(_), _) if self.lang == Lang::En && name.contains('_') => {
                    SIGNED + 1
                }
                _ => WHOLE,
            },
            PartKind::Call(name, arguments) => match (name.as_str(), arguments.len()) {
                ("-", 1) => SIGNED,
                ("!", 1) => 3,
                (_, 2) if sign(name).is_some() => sign(name).map_or(0, |(_, level)| level),
                _ if self.own(name) => WHOLE,
                ("ratio" | "比", 2) => PRODUCT,
                ("capped" | "封顶", 2) | ("bounded" | "限于", 3) => 3,
                _ => WHOLE,
            },
            _ => WHOLE,
        }
    }
}

/// The sign an operator is told by, and how tightly it binds.
pub(super) fn sign(name: &str) -> Option<(&'static str, u8)> {
    let found = SIGNS.iter().find(|(operator, ..)| *operator == name);
    found.map(|(_, sign, level)| (*sign, *level))
}
