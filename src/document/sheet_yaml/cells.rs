//! The values all parts of a sheet and of a target table are made of: figures, passages of text, the year.

use crate::document::{
    Fields, Name, Node, NodeKind, ProblemKind, Problems, Shape,
    fields::{text_of, wrong_shape},
};
use crate::sheet::{Entry, MoneyUnit, Origin, Printed, Scope, Text};
use crate::value::read_figure;

/// The figure of a key: blank, a number, or text that is none.
pub(in crate::document) fn entry(
    fields: &mut Fields<'_>,
    name: Name,
    problems: &mut Problems<'_>,
) -> Entry {
    let node = fields.take(name, problems);
    node.map_or(Entry::Blank, |node| figure(node, problems))
}

/// The figure a node holds.
pub(in crate::document) fn figure(node: &Node, problems: &mut Problems<'_>) -> Entry {
    let Some(text) = text_of(node, problems) else {
        return Entry::Blank;
    };
    let origin = origin(node, problems);
    match read_figure(text) {
        Ok(None) => Entry::Blank,
        Ok(Some(figure)) => Entry::Number(Printed {
            text: text.to_owned(),
            value: figure.value,
            places: figure.places,
            origin,
        }),
        Err(_) => Entry::Unreadable {
            text: text.to_owned(),
            origin,
        },
    }
}

/// The passage of a key; `None` when it is missing or blank.
pub(in crate::document) fn passage(
    fields: &mut Fields<'_>,
    name: Name,
    problems: &mut Problems<'_>,
) -> Option<Text> {
    let node = fields.take(name, problems)?;
    let text = text_of(node, problems)?;
    (!text.is_empty()).then(|| Text {
        text: text.to_owned(),
        origin: origin(node, problems),
    })
}

/// The words of a key; `None` when it is missing or blank.
pub(in crate::document) fn words(
    fields: &mut Fields<'_>,
    name: Name,
    problems: &mut Problems<'_>,
) -> Option<String> {
    passage(fields, name, problems).map(|passage| passage.text)
}

/// The passages of a key: one text, or a list of texts. Blank items are left out.
pub(in crate::document) fn passages(
    fields: &mut Fields<'_>,
    name: Name,
    problems: &mut Problems<'_>,
) -> Vec<Text> {
    let Some(node) = fields.take(name, problems) else {
        return Vec::new();
    };
    let items = match &node.kind {
        NodeKind::List(items) => items.as_slice(),
        NodeKind::Scalar { .. } => std::slice::from_ref(node),
        NodeKind::Map(_) => {
            problems.at_node(node, wrong_shape(Shape::TextOrList, node));
            &[]
        }
    };
    let mut passages = Vec::new();
    for item in items {
        match text_of(item, problems) {
            None | Some("") => {}
            Some(text) => passages.push(Text {
                text: text.to_owned(),
                origin: origin(item, problems),
            }),
        }
    }
    passages
}

/// The place of a node.
pub(in crate::document) fn origin(node: &Node, problems: &Problems<'_>) -> Origin {
    problems.source().origin(node.line, node.column)
}

/// 整体 or 项目.
pub(in crate::document) fn scope(
    fields: &mut Fields<'_>,
    problems: &mut Problems<'_>,
) -> Option<Scope> {
    let node = fields.require(super::keys::SCOPE, problems)?;
    match text_of(node, problems)? {
        "unit" | "整体" => Some(Scope::Unit),
        "project" | "项目" => Some(Scope::Project),
        text => {
            let text = text.to_owned();
            let allowed = "`整体` (`unit`), `项目` (`project`)";
            problems.at_node(node, ProblemKind::NotAllowed { text, allowed });
            None
        }
    }
}

/// Four digits, with or without 年; blank is no year.
pub(in crate::document) fn year(
    fields: &mut Fields<'_>,
    problems: &mut Problems<'_>,
) -> Option<u16> {
    let node = fields.take(super::keys::YEAR, problems)?;
    let text = text_of(node, problems)?;
    if text.is_empty() {
        return None;
    }
    let year = year_of(text);
    if year.is_none() {
        let text = text.to_owned();
        problems.at_node(node, ProblemKind::BadYear { text });
    }
    year
}

/// A year of four digits, with or without 年.
pub(in crate::document) fn year_of(text: &str) -> Option<u16> {
    let digits = text.strip_suffix('年').unwrap_or(text);
    let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits
        .parse()
        .ok()
        .filter(|year| is_year && (1900..=2999).contains(year))
}

/// 万元 or 元; 万元 unless the key says otherwise.
pub(in crate::document) fn money_unit(
    fields: &mut Fields<'_>,
    problems: &mut Problems<'_>,
) -> MoneyUnit {
    let Some(node) = fields.take(super::keys::MONEY, problems) else {
        return MoneyUnit::default();
    };
    match node.text() {
        Some("") => MoneyUnit::default(),
        Some("万元") => MoneyUnit::TenThousandYuan,
        Some("元") => MoneyUnit::Yuan,
        text => {
            let text = text.unwrap_or("…").to_owned();
            let allowed = "`万元`, `元`";
            problems.at_node(node, ProblemKind::NotAllowed { text, allowed });
            MoneyUnit::default()
        }
    }
}
