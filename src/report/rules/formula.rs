//! A script function in words a person without a computer can follow.

use super::expression::sign;
use super::verbatim;
use crate::rules::host::vocabulary::in_chinese;
use crate::rules::outline::{FunctionOutline, Outline, Part, PartKind, Repeat};
use crate::rules::pack::RulePack;
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

/// Writes one function.
pub(super) struct Writer<'p> {
    pub(super) pack: &'p RulePack,
    pub(super) lang: Lang,
    pub(super) outline: &'p Outline,
    /// The text of the script the function stands in.
    pub(super) script: &'p str,
    /// Whether a method or the execution part asks for the function: it returns a completion.
    pub(super) completion: bool,
    pub(super) subject: Option<String>,
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
    pub(super) fn own(&self, name: &str) -> bool {
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
}
