//! What is not certain on a sheet: the model behind every format.

mod csv;
mod markdown;
mod said;
mod table;

use std::cmp::Ordering;

use serde::Serialize;

use crate::report::Figure;
use crate::rules::pack::Bilingual;
use crate::score::Evaluation;
use crate::whatif::{At, MOST_OPEN, NoBounds, Open, OpenPart, Ranges, Tried, Unbounded, Why};
use crate::words::{Lang, whatif_ranges as words};

pub use csv::csv as ranges_csv;
pub use markdown::markdown as ranges_markdown;
pub use table::table as ranges_table;

/// A sheet under a rule, and what it comes to between the ends of what is open on it. Fields marked
/// "not in JSON" serve the formats for people.
#[derive(Debug, Clone, Serialize)]
pub struct RangesResult {
    /// The rule, as `pack@edition`.
    pub rules: String,
    /// 总分 as the rule has it now; null without one.
    pub now: Option<Figure>,
    /// What is open, that which moves the total most first.
    pub open: Vec<OpenFound>,
    /// What has no bounds; with any of them the total has none.
    pub unbounded: Vec<UnboundedFound>,
    /// Combinations of ends that were scored together.
    pub combinations: Combinations,
    /// The least and the greatest total; null without any.
    pub total: Option<Span>,
    /// The grades, best first, then null for none.
    pub grades: Vec<GradeFound>,
    /// Why there is no total whatever the open figures are, in the language of the run; null mostly.
    pub missing: Option<String>,
    /// Whether the rule's total is the sum of its parts (not in JSON).
    #[serde(skip)]
    pub adds_up: bool,
    /// The rule's title (not in JSON).
    #[serde(skip)]
    pub title: Bilingual,
    /// The grade now (not in JSON).
    #[serde(skip)]
    pub grade: Option<Bilingual>,
    /// Why there is no total now (not in JSON).
    #[serde(skip)]
    pub now_missing: Option<String>,
}

/// The least and the most of something.
#[derive(Debug, Clone, Serialize)]
pub struct Span {
    /// The least.
    pub least: Figure,
    /// The most.
    pub most: Figure,
    /// Whether no value in between leads beyond them.
    pub exact: bool,
}

/// Something that is not certain, with its bounds.
#[derive(Debug, Clone, Serialize)]
pub struct OpenFound {
    /// Number of the row; null for the execution part.
    pub row: Option<String>,
    /// Its indicator; null for the execution part.
    pub indicator: Option<String>,
    /// `range`, `readings`, `person` or `money`.
    pub kind: &'static str,
    /// What stands there: target and actual of a row.
    pub target: Option<String>,
    /// 实际完成值 as written; null for the execution part.
    pub actual: Option<String>,
    /// What it earns.
    pub points: Span,
    /// What stands there at its least; null where a person awards points.
    pub least_at: Option<AtFound>,
    /// What stands there at its most.
    pub most_at: Option<AtFound>,
    /// How far it moves the total alone, the others at their least; null without a total.
    pub moves: Option<Figure>,
    /// Whether the grade is another one then.
    pub changes_grade: bool,
    /// What is uncertain about it, in the language of the run.
    pub why: String,
}

/// The value an end is at.
#[derive(Debug, Clone, Serialize)]
pub struct AtFound {
    /// The value as its cell writes it.
    pub value: String,
    /// `at` it, or just `below` or `above` it.
    pub side: &'static str,
}

/// Something without bounds.
#[derive(Debug, Clone, Serialize)]
pub struct UnboundedFound {
    /// Number of the row; null for the execution part.
    pub row: Option<String>,
    /// Its indicator; null for the execution part.
    pub indicator: Option<String>,
    /// Why, in the language of the run.
    pub why: String,
}

/// What was scored together.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Combinations {
    /// How many.
    pub scored: usize,
    /// Whether these are all there are.
    pub all: bool,
    /// Those without a total.
    pub without_total: usize,
}

/// A grade the sheet may have.
#[derive(Debug, Clone, Serialize)]
pub struct GradeFound {
    /// The grade in Chinese; null for a total in no band.
    pub grade: Option<String>,
    /// Whether a combination that was scored has it.
    pub seen: bool,
    /// The grade in both languages (not in JSON).
    #[serde(skip)]
    pub name: Option<Bilingual>,
}

