//! 规则: the worksheet of a pack, whose cells the formulas refer to.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::clauses;
use super::formula::{Expr, Translator, Value, keeps, text};
use super::sheet::{Page, shown};
use crate::number::{Fraction, Rounding, RoundingMode};
use crate::rules::RulePack;
use crate::rules::host::outline;
use crate::rules::outline::Outline;
use crate::rules::pack::{GradeBand, Param, Params};
use crate::words::{trace, workbook as words};

/// Widths of the columns: item, value, how, clause.
pub(super) const WIDTHS: [u16; 4] = [34, 16, 56, 34];
pub(super) const ITEM: u16 = 0;
pub(super) const VALUE: u16 = 1;
pub(super) const HOW: u16 = 2;
pub(super) const CLAUSE: u16 = 3;

/// A rounding step: its mode, and the cell of its places.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) mode: RoundingMode,
    pub(super) places: String,
    pub(super) now: u32,
}

/// A pack, and where its figures stand.
pub(super) struct Rule<'p> {
    pub(super) pack: &'p RulePack,
    pub(super) outline: Outline,
    /// The full mark of the execution part.
    pub(super) execution: String,
    /// The full mark of all indicators.
    pub(super) indicators: String,
    /// The full total.
    pub(super) whole: String,
    /// The weights of the levels, in the pack's order.
    pub(super) levels: Vec<String>,
    /// The weights of the outermost groups, in the pack's order.
    pub(super) groups: Vec<String>,
    pub(super) rows: Step,
    pub(super) of_execution: Step,
    pub(super) of_groups: Option<Step>,
    pub(super) total: Step,
    named: BTreeMap<String, (RoundingMode, Expr)>,
    params: BTreeMap<Vec<String>, String>,
    /// Grades from low to high: the cells of the lowest total and of the name.
    grades: Vec<(String, String, bool)>,
}

