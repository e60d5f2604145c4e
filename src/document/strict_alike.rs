//! The strict readers held against the full ones; for tests and for fuzzing, and not in the program.

use super::{Node, Problems, Source, json, json_strict, yaml, yaml_strict};

/// How a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// As a record or a `.json` file.
    Json,
    /// As any other file of our own.
    Yaml,
}

use Notation::{Json, Yaml};

fn strict(text: &str, notation: Notation) -> Option<Node> {
    match notation {
        Json => json_strict::parse(text, 3),
        Yaml => yaml_strict::parse(text, 3),
    }
}

fn full(text: &str, notation: Notation) -> Option<Node> {
    let source = Source::from_line("a", 3, text.into());
    let mut problems = Problems::new(&source);
    let root = match notation {
        Json => json::parse(&mut problems),
        Yaml => yaml::parse(source.text(), &mut problems),
    };
    root.filter(|_| problems.is_empty())
}

/// Whether the strict reader answers.
///
/// # Panics
/// Its answer is not that of the full one: another tree, other texts or places, or a problem.
pub fn answers(text: &str, notation: Notation) -> bool {
    let Some(tree) = strict(text, notation) else {
        return false;
    };
    let other = full(text, notation);
    if Some(&tree) != other.as_ref() {
        let [ours, theirs] = [format!("{:#?}", Some(tree)), format!("{other:#?}")];
        let mut lines = ours.lines().zip(theirs.lines()).enumerate();
        let first = lines.find(|(_, (ours, theirs))| ours != theirs);
        panic!("{notation:?}, line, strict, full: {first:?}\n{text}");
    }
    true
}
