//! A script function in words a person without a computer can follow.

use super::verbatim;
use crate::number::Fraction;
use crate::rules::facts::Kind;
use crate::rules::host::vocabulary::in_chinese;
use crate::rules::outline::{FunctionOutline, Outline, Part, PartKind, Repeat};
use crate::rules::pack::{Param, RulePack};
use crate::sheet::Direction;
use crate::words::{Lang, packs as words};

/// The lines of its comment in one language; all of them where a language has none.
pub(super) fn comment(function: &FunctionOutline, lang: Lang) -> Vec<String> {
    // An English line may quote a Chinese word, and the reverse.
    let chinese = |text: &&String| {
        let han = text
            .chars()
            .filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c));
        let latin = text.chars().filter(char::is_ascii_alphabetic);
        han.count() * 2 >= latin.count()
    };
    let wanted = function.says.iter();
    let wanted: Vec<String> = wanted
        .filter(|text| chinese(text) == (lang == Lang::Zh))
        .cloned()
        .collect();
    match wanted.is_empty() {
        true => function.says.clone(),
        false => wanted,
    }
}

/// What it does, a step a line, deeper steps indented. What has no faithful words stands as the script
/// has it.
pub(super) fn lines(
    function: &FunctionOutline,
    outline: &Outline,
    pack: &RulePack,
    lang: Lang,
) -> Vec<String> {
    let completes = pack.methods.iter().map(|method| &method.function);
    let completes = completes.chain(pack.execution.iter().map(|part| &part.function));
    let script = pack.scripts.get(function.place.script);
    let mut writer = Writer {
        pack,
        lang,
        outline,
        script: script.map_or("", |script| &script.text),
        completion: completes.into_iter().any(|name| *name == function.name),
        subject: subject(function),
        lines: Vec::new(),
    };
    writer.steps(&function.body, 0, true);
    writer.lines
}

/// The parameter whose fields need no owner: the only thing with fields, and none of its fields is
/// called like another name of the function.
fn subject(function: &FunctionOutline) -> Option<String> {
    let (mut owners, mut fields) = (Vec::new(), Vec::new());
    function.each(&mut |part| {
        if let PartKind::Field(of, field) = &part.kind
            && let PartKind::Variable(owner) = &of.kind
            && owner != "params"
        {
            owners.push(owner.as_str());
            fields.push(field.as_str());
        }
    });
    owners.sort_unstable();
    owners.dedup();
    let [only] = owners[..] else { return None };
    let bound = function.bound();
    let names = bound
        .iter()
        .copied()
        .chain(function.parameters.iter().map(String::as_str));
    let clash = names.into_iter().any(|name| {
        fields.iter().any(|field| {
            name == *field || name == in_chinese(None, field) || name == field.replace('_', " ")
        })
    });
    let parameter = function.parameters.iter().any(|name| name == only);
    (parameter && !bound.contains(&only) && !clash).then(|| only.to_owned())
}

