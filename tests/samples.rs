//! The shipped samples read as they are documented to.

use std::fs;

use jixiao::document::{read_sheets, write_sheet};
use jixiao::sheet::Sheet;
use rust_decimal::Decimal;

fn sample(name: &str) -> Sheet {
    let file = format!("samples/wuhan-2024/{name}.yaml");
    let sheets = read_sheets(&file, &fs::read(&file).unwrap()).unwrap_or_else(|problems| {
        let texts: Vec<String> = problems
            .iter()
            .map(|one| one.render(Default::default()))
            .collect();
        panic!("{}", texts.join("\n\n"))
    });
    sheets.into_iter().next().unwrap()
}

fn sum_of_points(sheet: &Sheet) -> Decimal {
    sheet
        .measures()
        .filter_map(|(_, measure)| measure.points.value())
        .sum()
}

#[test]
fn the_three_published_sheets_add_up_as_printed() {
    for (name, rows, named, points, execution, rate, total) in [
        ("whole", 29, 26, "74", Some("18.9"), "0.9440", "92.9"),
        ("series", 28, 24, "73.17", Some("18.73"), "0.9366", "91.9"),
        ("startup", 5, 5, "80", None, "0.8748", "97.5"),
    ] {
        let sheet = sample(name);
        let decimal = |text: &str| Decimal::from_str_exact(text).unwrap();
        assert_eq!(sheet.measures().count(), rows, "{name}");
        assert_eq!(sheet.indicators.len(), named, "{name}");
        assert_eq!(sum_of_points(&sheet), decimal(points), "{name}");
        assert_eq!(
            sheet.budget.total.points.value(),
            execution.map(decimal),
            "{name}"
        );
        assert_eq!(
            sheet.budget.total.rate.value(),
            Some(decimal(rate)),
            "{name}"
        );
        assert_eq!(
            sheet.budget.total.rate.printed().map(|p| p.places),
            Some(4),
            "{name}"
        );
        assert_eq!(sheet.total.value(), Some(decimal(total)), "{name}");
        assert_eq!(
            sheet.budget.full_mark.value(),
            Some(Decimal::from(20)),
            "{name}"
        );
        assert_eq!(
            sheet.indicators_full_mark.value(),
            Some(Decimal::from(80)),
            "{name}"
        );
        assert!(
            sheet
                .measures()
                .all(|(_, measure)| measure.full_mark.value().is_none())
        );
        assert_eq!(sheet.id, name);
        assert_eq!(sheet.year, Some(2024));
    }
    assert_eq!(
        sample("whole").indicator_count.value(),
        Some(Decimal::from(30))
    );
}

#[test]
fn two_measures_share_one_indicator() {
    let named: Vec<String> = sample("series")
        .indicators
        .iter()
        .filter(|indicator| indicator.measures.len() == 2)
        .map(|indicator| indicator.name.clone())
        .collect();
    assert_eq!(
        named,
        [
            "服务补贴券运行管理",
            "创业武汉品牌服务",
            "创业创新服务运维",
            "服务体系建设"
        ]
    );
}

#[test]
fn labels_stand_where_they_were_printed() {
    let whole = sample("whole");
    let level2 = |sheet: &Sheet, name: &str| {
        let found = sheet
            .indicators
            .iter()
            .find(|indicator| indicator.name == name);
        found.unwrap().level2().to_owned()
    };
    assert_eq!(level2(&whole, "服务入驻企业数量"), "质量指标");
    assert_eq!(level2(&whole, "组织计算机软考场次"), "质量指标");
    let startup = sample("startup");
    let drifted = startup
        .indicators
        .iter()
        .find(|one| one.name == "后勤正常运行率");
    assert_eq!(drifted.unwrap().levels, ["效益指标", "质量指标"]);
}

#[test]
fn every_sample_survives_being_written() {
    for name in ["whole", "series", "startup"] {
        let sheet = sample(name);
        let text = write_sheet(&sheet);
        let again = read_sheets("again.yaml", text.as_bytes()).unwrap();
        assert_eq!(write_sheet(&again[0]), text);
    }
}
