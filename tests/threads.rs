//! Many sheets on many threads: the same results in the same order.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use jixiao::document::read_sheets;
use jixiao::rules::{PackFiles, load};
use jixiao::score::score_all;

#[test]
fn order_and_results_do_not_depend_on_the_threads() {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("shipped");
    let pack = Arc::new(load(&files).expect("loads"));
    let work: Vec<_> = (0..300)
        .map(|actual| {
            let yaml = format!(
                "scope: project\nyear: 2024\nexecution: {{budget: 300, executed: {actual}}}\nindicators:\n  产出指标:\n    - {{name: 数量, target: 300, actual: {actual}, full_mark: 80}}\n"
            );
            let mut sheets = read_sheets("a.yaml", yaml.as_bytes()).expect("a sheet");
            (Arc::new(sheets.remove(0)), Arc::clone(&pack))
        })
        .collect();
    let told = AtomicUsize::new(0);
    let totals = [1, 2, 5].map(|threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let pool = pool.expect("threads can be started");
        let done = || {
            told.fetch_add(1, Ordering::Relaxed);
        };
        let results = pool.install(|| score_all(&work, done));
        let scored = results.into_iter().zip(&work).map(|(result, (sheet, _))| {
            let evaluation = result.expect("the scripts run");
            assert!(Arc::ptr_eq(&evaluation.sheet, sheet), "the order is kept");
            evaluation.total
        });
        scored.collect::<Vec<_>>()
    });
    assert_eq!(totals[0], totals[1]);
    assert_eq!(totals[0], totals[2]);
    assert_eq!(told.into_inner(), 3 * work.len());
}
