//! 审核口径: the thresholds and word lists checks use. Data, so that an auditor can read and change it.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::number::Fraction;
use crate::value::read_figure;

/// The profile that travels inside the binary: `rules/audit.yaml`.
const SHIPPED: &str = include_str!("../../rules/audit.yaml");

/// Thresholds and word lists; the file says what each is for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// C02: marks of the execution part in the rules in use.
    pub execution_marks: Vec<Ratio>,
    /// C03: a printed rate further off than this is grave.
    pub grave_rate_error: Ratio,
    /// C08: budget and executed this many times apart may be in different units.
    pub unit_slip: Ratio,
    /// C08: figures with this many digits are not equal by chance.
    pub distinctive_digits: usize,
    /// C13: completion from which an explanation is expected.
    pub far_above_target: Ratio,
    /// C14: execution rate below which an explanation is expected.
    pub low_execution: Ratio,
    /// C14: execution rate above which an explanation is expected.
    pub high_execution: Ratio,
    /// C24: below this rate hardly any money was spent.
    pub hardly_spent: Ratio,
    /// C24: from this rate on the money was spent.
    pub fully_spent: Ratio,
    /// C24: from this share of points on the output counts as full.
    pub full_output: Ratio,
    /// C24: below this share of points the output counts as low.
    pub low_output: Ratio,
    /// C40: this much better than promised, the target may have been set low.
    pub set_low: Ratio,
    /// C40: number of such rows from which they are mentioned.
    pub set_low_rows: usize,
    /// C40: one row this much better is mentioned by itself, and graver.
    pub set_low_gravely: Ratio,
    /// C40: such a share of the measurable rows is graver.
    pub set_low_share: Ratio,
    /// C42: rows with actual = target from which they are mentioned.
    pub exact_hits: usize,
    /// C48: share of the indicators' points from which one row is heavy.
    pub concentrated: Ratio,
    /// C48: sheets with fewer indicators are not looked at.
    pub few_indicators: usize,
    /// Two-character pieces two texts must share to speak of the same thing.
    pub shared_pieces: usize,
    /// C60–C63: what counts as much among many sheets.
    pub many: Many,
    /// Names are alike from this share of common pieces on.
    pub alike: Ratio,
    /// How far the best candidate must be ahead of the second.
    pub ahead: Ratio,
    /// Word lists.
    pub words: WordLists,
    /// C33: how a text repeats the figures of its sheet.
    pub told: ToldWords,
    /// Where second-level labels usually belong, both without 指标.
    pub levels: BTreeMap<String, String>,
}

/// The thresholds for many sheets together.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Many {
    /// C60, C63: fewer sheets than this are no crowd to compare a sheet with.
    pub few_sheets: usize,
    /// C60: sheets of one unit from which it is looked at by itself.
    pub few_of_unit: usize,
    /// C60: share of sheets with the same total.
    pub same_total: Ratio,
    /// C60: share of sheets with full marks in every row.
    pub all_full: Ratio,
    /// C60: rows from which equal points in every row are no chance.
    pub same_rows: u32,
    /// C60: and how many of these rows must lie below their full mark.
    pub same_rows_below_full: u32,
    /// C61: letters from which a passage is not boilerplate.
    pub copied_passage: usize,
    /// C62: deviation above which a sheet is mentioned.
    pub deviation: Ratio,
    /// Upper ends of the classes of deviations, ascending.
    pub deviation_bands: Vec<Ratio>,
    /// C63: how many times the median absolute deviation a sheet must be off.
    pub unusual: Ratio,
    /// C63: and by how much a share must be off.
    pub unusual_share: Ratio,
    /// C63: a sheet has few rows below this part of the middle number.
    pub unusual_rows: Ratio,
}

