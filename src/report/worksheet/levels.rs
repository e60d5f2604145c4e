//! The labels of levels, each over the neighbouring rows that share it.

use crate::sheet::Indicator;

/// First and last row of each label at a depth, counted from 0, and the label. Rows that share a label and
/// those above it stand under one; the second depth takes all that are further down.
pub(in crate::report) fn spans(
    indicators: &[Indicator],
    depth: usize,
) -> Vec<(usize, usize, String)> {
    let mut spans: Vec<(usize, usize, String)> = Vec::new();
    let mut above: Option<&Indicator> = None;
    let mut row = 0;
    for indicator in indicators {
        let rows = indicator.measures.len();
        if rows == 0 {
            continue;
        }
        let same = above.is_some_and(|above| upto(above, depth) == upto(indicator, depth));
        match spans.last_mut() {
            Some((_, last, _)) if same => *last = row + rows - 1,
            _ => spans.push((row, row + rows - 1, label(indicator, depth))),
        }
        above = Some(indicator);
        row += rows;
    }
    spans
}

fn upto(indicator: &Indicator, depth: usize) -> &[String] {
    match depth {
        0 => &indicator.levels[..indicator.levels.len().min(1)],
        _ => &indicator.levels,
    }
}

fn label(indicator: &Indicator, depth: usize) -> String {
    match depth {
        0 => indicator.level1().to_owned(),
        _ => indicator.levels.get(1..).unwrap_or_default().join(" / "),
    }
}