impl<'p> Rule<'p> {
    /// Turns the pack's scripts into values over cells.
    pub(super) fn translator(&self) -> Translator<'_> {
        Translator::new(&self.outline, self.named.clone())
    }

    /// The parameters, as scripts see them.
    pub(super) fn params(&self) -> Value {
        let cell = |path: &[String]| self.params.get(path).cloned().map(Expr::Cell);
        Value::params(&self.pack.params, &cell)
    }

    /// The grade of a total, as a formula; `None` where a script names it.
    pub(super) fn grade(&self, total: &str, none: &str) -> Option<String> {
        if self.pack.grade_function.is_some() {
            return None;
        }
        let none = text(none);
        let ((first, name), (last, last_name)) = match &self.grades[..] {
            [] => return Some(none),
            [only] => ((&only.0, &only.1), (&only.0, &only.1)),
            [first, .., last] => ((&first.0, &first.1), (&last.0, &last.1)),
        };
        if self.grades.iter().all(|(.., inclusive)| *inclusive) {
            let range = |from: &str, to: &str| {
                let to = to.rsplit('!').next().unwrap_or_default();
                format!("{from}:{to}")
            };
            let (totals, names) = (range(first, last), range(name, last_name));
            return Some(format!("IFERROR(LOOKUP({total},{totals},{names}),{none})"));
        }
        // From high to low, the first that is reached.
        let grades = self.grades.iter();
        Some(grades.fold(none, |below, (from, name, inclusive)| {
            let sign = if *inclusive { ">=" } else { ">" };
            format!("IF({total}{sign}{from},{name},{below})")
        }))
    }

    /// Writes the worksheet.
    pub(super) fn write(page: &mut Page<'_>, pack: &'p RulePack) -> Result<Rule<'p>, XlsxError> {
        let lang = page.lang;
        let style = page.style;
        page.text(
            ITEM,
            CLAUSE,
            &words::of_rule(lang, pack.title.get(lang)),
            &style.title,
        )?;
        page.table.page.set_row_height(page.at, 34)?;
        page.at += 1;
        for (label, value) in [
            (words::rule_name(lang), pack.name()),
            (words::issuer(lang), pack.issuer.get(lang).to_owned()),
            (words::pack(lang), pack.sha256.clone()),
        ] {
            page.text(ITEM, ITEM, &label, &style.heading)?;
            page.text(VALUE, CLAUSE, &value, &style.passage)?;
            page.table.fit(page.at, &[(&value, VALUE, CLAUSE)])?;
            page.at += 1;
        }
        let mut rule = Rule {
            pack,
            outline: outline(&pack.scripts),
            execution: "0".to_owned(),
            indicators: String::new(),
            whole: String::new(),
            levels: Vec::new(),
            groups: Vec::new(),
            rows: Step::of(pack.rounding.rows),
            of_execution: Step::of(pack.rounding.execution),
            of_groups: pack.rounding.groups.map(Step::of),
            total: Step::of(pack.rounding.total),
            named: BTreeMap::new(),
            params: BTreeMap::new(),
            grades: Vec::new(),
        };
        rule.weights(page)?;
        rule.rounding(page)?;
        rule.parameters(page)?;
        rule.bands(page)?;
        clauses::write(page, pack)?;
        page.guides(&[words::guide_rules(lang)], CLAUSE)?;
        Ok(rule)
    }

    fn weights(&mut self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        let lang = page.lang;
        let pack = self.pack;
        section(page, &words::weights(lang))?;
        if let Some(part) = &pack.execution {
            let label = words::weight_execution(lang);
            self.execution = open(page, &label, part.weight, "", &part.citation)?;
        }
        let part = &pack.indicators;
        let first = page.at;
        for (label, weight) in &part.levels {
            let cell = open(page, label, *weight, "", &part.citation)?;
            self.levels.push(cell);
        }
        for group in &part.groups {
            let cell = open(page, &group.label, group.weight, "", &group.asked.citation)?;
            self.groups.push(cell);
        }
        let parts = part.levels.iter().map(|(_, weight)| *weight);
        let sum: Decimal = parts
            .chain(part.groups.iter().map(|group| group.weight))
            .sum();
        let label = words::weight_indicators(lang);
        self.indicators = if page.at > first && sum == part.weight {
            let letter = crate::report::worksheet::letters(VALUE);
            let sum = format!("SUM({letter}{}:{letter}{})", first + 1, page.at);
            computed(page, &label, &sum, part.weight, &words::sum_of_levels(lang))?
        } else {
            open(page, &label, part.weight, "", &part.citation)?
        };
        let sum = match pack.execution {
            Some(_) => format!("{}+{}", self.execution, self.indicators),
            None => self.indicators.clone(),
        };
        let how = words::sum_of_parts(lang);
        self.whole = computed(page, &words::whole(lang), &sum, pack.whole(), &how)?;
        Ok(())
    }

    fn rounding(&mut self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        let lang = page.lang;
        let steps = &self.pack.rounding;
        section(page, &words::rounding(lang))?;
        let citation = &self.pack.rounding_citation;
        let step = |page: &mut Page<'_>, label: &str, step: Rounding| {
            let how = words::mode_locked(lang, trace::rounding_mode(step.mode, lang));
            let (row, places) = (page.at, Decimal::from(step.places));
            let cell = open(page, label, places, &how, citation)?;
            let ask = words::ask_places(lang);
            page.table.number(row, VALUE, Some("12"), &ask, &ask)?;
            Ok::<String, XlsxError>(cell)
        };
        self.rows.places = step(page, &words::rounding_rows(lang), steps.rows)?;
        if self.pack.execution.is_some() {
            let label = words::rounding_execution(lang);
            self.of_execution.places = step(page, &label, steps.execution)?;
        }
        if let (Some(of_groups), Some(groups)) = (&mut self.of_groups, steps.groups) {
            of_groups.places = step(page, &words::rounding_groups(lang), groups)?;
        }
        self.total.places = step(page, &words::rounding_total(lang), steps.total)?;
        for (name, named) in &steps.named {
            let cell = Expr::Cell(step(page, name, *named)?);
            self.named.insert(name.clone(), (named.mode, cell));
        }
        Ok(())
    }

    fn parameters(&mut self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        let mut all = Vec::new();
        listed(&self.pack.params, &mut Vec::new(), &mut all);
        if all.is_empty() {
            return Ok(());
        }
        let (lang, style) = (page.lang, page.style);
        section(page, &words::parameters(lang))?;
        for (path, param) in all {
            let label = path.join(" · ");
            match param {
                Param::Number(number) if keeps(*number) => {
                    let decimal = number.as_exact_decimal();
                    let cell = match decimal {
                        Some(decimal) => open(page, &label, decimal, "", "")?,
                        None => {
                            let written = super::formula::formula(&Expr::Number(*number));
                            line(page, &label, "", "")?;
                            let format = &style.computed;
                            page.formula(VALUE, &written, &shown(*number), format)?;
                            next(page, &label, "", "")?
                        }
                    };
                    self.params.insert(path, cell);
                }
                param => {
                    let value = match param {
                        Param::Number(number) => number.to_string(),
                        Param::Text(text) => text.clone(),
                        Param::List(_) | Param::Map(_) => String::new(),
                    };
                    let how = words::in_formulas(lang);
                    line(page, &label, &how, "")?;
                    page.text(VALUE, VALUE, &value, &style.fixed)?;
                    next(page, &label, &how, "")?;
                }
            }
        }
        Ok(())
    }

    fn bands(&mut self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        let (lang, pack) = (page.lang, self.pack);
        section(page, &words::grades(lang))?;
        // From low to high, as looking up takes it.
        for GradeBand {
            name,
            from,
            inclusive,
            ..
        } in pack.grades.iter().rev()
        {
            let how = match inclusive {
                true => words::from_inclusive(lang),
                false => words::from_exclusive(lang),
            };
            let row = page.at;
            let label = page.anywhere(row, ITEM);
            let cell = open(page, name.get(lang), *from, &how, &pack.grades_citation)?;
            page.table.ask(row, VALUE, &words::ask_grade(lang))?;
            self.grades.push((cell, label, *inclusive));
        }
        if pack.grade_function.is_some() {
            page.guides(&[words::grades_by_script(lang)], CLAUSE)?;
        }
        Ok(())
    }
}