impl RangesResult {
    /// The model of what was found.
    pub fn new(now: &Evaluation, found: &Ranges, lang: Lang) -> RangesResult {
        let pack = &now.pack;
        let name = |grade: Option<usize>| grade.map(|index| pack.grades[index].name.clone());
        let Tried { total, grade } = &found.standing;
        RangesResult {
            rules: pack.name(),
            adds_up: found.adds_up,
            title: pack.title.clone(),
            now: total.as_ref().ok().copied().map(Figure),
            now_missing: total.as_ref().err().map(|why| why.describe(lang)),
            grade: name(*grade),
            open: found
                .open
                .iter()
                .map(|one| OpenFound::new(now, one, lang))
                .collect(),
            unbounded: found
                .unbounded
                .iter()
                .map(|one| UnboundedFound::new(now, one, lang))
                .collect(),
            combinations: Combinations {
                scored: found.corners.scored,
                all: found.corners.all,
                without_total: found.corners.without_total,
            },
            total: found.total.map(|(least, most)| Span {
                least: Figure(least),
                most: Figure(most),
                exact: found.is_exact,
            }),
            grades: found
                .grades
                .iter()
                .map(|one| GradeFound {
                    grade: name(one.grade).map(|name| name.zh),
                    seen: one.seen,
                    name: name(one.grade),
                })
                .collect(),
            missing: found.missing.as_ref().map(|why| why.describe(lang)),
        }
    }
}

/// Number and indicator of a part; `None` for the execution part.
fn row(now: &Evaluation, part: OpenPart) -> (Option<String>, Option<String>) {
    match part {
        OpenPart::Execution => (None, None),
        OpenPart::Row(index) => {
            let row = &now.rows[index];
            let number = now.measure(row).row.to_string();
            (Some(number), Some(now.indicator(row).name.clone()))
        }
    }
}

/// The value of an end in words.
fn said(at: Option<&At>, lang: Lang) -> String {
    match at {
        None => String::new(),
        Some(At { text, side }) => match side {
            Ordering::Less => words::just_below(lang, text),
            Ordering::Equal => text.clone(),
            Ordering::Greater => words::just_above(lang, text),
        },
    }
}

impl OpenFound {
    fn new(now: &Evaluation, one: &Open, lang: Lang) -> OpenFound {
        let (number, indicator) = row(now, one.part);
        let measure = match one.part {
            OpenPart::Row(index) => Some(now.measure(&now.rows[index])),
            OpenPart::Execution => None,
        };
        let [least, most] = [&one.least.at, &one.most.at].map(|at| said(at.as_ref(), lang));
        let same = one.width().is_zero();
        let (kind, why) = match &one.why {
            Why::Range if same => ("range", words::of_range_same(lang)),
            Why::Range => ("range", words::of_range(lang, least, most)),
            Why::Readings(_) => ("readings", words::of_readings(lang, least, most)),
            Why::Person(why) => ("person", words::of_person(lang, why.describe(lang))),
            Why::Money(why) if same => ("money", words::of_money_same(lang, why.describe(lang))),
            Why::Money(why) => {
                let why = why.describe(lang);
                ("money", words::of_money(lang, why, least, most))
            }
        };
        let at = |at: &Option<At>| {
            at.as_ref().map(|at| AtFound {
                value: at.text.clone(),
                side: match at.side {
                    Ordering::Less => "below",
                    Ordering::Equal => "at",
                    Ordering::Greater => "above",
                },
            })
        };
        OpenFound {
            row: number,
            indicator,
            kind,
            target: measure.map(|it| it.target.0.text.clone()),
            actual: measure.map(|it| it.actual.0.text.clone()),
            points: Span {
                least: Figure(one.least.points),
                most: Figure(one.most.points),
                exact: one.is_exact,
            },
            least_at: at(&one.least.at),
            most_at: at(&one.most.at),
            moves: one.moves.map(Figure),
            changes_grade: one.changes_grade,
            why,
        }
    }
}

impl UnboundedFound {
    fn new(now: &Evaluation, one: &Unbounded, lang: Lang) -> UnboundedFound {
        let (row, indicator) = row(now, one.part);
        UnboundedFound {
            row,
            indicator,
            why: match &one.why {
                NoBounds::NoFullMark(why) => words::no_full_mark(lang, why.describe(lang)),
                NoBounds::Reason(why) => why.describe(lang),
                NoBounds::LeftOut => words::left_out(lang),
                NoBounds::TooMany => words::too_many(lang, MOST_OPEN),
            },
        }
    }
}
