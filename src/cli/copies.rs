//! Forms that were read more than once: a copy of a file, or a sheet beside the document it was taken from.

use std::collections::HashMap;

use jixiao::document::{Problem, ProblemKind};
use jixiao::sheet::{Scope, Sheet, TargetTable};
use jixiao::value::normalise;
use jixiao::words::cli as words;

use super::inputs::Document;

/// So many groups are named, and so many forms of each; of the others the number is told.
const NAMED: usize = 5;

/// What tells one form from another.
#[derive(PartialEq, Eq, Hash)]
enum Identity<'d> {
    /// Unit, project, year, and whether it is a target table.
    Named(bool, String, Option<String>, Option<u16>),
    /// Where it does not say whose it is: what its file holds, and which of the file's forms it is.
    Content(&'d [u8], usize),
}

/// The forms read more than once, in one notice; all of them stay.
pub fn told<'s>(
    sheets: impl IntoIterator<Item = &'s Sheet>,
    targets: impl IntoIterator<Item = &'s TargetTable>,
    documents: &[&Document],
) -> Option<Problem> {
    let contents: HashMap<&str, &[u8]> = documents
        .iter()
        .map(|document| (document.name.as_str(), document.bytes.as_slice()))
        .collect();
    let sheets = sheets.into_iter().map(|sheet| {
        let name = name(false, sheet.scope, &sheet.unit, &sheet.project, sheet.year);
        (name, &sheet.id, &sheet.origin.file)
    });
    let targets = targets.into_iter().map(|table| {
        let name = name(true, table.scope, &table.unit, &table.project, table.year);
        (name, &table.id, &table.origin.file)
    });
    let mut groups: Vec<Vec<(&str, &str)>> = Vec::new();
    let mut known: HashMap<Identity<'_>, usize> = HashMap::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (name, id, file) in sheets.chain(targets) {
        let place = places.entry(file).or_default();
        *place += 1;
        let content = contents.get(&**file).copied().unwrap_or_default();
        let identity = name.unwrap_or(Identity::Content(content, *place));
        let group = *known.entry(identity).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push((id, file)),
            None => groups.push(vec![(id, file)]),
        }
    }
    groups.retain(|group| group.len() > 1);
    let (_, copy) = groups.first()?.get(1)?;
    let named = groups.iter().take(NAMED).map(|group| {
        let ids: Vec<&str> = group.iter().take(NAMED).map(|(id, _)| *id).collect();
        let more = if group.len() > NAMED { " = …" } else { "" };
        ids.join(" = ") + more
    });
    let named = named.collect::<Vec<_>>().join("; ");
    let said = |lang| match groups.len() {
        ..=NAMED => words::same_forms(lang, &named),
        count => words::same_forms_many(lang, &named, count),
    };
    Some(Problem::of_file(
        copy,
        ProblemKind::said(said, words::same_forms_help),
    ))
}

/// Whose form it is, where it says so.
fn name<'d>(
    targets: bool,
    scope: Scope,
    unit: &str,
    project: &Option<String>,
    year: Option<u16>,
) -> Option<Identity<'d>> {
    let project = match scope {
        Scope::Unit => None,
        Scope::Project => Some(project.as_deref().map(normalise).unwrap_or_default()),
    };
    let unit = normalise(unit);
    let says = project.as_ref().unwrap_or(&unit);
    (!says.is_empty()).then_some(Identity::Named(targets, unit, project, year))
}
