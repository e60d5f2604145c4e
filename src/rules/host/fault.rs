//! A script that is wrong: what, and where in which file.

use rhai::{AST, EvalAltResult, ParseErrorType, Position};

use super::registered::{Object, Registered};
use super::syntax::SyntaxFault;
use crate::rules::pack::Script;
use crate::words::{Lang, rules as words};

/// What is wrong with a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// It does not parse.
    Syntax(SyntaxFault),
    /// It uses a word that is taken away from scripts: `eval`, `import`, `print`….
    Forbidden(String),
    /// There are statements beside the functions.
    OutsideFunction,
    /// It calls a function nobody defines, or with arguments of other types.
    UnknownFunction(String),
    /// It reads a field or parameter that does not exist.
    UnknownField(String),
    /// It used more steps than a call may.
    TooLong,
    /// Calls inside calls, without end.
    TooDeep,
    /// A text, list or map grew beyond the limit.
    TooLarge,
    /// The function returned something that is no number, points or `cannot`.
    NoAnswer {
        /// The type that came back.
        found: String,
    },
    /// Any other failure; the engine's words.
    Runtime(String),
}

/// A fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptFault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The function that was called, when one was.
    pub function: Option<String>,
    /// The script's path.
    pub file: String,
    /// Line in that script, from 1; 0 when unknown.
    pub line: usize,
    /// Column in characters, from 1; 0 when unknown.
    pub column: usize,
    /// The line itself.
    pub excerpt: String,
}

impl ScriptFault {
    /// A function the pack names and no script defines.
    pub fn undefined(name: &str) -> ScriptFault {
        ScriptFault {
            kind: FaultKind::UnknownFunction(name.to_owned()),
            function: Some(name.to_owned()),
            file: String::new(),
            line: 0,
            column: 0,
            excerpt: String::new(),
        }
    }
}

impl ScriptFault {
    /// What is wrong, in one sentence.
    pub fn message(&self, lang: Lang) -> String {
        let message = match &self.kind {
            FaultKind::Syntax(fault) => words::script_syntax(lang, fault.message(lang)),
            FaultKind::Forbidden(word) => words::script_forbidden(lang, word),
            FaultKind::OutsideFunction => words::script_outside_function(lang),
            FaultKind::UnknownFunction(name) => words::script_unknown_function(lang, name),
            FaultKind::UnknownField(name) => words::script_unknown_field(lang, name),
            FaultKind::TooLong => words::script_too_long(lang),
            FaultKind::TooDeep => words::script_too_deep(lang),
            FaultKind::TooLarge => words::script_too_large(lang),
            FaultKind::NoAnswer { found } => words::script_no_answer(lang, found),
            FaultKind::Runtime(detail) => words::script_runtime(lang, detail),
        };
        match &self.function {
            Some(function) => words::script_in_function(lang, message, function),
            None => message,
        }
    }

    /// What to do about it; "" when the message says it all.
    pub fn help(&self, lang: Lang) -> String {
        match &self.kind {
            FaultKind::Syntax(fault) => fault.help(lang),
            FaultKind::Forbidden(_) => words::script_forbidden_help(lang),
            FaultKind::OutsideFunction => words::script_outside_function_help(lang),
            FaultKind::UnknownFunction(_) => words::script_unknown_function_help(lang),
            FaultKind::UnknownField(name) => unknown_field_help(name, lang),
            FaultKind::TooLong | FaultKind::TooDeep | FaultKind::TooLarge => {
                words::script_limit_help(lang)
            }
            FaultKind::NoAnswer { .. } => words::script_no_answer_help(lang),
            FaultKind::Runtime(_) => String::new(),
        }
    }
}

/// The allowed fields of the object a field was asked of.
fn unknown_field_help(name: &str, lang: Lang) -> String {
    let known = Registered::read();
    let object = name.split_once('.').and_then(|(letter, _)| {
        let mut all = Object::ALL.iter();
        all.find(|(_, own)| *own == letter)
    });
    match object {
        Some((object, letter)) => {
            let fields: Vec<&str> = known.fields(*object).collect();
            words::script_fields(lang, letter, fields.join(", "))
        }
        None if name == "params" => words::script_params_help(lang),
        None => words::script_unknown_field_help(lang),
    }
}

/// The letter for the name the engine gives a type.
fn object_letter(type_name: &str) -> &'static str {
    let objects = [
        ("measure", Object::Measure),
        ("execution", Object::Execution),
        ("total", Object::Total),
    ];
    let found = objects.iter().find(|(name, _)| *name == type_name);
    found.map_or("", |(_, object)| object.letter())
}

/// The scripts of a pack laid end to end, so that they compile as one, and the way back from a
/// position in the whole to a file and line.
pub(super) struct Sources {
    text: String,
    /// Path and first line (from 1) of each script.
    starts: Vec<(String, usize)>,
    /// For each layer, the whole with only the lines of that layer in it: lines keep their numbers.
    layers: Vec<String>,
}

