//! A script function in words a person without a computer can follow.

use crate::number::Fraction;
use crate::rules::facts::Kind;
use crate::rules::host::vocabulary::in_chinese;
use crate::rules::outline::{FunctionOutline, Part, PartKind};
use crate::rules::pack::{Param, Params};
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

/// What it does, a step a line, deeper steps indented.
pub(super) fn lines(function: &FunctionOutline, params: &Params, lang: Lang) -> Vec<String> {
    let mut writer = Writer {
        params,
        lang,
        lines: Vec::new(),
    };
    writer.steps(&function.body, 0, true);
    writer.lines
}

struct Writer<'p> {
    params: &'p Params,
    lang: Lang,
    lines: Vec<String>,
}

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
            PartKind::Assign(name, of) => {
                let text = words::becomes(lang, self.words(name), self.words(of));
                self.line(depth, &text);
            }
            PartKind::Loop(_, over, body) => {
                let over = over.as_ref().map(|over| self.words(over));
                let over = over.unwrap_or_else(|| words::something(lang));
                self.line(depth, &words::repeat(lang, over));
                self.steps(body, depth + 1, false);
            }
            PartKind::Call(name, arguments) if matches!(name.as_str(), "note" | "说明") => {
                let text: Vec<String> = arguments.iter().map(|it| self.words(it)).collect();
                self.line(depth, &words::remark(lang, text.join(" ")));
            }
            _ if value => self.result(part, depth),
            _ => {
                let text = self.words(part);
                self.line(depth, &text);
            }
        }
    }

    /// What comes out: a completion in percent, points, or why it cannot be judged.
    fn result(&mut self, part: &Part, depth: usize) {
        let lang = self.lang;
        let text = match &part.kind {
            PartKind::Number(number) => words::gives(lang, percent(*number)),
            PartKind::Call(name, arguments) if matches!(name.as_str(), "cannot" | "无法评分") => {
                words::cannot_judge(lang, self.list(arguments))
            }
            PartKind::Call(name, arguments) if matches!(name.as_str(), "points" | "得分") => {
                words::gives_points(lang, self.list(arguments))
            }
            _ => words::gives(lang, self.words(part)),
        };
        self.line(depth, &text);
    }

    fn list(&self, parts: &[Part]) -> String {
        let parts: Vec<String> = parts.iter().map(|part| self.words(part)).collect();
        parts.join(", ")
    }

    fn words(&self, part: &Part) -> String {
        let lang = self.lang;
        match &part.kind {
            PartKind::Number(number) => number.to_string(),
            PartKind::Text(text) => {
                let kind = Kind::ALL.iter().find(|(_, name)| name == text);
                let direction = [Direction::AtLeast, Direction::AtMost, Direction::Equal];
                let names = ["at_least", "at_most", "equal"];
                let direction = names
                    .iter()
                    .position(|name| name == text)
                    .map(|at| direction[at]);
                match (kind, direction) {
                    (Some((kind, _)), _) => kind.describe(lang),
                    (_, Some(direction)) => direction.describe(lang),
                    _ => text.clone(),
                }
            }
            PartKind::Truth(true) => words::yes(lang),
            PartKind::Truth(false) => words::no(lang),
            PartKind::Nothing => words::is_absent(lang),
            PartKind::Variable(name) => name.clone(),
            PartKind::Field(of, name) => self.field(of, name),
            PartKind::Method(of, name, arguments) => {
                format!("{}.{name}({})", self.words(of), self.list(arguments))
            }
            PartKind::Call(name, arguments) => self.call(name, arguments),
            PartKind::And(parts) => self.joined(parts, &words::and_also(lang)),
            PartKind::Or(parts) => self.joined(parts, &words::or_also(lang)),
            PartKind::Index(of, by) => format!("{}[{}]", self.words(of), self.words(by)),
            _ => words::something(lang),
        }
    }

    fn joined(&self, parts: &[Part], between: &str) -> String {
        let parts: Vec<String> = parts.iter().map(|part| self.words(part)).collect();
        parts.join(between)
    }

    fn field(&self, of: &Part, name: &str) -> String {
        let lang = self.lang;
        let PartKind::Variable(object) = &of.kind else {
            return format!("{}.{name}", self.words(of));
        };
        if object == "params" {
            return match self.params.get(name) {
                Some(Param::Number(number)) => words::of_param(lang, name, percent(*number)),
                _ => name.to_owned(),
            };
        }
        match name {
            "ratio" | "完成比" => words::actual_by_target(lang),
            "inverse" | "反向比" => words::target_by_actual(lang),
            _ => match lang {
                Lang::Zh => in_chinese(None, name).to_owned(),
                Lang::En => name.replace('_', " "),
            },
        }
    }

    fn call(&self, name: &str, arguments: &[Part]) -> String {
        let lang = self.lang;
        let sign = match name {
            "<=" => "≤",
            ">=" => "≥",
            "==" => "=",
            "!=" => "≠",
            "*" => "×",
            "/" => "÷",
            "<" | ">" | "+" | "-" | "%" => name,
            _ => "",
        };
        match (name, arguments) {
            ("==", [of, nothing]) if nothing.kind == PartKind::Nothing => {
                words::absent(lang, self.words(of))
            }
            ("!=", [of, nothing]) if nothing.kind == PartKind::Nothing => {
                words::present(lang, self.words(of))
            }
            (_, [left, right]) if !sign.is_empty() => {
                format!(
                    "{} {sign} {}",
                    self.operand(left, sign),
                    self.operand(right, sign)
                )
            }
            ("-", [of]) => format!("−{}", self.operand(of, "×")),
            ("!", [of]) => words::not(lang, self.words(of)),
            ("ratio" | "比", [a, b]) => {
                format!("{} ÷ {}", self.operand(a, "÷"), self.operand(b, "÷"))
            }
            ("capped" | "封顶", [x, most]) => {
                words::at_most_of(lang, self.words(x), bound(most, self))
            }
            ("bounded" | "限于", [x, least, most]) => {
                words::between_of(lang, self.words(x), bound(least, self), bound(most, self))
            }
            ("abs", [x]) => format!("|{}|", self.words(x)),
            _ => format!("{name}({})", self.list(arguments)),
        }
    }

    /// In brackets where the sign around it binds more tightly, or at all for what is itself a sum.
    fn operand(&self, part: &Part, around: &str) -> String {
        let text = self.words(part);
        let loose = match &part.kind {
            PartKind::Call(name, arguments) if arguments.len() == 2 => {
                matches!(name.as_str(), "+" | "-") && matches!(around, "×" | "÷" | "-")
                    || matches!(name.as_str(), "*" | "/" | "ratio") && around == "÷"
            }
            PartKind::Field(_, name) => {
                matches!(name.as_str(), "ratio" | "inverse" | "完成比" | "反向比")
                    && matches!(around, "÷")
            }
            _ => false,
        };
        match loose {
            true => format!("({text})"),
            false => text,
        }
    }
}

/// A limit of a completion: 1 is 100 %.
fn bound(part: &Part, writer: &Writer<'_>) -> String {
    match &part.kind {
        PartKind::Number(number) => percent(*number),
        _ => writer.words(part),
    }
}

fn percent(number: Fraction) -> String {
    let hundredfold = number.times(100.into());
    hundredfold.map_or_else(|_| number.to_string(), |number| format!("{number}%"))
}
