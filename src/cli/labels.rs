//! Short names of files, unique in a run: sheets are known by them.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

/// What standard input is called.
const STANDARD_INPUT: &str = "stdin";

/// A short name for every file: its stem, with as many folders in front as it takes to be unique, and
/// its ending if even that does not help.
#[derive(Debug, Clone, Default)]
pub struct Labels(HashMap<PathBuf, String>);

impl Labels {
    /// Names files; `None` stands for standard input.
    pub fn of<'p>(paths: impl Iterator<Item = Option<&'p Path>>) -> Labels {
        let paths: Vec<&Path> = paths
            .map(|path| path.unwrap_or(Path::new(STANDARD_INPUT)))
            .collect();
        let mut labels: Vec<String> = paths.iter().map(|path| label(path, 0)).collect();
        let deepest = paths.iter().map(|path| path.components().count()).max();
        for folders in 1..=deepest.unwrap_or(0) {
            for index in twins(&labels) {
                labels[index] = label(paths[index], folders);
            }
        }
        for index in twins(&labels) {
            labels[index] = paths[index].to_string_lossy().into_owned();
        }
        Labels(paths.into_iter().map(Path::to_owned).zip(labels).collect())
    }

    /// The name of a file.
    pub fn get(&self, path: Option<&Path>) -> String {
        let path = path.unwrap_or(Path::new(STANDARD_INPUT));
        let label = self.0.get(path).cloned();
        label.unwrap_or_else(|| path.to_string_lossy().into_owned())
    }
}

/// Indices of labels that occur more than once.
fn twins(labels: &[String]) -> Vec<usize> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, label) in labels.iter().enumerate() {
        places.entry(label).or_default().push(index);
    }
    let mut twins: Vec<usize> = places
        .into_values()
        .filter(|places| places.len() > 1)
        .flatten()
        .collect();
    twins.sort_unstable();
    twins
}

/// The stem of a path behind its last `folders` folders.
fn label(path: &Path, folders: usize) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let names: Vec<String> = path
        .parent()
        .into_iter()
        .flat_map(Path::components)
        .filter(|component| matches!(component, Component::Normal(_)))
        .map(|component| component.as_os_str().to_string_lossy().into_owned())
        .collect();
    let behind = names.len().saturating_sub(folders);
    let mut parts = names[behind..].to_vec();
    parts.push(stem.into_owned());
    parts.join("/")
}
