//! Which checks a run is about: codes, or families of them.

use super::finding::Label;
use super::{Audit, Check, checks};
use crate::words::audit as words;

/// 检查项的类别: what a check compares, by the tens of its code.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    /// Its English name, as it can be written on a command line.
    pub english: &'static str,
    /// Its Chinese name.
    pub chinese: &'static str,
    /// What it is about, in both languages.
    pub about: Label,
    /// The codes from the first to the last, both included.
    codes: (&'static str, &'static str),
}

/// Every family, in the order of the codes.
pub const FAMILIES: &[Family] = &[
    family(
        "arithmetic",
        "算术",
        words::about_arithmetic,
        ("C01", "C09"),
    ),
    family(
        "completeness",
        "完整性",
        words::about_completeness,
        ("C10", "C19"),
    ),
    family(
        "consistency",
        "一致性",
        words::about_consistency,
        ("C20", "C29"),
    ),
    family("across", "表间", words::about_across, ("C30", "C39")),
    family("quality", "指标质量", words::about_quality, ("C40", "C59")),
    family("many", "多表", words::about_many, ("C60", "C99")),
];

const fn family(
    english: &'static str,
    chinese: &'static str,
    about: Label,
    codes: (&'static str, &'static str),
) -> Family {
    Family {
        english,
        chinese,
        about,
        codes,
    }
}

impl Family {
    /// Its checks, in the order of their codes.
    pub fn checks(&self) -> impl Iterator<Item = &'static Check> {
        let (first, last) = self.codes;
        checks::ALL
            .iter()
            .filter(move |check| (first..=last).contains(&check.code))
    }

    /// The family a code belongs to.
    pub fn of(code: &str) -> Option<&'static Family> {
        FAMILIES.iter().find(|family| {
            let (first, last) = family.codes;
            (first..=last).contains(&code)
        })
    }
}

/// The codes a word stands for: a code, or a family in either language; `None` for any other word.
///
/// ```
/// use jixiao::audit::codes_of;
/// assert_eq!(codes_of("c04"), Some(vec!["C04"]));
/// assert!(codes_of("算术").is_some_and(|codes| codes.contains(&"C01")));
/// assert_eq!(codes_of("C00"), None);
/// ```
pub fn codes_of(word: &str) -> Option<Vec<&'static str>> {
    let word = word.trim();
    let named =
        |family: &&Family| family.chinese == word || family.english.eq_ignore_ascii_case(word);
    if let Some(family) = FAMILIES.iter().find(named) {
        let codes: Vec<&str> = family.checks().map(|check| check.code).collect();
        return (!codes.is_empty()).then_some(codes);
    }
    let mut checks = checks::ALL.iter();
    let check = checks.find(|check| check.code.eq_ignore_ascii_case(word))?;
    Some(vec![check.code])
}

/// Every word [`codes_of`] understands.
pub fn selectable() -> Vec<&'static str> {
    let codes = checks::ALL.iter().map(|check| check.code);
    let families = FAMILIES
        .iter()
        .filter(|family| family.checks().next().is_some());
    codes
        .chain(families.flat_map(|family| [family.chinese, family.english]))
        .collect()
}

/// The checks a run is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    codes: Vec<&'static str>,
}

impl Selection {
    /// Those of `only`, or all where it is empty, without those of `skip`.
    pub fn new(only: &[&str], skip: &[&str]) -> Selection {
        let codes = checks::ALL.iter().map(|check| check.code);
        Selection {
            codes: codes
                .filter(|code| only.is_empty() || only.contains(code))
                .filter(|code| !skip.contains(code))
                .collect(),
        }
    }

    /// The codes, in the order of the catalogue.
    pub fn codes(&self) -> &[&'static str] {
        &self.codes
    }

    /// Whether a check belongs to it.
    pub fn has(&self, code: &str) -> bool {
        self.codes.contains(&code)
    }

    /// Whether no check was left out.
    pub fn is_everything(&self) -> bool {
        self.codes.len() == checks::ALL.len()
    }
}

impl Audit {
    /// Keeps the findings of the checks selected.
    pub fn keep(&mut self, selection: &Selection) {
        let lists = self.sheets.iter_mut().map(|sheet| &mut sheet.findings);
        let tables = self.targets.iter_mut().map(|table| &mut table.findings);
        for findings in lists.chain(tables).chain([&mut self.across]) {
            findings.retain(|finding| selection.has(finding.code));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_a_family_and_every_word_means_something() {
        for check in checks::ALL {
            assert!(Family::of(check.code).is_some(), "{}", check.code);
        }
        for word in selectable() {
            assert!(codes_of(word).is_some(), "{word}");
        }
    }
}
