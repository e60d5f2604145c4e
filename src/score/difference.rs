//! The smallest example two packs score differently, searched in a grid of rows, money and sheets and
//! in the worked cases of both, which have the inputs a grid cannot guess.
//!
//! The grid is finite, so finding nothing proves nothing: the number of examples tried is part of the
//! answer. Within a kind of example the simple ones come first, and the first that differs is kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Evaluation, Outcome, Scorer};
use crate::rules::RulePack;
use crate::rules::case::{Case, Expected, Given};
use crate::rules::pack::Bilingual;
use crate::sheet::{Budget, Direction, Entry, Indicator, Measure, Origin, Printed, Sheet};
use crate::value::{Actual, Target};
use crate::words::{Lang, score as words};

/// What a pack makes of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The points or total; `None` when unscored.
    pub points: Option<Decimal>,
    /// Why there are none.
    pub why: Option<Bilingual>,
    /// The grade, where one is asked for.
    pub grade: Option<Bilingual>,
}

impl Seen {
    /// Whether both would be written the same in a sheet; why a row is unscored may be put otherwise.
    fn same(&self, other: &Seen) -> bool {
        let name = |seen: &Seen| seen.grade.as_ref().map(|grade| grade.zh.clone());
        self.points == other.points && name(self) == name(other)
    }
}

/// An example with both results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What is scored.
    pub given: Given,
    /// Under the first pack.
    pub before: Seen,
    /// Under the second.
    pub after: Seen,
}

/// What a search came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// How many examples were tried under both.
    pub tried: usize,
    /// How many of these at least one of the packs could score.
    pub scored: usize,
    /// The first of each kind that differs: a row, the money, a total, a whole sheet.
    pub found: Vec<Difference>,
}

/// Scores every example of the grid and every case under both packs.
pub fn search(before: &Scorer, after: &Scorer, cases: &[Case]) -> Search {
    let (a, b) = (before.pack(), after.pack());
    let mut search = Search::default();
    let mut kinds = [rows(a, b), money(), totals(a, b), sheets(a, b)];
    for case in cases {
        let kind = match case.given {
            Given::Row(_) => 0,
            Given::Execution(_) => 1,
            Given::Total(_) => 2,
            Given::Sheet(_) => 3,
        };
        if !kinds[kind].contains(&case.given) {
            kinds[kind].push(case.given.clone());
        }
    }
    for kind in kinds {
        for given in kind {
            search.tried += 1;
            let (one, other) = (see(before, &given), see(after, &given));
            search.scored += usize::from(one.points.or(other.points).is_some());
            if !one.same(&other) {
                search.found.push(Difference {
                    given,
                    before: one,
                    after: other,
                });
                break;
            }
        }
    }
    search
}

fn see(scorer: &Scorer, given: &Given) -> Seen {
    let nothing = Seen {
        points: None,
        why: None,
        grade: None,
    };
    if let Given::Total(total) = given {
        let band = scorer.pack().grade(*total);
        return Seen {
            points: Some(*total),
            grade: band.map(|band| band.name.clone()),
            ..nothing
        };
    }
    let case = Case {
        name: String::new(),
        says: String::new(),
        given: given.clone(),
        expected: Expected::default(),
        origin: Origin::default(),
    };
    let evaluation = match scorer.run_case(&case) {
        Ok(Some(evaluation)) => evaluation,
        Ok(None) => return nothing,
        Err(fault) => {
            let why = Some(in_both(|lang| fault.message(lang)));
            return Seen { why, ..nothing };
        }
    };
    match given {
        Given::Row(_) => evaluation
            .rows
            .first()
            .map_or(nothing, |row| of_outcome(&row.outcome)),
        Given::Execution(_) => evaluation
            .execution
            .map_or(nothing, |part| of_outcome(&part.outcome)),
        _ => of_sheet(&evaluation),
    }
}

