//! C07 资金不合计: sources and total, 基本 + 项目 and the whole, project sheets and 项目支出.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::audit::join::Basis;
use crate::audit::subject::{finding, half_unit, signed};
use crate::audit::text::plain;
use crate::audit::{Check, Finding, Outcome, Run, Severity, Subject, Together, Wording};
use crate::sheet::{BudgetLine, Entry, MoneyUnit, Origin, Printed, Sheet};
use crate::words::findings::arithmetic as words;

pub(super) const CHECK: Check = Check {
    code: "C07",
    title: words::c07_title,
    page: include_str!("../../../docs/checks/C07.md"),
    run: Run::Both(of_one_sheet, among_sheets),
};

fn of_one_sheet(subject: &Subject, findings: &mut Vec<Finding>) {
    let budget = Wording::of(words::c07_budget);
    sources(subject, &budget, |line| &line.budget, findings);
    let executed = Wording::of(words::c07_executed);
    sources(subject, &executed, |line| &line.executed, findings);
    basic_and_project(subject, findings);
}

fn among_sheets(together: &Together, findings: &mut Vec<Finding>) {
    for unit in together.units() {
        projects(unit, together, findings);
    }
}

/// Parts printed beside the whole they should add up to.
struct Sum<'a> {
    parts: Vec<Amount>,
    whole: Amount,
    name: Wording,
    origin: &'a Origin,
}

/// An amount in the unit of the whole, and half a unit of the last place it is printed with.
#[derive(Clone, Copy)]
struct Amount {
    value: Decimal,
    half_unit: Decimal,
    /// What it is printed in.
    money: MoneyUnit,
}

/// How parts and whole stand to one another.
enum Balance {
    Even,
    /// Whole numbers off by no more than their rounding.
    Rounding,
    Short,
    Over,
}

impl Sum<'_> {
    fn total(&self) -> Decimal {
        self.parts.iter().map(|part| part.value).sum()
    }

    fn balance(&self) -> Balance {
        let difference = self.total() - self.whole.value;
        let amounts = || self.parts.iter().chain([&self.whole]);
        // Figures of one unit are as precise as the most precise of them: 155 beside 135.6 is 155.0.
        let finest = |money: MoneyUnit| {
            let alike = amounts().filter(|amount| amount.money == money);
            alike
                .map(|amount| amount.half_unit)
                .min()
                .unwrap_or_default()
        };
        let halves = amounts().map(|amount| finest(amount.money));
        let (tolerance, finest) = (halves.clone().sum(), halves.min().unwrap_or_default());
        match difference {
            _ if difference.is_zero() => Balance::Even,
            _ if difference.abs() <= tolerance && finest < half_unit(0) => Balance::Even,
            _ if difference.abs() <= tolerance => Balance::Rounding,
            _ if difference < Decimal::ZERO => Balance::Short,
            _ => Balance::Over,
        }
    }

    fn finding(&self, subject: &Subject, judgement: (Severity, Outcome)) -> Finding {
        let parts: Vec<String> = self.parts.iter().map(|p| p.value.to_string()).collect();
        let (parts, sum) = (parts.join(" + "), self.total());
        let (whole, difference) = (self.whole.value, sum - self.whole.value);
        let place = subject.at(self.origin);
        let message = |lang| {
            let name = self.name.get(lang);
            words::c07(lang, name, whole, &parts, sum, signed(difference))
        };
        finding(CHECK.code, judgement, place, message, words::c07_help).figures(whole, sum)
    }
}

/// 其中 lines against the total line. One line alone names a part and need not be all.
fn sources(
    subject: &Subject,
    name: &Wording,
    column: impl Fn(&BudgetLine) -> &Entry,
    findings: &mut Vec<Finding>,
) {
    let budget = &subject.sheet().budget;
    let Some(whole) = column(&budget.total).printed() else {
        return;
    };
    let parts: Vec<Amount> = budget
        .sources
        .iter()
        .filter_map(|line| column(line).printed())
        .map(|printed| amount(printed, budget.money_unit))
        .collect();
    let blank = parts.len() < budget.sources.len();
    let sum = Sum {
        whole: amount(whole, budget.money_unit),
        name: name.clone(),
        origin: &whole.origin,
        parts,
    };
    let over = sum.total() - sum.whole.value;
    // A line may itself be part of another one: 财政拨款 100, 其中：一般公共预算 100.
    let nested = sum.parts.iter().any(|part| part.value == over);
    let judgement = match sum.balance() {
        Balance::Even => return,
        Balance::Short if sum.parts.len() < 2 => return,
        Balance::Rounding => (Severity::Note, Outcome::Uncertain),
        Balance::Short if blank => (Severity::Warning, Outcome::Uncertain),
        Balance::Over if nested => (Severity::Warning, Outcome::Uncertain),
        Balance::Short | Balance::Over => (Severity::Error, Outcome::Fails),
    };
    findings.push(sum.finding(subject, judgement));
}

