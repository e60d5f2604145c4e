//! A wide table of many institutions, made and not stored.

use std::fmt::Write;

/// The mapping of [`wide`] with this many measures.
pub fn mapping(measures: usize) -> String {
    let names: Vec<String> = (1..=measures).map(|number| format!("M{number}")).collect();
    format!(
        "layout: wide\n\
         sheet: {{id: Facility ID, title: Facility Name, unit: Facility Name, year: 2024, total: Total}}\n\
         missing: [Not Available]\n\
         readings: ['{{value}} out of {{}}']\n\
         measures:\n\
         - each: [{}]\n  levels: [Domain]\n  target: '{{name}} Benchmark'\n  actual: '{{name}} Rate'\n  \
         points: '{{name}} Score'\n  full_mark: {{value: 10}}\n  \
         inputs: {{threshold: '{{name}} Threshold', before: '{{name}} Baseline'}}\n",
        names.join(", ")
    )
}

/// Institutions with five columns a measure and ten of their own; every seventh value is missing.
pub fn wide(institutions: usize, measures: usize) -> String {
    let mut text =
        String::from("Facility ID,Facility Name,Address,City,State,ZIP,County,Phone,Note,Total");
    for number in 1..=measures {
        for column in ["Threshold", "Benchmark", "Baseline", "Rate", "Score"] {
            let _ = write!(text, ",M{number} {column}");
        }
    }
    text.push('\n');
    let mut seed = 7_u64;
    let mut next = |below: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for institution in 0..institutions {
        let _ = write!(
            text,
            "{:06},\"Hospital No. {institution}, North\",1 Main Street,Springfield,AL,36301,HOUSTON,(334) 793-8701,,{}.{:05}",
            10_001 + institution,
            next(100),
            next(100_000)
        );
        for number in 0..measures {
            let (a, b) = (500_000 + number * 1_000, 900_000 + number);
            if next(7) == 0 {
                let _ = write!(
                    text,
                    ",0.{a},0.{b},Not Available,Not Available,Not Available"
                );
            } else {
                let (before, now, score) = (next(1_000_000), next(1_000_000), next(11));
                let _ = write!(
                    text,
                    ",0.{a},0.{b},0.{before:06},0.{now:06},{score} out of 10"
                );
            }
        }
        text.push('\n');
    }
    text
}
