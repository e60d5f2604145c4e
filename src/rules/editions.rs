//! Which edition of a rule a sheet is scored under.

use std::path::Path;
use std::sync::Arc;

use super::files::PackFiles;
use super::load::load;
use super::pack::RulePack;
use crate::document::{Problem, ProblemKind, nearest, system_error};
use crate::words::rules as words;

/// The editions a run may use: those of a shipped pack, of a folder, or exactly one.
#[derive(Debug, Clone)]
pub struct Editions {
    /// In order of their first year; at least one.
    packs: Vec<Arc<RulePack>>,
    /// The user named this edition; nothing is chosen by year.
    pinned: bool,
}

/// The edition chosen for a year.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// The edition.
    pub pack: Arc<RulePack>,
    /// `false` when no edition is in force for the year (or the sheet states none) and the latest
    /// stands in.
    pub in_force: bool,
}

impl Editions {
    /// Finds what `--rules` names: `wuhan`, `wuhan@2024`, an edition's folder, or a pack's folder with
    /// editions in it. A shipped name wins over a folder of that name; `./wuhan` is always a folder.
    ///
    /// # Errors
    /// There is no such pack, or one of its editions does not pass its check.
    pub fn find(name: &str) -> Result<Editions, Vec<Problem>> {
        let (files, pinned) = PackFiles::find(name)?;
        let (mut packs, mut problems) = (Vec::new(), Vec::new());
        for files in &files {
            match load(files) {
                Ok(pack) => packs.push(Arc::new(pack)),
                Err(found) => problems.extend(found),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        packs.sort_by(|a, b| (a.in_force.0, &a.edition).cmp(&(b.in_force.0, &b.edition)));
        Ok(Editions { packs, pinned })
    }

    /// Every edition that may be chosen, in order of their first year.
    pub fn all(&self) -> &[Arc<RulePack>] {
        &self.packs
    }

    /// The edition in force for a year: of several the one that began last. Without one, the latest.
    pub fn for_year(&self, year: Option<u16>) -> Chosen {
        let covers = |pack: &&Arc<RulePack>| year.is_some_and(|year| pack.covers(year));
        let found = self.packs.iter().rev().find(covers);
        Chosen {
            in_force: self.pinned || found.is_some(),
            // `find` returns no empty list.
            pack: Arc::clone(found.unwrap_or(&self.packs[self.packs.len() - 1])),
        }
    }
}

impl PackFiles {
    /// The files behind a name as `--rules` takes it, and whether the name means one edition only.
    ///
    /// # Errors
    /// There is no such pack or folder, or it cannot be read.
    pub fn find(name: &str) -> Result<(Vec<PackFiles>, bool), Vec<Problem>> {
        PackFiles::find_beside(name, Path::new(""))
    }

    /// The shipped editions of that name.
    ///
    /// # Errors
    /// There is none.
    pub(super) fn find_shipped(name: &str) -> Result<Vec<PackFiles>, Vec<Problem>> {
        let (pack, edition) = match name.split_once('@') {
            Some((pack, edition)) => (pack, Some(edition)),
            None => (name, None),
        };
        let files: Vec<PackFiles> = PackFiles::shipped()
            .iter()
            .filter(|(shipped, of)| shipped == pack && edition.is_none_or(|wanted| wanted == of))
            .filter_map(|(pack, edition)| PackFiles::of_shipped(pack, edition))
            .collect();
        match files.is_empty() {
            true => Err(vec![unknown(name)]),
            false => Ok(files),
        }
    }

    /// The same, folders named as seen from `place`.
    ///
    /// # Errors
    /// As for [`PackFiles::find`].
    pub(super) fn find_beside(
        name: &str,
        place: &Path,
    ) -> Result<(Vec<PackFiles>, bool), Vec<Problem>> {
        if let Ok(files) = PackFiles::find_shipped(name) {
            return Ok((files, name.contains('@')));
        }
        let folder = place.join(name);
        if folder.is_dir() {
            return of_folder(&folder);
        }
        Err(vec![unknown(name)])
    }
}

/// An edition's folder, or a folder with editions in it.
fn of_folder(folder: &Path) -> Result<(Vec<PackFiles>, bool), Vec<Problem>> {
    let read = |folder: &Path| {
        PackFiles::of_folder(folder).map_err(|error| vec![unreadable(folder, &error)])
    };
    let is_edition = |folder: &Path| folder.join(PackFiles::PACK).is_file();
    if is_edition(folder) {
        return Ok((vec![read(folder)?], true));
    }
    let entries = std::fs::read_dir(folder).map_err(|error| vec![unreadable(folder, &error)])?;
    let mut editions: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_edition(path))
        .collect();
    editions.sort();
    if editions.is_empty() {
        let kind = ProblemKind::said(words::no_description, words::no_description_help);
        return Err(vec![Problem::of_file(&folder.to_string_lossy(), kind)]);
    }
    let files = editions.iter().map(|path| read(path));
    Ok((files.collect::<Result<_, _>>()?, false))
}

fn unknown(name: &str) -> Problem {
    let shipped = PackFiles::shipped();
    let names: Vec<String> = shipped
        .iter()
        .map(|(pack, edition)| format!("{pack}@{edition}"))
        .collect();
    let packs = shipped.iter().map(|(pack, _)| pack.as_str());
    let near = nearest(name, names.iter().map(String::as_str).chain(packs));
    let kind = ProblemKind::said(
        |lang| words::unknown_pack(lang, name),
        |lang| match near {
            Some(near) => words::did_you_mean_pack(lang, near, names.join(", ")),
            None => words::unknown_pack_help(lang, names.join(", ")),
        },
    );
    Problem::of_file(name, kind)
}

fn unreadable(folder: &Path, error: &std::io::Error) -> Problem {
    let kind = ProblemKind::said(
        |lang| words::pack_unreadable(lang, folder.display(), system_error(error, lang)),
        |_| String::new(),
    );
    Problem::of_file(&folder.to_string_lossy(), kind)
}
