//! 沿用: a pack that builds on another edition and changes some of it.

use std::path::Path;

use super::keys::EXTENDS;
use super::load_on;
use crate::document::{Input, NodeKind, Problem, ProblemKind, Problems};
use crate::rules::files::PackFiles;
use crate::rules::pack::RulePack;
use crate::words::rules as words;

/// Packs on top of packs; more is a mistake.
const MOST_LAYERS: usize = 8;

/// The pack that `extends` names, loaded and checked: a shipped edition (`wuhan@2024`), or a folder
/// beside this one (`../base`).
///
/// # Errors
/// There is no such edition, it is not one edition, it builds on this pack itself, or it has problems
/// of its own.
pub(super) fn base(
    files: &PackFiles,
    input: &Input,
    above: &[&str],
) -> Result<Option<RulePack>, Vec<Problem>> {
    let NodeKind::Map(entries) = &input.root.kind else {
        return Ok(None);
    };
    let Some((_, node)) = entries.iter().find(|(key, _)| EXTENDS.is(&key.text)) else {
        return Ok(None);
    };
    let refuse = |kind| {
        let mut problems = Problems::new(&input.source);
        problems.at_node(node, kind);
        problems.into_list()
    };
    let Some(name) = node.text().filter(|name| !name.is_empty()) else {
        let kind = ProblemKind::said(words::extends_what, words::extends_help);
        return Err(refuse(kind));
    };
    let found = match files.alone {
        true => PackFiles::find_shipped(name),
        false => PackFiles::find_beside(name, Path::new(&files.folder)).map(|(found, _)| found),
    };
    let mut found = found.map_err(|_| refuse(unknown(name)))?;
    let (Some(base), true) = (found.pop(), found.is_empty()) else {
        let kind = ProblemKind::said(
            |lang| words::extends_several(lang, name),
            words::extends_help,
        );
        return Err(refuse(kind));
    };
    let mut chain = above.to_vec();
    chain.push(&files.folder);
    if chain.contains(&base.folder.as_str()) || chain.len() >= MOST_LAYERS {
        let kind = ProblemKind::said(
            |lang| words::extends_itself(lang, name, MOST_LAYERS),
            words::extends_help,
        );
        return Err(refuse(kind));
    }
    load_on(&base, &chain).map(Some)
}

fn unknown(name: &str) -> ProblemKind {
    ProblemKind::said(
        |lang| words::extends_unknown(lang, name),
        words::extends_help,
    )
}

/// The layer for the scripts of a pack that builds on `base`.
pub(super) fn layer_above(base: &RulePack) -> usize {
    let highest = base.scripts.iter().map(|script| script.layer).max();
    highest.map_or(0, |highest| highest + 1)
}
