//! `jixiao form`: blank self-evaluations to fill in, as YAML and as workbooks.

mod check;
mod page;
mod rows;
mod style;
mod workbook;
mod yaml;

pub use check::reads_back;
pub use workbook::workbook;
pub use yaml::form_yaml;

use crate::form::Hint;
use crate::sheet::{MoneyUnit, Origin};
use crate::words::{Lang, form as words};

/// A hint in words.
fn said(hint: Hint, lang: Lang) -> String {
    match hint {
        Hint::Blank => words::hint_blank(lang),
        Hint::Nothing => words::hint_nothing(lang),
        Hint::Several => words::hint_several(lang),
        Hint::Range => words::hint_range(lang),
        Hint::Approximate => words::hint_approximate(lang),
        Hint::Graded => words::hint_graded(lang),
        Hint::Word => words::hint_word(lang),
        Hint::Unreadable => words::hint_unreadable(lang),
        Hint::Doubtful => words::hint_doubtful(lang),
        Hint::RowDoubtful => words::hint_row_doubtful(lang),
    }
}

/// Whether a hint says that the target itself has to be checked, not only how to fill in the actual.
///
/// ```
/// use jixiao::form::Hint;
/// use jixiao::report::form::needs_checking;
/// assert!(needs_checking(Hint::Approximate)); // 20家左右
/// assert!(!needs_checking(Hint::Graded)); // 有效提升
/// ```
pub fn needs_checking(hint: Hint) -> bool {
    !matches!(hint, Hint::Range | Hint::Graded | Hint::Word)
}

/// The cell or the line a row stood in, on one line; `None` for a row made in memory.
fn place(origin: &Origin) -> Option<String> {
    match &origin.cell {
        Some(cell) => Some(one_line(cell)),
        None => (origin.line > 0).then(|| format!("L{}", origin.line)),
    }
}

/// A comment ends with its line.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{2028}' | '\u{2029}' => ' ',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect()
}

fn money(unit: MoneyUnit, lang: Lang) -> String {
    match unit {
        MoneyUnit::TenThousandYuan => words::money_ten_thousand(lang),
        MoneyUnit::Yuan => words::money_yuan(lang),
    }
}
