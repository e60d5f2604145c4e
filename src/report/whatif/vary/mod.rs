//! Weights drawn at random: the model behind every format.

mod csv;
mod markdown;
mod said;
mod table;

use serde::Serialize;

use crate::report::Figure;
use crate::rules::pack::Bilingual;
use crate::score::Evaluation;
use crate::whatif::{Key, RowName, Spread, Tried, Varied};

pub use csv::csv as vary_csv;
pub use markdown::markdown as vary_markdown;
pub use table::table as vary_table;

/// A sheet under a rule, its weights drawn at random.
#[derive(Debug, Clone, Serialize)]
pub struct VaryResult {
    /// The rule, as `pack@edition`.
    pub rules: String,
    /// The rule's title (not in JSON).
    #[serde(skip)]
    pub title: Bilingual,
    /// What every weight deviates by at most, as a ratio.
    pub by: Figure,
    /// How many draws.
    pub draws: u32,
    /// The seed.
    pub seed: u64,
    /// `levels` or `rows`: which weights vary beside that of the execution part.
    pub of: &'static str,
    /// What they are together, in every draw.
    pub sum: Figure,
    /// Draws in each grade, best first, then those without one.
    pub grades: Vec<GradeDraws>,
    /// Draws without a total.
    pub without_total: u32,
    /// Draws in another grade than the sheet has as it stands, those without a total among them.
    pub changed: u32,
    /// Whether there is none.
    pub robust: bool,
    /// Where the totals lie; null where no draw has one.
    pub totals: Option<Totals>,
    /// What each weight moves alone, the most first.
    pub weights: Vec<WeightMoves>,
}

/// Draws in one grade.
#[derive(Debug, Clone, Serialize)]
pub struct GradeDraws {
    /// The grade in Chinese; null for a total between two bands.
    pub grade: Option<String>,
    /// How many draws.
    pub draws: u32,
    /// The grade in both languages (not in JSON).
    #[serde(skip)]
    pub name: Option<Bilingual>,
}

/// Totals in order of size.
#[derive(Debug, Clone, Serialize)]
pub struct Totals {
    /// The least.
    pub least: Figure,
    /// 2.5 % of the draws are not above it.
    pub low: Figure,
    /// Half of them.
    pub median: Figure,
    /// 97.5 % of them.
    pub high: Figure,
    /// The most.
    pub most: Figure,
}

/// What a weight moves when it alone deviates.
#[derive(Debug, Clone, Serialize)]
pub struct WeightMoves {
    /// The weight: `execution.weight`, `rows[3].full_mark`.
    pub key: String,
    /// The indicator of a row, or the level.
    pub name: Option<String>,
    /// The weight in points.
    pub weight: Figure,
    /// Total at its least.
    pub least: Option<Figure>,
    /// Total at its most.
    pub most: Option<Figure>,
    /// How far they are apart.
    pub swing: Option<Figure>,
    /// Whether the grade changes at one of them.
    pub changes_grade: bool,
}

impl VaryResult {
    /// The model of what came of it.
    pub fn new(base: &Evaluation, varied: &Varied) -> VaryResult {
        let same: u32 = varied
            .grades
            .iter()
            .filter(|(grade, _)| *grade == varied.grade)
            .map(|(_, draws)| *draws)
            .sum();
        let grades = varied.grades.iter().map(|(grade, draws)| {
            let name = grade.map(|index| base.pack.grades[index].name.clone());
            GradeDraws {
                grade: name.as_ref().map(|name| name.zh.clone()),
                draws: *draws,
                name,
            }
        });
        VaryResult {
            rules: base.pack.name(),
            title: base.pack.title.clone(),
            by: Figure(varied.vary.by()),
            draws: varied.vary.draws(),
            seed: varied.vary.seed(),
            of: match varied.spread {
                Spread::Levels => "levels",
                Spread::Rows => "rows",
            },
            sum: Figure(varied.sum),
            grades: grades.collect(),
            without_total: varied.without_total,
            changed: varied.vary.draws() - same,
            robust: varied.is_robust(),
            totals: varied.totals.map(|totals| Totals {
                least: Figure(totals.least),
                low: Figure(totals.low),
                median: Figure(totals.median),
                high: Figure(totals.high),
                most: Figure(totals.most),
            }),
            weights: varied
                .weights
                .iter()
                .map(|one| {
                    let total = |tried: &Tried| tried.total.as_ref().ok().copied().map(Figure);
                    let [least, most] = &one.ends;
                    WeightMoves {
                        key: one.key.to_string(),
                        name: name(base, &one.key),
                        weight: Figure(one.weight),
                        least: total(least),
                        most: total(most),
                        swing: one.swing().map(Figure),
                        changes_grade: one.ends.iter().any(|end| end.grade != varied.grade),
                    }
                })
                .collect(),
        }
    }
}

/// What a weight belongs to, in words.
fn name(base: &Evaluation, key: &Key) -> Option<String> {
    match key {
        Key::Row(RowName::Number(number), _) => {
            let row = base
                .rows
                .iter()
                .find(|row| base.measure(row).row == *number)?;
            Some(base.indicator(row).name.clone())
        }
        _ => None,
    }
}
