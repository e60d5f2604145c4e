//! 勾稽: the way from one total to another as a picture and as a table whose amounts add up.

use std::borrow::Cow;

use maud::{Markup, html};
use rust_decimal::Decimal;

use super::chart::{Bar, MOST_BARS, Paint, chart};
use super::parts::table_box;
use super::scale::Scale;
use super::text::text;
use crate::report::Figure;
use crate::report::score::signed;
use crate::words::{Lang, audit, papers_page as words};

/// One step; the first and the last are totals.
pub(super) struct Step<'a> {
    /// What it stands for.
    pub label: Cow<'a, str>,
    /// The total at both ends; what is added in between.
    pub amount: Decimal,
    /// The row it is about, and the anchor of that row.
    pub row: Option<(&'a str, String)>,
}

/// Picture and table.
pub(super) fn waterfall(steps: &[Step<'_>], heading: &str, lang: Lang) -> Markup {
    let sums = running(steps);
    html! {
        div.beside {
            @if let Some(sums) = sums.as_ref().filter(|sums| sums.len() > 2) { (picture(steps, sums, lang)) }
            (table_box(heading, html! {
                thead { tr {
                    th scope="col" { (words::step(lang)) }
                    th.num scope="col" { (audit::amount(lang)) }
                    th.num scope="col" { (words::reached(lang)) }
                    th.num scope="col" { (audit::row(lang)) }
                } }
                tbody {
                    @for (index, step) in steps.iter().enumerate() {
                        tr.total[is_end(index, steps)] {
                            th scope="row" { (text(&step.label)) }
                            td.num { (amount(index, steps)) }
                            td.num { @if let Some(sums) = &sums { (sums[index]) } }
                            td.num { @if let Some((row, anchor)) = &step.row { a href={ "#" (anchor) } { (row) } } }
                        }
                    }
                }
            }, lang))
        }
    }
}

fn is_end(index: usize, steps: &[Step<'_>]) -> bool {
    index == 0 || index + 1 == steps.len()
}

fn amount(index: usize, steps: &[Step<'_>]) -> String {
    let amount = Figure(steps[index].amount);
    match is_end(index, steps) {
        true if index > 0 => format!("= {amount}"),
        true => amount.to_string(),
        false => signed(Some(amount)),
    }
}

/// The total as it stands behind every step; `None` where the sum is too long a number.
fn running(steps: &[Step<'_>]) -> Option<Vec<Decimal>> {
    let mut sums: Vec<Decimal> = Vec::with_capacity(steps.len());
    for (index, step) in steps.iter().enumerate() {
        let sum = match sums.last() {
            Some(last) if !is_end(index, steps) => last.checked_add(step.amount)?,
            _ => step.amount,
        };
        sums.push(sum);
    }
    Some(sums)
}

fn picture(steps: &[Step<'_>], sums: &[Decimal], lang: Lang) -> Markup {
    let mut bars: Vec<Bar> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let between = !is_end(index, steps);
        let paint = match between {
            false => Paint::Whole,
            true if step.amount.is_sign_negative() => Paint::Less,
            true => Paint::More,
        };
        bars.push(Bar {
            label: step.label.clone().into_owned(),
            figures: amount(index, steps),
            from: between.then(|| sums[index - 1]),
            to: Some(sums[index]),
            paint,
            track: None,
            marker: None,
            goes_on: index + 1 < steps.len(),
        });
    }
    gather(&mut bars, lang);
    let Some(scale) = Scale::around(
        bars.iter()
            .flat_map(|bar| bar.from.into_iter().chain(bar.to)),
    ) else {
        return Markup::default();
    };
    let (first, last) = (sums[0], sums[sums.len() - 1]);
    let said = words::steps_waterfall(lang, first, last, steps.len().saturating_sub(2));
    html! {
        figure {
            (chart(&bars, &scale, &said))
            figcaption {
                span.key.whole { (words::legend_total(lang)) } " "
                span.key.less { (words::legend_less(lang)) } " "
                span.key.more { (words::legend_more(lang)) } " "
                @if !scale.least.is_zero() { (words::axis_from(lang, scale.least.normalize())) }
            }
        }
    }
}

/// Steps beyond those a picture holds become one.
fn gather(bars: &mut Vec<Bar>, lang: Lang) {
    if bars.len() <= MOST_BARS {
        return;
    }
    let last = bars.pop();
    let rest = bars.split_off(MOST_BARS - 2);
    let (from, to) = (rest[0].from, rest[rest.len() - 1].to);
    let amount = from.zip(to).and_then(|(from, to)| to.checked_sub(from));
    bars.push(Bar {
        label: words::other_steps(lang, rest.len()),
        figures: signed(amount.map(Figure)),
        from,
        to,
        paint: match amount.is_some_and(|amount| amount.is_sign_negative()) {
            true => Paint::Less,
            false => Paint::More,
        },
        track: None,
        marker: None,
        goes_on: true,
    });
    bars.extend(last);
}
