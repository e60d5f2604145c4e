//! A mapping file → a plan.

use std::collections::HashSet;

use super::keys;
use super::pattern::{Fault, Pattern};
use super::plan::{FigureSlot, Layout, Mapping, SheetPlan, TextSlot};
use super::read_measures::{blocks, rows};
use super::reference::{Bare, Kind, Reference};
use crate::document::sheet_yaml::cells::year_of;
use crate::document::{
    Fields, Input, Name, Node, NodeKind, Problem, ProblemKind, Problems, Shape, list_of, text_of,
    wrong_shape,
};
use crate::sheet::{MoneyUnit, Scope};
use crate::words::mapping as words;

/// The most patterns around a figure.
const MOST_READINGS: usize = 50;
/// The last record that can hold the headings.
const LAST_HEADER: usize = 100;

impl Mapping {
    /// The mapping file as the user named it.
    pub fn file(&self) -> &str {
        &self.source.file
    }

    /// Reads a mapping file; `docs/mapping.md` shows what can stand in it.
    ///
    /// # Errors
    /// Every problem of the file, in the order of its lines.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Mapping, Vec<Problem>> {
        let input = Input::read(file, bytes)?;
        let mut problems = Problems::new(&input.source);
        let mapping = read(&input, bytes, &mut problems);
        match mapping {
            Some(mapping) if problems.is_empty() => Ok(mapping),
            _ => Err(input
                .notices
                .into_iter()
                .chain(problems.into_list())
                .collect()),
        }
    }
}

fn read(input: &Input, bytes: &[u8], problems: &mut Problems<'_>) -> Option<Mapping> {
    let mut fields = Fields::open(&input.root, keys::FILE, problems)?;
    let layout = fields
        .require(keys::LAYOUT, problems)
        .and_then(|node| layout(node, problems));
    let header = fields
        .take(keys::HEADER, problems)
        .and_then(|node| header(node, problems));
    let sheet = fields
        .require(keys::SHEET, problems)
        .and_then(|node| sheet(node, problems));
    let missing = fields
        .take(keys::MISSING, problems)
        .map_or_else(HashSet::new, |node| {
            let items = list_of(node, problems);
            let words = items.iter().filter_map(|item| text_of(item, problems));
            words.map(|word| word.trim().to_owned()).collect()
        });
    let readings = fields
        .take(keys::READINGS, problems)
        .map_or_else(Vec::new, |node| readings(node, problems));
    let (measures, named) = match layout {
        Some(Layout::Wide) => {
            let node = fields.require(keys::MEASURES, problems);
            let measures = node.map_or_else(Vec::new, |node| blocks(node, problems));
            if let Some((key, _)) = fields.take_entry(keys::ROWS, problems) {
                let kind = ProblemKind::said(words::rows_in_wide, words::rows_in_wide_help);
                problems.at_key(key, kind);
            }
            (measures, Vec::new())
        }
        Some(Layout::Long) => {
            let general = fields.require(keys::ROWS, problems);
            let fixed = fields.take(keys::MEASURES, problems);
            general.map_or_else(Default::default, |node| rows(node, fixed, problems))
        }
        None => {
            fields.take(keys::MEASURES, problems);
            fields.take(keys::ROWS, problems);
            Default::default()
        }
    };
    fields.close(problems);
    Some(Mapping {
        source: input.source.clone().into_owned(),
        notices: input.notices.clone(),
        bytes: bytes.to_vec(),
        layout: layout?,
        header: header.unwrap_or(1),
        missing,
        readings,
        sheet: sheet?,
        measures,
        named,
    })
}

fn layout(node: &Node, problems: &mut Problems<'_>) -> Option<Layout> {
    match text_of(node, problems)? {
        "wide" | "宽表" => Some(Layout::Wide),
        "long" | "长表" => Some(Layout::Long),
        text => {
            not_allowed(node, text, "`wide` (`宽表`), `long` (`长表`)", problems);
            None
        }
    }
}

fn not_allowed(node: &Node, text: &str, allowed: &'static str, problems: &mut Problems<'_>) {
    let text = text.to_owned();
    problems.at_node(node, ProblemKind::NotAllowed { text, allowed });
}

fn header(node: &Node, problems: &mut Problems<'_>) -> Option<usize> {
    let text = text_of(node, problems)?;
    let number = text.parse().ok();
    let number = number.filter(|number| (1..=LAST_HEADER).contains(number));
    if number.is_none() {
        let kind = ProblemKind::said(
            |lang| words::bad_header(lang, LAST_HEADER),
            words::bad_header_help,
        );
        problems.at_node(node, kind);
    }
    number
}

fn readings(node: &Node, problems: &mut Problems<'_>) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    for item in list_of(node, problems) {
        if patterns.len() == MOST_READINGS {
            let kind = ProblemKind::said(
                |lang| words::too_many_readings(lang, MOST_READINGS),
                |_| String::new(),
            );
            problems.at_node(item, kind);
            break;
        }
        let Some(text) = text_of(item, problems) else {
            continue;
        };
        match Pattern::read(text) {
            Ok(pattern) => patterns.push(pattern),
            Err(fault) => {
                let message = match fault {
                    Fault::NoValue => words::reading_without_value,
                    Fault::Touching => words::reading_touching,
                    Fault::Braces => words::reading_braces,
                };
                let kind = ProblemKind::said(message, words::reading_help);
                problems.at_node(item, kind);
            }
        }
    }
    patterns
}

