//! 规则包: one edition of a written rule, checked and ready to compile.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::facts::Kind;
use crate::number::{Fraction, Rounding};
use crate::sheet::Direction;
use crate::words::Lang;

/// A text in both languages; packs may leave English out, then Chinese serves for both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bilingual {
    /// 中文.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The text in the asked language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => &self.en,
            _ => &self.zh,
        }
    }
}

/// 依据: where a part of the rule is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The name other parts of the pack refer to.
    pub key: String,
    /// The document: title and number.
    pub source: Bilingual,
    /// The article or note, when known.
    pub clause: Bilingual,
    /// What it says, in the pack author's words.
    pub says: Bilingual,
    /// Whether somebody read it in the issuing text (or the form it is printed on).
    pub verified: bool,
}

/// A value of `params`, as scripts see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Param {
    /// A number, exact.
    Number(Fraction),
    /// A text.
    Text(String),
    /// A list of values.
    List(Vec<Param>),
    /// Values by name; shared, so that handing them to a script copies nothing.
    Map(std::sync::Arc<Params>),
}

/// The parameters of a pack by name.
pub type Params = BTreeMap<String, Param>;

/// A `.rhai` file of the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// Its path, as messages show it.
    pub path: String,
    /// Its text.
    pub text: String,
    /// 0 for the pack at the bottom of a chain of `extends`; a function of a higher layer takes the
    /// place of one of the same name below.
    pub layer: usize,
}

/// The execution part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExecutionPart {
    /// Its full mark.
    pub weight: Decimal,
    /// The script function that scores it.
    pub function: String,
    /// Key of the clause it follows.
    pub citation: String,
}

/// A script function the pack asks at one place, with the clause it follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The script function.
    pub function: String,
    /// Key of the clause; "" where the pack names none.
    pub citation: String,
}

/// A group of rows that is scored as a whole (points earned ÷ points possible, a bonus for the lowest).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The label its rows stand under, at any level, without the ending 指标.
    pub label: String,
    /// What it counts in the group above it, or in the indicators part.
    pub weight: Decimal,
    /// The function that turns its rows (or the groups in it) into a completion.
    pub asked: Asked,
    /// Groups within it.
    pub groups: Vec<Group>,
}

impl Group {
    /// The groups and all within them, each before those within it.
    pub fn walk(groups: &[Group]) -> Vec<&Group> {
        let mut all = Vec::new();
        for group in groups {
            all.push(group);
            all.extend(Group::walk(&group.groups));
        }
        all
    }
}

/// The indicators part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorsPart {
    /// Full mark of all indicators together.
    pub weight: Decimal,
    /// Full mark of each 一级指标 (or 二级指标), by its label without the ending 指标; empty when the rule
    /// leaves the split to the unit.
    pub levels: Vec<(String, Decimal)>,
    /// Groups that are scored as a whole; with them the rows' points add up to nothing by themselves.
    pub groups: Vec<Group>,
    /// 每行分值: the full mark of every row the sheet prints none for.
    pub full_mark_each: Option<Decimal>,
    /// Key of the clause.
    pub citation: String,
}

/// When a method applies; an absent field matches everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct When {
    /// What is compared.
    pub kind: Option<Kind>,
    /// Which way is better.
    pub direction: Option<Direction>,
    /// Whether the target is the number 0.
    pub zero_target: Option<bool>,
    /// Whether a person's judgement (`judged`) stands in the sheet.
    pub judged: Option<bool>,
    /// A label above the row, without the ending 指标: 满意度.
    pub level: Option<String>,
}

/// One way of scoring a measure; the first that matches is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// Its name in traces and findings: 正向, 反向….
    pub name: Bilingual,
    /// When it applies.
    pub when: When,
    /// The script function.
    pub function: String,
    /// Key of the clause.
    pub citation: String,
}

/// How the direction of a measure is decided when neither a column nor an operator states it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DirectionWords {
    /// Words in an indicator's name that make more better; they win over `at_most`.
    pub at_least: Vec<String>,
    /// Words in an indicator's name that make less better.
    pub at_most: Vec<String>,
}

/// What is done with a row that does not apply this year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotApplicable {
    /// The row is left out and everything else rescaled to the full total.
    DropAndRescale,
    /// The row counts as reached.
    Full,
    /// The row earns nothing, by a rule that says so.
    Zero,
    /// The rule says nothing: the row stays unscored.
    Unscored,
}

/// What is done when the actual is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingActual {
    /// The row stays unscored and the total cannot be given.
    Unscored,
    /// The row earns nothing, by a rule that says so.
    Zero,
    /// The row is left out: its group counts without it, or everything else is rescaled.
    LeaveOut,
}

/// What is done when the sheet prints no full marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FullMarkPolicy {
    /// They are inferred from the reported points and marked as inferred.
    Infer,
    /// Rows without a printed full mark stay unscored.
    Refuse,
    /// The weight of each level is shared evenly by its indicators.
    Share,
}

/// The rounding steps of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundingSteps {
    /// Each row's points.
    pub rows: Rounding,
    /// The execution part.
    pub execution: Rounding,
    /// Each group's points; exact when the rule names no rounding.
    pub groups: Option<Rounding>,
    /// The total.
    pub total: Rounding,
    /// Steps scripts ask for by name.
    pub named: BTreeMap<String, Rounding>,
}

