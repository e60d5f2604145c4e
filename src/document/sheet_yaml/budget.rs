//! 预算执行情况.

use super::cells::{entry, money_unit, origin, passage};
use super::keys;
use crate::document::{Fields, Node, Problems, fields::list_of};
use crate::sheet::{Budget, BudgetLine};

/// Reads `execution`; nothing below the key is an empty block.
pub(super) fn read(node: &Node, problems: &mut Problems<'_>) -> Budget {
    if node.is_blank() {
        return Budget::default();
    }
    let Some(mut fields) = Fields::open(node, keys::EXECUTION_KEYS, problems) else {
        return Budget::default();
    };
    let mut sources = Vec::new();
    if let Some(list) = fields.take(keys::SOURCES, problems) {
        for item in list_of(list, problems) {
            if let Some(mut fields) = Fields::open(item, keys::SOURCE, problems) {
                sources.push(line(&mut fields, problems));
                fields.close(problems);
            }
        }
    }
    let budget = Budget {
        money_unit: money_unit(&mut fields, problems),
        full_mark: entry(&mut fields, keys::FULL_MARK, problems),
        total: line(&mut fields, problems),
        sources,
        basic: entry(&mut fields, keys::BASIC_SPENDING, problems),
        project: entry(&mut fields, keys::PROJECT_SPENDING, problems),
        reason: passage(&mut fields, keys::REASON, problems),
    };
    fields.close(problems);
    budget
}

fn line(fields: &mut Fields<'_>, problems: &mut Problems<'_>) -> BudgetLine {
    BudgetLine {
        name: fields.text(keys::LINE_NAME, problems).to_owned(),
        budget: entry(fields, keys::BUDGET, problems),
        executed: entry(fields, keys::EXECUTED, problems),
        rate: entry(fields, keys::RATE, problems),
        points: entry(fields, keys::POINTS, problems),
        origin: origin(fields.node(), problems),
    }
}
