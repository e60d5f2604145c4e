//! Published documents become the sheets and target tables that stand in them.

mod evaluations;
mod forms;
mod robust;
mod seeds;
mod targets;

use std::fs;
use std::path::Path;

use jixiao::document::read_text;
use jixiao::recognise::{Recognised, recognise};

fn recognised(path: &str) -> Recognised {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let read = read_text(path, &bytes).expect("the text reads");
    recognise(&read.document)
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The published documents lie beside the repository where it is developed, not in it.
fn seed(name: &str) -> Option<Recognised> {
    let path = format!("../shared/seeds/{name}.txt");
    Path::new(&path).exists().then(|| recognised(&path))
}