fn of_outcome(outcome: &Outcome) -> Seen {
    let (points, why) = match outcome {
        Outcome::Scored(points) => (Some(points.rounded), None),
        Outcome::Unscored(reason) => (None, Some(in_both(|lang| reason.describe(lang)))),
        Outcome::Dropped => (None, Some(in_both(words::dropped))),
    };
    Seen {
        points,
        why,
        grade: None,
    }
}

fn of_sheet(evaluation: &Evaluation) -> Seen {
    let band = evaluation.grade.map(|index| &evaluation.pack.grades[index]);
    let total = evaluation.total.as_ref();
    Seen {
        points: total.ok().copied(),
        why: total
            .err()
            .map(|reason| in_both(|lang| reason.describe(lang))),
        grade: band.map(|band| band.name.clone()),
    }
}

fn in_both(words: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual {
        zh: words(Lang::Zh),
        en: words(Lang::En),
    }
}

/// Targets and actuals of every kind: reached, not reached, exceeded, on both sides of usual limits.
const PAIRS: &[(&str, &[&str])] = &[
    (
        "100个",
        &[
            "100个", "80个", "60个", "99.9个", "59.9个", "79.9个", "50个", "0个", "130个", "200个",
            "333.3个",
        ],
    ),
    (
        "≥100个",
        &[
            "100个", "80个", "60个", "99.9个", "59.9个", "0个", "130个", "200个",
        ],
    ),
    (
        "≤100元",
        &[
            "100元", "125元", "150元", "100.1元", "200元", "0元", "80元", "1000元",
        ],
    ),
    ("=100个", &["100个", "80个", "120个", "99.9个"]),
    ("0起", &["0起", "1起"]),
    ("≥90%", &["90%", "89.9%", "81%", "72%", "54%", "100%", "0%"]),
    ("35-60个", &["50个", "30个", "35个", "60个", "70个"]),
    ("12月底前", &["11月20日", "12月31日"]),
    ("前5位", &["第5位", "第3位", "第6位"]),
    ("增长", &["增长", "6%", "下降"]),
    ("是", &["是", "否"]),
    ("达标", &["达标", "合规"]),
    ("显著提升", &["显著提升", "有所提升"]),
    ("100个", &["", "约90个"]),
];

/// What a person may have judged.
const JUDGED: &[&str] = &["1", "0.8", "0.6", "0.5", "0.79", "0.59", "0.49", "0"];

fn rows(a: &RulePack, b: &RulePack) -> Vec<Given> {
    let labels = labels(a, b);
    let mut rows = Vec::new();
    for (mark, directions) in [
        ("10", &[None][..]),
        ("2.5", &[None]),
        ("3.125", &[None]),
        (
            "10",
            &[
                Some(Direction::AtLeast),
                Some(Direction::AtMost),
                Some(Direction::Equal),
            ],
        ),
    ] {
        for label in &labels {
            for (target, actuals) in PAIRS {
                for actual in *actuals {
                    for direction in directions {
                        let mut row = row(label, target, actual, mark);
                        row.measures[0].direction = *direction;
                        rows.push(Given::Row(Box::new(row)));
                    }
                }
            }
            for judged in JUDGED {
                let mut row = row(label, "显著提升", "有所提升", mark);
                row.measures[0].judged = judged.parse().ok();
                rows.push(Given::Row(Box::new(row)));
            }
        }
    }
    let mut absent = row(&labels[0], "100个", "100个", "10");
    absent.measures[0].applicable = false;
    rows.push(Given::Row(Box::new(absent)));
    rows
}

fn money() -> Vec<Given> {
    let rates = [
        "100", "90", "80", "60", "50", "99.9", "79.99", "59.99", "49.99", "0", "110", "130",
    ];
    let budgets = rates
        .iter()
        .map(|executed| Given::Execution(Box::new(budget("100", executed))));
    budgets
        .chain([Given::Execution(Box::new(budget("0", "0")))])
        .collect()
}