struct Writer<'p> {
    pack: &'p RulePack,
    lang: Lang,
    outline: &'p Outline,
    /// The text of the script the function stands in.
    script: &'p str,
    /// Whether a method or the execution part asks for the function: it returns a completion.
    completion: bool,
    subject: Option<String>,
    lines: Vec<String>,
}

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
    fn line(&mut self, depth: usize, text: &str) {
        self.lines.push(format!("{}{text}", "  ".repeat(depth)));
    }

    /// `value`: whether what stands last is what comes out.
    fn steps(&mut self, parts: &[Part], depth: usize, value: bool) {
        for (index, part) in parts.iter().enumerate() {
            self.step(part, depth, value && index + 1 == parts.len());
        }
    }

    fn step(&mut self, part: &Part, depth: usize, value: bool) {
        let lang = self.lang;
        if !self.can_say(part) {
            self.verbatim(part, depth);
            return;
        }
        match &part.kind {
            PartKind::If(condition, then, otherwise) => {
                let condition = words::if_so(lang, self.words(condition));
                self.line(depth, &condition);
                self.steps(then, depth + 1, value);
                if !otherwise.is_empty() {
                    self.line(depth, &words::or_else(lang));
                    self.steps(otherwise, depth + 1, value);
                }
            }
            PartKind::Return(result) => match result {
                Some(result) if matches!(result.kind, PartKind::If(..)) => {
                    self.step(result, depth, true);
                }
                Some(result) => self.result(result, depth),
                None => self.line(depth, &words::gives_nothing(lang)),
            },
            PartKind::Block(parts) => self.steps(parts, depth, value),
            PartKind::Let(name, of) if matches!(of.kind, PartKind::If(..)) => {
                self.line(depth, words::named(lang, name, "").trim_end());
                self.step(of, depth + 1, false);
            }
            PartKind::Let(name, of) => {
                let text = words::named(lang, name, self.words(of));
                self.line(depth, &text);
            }
            PartKind::Assign(operator, name, of) => {
                let value = match operator.is_empty() {
                    true => self.words(of),
                    false => self.call(operator, &[(**name).clone(), (**of).clone()]),
                };
                let text = words::becomes(lang, self.words(name), value);
                self.line(depth, &text);
            }
            PartKind::Loop(repeat, names, over, body) => {
                let over = over.as_ref().map(|over| self.words(over));
                let over = over.unwrap_or_default();
                let head = match repeat {
                    Repeat::Each => words::for_each(lang, names.join(", "), over),
                    _ => words::as_long_as(lang, over),
                };
                self.line(depth, &head);
                self.steps(body, depth + 1, false);
            }
            PartKind::Call(name, arguments)
                if matches!(name.as_str(), "note" | "说明") && !self.own(name) =>
            {
                let text = words::remark(lang, self.bare(arguments, " "));
                self.line(depth, &text);
            }
            _ if value => self.result(part, depth),
            _ => {
                let text = self.words(part);
                self.line(depth, &text);
            }
        }
    }

    /// The statement as the script has it.
    fn verbatim(&mut self, part: &Part, depth: usize) {
        let lang = self.lang;
        match &verbatim::statement(self.script, part)[..] {
            [only] => self.line(depth, &words::verbatim(lang, only)),
            lines => {
                self.line(depth, &words::verbatim_lines(lang));
                for line in lines {
                    self.line(depth + 1, line);
                }
            }
        }
    }

    /// Whether a step can be put into words; steps within it are asked when it is their turn.
    fn can_say(&self, part: &Part) -> bool {
        let plain = |part: &Part| {
            let source = verbatim::statement(self.script, part).join("\n");
            // Absent on the left makes these absent as a whole.
            !source.contains("?.") && !source.contains("?[")
        };
        match &part.kind {
            PartKind::Block(_) => true,
            PartKind::If(condition, ..) => self.sayable(condition) && plain(part),
            PartKind::Let(_, of) if matches!(of.kind, PartKind::If(..)) => true,
            PartKind::Return(Some(of)) if matches!(of.kind, PartKind::If(..)) => true,
            PartKind::Return(None) => true,
            PartKind::Return(Some(of)) | PartKind::Let(_, of) => self.sayable(of) && plain(part),
            PartKind::Assign(operator, name, of) => {
                matches!(operator.as_str(), "" | "+" | "-" | "*" | "/")
                    && self.sayable(name)
                    && self.sayable(of)
                    && plain(part)
            }
            PartKind::Loop(Repeat::Each, names, Some(over), _) => {
                names.len() == 1 && self.sayable(over) && plain(part)
            }
            PartKind::Loop(Repeat::While, _, Some(over), _) => self.sayable(over) && plain(part),
            PartKind::Loop(..) | PartKind::Throw(_) | PartKind::Other(_) => false,
            _ => self.sayable(part) && plain(part),
        }
    }

    /// Whether an expression can be put into words.
    fn sayable(&self, part: &Part) -> bool {
        let known = match &part.kind {
            PartKind::Number(_)
            | PartKind::Text(_)
            | PartKind::Truth(_)
            | PartKind::Nothing
            | PartKind::Variable(_)
            | PartKind::Field(..)
            | PartKind::Method(..)
            | PartKind::And(_)
            | PartKind::Or(_)
            | PartKind::Index(..) => true,
            PartKind::Call(name, arguments) => match arguments.len() {
                1 if matches!(name.as_str(), "-" | "!") => true,
                2 if sign(name).is_some() => true,
                _ => name.chars().all(|c| c.is_alphanumeric() || c == '_'),
            },
            _ => false,
        };
        known && part.below().iter().all(|part| self.sayable(part))
    }

    /// Whether the pack defines a function of this name itself.
    fn own(&self, name: &str) -> bool {
        self.outline.function(name).is_some()
    }

    /// What comes out: a completion, points, or why it cannot be judged.
    fn result(&mut self, part: &Part, depth: usize) {
        let lang = self.lang;
        let text = match &part.kind {
            PartKind::Number(number) => words::gives(lang, self.returned(*number)),
            PartKind::Call(name, arguments) if !self.own(name) => match name.as_str() {
                "cannot" | "无法评分" => words::cannot_judge(lang, self.bare(arguments, ", ")),
                "points" | "得分" => words::gives_points(lang, self.list(arguments)),
                "capped" | "封顶" | "bounded" | "限于" => {
                    words::gives(lang, self.limited(arguments, self.completion))
                }
                _ => words::gives(lang, self.words(part)),
            },
            _ => words::gives(lang, self.words(part)),
        };
        self.line(depth, &text);
    }

    /// A number that comes out: a completion from 0 to 1 in percent.
    fn returned(&self, number: Fraction) -> String {
        let completion = self.completion && (Fraction::ZERO..=Fraction::ONE).contains(&number);
        match number.times(100.into()) {
            Ok(hundredfold) if completion => format!("{hundredfold}%"),
            _ => number.to_string(),
        }
    }

    fn list(&self, parts: &[Part]) -> String {
        let parts: Vec<String> = parts.iter().map(|part| self.words(part)).collect();
        parts.join(", ")
    }

    /// What is said to a person: texts without quotes.
    fn bare(&self, parts: &[Part], between: &str) -> String {
        let parts = parts.iter().map(|part| match &part.kind {
            PartKind::Text(text) => text.clone(),
            _ => self.words(part),
        });
        parts.collect::<Vec<String>>().join(between)
    }

    fn words(&self, part: &Part) -> String {
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

    fn call(&self, name: &str, arguments: &[Part]) -> String {
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
    fn limited(&self, arguments: &[Part], completion: bool) -> String {
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

fn sign(name: &str) -> Option<(&'static str, u8)> {
    let found = SIGNS.iter().find(|(operator, ..)| *operator == name);
    found.map(|(_, sign, level)| (*sign, *level))
}
