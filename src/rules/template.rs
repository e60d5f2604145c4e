//! A pack to begin with: blank but working, or a copy of another.

use super::files::PackFiles;

/// The blank pack: path and text; `{name}` stands where the name goes.
const BLANK: &[(&str, &str)] = &[
    (PackFiles::PACK, include_str!("template/pack.yaml")),
    ("methods.rhai", include_str!("template/methods.rhai")),
    (
        "cases/methods.yaml",
        include_str!("template/cases/methods.yaml"),
    ),
];

/// The files of a new pack of this name: path inside its folder and text.
pub fn blank(name: &str) -> Vec<(String, String)> {
    let files = BLANK.iter();
    files
        .map(|(path, text)| ((*path).to_owned(), text.replace("{name}", name)))
        .collect()
}

/// The files of another pack under a new name; everything else stays as it is.
pub fn copy(files: &PackFiles, name: &str) -> Vec<(String, String)> {
    let files = files.files.iter().map(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let text = match path.as_str() {
            PackFiles::PACK => renamed(&text, name),
            _ => text,
        };
        (path.clone(), text)
    });
    files.collect()
}

/// `pack.yaml` with another name behind `pack:`.
fn renamed(text: &str, name: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        let key = ["pack:", "规则包:"]
            .into_iter()
            .find(|key| line.starts_with(key));
        match key {
            Some(key) => format!("{key} \"{name}\"\n"),
            None => line.to_owned(),
        }
    });
    lines.collect()
}

/// Whether a name can be the name of a pack and of its folder.
pub fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    !name.is_empty() && name.chars().count() <= 60 && name.chars().all(fits)
}
