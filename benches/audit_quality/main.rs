//! scratch
mod kit;
use kit::{plant, run::Auditor, tally};
fn main() {
    let args: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    let n: usize = args.first().and_then(|s| s.parse().ok()).unwrap_or(300);
    let m: usize = args.get(1).and_then(|s| s.parse().ok()).unwrap_or(10);
    let only = args.get(2).cloned().unwrap_or_default();
    let auditor = Auditor::new();
    let clean = tally::clean(&auditor, 2026, n);
    for f in clean.fails.iter().take(20) {
        println!("{f}");
    }
    println!(
        "{} sheets {} bundles, {} fails, uncertain {:?}",
        clean.sheets,
        clean.bundles,
        clean.fails.len(),
        clean.uncertain
    );
    for p in plant::all().filter(|p| p.code.contains(&only)) {
        let t = tally::planted(&auditor, 2026, p, m);
        println!(
            "{} {} planted {} found {} wrong {}",
            p.code, p.what, t.planted, t.found, t.wrong
        );
        for e in t.examples.iter().take(2) {
            println!("    {}", e.chars().take(900).collect::<String>());
        }
    }
}
