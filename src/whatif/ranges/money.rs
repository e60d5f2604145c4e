//! 预算数 or 执行数 that is not known: what the rates between 0 and 100 % earn.

use rust_decimal::Decimal;

use super::along::{Along, Look, along};
use super::find::{Found, outcome};
use super::trial::{Trial, change, printed};
use super::{At, End, NoBounds, Open, OpenPart, Why};
use crate::score::{Evaluation, Outcome, Reason};
use crate::whatif::sample::Branch;
use crate::whatif::{Edit, Key, MoneyOf, Stopped};

/// Money that is not known: any rate from 0 to 100 %.
pub(super) fn found(trial: &mut Trial<'_, '_>, now: &Evaluation) -> Result<Found, Stopped> {
    let reason = match outcome(now, OpenPart::Execution) {
        Some(Outcome::Unscored(reason)) => reason.clone(),
        _ => return Ok(Found::Certain),
    };
    let of_money = matches!(
        reason,
        Reason::NoBudget | Reason::NoExecuted | Reason::MoneyUnreadable(_) | Reason::MoneyNegative
    );
    if !of_money {
        return Ok(Found::Unbounded(NoBounds::Reason(reason)));
    }
    let whole = Decimal::ONE_HUNDRED;
    let money = |of, amount: Decimal| {
        let edit = Edit::Money(of, printed(amount));
        change(Key::Money(of), edit, amount.to_string())
    };
    let at = |rate: Decimal| {
        let budget = money(MoneyOf::Budget, whole);
        vec![budget, money(MoneyOf::Executed, rate)]
    };
    let found = along((Decimal::ZERO, whole), &[], |rate| {
        let there = trial.score(&at(rate))?;
        let part = there.execution.as_ref();
        let outcome = part.map_or(Outcome::Dropped, |part| part.outcome.clone());
        let completion = part.and_then(|part| part.completion);
        let notes = part.map_or(&[][..], |part| &part.notes);
        Ok(Look {
            branch: Branch::of(&outcome, completion, notes),
            outcome,
        })
    })?;
    Ok(match found {
        Along::Without(Outcome::Unscored(there)) => Found::Unbounded(NoBounds::Reason(there)),
        Along::Without(_) => Found::Unbounded(NoBounds::LeftOut),
        Along::Ends {
            least,
            most,
            is_exact,
        } => {
            let end = |(rate, points): (Decimal, Decimal)| End {
                points,
                at: Some(At::new(rate, 0, |rate| format!("{}%", rate.normalize()))),
                changes: at(rate),
            };
            let ends = [end(least), end(most)];
            Found::Open(Open::new(
                OpenPart::Execution,
                Why::Money(reason),
                ends,
                is_exact,
            ))
        }
    })
}
