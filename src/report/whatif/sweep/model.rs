//! The model of sweeps: one sheet, and what it comes to along a number or over two.

use serde::Serialize;

use super::break_even::BreakEvenFound;
use super::{name, once, said, upwards};
use crate::number::Fraction;
use crate::report::Figure;
use crate::report::score::ScoredSheet;
use crate::report::whatif::{ChangeMade, model};
use crate::rules::RulePack;
use crate::rules::pack::Bilingual;
use crate::score::Evaluation;
use crate::whatif::{Axis, Band, Branching, Grid, Kink, Made, Part, Place, Sweep, Tried, Turn};
use crate::words::{Lang, report as labels, whatif_sweep as words};

/// What `whatif --sweep … --format json` prints. Fields marked "not in JSON" serve the formats for
/// people.
#[derive(Debug, Clone, Serialize)]
pub struct Answers {
    /// The sheets, in the order they were given.
    pub sheets: Vec<Answered>,
}

/// One sheet.
#[derive(Debug, Clone, Serialize)]
pub struct Answered {
    /// The sheet as it stands.
    pub baseline: ScoredSheet,
    /// Always empty: the shape is that of `whatif` without sweeps.
    pub scenarios: [(); 0],
    /// What is different throughout.
    pub throughout: Vec<ChangeMade>,
    /// Along one key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sweep: Option<SweepFound>,
    /// Over two keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grid: Option<GridFound>,
    /// What would change the grade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_even: Option<BreakEvenFound>,
}

/// A sheet along one key.
#[derive(Debug, Clone, Serialize)]
pub struct SweepFound {
    /// The key.
    pub key: String,
    /// The points.
    pub points: Vec<PointFound>,
    /// Where the grade changes.
    pub grades: Vec<TurnFound>,
    /// Where the rule takes another branch.
    pub kinks: Vec<KinkFound>,
    /// Whether there may be more places than were located.
    pub cut: bool,
    /// The lowest total of every band of the rule, and its name (not in JSON).
    #[serde(skip)]
    pub bands: Vec<(Figure, Bilingual)>,
    /// Every place with the totals just below and just above it (not in JSON).
    #[serde(skip)]
    pub edges: Vec<(Fraction, [Option<Figure>; 2])>,
}

/// Total and grade at a point.
#[derive(Debug, Clone, Serialize)]
pub struct PointFound {
    /// The number, as it is written at the key.
    pub at: String,
    /// 总分.
    pub total: Option<Figure>,
    /// The grade, as the pack names it in Chinese.
    pub grade: Option<String>,
    /// The number alone (not in JSON).
    #[serde(skip)]
    pub number: Figure,
    /// The grade in both languages (not in JSON).
    #[serde(skip)]
    pub grade_name: Option<Bilingual>,
}

/// A place along a number.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceFound {
    /// `from`: the place itself is already as after it; `above`: it is still as before; `between`: not
    /// located exactly.
    pub side: &'static str,
    /// The exact number, 23.4 or 100/3; null where it was not located.
    pub at: Option<String>,
    /// Of a place that was not located: it lies above this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Figure>,
    /// Of a place that was not located: it lies below this, or at it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Figure>,
}

/// Where the grade changes.
#[derive(Debug, Clone, Serialize)]
pub struct TurnFound {
    /// Where.
    #[serde(flatten)]
    pub place: PlaceFound,
    /// The grade below, as the pack names it in Chinese; null without one.
    pub before: Option<String>,
    /// The grade above.
    pub after: Option<String>,
    /// The place, and the change, in words (not in JSON).
    #[serde(skip)]
    pub said: (String, String),
    /// The place itself (not in JSON).
    #[serde(skip)]
    pub exact: Place,
}

/// Where the rule takes another branch.
#[derive(Debug, Clone, Serialize)]
pub struct KinkFound {
    /// Where.
    #[serde(flatten)]
    pub place: PlaceFound,
    /// What changes, in the language of the run.
    pub parts: Vec<String>,
    /// The place in words (not in JSON).
    #[serde(skip)]
    pub said: String,
}

/// A sheet over two keys.
#[derive(Debug, Clone, Serialize)]
pub struct GridFound {
    /// The key of the lines and that of the columns.
    pub keys: [String; 2],
    /// The numbers of the columns.
    pub columns: Vec<String>,
    /// The lines.
    pub lines: Vec<GridLine>,
}

/// One line of a grid.
#[derive(Debug, Clone, Serialize)]
pub struct GridLine {
    /// Its number.
    pub at: String,
    /// One entry a column.
    pub cells: Vec<PointFound>,
    /// Where the grade changes along the line.
    pub grades: Vec<TurnFound>,
}

