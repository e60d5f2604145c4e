//! `jixiao whatif --sweep` and `--break-even` as a user runs them.

use crate::cli::desk::{SHEET, desk, jixiao};

use super::command::conforms;

const WHOLE: &str = "whatif samples/wuhan-2024/whole.yaml";

#[test]
fn a_sweep_is_a_table_with_exact_places() {
    jixiao(&format!(
        "{WHOLE} --sweep execution.weight=10..30 --lang en"
    ))
    .succeeds()
    .prints_line("20 92.60 excellent")
    .prints_line("10 83.17 -9.43 good")
    .prints("total 83.17 to 102.04")
    .prints("above 1165527129/67613600 (about 17.238058): good → excellent")
    .complains_of_nothing();
    jixiao(
        "whatif samples/wuhan-2024/series.yaml --sweep rows[培训对象参训率].actual=80%..100%:1%",
    )
    .succeeds()
    .prints_line("81% 94.15 +2.25 优")
    .prints("等级不变: 优")
    .prints("90% 起: 第 21 行 达到目标");
    // On top of what is set.
    jixiao(&format!(
        "{WHOLE} --set levels.效益.weight=15 --sweep execution.weight=20..30 --lang en"
    ))
    .succeeds()
    .prints("on top of: levels.效益.weight: 20 → 15")
    .prints("good → excellent");
}

#[test]
fn break_even_names_what_would_change_the_grade() {
    jixiao(&format!("{WHOLE} --break-even --lang en"))
        .succeeds()
        .prints("total 92.60, excellent")
        .prints("down to good: more than 2.60 points fewer")
        .prints_line("29 后勤满意度 100% below 70.2525% → good below 7.395 → good 10.00")
        .prints_line("levels.效益.weight 20 below 17.375 → good")
        .prints("rows 1–22 cannot change the grade alone");
    let desk = desk().with("a.yaml", SHEET.replace("actual: 5场", "actual: 若干"));
    desk.run("whatif a.yaml --break-even --lang en")
        .succeeds()
        .prints("no total, so no grade to change");
}

#[test]
fn json_conforms() {
    for words in [
        format!("{WHOLE} --sweep execution.weight=10..30 --break-even"),
        format!("{WHOLE} --sweep execution.weight=10..30 --sweep levels.效益.weight=10..30"),
        format!("{WHOLE} --set execution.weight=15 --break-even"),
        "whatif samples/wuhan-2024 --break-even".to_owned(),
    ] {
        let said = jixiao(&format!("{words} -f json -q")).succeeds();
        conforms("whatif.schema.json", &said.json());
    }
    let words = format!("{WHOLE} --sweep execution.weight=10..30 -f json");
    let found = &jixiao(&words).succeeds().json()["sheets"][0]["sweep"];
    assert_eq!(found["grades"][0]["side"], "above");
    assert_eq!(found["grades"][0]["at"], "1165527129/67613600");
    assert_eq!(found["points"].as_array().unwrap().len(), 21);
}

#[test]
fn csv_has_points_and_places() {
    jixiao(&format!(
        "{WHOLE} --sweep levels.效益.weight=10..30 --break-even -f csv"
    ))
    .succeeds()
    .prints("sheet,what,key,at,key2,at2,side,total,grade,before,note")
    .prints("whole,point,levels.效益.weight,20,,,,92.60,优,,")
    .prints("whole,grade,levels.效益.weight,17.375,,,from,,优,良,")
    .prints("whole,down,,2.60,,,above,,良,优,")
    .prints("whole,points,rows[29].points,7.395,,,from,,良,优,");
}

#[test]
fn two_keys_make_a_grid() {
    jixiao("whatif samples/wuhan-2024/series.yaml --sweep execution.weight=10..30:10 --sweep levels.效益.weight=10..30:10 --lang en")
        .succeeds()
        .prints("columns: levels.效益.weight")
        .prints_line("20 77.90 fair 87.90 good 97.90 excellent")
        .prints_line("execution.weight=20 from 12.1 on: fair → good; from 22.1 on: good → excellent");
}

