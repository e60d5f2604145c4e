//! The words of `words.yaml`, ready to be asked for.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::field::{Field, Year};
use super::tidy::key;

/// Words by which forms are recognised.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // The file travels inside the program, and a test reads it.
    let file: WordsFile = serde_yaml::from_str(include_str!("words.yaml")).unwrap_or_default();
    Lexicon::new(file)
});

/// A label above indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// 一级: 产出指标.
    First,
    /// 二级: 数量指标.
    Second,
    /// Either: 成本指标 stands at the first level of one form and at the second of another.
    Either,
}

/// A label of the header block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Caption {
    Unit,
    Department,
    Project,
    Year,
    Grade,
    MoneyReason,
    /// 项目当年预算.
    Budget,
    Basic,
    ProjectSpending,
    Other,
}

/// A row with a text of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    Total,
    Reasons,
    Improvements,
    Goals,
}

/// What kind of line of money a name speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fund {
    Total,
    Source,
}

type Words = BTreeMap<String, Vec<String>>;

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    titles: Words,
    columns: Words,
    years: Words,
    execution: Words,
    funds: Words,
    labels: Words,
    rows: Words,
    levels: BTreeMap<String, Vec<String>>,
    other_levels: Vec<String>,
    basis: Vec<String>,
    operators: Words,
    report: Words,
}

/// The words, each under the key it is looked up by.
pub(super) struct Lexicon {
    columns: HashMap<String, Field>,
    years: HashMap<String, Year>,
    execution: HashMap<String, Field>,
    funds: HashMap<String, Fund>,
    captions: HashMap<String, Caption>,
    rows: HashMap<String, RowKind>,
    first: HashSet<String>,
    /// Second levels and the first levels they usually stand under.
    second: HashMap<String, Vec<String>>,
    basis: HashSet<String>,
    operators: HashMap<String, &'static str>,
    words: HashMap<(&'static str, &'static str), Vec<String>>,
}

impl Lexicon {
    fn new(file: WordsFile) -> Lexicon {
        let mut first: HashSet<String> = file.levels.keys().map(|word| key(word)).collect();
        first.extend(file.other_levels.iter().map(|word| key(word)));
        let mut second: HashMap<String, Vec<String>> = HashMap::new();
        for (parent, children) in &file.levels {
            for child in children {
                second.entry(key(child)).or_default().push(key(parent));
            }
        }
        let mut captions = table(&file.labels, caption);
        captions.extend(table(&file.funds, |name| match name {
            "basic" => Some(Caption::Basic),
            "project" => Some(Caption::ProjectSpending),
            _ => None,
        }));
        Lexicon {
            columns: table(&file.columns, Field::of_column),
            years: table(&file.years, |name| match name {
                "before_last" => Some(Year::Before(2)),
                "last" => Some(Year::Before(1)),
                _ => Some(Year::Planned),
            }),
            execution: table(&file.execution, Field::of_execution),
            funds: table(&file.funds, |name| match name {
                "total" => Some(Fund::Total),
                "source" => Some(Fund::Source),
                _ => None,
            }),
            captions,
            rows: table(&file.rows, |name| match name {
                "total" => Some(RowKind::Total),
                "reasons" => Some(RowKind::Reasons),
                "improvements" => Some(RowKind::Improvements),
                "goals" => Some(RowKind::Goals),
                _ => None,
            }),
            first,
            second,
            basis: file.basis.iter().map(|word| key(word)).collect(),
            operators: table(&file.operators, |name| match name {
                "at_least" => Some("at_least"),
                "at_most" => Some("at_most"),
                "equal" => Some("equal"),
                _ => Some("other"),
            }),
            words: lists(&[
                (
                    "titles",
                    &file.titles,
                    &["sheet", "target", "sections", "unit"],
                ),
                ("rows", &file.rows, &["long_term", "annual", "expected"]),
                ("funds", &file.funds, &["block"]),
                (
                    "report",
                    &file.report,
                    &[
                        "section",
                        "unit",
                        "management",
                        "whole",
                        "project",
                        "applied",
                    ],
                ),
            ]),
        }
    }

    /// The column a heading names.
    pub(super) fn column(&self, key: &str) -> Option<Field> {
        self.columns.get(key).copied()
    }

    /// The year a second heading names: 前年, 2024年.
    pub(super) fn year(&self, key: &str) -> Option<Year> {
        if let Some(year) = self.years.get(key) {
            return Some(*year);
        }
        let digits = key.strip_suffix('年').or(key.strip_suffix("年度"))?;
        let year: u16 = digits.parse().ok()?;
        (1990..2100).contains(&year).then_some(Year::Calendar(year))
    }

    /// The words that name years, the longest first.
    pub(super) fn year_words(&self) -> Vec<(&str, Year)> {
        let words = self.years.iter();
        let mut words: Vec<(&str, Year)> =
            words.map(|(word, year)| (word.as_str(), *year)).collect();
        words.sort_unstable_by_key(|(word, year)| (std::cmp::Reverse(word.len()), *year));
        words
    }

    /// The level of the label that begins with a text of at least three characters.
    pub(super) fn label_beginning(&self, key: &str) -> Option<Label> {
        if key.chars().count() < 3 {
            return None;
        }
        if self.first.iter().any(|label| label.starts_with(key)) {
            return Some(Label::First);
        }
        let begins = self.second.keys().any(|label| label.starts_with(key));
        begins.then_some(Label::Second)
    }

