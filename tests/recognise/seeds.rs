//! Target tables: the published budgets for 2026 where they lie beside the repository, and the
//! documents of our own making that hold their facts.

use jixiao::recognise::{Recognised, open};
use rust_decimal::Decimal;

use super::seed;

/// Rows of the long-term and the annual part of every table, in order.
fn shape(found: &Recognised) -> Vec<(usize, usize)> {
    let tables = found.targets.iter();
    tables
        .map(|table| (table.long_term.len(), table.annual.len()))
        .collect()
}

/// Sums of the annual weights.
fn weights(found: &Recognised) -> Vec<Decimal> {
    let tables = found.targets.iter();
    tables
        .map(|table| {
            table
                .annual
                .iter()
                .filter_map(|row| row.full_mark.value())
                .sum()
        })
        .collect()
}

fn sample(name: &str) -> Recognised {
    let path = format!("samples/documents/{name}");
    let bytes = std::fs::read(&path).expect("the sample is there");
    let opened = open(&path, &bytes).unwrap_or_else(|problems| panic!("{path}: {problems:?}"));
    Recognised {
        sheets: opened.sheets,
        targets: opened.targets,
        notes: opened.notes,
    }
}

const CENTER: [(usize, usize); 3] = [(13, 15), (15, 15), (10, 10)];
const JIANGHAN: [(usize, usize); 5] = [(29, 32), (6, 6), (8, 8), (8, 11), (7, 7)];

#[test]
fn the_published_budgets_give_their_target_tables() {
    if let Some(center) = seed("2026-单位预算-促进中心") {
        assert_eq!(shape(&center), CENTER);
        assert!(center.sheets.is_empty());
    }
    if let Some(jianghan) = seed("2026-预算-江汉区企业服务中心") {
        assert_eq!(shape(&jianghan), JIANGHAN);
        assert_eq!(weights(&jianghan)[1..], [Decimal::from(80); 4]);
    }
}

#[test]
fn rows_that_stand_a_column_off_land_in_their_columns() {
    let Some(jianghan) = seed("2026-预算-江汉区企业服务中心") else {
        return;
    };
    let rows = jianghan.targets.iter().flat_map(|table| &table.annual);
    for row in rows {
        let digits = row.indicator.chars().filter(char::is_ascii_digit).count();
        assert!(
            digits < 4 && !row.indicator.contains('≥'),
            "a value as a name: {}",
            row.indicator
        );
        assert!(
            !row.indicator.ends_with("指标") || row.indicator.chars().count() > 6,
            "a label as a name: {}",
            row.indicator
        );
    }
}

#[test]
fn documents_of_our_own_making_give_the_same_tables() {
    for format in ["xlsx", "docx", "txt"] {
        let center = sample(&format!("targets-center-2026.{format}"));
        assert_eq!(shape(&center), CENTER, "{format}");
        let jianghan = sample(&format!("targets-jianghan-2026.{format}"));
        assert_eq!(shape(&jianghan), JIANGHAN, "{format}");
        assert_eq!(weights(&jianghan)[1..], [Decimal::from(80); 4], "{format}");
    }
}
