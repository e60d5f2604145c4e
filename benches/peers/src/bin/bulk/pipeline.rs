//! The pipeline of `jixiao batch`, JSONL to Parquet, with the rule written by hand in Rust in place of the pack. What the
//! hand-written rule does not know (methods, completions) stays empty in the file, so it also writes a little less.

use std::io;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;

use jixiao::batch::columns::Columnar;
use jixiao::batch::{Input, InputKind, Job, Manifest, Parts, Source, run};
use jixiao::document::{Problem, ProblemKind};
use jixiao::number::Fraction;
use jixiao::rules::{Editions, RulePack};
use jixiao::score::{Awarding, ExecutionFigures, Figures, FullMarkFrom, RowFigures};
use jixiao::sheet::Sheet;
use jixiao::words::Lang;

use super::native;

/// Reads, scores and writes as `jixiao batch` does.
pub fn native(jobs: NonZeroUsize, from: &Path, to: &Path) -> io::Result<()> {
    let editions = Editions::find("wuhan@2024").expect("the pack is shipped");
    let inputs = [Input {
        path: from.to_owned(),
        name: from.to_string_lossy().into(),
        label: "in".into(),
        folder: None,
        kind: InputKind::Lines,
    }];
    let manifest = Manifest::of(&inputs, &editions, Vec::new())?;
    let (mut parts, _) = Parts::open(to, &manifest, true, &[])?;
    let job = Job {
        inputs: &inputs,
        editions: &editions,
        lang: Lang::Zh,
        open: &|_| unreachable!("lines only"),
    };
    let source = Source::new(&inputs, parts.position());
    let make = || (score, Columnar::new(&editions, Lang::Zh));
    run(source, jobs, &job, make, &mut parts)?;
    parts
        .finish(to, (&Parts::rejected_of(to), false), Some(&editions))
        .map_err(|(_, error)| error)
}

fn score(sheet: &Arc<Sheet>, pack: &Arc<RulePack>) -> Result<Figures, Problem> {
    let scored = native::score(sheet).ok_or_else(|| {
        let said = |_| "a row the hand-written rule does not know".to_owned();
        Problem::of_file(&sheet.id, ProblemKind::said(said, |_| String::new()))
    })?;
    let rows = sheet.measures().zip(scored.rows);
    let rows = rows.map(|((_, measure), points)| RowFigures {
        method: None,
        completion: None,
        full_mark: measure.full_mark.value().map(Fraction::from),
        full_mark_from: Some(FullMarkFrom::Sheet),
        points: Awarding::Points(points),
    });
    let mut bands = pack.grades.iter();
    Ok(Figures {
        rows: rows.collect(),
        execution: Some(ExecutionFigures {
            rate: None,
            points: Awarding::Points(scored.execution),
        }),
        indicators: Ok(scored.total - scored.execution),
        total: Ok(scored.total),
        grade: bands.position(|band| band.name.zh == scored.grade),
    })
}