impl Sources {
    pub(super) fn join(scripts: &[Script]) -> Sources {
        let (mut text, mut starts, mut line) = (String::new(), Vec::new(), 1);
        let highest = scripts.iter().map(|script| script.layer).max();
        let mut layers = vec![String::new(); highest.map_or(0, |highest| highest + 1)];
        for script in scripts {
            for (layer, whole) in layers.iter_mut().enumerate() {
                if layer == script.layer {
                    whole.push_str(&script.text);
                } else {
                    whole.extend(script.text.chars().filter(|c| *c == '\n'));
                }
                whole.push('\n');
            }
            starts.push((script.path.clone(), line));
            text.push_str(&script.text);
            text.push('\n');
            line += script.text.matches('\n').count() + 1;
        }
        Sources {
            text,
            starts,
            layers,
        }
    }

    /// The layers of the scripts, the one everything builds on first.
    pub(super) fn layers(&self) -> &[String] {
        &self.layers
    }

    pub(super) fn fault(&self, error: &EvalAltResult, function: Option<&str>) -> Box<ScriptFault> {
        let inner = error.unwrap_inner();
        let position = [inner.position(), error.position()]
            .into_iter()
            .find(|position| !position.is_none())
            // A limit is hit anywhere; then at least the function that was called is shown.
            .or_else(|| function.map(|name| self.definition(name)))
            .unwrap_or(Position::NONE);
        self.at(position, kind(inner), function)
    }

    pub(super) fn no_answer(&self, function: &str, found: &str) -> Box<ScriptFault> {
        let kind = FaultKind::NoAnswer {
            found: found.to_owned(),
        };
        self.at(self.definition(function), kind, Some(function))
    }

    /// Where a function is defined; of several layers the one that counts, the last.
    fn definition(&self, function: &str) -> Position {
        let defined = format!("fn {function}(");
        let lines = self.text.lines().enumerate();
        let line = lines.filter(|(_, line)| line.contains(&defined)).last();
        let line = line.map(|(index, _)| index);
        line.map_or(Position::NONE, |line| {
            Position::new(u16::try_from(line + 1).unwrap_or(u16::MAX), 1)
        })
    }

    pub(super) fn statements_outside_functions(&self, ast: &AST) -> Option<Box<ScriptFault>> {
        // The engine offers no stable way to count statements, but two trees without any print alike.
        let (found, none) = (ast.clone_statements_only(), AST::empty());
        (format!("{found:?}") != format!("{none:?}"))
            .then(|| self.at(Position::NONE, FaultKind::OutsideFunction, None))
    }

    fn at(&self, position: Position, kind: FaultKind, function: Option<&str>) -> Box<ScriptFault> {
        let line = position.line().unwrap_or(0);
        let (file, first) = self
            .starts
            .iter()
            .rev()
            .find(|(_, first)| *first <= line.max(1))
            .cloned()
            .unwrap_or_default();
        Box::new(ScriptFault {
            kind,
            function: function.map(str::to_owned),
            file,
            line: (line + 1).saturating_sub(first).min(line),
            column: position.position().unwrap_or(0),
            excerpt: line
                .checked_sub(1)
                .and_then(|index| self.text.lines().nth(index))
                .unwrap_or_default()
                .to_owned(),
        })
    }
}

fn kind(error: &EvalAltResult) -> FaultKind {
    match error {
        EvalAltResult::ErrorParsing(parse, _) => syntax(parse),
        EvalAltResult::ErrorTooManyOperations(_) => FaultKind::TooLong,
        EvalAltResult::ErrorStackOverflow(_) => FaultKind::TooDeep,
        EvalAltResult::ErrorDataTooLarge(..) => FaultKind::TooLarge,
        EvalAltResult::ErrorFunctionNotFound(signature, _) => {
            FaultKind::UnknownFunction(signature.clone())
        }
        EvalAltResult::ErrorVariableNotFound(name, _)
        | EvalAltResult::ErrorPropertyNotFound(name, _) => FaultKind::UnknownField(name.clone()),
        // "Unknown property 'ratioo' - a getter is not registered for type 'measure'"
        EvalAltResult::ErrorDotExpr(words, _) => {
            let mut quoted = words.split('\'').skip(1).step_by(2);
            let name = quoted.next().unwrap_or(words);
            // Of which object, for the list of what it has.
            let of = quoted.next().map_or("", object_letter);
            let point = if of.is_empty() { "" } else { "." };
            FaultKind::UnknownField(format!("{of}{point}{name}"))
        }
        other => {
            // The engine adds its position in the joined scripts, which no file has.
            let words = other.to_string();
            let end = words.rfind(" (line ").unwrap_or(words.len());
            FaultKind::Runtime(words[..end].to_owned())
        }
    }
}

fn syntax(parse: &ParseErrorType) -> FaultKind {
    match parse {
        ParseErrorType::Reserved(word) => FaultKind::Forbidden(word.clone()),
        other => {
            let words = other.to_string();
            match words.strip_suffix("is disabled") {
                Some(_) => FaultKind::Forbidden(words),
                None => FaultKind::Syntax(SyntaxFault::of(other)),
            }
        }
    }
}
