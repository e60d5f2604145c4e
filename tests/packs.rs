//! The shipped packs, the examples beside them, and what a rule choice does to one published sheet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jixiao::document::read_sheets;
use jixiao::rules::{Editions, PackFiles, RulePack, cases, load};
use jixiao::score::Scorer;
use jixiao::words::Lang;

/// The one edition a name or a folder stands for.
fn files(name: &str) -> PackFiles {
    let (mut files, _) = PackFiles::find(name).unwrap_or_else(|_| panic!("no pack {name}"));
    assert_eq!(files.len(), 1, "{name} has several editions");
    files.remove(0)
}

fn pack(name: &str) -> Arc<RulePack> {
    let texts = |problems: Vec<jixiao::document::Problem>| -> RulePack {
        let texts: Vec<String> = problems.iter().map(|one| one.render(Lang::En)).collect();
        panic!("{}", texts.join("\n\n"))
    };
    Arc::new(load(&files(name)).unwrap_or_else(texts))
}

/// Total and grade of 系列服务 under a pack.
fn series(name: &str) -> (String, String) {
    let path = "samples/wuhan-2024/series.yaml";
    let sheet = read_sheets(path, &std::fs::read(path).unwrap()).unwrap();
    let scorer = Scorer::new(pack(name)).unwrap();
    let evaluation = scorer.score(&Arc::new(sheet[0].clone())).unwrap();
    let total = evaluation.total.as_ref().expect("a total").to_string();
    let grade = evaluation.grade.expect("a grade");
    (total, evaluation.pack.grades[grade].name.zh.clone())
}

#[test]
fn one_published_sheet_under_several_rules() {
    for (name, total, grade) in [
        ("wuhan", "91.90", "优"),
        ("hubei", "91.90", "优"),
        ("national@2020", "90.84", "优"),
        ("tests/packs/national-rounded-once", "90.82", "优"),
        ("tests/packs/execution-band", "88.46", "良"),
        ("tests/packs/brands-not-run", "89.90", "良"),
        ("overshoot-minus-2", "76.90", "中"),
        // No reverse row and a rate above 80 %: these two change nothing here.
        ("execution-capped", "91.90", "优"),
        ("reverse-linear", "91.90", "优"),
    ] {
        let expected = (total.to_owned(), grade.to_owned());
        assert_eq!(series(name), expected, "{name}");
    }
}

/// The table of docs/variants.md: pack and case.
fn variants() -> Vec<(String, String)> {
    let page = std::fs::read_to_string("docs/variants.md").unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| "));
    rows.filter_map(|row| {
        let mut quoted = row.split('`').skip(1).step_by(2).map(str::to_owned);
        Some((quoted.next()?, quoted.next()?))
    })
    .collect()
}

#[test]
fn every_variant_names_a_case_that_holds() {
    let variants = variants();
    assert!(
        variants.len() > 45,
        "the table was read: {}",
        variants.len()
    );
    for (name, wanted) in variants {
        let cases = cases(&files(&name)).unwrap();
        let case = cases.iter().find(|case| case.name == wanted);
        let case = case.unwrap_or_else(|| panic!("{name} has no case {wanted}"));
        let found = Scorer::new(pack(&name)).unwrap().check(case, Lang::En);
        assert_eq!(found.unwrap(), [], "{name}: {wanted}");
    }
}

#[test]
fn every_example_is_listed_and_all_its_cases_hold() {
    let listed: BTreeSet<String> = variants().into_iter().map(|(pack, _)| pack).collect();
    for entry in std::fs::read_dir("samples/rules").unwrap() {
        let folder = format!(
            "samples/rules/{}",
            entry.unwrap().file_name().to_string_lossy()
        );
        assert!(listed.contains(&folder), "docs/variants.md lacks {folder}");
        let scorer = Scorer::new(pack(&folder)).unwrap();
        for case in cases(&files(&folder)).unwrap() {
            let found = scorer.check(&case, Lang::En).unwrap();
            assert_eq!(found, [], "{folder}: {}", case.name);
        }
    }
}

#[test]
fn every_shipped_method_part_and_grade_has_a_clause_in_both_languages() {
    for (name, edition) in PackFiles::shipped() {
        let pack = pack(&format!("{name}@{edition}"));
        for citation in &pack.citations {
            for text in [&citation.source, &citation.says] {
                let both = !text.zh.is_empty() && !text.en.is_empty();
                assert!(both, "{}: {}", pack.name(), citation.key);
            }
        }
        let unsourced = pack.asked().find(|asked| asked.citation.is_empty());
        assert_eq!(unsourced, None, "{}", pack.name());
        assert!(!cases(&files(&pack.name())).unwrap().is_empty());
    }
}

#[test]
fn released_editions_are_frozen() {
    let text = std::fs::read_to_string("rules/released.yaml").unwrap();
    let released: BTreeMap<String, String> = serde_yaml::from_str(&text).unwrap();
    let shipped: BTreeMap<String, String> = PackFiles::shipped()
        .into_iter()
        .map(|(name, edition)| {
            let name = format!("{name}@{edition}");
            let sha256 = pack(&name).sha256.clone();
            (name, sha256)
        })
        .collect();
    let mut wrong = Vec::new();
    for (name, sha256) in &released {
        match shipped.get(name) {
            Some(now) if now == sha256 => {}
            Some(now) => wrong.push(format!("{name} changed: {sha256} -> {now}")),
            None => wrong.push(format!("{name} is gone")),
        }
    }
    let new = shipped.keys().filter(|name| !released.contains_key(*name));
    wrong.extend(new.map(|name| format!("{name}: {} has no line yet", shipped[name])));
    assert!(
        wrong.is_empty(),
        "{}\n\nA released edition is frozen: scores computed under it have to stay what they are.\n\
         To change a rule, copy rules/PACK/EDITION to rules/PACK/NEW, write its own `edition` and `in_force` \
         (of several in force the one that began last is used), change that, add its line to rules/released.yaml, and say in CHANGELOG.md whose score moves.\n\
         Only an edition that was in no release yet may get a new checksum on its line.",
        wrong.join("\n")
    );
}

#[test]
fn a_function_takes_the_place_of_one_with_another_number_of_arguments() {
    // national-core's 正向 takes (m, params), the one below it (m).
    let pack = pack("national-core");
    let cases = cases(&files("national-core")).unwrap();
    let case = cases
        .iter()
        .find(|case| case.name == "完成比率，低于及格线");
    // Which of two was found used to depend on the order of a hash map.
    for _ in 0..8 {
        let scorer = Scorer::new(Arc::clone(&pack)).unwrap();
        assert_eq!(scorer.check(case.unwrap(), Lang::En).unwrap(), []);
    }
}

#[test]
fn an_edition_knows_its_years() {
    let jianghan = Editions::find("jianghan").unwrap();
    assert!(!jianghan.for_year(Some(2024)).in_force);
    assert!(jianghan.for_year(Some(2026)).in_force);
    assert!(!jianghan.for_year(None).in_force);
}
