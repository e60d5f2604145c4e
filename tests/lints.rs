//! Every lint has a pack that trips it and one that does not. A case is a small edit of `tests/lints/base`,
//! which trips none:
//!
//! ```text
//! # why
//! @ methods.rhai
//! - m.ratio
//! + m.ratioo
//! ? methods.rhai:5:10 ratio      where it must be found, and a piece of message or help (zh or en)
//! ```

use std::fs;
use std::sync::Arc;

use jixiao::rules::lint::{self, Finding, lint_pack};
use jixiao::rules::{PackFiles, cases, load};
use jixiao::score::Scorer;
use jixiao::words::Lang;

const FOLDER: &str = "tests/lints";

/// The base pack with the edits of a case.
fn edited(text: &str) -> PackFiles {
    let mut files = PackFiles::of_folder(format!("{FOLDER}/base").as_ref()).expect("the base pack");
    files.folder = "pack".to_owned();
    let (mut file, mut from) = (String::new(), Vec::new());
    let mut to: Vec<String> = Vec::new();
    let apply =
        |files: &mut PackFiles, file: &str, from: &mut Vec<String>, to: &mut Vec<String>| {
            if from.is_empty() {
                return;
            }
            let (_, bytes) = files
                .files
                .iter_mut()
                .find(|(name, _)| name == file)
                .unwrap_or_else(|| panic!("no {file} in the base pack"));
            let text = String::from_utf8(bytes.clone()).expect("text");
            let (old, new) = (from.join("\n"), to.join("\n"));
            assert!(text.contains(&old), "{file} has no `{old}`");
            *bytes = text.replacen(&old, &new, 1).into_bytes();
            from.clear();
            to.clear();
        };
    for line in text.lines() {
        let (mark, rest) = line.split_at(line.len().min(2));
        match mark.trim() {
            "-" if !to.is_empty() => {
                apply(&mut files, &file, &mut from, &mut to);
                from.push(rest.to_owned());
            }
            "-" => from.push(rest.to_owned()),
            "+" => to.push(rest.to_owned()),
            "@" => {
                apply(&mut files, &file, &mut from, &mut to);
                rest.clone_into(&mut file);
            }
            _ => {}
        }
    }
    apply(&mut files, &file, &mut from, &mut to);
    files
}

/// What the lints say; `Err` with the problems when the pack does not even load.
fn found(files: &PackFiles) -> Result<Vec<Finding>, Vec<String>> {
    let render = |problems: Vec<jixiao::Problem>| -> Vec<String> {
        problems.iter().map(|it| it.render(Lang::Zh)).collect()
    };
    let pack = Arc::new(load(files).map_err(render)?);
    let cases = cases(files).map_err(render)?;
    let scorer = Scorer::new(Arc::clone(&pack)).expect("it was loaded");
    Ok(lint_pack(
        files,
        &pack,
        &cases,
        Some(&scorer.reached(&cases)),
    ))
}

fn names() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(FOLDER)
        .expect(FOLDER)
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".edit"))
        .collect();
    names.sort();
    names
}

#[test]
fn the_base_and_the_shipped_packs_trip_no_error_or_warning() {
    let base = PackFiles::of_folder(format!("{FOLDER}/base").as_ref()).expect("the base pack");
    let shipped = PackFiles::shipped().into_iter();
    let shipped = shipped.map(|(pack, edition)| PackFiles::of_shipped(&pack, &edition).unwrap());
    for files in shipped.chain([base]) {
        let said: Vec<String> = found(&files)
            .unwrap_or_else(|problems| panic!("{}", problems.join("\n")))
            .iter()
            .filter(|finding| finding.severity != lint::Severity::Note)
            .map(|finding| finding.problem.render(Lang::Zh))
            .collect();
        assert!(said.is_empty(), "{}:\n{}", files.folder, said.join("\n"));
    }
}

#[test]
fn every_lint_has_a_pack_that_trips_it_and_one_that_does_not() {
    let names = names();
    let mut wrong = Vec::new();
    for lint in lint::ALL {
        for ending in ["fails", "silent"] {
            let wanted = format!("{}-{ending}", lint.code);
            if !names.iter().any(|name| name.starts_with(&wanted)) {
                wrong.push(format!("no {wanted}.edit"));
            }
        }
    }
    for name in names {
        let text = fs::read_to_string(format!("{FOLDER}/{name}")).expect("just listed");
        let code = name.split("-fails").next().unwrap_or_default();
        let code = code.split("-silent").next().unwrap_or_default();
        let files = edited(&text);
        // What loading refuses stands in cases of the code `pack`.
        let said: Vec<String> = match (found(&files), code) {
            (Err(problems), "pack") => problems,
            (Err(problems), _) => {
                wrong.push(format!("{name} does not load:\n{}", problems.join("\n")));
                continue;
            }
            (Ok(findings), _) => findings
                .iter()
                .filter(|finding| finding.code == code)
                .map(|finding| {
                    let english = finding.problem.render(Lang::En);
                    format!("{}\n{english}", finding.problem.render(Lang::Zh))
                })
                .collect(),
        };
        let fails = name.contains("-fails");
        if said.is_empty() == fails {
            wrong.push(format!("{name}: {said:#?}"));
        }
        let places = text.lines().filter_map(|line| line.strip_prefix("? "));
        for wanted in places {
            let (place, piece) = wanted.split_once(' ').unwrap_or((wanted, ""));
            let place = format!("pack/{place}");
            let right = said
                .iter()
                .any(|said| said.starts_with(&place) && said.contains(piece));
            if !right {
                wrong.push(format!("{name}: not `{wanted}` but\n{}", said.join("\n")));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}
