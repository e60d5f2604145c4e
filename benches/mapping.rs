//! How long a wide table takes: 2,500 institutions, 21 measures of five columns each.

#[path = "../tests/mapping/generator.rs"]
mod generator;

use std::time::Instant;

use jixiao::document::Mapping;

fn main() {
    let table = generator::wide(2_500, 21);
    let mapping = generator::mapping(21);
    let columns = table
        .lines()
        .next()
        .map_or(0, |line| line.split(',').count());
    println!("{} bytes, {columns} columns", table.len());
    for _ in 0..5 {
        let start = Instant::now();
        let mapping = Mapping::read("m.yaml", mapping.as_bytes()).expect("a sound mapping");
        let mapped = mapping
            .apply(&[("t.csv", table.as_bytes())])
            .expect("a sound table");
        let measures: usize = mapped
            .sheets
            .iter()
            .map(|sheet| sheet.indicators.len())
            .sum();
        println!(
            "{} ms: {} sheets, {measures} measures",
            start.elapsed().as_millis(),
            mapped.sheets.len()
        );
    }
}
