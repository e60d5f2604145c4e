//! What the script language's parser says, in words of ours.

use rhai::{LexError, ParseErrorType};

use crate::words::{Lang, syntax as words};

/// Why a script does not parse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A quotation mark has no partner.
    OpenText,
    /// The script ends in the middle.
    Incomplete,
    /// A sign or word that can stand nowhere; full-width signs are the usual case.
    Stranger(String),
    /// A sign is missing here: `)`, `}`, `;`.
    Missing(String),
    /// A list of arguments, values or entries that does not end: no `)` or no comma.
    OpenList,
    /// `fn` without a name.
    NoName,
    /// `fn f` without brackets.
    NoParameters(String),
    /// `fn f(m)` without `{ … }`.
    NoBody(String),
    /// The same function twice.
    DefinedTwice(String),
    /// The same parameter twice.
    ParameterTwice(String),
    /// `fn` inside a function.
    Nested,
    /// `=` where a comparison was meant, or to something that cannot be changed.
    Assignment,
    /// Not a number: `1.2.3`.
    BadNumber(String),
    /// Something has to stand here and nothing does.
    ExpressionMissing,
    /// A name has to stand here: behind `let`, behind a point.
    NameMissing,
    /// A word of the language used as a name.
    ReservedName(String),
    /// `///` that belongs to no function.
    StrayComment,
    /// Brackets inside brackets, too many.
    TooDeep,
    /// More functions than a pack may have.
    TooManyFunctions,
    /// Anything rarer; the parser's words.
    Other(String),
}

impl SyntaxFault {
    /// Sorts the parser's error.
    pub(super) fn of(error: &ParseErrorType) -> SyntaxFault {
        match error {
            ParseErrorType::UnexpectedEOF => SyntaxFault::Incomplete,
            ParseErrorType::BadInput(LexError::UnterminatedString) => SyntaxFault::OpenText,
            ParseErrorType::BadInput(LexError::UnexpectedInput(sign)) => {
                SyntaxFault::Stranger(sign.clone())
            }
            ParseErrorType::BadInput(LexError::MalformedNumber(text)) => {
                SyntaxFault::BadNumber(text.clone())
            }
            ParseErrorType::BadInput(LexError::ImproperSymbol(sign, _)) => {
                SyntaxFault::Stranger(sign.clone())
            }
            ParseErrorType::UnknownOperator(sign) => SyntaxFault::Stranger(sign.clone()),
            ParseErrorType::MissingToken(sign, _) if sign == "," => SyntaxFault::OpenList,
            ParseErrorType::MissingToken(sign, _) => SyntaxFault::Missing(sign.clone()),
            ParseErrorType::FnMissingName => SyntaxFault::NoName,
            ParseErrorType::FnMissingParams(name) => SyntaxFault::NoParameters(name.clone()),
            ParseErrorType::FnMissingBody(name) => SyntaxFault::NoBody(name.clone()),
            ParseErrorType::FnDuplicatedDefinition(name, _) => {
                SyntaxFault::DefinedTwice(name.clone())
            }
            ParseErrorType::FnDuplicatedParam(_, name) => SyntaxFault::ParameterTwice(name.clone()),
            ParseErrorType::WrongFnDefinition => SyntaxFault::Nested,
            ParseErrorType::AssignmentToConstant(_) | ParseErrorType::AssignmentToInvalidLHS(_) => {
                SyntaxFault::Assignment
            }
            ParseErrorType::ExprExpected(_) => SyntaxFault::ExpressionMissing,
            ParseErrorType::VariableExpected | ParseErrorType::PropertyExpected => {
                SyntaxFault::NameMissing
            }
            ParseErrorType::ForbiddenVariable(name) => SyntaxFault::ReservedName(name.clone()),
            ParseErrorType::WrongDocComment => SyntaxFault::StrayComment,
            ParseErrorType::ExprTooDeep => SyntaxFault::TooDeep,
            ParseErrorType::TooManyFunctions => SyntaxFault::TooManyFunctions,
            other => SyntaxFault::Other(other.to_string()),
        }
    }