impl Answered {
    /// A sheet nothing has been asked about; `made` is what is different throughout.
    pub fn new(baseline: &Evaluation, made: &[Made], lang: Lang) -> Answered {
        Answered {
            baseline: ScoredSheet::new(baseline, lang),
            scenarios: [],
            throughout: made
                .iter()
                .map(|made| model::change(baseline, made))
                .collect(),
            sweep: None,
            grid: None,
            break_even: None,
        }
    }
}

impl SweepFound {
    /// The model of a sweep under a pack.
    pub fn new(sweep: &Sweep, pack: &RulePack, lang: Lang) -> SweepFound {
        let axis = &sweep.axis;
        let points = sweep.points.iter();
        SweepFound {
            key: axis.key.to_string(),
            cut: sweep.cut,
            edges: sweep
                .edges
                .iter()
                .map(|(at, totals)| (*at, totals.map(|total| total.map(Figure))))
                .collect(),
            bands: pack
                .grades
                .iter()
                .map(|band| (Figure(band.from), band.name.clone()))
                .collect(),
            points: points
                .map(|(number, standing)| PointFound {
                    at: axis.text(*number),
                    number: Figure(*number),
                    ..PointFound::new(standing, pack)
                })
                .collect(),
            grades: turns(&sweep.grades, axis, pack, lang),
            kinks: sweep
                .kinks
                .iter()
                .map(|kink| KinkFound {
                    place: PlaceFound::new(axis, kink.place),
                    parts: parts(kink, lang),
                    said: upwards(axis, kink.place, lang),
                })
                .collect(),
        }
    }
}

/// Changes of the grade along an axis.
fn turns(turns: &[Turn<Band>], axis: &Axis, pack: &RulePack, lang: Lang) -> Vec<TurnFound> {
    let zh = |band| name(pack, band).map(|name| name.zh.clone());
    let turns = turns.iter().map(|turn| {
        let [before, after] = [turn.before, turn.after].map(|band| said(pack, band, lang));
        TurnFound {
            place: PlaceFound::new(axis, turn.place),
            before: zh(turn.before),
            after: zh(turn.after),
            said: (
                upwards(axis, turn.place, lang),
                words::arrow(lang, before, after),
            ),
            exact: turn.place,
        }
    });
    turns.collect()
}

impl PointFound {
    fn new(standing: &Tried, pack: &RulePack) -> PointFound {
        let name = name(pack, (standing.total.is_ok(), standing.grade));
        PointFound {
            at: String::new(),
            total: standing.total.as_ref().ok().copied().map(Figure),
            grade: name.map(|name| name.zh.clone()),
            number: Figure(Default::default()),
            grade_name: name.cloned(),
        }
    }
}

impl PlaceFound {
    pub(super) fn new(axis: &Axis, place: Place) -> PlaceFound {
        let exact = |side, at| PlaceFound {
            side,
            at: Some(axis.place(at)),
            low: None,
            high: None,
        };
        match place {
            Place::From(at) => exact("from", at),
            Place::Above(at) => exact("above", at),
            Place::Between(low, high) => PlaceFound {
                side: "between",
                at: None,
                low: Some(Figure(low)),
                high: Some(Figure(high)),
            },
        }
    }
}

/// What changes at a kink.
fn parts(kink: &Kink, lang: Lang) -> Vec<String> {
    let parts = kink.parts.iter().map(|(part, branching)| {
        let part = match part {
            Part::Row(row) => words::part_row(lang, row),
            Part::Execution => labels::part_execution(lang),
            Part::Total => labels::part_total(lang),
        };
        let becomes = match branching {
            Branching::Met => words::met(lang),
            Branching::Unmet => words::unmet(lang),
            Branching::Scored => words::scored(lang),
            Branching::Unscored => words::unscored(lang),
            Branching::Nothing => words::nothing(lang),
            Branching::Something => words::something(lang),
            Branching::Full => words::full(lang),
            Branching::Short => words::short(lang),
            Branching::Otherwise => words::otherwise(lang),
        };
        format!("{part} {becomes}")
    });
    once(parts)
}

impl GridFound {
    /// The model of a grid under a pack.
    pub fn new(grid: &Grid, pack: &RulePack, lang: Lang) -> GridFound {
        let [of_lines, of_columns] = &grid.axes;
        let columns: Vec<String> = grid.numbers[1]
            .iter()
            .map(|number| of_columns.text(*number))
            .collect();
        let lines = grid.numbers[0].iter().zip(&grid.cells).zip(&grid.grades);
        GridFound {
            keys: grid.axes.each_ref().map(|axis| axis.key.to_string()),
            lines: lines
                .map(|((number, cells), grades)| GridLine {
                    grades: turns(grades, of_columns, pack, lang),
                    at: of_lines.text(*number),
                    cells: cells
                        .iter()
                        .zip(&columns)
                        .map(|(standing, at)| PointFound {
                            at: at.clone(),
                            ..PointFound::new(standing, pack)
                        })
                        .collect(),
                })
                .collect(),
            columns,
        }
    }
}
