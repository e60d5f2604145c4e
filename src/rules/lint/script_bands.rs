//! Branches of a script that compare one figure with several limits: a figure that falls into none of
//! them, and a branch an earlier one always takes.
//!
//! Why: exactly 90 and 89.9 must fall somewhere. The limits, the figures between them and one beyond each
//! end are tried in the conditions as they are written.
//!
//! ```text
//! fn 分段(m) {
//!     if m.ratio > 0.9 { 1 } else if m.ratio < 0.9 { 0.8 }      // exactly 90 % falls into none
//! }
//! ```

use super::unreachable_code::ends;
use super::{Findings, Subject};
use crate::document::ProblemKind;
use crate::number::Fraction;
use crate::rules::outline::{FunctionOutline, Part, PartKind};
use crate::rules::pack::{Param, Params};
use crate::words::lints as words;

/// A row of alternatives.
struct Chain<'p> {
    conditions: Vec<&'p Part>,
    /// Whether nothing comes out when none of them holds.
    open: bool,
}

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for function in subject.functions() {
        for chain in chains(function) {
            check(&chain, &subject.pack.params, findings);
        }
    }
}

/// The rows of alternatives of a function: `if … else if …`, and `if … { return … }` one below another.
fn chains(function: &FunctionOutline) -> Vec<Chain<'_>> {
    let mut chains = vec![guards(&function.body)];
    let mut seen: Vec<&Part> = chains[0].conditions.clone();
    function.each(&mut |part| {
        if let PartKind::If(condition, ..) = &part.kind
            && !seen.iter().any(|seen| std::ptr::eq(*seen, &**condition))
        {
            let mut conditions = Vec::new();
            alternatives(part, &mut conditions);
            seen.extend(&conditions);
            let open = false;
            chains.push(Chain { conditions, open });
        }
    });
    // A name the rest depends on: `let x = if … {…} else if … {…};`
    function.each(&mut |part| {
        if let PartKind::Let(_, value) = &part.kind
            && let PartKind::If(..) = value.kind
        {
            let mut conditions = Vec::new();
            let open = alternatives(value, &mut conditions);
            chains.retain(|chain| {
                !matches!((chain.conditions.first(), conditions.first()), (Some(a), Some(b)) if std::ptr::eq(*a, *b))
            });
            chains.push(Chain { conditions, open });
        }
    });
    chains
}

/// The conditions at the beginning of a body that end the function, and the `if` behind them.
fn guards(body: &[Part]) -> Chain<'_> {
    let (mut conditions, mut open) = (Vec::new(), false);
    for (index, part) in body.iter().enumerate() {
        let last = index + 1 == body.len();
        match &part.kind {
            PartKind::If(condition, then, otherwise)
                if otherwise.is_empty() && then.iter().any(ends) =>
            {
                conditions.push(&**condition);
                open = last;
            }
            PartKind::If(..) if last => open = alternatives(part, &mut conditions),
            // A variable, a note: whatever follows is another matter.
            _ => {
                open = false;
                break;
            }
        }
    }
    Chain { conditions, open }
}

/// Collects the conditions of `if … else if …`; whether there is no `else` at the end.
fn alternatives<'p>(part: &'p Part, conditions: &mut Vec<&'p Part>) -> bool {
    let PartKind::If(condition, _, otherwise) = &part.kind else {
        return false;
    };
    conditions.push(condition);
    match &otherwise[..] {
        [] => true,
        [only] if matches!(only.kind, PartKind::If(..)) => alternatives(only, conditions),
        _ => false,
    }
}

