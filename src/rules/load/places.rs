//! Where something stands in `pack.yaml`, looked up by key and text.

use super::keys::{METHODS, NAME, ZH};
use crate::document::{Name, Node, NodeKind};

/// Every value of this key with this text, in the order of the file; the whole file when there is none.
pub(crate) fn named<'n>(root: &'n Node, key: Name, text: &str) -> Vec<&'n Node> {
    let mut found = Vec::new();
    search(root, key, &mut |value| {
        if value.text() == Some(text) {
            found.push(value);
        }
    });
    if found.is_empty() {
        found.push(root);
    }
    found
}

/// The first value of this key; the whole file when there is none.
pub(crate) fn first(root: &Node, key: Name) -> &Node {
    let mut found = None;
    search(root, key, &mut |value| {
        found.get_or_insert(value);
    });
    found.unwrap_or(root)
}

/// The items of the first list behind this key.
pub(crate) fn items(root: &Node, key: Name) -> &[Node] {
    match &first(root, key).kind {
        NodeKind::List(items) => items,
        _ => &[],
    }
}

/// The method of this Chinese name; the whole file when there is none.
pub(crate) fn method<'n>(root: &'n Node, name: &str) -> &'n Node {
    let is_called = |item: &&Node| {
        let called = first(item, NAME);
        called.text() == Some(name) || first(called, ZH).text() == Some(name)
    };
    items(root, METHODS).iter().find(is_called).unwrap_or(root)
}

/// An entry of the first map behind a key: its value; the whole file when there is none.
pub(crate) fn entry<'n>(root: &'n Node, key: Name, name: &str) -> &'n Node {
    let NodeKind::Map(entries) = &first(root, key).kind else {
        return root;
    };
    let found = entries.iter().find(|(key, _)| key.text == name);
    found.map_or(root, |(_, value)| value)
}

fn search<'n>(node: &'n Node, key: Name, found: &mut impl FnMut(&'n Node)) {
    match &node.kind {
        NodeKind::Scalar { .. } => {}
        NodeKind::List(items) => {
            for item in items {
                search(item, key, found);
            }
        }
        NodeKind::Map(entries) => {
            for (name, value) in entries {
                if key.is(&name.text) {
                    found(value);
                }
                search(value, key, found);
            }
        }
    }
}
