//! The money part of a form: its heading, and its lines.

use std::collections::BTreeMap;

use super::align::align;
use super::field::Field;
use super::form::Money;
use super::layout::Layout;
use super::lexicon::{Caption, Fund, LEXICON};
use super::row::Row;
use super::tidy::{in_brackets, tidy};
use crate::sheet::{Budget, BudgetLine, Entry, MoneyUnit, Text};

/// How badly the cells of a line of unknown name may fit the columns of money.
const MOST_MISFIT: u32 = 8;

/// What the heading row says besides the columns: 万元, 20分, the name of the only line.
pub(super) fn heading(row: &Row<'_>, money: &mut Money) {
    for cell in &row.cells {
        let text = |text: &str| Text {
            text: text.to_owned(),
            origin: cell.origin.clone(),
        };
        for inside in in_brackets(cell.text) {
            if money.unit.is_none() {
                money.unit = unit(&inside);
            }
            if inside == "%" && LEXICON.execution(&cell.key) == Some(Field::Rate) {
                money.rate_in_percent = true;
            }
            if money.full_mark.is_none()
                && let Some(mark) = mark(&inside)
            {
                money.full_mark = Some(text(mark));
            }
        }
        if LEXICON.fund(&cell.key).is_some() {
            money.name = Some(text(&tidy(cell.text)));
        }
    }
}

/// 万元 or 元, if a text says nothing else.
pub(super) fn unit(text: &str) -> Option<MoneyUnit> {
    let text = text.trim();
    match text.rsplit([':', '：']).next()?.trim() {
        "万元" => Some(MoneyUnit::TenThousandYuan),
        "元" => Some(MoneyUnit::Yuan),
        _ => None,
    }
}

/// "20分" of "20分" and "20分*执行率".
pub(super) fn mark(inside: &str) -> Option<&str> {
    let end = inside.find('分')?;
    let digits = inside[..end].trim();
    let figure = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    let rest = &inside[end + '分'.len_utf8()..];
    (figure && !rest.starts_with(|c: char| c.is_alphabetic()))
        .then(|| &inside[..end + '分'.len_utf8()])
}

/// A line of money; `None` when the row is none, `true` when its cells had to be moved.
pub(super) fn line(row: &Row<'_>, layout: &Layout) -> Option<(BTreeMap<Field, Text>, bool)> {
    let alignment = align(row, layout);
    let has_fund = row
        .cells
        .iter()
        .any(|cell| LEXICON.fund(&cell.key).is_some());
    let captioned = matches!(
        LEXICON.caption(&row.first().key),
        Some(caption) if !matches!(caption, Caption::Basic | Caption::ProjectSpending)
    );
    if !has_fund && (captioned || alignment.misfit > MOST_MISFIT) {
        return None;
    }
    let mut line = BTreeMap::new();
    for (cell, slot) in row.cells.iter().zip(&alignment.slots) {
        let Some(slot) = slot else { continue };
        let field = layout.slots[*slot].field;
        let is_block = field == Field::Fund && LEXICON.is("funds", "block", &cell.key);
        if !is_block {
            line.entry(field).or_insert_with(|| Text {
                text: cell.text.to_owned(),
                origin: cell.origin.clone(),
            });
        }
    }
    let money = [
        Field::Budget,
        Field::InitialBudget,
        Field::Executed,
        Field::Rate,
    ];
    let filled = money.iter().any(|field| line.contains_key(field));
    (filled || has_fund).then(|| (line, alignment.moved(row, layout)))
}

/// The money part as a sheet has it.
pub(super) fn budget(money: &Money) -> Budget {
    let mut budget = Budget {
        money_unit: money.unit.unwrap_or_default(),
        full_mark: money.full_mark.as_ref().map_or(Entry::Blank, entry),
        ..Budget::default()
    };
    let mut total = None;
    for line in &money.lines {
        let read = budget_line(line, money);
        let key = super::tidy::key(&read.name);
        let is_source = LEXICON.fund(&key) == Some(Fund::Source);
        if is_source || total.is_some() {
            budget.sources.push(read);
        } else {
            if let Some(mark) = line.get(&Field::FullMark)
                && budget.full_mark == Entry::Blank
            {
                budget.full_mark = entry(mark);
            }
            total = Some(read);
        }
    }
    budget.total = match total {
        Some(total) => total,
        // A single line counts, whatever it is called.
        None if budget.sources.len() == 1 => budget.sources.remove(0),
        None => BudgetLine::default(),
    };
    budget
}

fn budget_line(line: &BTreeMap<Field, Text>, money: &Money) -> BudgetLine {
    let figure = |field| line.get(&field).map_or(Entry::Blank, entry);
    let budget = match figure(Field::Budget) {
        Entry::Blank => figure(Field::InitialBudget),
        adjusted => adjusted,
    };
    let rate = match line.get(&Field::Rate) {
        Some(rate)
            if money.rate_in_percent && rate.text.ends_with(|c: char| c.is_ascii_digit()) =>
        {
            entry(&Text {
                text: format!("{}%", rate.text),
                origin: rate.origin.clone(),
            })
        }
        _ => figure(Field::Rate),
    };
    let name = line.get(&Field::Fund).or(money.name.as_ref());
    BudgetLine {
        name: name.map_or_else(String::new, |name| tidy(&name.text)),
        budget,
        executed: figure(Field::Executed),
        rate,
        points: figure(Field::Points),
        origin: line
            .values()
            .map(|text| &text.origin)
            .min_by_key(|origin| (origin.line, origin.column))
            .cloned()
            .unwrap_or_default(),
    }
}

/// A figure as printed.
pub(super) fn entry(text: &Text) -> Entry {
    // A narrow column breaks 3,582.93 into two lines.
    let unbroken = text.text.replace(['\n', '\r'], "");
    let numeric = |c: char| c.is_ascii_digit() || ".,-%".contains(c);
    let figure = match unbroken.chars().all(numeric) {
        true => &unbroken,
        false => &text.text,
    };
    match crate::value::read_figure(figure) {
        Ok(None) => Entry::Blank,
        Ok(Some(figure)) => Entry::Number(crate::sheet::Printed {
            text: text.text.clone(),
            value: figure.value,
            places: figure.places,
            origin: text.origin.clone(),
        }),
        Err(_) => Entry::Unreadable {
            text: text.text.clone(),
            origin: text.origin.clone(),
        },
    }
}
