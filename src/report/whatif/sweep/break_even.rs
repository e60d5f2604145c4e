//! The model of break-even values: how far other grades are and which number would bring them.

use serde::Serialize;

use super::model::PlaceFound;
use super::{downwards, name, said, upwards};
use crate::report::Figure;
use crate::rules::RulePack;
use crate::score::Evaluation;
use crate::whatif::{BreakEven, Flip, Gap, Key, Lever, RowKey};
use crate::words::{Lang, whatif_sweep as words};

/// What would change the grade of a sheet.
#[derive(Debug, Clone, Serialize)]
pub struct BreakEvenFound {
    /// 总分 now.
    pub total: Option<Figure>,
    /// The grade now, as the pack names it in Chinese.
    pub grade: Option<String>,
    /// To the next grade up; null at the top.
    pub up: Option<GapFound>,
    /// To the next grade down; null below all of them.
    pub down: Option<GapFound>,
    /// One entry a row; empty without a total.
    pub rows: Vec<RowFound>,
    /// The weights.
    pub weights: Vec<LeverFound>,
    /// The grade in words (not in JSON).
    #[serde(skip)]
    pub grade_said: String,
    /// Why nothing can be said (not in JSON: the baseline says it).
    #[serde(skip)]
    pub missing: Option<String>,
    /// Whether the weights are full marks of rows (not in JSON).
    #[serde(skip)]
    pub of_rows: bool,
}

/// The way to another grade.
#[derive(Debug, Clone, Serialize)]
pub struct GapFound {
    /// That grade, as the pack names it in Chinese; null for below all of them.
    pub grade: Option<String>,
    /// The points of the total.
    pub points: Figure,
    /// Whether exactly these suffice; otherwise it takes more.
    pub suffices: bool,
    /// The grade in words (not in JSON).
    #[serde(skip)]
    pub said: String,
}

/// What a row can do.
#[derive(Debug, Clone, Serialize)]
pub struct RowFound {
    /// Number of the row.
    pub id: String,
    /// Its indicator.
    pub indicator: String,
    /// Its actual; null where that is no single number.
    pub actual: Option<LeverFound>,
    /// Its points; null for a row that is left out.
    pub points: Option<LeverFound>,
    /// The total without its points; null where there is none.
    pub least: Option<Figure>,
    /// The total with its full mark.
    pub most: Option<Figure>,
    /// How far it moves the total (not in JSON).
    #[serde(skip)]
    pub width: Option<Figure>,
}

/// A number that could be otherwise.
#[derive(Debug, Clone, Serialize)]
pub struct LeverFound {
    /// Where it stands.
    pub key: String,
    /// What it is now.
    pub now: String,
    /// The range that was tried.
    pub tried: [String; 2],
    /// The nearest other grade below; null where there is none in the range.
    pub below: Option<FlipFound>,
    /// The nearest other grade above.
    pub above: Option<FlipFound>,
    /// The smaller of the two changes, in words (not in JSON).
    #[serde(skip)]
    pub said: Option<String>,
    /// The row, where it is a full mark (not in JSON).
    #[serde(skip)]
    pub row: bool,
}

/// Where the grade becomes another.
#[derive(Debug, Clone, Serialize)]
pub struct FlipFound {
    /// Where.
    #[serde(flatten)]
    pub place: PlaceFound,
    /// The grade beyond, as the pack names it in Chinese; null without one.
    pub grade: Option<String>,
}

impl BreakEvenFound {
    /// The model; `None` in place of the values for a sheet without total.
    pub fn new(evaluation: &Evaluation, found: Option<&BreakEven>, lang: Lang) -> BreakEvenFound {
        let pack = &*evaluation.pack;
        let band = (evaluation.total.is_ok(), evaluation.grade);
        let missing = evaluation.total.as_ref().err();
        let rows = found.map_or(&[][..], |found| &found.rows[..]);
        let weights = found.map_or(&[][..], |found| &found.weights[..]);
        let weights: Vec<LeverFound> = weights
            .iter()
            .map(|weight| LeverFound::new(weight, pack, lang))
            .collect();
        BreakEvenFound {
            total: evaluation.total.as_ref().ok().copied().map(Figure),
            grade: name(pack, band).map(|name| name.zh.clone()),
            up: found.and_then(|it| Some(GapFound::new(&it.up?, pack, lang))),
            down: found.and_then(|it| Some(GapFound::new(&it.down?, pack, lang))),
            rows: rows
                .iter()
                .map(|levers| {
                    let row = &evaluation.rows[levers.row];
                    let lever = |lever: &Option<Lever>| {
                        let lever = lever.as_ref();
                        lever.map(|lever| LeverFound::new(lever, pack, lang))
                    };
                    RowFound {
                        id: evaluation.measure(row).row.to_string(),
                        indicator: evaluation.indicator(row).name.clone(),
                        actual: lever(&levers.actual),
                        points: lever(&levers.points),
                        least: levers.span.map(|(least, _)| Figure(least)),
                        most: levers.span.map(|(_, most)| Figure(most)),
                        width: levers.width().map(Figure),
                    }
                })
                .collect(),
            of_rows: weights.iter().any(|weight| weight.row),
            weights,
            grade_said: said(pack, band, lang),
            missing: missing.map(|why| why.describe(lang)),
        }
    }
}

impl GapFound {
    fn new(gap: &Gap, pack: &RulePack, lang: Lang) -> GapFound {
        let band = (true, gap.band);
        GapFound {
            grade: name(pack, band).map(|name| name.zh.clone()),
            points: Figure(gap.points),
            suffices: gap.suffices,
            said: said(pack, band, lang),
        }
    }
}

impl LeverFound {
    fn new(lever: &Lever, pack: &RulePack, lang: Lang) -> LeverFound {
        let axis = &lever.axis;
        let flip = |flip: Option<Flip>| {
            flip.map(|flip| FlipFound {
                place: PlaceFound::new(axis, flip.place),
                grade: name(pack, flip.to).map(|name| name.zh.clone()),
            })
        };
        let nearest = lever.nearest().map(|(flip, up)| {
            let place = match up {
                true => upwards(axis, flip.place, lang),
                false => downwards(axis, flip.place, lang),
            };
            words::flips(lang, place, said(pack, flip.to, lang))
        });
        LeverFound {
            key: axis.key.to_string(),
            now: axis.text(lever.now),
            tried: [axis.text(lever.range.0), axis.text(lever.range.1)],
            below: flip(lever.below),
            above: flip(lever.above),
            said: nearest,
            row: matches!(axis.key, Key::Row(_, RowKey::FullMark)),
        }
    }
}
