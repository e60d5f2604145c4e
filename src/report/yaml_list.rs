//! Files as items of a list in one file.

/// A file as an item of a list: indented, the dash before its first key.
pub(super) fn item(file: &str) -> String {
    let mut text = String::new();
    let mut dash = false;
    for line in file.lines() {
        if line.is_empty() || line.starts_with('#') {
            text.push_str(if line.is_empty() { "" } else { "  " });
        } else if dash {
            text.push_str("    ");
        } else {
            text.push_str("  - ");
            dash = true;
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}