impl Step {
    fn of(rounding: Rounding) -> Step {
        Step {
            mode: rounding.mode,
            places: rounding.places.to_string(),
            now: rounding.places,
        }
    }

    /// A value after the step.
    pub(super) fn apply(&self, value: &str) -> String {
        super::formula::rounded(self.mode, value, &self.places)
    }
}

/// Every parameter that is one value, with the names it stands under.
fn listed<'p>(params: &'p Params, path: &mut Vec<String>, all: &mut Vec<(Vec<String>, &'p Param)>) {
    for (name, param) in params {
        path.push(name.clone());
        listed_one(param, path, all);
        path.pop();
    }
}

fn listed_one<'p>(
    param: &'p Param,
    path: &mut Vec<String>,
    all: &mut Vec<(Vec<String>, &'p Param)>,
) {
    match param {
        Param::Map(params) => listed(params, path, all),
        Param::List(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(index.to_string());
                listed_one(item, path, all);
                path.pop();
            }
        }
        single => all.push((path.clone(), single)),
    }
}

/// The heading of a block, with the headings of its columns.
fn section(page: &mut Page<'_>, title: &str) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    page.at += 1;
    page.text(ITEM, CLAUSE, title, &style.block)?;
    page.table.page.set_row_height(page.at, 22)?;
    page.at += 1;
    page.headings(&[
        words::item(lang),
        words::value(lang),
        words::how(lang),
        words::clause(lang),
    ])
}

/// Everything of a line but its value.
pub(super) fn line(
    page: &mut Page<'_>,
    label: &str,
    how: &str,
    clause: &str,
) -> Result<(), XlsxError> {
    let style = page.style;
    page.text(ITEM, ITEM, label, &style.passage)?;
    page.text(HOW, HOW, how, &style.passage)?;
    page.text(CLAUSE, CLAUSE, clause, &style.passage)
}

/// Ends a line; returns the cell of its value.
pub(super) fn next(
    page: &mut Page<'_>,
    label: &str,
    how: &str,
    clause: &str,
) -> Result<String, XlsxError> {
    let texts = [
        (label, ITEM, ITEM),
        (how, HOW, HOW),
        (clause, CLAUSE, CLAUSE),
    ];
    page.table.fit(page.at, &texts)?;
    let cell = page.anywhere(page.at, VALUE);
    page.at += 1;
    Ok(cell)
}

/// A line whose number is open; returns the cell of the number.
fn open(
    page: &mut Page<'_>,
    label: &str,
    number: Decimal,
    how: &str,
    clause: &str,
) -> Result<String, XlsxError> {
    line(page, label, how, clause)?;
    // A number no worksheet keeps is shown and stays out of reach.
    let format = match keeps(Fraction::from(number)) {
        true => &page.style.open,
        false => &page.style.scripted,
    };
    page.number(VALUE, number, format)?;
    next(page, label, how, clause)
}

/// A line whose number is computed; returns the cell of the number.
fn computed(
    page: &mut Page<'_>,
    label: &str,
    formula: &str,
    number: Decimal,
    how: &str,
) -> Result<String, XlsxError> {
    line(page, label, how, "")?;
    let result = number.normalize().to_string();
    let style = page.style;
    page.formula(VALUE, formula, &result, &style.computed)?;
    next(page, label, how, "")
}
