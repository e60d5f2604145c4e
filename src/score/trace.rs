//! 计算过程: where every number of an evaluation comes from.
//!
//! The tree is drawn from what scoring recorded, when somebody asks; scoring itself builds none.

use super::evaluation::{Evaluation, FullMarkSource, RowResult, Scaling};
use super::node::{Derivation, Trace, TraceSource, TraceValue, What};
use crate::number::Fraction;
use crate::sheet::{Entry, Origin};
use crate::value::Written;

impl Evaluation {
    /// The grade with everything below it.
    pub fn trace(&self) -> Trace<'_> {
        let band = self.grade.map(|index| &self.pack.grades[index]);
        let value = band.map_or(TraceValue::Nothing, |band| TraceValue::Grade(&band.name));
        Trace {
            parts: vec![self.trace_total()],
            ..Trace::leaf(
                What::Grade,
                value,
                TraceSource::Derived(Derivation::Band, &self.pack.grades_citation),
            )
        }
    }

    /// The total with everything below it.
    pub fn trace_total(&self) -> Trace<'_> {
        let value = match &self.total {
            Ok(total) => TraceValue::Total(*total),
            Err(reason) => TraceValue::Unscorable(reason),
        };
        let (derivation, citation) = match &self.pack.total {
            Some(asked) => (
                Derivation::Method(&asked.function, &self.total_notes),
                asked.citation.as_str(),
            ),
            None => (
                Derivation::Sum(self.pack.rounding.total),
                self.pack.rounding_citation.as_str(),
            ),
        };
        let mut parts: Vec<Trace> = self.trace_execution().into_iter().collect();
        parts.push(self.trace_indicators());
        Trace {
            parts,
            ..Trace::leaf(
                What::Total,
                value,
                TraceSource::Derived(derivation, citation),
            )
        }
    }

    /// The rows' sum with everything below it.
    pub fn trace_indicators(&self) -> Trace<'_> {
        let value = match &self.indicators {
            Ok(sum) => TraceValue::Total(*sum),
            Err(reason) => TraceValue::Unscorable(reason),
        };
        let (sum, parts) = match self.groups.is_empty() {
            true => (
                Derivation::Sum(self.pack.rounding.rows),
                self.rows.iter().map(|row| self.trace_row(row)).collect(),
            ),
            false => (Derivation::Groups, self.trace_groups(0, 0).1),
        };
        Trace {
            parts,
            ..Trace::leaf(
                What::Indicators,
                value,
                TraceSource::Derived(sum, &self.pack.indicators.citation),
            )
        }
    }

    /// The groups from `first` on that stand at `depth`, with everything below them, and the index
    /// behind the last.
    fn trace_groups(&self, first: usize, depth: usize) -> (usize, Vec<Trace<'_>>) {
        let (mut next, mut traces) = (first, Vec::new());
        while let Some(group) = self.groups.get(next).filter(|group| group.depth == depth) {
            let (behind, mut parts) = self.trace_groups(next + 1, depth + 1);
            let weight = TraceValue::Number(group.weight);
            parts.insert(
                0,
                Trace::leaf(What::FullMark, weight, TraceSource::Pack(&group.citation)),
            );
            parts.extend(
                group
                    .rows
                    .iter()
                    .map(|row| self.trace_row(&self.rows[*row])),
            );
            traces.push(Trace {
                parts,
                ..Trace::leaf(
                    What::Group(&group.label),
                    TraceValue::of(&group.outcome),
                    TraceSource::Derived(Derivation::Group(group), &group.citation),
                )
            });
            next = behind;
        }
        (next, traces)
    }

    /// The execution part with everything below it; `None` for schemes without one.
    pub fn trace_execution(&self) -> Option<Trace<'_>> {
        let (part, execution) = (self.pack.execution.as_ref()?, self.execution.as_ref()?);
        let line = &self.sheet.budget.total;
        let completion = Trace {
            parts: vec![
                entry_leaf(What::Executed, &line.executed),
                entry_leaf(What::Budget, &line.budget),
            ],
            ..Trace::leaf(
                What::Completion,
                ratio(execution.completion),
                TraceSource::Derived(
                    Derivation::Method(&part.function, &execution.notes),
                    &part.citation,
                ),
            )
        };
        let weight = Trace::leaf(
            What::FullMark,
            TraceValue::Number(Fraction::from(part.weight)),
            TraceSource::Pack(&part.citation),
        );
        let mut parts = vec![weight, completion];
        parts.extend(self.trace_rescale());
        Some(Trace {
            parts,
            ..Trace::leaf(
                What::Execution,
                TraceValue::of(&execution.outcome),
                TraceSource::Derived(
                    Derivation::Product(self.pack.rounding.execution),
                    &self.pack.rounding_citation,
                ),
            )
        })
    }

    /// One row with everything below it.
    pub fn trace_row<'a>(&'a self, row: &'a RowResult) -> Trace<'a> {
        let measure = self.measure(row);
        let (name, citation) = match row.method {
            Some(index) => {
                let method = &self.pack.methods[index];
                (method.name.zh.as_str(), method.citation.as_str())
            }
            None => ("", ""),
        };
        let mut cells = vec![
            cell(What::Target, &measure.target.0, measure.target_origin()),
            cell(What::Actual, &measure.actual.0, measure.actual_origin()),
        ];
        cells.extend(
            measure.inputs.iter().map(|(name, written)| {
                cell(What::Input(name), written, measure.input_origin(name))
            }),
        );
        let completion = Trace {
            direction: row.direction.as_ref(),
            parts: cells,
            ..Trace::leaf(
                What::Completion,
                ratio(row.completion),
                TraceSource::Derived(Derivation::Method(name, &row.notes), citation),
            )
        };
        let mut parts = vec![self.trace_full_mark(row), completion];
        parts.extend(self.trace_rescale());
        let derivation = match &row.awarded {
            Some(awarded) => Derivation::Awarded(awarded),
            None => Derivation::Product(self.pack.rounding.rows),
        };
        Trace {
            parts,
            ..Trace::leaf(
                What::Row(measure.row),
                TraceValue::of(&row.outcome),
                TraceSource::Derived(derivation, &self.pack.rounding_citation),
            )
        }
    }

    fn trace_full_mark<'a>(&'a self, row: &'a RowResult) -> Trace<'a> {
        let sheet_mark = match &row.full_mark {
            None => Trace::leaf(What::FullMark, TraceValue::Nothing, TraceSource::Missing),
            Some(mark) => {
                let indicator = self.indicator(row);
                let source = match (&mark.source, &self.inference) {
                    (FullMarkSource::Inferred(evidence), Some(inference)) => {
                        TraceSource::Inferred(evidence, inference)
                    }
                    (FullMarkSource::Pack, _) => {
                        TraceSource::PackMark(&self.pack.indicators.citation)
                    }
                    (FullMarkSource::Shared(measures), _) => {
                        TraceSource::Shared(*measures, &indicator.origin)
                    }
                    _ => TraceSource::Cell(self.measure(row).full_mark_origin()),
                };
                Trace::leaf(What::FullMark, TraceValue::Number(mark.value), source)
            }
        };
        if row.scaling == Scaling::None {
            return sheet_mark;
        }
        let value = row
            .effective_full_mark()
            .map_or(TraceValue::Nothing, TraceValue::Number);
        Trace {
            parts: vec![Trace {
                what: What::SheetMark,
                ..sheet_mark
            }],
            ..Trace::leaf(
                What::FullMark,
                value,
                TraceSource::Derived(
                    Derivation::Scaled(&row.scaling),
                    &self.pack.indicators.citation,
                ),
            )
        }
    }

    fn trace_rescale(&self) -> Option<Trace<'_>> {
        let (factor, dropped) = self.rescale?;
        Some(Trace::leaf(
            What::Rescale,
            TraceValue::Number(factor),
            TraceSource::Derived(Derivation::Rescaled(dropped), ""),
        ))
    }
}

fn ratio<'a>(completion: Option<Fraction>) -> TraceValue<'a> {
    completion.map_or(TraceValue::Nothing, TraceValue::Ratio)
}

fn cell<'a>(what: What<'a>, written: &'a Written, origin: &'a Origin) -> Trace<'a> {
    // An empty cell has a place too: there something is to be filled in.
    Trace::leaf(what, TraceValue::Cell(written), TraceSource::Cell(origin))
}

fn entry_leaf<'a>(what: What<'a>, entry: &'a Entry) -> Trace<'a> {
    match entry.printed() {
        Some(printed) => Trace::leaf(
            what,
            TraceValue::Number(Fraction::from(printed.value)),
            TraceSource::Cell(&printed.origin),
        ),
        None => Trace::leaf(what, TraceValue::Nothing, TraceSource::Missing),
    }
}
