//! The pack's lowered functions on rows that were read, paired and given their method beforehand: what the
//! other rule engines are asked to do.

use jixiao::number::{Rounding, Short};
use jixiao::rules::host::{Function, Host};
use jixiao::rules::short::{Said, ShortFacts, Subject};
use jixiao::score::{Evaluation, row_facts};
use rust_decimal::Decimal;

/// A row or the execution part: its function, its facts and what it counts.
pub struct Asked<'a> {
    function: Function,
    subject: Subject,
    facts: ShortFacts<'a>,
    mark: Short,
    rounding: Rounding,
}

/// The functions of the pack of an evaluation, loaded.
pub fn host(evaluation: &Evaluation) -> Host {
    Host::of(&evaluation.pack).expect("the shipped pack compiles")
}

/// Every row and the execution part of an evaluated sheet.
pub fn asked<'a>(host: &Host, evaluation: &'a Evaluation) -> Vec<Asked<'a>> {
    let (pack, sheet) = (&evaluation.pack, &*evaluation.sheet);
    let short = |decimal: Decimal| Short::of_decimal(decimal).expect("short");
    let function = |name: &str| host.function(name).expect("checked");
    let rows = evaluation.rows.iter().zip(row_facts(evaluation));
    let mut all: Vec<Asked> = rows
        .map(|(row, facts)| {
            let facts = facts.expect("paired");
            let mut asked = ShortFacts::of_sheet(sheet);
            let seen = ShortFacts::of_measure(&facts.facts).expect("short");
            asked.numbers = seen.numbers;
            (asked.strict, asked.same_word) = (seen.strict, seen.same_word);
            (asked.direction, asked.kind) = (seen.direction, seen.kind);
            asked.row = Some((evaluation.indicator(row), evaluation.measure(row)));
            let mark = row
                .effective_full_mark()
                .and_then(Short::of)
                .expect("short");
            Asked {
                function: function(&pack.methods[facts.method].function),
                subject: Subject::Measure,
                facts: asked,
                mark,
                rounding: pack.rounding.rows,
            }
        })
        .collect();
    let part = pack.execution.as_ref().expect("it has one");
    let line = &sheet.budget.total;
    let money = |entry: &jixiao::sheet::Entry| short(entry.value().expect("a figure"));
    let mut facts = ShortFacts::of_sheet(sheet);
    let weight = short(part.weight);
    facts
        .set_execution(money(&line.budget), money(&line.executed), weight)
        .expect("short");
    all.push(Asked {
        function: function(&part.function),
        subject: Subject::Execution,
        facts,
        mark: weight,
        rounding: pack.rounding.execution,
    });
    all
}

/// The points of all of them.
pub fn points(host: &Host, all: &[Asked]) -> Vec<Decimal> {
    all.iter()
        .map(|asked| {
            let answer = host.short(&asked.function, asked.subject, &asked.facts, false);
            let exact = match answer.expect("lowered").said {
                Said::Completion(completion) => asked.mark.times(completion),
                Said::Points(points) => Some(points),
                other => panic!("{other:?}"),
            };
            exact
                .and_then(|exact| exact.rounded(asked.rounding))
                .expect("short")
        })
        .collect()
}