    /// What is wrong.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            SyntaxFault::OpenText => words::open_text(lang),
            SyntaxFault::Incomplete => words::incomplete(lang),
            SyntaxFault::Stranger(sign) => words::stranger(lang, sign),
            SyntaxFault::Missing(sign) => words::missing(lang, sign),
            SyntaxFault::OpenList => words::open_list(lang),
            SyntaxFault::NoName => words::no_name(lang),
            SyntaxFault::NoParameters(name) => words::no_parameters(lang, name),
            SyntaxFault::NoBody(name) => words::no_body(lang, name),
            SyntaxFault::DefinedTwice(name) => words::defined_twice(lang, name),
            SyntaxFault::ParameterTwice(name) => words::parameter_twice(lang, name),
            SyntaxFault::Nested => words::nested(lang),
            SyntaxFault::Assignment => words::assignment(lang),
            SyntaxFault::BadNumber(text) => words::bad_number(lang, text),
            SyntaxFault::ExpressionMissing => words::expression_missing(lang),
            SyntaxFault::NameMissing => words::name_missing(lang),
            SyntaxFault::ReservedName(name) => words::reserved_name(lang, name),
            SyntaxFault::StrayComment => words::stray_comment(lang),
            SyntaxFault::TooDeep => words::too_deep(lang),
            SyntaxFault::TooManyFunctions => words::too_many_functions(lang),
            SyntaxFault::Other(said) => words::other(lang, said),
        }
    }

    /// What to do about it.
    pub fn help(&self, lang: Lang) -> String {
        match self {
            SyntaxFault::OpenText => words::open_text_help(lang),
            SyntaxFault::Incomplete => words::incomplete_help(lang),
            SyntaxFault::Stranger(sign) => match plain(sign) {
                Some(plain) => words::wide_sign_help(lang, plain),
                None => words::stranger_help(lang),
            },
            SyntaxFault::Missing(sign) => words::missing_help(lang, sign),
            SyntaxFault::OpenList => words::open_list_help(lang),
            SyntaxFault::NoName | SyntaxFault::NoParameters(_) | SyntaxFault::NoBody(_) => {
                words::function_shape_help(lang)
            }
            SyntaxFault::DefinedTwice(_) | SyntaxFault::ParameterTwice(_) => {
                words::twice_help(lang)
            }
            SyntaxFault::Nested => words::nested_help(lang),
            SyntaxFault::Assignment => words::assignment_help(lang),
            SyntaxFault::BadNumber(_) => words::bad_number_help(lang),
            SyntaxFault::ExpressionMissing => words::expression_missing_help(lang),
            SyntaxFault::NameMissing => words::name_missing_help(lang),
            SyntaxFault::ReservedName(_) => words::reserved_name_help(lang),
            SyntaxFault::StrayComment => words::stray_comment_help(lang),
            SyntaxFault::TooDeep => words::too_deep_help(lang),
            SyntaxFault::TooManyFunctions => words::too_many_functions_help(lang),
            SyntaxFault::Other(_) => words::other_help(lang),
        }
    }
}

/// The plain sign for a full-width or mathematical one that was typed instead.
fn plain(sign: &str) -> Option<&'static str> {
    const SIGNS: &[(&str, &str)] = &[
        ("（", "("),
        ("）", ")"),
        ("；", ";"),
        ("，", ","),
        ("。", "."),
        ("｛", "{"),
        ("｝", "}"),
        ("≥", ">="),
        ("≤", "<="),
        ("≠", "!="),
        ("＝", "="),
        ("＜", "<"),
        ("＞", ">"),
        ("×", "*"),
        ("÷", "/"),
        ("－", "-"),
        ("＋", "+"),
        ("％", "/100"),
        ("%", "/100"),
        ("“", "\""),
        ("”", "\""),
        ("：", ":"),
        ("、", ","),
    ];
    let found = SIGNS.iter().find(|(wide, _)| sign.contains(wide));
    found.map(|(_, plain)| *plain)
}
