//! Trees on their way to YAML text: what the writers of sheets and target tables share.

use std::borrow::Cow;

use serde_yaml::{Mapping, Value};

use super::Name;
use crate::sheet::{Entry, Printed, Text};
use crate::value::{Written, read_figure};

/// Characters that YAML 1.1, which the writer follows, takes for line ends and YAML 1.2, which the
/// reader follows, for ordinary ones. Texts copied from Word contain them.
const SEPARATORS: [char; 3] = ['\u{85}', '\u{2028}', '\u{2029}'];

/// The tree as text.
pub(crate) fn to_yaml(mut value: Value) -> String {
    // Texts, whole numbers, lists and maps with text keys: nothing in there can fail to be written.
    let text = serde_yaml::to_string(&value).unwrap_or_default();
    if !text.contains(SEPARATORS) {
        return text;
    }
    // Written under the name of a character nobody used, a separator moves nothing around it.
    let free = ('\u{e000}'..='\u{f8ff}').filter(|c| !text.contains(*c));
    let names: Vec<(char, char)> = SEPARATORS.into_iter().zip(free).collect();
    rename(&mut value, &names);
    let text = serde_yaml::to_string(&value).unwrap_or_default();
    let back: Vec<(char, char)> = names.into_iter().map(|(from, to)| (to, from)).collect();
    renamed(&text, &back)
}

fn renamed(text: &str, names: &[(char, char)]) -> String {
    let new = |c| {
        names
            .iter()
            .find(|(from, _)| *from == c)
            .map_or(c, |(_, to)| *to)
    };
    text.chars().map(new).collect()
}

/// Calls itself once a level, of which a sheet has few.
fn rename(value: &mut Value, names: &[(char, char)]) {
    match value {
        Value::String(text) => *text = renamed(text, names),
        Value::Sequence(items) => items.iter_mut().for_each(|item| rename(item, names)),
        Value::Mapping(entries) => {
            for (mut key, mut value) in std::mem::take(entries) {
                rename(&mut key, names);
                rename(&mut value, names);
                entries.insert(key, value);
            }
        }
        _ => {}
    }
}

/// A map that grows in the order of the form.
#[derive(Default)]
pub(super) struct Map(pub(super) Mapping);

impl Map {
    /// Anything.
    pub(super) fn put(&mut self, name: Name, value: Value) {
        self.0.insert(name.english.into(), value);
    }

    /// A text; nothing when it is empty.
    pub(super) fn text(&mut self, name: Name, text: &str) {
        if !text.is_empty() {
            self.put(name, plain(text));
        }
    }

    /// A figure as printed.
    pub(super) fn entry(&mut self, name: Name, entry: &Entry) {
        self.figure(name.english, entry);
    }

    /// A figure as printed, under a name of the user's.
    pub(super) fn figure(&mut self, name: &str, entry: &Entry) {
        let text = match entry {
            Entry::Blank => return,
            Entry::Number(printed) => figure_text(printed),
            Entry::Unreadable { text, .. } => text.as_str().into(),
        };
        self.0.insert(name.into(), plain(&text));
    }

    /// A passage.
    pub(super) fn passage(&mut self, name: Name, passage: Option<&Text>) {
        self.text(name, passage.map_or("", |passage| passage.text.as_str()));
    }

    /// A list of passages.
    pub(super) fn passages(&mut self, name: Name, passages: &[Text]) {
        if !passages.is_empty() {
            let items = passages.iter().map(|passage| plain(&passage.text));
            self.put(name, Value::Sequence(items.collect()));
        }
    }

    /// The labels above a row, where its place does not say them.
    pub(super) fn labels(&mut self, name: Name, labels: Option<&[String]>) {
        if let Some(labels) = labels {
            let labels = labels.iter().map(|label| plain(label));
            self.put(name, Value::Sequence(labels.collect()));
        }
    }

    /// A map, unless it is empty.
    pub(super) fn map(&mut self, name: Name, map: Map) {
        if !map.0.is_empty() {
            self.put(name, Value::Mapping(map.0));
        }
    }
}