#[test]
fn a_chart_is_an_svg_file() {
    let desk = desk().with("a.yaml", SHEET.replace("示例项目自评表", "甲 < 乙 & 丙"));
    desk.run("whatif a.yaml --sweep rows[1].actual=0..12 --chart a.svg -q")
        .succeeds();
    let svg = std::fs::read_to_string(desk.path("a.svg")).unwrap();
    assert!(
        svg.starts_with("<svg ") && svg.ends_with("</svg>\n"),
        "{svg}"
    );
    for text in ["甲 &lt; 乙 &amp; 丙", "5.9975 起 良 → 优", "<polyline "] {
        assert!(svg.contains(text), "{text}\n{svg}");
    }
    desk.run("whatif a.yaml --break-even --chart b.svg --lang en")
        .ends_with(2)
        .complains("a chart shows one sweep of one sheet");
}

#[test]
fn what_is_wrong_says_what_to_do() {
    for (words, said, help) in [
        (
            "--sweep a",
            "is not KEY=FROM..TO",
            "execution.weight=10..30",
        ),
        (
            "--sweep execution.weight=10",
            "is not KEY=FROM..TO",
            "execution.weight=10..30",
        ),
        (
            "--sweep execution.weight=30..10",
            "begins at 30",
            "smaller number first",
        ),
        (
            "--sweep execution.weight=10..30:0",
            "not above 0",
            "step above 0",
        ),
        (
            "--sweep execution.weight=1..30:0.001",
            "more than 1000 points",
            "larger step",
        ),
        (
            "--sweep execution.weight=-1..30",
            "`-1` is not possible",
            "not below 0",
        ),
        (
            "--sweep exection.weight=1..30",
            "exection",
            "did you mean `execution`",
        ),
        (
            "--sweep rows[1].actual=80%..90",
            "not written like",
            "like 80%",
        ),
        (
            "--sweep rows[1].applicable=0..1",
            "is no number",
            "--scenario",
        ),
        (
            "--sweep rounding.rows.places=0..1:0.5",
            "only whole numbers",
            "whole numbers",
        ),
        (
            "--sweep rows[99].actual=1..2",
            "there is no row `99`",
            "from 1 to 29",
        ),
        (
            "--sweep params.x=1..2",
            "no parameter `x`",
            "keys that can stand here",
        ),
        (
            "--break-even -r wuhan -r national",
            "nor several --rules",
            "one rule at a time",
        ),
    ] {
        jixiao(&format!("{WHOLE} {words} --lang en"))
            .ends_with(2)
            .complains(said)
            .complains(help)
            .prints_nothing();
    }
}

#[test]
fn a_document_has_what_the_tables_have() {
    let sweep = "--sweep rows[20].actual=0%..100%:20%";
    jixiao(&format!(
        "whatif samples/wuhan-2024/series.yaml {sweep} -f md --lang en"
    ))
    .succeeds()
    .prints("## series ")
    .prints("| 20% |")
    .prints("* from 23.324% on: good → excellent")
    .prints("* from 98% on: row 20 meets its target");
    jixiao(&format!(
        "whatif samples/wuhan-2024/series.yaml {sweep} --sweep execution.weight=10..20:10 -f md --set rows[1].actual=2个"
    ))
    .succeeds()
    .prints("在此之上")
    .prints("| rows\\[20\\].actual | 10 | 20 |");
    jixiao(&format!("{WHOLE} --break-even -f md --lang en"))
        .succeeds()
        .prints("total 92.60, excellent")
        .prints("* down to good: more than 2.60 points fewer")
        .prints("| execution.weight |");
    let said = jixiao(&format!("{WHOLE} --break-even -f jsonl"));
    let text = said.succeeds().json();
    assert_eq!(text["baseline"]["id"], "whole");
}

#[test]
fn a_key_some_sheets_have_is_swept_there() {
    jixiao("whatif samples/wuhan-2024 --sweep rows[后勤正常运行率].actual=50%..100% --lang en")
        .succeeds()
        .prints("whole ")
        .complains("does not apply in 1 places");
}
