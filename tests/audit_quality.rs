//! The audit against generated sheets: nothing fails on clean ones, every planted defect is found. The same
//! as `cargo bench --bench audit_quality`, with smaller numbers and another seed.

#[path = "../benches/audit_quality/kit/mod.rs"]
mod kit;

use jixiao::audit::checks;
use kit::plant::{self, WITHOUT};
use kit::run::Auditor;
use kit::tally;

const SEED: u64 = 7;

#[test]
fn nothing_fails_on_clean_sheets() {
    let clean = tally::clean(&Auditor::new(), SEED, 160, (0, 1));
    assert!(clean.fails.is_empty(), "\n{}", clean.fails.join("\n"));
}

#[test]
fn planted_defects_are_found_and_nothing_else_fails() {
    let (auditor, count) = (Auditor::new(), 2);
    let mut wrong = Vec::new();
    for planter in plant::all() {
        let tally = tally::planted(&auditor, SEED, planter, count);
        if tally.planted == 0 {
            wrong.push(format!("{}: no room for it", planter.what));
        }
        wrong.extend(
            tally
                .examples
                .iter()
                .map(|text| format!("{} {}: {text}", planter.code, planter.what)),
        );
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_check_has_a_planter_or_a_reason_for_none() {
    for check in checks::ALL {
        let planted =
            plant::all().any(|planter| planter.code == check.code && planter.expects.is_some());
        let excused = WITHOUT.iter().any(|(code, _)| *code == check.code);
        assert!(
            planted != excused,
            "{}: plant it (benches/audit_quality/kit/plant), or say in WITHOUT why not",
            check.code
        );
    }
}
