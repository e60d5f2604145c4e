//! `jixiao explain`: the trace of one number in words a clerk can check with a pocket calculator.

pub(super) mod derived;

use std::collections::BTreeSet;

use super::inferred::{closing, inferred};
pub use super::place::place;
use super::remarks::said;
use super::shown::{band, text_of, value};
use super::whatif::{changed_weight, described, in_place_of};
use crate::score::{
    Derivation, Evaluation, Outcome, RowResult, Scaling, Trace, TraceSource, TraceValue, What,
    arithmetic, arithmetic_by_rule, comparison, execution_arithmetic, row_figure, show,
};
use crate::value::Value;
use crate::whatif::Made;
use crate::words::{Lang, trace as words};

/// What is to be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The grade, the total and every part, a line each.
    Everything,
    /// The execution part.
    Execution,
    /// One row, by its place in [`Evaluation::rows`].
    Row(usize),
}

/// Explains a number of an evaluation. Ends with the clauses it rests on.
pub fn explain(evaluation: &Evaluation, focus: Focus, lang: Lang) -> String {
    explain_scenario(evaluation, "", &[], focus, lang)
}

/// Explains a number of a scenario of this name: what was changed comes first, and a changed figure
/// names what it stands in place of.
pub fn explain_scenario(
    evaluation: &Evaluation,
    name: &str,
    made: &[Made],
    focus: Focus,
    lang: Lang,
) -> String {
    let mut page = Page {
        evaluation,
        made,
        lang,
        lines: Vec::new(),
        clauses: BTreeSet::new(),
        one_of_many: false,
    };
    page.heading();
    page.changes(name, focus);
    match focus {
        Focus::Everything => page.everything(),
        Focus::Execution => {
            if let Some(trace) = evaluation.trace_execution() {
                page.tree(&trace, None);
            }
        }
        Focus::Row(index) => {
            let row = &evaluation.rows[index];
            page.row_heading(row);
            page.tree(&evaluation.trace_row(row), Some(row));
        }
    }
    page.footnotes();
    page.lines.join("\n") + "\n"
}

struct Page<'a> {
    evaluation: &'a Evaluation,
    /// What a scenario changed.
    made: &'a [Made],
    lang: Lang,
    lines: Vec<String>,
    /// Keys of the clauses that were mentioned.
    clauses: BTreeSet<&'a str>,
    /// Whether it stands among those of all rows, where what is true of the sheet is said once.
    one_of_many: bool,
}

