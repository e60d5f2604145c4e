//! A large run is read and judged in parts, so that the memory it takes does not grow with it.
//!
//! Where sheets and tables of one unit are compared with one another, a unit is never divided, and of what
//! it shares a file with only whole files are read.

use std::collections::HashMap;

use jixiao::audit::{Profile, Units};
use jixiao::document::Problem;
use rayon::prelude::*;

use super::file::Stamp;
use super::inputs::{Document, Named, is_standard_input};
use super::labels::Labels;
use super::sheets::{Forms, Looked, Reading, open_one, tell};

/// Runs of fewer files are read at once: looking at every file first would only cost time.
const WORTH_IT: usize = 1_000;
/// Forms of one part; a unit that has more is one part nevertheless.
const FORMS: usize = 1_000;
/// Bytes of the files of one part, in the same way.
const BYTES: usize = 64 * 1024 * 1024;

/// The files of a run, in parts.
pub struct Parts {
    /// The files of every part, in the order of the first file of each unit.
    pub files: Vec<Vec<Named>>,
    /// The units of all files; `None` where there is one part, which knows them all, or nobody asks.
    pub units: Option<Units>,
    /// The names of all files; `None` where there is one part, which names its own.
    pub labels: Option<Labels>,
    /// What the user should know of files that were looked at.
    pub reading: Reading,
}

/// A file that holds forms.
struct Seen {
    units: Vec<String>,
    forms: usize,
    bytes: usize,
}

impl Parts {
    /// Everything at once.
    pub fn one(files: Vec<Named>) -> Parts {
        Parts {
            files: vec![files],
            units: None,
            labels: None,
            reading: Reading::default(),
        }
    }

    /// Looks at every file of a large run and divides it; a small run stays whole. The profile tells which
    /// names are of one unit; without it units may be divided. `done` is called after every file.
    pub fn of(
        files: Vec<Named>,
        forms: Forms,
        profile: Option<&Profile>,
        done: impl Fn() + Sync,
    ) -> Parts {
        let standard_input = files.iter().any(|named| is_standard_input(&named.file));
        if files.len() < WORTH_IT || standard_input {
            return Parts::one(files);
        }
        let mut reading = Reading::default();
        let looked: Vec<_> = files
            .par_iter()
            .map(|named| {
                let looked = look(named, forms);
                done();
                looked
            })
            .collect();
        let (mut seen, mut documents, mut results) = (Vec::new(), Vec::new(), Vec::new());
        for (look, mut named) in looked.into_iter().zip(files) {
            match look {
                Err(problems) => reading.problems.extend(problems),
                Ok((document, bytes, stamp, result)) => {
                    named.seen = stamp;
                    if let Some(look) = result.as_ref().ok().filter(|look| look.forms > 0) {
                        let units = look.units.clone();
                        let forms = look.forms;
                        seen.push((
                            named,
                            Seen {
                                units,
                                forms,
                                bytes,
                            },
                        ));
                    }
                    documents.push(document);
                    results.push(result);
                }
            }
        }
        tell(documents.iter().zip(results).collect(), forms, &mut reading);
        let labels = Labels::of(seen.iter().map(|(named, _)| Some(named.file.as_path())));
        let names = seen.iter().flat_map(|(_, seen)| &seen.units);
        let units = profile.map(|profile| Units::new(profile, names.map(String::as_str)));
        Parts {
            files: divide(seen, units.as_ref()),
            units,
            labels: Some(labels),
            reading,
        }
    }
}

/// The document without its bytes, how many those were, when it was written, and what it holds.
type Look = (Document, usize, Option<Stamp>, Result<Looked, Vec<Problem>>);

fn look(named: &Named, forms: Forms) -> Result<Look, Vec<Problem>> {
    let stamp = Stamp::now(&named.file);
    let mut document = named.read()?;
    let looked = open_one(&document).map(|mut opened| Looked::at(&mut opened, forms));
    let bytes = std::mem::take(&mut document.bytes).len();
    Ok((document, bytes, stamp, looked))
}

/// Files of one unit together, units in the order of their first files, as many to a part as fit.
fn divide(seen: Vec<(Named, Seen)>, units: Option<&Units>) -> Vec<Vec<Named>> {
    let keys = seen.iter().map(|(_, seen)| {
        let keys = seen.units.iter().filter_map(|unit| units?.key(unit));
        keys.collect::<Vec<&str>>()
    });
    let heads = together(keys);
    let mut groups: Vec<(usize, usize, Vec<Named>)> = Vec::new();
    let mut places: HashMap<usize, usize> = HashMap::new();
    for ((named, seen), head) in seen.into_iter().zip(heads) {
        let place = *places.entry(head).or_insert(groups.len());
        if place == groups.len() {
            groups.push((0, 0, Vec::new()));
        }
        let (forms, bytes, files) = &mut groups[place];
        *forms += seen.forms;
        *bytes += seen.bytes;
        files.push(named);
    }
    let mut parts: Vec<Vec<Named>> = Vec::new();
    let (mut forms, mut bytes) = (0, 0);
    for (more_forms, more_bytes, files) in groups {
        let fits = forms + more_forms <= FORMS && bytes + more_bytes <= BYTES;
        match parts.last_mut().filter(|_| fits) {
            Some(part) => part.extend(files),
            None => {
                parts.push(files);
                (forms, bytes) = (0, 0);
            }
        }
        forms += more_forms;
        bytes += more_bytes;
    }
    parts
}

/// For every file the first file it is linked with by units, directly or through others.
fn together<'u>(files: impl Iterator<Item = Vec<&'u str>>) -> Vec<usize> {
    let mut heads: Vec<usize> = Vec::new();
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (file, units) in files.enumerate() {
        heads.push(file);
        for unit in units {
            let other = *first.entry(unit).or_insert(file);
            let (a, b) = (head(&mut heads, file), head(&mut heads, other));
            let (earlier, later) = (a.min(b), a.max(b));
            heads[later] = earlier;
        }
    }
    (0..heads.len())
        .map(|file| head(&mut heads, file))
        .collect()
}

/// The head of a file's group; the way to it is shortened for the next time.
fn head(heads: &mut [usize], file: usize) -> usize {
    let mut at = file;
    while heads[at] != at {
        heads[at] = heads[heads[at]];
        at = heads[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn named(name: &str) -> Named {
        Named::itself(Path::new(name).to_owned())
    }

    #[test]
    fn files_are_linked_by_units_directly_and_through_others() {
        let units = [
            vec!["甲"],
            vec!["乙"],
            vec![],
            vec!["乙", "甲"],
            vec![],
            vec!["丙"],
        ];
        let heads = together(units.into_iter());
        assert_eq!(heads, [0, 0, 2, 0, 4, 5]);
    }

    #[test]
    fn a_part_holds_whole_units_and_no_more_forms_than_fit() {
        let seen = |unit: &str, forms| Seen {
            units: vec![unit.to_owned()],
            forms,
            bytes: 1,
        };
        let files = vec![
            (named("1"), seen("甲", 600)),
            (named("2"), seen("乙", 300)),
            (named("3"), seen("甲", 600)),
            (named("4"), seen("丙", 700)),
        ];
        let units = Units::new(&Profile::shipped(), ["甲", "乙", "丙"].into_iter());
        let parts = divide(files, Some(&units));
        let names: Vec<Vec<String>> = parts
            .iter()
            .map(|part| {
                part.iter()
                    .map(|one| one.file.display().to_string())
                    .collect()
            })
            .collect();
        assert_eq!(names, [vec!["1", "3"], vec!["2", "4"]]);
    }
}
