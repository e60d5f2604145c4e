//! A method that gives more than 100 % of a full mark.
//!
//! Why: the engine caps nothing. The function is called with a target far exceeded; when it answers more
//! than 100 %, that is certain and not a guess. A rule that means it says so in the function's comment:
//! "可超过 100%", "may exceed 100 %".
//!
//! ```text
//! fn 正向(m) { m.ratio }      // 100 → 300 gives 300 %: capped(m.ratio, 1)
//! ```

use std::sync::Arc;

use super::uses::uses;
use super::{Findings, Subject};
use crate::document::ProblemKind;
use crate::number::Fraction;
use crate::rules::facts::{Answer, ExecutionFacts, Kind, MeasureFacts};
use crate::rules::host::{Function, Host, Object};
use crate::rules::outline::FunctionOutline;
use crate::rules::pack::When;
use crate::sheet::{Direction, Entry, Indicator, Measure, Origin, Sheet};
use crate::value::{Actual, Target};
use crate::words::lints as words;

/// The full mark of the row that is tried.
const MARK: i64 = 10;

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let pack = subject.pack;
    let Ok(host) = Host::of(pack) else {
        return;
    };
    for used in uses(pack) {
        let Some(function) = subject.outline.function(used.function) else {
            continue;
        };
        if means_it(function) {
            continue;
        }
        let Some(called) = host.function(&function.name) else {
            continue;
        };
        let found = match (used.method, used.object) {
            (Some(index), _) => row(&host, &called, &pack.methods[index].when),
            (None, Object::Execution) => execution(&host, &called, pack.execution_weight().into()),
            _ => None,
        };
        if let Some((target, actual, percent)) = found {
            let name = &function.name;
            let kind = ProblemKind::said(
                |lang| words::exceeds_full(lang, name, &target, &actual, &percent),
                words::exceeds_full_help,
            );
            findings.at_script(function.place, name, kind);
        }
    }
}

/// Whether the comment says that more than 100 % is meant.
fn means_it(function: &FunctionOutline) -> bool {
    let said = function.says.join(" ");
    said.contains("可超过") || said.contains("may exceed")
}

/// Target, actual and the completion that came out above 100 %.
type Witness = (String, String, String);

fn row(host: &Host, function: &Function, when: &When) -> Option<Witness> {
    let plain = when.zero_target != Some(true) && when.judged != Some(true);
    if !plain || !matches!(when.kind, None | Some(Kind::Quantity | Kind::Range)) {
        return None;
    }
    let kind = when.kind.unwrap_or(Kind::Quantity);
    let direction = when.direction.unwrap_or(Direction::AtLeast);
    let (target, actual) = match direction {
        Direction::AtMost => (100, 10),
        Direction::AtLeast | Direction::Equal => (100, 300),
    };
    let facts = facts(kind, direction, target, actual);
    let answer = host.measure(function, &facts, None).ok()?;
    let completion = above(&answer, MARK.into())?;
    Some((target.to_string(), actual.to_string(), completion))
}

fn execution(host: &Host, function: &Function, weight: Fraction) -> Option<Witness> {
    let facts = ExecutionFacts {
        sheet: Arc::default(),
        budget: 100.into(),
        executed: 130.into(),
        weight,
    };
    let answer = host.execution(function, &facts, None).ok()?;
    Some(("100".to_owned(), "130".to_owned(), above(&answer, weight)?))
}

/// The completion in percent, when it is above 100.
fn above(answer: &Answer, mark: Fraction) -> Option<String> {
    let completion = match answer {
        Answer::Completion(completion) => *completion,
        Answer::Points(points) => points.over(mark).ok()?,
        _ => return None,
    };
    let percent = completion.times(100.into()).ok()?;
    (completion > Fraction::ONE).then(|| percent.to_string())
}

fn facts(kind: Kind, direction: Direction, target: i64, actual: i64) -> MeasureFacts {
    let row = Measure {
        row: 1,
        target: Target::read(&target.to_string()),
        actual: Actual::read(&actual.to_string()),
        full_mark: Entry::Blank,
        points: Entry::Blank,
        direction: None,
        judged: None,
        applicable: true,
        inputs: Default::default(),
        origin: Origin::default(),
        places: Default::default(),
    };
    let indicator = Indicator {
        levels: Vec::new(),
        name: String::new(),
        full_mark: Entry::Blank,
        measures: vec![row],
        reason: None,
        origin: Origin::default(),
    };
    let sheet = Sheet {
        indicators: vec![indicator],
        ..Sheet::default()
    };
    MeasureFacts {
        sheet: Arc::new(sheet),
        indicator: 0,
        measure: 0,
        kind,
        direction: Some(direction),
        target: Some(target.into()),
        target_high: (kind == Kind::Range).then(|| (target * 2).into()),
        actual: Some(actual.into()),
        same_word: false,
        full_mark: Some(MARK.into()),
        strict: false,
        completion: None,
        points: None,
    }
}
