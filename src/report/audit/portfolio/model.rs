//! The model behind every format, and the JSON itself.

use serde::Serialize;

use crate::audit::{Audit, Deviations, Spread, Tally, checks};
use crate::number::{Fraction, Rounding, RoundingMode};
use crate::report::Figure;
use crate::rules::pack::Bilingual;
use crate::words::Lang;

/// Places of a deviation in percent.
const PERCENT_PLACES: u32 = 2;

/// All sheets of a run together.
#[derive(Debug, Clone, Serialize)]
pub struct PortfolioRows {
    /// How many sheets there are.
    pub sheets: usize,
    /// How many units they are of; a sheet that states none counts by itself.
    pub units: usize,
    /// All findings, those of target tables and across sheets too.
    pub findings: Counts,
    /// 总分 as printed; null where no sheet has one.
    pub reported: Option<Totals>,
    /// 总分 under the rule; null where no sheet has one.
    pub computed: Option<Totals>,
    /// 评价等级, one entry a rule.
    pub grades: Vec<GradeRows>,
    /// (自评 − 重算) ÷ 自评.
    pub deviations: DeviationRow,
    /// The checks that found something, gravest first.
    pub checks: Vec<CheckRow>,
    /// The units, gravest first.
    pub ranking: Vec<UnitRow>,
}

/// Findings counted.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Counts {
    /// 严重·不符.
    pub error: usize,
    /// 一般·不符.
    pub warning: usize,
    /// 提示·不符.
    pub note: usize,
    /// 存疑.
    pub uncertain: usize,
    /// Accepted by a person; in none of the others.
    pub accepted: usize,
}

/// Some totals.
#[derive(Debug, Clone, Serialize)]
pub struct Totals {
    /// How many sheets have one.
    pub sheets: usize,
    /// The lowest.
    pub lowest: Figure,
    /// The middle one.
    pub median: Option<Figure>,
    /// The highest.
    pub highest: Figure,
}

/// The grades under one rule.
#[derive(Debug, Clone, Serialize)]
pub struct GradeRows {
    /// The rule: `wuhan@2024`.
    pub rules: String,
    /// Its bands, the best first.
    pub bands: Vec<Band>,
    /// Sheets without a grade: no total, or a total in no band.
    pub without: Without,
    /// Sheets that fall into a lower band once recomputed.
    pub lowered: usize,
    /// Sheets that rise into a higher one.
    pub raised: usize,
}

/// One band of grades.
#[derive(Debug, Clone, Serialize)]
pub struct Band {
    /// Its name in Chinese.
    pub name: String,
    /// The lowest total of it.
    pub from: Figure,
    /// Sheets whose printed total falls into it.
    pub reported: usize,
    /// Sheets whose recomputed total does.
    pub computed: usize,
    /// Its name in both languages (not in JSON).
    #[serde(skip)]
    pub both: Bilingual,
}

/// Sheets without a grade.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Without {
    /// By the printed total.
    pub reported: usize,
    /// By the recomputed one.
    pub computed: usize,
}

/// The deviations by classes.
#[derive(Debug, Clone, Serialize)]
pub struct DeviationRow {
    /// Sheets with both totals.
    pub compared: usize,
    /// Of these, sheets whose totals agree at the printed places.
    pub equal: usize,
    /// The others.
    pub classes: Vec<DeviationClass>,
}

/// One class of deviations, in percent without sign.
#[derive(Debug, Clone, Serialize)]
pub struct DeviationClass {
    /// Above this.
    pub above: Figure,
    /// Up to this; null for the last class.
    pub to: Option<Figure>,
    /// Sheets that report more than the rule gives.
    pub over: usize,
    /// Sheets that report less.
    pub under: usize,
}

/// A check that found something.
#[derive(Debug, Clone, Serialize)]
pub struct CheckRow {
    /// Its code.
    pub code: &'static str,
    /// Its title in the language of the run.
    pub title: String,
    /// Its findings.
    #[serde(flatten)]
    pub findings: Counts,
    /// Sheets and target tables it has findings in.
    pub sheets: usize,
}