fn check(chain: &Chain<'_>, params: &Params, findings: &mut Findings<'_>) {
    let mut tests: Vec<Test> = Vec::new();
    for condition in &chain.conditions {
        match Test::read(condition, params) {
            Some(test)
                if tests
                    .first()
                    .is_none_or(|first| first.subject.same(test.subject)) =>
            {
                tests.push(test);
            }
            // What this one takes is not known, so neither is what is left for the rest.
            _ => return,
        }
    }
    if tests.len() < 2 {
        return;
    }
    let mut limits: Vec<Fraction> = tests.iter().flat_map(Test::limits).collect();
    limits.sort();
    limits.dedup();
    let figures = figures(&limits);
    for (index, test) in tests.iter().enumerate() {
        let earlier = |figure: &Fraction| tests[..index].iter().any(|test| test.holds(*figure));
        let left = figures
            .iter()
            .any(|figure| test.holds(*figure) && !earlier(figure));
        if index > 0 && !left {
            let kind = ProblemKind::said(words::branch_covered, words::branch_covered_help);
            findings.at_script(chain.conditions[index].place, "", kind);
        }
    }
    let missed = |figure: &&Fraction| !tests.iter().any(|test| test.holds(**figure));
    // A limit itself is the better example.
    let hole = limits.iter().find(missed).or(figures.iter().find(missed));
    if let Some(hole) = hole.filter(|_| chain.open) {
        let hole = hole.to_string();
        let kind = ProblemKind::said(
            |lang| words::script_hole(lang, &hole),
            words::script_hole_help,
        );
        findings.at_script(chain.conditions[0].place, "", kind);
    }
}

/// Every limit, a figure between each two, and one beyond each end.
fn figures(limits: &[Fraction]) -> Vec<Fraction> {
    let one = Fraction::ONE;
    let mut figures = limits.to_vec();
    for pair in limits.windows(2) {
        let middle = pair[0].plus(pair[1]).and_then(|sum| sum.over(2.into()));
        figures.extend(middle.ok());
    }
    figures.extend(limits.first().and_then(|first| first.minus(one).ok()));
    figures.extend(limits.last().and_then(|last| last.plus(one).ok()));
    figures.sort();
    figures
}

/// A condition on one figure.
struct Test<'p> {
    /// The figure that is compared.
    subject: &'p Part,
    /// Sign and limit of each comparison; all must hold.
    comparisons: Vec<(&'p str, Fraction)>,
}

impl<'p> Test<'p> {
    fn read(condition: &'p Part, params: &Params) -> Option<Test<'p>> {
        let single = std::slice::from_ref(condition);
        let parts = match &condition.kind {
            PartKind::And(parts) => &parts[..],
            _ => single,
        };
        let mut test: Option<Test<'p>> = None;
        for part in parts {
            let (subject, sign, limit) = comparison(part, params)?;
            let test = test.get_or_insert(Test {
                subject,
                comparisons: Vec::new(),
            });
            if !test.subject.same(subject) {
                return None;
            }
            test.comparisons.push((sign, limit));
        }
        test
    }

    fn limits(&self) -> impl Iterator<Item = Fraction> {
        self.comparisons.iter().map(|(_, limit)| *limit)
    }

    fn holds(&self, figure: Fraction) -> bool {
        self.comparisons.iter().all(|(sign, limit)| match *sign {
            "<" => figure < *limit,
            "<=" => figure <= *limit,
            ">" => figure > *limit,
            ">=" => figure >= *limit,
            _ => figure == *limit,
        })
    }
}

/// `figure < limit` or `limit < figure`, the figure first.
fn comparison<'p>(part: &'p Part, params: &Params) -> Option<(&'p Part, &'p str, Fraction)> {
    let PartKind::Call(sign, sides) = &part.kind else {
        return None;
    };
    let [left, right] = &sides[..] else {
        return None;
    };
    let turned = match sign.as_str() {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        "==" => "==",
        _ => return None,
    };
    match (number(left, params), number(right, params)) {
        (None, Some(limit)) => Some((left, sign, limit)),
        (Some(limit), None) => Some((right, turned, limit)),
        _ => None,
    }
}

/// A number as written, or that of a parameter.
fn number(part: &Part, params: &Params) -> Option<Fraction> {
    match &part.kind {
        PartKind::Number(number) => Some(*number),
        PartKind::Field(of, name) => match (&of.kind, params.get(name)) {
            (PartKind::Variable(of), Some(Param::Number(number))) if of == "params" => {
                Some(*number)
            }
            _ => None,
        },
        _ => None,
    }
}
