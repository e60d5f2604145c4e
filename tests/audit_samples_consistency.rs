//! C20–C49 on the three published sheets, audited together: these findings and no others.

use std::sync::Arc;

use jixiao::audit::{Audit, Outcome, Profile, audit};
use jixiao::document::read_sheets;
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Scorer};
use jixiao::words::Lang;

const CODES: [&str; 15] = [
    "C20", "C21", "C22", "C23", "C24", "C25", "C30", "C33", "C34", "C40", "C42", "C46", "C47",
    "C48", "C49",
];

fn audited() -> Audit {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("the pack is shipped");
    let scorer = Scorer::new(Arc::new(load(&files).expect("it loads"))).expect("it compiles");
    let evaluations: Vec<Evaluation> = ["whole", "series", "startup"]
        .iter()
        .flat_map(|name| {
            let path = format!("samples/wuhan-2024/{name}.yaml");
            read_sheets(&path, &std::fs::read(&path).expect("a sample")).expect("it reads")
        })
        .map(|sheet| scorer.score(&Arc::new(sheet)).expect("the scripts run"))
        .collect();
    audit(&evaluations, &Profile::shipped())
}

#[test]
fn exactly_these_findings() {
    use Outcome::{Fails, Uncertain};
    let audit = audited();
    let mut found: Vec<(&str, &str, Option<u32>, Outcome)> = Vec::new();
    for finding in audit.findings().filter(|f| CODES.contains(&f.code)) {
        println!(
            "{:?} {} {}",
            finding.outcome,
            finding.code,
            finding.message.get(Lang::Zh)
        );
        println!("    {}", finding.message.get(Lang::En));
        let place = &finding.place;
        found.push((&place.sheet, finding.code, place.row, finding.outcome));
    }
    assert_eq!(
        found,
        [
            ("whole", "C20", Some(8), Fails),
            ("whole", "C21", Some(20), Fails),
            ("whole", "C22", Some(16), Fails),
            ("whole", "C40", None, Uncertain),
            ("whole", "C42", None, Uncertain),
            ("whole", "C46", Some(16), Uncertain),
            ("whole", "C46", Some(17), Uncertain),
            ("series", "C20", Some(8), Fails),
            ("series", "C40", None, Uncertain),
            ("series", "C42", None, Uncertain),
            ("series", "C48", Some(28), Uncertain),
            ("startup", "C23", None, Fails),
            ("startup", "C42", None, Uncertain),
            ("startup", "C46", Some(3), Uncertain),
            ("startup", "C48", Some(4), Uncertain),
            ("startup", "C48", Some(5), Uncertain),
            ("whole", "C30", Some(8), Fails),
            ("whole", "C30", Some(20), Fails),
            ("whole", "C30", Some(22), Uncertain),
        ]
    );
}
