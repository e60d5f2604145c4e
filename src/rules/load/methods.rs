//! The methods of `pack.yaml`, the words that decide a direction, and the parameters of the scripts.

use std::sync::Arc;

use super::keys::*;
use super::shapes::{bilingual, choice, entries, required_text};
use crate::document::{Fields, Name, Node, NodeKind, Problems, list_of, text_of};
use crate::number::Fraction;
use crate::rules::facts::Kind;
use crate::rules::pack::{DirectionWords, Method, Param, Params, When};
use crate::value::read_figure;

/// The methods in the order they are tried: new ones first, those of the base behind them, each
/// replaced by one of the same name.
pub(super) fn methods(items: &[Node], base: &[Method], problems: &mut Problems<'_>) -> Vec<Method> {
    let (mut all, mut inherited) = (Vec::new(), base.to_vec());
    for own in items.iter().filter_map(|item| method(item, problems)) {
        match inherited
            .iter_mut()
            .find(|other| other.name.zh == own.name.zh)
        {
            Some(other) => *other = own,
            None => all.push(own),
        }
    }
    all.append(&mut inherited);
    all
}

fn method(node: &Node, problems: &mut Problems<'_>) -> Option<Method> {
    let mut fields = Fields::open(node, &[NAME, WHEN, FUNCTION, CITATION], problems)?;
    let name = fields
        .require(NAME, problems)
        .map(|node| bilingual(node, problems));
    let when = fields
        .take(WHEN, problems)
        .and_then(|node| when(node, problems));
    let function = required_text(&mut fields, FUNCTION, problems);
    let citation = required_text(&mut fields, CITATION, problems);
    fields.close(problems);
    Some(Method {
        name: name.unwrap_or_default(),
        when: when.unwrap_or_default(),
        function,
        citation,
    })
}

fn when(node: &Node, problems: &mut Problems<'_>) -> Option<When> {
    const KEYS: &[Name] = &[KIND, DIRECTION, ZERO_TARGET, JUDGED, LEVEL];
    let mut fields = Fields::open(node, KEYS, problems)?;
    let kinds = Kind::ALL.map(|(kind, word)| (word, kind));
    let when = When {
        kind: choice(&mut fields, KIND, problems, &kinds),
        direction: choice(&mut fields, DIRECTION, problems, DIRECTIONS),
        zero_target: choice(&mut fields, ZERO_TARGET, problems, TRUTHS),
        judged: choice(&mut fields, JUDGED, problems, TRUTHS),
        level: Some(fields.text(LEVEL, problems).to_owned()).filter(|label| !label.is_empty()),
    };
    fields.close(problems);
    Some(when)
}

pub(super) fn words_of_direction(node: &Node, problems: &mut Problems<'_>) -> DirectionWords {
    let Some(mut fields) = Fields::open(node, &[AT_LEAST, AT_MOST], problems) else {
        return DirectionWords::default();
    };
    let mut list = |name| -> Vec<String> {
        let Some(node) = fields.take(name, problems) else {
            return Vec::new();
        };
        let items = list_of(node, problems);
        let texts = items.iter().filter_map(|item| text_of(item, problems));
        texts.map(str::to_owned).collect()
    };
    let (at_least, at_most) = (list(AT_LEAST), list(AT_MOST));
    fields.close(problems);
    DirectionWords { at_least, at_most }
}

pub(super) fn params(node: &Node, problems: &mut Problems<'_>) -> Params {
    let all = entries(node, problems).iter();
    all.map(|(key, node)| (key.text.to_string(), read_param(node)))
        .collect()
}

/// A parameter as `pack.yaml` writes it: a number where the text reads as one (80% is 0.8), else a
/// text; quotes keep a text a text.
pub fn read_param(node: &Node) -> Param {
    match &node.kind {
        NodeKind::List(items) => Param::List(items.iter().map(read_param).collect()),
        NodeKind::Scalar { text, quoted } => {
            let figure = read_figure(text).ok().flatten().filter(|_| !quoted);
            figure.map_or_else(
                || Param::Text(text.to_string()),
                |figure| Param::Number(Fraction::from(figure.value)),
            )
        }
        NodeKind::Map(entries) => {
            let all = entries.iter();
            let all = all.map(|(key, node)| (key.text.to_string(), read_param(node)));
            Param::Map(Arc::new(all.collect()))
        }
    }
}