/// Totals on and around every border of either pack.
fn totals(a: &RulePack, b: &RulePack) -> Vec<Given> {
    let borders = a.grades.iter().chain(&b.grades).map(|band| band.from);
    let borders: BTreeSet<Decimal> = borders.chain([Decimal::ONE_HUNDRED]).collect();
    let step = Decimal::new(1, 2);
    let around = borders
        .into_iter()
        .rev()
        .flat_map(|border| [border, border - step, border + step]);
    around
        .filter(|total| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(total))
        .map(Given::Total)
        .collect()
}

/// Sheets with one row a level, all completed alike, and one with a row that does not apply, lacks its
/// actual or prints no full mark.
fn sheets(a: &RulePack, b: &RulePack) -> Vec<Given> {
    let labels: Vec<String> = match labels(a, b) {
        labels if labels == [""] => vec!["产出".to_owned()],
        labels => labels,
    };
    // 80 points, as even as whole numbers allow.
    let (share, rest) = (80 / labels.len(), 80 % labels.len());
    let mark = |index: usize| (share + if index == 0 { rest } else { 0 }).to_string();
    let sheet = |executed: &str, actual: &str| Sheet {
        budget: budget("100", executed),
        indicators: labels
            .iter()
            .enumerate()
            .map(|(index, label)| row(label, "1000个", actual, &mark(index)))
            .collect(),
        ..Sheet::default()
    };
    let mut sheets = Vec::new();
    for executed in ["100", "90", "79.99", "69.99", "59.99", "49.99", "0", "110"] {
        for actual in [
            "1000", "900", "800", "999", "600", "895", "795", "0", "1300",
        ] {
            sheets.push(sheet(executed, actual));
        }
    }
    let mut absent = sheet("100", "800个");
    absent.indicators[0].measures[0].applicable = false;
    let mut empty = sheet("100", "800个");
    empty.indicators[0].measures[0].actual = Actual::read("");
    let mut unprinted = sheet("100", "1000个");
    for row in &mut unprinted.indicators {
        row.measures[0].points = row.measures[0].full_mark.clone();
        row.measures[0].full_mark = Entry::Blank;
    }
    sheets.extend([absent, empty, unprinted]);
    sheets
        .into_iter()
        .map(|sheet| Given::Sheet(Box::new(sheet)))
        .collect()
}

/// The level labels either pack weighs; "" when neither does.
fn labels(a: &RulePack, b: &RulePack) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for (label, _) in a.indicators.levels.iter().chain(&b.indicators.levels) {
        if !labels.contains(label) {
            labels.push(label.clone());
        }
    }
    if labels.is_empty() {
        labels.push(String::new());
    }
    labels
}

fn row(label: &str, target: &str, actual: &str, mark: &str) -> Indicator {
    let levels = Some(label.to_owned()).filter(|label| !label.is_empty());
    Indicator {
        levels: levels.into_iter().collect(),
        name: String::new(),
        full_mark: Entry::Blank,
        measures: vec![Measure {
            row: 1,
            target: Target::read(target),
            actual: Actual::read(actual),
            full_mark: printed(mark),
            points: Entry::Blank,
            direction: None,
            judged: None,
            applicable: true,
            inputs: Default::default(),
            origin: Origin::default(),
            places: Default::default(),
        }],
        reason: None,
        origin: Origin::default(),
    }
}

fn budget(budget: &str, executed: &str) -> Budget {
    let mut money = Budget::default();
    money.total.budget = printed(budget);
    money.total.executed = printed(executed);
    money
}

fn printed(text: &str) -> Entry {
    text.parse().map_or(Entry::Blank, |value: Decimal| {
        Entry::Number(Printed {
            text: text.to_owned(),
            value,
            places: value.scale(),
            origin: Origin::default(),
        })
    })
}

/// Both packs, and the worked cases of both.
///
/// # Errors
/// As for [`Scorer::new`].
pub fn search_packs(
    a: &Arc<RulePack>,
    b: &Arc<RulePack>,
    cases: &[Case],
) -> Result<Search, Vec<crate::rules::host::ScriptFault>> {
    let ready = |pack: &Arc<RulePack>| Scorer::new(Arc::clone(pack)).map(Scorer::without_trace);
    Ok(search(&ready(a)?, &ready(b)?, cases))
}