    /// The column of the money part a heading names.
    pub(super) fn execution(&self, key: &str) -> Option<Field> {
        self.execution.get(key).copied()
    }

    /// What kind of line of money a name speaks of; 其中：当年财政拨款 is a source.
    pub(super) fn fund(&self, key: &str) -> Option<Fund> {
        if let Some(fund) = self.funds.get(key) {
            return Some(*fund);
        }
        let inner = key.strip_prefix("其中")?;
        let inner = inner.trim_start_matches([':', '、']);
        (!inner.is_empty()).then_some(Fund::Source)
    }

    /// The caption a cell of the header block is.
    pub(super) fn caption(&self, key: &str) -> Option<Caption> {
        self.captions.get(key).copied()
    }

    /// The kind of row a first cell announces.
    pub(super) fn row(&self, key: &str) -> Option<RowKind> {
        self.rows.get(without_number(key)).copied()
    }

    /// The level a label belongs to.
    pub(super) fn label(&self, key: &str) -> Option<Label> {
        match (self.first.contains(key), self.second.contains_key(key)) {
            (true, true) => Some(Label::Either),
            (true, false) => Some(Label::First),
            (false, true) => Some(Label::Second),
            (false, false) => None,
        }
    }

    /// Whether a second level usually stands under another first level than this one.
    pub(super) fn is_adrift(&self, level1: &str, level2: &str) -> bool {
        let parents = self.second.get(level2);
        parents.is_some_and(|parents| {
            self.first.contains(level1) && !parents.iter().any(|parent| parent == level1)
        })
    }

    /// Whether a cell says what a target rests on.
    pub(super) fn is_basis(&self, key: &str) -> bool {
        self.basis.contains(key)
    }

    /// at_least, at_most, equal or other for what stands in the column 指标性质.
    pub(super) fn operator(&self, key: &str) -> Option<&'static str> {
        self.operators.get(key).copied()
    }

    /// A list of words of the file.
    pub(super) fn words(&self, part: &'static str, list: &'static str) -> &[String] {
        self.words.get(&(part, list)).map_or(&[], Vec::as_slice)
    }

    /// Whether a cell is one of the words of a list, a number behind it aside (长期目标 2).
    pub(super) fn is(&self, part: &'static str, list: &'static str, key: &str) -> bool {
        let key = without_number(key);
        self.words(part, list).iter().any(|word| word == key)
    }

    /// Every word of the file, for tests.
    #[cfg(test)]
    pub(super) fn all(&self) -> Vec<String> {
        let keys = self.columns.keys().chain(self.execution.keys());
        let keys = keys.chain(self.captions.keys()).chain(self.rows.keys());
        let keys = keys.chain(&self.first).chain(self.second.keys());
        let mut all: Vec<String> = keys.cloned().collect();
        all.sort_unstable();
        all
    }
}

/// 年度目标3 is 年度目标.
pub(super) fn without_number(key: &str) -> &str {
    key.trim_end_matches(|c: char| c.is_ascii_digit())
}

fn table<T: Copy>(words: &Words, meaning: impl Fn(&str) -> Option<T>) -> HashMap<String, T> {
    let mut table = HashMap::new();
    for (name, list) in words {
        if let Some(meaning) = meaning(name) {
            table.extend(list.iter().map(|word| (key(word), meaning)));
        }
    }
    table
}

type Lists<'w> = (&'static str, &'w Words, &'static [&'static str]);

fn lists(parts: &[Lists<'_>]) -> HashMap<(&'static str, &'static str), Vec<String>> {
    let mut lists = HashMap::new();
    for (part, words, names) in parts {
        for name in *names {
            let list = words.get(*name).map_or(&[][..], Vec::as_slice);
            let list = list.iter().map(|word| key(word)).collect();
            lists.insert((*part, *name), list);
        }
    }
    lists
}

fn caption(name: &str) -> Option<Caption> {
    Some(match name {
        "unit" => Caption::Unit,
        "department" => Caption::Department,
        "project" => Caption::Project,
        "year" => Caption::Year,
        "grade" => Caption::Grade,
        "reason" => Caption::MoneyReason,
        "budget" => Caption::Budget,
        _ => Caption::Other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_words_reads() {
        let file: WordsFile = serde_yaml::from_str(include_str!("words.yaml")).unwrap();
        assert!(!file.titles.is_empty());
        assert!(LEXICON.all().len() > 100);
    }

    #[test]
    fn words_are_known_in_their_many_spellings() {
        let column = |text: &str| LEXICON.column(&key(text));
        assert_eq!(column("年初目标值（A）"), Some(Field::Target));
        assert_eq!(column("得分 (20分*执行率)"), Some(Field::Points));
        assert_eq!(column("指标权重比例 (%)"), Some(Field::GoalShare));
        assert_eq!(column("三级\n指标"), Some(Field::Name));
        assert_eq!(LEXICON.label(&key("满意 度指 标")), Some(Label::Either));
        assert!(LEXICON.is_adrift("效益指标", "质量指标"));
        assert!(LEXICON.is("rows", "long_term", &key("长期目标 2:")));
        assert_eq!(LEXICON.fund(&key("其中：上级补助")), Some(Fund::Source));
    }
}
