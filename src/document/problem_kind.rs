//! The kinds of problems; their wording is in `words::problems`.

use super::excerpt::plain;
use crate::words::{Lang, problems as words};

/// What can be wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// Nothing in it.
    Empty,
    /// Not a text file.
    Binary(BinaryKind),
    /// Neither UTF-8 nor UTF-16 nor GB18030.
    Undecodable,
    /// A notice, not an error: the file was no UTF-8 and was read as GB18030.
    ReadAsGb18030,
    /// A record, one line of a file of records, is no UTF-8.
    RecordNotUtf8,
    /// More bytes than are read.
    TooLarge {
        /// Mebibytes that are read.
        limit: usize,
    },
    /// Not YAML, or not JSON.
    Syntax {
        /// What seems to have gone wrong.
        fault: SyntaxFault,
        /// The parser's own words, in English.
        detail: String,
    },
    /// `键：值` with the colon of Chinese text, which YAML does not know.
    WideColon,
    /// Lists and maps within one another beyond the limit.
    TooDeep {
        /// Levels that are read.
        limit: usize,
    },
    /// More values than are read.
    TooManyNodes {
        /// Values that are read.
        limit: usize,
    },
    /// `&name` or `*name`.
    Alias,
    /// `!name`.
    Tag,
    /// A second document behind `---`.
    SecondDocument,
    /// The same key twice in one map.
    DuplicateKey {
        /// The key.
        key: String,
        /// Line of its first use.
        first_line: u32,
    },
    /// A list or a map where a key belongs.
    KeyNotText,
    /// A key without a name.
    BlankKey,
    /// A key nobody reads here.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The known key it resembles.
        suggestion: Option<&'static str>,
        /// Every key that can stand here: English, Chinese.
        known: Vec<(&'static str, &'static str)>,
    },
    /// The English and the Chinese spelling of one key in one map.
    BothSpellings {
        /// The spelling that came second.
        key: String,
        /// The spelling that came first.
        first: String,
        /// Line of the first.
        first_line: u32,
    },
    /// A key that has to be there is not.
    MissingKey {
        /// Its English name.
        english: &'static str,
        /// Its Chinese name.
        chinese: &'static str,
    },
    /// One shape was expected, another found.
    WrongShape {
        /// What belongs there.
        expected: Shape,
        /// What stands there.
        found: Shape,
    },
    /// A text that is none of the allowed words.
    NotAllowed {
        /// The text.
        text: String,
        /// What is allowed.
        allowed: &'static str,
    },
    /// Not a year.
    BadYear {
        /// The text.
        text: String,
    },
    /// Not a ratio between 0 and 1.
    BadRatio {
        /// The text.
        text: String,
    },
    /// A list of sheets without any sheet.
    EmptyList,
    /// A sheet without any indicator.
    NoIndicators,
    /// A level without indicators.
    EmptyLevel {
        /// Its label.
        label: String,
    },
    /// More levels above an indicator than are read.
    TooManyLevels {
        /// Levels that are read.
        limit: usize,
    },
    /// An indicator, a source line or a sheet that has no name.
    BlankName,
    /// `measures` beside a target of its own.
    MeasuresAndTarget {
        /// The key that cannot stand beside `measures`.
        key: String,
    },
    /// `measures` without a single measure.
    NoMeasures,
    /// Only the first problems of the file are listed.
    MoreProblems,
    /// Said by whoever gives the file its meaning (a rule pack), in both languages.
    Said(Box<Said>),
}

/// A message and its help in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// 中文: message and help ("" for none).
    pub zh: (String, String),
    /// English: message and help ("" for none).
    pub en: (String, String),
}

impl Said {
    fn get(&self, lang: Lang) -> &(String, String) {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// What a file that is no text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryKind {
    /// A workbook.
    Xlsx,
    /// A Word document.
    Docx,
    /// A PDF.
    Pdf,
    /// .xls or .doc of the old kind.
    OldOffice,
    /// A ZIP archive.
    Zip,
    /// Bytes 0 in it.
    Other,
}

/// What seems to be wrong with the notation of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A tab where only spaces can indent.
    Tab,
    /// A quotation mark that is never closed, or text behind the closing one.
    Quote,
    /// `[` or `{` that is never closed, or one too many.
    Bracket,
    /// Lines that do not stand below one another.
    Indentation,
    /// `key: value` where no key can stand; often a second `: ` in one line.
    Colon,
    /// A line of a map without a colon.
    NoColon,
    /// A text that begins with a character YAML reserves: `>` `|` `@` `` ` `` `%`.
    Reserved,
    /// Not JSON.
    Json,
    /// Anything else.
    Other,
}

