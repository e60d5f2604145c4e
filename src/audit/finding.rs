//! 审核发现.

use super::Standing;
use crate::sheet::Origin;
use crate::words::Lang;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording {
    zh: String,
    en: String,
}

impl Wording {
    /// Asks the wording table for both languages.
    pub fn of(words: impl Fn(Lang) -> String) -> Wording {
        Wording {
            zh: words(Lang::Zh),
            en: words(Lang::En),
        }
    }

    /// The text in the asked language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// What something is called in both languages: a row of the wording table without arguments.
pub type Label = fn(Lang) -> String;

/// 等级 of a finding, mildest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 提示: worth a look.
    Note,
    /// 一般: to be corrected or explained.
    Warning,
    /// 严重: points or totals are wrong.
    Error,
}

/// 结论 of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 不符: the figures contradict the rule or one another, whatever is assumed.
    Fails,
    /// 存疑: it may be wrong; a person has to decide.
    Uncertain,
    /// 不适用: the check could not be made, and why.
    NotApplicable,
}

/// Where a finding points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Id of the sheet.
    pub sheet: String,
    /// Row of the sheet, from 1, when a row is meant.
    pub row: Option<u32>,
    /// Line or cell.
    pub origin: Origin,
}

/// 审核发现: one thing an auditor would write down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Code of the check.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// How sure it is.
    pub outcome: Outcome,
    /// What is wrong, with the arithmetic.
    pub message: Wording,
    /// The figure as reported, where there is one.
    pub reported: Option<String>,
    /// The figure that was expected, where there is one.
    pub expected: Option<String>,
    /// Where it is.
    pub place: Place,
    /// The clause or convention it rests on.
    pub rule: Wording,
    /// What to do.
    pub help: Wording,
    /// What a person has decided about it.
    pub standing: Standing,
}

impl Severity {
    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl Outcome {
    /// The word of the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Fails => "fails",
            Outcome::Uncertain => "uncertain",
            Outcome::NotApplicable => "not-applicable",
        }
    }
}
