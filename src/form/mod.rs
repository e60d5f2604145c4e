//! 空白自评表: what a target table promised for a year, as the sheet of that year, still to be filled in.
//!
//! Targets keep the text they were promised in; nothing is computed and nothing is guessed. What a
//! person has to know about a target is a [`Hint`].

mod hint;

pub use hint::{Hint, hints};

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::sheet::{
    Budget, BudgetLine, Entry, Indicator, Measure, Origin, Printed, Scope, Sheet, TargetRow,
    TargetTable, TargetValues,
};
use crate::value::{Actual, Target};
use crate::words::{Lang, form as words};

/// The full marks of the two parts, by the rule the form is made for: 20 and 80.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// 预算执行.
    pub execution: Decimal,
    /// All indicators together.
    pub indicators: Decimal,
}

/// 空白自评表.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankForm {
    /// The sheet: targets and full marks filled in, actuals and points blank. The origin of a row is its
    /// place in the target table.
    pub sheet: Sheet,
    /// What to know about each measure, in the order of [`Sheet::measures`].
    pub hints: Vec<Vec<Hint>>,
    /// Where its full marks come from.
    pub marks: Marks,
}

/// Where the full marks of a form come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// Every row has one in the target table; their sum.
    Printed(Decimal),
    /// Some rows have none.
    Partly {
        /// Rows without a full mark.
        without: usize,
    },
    /// The target table prints none.
    None,
}

/// Why no form can be made of a target table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoForm {
    /// It has no annual rows: a long-term value is not what a year is evaluated against.
    NoAnnual,
    /// No annual row has a value for the year.
    NoValue {
        /// The year asked for or planned; `None` when the table names none.
        year: Option<u16>,
        /// The years that have values.
        known: Vec<u16>,
    },
}

impl BlankForm {
    /// The form of the year a table plans, or of another of its years. Long-term rows are not in it;
    /// neighbouring rows with the same name and different targets are measures of one indicator.
    ///
    /// ```
    /// use jixiao::form::{BlankForm, Marks, Parts};
    /// let table = "范围: 项目\n年度: 2026\n年度绩效目标:\n  - {指标名称: 直播, 各年指标值: {2025: 8期, 2026: 10期}, 分值: 80}\n";
    /// let table = jixiao::document::read_targets("a.yaml", table.as_bytes()).unwrap().remove(0);
    /// let parts = Parts { execution: 20.into(), indicators: 80.into() };
    /// let form = BlankForm::of(&table, None, parts).unwrap();
    /// assert_eq!(form.sheet.indicators[0].measures[0].target.0.text, "10期");
    /// assert_eq!(form.marks, Marks::Printed(80.into()));
    /// let last = BlankForm::of(&table, Some(2025), parts).unwrap();
    /// assert_eq!(last.sheet.indicators[0].measures[0].target.0.text, "8期");
    /// ```
    ///
    /// # Errors
    /// The table has no annual rows, or none of them has a value for the year.
    pub fn of(table: &TargetTable, year: Option<u16>, parts: Parts) -> Result<BlankForm, NoForm> {
        if table.annual.is_empty() {
            return Err(NoForm::NoAnnual);
        }
        let known = years(table);
        let filled = year.or(table.year).or(known.last().copied());
        let targets: Vec<Target> = table
            .annual
            .iter()
            .map(|row| target(row, filled, table.year))
            .collect();
        if targets.iter().all(|target| target.0.text.trim().is_empty()) {
            let year = filled;
            return Err(NoForm::NoValue { year, known });
        }
        let hints = table.annual.iter().zip(&targets).map(|(row, target)| {
            let doubtful = row.doubtful.then_some(Hint::RowDoubtful);
            hints(target).into_iter().chain(doubtful).collect()
        });
        let hints = hints.collect();
        let sheet = Sheet {
            id: table.id.clone(),
            title: title(table.scope, filled),
            scope: table.scope,
            year: filled,
            unit: table.unit.clone(),
            project: table.project.clone(),
            budget: budget(table, filled, parts.execution),
            indicators_full_mark: figure(parts.indicators),
            indicators: indicators(&table.annual, targets),
            origin: table.origin.clone(),
            ..Sheet::default()
        };
        Ok(BlankForm {
            sheet,
            hints,
            marks: marks(&table.annual),
        })
    }

    /// Every measure with its indicator and the hints on it, in the order of the form.
    pub fn rows(&self) -> impl Iterator<Item = (&Indicator, &Measure, &[Hint])> {
        let measures = self.sheet.measures().zip(&self.hints);
        measures.map(|((indicator, measure), hints)| (indicator, measure, hints.as_slice()))
    }
}

