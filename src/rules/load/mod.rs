//! pack.yaml and scripts → a checked [`RulePack`]. All problems in one run, each with its place.

mod cases;
mod check;
mod description;
mod extends;
pub(crate) mod keys;
mod methods;
mod parts;
pub(crate) mod places;
mod shapes;

use super::files::PackFiles;
use super::host::{Host, ScriptFault};
use super::pack::{RulePack, Script};
use crate::document::{Input, Problem, ProblemKind, Problems, Source};
use crate::words::rules as words;

pub use cases::cases;
pub use methods::read_param;

/// Reads, checks and test-compiles a pack.
///
/// # Errors
/// Every problem found in description and scripts.
pub fn load(files: &PackFiles) -> Result<RulePack, Vec<Problem>> {
    load_on(files, &[])
}

/// `above` names the folders whose packs build on this one.
fn load_on(files: &PackFiles, above: &[&str]) -> Result<RulePack, Vec<Problem>> {
    let path = files.shown(PackFiles::PACK);
    let Some(bytes) = files.get(PackFiles::PACK) else {
        return Err(vec![Problem::of_file(
            &files.folder,
            ProblemKind::said(words::no_description, words::no_description_help),
        )]);
    };
    let input = Input::read(&path, bytes)?;
    let mut problems = Problems::new(&input.source);
    let base = extends::base(files, &input, above)?;
    let draft = description::read(&input.root, base.as_ref(), &mut problems);
    let layer = base.as_ref().map_or(0, extends::layer_above);
    let (scripts, mut script_problems) = scripts(files, layer);
    let Some(mut pack) = draft else {
        return Err([problems.into_list(), script_problems].concat());
    };
    pack.sha256 = files.sha256(base.as_ref().map(|base| base.sha256.as_str()));
    pack.scripts = base.map_or_else(Vec::new, |base| base.scripts);
    pack.scripts.extend(scripts);
    check::data(&pack, &input.root, &mut problems);
    if script_problems.is_empty() {
        match Host::of(&pack) {
            Ok(host) => check::functions(&pack, &host.functions(), &input.root, &mut problems),
            Err(faults) => {
                let faults = faults.iter();
                script_problems.extend(faults.map(|fault| fault_as_problem(fault, &pack.scripts)));
            }
        }
    }
    let all = [problems.into_list(), script_problems].concat();
    if all.is_empty() { Ok(pack) } else { Err(all) }
}

/// The `.rhai` files as text; bytes that are no UTF-8 are a problem.
fn scripts(files: &PackFiles, layer: usize) -> (Vec<Script>, Vec<Problem>) {
    let (mut scripts, mut problems) = (Vec::new(), Vec::new());
    for (path, bytes) in &files.files {
        if !path.ends_with(".rhai") {
            continue;
        }
        let path = files.shown(path);
        match String::from_utf8(bytes.clone()) {
            Ok(text) => scripts.push(Script {
                text: text.trim_start_matches('\u{feff}').to_owned(),
                path,
                layer,
            }),
            Err(_) => problems.push(Problem::of_file(&path, ProblemKind::Undecodable)),
        }
    }
    (scripts, problems)
}

/// A script's fault in the form all other problems have, with the line it stands in.
pub fn fault_as_problem(fault: &ScriptFault, scripts: &[Script]) -> Problem {
    let line = u32::try_from(fault.line).unwrap_or(0);
    let column = u32::try_from(fault.column).unwrap_or(0);
    let text = scripts
        .iter()
        .find(|script| script.path == fault.file)
        .map_or("", |script| &script.text);
    let source = Source::new(&fault.file, text.to_owned());
    Problem {
        excerpt: source.excerpt(line, column.max(1), 1),
        file: source.file,
        line,
        column,
        kind: ProblemKind::said(|lang| fault.message(lang), |lang| fault.help(lang)),
    }
}
