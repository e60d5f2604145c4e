//! Reads `cases/*.yaml`.

use rust_decimal::Decimal;

use crate::document::sheet_yaml::part::{read_budget, read_row, read_sheet};
use crate::document::{
    Fields, Input, Name, Node, NodeKind, Problem, ProblemKind, Problems, list_of, text_of,
};
use crate::number::Fraction;
use crate::rules::case::{Case, Expected, Given, Wanted};
use crate::rules::files::PackFiles;
use crate::value::read_figure;
use crate::words::rules as words;

const CASES: Name = Name::new("cases", "算例");
const NAME: Name = Name::new("name", "名称");
const SAYS: Name = Name::new("says", "说明");
const ROW: Name = Name::new("row", "行");
const EXECUTION: Name = Name::new("execution", "预算执行情况");
const SHEET: Name = Name::new("sheet", "自评表");
const POINTS: Name = Name::new("points", "得分");
const UNSCORED: Name = Name::new("unscored", "未评分");
const COMPLETION: Name = Name::new("completion", "完成率");
const METHOD: Name = Name::new("method", "方法");
const TOTAL: Name = Name::new("total", "总分");
const GRADE: Name = Name::new("grade", "评价等级");
const ROWS: Name = Name::new("rows", "各行得分");

const CASE: &[Name] = &[
    NAME, SAYS, ROW, EXECUTION, SHEET, POINTS, UNSCORED, COMPLETION, METHOD, TOTAL, GRADE, ROWS,
];

/// The worked cases of a pack, in the order of the files.
///
/// # Errors
/// Every problem of every file.
pub fn cases(files: &PackFiles) -> Result<Vec<Case>, Vec<Problem>> {
    let (mut cases, mut all) = (Vec::new(), Vec::new());
    for (path, bytes) in &files.files {
        if !path.starts_with("cases/") || !path.ends_with(".yaml") {
            continue;
        }
        match Input::read(&files.shown(path), bytes) {
            Err(problems) => all.extend(problems),
            Ok(input) => {
                let mut problems = Problems::new(&input.source);
                file(&input.root, &mut cases, &mut problems);
                all.extend(problems.into_list());
            }
        }
    }
    if all.is_empty() { Ok(cases) } else { Err(all) }
}

fn file(root: &Node, cases: &mut Vec<Case>, problems: &mut Problems<'_>) {
    let Some(mut fields) = Fields::open(root, &[CASES], problems) else {
        return;
    };
    if let Some(list) = fields.require(CASES, problems) {
        let items = list_of(list, problems).iter();
        cases.extend(items.filter_map(|item| case(item, problems)));
    }
    fields.close(problems);
}

fn case(node: &Node, problems: &mut Problems<'_>) -> Option<Case> {
    let mut fields = Fields::open(node, CASE, problems)?;
    let name = fields
        .require(NAME, problems)
        .and_then(|node| text_of(node, problems));
    let says = fields.text(SAYS, problems).to_owned();
    let row = fields.take(ROW, problems);
    let execution = fields.take(EXECUTION, problems);
    let sheet = fields.take(SHEET, problems);
    let mut total = wanted(&mut fields, TOTAL, problems);
    let given = match (row, execution, sheet, &total) {
        (Some(node), None, None, None) => read_row(node, problems).map(Box::new).map(Given::Row),
        (None, Some(node), None, None) => {
            Some(Given::Execution(Box::new(read_budget(node, problems))))
        }
        (None, None, Some(node), _) => read_sheet(node, problems).map(Box::new).map(Given::Sheet),
        (None, None, None, Some(Wanted::Points(points))) => {
            let given = Given::Total(*points);
            total = None;
            Some(given)
        }
        _ => {
            let kind = ProblemKind::said(words::case_given, words::case_given_help);
            problems.at_node(node, kind);
            None
        }
    };
    let expected = Expected {
        points: unscored(&mut fields, problems).or_else(|| wanted(&mut fields, POINTS, problems)),
        completion: completion(&mut fields, problems),
        method: text(&mut fields, METHOD, problems),
        total,
        grade: text(&mut fields, GRADE, problems),
        rows: rows(&mut fields, problems),
    };
    fields.close(problems);
    if expected == Expected::default() {
        let kind = ProblemKind::said(
            words::case_expects_nothing,
            words::case_expects_nothing_help,
        );
        problems.at_node(node, kind);
    }
    Some(Case {
        name: name.unwrap_or_default().to_owned(),
        says,
        given: given?,
        expected,
        origin: problems.source().origin(node.line, node.column),
    })
}

fn text(fields: &mut Fields<'_>, name: Name, problems: &mut Problems<'_>) -> Option<String> {
    let text = fields.text(name, problems);
    (!text.is_empty()).then(|| text.to_owned())
}

/// `unscored: true`, or a part of the reason.
fn unscored(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Option<Wanted> {
    let reason = text(fields, UNSCORED, problems)?;
    let any = matches!(reason.as_str(), "true" | "是");
    Some(Wanted::Unscored(if any { String::new() } else { reason }))
}

fn wanted(fields: &mut Fields<'_>, name: Name, problems: &mut Problems<'_>) -> Option<Wanted> {
    let node = fields.take(name, problems)?;
    result(node, problems)
}

/// Points, or the word for none.
fn result(node: &Node, problems: &mut Problems<'_>) -> Option<Wanted> {
    if node.text().is_some_and(|text| UNSCORED.is(text)) {
        return Some(Wanted::Unscored(String::new()));
    }
    number(node, problems).map(Wanted::Points)
}

fn number(node: &Node, problems: &mut Problems<'_>) -> Option<Decimal> {
    let text = text_of(node, problems)?;
    let figure = read_figure(text).ok().flatten();
    if figure.is_none() {
        refuse_number(node, text, problems);
    }
    figure.map(|figure| figure.value)
}

/// A ratio: 86.67%, 0.5, or a quotient such as 1/12.
fn completion(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Option<Fraction> {
    let node = fields.take(COMPLETION, problems)?;
    let text = text_of(node, problems)?;
    let figure = |text: &str| Some(Fraction::from(read_figure(text).ok().flatten()?.value));
    let ratio = match text.split_once('/') {
        Some((above, below)) => figure(above)
            .zip(figure(below))
            .and_then(|(above, below)| above.over(below).ok()),
        None => figure(text),
    };
    if ratio.is_none() {
        refuse_number(node, text, problems);
    }
    ratio
}

fn refuse_number(node: &Node, text: &str, problems: &mut Problems<'_>) {
    let kind = ProblemKind::said(
        |lang| words::not_a_number(lang, text),
        words::not_a_number_help,
    );
    problems.at_node(node, kind);
}

fn rows(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Vec<(String, Wanted)> {
    let Some(node) = fields.take(ROWS, problems) else {
        return Vec::new();
    };
    let NodeKind::Map(entries) = &node.kind else {
        let kind = ProblemKind::said(words::case_rows, words::case_rows_help);
        problems.at_node(node, kind);
        return Vec::new();
    };
    let rows = entries.iter();
    rows.filter_map(|(key, node)| Some((key.text.to_string(), result(node, problems)?)))
        .collect()
}
