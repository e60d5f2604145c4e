//! A collected form as a 自评表.

use std::collections::BTreeMap;

use super::field::Field;
use super::form::{Form, FormRow};
use super::lexicon::{Caption, LEXICON};
use super::money::{self, entry};
use super::tidy::{tidy, year};
use super::{Note, NoteKind};
use crate::sheet::{Direction, Entry, Indicator, Measure, Origin, Scope, Sheet, Text};
use crate::value::{Actual, Target, Value, normalise};

/// The sheet a form is.
pub(super) fn sheet(form: &Form, document_year: Option<u16>, notes: &mut Vec<Note>) -> Sheet {
    let words = |caption| form.caption(caption).map(|text| tidy(&text.text));
    let scope = if form.is_of_unit() {
        Scope::Unit
    } else {
        Scope::Project
    };
    let origin = origin(form);
    let mut budget = money::budget(&form.money);
    let figure = |caption| form.caption(caption).map_or(Entry::Blank, entry);
    budget.basic = figure(Caption::Basic);
    budget.project = figure(Caption::ProjectSpending);
    budget.reason = form.caption(Caption::MoneyReason).cloned();
    let of_project = scope == Scope::Project;
    Sheet {
        id: String::new(),
        title: title(form),
        scope,
        year: year_of(form, document_year, notes),
        unit: words(Caption::Unit).unwrap_or_default(),
        project: words(Caption::Project).filter(|_| of_project),
        department: words(Caption::Department).filter(|_| of_project),
        budget,
        goals: form.goals.clone(),
        indicators_full_mark: goal_mark(&form.goal_marks),
        indicators: indicators(&form.rows),
        group_points: Vec::new(),
        inputs: BTreeMap::new(),
        total: form.total.as_ref().map_or(Entry::Blank, entry),
        grade: form.caption(Caption::Grade).cloned(),
        indicator_count: form.count.as_ref().map_or(Entry::Blank, entry),
        reasons: form.reasons.clone(),
        improvements: form.improvements.clone(),
        narrative: Vec::new(),
        projects: Vec::new(),
        input_sha256: String::new(),
        origin,
    }
}

/// The title as printed, "" when the form has none.
pub(super) fn title(form: &Form) -> String {
    form.title
        .as_ref()
        .map_or_else(String::new, |title| title.text.clone())
}

/// Where a form starts.
pub(super) fn origin(form: &Form) -> Origin {
    let title = form.title.as_ref().map(|title| &title.origin);
    let first = form.rows.first().map(|row| &row.origin);
    title.or(first).cloned().unwrap_or_default()
}

/// The year of a form: of its title, its header block, the lines near it, else of the document.
pub(super) fn year_of(
    form: &Form,
    document_year: Option<u16>,
    notes: &mut Vec<Note>,
) -> Option<u16> {
    let caption = form.caption(Caption::Year).and_then(|text| {
        let text = normalise(&text.text);
        year(&text).or_else(|| year(&format!("{text}年")))
    });
    let own = form.year.or(caption);
    if own.is_none()
        && let Some(year) = document_year
    {
        notes.push(Note {
            kind: NoteKind::YearAssumed { year },
            origin: origin(form),
        });
    }
    own.or(document_year)
}

/// The full mark of the goals together.
fn goal_mark(marks: &[Text]) -> Entry {
    let [first, others @ ..] = marks else {
        return Entry::Blank;
    };
    let mut mark = entry(first);
    for other in others {
        let (Entry::Number(sum), Entry::Number(more)) = (&mut mark, entry(other)) else {
            continue;
        };
        let Some(value) = sum.value.checked_add(more.value) else {
            continue;
        };
        sum.text = format!("{}+{}", sum.text, more.text);
        sum.value = value;
        sum.places = sum.places.max(more.places);
    }
    mark
}

fn indicators(rows: &[FormRow]) -> Vec<Indicator> {
    let mut indicators: Vec<Indicator> = Vec::new();
    let mut number = 0;
    for row in rows {
        number += 1;
        let measure = measure(row, number);
        let reason = row.cells.get(&Field::Reason).map(|reason| Text {
            text: reason.text.clone(),
            origin: reason.origin.clone(),
        });
        match indicators.last_mut() {
            Some(last) if row.continues => {
                last.measures.push(measure);
                match (&mut last.reason, reason) {
                    (Some(before), Some(reason)) => {
                        before.text.push('\n');
                        before.text.push_str(&reason.text);
                    }
                    (None, Some(reason)) => last.reason = Some(reason),
                    (_, None) => {}
                }
            }
            _ => indicators.push(Indicator {
                levels: row.levels.clone(),
                name: row.name.clone(),
                full_mark: Entry::Blank,
                measures: vec![measure],
                reason,
                origin: row.origin.clone(),
            }),
        }
    }
    indicators.iter_mut().for_each(share_full_mark);
    indicators
}

/// A full mark printed once for several measures is the indicator's own.
fn share_full_mark(indicator: &mut Indicator) {
    let [first, others @ ..] = &mut indicator.measures[..] else {
        return;
    };
    if !others.is_empty() && others.iter().all(|other| other.full_mark == Entry::Blank) {
        indicator.full_mark = std::mem::take(&mut first.full_mark);
    }
}

fn measure(row: &FormRow, number: u32) -> Measure {
    let figure = |field| row.cells.get(&field).map_or(Entry::Blank, entry);
    Measure {
        row: number,
        target: Target::read(&value(row, Field::Target, true)),
        actual: Actual::read(&value(row, Field::Actual, false)),
        full_mark: figure(Field::FullMark),
        points: figure(Field::Points),
        direction: direction(row),
        judged: None,
        applicable: true,
        inputs: BTreeMap::new(),
        places: Default::default(),
        origin: row.origin.clone(),
    }
}

/// The text of a value with the sign and the unit that the form prints in columns of their own.
pub(super) fn value(row: &FormRow, field: Field, is_target: bool) -> String {
    let Some(value) = row.cells.get(&field) else {
        return String::new();
    };
    let mut text = value.text.clone();
    // 350, 每月100, 8-9: a number at the end of the cell still waits for its unit.
    let bare = text.ends_with(|c: char| c.is_ascii_digit())
        && match crate::value::read(&text).value {
            Value::Quantity(quantity) => quantity.unit.is_empty(),
            Value::Range { high, .. } => high.unit.is_empty(),
            _ => false,
        };
    if bare && let Some(unit) = row.cells.get(&Field::MeasureUnit) {
        let unit = unit.text.trim();
        if !matches!(crate::value::read_figure(unit), Ok(None)) {
            text.push_str(unit);
        }
    }
    if is_target && let Some(operator) = row.cells.get(&Field::Operator) {
        let sign = normalise(&operator.text);
        if sign.chars().count() == 1 && "≥≤=><".contains(&sign) && !text.starts_with(&sign) {
            text.insert_str(0, &sign);
        }
    }
    text
}

fn direction(row: &FormRow) -> Option<Direction> {
    let operator = normalise(&row.cells.get(&Field::Operator)?.text);
    match LEXICON.operator(&operator)? {
        "at_least" => Some(Direction::AtLeast),
        "at_most" => Some(Direction::AtMost),
        "equal" => Some(Direction::Equal),
        _ => None,
    }
}
