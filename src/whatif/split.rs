//! The notation of keys: names joined by dots, with brackets around names and numbers.

use rust_decimal::Decimal;

use super::{Change, Key};
use crate::document::{Input, Node, NodeKind, ProblemKind};
use crate::sheet::Origin;
use crate::words::whatif as words;

/// The most characters of a key.
const LONGEST: usize = 500;

/// One part of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// The text, without brackets and quotes.
    pub text: String,
    /// Whether it stood in brackets.
    pub bracketed: bool,
    /// Whether it stood in quotes, where digits are a name too.
    pub quoted: bool,
}

/// The parts of a key: `rows["培训对象参训率"].points` → rows, 培训对象参训率, points. `None` when a
/// bracket or quote has no partner, or a part is empty.
pub(super) fn steps(key: &str) -> Option<Vec<Step>> {
    if key.chars().nth(LONGEST).is_some() {
        return None;
    }
    let mut steps = Vec::new();
    let mut rest = key.trim();
    while !rest.is_empty() {
        let behind = match rest.strip_prefix('[') {
            Some(inside) => {
                let inside = inside.trim_start();
                let (text, quoted, behind) = match inside.chars().next().and_then(closing) {
                    Some(quote) => {
                        let open = inside.chars().next().map_or(0, char::len_utf8);
                        let (text, behind) = inside[open..].split_once(quote)?;
                        (text, true, behind.trim_start().strip_prefix(']')?)
                    }
                    None => {
                        let (text, behind) = inside.split_once(']')?;
                        (text, false, behind)
                    }
                };
                steps.push(Step {
                    text: text.trim().to_owned(),
                    bracketed: true,
                    quoted,
                });
                behind
            }
            None => {
                let end = rest.find(['.', '[']).unwrap_or(rest.len());
                steps.push(Step {
                    text: rest[..end].trim().to_owned(),
                    bracketed: false,
                    quoted: false,
                });
                &rest[end..]
            }
        };
        rest = match behind.strip_prefix('.') {
            Some("") => return None,
            Some(next) => next,
            // Brackets follow without a dot; nothing else does.
            None if behind.is_empty() || behind.starts_with('[') => behind,
            None => return None,
        };
    }
    let sound = steps.iter().all(|step| !step.text.is_empty());
    (sound && !steps.is_empty()).then_some(steps)
}

/// The quote that ends what this one begins.
fn closing(quote: char) -> Option<char> {
    match quote {
        '"' | '\'' => Some(quote),
        '“' => Some('”'),
        '‘' => Some('’'),
        '「' => Some('」'),
        _ => None,
    }
}

/// `KEY=VALUE` at the first = that stands in no bracket; `None` without one.
pub fn split(text: &str) -> Option<(&str, &str)> {
    let (mut inside, mut quote) = (false, None);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(end), c) => {
                if c == end {
                    quote = None;
                }
            }
            (None, '[') => inside = true,
            (None, ']') => inside = false,
            (None, '=') if !inside => return Some((text[..at].trim(), text[at + 1..].trim())),
            (None, c) if inside => quote = closing(c),
            (None, _) => {}
        }
    }
    None
}

/// Reads a change as the command line has it: `KEY=VALUE`.
///
/// # Errors
/// What is wrong with the key or the value, and what is expected.
pub fn read_set(text: &str) -> Result<Change, ProblemKind> {
    let Some((key, value)) = split(text) else {
        return Err(ProblemKind::said(
            |lang| words::no_equals(lang, text),
            words::no_equals_help,
        ));
    };
    let origin = Origin {
        file: "--set".into(),
        cell: Some(text.into()),
        ..Origin::default()
    };
    let key = Key::parse(key)?;
    let value = match &key {
        Key::Param(_) if value.starts_with(['[', '{']) => list(value)?,
        _ => scalar(value),
    };
    Change::of(key, &value, origin)
}

impl Key {
    /// The change that puts a number here, as a sweep does it.
    ///
    /// # Errors
    /// The key takes no such number; says what is expected.
    pub fn number(&self, number: Decimal) -> Result<Change, ProblemKind> {
        let value = number.normalize().to_string();
        let origin = Origin {
            file: "--set".into(),
            cell: Some(format!("{self}={value}").into()),
            ..Origin::default()
        };
        Change::of(self.clone(), &scalar(&value), origin)
    }
}

pub(super) fn scalar(text: &str) -> Node {
    Node {
        kind: NodeKind::Scalar {
            text: text.into(),
            quoted: false,
        },
        line: 0,
        column: 0,
    }
}

/// Values as `pack.yaml` lists them.
fn list(value: &str) -> Result<Node, ProblemKind> {
    let read = Input::read("--set", value.as_bytes());
    read.map(|input| input.root).map_err(|problems| {
        let first = problems.into_iter().next();
        first.map_or(ProblemKind::Empty, |problem| problem.kind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(key: &str) -> Option<Vec<String>> {
        Some(steps(key)?.into_iter().map(|step| step.text).collect())
    }

    #[test]
    fn a_key_is_taken_apart() {
        for (key, parts) in [
            ("execution.weight", &["execution", "weight"][..]),
            ("rows[8].points", &["rows", "8", "points"]),
            (
                r#"rows["a].b"][2].actual"#,
                &["rows", "a].b", "2", "actual"],
            ),
            ("行[“培训.率”].得分", &["行", "培训.率", "得分"]),
            ("rows[ 课题攻关 ].actual", &["rows", "课题攻关", "actual"]),
        ] {
            assert_eq!(texts(key).unwrap(), parts, "{key}");
        }
        for key in [
            "",
            ".",
            "a.",
            "a..b",
            "rows[",
            "rows[]",
            r#"rows["a]"#,
            "rows[1]x",
        ] {
            assert_eq!(texts(key), None, "{key}");
        }
    }

    #[test]
    fn a_setting_is_split_where_its_value_begins() {
        assert_eq!(split("a=≥90%"), Some(("a", "≥90%")));
        assert_eq!(
            split(r#"rows["a=b"].actual = x=y"#),
            Some((r#"rows["a=b"].actual"#, "x=y"))
        );
        assert_eq!(split("rows[8].points"), None);
    }
}
