//! Precision and recall of the audit: clean sheets that must stay silent, planted defects that must be
//! found. The numbers stand in docs/audit-quality.md.
//!
//! `cargo bench --bench audit_quality` prints them; `-- write` also puts them into the page; `-- 500 20 C04`
//! looks at 500 clean sheets and 20 defects of each kind of one check, and shows what went wrong. With
//! `AUDIT_QUALITY_KEEP=FOLDER` the bundles in question are left there.

mod kit;

use std::fmt::Write;

use kit::plant::{self, Planter};
use kit::run::Auditor;
use kit::tally::{self, Clean, Tally};

const SEED: u64 = 2026;
const SHEETS: usize = 10_000;
const OF_EACH_KIND: usize = 40;
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/audit-quality.md");
const MARKS: [&str; 2] = ["<!-- numbers: begin -->\n", "<!-- numbers: end -->\n"];

fn main() {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let mut numbers = words.iter().filter_map(|word| word.parse().ok());
    let sheets = numbers.next().unwrap_or(SHEETS);
    let count = numbers.next().unwrap_or(OF_EACH_KIND);
    let code = words.iter().find(|word| word.starts_with('C'));

    let chosen = plant::all().filter(|planter| code.is_none_or(|code| planter.code == code));
    let chosen: Vec<&Planter> = chosen.collect();
    let (clean, tallies) = in_parts(&chosen, sheets, count);

    let wrong = clean.fails.iter().map(|text| ("clean", text));
    let missed = tallies
        .iter()
        .flat_map(|(planter, tally)| tally.examples.iter().map(|text| (planter.what, text)));
    for (what, text) in wrong.chain(missed) {
        println!("{what}: {text}");
    }
    let page = page(&clean, &tallies);
    println!("{page}");
    if words.iter().any(|word| word == "write") {
        write(&page);
    }
}

/// The same parts whatever the machine, so that the numbers are the same too.
const PARTS: usize = 4;

/// Clean bundles and planters in turn to a few threads, each with a program of its own.
fn in_parts<'p>(
    chosen: &[&'p Planter],
    sheets: usize,
    count: usize,
) -> (Clean, Vec<(&'p Planter, Tally)>) {
    let part = |part: usize| {
        let auditor = Auditor::new();
        let clean = tally::clean(&auditor, SEED, sheets.div_ceil(PARTS), (part as u64, PARTS));
        let own = chosen.iter().enumerate().skip(part).step_by(PARTS);
        let planted = |(at, planter): (usize, &&'p Planter)| {
            (at, *planter, tally::planted(&auditor, SEED, planter, count))
        };
        (clean, own.map(planted).collect::<Vec<_>>())
    };
    let parts: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..PARTS)
            .map(|number| scope.spawn(move || part(number)))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("a part ends"))
            .collect()
    });
    let mut clean = Clean::default();
    let mut tallies = Vec::new();
    for (of_part, planted) in parts {
        add(&mut clean, of_part);
        tallies.extend(planted);
    }
    tallies.sort_by_key(|(at, ..)| *at);
    (
        clean,
        tallies
            .into_iter()
            .map(|(_, planter, tally)| (planter, tally))
            .collect(),
    )
}

/// The numbers between the marks of the page.
fn page(clean: &Clean, tallies: &[(&Planter, Tally)]) -> String {
    let mut page = format!("Seed {SEED}.\n\n");
    let of_clean = [
        ("clean sheets", clean.sheets),
        ("their rows", clean.rows),
        ("target tables beside them", clean.tables),
        ("bundles they came in", clean.bundles),
        (
            "findings that say *fails*: false accusations",
            clean.fails.len(),
        ),
        (
            "findings left to a person (*uncertain*)",
            clean.uncertain.values().sum(),
        ),
    ];
    page += "| clean | |\n| --- | ---: |\n";
    for (what, count) in of_clean {
        writeln!(page, "| {what} | {count} |").expect("a string");
    }
    let by_code: Vec<String> = clean
        .uncertain
        .iter()
        .map(|(code, count)| format!("{code} {count}"))
        .collect();
    writeln!(
        page,
        "\nUncertain on clean sheets: {}.\n",
        by_code.join(", ")
    )
    .expect("a string");

    page += "| check | planted | found | missed | recall | bundles with a false *fails* |\n| --- | ---: | ---: | ---: | ---: | ---: |\n";
    let mut codes: Vec<&str> = tallies.iter().map(|(planter, _)| planter.code).collect();
    codes.sort_unstable();
    codes.dedup();
    for code in codes {
        let own: Vec<&Tally> = tallies
            .iter()
            .filter(|(planter, _)| planter.code == code && planter.expects.is_some())
            .map(|(_, tally)| tally)
            .collect();
        let sum = |of: fn(&Tally) -> usize| own.iter().map(|tally| of(tally)).sum::<usize>();
        let (planted, found, wrong) = (
            sum(|one| one.planted),
            sum(|one| one.found),
            sum(|one| one.wrong),
        );
        if planted > 0 {
            let recall = kit::exact::decimal(found as u128 * 10_000 / planted as u128, 2);
            writeln!(
                page,
                "| {code} | {planted} | {found} | {} | {recall} % | {wrong} |",
                planted - found
            )
            .expect("a string");
        }
    }
    page += "\n| check | kind of defect | must come out | planted | found | false |\n| --- | --- | --- | ---: | ---: | ---: |\n";
    for (planter, tally) in tallies {
        if let Some(outcome) = planter.expects {
            let (code, what, outcome) = (planter.code, planter.what, outcome.name());
            writeln!(
                page,
                "| {code} | {what} | {outcome} | {} | {} | {} |",
                tally.planted, tally.found, tally.wrong
            )
            .expect("a string");
        }
    }
    page += "\n| near | look-alike | audited | false |\n| --- | --- | ---: | ---: |\n";
    for (planter, tally) in tallies
        .iter()
        .filter(|(planter, _)| planter.expects.is_none())
    {
        writeln!(
            page,
            "| {} | {} | {} | {} |",
            planter.code, planter.what, tally.planted, tally.wrong
        )
        .expect("a string");
    }
    if !plant::WITHOUT.is_empty() {
        page += "\nWithout planters:\n\n";
    }
    for (code, why) in plant::WITHOUT {
        writeln!(page, "* {code}: {why}").expect("a string");
    }
    page
}

fn write(numbers: &str) {
    let page = std::fs::read_to_string(PAGE).expect("the page is there");
    let (before, rest) = page.split_once(MARKS[0]).expect("where the numbers begin");
    let (_, after) = rest.split_once(MARKS[1]).expect("where the numbers end");
    let page = format!("{before}{}{numbers}{}{after}", MARKS[0], MARKS[1]);
    std::fs::write(PAGE, page).expect("the page can be written");
}

/// Both together.
fn add(clean: &mut Clean, other: Clean) {
    clean.bundles += other.bundles;
    clean.sheets += other.sheets;
    clean.tables += other.tables;
    clean.rows += other.rows;
    clean.fails.extend(other.fails);
    for (code, count) in other.uncertain {
        *clean.uncertain.entry(code).or_default() += count;
    }
}
