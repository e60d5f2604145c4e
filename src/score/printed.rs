//! What a sheet prints that scoring builds on: full marks and money.

use super::evaluation::{FullMark, FullMarkSource};
use super::reason::Reason;
use crate::number::{Fraction, OutOfRange};
use crate::sheet::{Entry, Sheet};

/// The mark printed for a measure: its own, or its share of the indicator's.
pub(super) fn printed_mark(
    sheet: &Sheet,
    indicator: usize,
    measure: usize,
) -> Result<Option<FullMark>, Reason> {
    let indicator = &sheet.indicators[indicator];
    let unreadable = |text: &String| Err(Reason::FullMarkUnreadable(text.clone()));
    match (&indicator.measures[measure].full_mark, &indicator.full_mark) {
        (Entry::Unreadable { text, .. }, _) => unreadable(text),
        (Entry::Number(printed), _) => Ok(Some(FullMark {
            value: printed.mark().into(),
            source: FullMarkSource::Sheet,
        })),
        (Entry::Blank, Entry::Unreadable { text, .. }) => unreadable(text),
        (Entry::Blank, Entry::Number(printed)) => {
            let measures = indicator.measures.len();
            let share = i64::try_from(measures)
                .map_err(|_| OutOfRange)
                .and_then(|count| Fraction::from(printed.mark()).over(count.into()))
                .map_err(|OutOfRange| Reason::OutOfRange)?;
            let source = match measures {
                1 => FullMarkSource::Sheet,
                several => FullMarkSource::Shared(several),
            };
            Ok(Some(FullMark {
                value: share,
                source,
            }))
        }
        (Entry::Blank, Entry::Blank) => Ok(None),
    }
}

/// 预算数 and 执行数, in the sheet's money unit.
pub(super) fn money(sheet: &Sheet) -> Result<(Fraction, Fraction), Reason> {
    let read = |entry: &Entry, missing: Reason| match entry {
        Entry::Blank => Err(missing),
        Entry::Unreadable { text, .. } => Err(Reason::MoneyUnreadable(text.clone())),
        Entry::Number(printed) if printed.value.is_sign_negative() => Err(Reason::MoneyNegative),
        Entry::Number(printed) => Ok(Fraction::from(printed.value)),
    };
    let budget = read(&sheet.budget.total.budget, Reason::NoBudget)?;
    let executed = read(&sheet.budget.total.executed, Reason::NoExecuted)?;
    Ok((budget, executed))
}