impl<'a> Page<'a> {
    fn line(&mut self, depth: usize, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.lines.push(format!("{}{text}", "  ".repeat(depth)));
        }
    }

    fn heading(&mut self) {
        let (sheet, pack) = (&self.evaluation.sheet, &self.evaluation.pack);
        let names = [sheet.id.as_str(), sheet.title.as_str()];
        let named: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        self.line(0, named.join(" · "));
        let rule = words::rule(self.lang, pack.name(), pack.title.get(self.lang));
        self.line(0, rule);
        self.lines.push(String::new());
    }

    /// The scenario and what it changed, other rows than the one in focus left out.
    fn changes(&mut self, name: &str, focus: Focus) {
        if self.made.is_empty() {
            return;
        }
        self.line(0, words::scenario(self.lang, name));
        let told = |made: &&Made| match (focus, made.row) {
            (Focus::Everything, _) | (_, None) => true,
            (Focus::Row(focus), Some(row)) => focus == row,
            (Focus::Execution, Some(_)) => false,
        };
        for made in self.made.iter().filter(told) {
            let changed = described(self.evaluation, made, self.lang);
            self.line(1, words::change(self.lang, changed, place(&made.origin)));
        }
        self.lines.push(String::new());
    }

    fn row_heading(&mut self, row: &RowResult) {
        let indicator = self.evaluation.indicator(row);
        let number = self.evaluation.measure(row).row;
        let levels = indicator.levels.join(" / ");
        let heading = match levels.is_empty() {
            true => words::row_heading_alone(self.lang, number, &indicator.name),
            false => words::row_heading(self.lang, number, &indicator.name, levels),
        };
        self.line(0, heading);
    }

    /// Grade, total, parts and rows, one line each; then how missing full marks were recovered.
    fn everything(&mut self) {
        let (evaluation, lang) = (self.evaluation, self.lang);
        let trace = evaluation.trace();
        self.node(&trace, 0, None);
        let total = &trace.parts[0];
        self.node(total, 0, None);
        for part in &total.parts {
            match part.what {
                What::Execution => self.tree(part, None),
                _ => self.node(part, 0, None),
            }
            for group in &part.parts {
                self.groups(group, 1);
            }
        }
        for row in &evaluation.rows {
            let measure = evaluation.measure(row);
            let points = value(&TraceValue::of(&row.outcome), lang);
            // Without points the value is the reason, which needs no second telling.
            let arithmetic = match row.outcome {
                Outcome::Scored(_) => arithmetic(evaluation, row, lang),
                _ => String::new(),
            };
            let name = &evaluation.indicator(row).name;
            let line = words::row_line(lang, measure.row, name, points, arithmetic);
            let line = line.trim_end().to_owned();
            self.line(1, line);
        }
        if let Some(inference) = &evaluation.inference {
            self.lines.push(String::new());
            self.line(0, closing(inference, lang));
        }
    }

    /// A group and the groups in it, a node each.
    fn groups(&mut self, trace: &Trace<'a>, depth: usize) {
        if matches!(trace.what, What::Group(_)) {
            self.node(trace, depth, None);
            for part in &trace.parts {
                self.groups(part, depth + 1);
            }
        }
    }

    fn tree(&mut self, trace: &Trace<'a>, row: Option<&'a RowResult>) {
        self.branch(trace, 0, row);
    }

    fn branch(&mut self, trace: &Trace<'a>, depth: usize, row: Option<&'a RowResult>) {
        self.node(trace, depth, row);
        for part in &trace.parts {
            self.branch(part, depth + 1, row);
        }
    }

    /// One number: its name and value, how it came about, where from, under which clause.
    fn node(&mut self, trace: &Trace<'a>, depth: usize, row: Option<&'a RowResult>) {
        let lang = self.lang;
        let reported = self.reported(trace.what);
        let name = words::what(trace.what, lang);
        let value = value(&trace.value, lang);
        self.line(depth, words::node(lang, name, value, reported));
        for sentence in self.how(trace, row) {
            self.line(depth + 1, sentence);
        }
        if let (TraceValue::Cell(written), Some(row)) = (trace.value, row)
            && matches!(written.value, Value::Range { .. })
            && let (What::Actual, Some(actual)) = (trace.what, row.actual)
        {
            self.line(depth + 1, words::worse_end(lang, show(actual)));
        }
        if trace.what == What::Completion
            && let Some(row) = row
            && let Some(comparison) = comparison(self.evaluation, row, lang)
        {
            self.line(depth + 1, comparison);
        }
        if let Some((direction, source)) = trace.direction {
            let direction = words::direction(*direction, lang);
            self.line(depth + 1, words::direction_source(direction, source, lang));
        }
    }

    /// The figure the sheet reports beside a computed one.
    fn reported(&self, what: What<'_>) -> String {
        let sheet = &self.evaluation.sheet;
        let reported = match what {
            What::Total => text_of(&sheet.total),
            What::Grade => sheet.grade.as_ref().map(|grade| grade.text.as_str()),
            What::Execution => text_of(&sheet.budget.total.points),
            What::Group(label) => sheet
                .group_points
                .iter()
                .find(|(name, _)| name == label)
                .and_then(|(_, points)| text_of(points)),
            What::Row(number) => sheet
                .measures()
                .find(|(_, measure)| measure.row == number)
                .and_then(|(_, measure)| text_of(&measure.points)),
            _ => None,
        };
        reported.map_or_else(String::new, |text| words::reported(self.lang, text))
    }

    /// The sentences below a number.
    fn how(&mut self, trace: &Trace<'a>, row: Option<&'a RowResult>) -> Vec<String> {
        let lang = self.lang;
        match &trace.source {
            TraceSource::Cell(origin) => {
                let mut said = vec![words::place(lang, place(origin))];
                let mut made = self.made.iter();
                let changed = made.find(|made| made.origin == **origin);
                said.extend(changed.map(|made| in_place_of(made, lang)));
                said
            }
            TraceSource::Missing => Vec::new(),
            TraceSource::Pack("") => Vec::new(),
            TraceSource::Pack(key) => {
                let changed = changed_weight(self.made, None, lang);
                let changed = changed.filter(|_| trace.what == What::FullMark && row.is_none());
                [Some(self.under(key)), changed]
                    .into_iter()
                    .flatten()
                    .collect()
            }
            TraceSource::PackMark(key) => vec![words::mark_of_pack(lang), self.under(key)],
            TraceSource::Shared(measures, origin) => {
                vec![
                    words::shared(lang, measures),
                    words::place(lang, place(origin)),
                ]
            }
            TraceSource::Inferred(evidence, inference) => {
                let mut said = vec![inferred(evidence, inference, lang)];
                if !self.one_of_many {
                    said.push(closing(inference, lang));
                }
                said
            }
            TraceSource::Derived(derivation, key) => {
                let sentence = self.derivation(trace, derivation, row);
                let adjusted = row.and_then(|row| row.adjusted.as_ref());
                let adjust = self.evaluation.pack.adjust.as_ref();
                let by = match (derivation, adjusted, adjust) {
                    (Derivation::Product(_), Some(_), Some(adjust)) => self.under(&adjust.citation),
                    _ => String::new(),
                };
                let awarded = self.awarded(derivation, row);
                [sentence, by]
                    .into_iter()
                    .chain(awarded)
                    .chain([self.under(key)])
                    .filter(|sentence| !sentence.is_empty())
                    .collect()
            }
        }
    }

    /// Where a person's points were given, and what the rule alone says.
    fn awarded(&self, derivation: &Derivation, row: Option<&RowResult>) -> Vec<String> {
        let (Derivation::Awarded(awarded), Some(row)) = (derivation, row) else {
            return Vec::new();
        };
        let by_rule = arithmetic_by_rule(self.evaluation, row, self.lang);
        vec![
            words::awarded_at(self.lang, place(&awarded.given.origin)),
            words::by_rule_alone(self.lang, by_rule),
        ]
    }

    fn derivation(
        &self,
        trace: &Trace,
        derivation: &Derivation,
        row: Option<&RowResult>,
    ) -> String {
        let (evaluation, lang) = (self.evaluation, self.lang);
        match derivation {
            Derivation::Product(_) if !matches!(trace.value, TraceValue::Rounded(_)) => {
                String::new()
            }
            Derivation::Product(_) => match row {
                Some(row) => arithmetic(evaluation, row, lang),
                None => execution_arithmetic(evaluation, lang),
            },
            Derivation::Awarded(_) => {
                row.map_or_else(String::new, |row| arithmetic(evaluation, row, lang))
            }
            Derivation::Groups => {
                let outermost = evaluation.groups.iter().filter(|group| group.depth == 0);
                words::groups_added(lang, outermost.count())
            }
            Derivation::Group(group) => {
                let rows = group.rows.len();
                let (earned, possible) = (show(group.earned), show(group.possible));
                let mut sentence = words::group_of(lang, earned, possible, rows);
                if group.left_out > 0 {
                    sentence += &words::group_left_out(lang, group.left_out);
                }
                let said = said(&group.notes, show, lang);
                let said = said.into_iter().chain(group.said.clone());
                let method = words::method(
                    lang,
                    &group.function,
                    said.collect::<Vec<_>>().join(words::separator(lang)),
                );
                format!("{sentence}{}{method}", words::separator(lang))
            }
            Derivation::Method(name, notes) => {
                let figure = |number| match row {
                    Some(row) => row_figure(evaluation, row, number),
                    None => show(number),
                };
                let said = said(notes, figure, lang);
                match said.is_empty() {
                    _ if name.is_empty() => String::new(),
                    true => words::method_alone(lang, name),
                    false => words::method(lang, name, said.join(words::separator(lang))),
                }
            }
            Derivation::Sum(_) if trace.what == What::Indicators => {
                let rows = evaluation.rows.len();
                words::rows_added(lang, rows)
            }
            Derivation::Sum(_) if matches!(trace.value, TraceValue::Unscorable(_)) => String::new(),
            Derivation::Sum(_) => {
                let parts: Vec<String> = trace
                    .parts
                    .iter()
                    .map(|part| value(&part.value, lang))
                    .collect();
                format!("{} = {}", parts.join(" + "), value(&trace.value, lang))
            }
            Derivation::Scaled(scaling) => match scaling {
                Scaling::None => String::new(),
                Scaling::Level { level, weight, sum } => {
                    let scaled = words::scaled_level(lang, level, weight, show(*sum));
                    let changed = changed_weight(self.made, Some(level), lang);
                    changed.map_or(scaled.clone(), |changed| {
                        format!("{scaled}\u{3000}{changed}")
                    })
                }
                Scaling::Part { weight, declared } => words::scaled_part(lang, weight, declared),
            },
            Derivation::Band => band(evaluation),
            Derivation::Rescaled(dropped) => words::rescaled(lang, show(*dropped)),
        }
    }

    fn under(&mut self, key: &'a str) -> String {
        if key.is_empty() {
            return String::new();
        }
        self.clauses.insert(key);
        words::under(self.lang, key)
    }
}