fn basic_and_project(subject: &Subject, findings: &mut Vec<Finding>) {
    let budget = &subject.sheet().budget;
    let (Some(basic), Some(project), Some(whole)) = (
        budget.basic.printed(),
        budget.project.printed(),
        budget.total.executed.printed(),
    ) else {
        return;
    };
    // Some forms print the budgeted amounts in these two boxes.
    if budget.total.budget.value() == Some(basic.value + project.value) {
        return;
    }
    let amount = |printed| amount(printed, budget.money_unit);
    let sum = Sum {
        parts: vec![amount(basic), amount(project)],
        whole: amount(whole),
        name: Wording::of(words::c07_basic_and_project),
        origin: &whole.origin,
    };
    findings.extend(judge_parts(subject, &sum));
}

/// The project sheets of the run against 项目支出, when every project listed is there.
fn projects(subject: &Subject, together: &Together, findings: &mut Vec<Finding>) {
    let sheet = subject.sheet();
    let Some(whole) = sheet.budget.project.printed() else {
        return;
    };
    if sheet.projects.is_empty() {
        return;
    }
    let mut by_name: HashMap<String, Vec<&Sheet>> = HashMap::new();
    let mut units = Basis::default();
    for other in together.projects(subject).into_iter().map(Subject::sheet) {
        if units.is_sure() {
            units = Basis::of_units(&sheet.unit, &other.unit);
        }
        let name = plain(other.project.as_deref().unwrap_or_default());
        by_name.entry(name).or_default().push(other);
    }
    let parts: Option<Vec<Amount>> = sheet
        .projects
        .iter()
        .map(|project| {
            // Two sheets of one name: which of them counts is not known.
            let [only] = by_name.get(&plain(&project.text))?[..] else {
                return None;
            };
            let executed = only.budget.total.executed.printed()?;
            Some(amount(executed, only.budget.money_unit).in_unit(sheet.budget.money_unit))
        })
        .collect();
    let Some(parts) = parts else {
        return;
    };
    let sum = Sum {
        parts,
        whole: amount(whole, sheet.budget.money_unit),
        name: Wording::of(words::c07_projects),
        origin: &whole.origin,
    };
    findings.extend(judge_parts(subject, &sum).map(|found| units.under(found)));
}

/// More than the whole is wrong whatever else there is; less may leave out what is not listed
/// (经营支出, projects without a sheet).
fn judge_parts(subject: &Subject, sum: &Sum) -> Option<Finding> {
    let judgement = match sum.balance() {
        Balance::Even => return None,
        Balance::Rounding => (Severity::Note, Outcome::Uncertain),
        Balance::Short => (Severity::Warning, Outcome::Uncertain),
        Balance::Over => (Severity::Error, Outcome::Fails),
    };
    Some(sum.finding(subject, judgement))
}

fn amount(printed: &Printed, money: MoneyUnit) -> Amount {
    Amount {
        value: printed.value,
        half_unit: half_unit(printed.places),
        money,
    }
}

impl Amount {
    fn in_unit(self, unit: MoneyUnit) -> Amount {
        let factor = match (self.money, unit) {
            (MoneyUnit::Yuan, MoneyUnit::TenThousandYuan) => Decimal::new(1, 4),
            (MoneyUnit::TenThousandYuan, MoneyUnit::Yuan) => Decimal::from(10_000),
            _ => Decimal::ONE,
        };
        Amount {
            value: (self.value * factor).normalize(),
            half_unit: self.half_unit * factor,
            ..self
        }
    }
}
