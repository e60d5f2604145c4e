//! A scored sheet as the checks look at it.

use std::cell::OnceCell;

use rust_decimal::Decimal;

use super::finding::{Finding, Outcome, Place, Severity, Wording};
use super::mention::Passage;
use super::profile::Profile;
use super::standing::Standing;
use crate::number::{Fraction, Rounding, RoundingMode};
use crate::score::{self, Evaluation, FullMarkSource, RowResult};
use crate::sheet::{Entry, Indicator, Measure, Origin, Printed, Sheet};
use crate::value::Written;
use crate::words::{Lang, findings as words};

/// One sheet with its evaluation and the profile.
pub struct Subject<'a> {
    /// The evaluation.
    pub evaluation: &'a Evaluation,
    /// Thresholds and words.
    pub profile: &'a Profile,
    /// The rows, in the order of the form.
    pub rows: Vec<SubjectRow<'a>>,
    /// The shared explanations, made ready to be searched for every row when the first one asks.
    pub(super) passages: OnceCell<Vec<Passage<'a>>>,
    /// Passages elsewhere that may explain, in the same way.
    pub(super) others: OnceCell<Vec<Passage<'a>>>,
}

/// One row with what belongs to it.
#[derive(Clone, Copy)]
pub struct SubjectRow<'a> {
    /// The evaluation it belongs to.
    pub evaluation: &'a Evaluation,
    /// Its result.
    pub result: &'a RowResult,
    /// Its indicator.
    pub indicator: &'a Indicator,
    /// Its measure.
    pub measure: &'a Measure,
    /// Thresholds and words.
    pub profile: &'a Profile,
    /// The most places any row of the sheet prints.
    most_places: u32,
}

impl<'a> Subject<'a> {
    /// Prepares a sheet for the checks.
    pub fn new(evaluation: &'a Evaluation, profile: &'a Profile) -> Subject<'a> {
        let most_places = most_places(&evaluation.sheet);
        let rows = evaluation.rows.iter().map(|result| SubjectRow {
            evaluation,
            result,
            indicator: evaluation.indicator(result),
            measure: evaluation.measure(result),
            profile,
            most_places,
        });
        Subject {
            evaluation,
            profile,
            rows: rows.collect(),
            passages: OnceCell::new(),
            others: OnceCell::new(),
        }
    }

    /// The sheet.
    pub fn sheet(&self) -> &'a Sheet {
        &self.evaluation.sheet
    }

    /// The indicators with their rows, in the order of the form.
    pub fn indicators(&self) -> impl Iterator<Item = (&'a Indicator, &[SubjectRow<'a>])> {
        self.rows
            .chunk_by(|a, b| a.result.indicator == b.result.indicator)
            .map(|rows| (rows[0].indicator, rows))
    }

    /// A place at a row.
    pub fn at_row(&self, row: &SubjectRow) -> Place {
        Place {
            sheet: self.sheet().id.clone(),
            row: Some(row.measure.row),
            origin: row.measure.origin.clone(),
        }
    }

    /// A place anywhere else in the sheet.
    pub fn at(&self, origin: &Origin) -> Place {
        Place {
            sheet: self.sheet().id.clone(),
            row: None,
            origin: origin.clone(),
        }
    }

    /// The clause a row's method follows, as a finding cites it; that of the adjustment where the pack
    /// adjusted its points.
    pub fn clause_of_row(&self, row: &SubjectRow) -> Wording {
        let pack = &self.evaluation.pack;
        let method = row.result.method.map(|index| &pack.methods[index]);
        let adjust = pack
            .adjust
            .as_ref()
            .filter(|_| row.result.adjusted.is_some());
        let method = method.map(|method| &method.citation);
        let citation = adjust.map(|adjust| &adjust.citation).or(method);
        self.clause(citation.map_or("", String::as_str))
    }

    /// A clause of the pack: "wuhan@2024 定量: …".
    pub fn clause(&self, key: &str) -> Wording {
        let pack = &self.evaluation.pack;
        Wording::of(|lang| match pack.citation(key) {
            Some(citation) => words::clause(
                lang,
                pack.name(),
                key,
                citation.source.get(lang),
                citation.clause.get(lang),
                citation.says.get(lang),
            ),
            None => pack.name(),
        })
    }
}

