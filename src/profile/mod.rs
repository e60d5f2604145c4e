//! 审核口径 of one's own: what it says differently from the shipped one, and nothing else.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::audit::Profile;
use crate::document::{Input, Key, Node, NodeKind, Problem, ProblemKind, Problems, nearest};
use crate::words::{audit as words, problems as common};

/// Keys whose maps take any name: second-level labels, units.
const FREE: [&str; 3] = ["levels", "unit_nouns", "grade_words"];

/// The most values that are tried one by one, to say which of them is wrong.
const MOST_TRIED: usize = 1_000;

/// Reads a profile. It needs only the keys it changes: what it does not say is as in the shipped one; a
/// list it says replaces the shipped list.
///
/// # Errors
/// Every key there is none of, and every value that does not fit, with its line.
///
/// ```
/// use jixiao::profile::read;
/// assert!(read("口径.yaml", "far_above_target: 120%\n".as_bytes()).is_ok());
/// assert!(read("口径.yaml", "far_above: 120%\n".as_bytes()).is_err());
/// ```
pub fn read(file: &str, bytes: &[u8]) -> Result<Profile, Vec<Problem>> {
    let input = Input::read(file, bytes)?;
    let mut problems = Problems::new(&input.source);
    let mut merged = shipped();
    match &input.root.kind {
        NodeKind::Map(entries) => {
            let (path, tried) = (&mut Vec::new(), &mut 0);
            merge(&mut merged, path, entries, tried, &mut problems);
        }
        _ => problems.at_node(&input.root, wrong(words::profile_is_keys)),
    }
    if !problems.is_empty() {
        return Err(problems.into_list());
    }
    // Every value was tried by itself already.
    serde_json::from_value(Value::Object(merged)).map_err(|error| {
        let detail = error.to_string();
        vec![Problem::of_file(file, misfit(&detail))]
    })
}

fn shipped() -> Map<String, Value> {
    static SHIPPED: LazyLock<Map<String, Value>> = LazyLock::new(|| {
        // The shipped profile is read by a test.
        serde_yaml::from_str(Profile::shipped_file()).unwrap_or_default()
    });
    SHIPPED.clone()
}

/// Puts entries in the place of the shipped ones; `path` are the keys above them.
fn merge(
    into: &mut Map<String, Value>,
    path: &mut Vec<String>,
    entries: &[(Key, Node)],
    tried: &mut usize,
    problems: &mut Problems<'_>,
) {
    let is_free = path.last().is_some_and(|key| FREE.contains(&key.as_str()));
    for (key, node) in entries {
        let known = into.get_mut(key.text.as_str());
        if known.is_none() && !is_free {
            let near = nearest(&key.text, into.keys().map(String::as_str)).map(str::to_owned);
            let help = |lang| match &near {
                Some(near) => common::did_you_mean(lang, near),
                None => words::profile_key_help(lang),
            };
            let kind = ProblemKind::said(|lang| words::profile_key(lang, &key.text), help);
            problems.at_key(key, kind);
            continue;
        }
        path.push(key.text.to_string());
        match (known, &node.kind) {
            (Some(Value::Object(inner)), NodeKind::Map(entries)) => {
                merge(inner, path, entries, tried, problems);
            }
            (known, _) => {
                let value = value(node, known.as_deref());
                // What is as shipped need not be tried.
                let is_new = known.as_deref() != Some(&value);
                *tried += usize::from(is_new);
                let checked = match is_new && *tried <= MOST_TRIED {
                    true => fits(path, &value),
                    false => Ok(()),
                };
                match checked {
                    Err(detail) => problems.at_node(node, misfit(&detail)),
                    Ok(()) => {
                        into.insert(key.text.to_string(), value);
                    }
                }
            }
        }
        path.pop();
    }
}

/// A value as the shipped one is written: a whole number where there is one, else a text.
fn value(node: &Node, shipped: Option<&Value>) -> Value {
    match &node.kind {
        NodeKind::Scalar { text, .. } => match (shipped, text.parse::<u64>()) {
            (Some(Value::Number(_)), Ok(number)) => number.into(),
            _ => text.to_string().into(),
        },
        NodeKind::List(items) => items.iter().map(|item| value(item, None)).collect(),
        NodeKind::Map(entries) => {
            let entries = entries.iter();
            let entries = entries.map(|(key, node)| (key.text.to_string(), value(node, None)));
            Value::Object(entries.collect())
        }
    }
}

/// Whether the shipped profile with this one value is a profile.
fn fits(path: &[String], value: &Value) -> Result<(), String> {
    let mut trial = shipped();
    put(&mut trial, path, value);
    let read = serde_json::from_value::<Profile>(Value::Object(trial));
    read.map(|_| ()).map_err(|error| error.to_string())
}

fn put(into: &mut Map<String, Value>, path: &[String], value: &Value) {
    match path {
        [] => {}
        [key] => {
            into.insert(key.clone(), value.clone());
        }
        [key, below @ ..] => {
            if let Some(Value::Object(inner)) = into.get_mut(key) {
                put(inner, below, value);
            }
        }
    }
}

fn misfit(detail: &str) -> ProblemKind {
    ProblemKind::said(
        |lang| words::profile_value(lang, detail),
        words::profile_value_help,
    )
}

fn wrong(said: fn(crate::words::Lang) -> String) -> ProblemKind {
    ProblemKind::said(said, words::profile_value_help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn read(text: &str) -> Result<Profile, String> {
        super::read("a.yaml", text.as_bytes()).map_err(|problems| {
            let texts: Vec<String> = problems.iter().map(|one| one.render(Lang::En)).collect();
            texts.join("\n")
        })
    }

    #[test]
    fn what_a_profile_does_not_say_is_as_shipped() {
        let text = "far_above_target: 120%\nexact_hits: 3\nwords: {placeholders: [待补]}\nlevels: {研发: 产出}\n";
        let profile = read(text).expect("a profile");
        let shipped = Profile::shipped();
        assert!(profile.far_above_target.0 < shipped.far_above_target.0);
        assert_eq!(profile.exact_hits, 3);
        assert_eq!(profile.words.placeholders, ["待补"]);
        assert_eq!(profile.levels.len(), shipped.levels.len() + 1);
        assert_eq!(profile.low_execution, shipped.low_execution);
        assert_eq!(profile.words.denials, shipped.words.denials);
        let same = read(Profile::shipped_file());
        assert!(same.is_ok(), "{:?}", same.err());
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let said = read("low_execution: 70%\nfar_above: 120%\nwords:\n  denial: [不]\n");
        let said = said.expect_err("two wrong keys");
        assert!(
            said.contains("a.yaml:2:1") && said.contains("far_above_target"),
            "{said}"
        );
        assert!(
            said.contains("a.yaml:4:3") && said.contains("denials"),
            "{said}"
        );
        for text in [
            "far_above_target: 很多",
            "exact_hits: two",
            "exact_hits: -1",
            "ahead: -10%",
            "words: [a]",
            "words: {denials: 不}",
            "many: {few_sheets: [1]}",
            "- a",
            "a: b: c",
        ] {
            let said = read(text).expect_err(text);
            assert!(said.contains("a.yaml"), "{text}: {said}");
        }
    }
}
