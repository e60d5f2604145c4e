//! Imported forms as YAML that a person checks against the page: every row says where it stood.

use crate::document::{write_sheet, write_targets};
use crate::report::yaml_list::item;
use crate::sheet::{Origin, Sheet, TargetTable};

/// What one YAML file can hold.
#[derive(Debug, Clone, Copy)]
pub enum Form<'f> {
    /// 自评表.
    Sheet(&'f Sheet),
    /// 绩效目标表.
    Targets(&'f TargetTable),
}

impl Form<'_> {
    /// The form as a file of its own: its place in the document above it, the place of each row beside
    /// it, as comments.
    pub fn file(&self) -> String {
        match self {
            Form::Sheet(sheet) => {
                let rows = sheet.indicators.iter().map(|row| &row.origin);
                let text = annotated(&write_sheet(sheet), &["indicators:"], "- name:", rows);
                headed(text, &sheet.origin)
            }
            Form::Targets(table) => {
                let rows = table.long_term.iter().chain(&table.annual);
                let rows = rows.map(|row| &row.origin);
                let sections = ["long_term:", "annual:"];
                let text = annotated(&write_targets(table), &sections, "- indicator:", rows);
                headed(text, &table.origin)
            }
        }
    }
}

/// Forms as one YAML file: a single form as it is, several in lists `sheets:` and `targets:`.
pub fn yaml(forms: &[Form<'_>]) -> String {
    if let [form] = forms {
        return form.file();
    }
    let is_sheet = |form: &&Form<'_>| matches!(form, Form::Sheet(_));
    let (sheets, targets): (Vec<&Form<'_>>, Vec<&Form<'_>>) = forms.iter().partition(is_sheet);
    let mut text = String::new();
    for (key, forms) in [("sheets", sheets), ("targets", targets)] {
        if !forms.is_empty() {
            text.push_str(&format!("{key}:\n"));
        }
        for form in forms {
            text.push_str(&item(&form.file()));
        }
    }
    text
}

fn headed(text: String, origin: &Origin) -> String {
    match place(origin) {
        Some(place) => format!("# {} {place}\n{text}", one_line(&origin.file)),
        None => text,
    }
}

/// The YAML with the place of each row behind the line that begins it. Where a row cannot be told from
/// a line of text that looks like one, the YAML stays as it is.
fn annotated<'o>(
    yaml: &str,
    sections: &[&str],
    row: &str,
    origins: impl Iterator<Item = &'o Origin>,
) -> String {
    let places: Vec<Option<String>> = origins.map(place).collect();
    let mut next = places.iter();
    let (mut inside, mut found) = (false, 0);
    let mut text = String::new();
    for line in yaml.lines() {
        if !line.starts_with([' ', '-']) {
            inside = sections.iter().any(|section| line.starts_with(section));
        }
        text.push_str(line);
        if inside && line.trim_start().starts_with(row) {
            found += 1;
            if let Some(Some(place)) = next.next() {
                text.push_str("  # ");
                text.push_str(place);
            }
        }
        text.push('\n');
    }
    if found == places.len() {
        text
    } else {
        yaml.to_owned()
    }
}

/// The cell, or the line of a text; nothing for what stood in a file of our own already.
fn place(origin: &Origin) -> Option<String> {
    if let Some(cell) = &origin.cell {
        return Some(one_line(cell));
    }
    let ending = origin.file.rsplit('.').next().unwrap_or_default();
    let is_own = ["yaml", "yml", "json"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(ending));
    (origin.line > 0 && !is_own).then(|| format!("L{}", origin.line))
}

/// A comment ends with its line.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