/// The years the annual rows have values for, earliest first.
fn years(table: &TargetTable) -> Vec<u16> {
    let mut years: Vec<u16> = table
        .annual
        .iter()
        .flat_map(|row| match &row.values {
            TargetValues::One(_) => &[][..],
            TargetValues::ByYear(years) => years.as_slice(),
        })
        .filter(|(_, target)| !target.0.text.trim().is_empty())
        .map(|(year, _)| *year)
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The value of a row in a year; blank when it has none. A single value is that of the planned year.
fn target(row: &TargetRow, year: Option<u16>, planned: Option<u16>) -> Target {
    let found = match &row.values {
        TargetValues::One(target) => (planned.is_none() || planned == year).then_some(target),
        TargetValues::ByYear(years) => years
            .iter()
            .find(|(known, _)| Some(*known) == year)
            .map(|(_, target)| target),
    };
    // Spaces alone are a blank cell.
    let found = found.filter(|target| !target.0.text.trim().is_empty());
    found.cloned().unwrap_or_else(|| Target::read(""))
}

/// The printed title; without the project's name, whose words may look like those of another scope.
fn title(scope: Scope, year: Option<u16>) -> String {
    let year = year.map_or_else(String::new, |year| words::title_year(Lang::Zh, year));
    match scope {
        Scope::Unit => words::title_unit(Lang::Zh, year),
        Scope::Project => words::title_project(Lang::Zh, year),
    }
}

/// The money of the planned year; that of another year is not known.
fn budget(table: &TargetTable, year: Option<u16>, weight: Decimal) -> Budget {
    let planned = table.year.is_none() || table.year == year;
    let budget = planned.then(|| table.budget.clone());
    let name = match table.scope {
        Scope::Unit => words::funds_of_unit(Lang::Zh),
        Scope::Project => words::funds_of_project(Lang::Zh),
    };
    Budget {
        money_unit: table.money_unit,
        full_mark: figure(weight),
        total: BudgetLine {
            name,
            budget: budget.unwrap_or_default(),
            ..BudgetLine::default()
        },
        ..Budget::default()
    }
}

/// A figure of the rule, as it is printed on the form.
fn figure(value: Decimal) -> Entry {
    let value = value.normalize();
    Entry::Number(Printed {
        text: value.to_string(),
        value,
        places: value.scale(),
        origin: Origin::default(),
    })
}

fn marks(rows: &[TargetRow]) -> Marks {
    let printed: Vec<Decimal> = rows
        .iter()
        .filter_map(|row| row.full_mark.value())
        .collect();
    let sum = printed
        .iter()
        .try_fold(Decimal::ZERO, |sum, mark| sum.checked_add(*mark));
    match (rows.len() - printed.len(), sum) {
        (0, Some(sum)) => Marks::Printed(sum),
        (_, _) if printed.is_empty() => Marks::None,
        (without, _) => Marks::Partly { without },
    }
}

fn indicators(rows: &[TargetRow], targets: Vec<Target>) -> Vec<Indicator> {
    let mut indicators: Vec<Indicator> = Vec::new();
    for (number, (row, target)) in (1..).zip(rows.iter().zip(targets)) {
        let measure = Measure {
            row: number,
            target,
            actual: Actual::read(""),
            full_mark: row.full_mark.clone(),
            points: Entry::Blank,
            direction: None,
            judged: None,
            applicable: true,
            inputs: BTreeMap::new(),
            places: Default::default(),
            origin: row.origin.clone(),
        };
        let last = indicators.last_mut().filter(|last| {
            let before = last.measures.last().map(|before| &before.target.0.text);
            last.name == row.indicator
                && last.levels == row.levels
                && !measure.target.0.text.is_empty()
                && before != Some(&measure.target.0.text)
        });
        match last {
            Some(last) => last.measures.push(measure),
            None => indicators.push(Indicator {
                levels: row.levels.clone(),
                name: row.indicator.clone(),
                full_mark: Entry::Blank,
                measures: vec![measure],
                reason: None,
                origin: row.origin.clone(),
            }),
        }
    }
    indicators.iter_mut().for_each(share_full_mark);
    indicators
}

/// A full mark that only the first of several measures carries is the indicator's own.
fn share_full_mark(indicator: &mut Indicator) {
    if let [first, others @ ..] = indicator.measures.as_mut_slice()
        && !others.is_empty()
        && others.iter().all(|other| other.full_mark == Entry::Blank)
    {
        indicator.full_mark = std::mem::take(&mut first.full_mark);
    }
}