/// A text as it stands behind a key, on one line: `10`, `≥90%`, `'=100%'`.
pub(crate) fn scalar(text: &str) -> String {
    let written = to_yaml(plain(text));
    let written = written.trim_end_matches('\n');
    if written
        .chars()
        .any(|c| c.is_control() || SEPARATORS.contains(&c))
    {
        // Quoted as in JSON, which YAML reads too: line ends and controls become escapes.
        let quoted = serde_json::to_string(text).unwrap_or_default();
        return SEPARATORS.iter().fold(quoted, |quoted, c| {
            quoted.replace(*c, &format!("\\u{:04x}", u32::from(*c)))
        });
    }
    written.to_owned()
}

/// A text; a whole number stands without quotes, as a clerk would type it.
pub(super) fn plain(text: &str) -> Value {
    match text.parse::<u64>() {
        Ok(number) if number.to_string() == text => Value::from(number),
        _ => Value::from(text),
    }
}

/// A figure as printed; its value where only a mapping could tell the figure from the words around it.
fn figure_text(printed: &Printed) -> Cow<'_, str> {
    match read_figure(&printed.text) {
        Ok(Some(figure)) if figure.value == printed.value => printed.text.as_str().into(),
        _ => printed.value.to_string().into(),
    }
}

/// The text of a cell; nothing when it is blank.
pub(super) fn cell(written: &Written) -> Value {
    match cell_text(written) {
        text if text.is_empty() => Value::Null,
        text => plain(&text),
    }
}

/// The text of a cell as it stood; its value where only a mapping could tell it from the words around it.
fn cell_text(written: &Written) -> Cow<'_, str> {
    use crate::value::{Actual, Target, Value};
    let text = written.text.as_str();
    let same = |value: &Value| *value == written.value;
    if text.is_empty() || same(&Target::read(text).0.value) || same(&Actual::read(text).0.value) {
        return text.into();
    }
    match &written.value {
        Value::Missing => "".into(),
        Value::Quantity(quantity) => {
            let sign = written.operator.map_or("", |operator| operator.sign());
            let plain = format!("{sign}{}{}", quantity.figure, quantity.unit);
            let means_it = same(&Target::read(&plain).0.value);
            if means_it { plain } else { text.to_owned() }.into()
        }
        _ => text.into(),
    }
}

/// Rows below the labels of their levels when that keeps their order, else a list. `write` is given the
/// labels of a row only where the row has to name them itself.
pub(super) fn by_level<T>(
    rows: &[T],
    levels: impl Fn(&T) -> &[String],
    write: impl Fn(&T, Option<&[String]>) -> Map,
) -> Value {
    if let Some(tree) = nested(rows, &levels, &write) {
        return tree;
    }
    let items = rows.iter().map(|row| {
        let map = write(row, Some(levels(row)));
        Value::Mapping(map.0)
    });
    Value::Sequence(items.collect())
}

/// `None` when a label is blank, comes back after another one, or has rows beside labels.
fn nested<T>(
    rows: &[T],
    levels: &impl Fn(&T) -> &[String],
    write: &impl Fn(&T, Option<&[String]>) -> Map,
) -> Option<Value> {
    let mut root = Value::Null;
    let mut previous: Option<&[String]> = None;
    for row in rows {
        let labels = levels(row);
        if labels.iter().any(|label| label.trim().is_empty()) {
            return None;
        }
        let same = previous.map_or(0, |previous| {
            let pairs = previous.iter().zip(labels);
            pairs.take_while(|(a, b)| a == b).count()
        });
        let mut place = &mut root;
        for (depth, label) in labels.iter().enumerate() {
            if place.is_null() {
                *place = Value::Mapping(Mapping::new());
            }
            let map = place.as_mapping_mut()?;
            if depth == same && map.contains_key(label.as_str()) {
                return None;
            }
            place = map
                .entry(Value::from(label.as_str()))
                .or_insert(Value::Null);
        }
        if place.is_null() {
            *place = Value::Sequence(Vec::new());
        }
        let map = write(row, None);
        place.as_sequence_mut()?.push(Value::Mapping(map.0));
        previous = Some(labels);
    }
    Some(root)
}