/// The shape of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text or number.
    Text,
    /// A list.
    List,
    /// Keys and values.
    Map,
    /// A text or a list of texts.
    TextOrList,
    /// A list, or labels with lists below them.
    ListOrMap,
    /// Nothing.
    Nothing,
}

impl ProblemKind {
    /// A problem in words the document layer does not know: a message and a help ("" for none).
    pub fn said(message: impl Fn(Lang) -> String, help: impl Fn(Lang) -> String) -> ProblemKind {
        ProblemKind::Said(Box::new(Said {
            zh: (message(Lang::Zh), help(Lang::Zh)),
            en: (message(Lang::En), help(Lang::En)),
        }))
    }

    /// One sentence, lower case, without full stop; text of the user in backticks.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Empty => words::empty_file(lang),
            Self::Binary(kind) => words::binary_file(lang, kind.name(lang)),
            Self::Undecodable => words::undecodable(lang),
            Self::ReadAsGb18030 => words::read_as_gb18030(lang),
            Self::RecordNotUtf8 => words::record_not_utf8(lang),
            Self::TooLarge { limit } => words::too_large(lang, limit),
            Self::Syntax { fault, detail } => fault.message(lang, &short(detail)),
            Self::WideColon => words::wide_colon(lang),
            Self::TooDeep { limit } => words::too_deep(lang, limit),
            Self::TooManyNodes { limit } => words::too_many_nodes(lang, limit),
            Self::Alias => words::alias(lang),
            Self::Tag => words::tag(lang),
            Self::SecondDocument => words::second_document(lang),
            Self::DuplicateKey { key, first_line } => {
                words::duplicate_key(lang, short(key), first_line)
            }
            Self::KeyNotText => words::key_not_text(lang),
            Self::BlankKey => words::blank_key(lang),
            Self::UnknownKey { key, .. } => words::unknown_key(lang, short(key)),
            Self::BothSpellings {
                key,
                first,
                first_line,
            } => words::both_spellings(lang, short(key), short(first), first_line),
            Self::MissingKey { english, chinese } => match lang {
                Lang::Zh => words::missing_key(lang, format!("{chinese}` (`{english}`)")),
                Lang::En => words::missing_key(lang, format!("{english}` (`{chinese}`)")),
            },
            Self::WrongShape { expected, found } => {
                words::wrong_shape(lang, expected.name(lang), found.name(lang))
            }
            Self::NotAllowed { text, .. } => words::not_allowed(lang, short(text)),
            Self::BadYear { text } => words::bad_year(lang, short(text)),
            Self::BadRatio { text } => words::bad_ratio(lang, short(text)),
            Self::EmptyList => words::empty_list(lang),
            Self::NoIndicators => words::no_indicators(lang),
            Self::EmptyLevel { label } => words::empty_level(lang, short(label)),
            Self::TooManyLevels { limit } => words::too_many_levels(lang, limit),
            Self::BlankName => words::blank_name(lang),
            Self::MeasuresAndTarget { key } => words::measures_and_target(lang, short(key)),
            Self::NoMeasures => words::no_measures(lang),
            Self::MoreProblems => words::more_problems(lang),
            Self::Said(said) => said.get(lang).0.clone(),
        }
    }

    /// What to do about it.
    pub fn help(&self, lang: Lang) -> Option<String> {
        Some(match self {
            Self::Empty | Self::EmptyList => words::empty_file_help(lang),
            Self::Binary(_) => words::binary_file_help(lang),
            Self::Undecodable | Self::ReadAsGb18030 | Self::RecordNotUtf8 => {
                words::save_as_utf8(lang)
            }
            Self::TooLarge { .. } | Self::TooManyNodes { .. } => words::split_file(lang),
            Self::Syntax { fault, .. } => return fault.help(lang),
            Self::WideColon => words::wide_colon_help(lang),
            Self::TooDeep { .. } => words::too_deep_help(lang),
            Self::Alias => words::alias_help(lang),
            Self::Tag => words::tag_help(lang),
            Self::SecondDocument => words::second_document_help(lang),
            Self::DuplicateKey { .. } | Self::BothSpellings { .. } => words::keep_one_key(lang),
            Self::KeyNotText | Self::BlankKey => words::key_not_text_help(lang),
            Self::UnknownKey {
                suggestion: Some(suggestion),
                ..
            } => words::did_you_mean(lang, suggestion),
            Self::UnknownKey { known, .. } => {
                let pick = |pair: &(&'static str, &'static str)| match lang {
                    Lang::Zh => pair.1,
                    Lang::En => pair.0,
                };
                let names: Vec<String> = known
                    .iter()
                    .map(|pair| format!("`{}`", pick(pair)))
                    .collect();
                words::known_keys(lang, names.join(", "))
            }
            Self::MissingKey { english, chinese } => match lang {
                Lang::Zh => words::missing_key_help(lang, chinese),
                Lang::En => words::missing_key_help(lang, english),
            },
            Self::WrongShape { expected, .. } => return expected.help(lang),
            Self::NotAllowed { allowed, .. } => words::allowed(lang, allowed),
            Self::BadYear { .. } => words::bad_year_help(lang),
            Self::BadRatio { .. } => words::bad_ratio_help(lang),
            Self::NoIndicators | Self::EmptyLevel { .. } => words::no_indicators_help(lang),
            Self::MeasuresAndTarget { .. } => words::measures_and_target_help(lang),
            Self::NoMeasures => words::no_measures_help(lang),
            Self::Said(said) => {
                let help = &said.get(lang).1;
                return (!help.is_empty()).then(|| help.clone());
            }
            Self::TooManyLevels { .. } | Self::BlankName | Self::MoreProblems => return None,
        })
    }
}

