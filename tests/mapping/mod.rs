//! Tables of many institutions, read as a mapping says.

mod commands;
mod generator;
mod hostile;
mod reading;
mod refused;
mod schema;

use jixiao::document::{Mapped, Mapping, Problem};
use jixiao::sheet::Sheet;
use jixiao::words::Lang;

/// A wide mapping of the columns id, a (actual), t (target) and p (points), with more lines behind it.
const WIDE: &str = "\
layout: wide
sheet: {id: id}
measures: [{indicator: A, levels: [L], actual: a, target: t, points: p}]
";

fn apply(mapping: &str, files: &[(&str, &[u8])]) -> Result<Mapped, Vec<Problem>> {
    Mapping::read("m.yaml", mapping.as_bytes())?.apply(files)
}

fn sheets(mapping: &str, table: &str) -> Vec<Sheet> {
    match apply(mapping, &[("t.csv", table.as_bytes())]) {
        Ok(mapped) => mapped.sheets,
        Err(problems) => panic!("{}", rendered(&problems)),
    }
}

/// What is said in English about a mapping and a table that do not go together.
fn said(mapping: &str, table: &str) -> String {
    match apply(mapping, &[("t.csv", table.as_bytes())]) {
        Ok(mapped) => panic!("read without a problem: {mapped:?}"),
        Err(problems) => rendered(&problems),
    }
}

fn rendered(problems: &[Problem]) -> String {
    let texts = problems.iter().map(|problem| problem.render(Lang::En));
    texts.collect::<Vec<_>>().join("\n")
}
