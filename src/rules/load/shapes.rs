//! The shapes values of `pack.yaml` come in: text, number, one word of several, map.

use rust_decimal::Decimal;

use super::keys::{EN, ZH};
use crate::document::{
    Fields, Key, Name, Node, NodeKind, ProblemKind, Problems, Shape, text_of, wrong_shape,
};
use crate::rules::pack::Bilingual;
use crate::value::read_figure;
use crate::words::rules as words;

/// The text behind a key that must be there; empty when it is not, which is a problem.
pub(super) fn required_text(
    fields: &mut Fields<'_>,
    name: Name,
    problems: &mut Problems<'_>,
) -> String {
    let node = fields.require(name, problems);
    let text = node.and_then(|node| text_of(node, problems));
    text.unwrap_or_default().to_owned()
}

/// One of the words of a table; anything else is a problem that lists them.
pub(super) fn choice<T: Copy>(
    fields: &mut Fields<'_>,
    name: Name,
    problems: &mut Problems<'_>,
    table: &[(&str, T)],
) -> Option<T> {
    let node = fields.take(name, problems)?;
    let text = text_of(node, problems)?;
    let found = table
        .iter()
        .find(|(word, _)| *word == text)
        .map(|(_, value)| *value);
    if found.is_none() {
        let allowed: Vec<String> = table.iter().map(|(word, _)| format!("`{word}`")).collect();
        let kind = ProblemKind::said(
            |lang| words::not_a_choice(lang, text),
            |lang| words::choices(lang, allowed.join(", ")),
        );
        problems.at_node(node, kind);
    }
    found
}

/// A text for both languages, or a map with one each.
pub(super) fn bilingual(node: &Node, problems: &mut Problems<'_>) -> Bilingual {
    if !matches!(node.kind, NodeKind::Map(_)) {
        let zh = text_of(node, problems).unwrap_or_default().to_owned();
        return Bilingual {
            zh,
            en: String::new(),
        };
    }
    let Some(mut fields) = Fields::open(node, &[ZH, EN], problems) else {
        return Bilingual::default();
    };
    let zh = required_text(&mut fields, ZH, problems);
    let en = fields.text(EN, problems).to_owned();
    fields.close(problems);
    Bilingual { zh, en }
}

/// A number as a sheet would write it: 20, 12.5, 80%.
pub(super) fn number(node: &Node, problems: &mut Problems<'_>) -> Option<Decimal> {
    let text = text_of(node, problems)?;
    let figure = read_figure(text).ok().flatten();
    if figure.is_none() {
        let kind = ProblemKind::said(
            |lang| words::not_a_number(lang, text),
            words::not_a_number_help,
        );
        problems.at_node(node, kind);
    }
    figure.map(|figure| figure.value)
}

/// The entries of a map whose keys are names of the author's choosing.
pub(super) fn entries<'n>(node: &'n Node, problems: &mut Problems<'_>) -> &'n [(Key, Node)] {
    match &node.kind {
        NodeKind::Map(entries) => entries,
        _ if node.is_blank() => &[],
        _ => {
            problems.at_node(node, wrong_shape(Shape::Map, node));
            &[]
        }
    }
}