fn sheet(node: &Node, problems: &mut Problems<'_>) -> Option<SheetPlan<Reference>> {
    let mut fields = Fields::open(node, keys::SHEET_KEYS, problems)?;
    let id = fields.require(keys::ID, problems);
    let id = id.and_then(|node| {
        let id = Reference::read(node, Bare::Column, &[], problems);
        let names_none = id.as_ref().is_none_or(|id| id.columns().is_empty());
        if names_none && problems.is_empty() {
            let kind = ProblemKind::said(words::id_without_column, words::id_without_column_help);
            problems.at_node(node, kind);
        }
        id
    });
    let mut texts = Vec::new();
    for (slot, name) in [
        (TextSlot::Title, keys::TITLE),
        (TextSlot::Unit, keys::UNIT),
        (TextSlot::Project, keys::PROJECT),
        (TextSlot::Department, keys::DEPARTMENT),
        (TextSlot::Grade, keys::GRADE),
    ] {
        texts.extend(reference(&mut fields, name, problems).map(|found| (slot, found)));
    }
    let mut figures = Vec::new();
    for (slot, name) in [
        (FigureSlot::Total, keys::TOTAL),
        (FigureSlot::IndicatorsFullMark, keys::INDICATORS_FULL_MARK),
    ] {
        figures.extend(reference(&mut fields, name, problems).map(|found| (slot, found)));
    }
    let mut money = MoneyUnit::default();
    if let Some(node) = fields
        .take(keys::EXECUTION, problems)
        .filter(|n| !n.is_blank())
    {
        money = execution(node, &mut figures, problems);
    }
    let groups = named(&mut fields, keys::GROUP_POINTS, Bare::Column, &[], problems);
    let groups = groups.into_iter();
    figures.extend(groups.map(|(label, found)| (FigureSlot::Group(label), found)));
    let plan = SheetPlan {
        scope: scope(&mut fields, problems),
        year: year(&mut fields, problems),
        inputs: named(&mut fields, keys::INPUTS, Bare::Column, &[], problems),
        money,
        texts,
        figures,
        id: Reference {
            kind: Kind::Constant(String::new()),
            place: Default::default(),
        },
    };
    fields.close(problems);
    Some(SheetPlan { id: id?, ..plan })
}

/// The columns of the money block.
fn execution(
    node: &Node,
    figures: &mut Vec<(FigureSlot, Reference)>,
    problems: &mut Problems<'_>,
) -> MoneyUnit {
    let Some(mut fields) = Fields::open(node, keys::EXECUTION_KEYS, problems) else {
        return MoneyUnit::default();
    };
    for (slot, name) in [
        (FigureSlot::ExecutionFullMark, keys::FULL_MARK),
        (FigureSlot::Budget, keys::BUDGET),
        (FigureSlot::Executed, keys::EXECUTED),
        (FigureSlot::Rate, keys::RATE),
        (FigureSlot::ExecutionPoints, keys::POINTS),
    ] {
        figures.extend(reference(&mut fields, name, problems).map(|found| (slot, found)));
    }
    let mut money = MoneyUnit::default();
    if let Some(node) = fields.take(keys::MONEY, problems) {
        match text_of(node, problems) {
            None | Some("" | "万元") => {}
            Some("元") => money = MoneyUnit::Yuan,
            Some(text) => not_allowed(node, text, "`万元`, `元`", problems),
        }
    }
    fields.close(problems);
    money
}

fn scope(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Scope {
    let Some(node) = fields.take(keys::SCOPE, problems) else {
        return Scope::Unit;
    };
    match text_of(node, problems) {
        None | Some("" | "unit" | "整体") => Scope::Unit,
        Some("project" | "项目") => Scope::Project,
        Some(text) => {
            not_allowed(node, text, "`整体` (`unit`), `项目` (`project`)", problems);
            Scope::Unit
        }
    }
}

/// A year, or the column it stands in.
fn year(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> Option<Reference> {
    let node = fields.take(keys::YEAR, problems)?;
    let is_year = node.text().is_some_and(|text| year_of(text).is_some());
    let bare = if is_year {
        Bare::Constant
    } else {
        Bare::Column
    };
    let found = Reference::read(node, bare, &[], problems)?;
    if let Kind::Constant(text) = &found.kind
        && year_of(text).is_none()
    {
        let text = text.clone();
        problems.at_node(node, ProblemKind::BadYear { text });
    }
    Some(found)
}

fn reference(
    fields: &mut Fields<'_>,
    name: Name,
    problems: &mut Problems<'_>,
) -> Option<Reference> {
    let node = fields.take(name, problems)?;
    Reference::read(node, Bare::Column, &[], problems)
}

/// References under names of the user's.
pub(super) fn named(
    fields: &mut Fields<'_>,
    name: Name,
    bare: Bare,
    item: &super::reference::Item,
    problems: &mut Problems<'_>,
) -> Vec<(String, Reference)> {
    let Some(node) = fields.take(name, problems).filter(|node| !node.is_blank()) else {
        return Vec::new();
    };
    let NodeKind::Map(entries) = &node.kind else {
        problems.at_node(node, wrong_shape(Shape::Map, node));
        return Vec::new();
    };
    let found = entries.iter().filter_map(|(key, node)| {
        let found = Reference::read(node, bare, item, problems)?;
        Some((key.text.to_string(), found))
    });
    found.collect()
}
