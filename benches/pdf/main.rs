//! How long a PDF takes to read: `cargo bench --bench pdf -- FILE [RUNS]`, one line of seconds a run.
//! `compare.py` makes the file and puts a Python library beside it.

use std::hint::black_box;
use std::time::Instant;

use jixiao::document::{Block, read_pdf};

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let Some(file) = arguments.first() else {
        // `cargo bench` without a file: nothing to read.
        return;
    };
    let runs = arguments
        .get(1)
        .map_or(5, |runs| runs.parse().expect("a number of runs"));
    let bytes = std::fs::read(file).expect("a file to read");
    for _ in 0..runs {
        let start = Instant::now();
        let document = read_pdf(file, black_box(&bytes)).expect("a readable PDF");
        let took = start.elapsed();
        let cells: usize = document
            .blocks
            .iter()
            .map(|block| match block {
                Block::Table(grid) => grid.cells.len(),
                Block::Line(_) => 0,
            })
            .sum();
        println!("{}.{:09} {cells}", took.as_secs(), took.subsec_nanos());
    }
}