/// 评价等级: a band of totals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GradeBand {
    /// 优, 良, 中, 差.
    pub name: Bilingual,
    /// The lowest total of the band.
    pub from: Decimal,
    /// Whether `from` itself belongs to the band (≥) or not (>).
    pub inclusive: bool,
    /// The highest total as the rule prints it, where it prints both ends. Checked to leave no gap and no
    /// overlap; the band reaches up to the next one anyhow.
    pub to: Option<Decimal>,
}

/// One edition of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulePack {
    /// Its name: `wuhan`.
    pub pack: String,
    /// Its edition: `2024`.
    pub edition: String,
    /// 沿用: the edition it builds on and changes, `national@2020`.
    pub extends: Option<String>,
    /// Its title.
    pub title: Bilingual,
    /// Who issued the rule.
    pub issuer: Bilingual,
    /// First and last year it is in force for; `None` for an open end.
    pub in_force: (u16, Option<u16>),
    /// The clauses.
    pub citations: Vec<Citation>,
    /// The execution part; `None` for schemes without one.
    pub execution: Option<ExecutionPart>,
    /// The indicators part.
    pub indicators: IndicatorsPart,
    /// The methods, in the order they are tried.
    pub methods: Vec<Method>,
    /// Judges the measures of one indicator together, once each has a completion.
    pub jointly: Option<Asked>,
    /// Changes a row's points once its full mark is known: a deduction, a floor.
    pub adjust: Option<Asked>,
    /// Words that decide a direction.
    pub direction_words: DirectionWords,
    /// Full marks that are not printed.
    pub full_mark: FullMarkPolicy,
    /// Rows that do not apply.
    pub not_applicable: NotApplicable,
    /// Rows without an actual.
    pub missing_actual: MissingActual,
    /// Script function for the total; the sum of the parts when absent.
    pub total: Option<Asked>,
    /// Rounding.
    pub rounding: RoundingSteps,
    /// Key of the clause the rounding follows.
    pub rounding_citation: String,
    /// Grade bands, highest first.
    pub grades: Vec<GradeBand>,
    /// Script function that names the grade; the bands decide when absent.
    pub grade_function: Option<String>,
    /// Key of the clause the grades follow.
    pub grades_citation: String,
    /// Parameters for the scripts.
    pub params: Params,
    /// The scripts.
    pub scripts: Vec<Script>,
    /// SHA-256 over pack and scripts, lower-case hex.
    pub sha256: String,
}

impl RulePack {
    /// The clause behind a key; packs are checked so that every key has one.
    pub fn citation(&self, key: &str) -> Option<&Citation> {
        self.citations.iter().find(|citation| citation.key == key)
    }

    /// Whether every clause was read in the issuing text.
    pub fn verified(&self) -> bool {
        self.citations.iter().all(|citation| citation.verified)
    }

    /// Whether not one clause was.
    pub fn none_verified(&self) -> bool {
        !self.citations.iter().any(|citation| citation.verified)
    }

    /// Every function asked at a place of its own, with its clause: 合评, 调整, 总分 and the groups.
    pub fn asked(&self) -> impl Iterator<Item = &Asked> {
        let places = [&self.jointly, &self.adjust, &self.total];
        let groups = Group::walk(&self.indicators.groups);
        let groups = groups.into_iter().map(|group| &group.asked);
        places.into_iter().flatten().chain(groups)
    }

    /// Whether the same functions are asked at the same places as by another pack: what is compiled for
    /// one then serves for both.
    pub fn asks_like(&self, other: &RulePack) -> bool {
        let execution = |part: &ExecutionPart| part.function.clone();
        self.methods == other.methods
            && self.direction_words == other.direction_words
            && self.jointly == other.jointly
            && self.adjust == other.adjust
            && self.total == other.total
            && self.grade_function == other.grade_function
            && self.execution.as_ref().map(execution) == other.execution.as_ref().map(execution)
            && self.asked().eq(other.asked())
    }

    /// Full mark of the execution part; 0 for schemes without one.
    pub fn execution_weight(&self) -> Decimal {
        self.execution
            .as_ref()
            .map_or(Decimal::ZERO, |part| part.weight)
    }

    /// Key of the clause the execution part follows; "" for schemes without one.
    pub fn execution_citation(&self) -> &str {
        self.execution
            .as_ref()
            .map_or("", |part| part.citation.as_str())
    }

    /// Full mark of everything together: 100 for most.
    pub fn whole(&self) -> Decimal {
        self.execution_weight() + self.indicators.weight
    }

    /// Whether this edition is in force for a year.
    pub fn covers(&self, year: u16) -> bool {
        let (from, to) = self.in_force;
        from <= year && to.is_none_or(|to| year <= to)
    }

    /// `wuhan@2024`.
    pub fn name(&self) -> String {
        format!("{}@{}", self.pack, self.edition)
    }

    /// The band a total falls into; `None` when it falls into a hole between bands.
    pub fn grade(&self, total: Decimal) -> Option<&GradeBand> {
        self.grades
            .iter()
            .find(|band| total > band.from || (band.inclusive && total == band.from))
    }
}