impl BinaryKind {
    /// What to call it.
    pub fn name(self, lang: Lang) -> String {
        match self {
            Self::Xlsx => words::looks_like_xlsx(lang),
            Self::Docx => words::looks_like_docx(lang),
            Self::Pdf => words::looks_like_pdf(lang),
            Self::OldOffice => words::looks_like_old_office(lang),
            Self::Zip => words::looks_like_zip(lang),
            Self::Other => words::looks_like_other(lang),
        }
    }
}

impl SyntaxFault {
    fn message(self, lang: Lang, detail: &str) -> String {
        match self {
            Self::Tab => words::syntax_tab(lang),
            Self::Quote => words::syntax_quote(lang),
            Self::Bracket => words::syntax_bracket(lang),
            Self::Indentation => words::syntax_indentation(lang),
            Self::Colon => words::syntax_colon(lang),
            Self::NoColon => words::syntax_no_colon(lang),
            Self::Reserved => words::syntax_reserved(lang),
            Self::Json => words::syntax_json(lang, detail),
            Self::Other => words::syntax_other(lang, detail),
        }
    }

    fn help(self, lang: Lang) -> Option<String> {
        match self {
            Self::Tab => Some(words::syntax_tab_help(lang)),
            Self::Quote => Some(words::syntax_quote_help(lang)),
            Self::Bracket => Some(words::syntax_bracket_help(lang)),
            Self::Indentation => Some(words::syntax_indentation_help(lang)),
            Self::Colon => Some(words::syntax_colon_help(lang)),
            Self::NoColon => Some(words::syntax_no_colon_help(lang)),
            Self::Reserved => Some(words::syntax_reserved_help(lang)),
            Self::Json | Self::Other => None,
        }
    }
}

impl Shape {
    /// What to call it.
    pub fn name(self, lang: Lang) -> String {
        match self {
            Self::Text => words::shape_text(lang),
            Self::List => words::shape_list(lang),
            Self::Map => words::shape_map(lang),
            Self::TextOrList => words::shape_text_or_list(lang),
            Self::ListOrMap => words::shape_list_or_map(lang),
            Self::Nothing => words::shape_nothing(lang),
        }
    }

    fn help(self, lang: Lang) -> Option<String> {
        match self {
            Self::List | Self::ListOrMap => Some(words::shape_list_help(lang)),
            Self::Map => Some(words::shape_map_help(lang)),
            Self::Text | Self::TextOrList | Self::Nothing => None,
        }
    }
}

/// A text of the user, fit to stand in a sentence: one line, without control characters, not long.
fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = text.chars().take(LONGEST).map(plain).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}
