//! Where something stands in `pack.yaml`, looked up by key and text.

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

/// An entry of the first map behind a key: its value.
pub(crate) fn entry<'n>(root: &'n Node, key: Name, name: &str) -> &'n Node {
    let map = first(root, key);
    let NodeKind::Map(entries) = &map.kind else {
        return map;
    };
    let found = entries.iter().find(|(key, _)| key.text == name);
    found.map_or(map, |(_, value)| value)
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