impl<'a> SubjectRow<'a> {
    /// The points as printed.
    pub fn reported(&self) -> Option<&'a Printed> {
        self.measure.points.printed()
    }

    /// "课题攻关", or "服务补贴券运行管理（6000家）" where the indicator has several measures.
    pub fn label(&self, lang: Lang) -> String {
        match self.indicator.measures.len() {
            1 => self.indicator.name.clone(),
            _ => words::measure_label(
                lang,
                &self.indicator.name,
                shown(&self.measure.target.0, lang),
            ),
        }
    }

    /// What the row earns on the sheet's own scale: a pack with other weights changes what a row
    /// counts, not whether it was judged right.
    pub fn earned(&self) -> Option<score::Points> {
        self.evaluation.on_sheet_scale(self.result)
    }

    /// Whether the points printed are the computed ones at their printed precision.
    pub fn agrees_at_printed_precision(&self) -> bool {
        match (self.reported(), self.earned()) {
            (Some(printed), Some(points)) => agrees(printed, points.exact),
            _ => false,
        }
    }

    /// Whether the printed points differ from the computed ones in nothing but their places.
    pub fn differs_in_precision(&self) -> bool {
        match (self.reported(), self.earned()) {
            (Some(printed), Some(points)) => {
                only_precision(self.most_places, printed, points.exact)
            }
            _ => false,
        }
    }

    /// What is said of the row's mark, with a word where the sheet does not print it.
    pub fn on_its_mark(&self, said: &str, lang: Lang) -> String {
        match self.mark_is_assumed() {
            true => words::mark_not_printed(lang, said),
            false => said.to_owned(),
        }
    }

    /// Whether the mark was inferred, or is an even share of a mark printed once for several measures.
    pub fn mark_is_assumed(&self) -> bool {
        let mark = self.result.full_mark.as_ref();
        mark.is_some_and(|one| !matches!(one.source, FullMarkSource::Sheet | FullMarkSource::Pack))
    }
}

/// A finding under construction: what differs is given, the rest has sensible beginnings.
pub fn finding(
    code: &'static str,
    (severity, outcome): (Severity, Outcome),
    place: Place,
    message: impl Fn(Lang) -> String,
    help: impl Fn(Lang) -> String,
) -> Finding {
    Finding {
        code,
        severity,
        outcome,
        message: Wording::of(message),
        reported: None,
        expected: None,
        place,
        rule: Wording::of(|lang| words::convention(lang, code, Profile::FILE)),
        help: Wording::of(help),
        standing: Standing::Open,
    }
}

impl Finding {
    /// Adds the two figures that differ.
    pub fn figures(mut self, reported: impl ToString, expected: impl ToString) -> Finding {
        self.reported = Some(reported.to_string());
        self.expected = Some(expected.to_string());
        self
    }

    /// Replaces the convention it rests on by a clause of the pack.
    pub fn under(mut self, rule: Wording) -> Finding {
        self.rule = rule;
        self
    }
}

/// Whether a printed figure is `exact` at the precision it is printed with (18.9 for 18.871).
pub fn agrees(printed: &Printed, exact: Fraction) -> bool {
    half_up(exact, printed.places).is_some_and(|rounded| rounded == printed.value)
}

/// Whether a printed figure is `exact` cut off after its last place instead of rounded, as
/// hand-entered figures often are (2.16 for 2.1667).
pub fn truncated(printed: &Printed, exact: Fraction) -> bool {
    let rounding = Rounding {
        mode: RoundingMode::Truncate,
        places: printed.places,
    };
    printed.places >= 2 && rounding.apply(exact) == Ok(printed.value)
}

/// The most places any row's points are printed with.
pub fn most_places(sheet: &Sheet) -> u32 {
    let points = sheet.measures().filter_map(|(_, one)| one.points.printed());
    points.map(|points| points.places).max().unwrap_or(0)
}

/// Whether a row's printed points differ from the computed ones in nothing but their places. Whole points
/// on a sheet that prints decimals (`most` places) in other rows are no matter of places, unless they are
/// what those places give: 1.96 is 2.0 at one place, which a spreadsheet shows as 2.
pub fn only_precision(most: u32, printed: &Printed, exact: Fraction) -> bool {
    if printed.places == 0 && most > 0 {
        return half_up(exact, most).is_some_and(|rounded| rounded == printed.value);
    }
    agrees(printed, exact) || truncated(printed, exact)
}

/// A cell as written, or a word for an empty one.
pub fn shown(cell: &Written, lang: Lang) -> String {
    match cell.text.trim().is_empty() {
        true => words::empty_cell(lang),
        false => cell.text.clone(),
    }
}

/// What is computed or expected less what is printed, with the places of the finer of the two.
pub fn difference(computed: Decimal, printed: Decimal) -> String {
    let mut difference = computed - printed;
    difference.rescale(computed.scale().max(printed.scale()));
    signed(difference)
}

/// A difference with its sign: +1.00. Differences are what is computed or expected less what is printed.
pub fn signed(difference: Decimal) -> String {
    let sign = if difference > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{difference}")
}

/// Half a unit of a figure's last place: how far it may be from what was rounded.
pub fn half_unit(places: u32) -> Decimal {
    Decimal::new(5, places + 1)
}

/// `exact` rounded half up, for comparing with printed figures and for showing; never for scoring.
pub fn half_up(exact: Fraction, places: u32) -> Option<Decimal> {
    let rounding = Rounding {
        mode: RoundingMode::HalfUp,
        places,
    };
    rounding.apply(exact).ok()
}

/// A ratio as a percentage with up to four places: 0.943552 → "94.3552%".
pub fn percent(ratio: Fraction) -> String {
    let hundred = ratio.times(Fraction::from(100)).ok();
    hundred
        .and_then(|percent| half_up(percent, 4))
        .map_or_else(|| ratio.to_string(), |p| format!("{}%", p.normalize()))
}

/// The value of an entry, when a number was filled in.
pub fn filled(entry: &Entry) -> Option<Fraction> {
    entry.value().map(Fraction::from)
}