/// A unit in the ranking.
#[derive(Debug, Clone, Serialize)]
pub struct UnitRow {
    /// Its rank, from 1.
    pub rank: usize,
    /// 单位名称; null for a sheet that states none.
    pub unit: Option<String>,
    /// Its sheets.
    pub sheets: usize,
    /// Their findings.
    #[serde(flatten)]
    pub findings: Counts,
    /// The largest deviation of its totals in percent, positive where more was reported; null without one.
    pub deviation: Option<Figure>,
    /// The id of its sheet with the gravest findings.
    pub first: String,
}

impl PortfolioRows {
    /// The portfolio of an audit as it stands: without the checks left out, accepted findings apart.
    /// `None` for a single sheet, of which everything is said elsewhere.
    pub fn new(audit: &Audit, lang: Lang) -> Option<PortfolioRows> {
        let portfolio = &audit.portfolio;
        if portfolio.entries().len() < 2 {
            return None;
        }
        let standings = audit.standings();
        let (reported, computed) = portfolio.totals();
        let ranking = standings.units.into_iter().zip(1..);
        let ranking: Vec<UnitRow> = ranking
            .map(|(unit, rank)| UnitRow {
                rank,
                unit: Some(unit.unit.to_string()).filter(|name| !name.is_empty()),
                sheets: unit.sheets,
                findings: Counts::of(&unit.tally),
                deviation: unit.deviation.and_then(percent),
                first: unit.first.into(),
            })
            .collect();
        Some(PortfolioRows {
            sheets: portfolio.entries().len(),
            units: ranking.len(),
            findings: Counts::of(&standings.all),
            reported: reported.map(totals),
            computed: computed.map(totals),
            grades: grades(audit),
            deviations: deviations(&portfolio.deviations()),
            checks: standings
                .checks
                .iter()
                .map(|rank| CheckRow {
                    code: rank.code,
                    title: title(rank.code, lang),
                    findings: Counts::of(&rank.tally),
                    sheets: rank.sheets,
                })
                .collect(),
            ranking,
        })
    }
}

impl UnitRow {
    /// What people know it by: a sheet that states no unit by its id.
    pub(crate) fn name(&self) -> &str {
        self.unit.as_deref().unwrap_or(&self.first)
    }
}

impl Counts {
    fn of(tally: &Tally) -> Counts {
        Counts {
            error: tally.error,
            warning: tally.warning,
            note: tally.note,
            uncertain: tally.uncertain,
            accepted: tally.accepted,
        }
    }
}

fn title(code: &str, lang: Lang) -> String {
    let check = checks::ALL.iter().find(|check| check.code == code);
    check.map_or_else(String::new, |check| (check.title)(lang))
}

fn totals(spread: Spread) -> Totals {
    Totals {
        sheets: spread.count,
        lowest: Figure(spread.lowest),
        median: spread.median.and_then(Figure::exact),
        highest: Figure(spread.highest),
    }
}

fn grades(audit: &Audit) -> Vec<GradeRows> {
    let packs = audit.portfolio.grades().into_iter();
    packs
        .map(|graded| {
            let bands = graded.pack.grades.iter().zip(&graded.counts);
            let bands = bands.map(|(band, counts)| Band {
                name: band.name.zh.clone(),
                from: Figure(band.from),
                reported: counts.reported,
                computed: counts.computed,
                both: band.name.clone(),
            });
            GradeRows {
                rules: graded.pack.name(),
                bands: bands.collect(),
                without: Without {
                    reported: graded.without.reported,
                    computed: graded.without.computed,
                },
                lowered: graded.moved.0,
                raised: graded.moved.1,
            }
        })
        .collect()
}

fn deviations(deviations: &Deviations) -> DeviationRow {
    let classes = deviations.classes.iter().filter_map(|class| {
        Some(DeviationClass {
            above: percent(class.above)?,
            to: match class.to {
                Some(to) => Some(percent(to)?),
                None => None,
            },
            over: class.over,
            under: class.under,
        })
    });
    DeviationRow {
        compared: deviations.compared,
        equal: deviations.equal,
        classes: classes.collect(),
    }
}

/// A ratio in percent, rounded half up for showing.
fn percent(ratio: Fraction) -> Option<Figure> {
    let rounding = Rounding {
        mode: RoundingMode::HalfUp,
        places: PERCENT_PLACES,
    };
    let hundredfold = ratio.times(Fraction::from(100)).ok()?;
    rounding.apply(hundredfold).ok().map(Figure)
}
