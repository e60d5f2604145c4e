//! Changes as an overlay file.

use super::pack::written;
use super::{Change, Edit, read_overlay};
use crate::document::scalar;
use crate::rules::pack::Param;

impl Change {
    /// The value as `--set` and overlays take it.
    pub fn value(&self) -> String {
        match &self.edit {
            Edit::Param(_, param @ (Param::List(_) | Param::Map(_))) => written(param),
            _ => self.text.clone(),
        }
    }
}

/// The changes as a file [`read_overlay`] reads; `None` for what cannot be written so that it is read
/// back the same: lists of texts with brackets in them.
pub fn write_overlay(title: &str, reason: &str, changes: &[Change]) -> Option<String> {
    let mut text = format!("title: {}\n", scalar(title.trim()));
    if !reason.trim().is_empty() {
        text.push_str(&format!("reason: {}\n", scalar(reason.trim())));
    }
    text.push_str("changes:");
    text.push_str(if changes.is_empty() { " []\n" } else { "\n" });
    for change in changes {
        let value = match &change.edit {
            Edit::Param(_, Param::List(_) | Param::Map(_)) => change.value(),
            _ => scalar(&change.text),
        };
        let key = scalar(&change.key.to_string());
        text.push_str(&format!("  - set: {key}\n    to: {value}\n"));
        if let Some(because) = &change.because {
            text.push_str(&format!("    because: {}\n", scalar(because)));
        }
    }
    let read = read_overlay("overlay.yaml", text.as_bytes()).ok()?;
    let what = |change: &Change| (change.key.clone(), change.value());
    let same = read.changes.iter().map(what).eq(changes.iter().map(what));
    same.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::whatif::read_set;

    #[test]
    fn what_is_written_is_read_again() {
        let sets = [
            "execution.weight=10",
            "rows[20].actual=≥92%",
            "rows[\"a=b: #c\"].target=前5名",
            "params.分档=[90%, 80%]",
            "params.字=是",
            "rounding.rows.mode=half_even",
            "rows[3].applicable=false",
        ];
        let changes: Vec<Change> = sets.iter().map(|set| read_set(set).unwrap()).collect();
        let text = write_overlay("甲: 乙\n丙", "因为 #1", &changes).unwrap();
        let read = read_overlay("x.yaml", text.as_bytes()).expect(&text);
        assert_eq!(read.title, "甲: 乙\n丙");
        assert_eq!(read.reason.as_deref(), Some("因为 #1"));
        let edits = |changes: &[Change]| -> Vec<String> {
            let changes = changes.iter();
            changes
                .map(|it| format!("{}={}", it.key, it.value()))
                .collect()
        };
        assert_eq!(edits(&read.changes), edits(&changes));
        assert!(write_overlay("", "", &[]).is_some());
    }
}