/// The word lists of a profile.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordLists {
    /// The work was not carried out.
    pub not_carried_out: Vec<String>,
    /// The indicator was not reached.
    pub not_reached: Vec<String>,
    /// The passage speaks of the budget.
    pub budget: Vec<String>,
    /// Another year is compared with or quoted.
    pub other_year: Vec<String>,
    /// Something was achieved.
    pub achieved: Vec<String>,
    /// Rates that cannot exceed 100 %.
    pub bounded_rates: Vec<String>,
    /// Words that let a name go above 100 %, whatever else it contains.
    pub unbounded_rates: Vec<String>,
    /// Words in front of an amount for one person or piece.
    pub per_piece: Vec<String>,
    /// Placeholder text.
    pub placeholders: Vec<String>,
    /// Endings of names that count things.
    pub quantity_endings: Vec<String>,
    /// Second-level labels under which a bare number is a count.
    pub quantity_levels: Vec<String>,
    /// Second-level labels under which fewer is usually better.
    pub reverse_levels: Vec<String>,
    /// Units of things that are counted.
    pub counted_units: Vec<String>,
    /// Words in the name of a count of which more is wanted.
    pub wanted: Vec<String>,
    /// Words that say a target was exceeded.
    pub exceeded: Vec<String>,
    /// Words that give a cause, wherever they stand.
    pub causes: Vec<String>,
    /// Words in a name that leave open whether more of it is better.
    pub fewer_may_be_better: Vec<String>,
    /// Second-level labels under which counts are out of place.
    pub quality_levels: Vec<String>,
    /// Names of the execution rate, which is scored by itself.
    pub execution_rates: Vec<String>,
    /// The work was carried out in full.
    pub carried_out: Vec<String>,
    /// Directly before a word, these take it back.
    pub denials: Vec<String>,
    /// The sentence speaks of a part, of another time, or of something done later.
    pub only_partly: Vec<String>,
    /// Openings of a clause that gives the cause.
    pub because: Vec<String>,
    /// Where the cause ends, in front of what was not done.
    pub cause_endings: Vec<String>,
    /// Words beside a statement that name nothing else.
    pub fillers: Vec<String>,
    /// A clause speaks of several years together.
    pub several_years: Vec<String>,
    /// What a unit counts: 家 counts 企业. A bare target can be compared with an amount in that unit
    /// if the indicator's name carries one of the words.
    pub unit_nouns: BTreeMap<String, Vec<String>>,
    /// A change is meant, not a level.
    pub change: Vec<String>,
    /// Endings that a name may have or lack: 用户 and 用户数 are one indicator, though not certainly.
    pub name_endings: Vec<String>,
    /// The same for names of projects.
    pub project_endings: Vec<String>,
    /// Words that tell nothing in a name.
    pub name_fillers: Vec<String>,
    /// Names that differ in one of these are two things, however alike.
    pub tell_apart: Vec<String>,
    /// Last characters of what a shortened name of a unit may leave out.
    pub regions: Vec<String>,
    /// Remarks in the name of a unit.
    pub unit_notes: Vec<String>,
    /// C43: a name or label that speaks of cost.
    pub costs: Vec<String>,
    /// C43: of these, more is better, cost or not.
    pub savings: Vec<String>,
    /// C43: an amount of money that is promised as a floor.
    pub floors: Vec<String>,
    /// C43: rates of which more is always better.
    pub good_rates: Vec<String>,
    /// C43: things of which fewer are better.
    pub faults: Vec<String>,
    /// C43: what is done about faults, of which more is better.
    pub fault_handling: Vec<String>,
    /// C45: words that promise nothing that can be measured.
    pub vague: Vec<String>,
    /// Words in a name for which a lower target may well be planned.
    pub less_may_be_planned: Vec<String>,
}

/// C33: the words by which a text repeats the figures of its sheet, and those that mean other figures.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToldWords {
    /// Names of the score of a sheet.
    pub scores: Vec<String>,
    /// Names other scores share: never certain.
    pub bare_scores: Vec<String>,
    /// Names of the budget.
    pub budgets: Vec<String>,
    /// Names of what was spent.
    pub executed: Vec<String>,
    /// Names a budget shares with other money: never certain.
    pub bare_budgets: Vec<String>,
    /// Names of what was spent that other spending shares: never certain.
    pub bare_executed: Vec<String>,
    /// Names of the execution rate.
    pub rates: Vec<String>,
    /// Names of the grade.
    pub grades: Vec<String>,
    /// Names other grades share: never certain.
    pub bare_grades: Vec<String>,
    /// The words of a grade by its name in the rule packs; a word without that name is less sure.
    pub grade_words: BTreeMap<String, Vec<String>>,
    /// What may stand behind the word of a grade.
    pub grade_ends: Vec<String>,
    /// Words between a name and its figure.
    pub is: Vec<String>,
    /// Behind a figure: only a bound is named.
    pub bounds: Vec<String>,
    /// The evaluation is spoken of.
    pub evaluated: Vec<String>,
    /// The clause speaks of what should be, or of what is not.
    pub intended: Vec<String>,
    /// The clause compares with something else.
    pub compared: Vec<String>,
    /// Another time is spoken of from here on.
    pub another_time: Vec<String>,
    /// This year is spoken of again.
    pub this_time: Vec<String>,
    /// Somebody else's score or grade.
    pub other_judges: Vec<String>,
    /// The unit's own score is spoken of again.
    pub own_judge: Vec<String>,
    /// The score of a part, or several scores.
    pub score_parts: Vec<String>,
    /// The score behind these may be that of the execution part.
    pub beside_money: Vec<String>,
    /// A part of the money, or other money.
    pub money_parts: Vec<String>,
    /// The budget before it was changed.
    pub initial: Vec<String>,
    /// The unit as a whole is spoken of.
    pub of_unit: Vec<String>,
    /// Projects are spoken of; the first stands for the name of any.
    pub of_project: Vec<String>,
    /// What a unit calls itself.
    pub units: Vec<String>,
    /// Words in front of a name that do not change what is meant.
    pub plain: Vec<String>,
}

/// A percentage or number of the profile, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Figure")]
pub struct Ratio(pub Fraction);

/// A figure as YAML hands it over: `130%` is a text, `1000` a number.
#[derive(Deserialize)]
#[serde(untagged)]
enum Figure {
    Text(String),
    Number(u64),
}

impl TryFrom<Figure> for Ratio {
    type Error = String;

    fn try_from(figure: Figure) -> Result<Ratio, String> {
        let text = match figure {
            Figure::Text(text) => text,
            Figure::Number(number) => number.to_string(),
        };
        match read_figure(&text) {
            Ok(Some(figure)) if figure.value.is_sign_positive() => Ok(Ratio(figure.value.into())),
            _ => Err(format!("`{text}` is not a percentage")),
        }
    }
}

impl Profile {
    /// Where the shipped profile stands.
    pub const FILE: &str = "rules/audit.yaml";

    /// The file of the profile that travels inside the binary, with a word on every key.
    pub fn shipped_file() -> &'static str {
        SHIPPED
    }

    /// The profile that travels inside the binary.
    pub fn shipped() -> Profile {
        serde_yaml::from_str(SHIPPED)
            .expect("rules/audit.yaml is part of the binary and read by a test")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_profile_reads() {
        let profile = Profile::shipped();
        assert!(profile.far_above_target.0 > Fraction::ONE);
    }
}
