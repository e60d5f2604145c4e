//! Other forms than the one of Wuhan: the national one, a provincial one, several goals, csv and
//! pipes.

use jixiao::document::{Block, Document, Grid, GridCell, read_text};
use jixiao::recognise::{NoteKind, Recognised, recognise};
use jixiao::sheet::{Direction, MoneyUnit, Scope, Sheet};

fn read(file: &str, text: &str) -> Recognised {
    recognise(&read_text(file, text.as_bytes()).unwrap().document)
}

/// Name, target, actual, full mark, points of every row.
fn rows(sheet: &Sheet) -> Vec<String> {
    let rows = sheet.measures();
    rows.map(|(indicator, measure)| {
        let text = |entry: &jixiao::sheet::Entry| {
            entry
                .printed()
                .map_or(String::new(), |printed| printed.text.clone())
        };
        format!(
            "{} {} {} {} {} {}",
            indicator.levels.join("/"),
            indicator.name,
            measure.target.0.text,
            measure.actual.0.text,
            text(&measure.full_mark),
            text(&measure.points)
        )
    })
    .collect()
}

const NATIONAL: &str = "\
项目支出绩效自评表\t\t\t\t\t\t\t\t
（2023年度）\t\t\t\t\t\t\t\t
项目名称\t道路养护\t\t\t\t\t\t\t
主管部门\t市交通局\t\t\t实施单位\t市养护中心\t\t\t
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\t
\t年度资金总额\t100\t120\t114\t10\t95%\t9.5\t
\t其中：当年财政拨款\t100\t100\t94\t—\t94%\t—\t
\t上年结转资金\t0\t20\t20\t—\t100%\t—\t
年度总体目标\t预期目标\t\t\t\t实际完成情况\t\t\t
\t养护道路30公里\t\t\t\t养护道路31公里\t\t\t
绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
\t产出指标\t数量指标\t养护里程\t≥30公里\t31公里\t30\t30\t
\t\t质量指标\t验收合格率\t100%\t98%\t20\t19.6\t两处返工
\t效益指标\t社会效益指标\t群众出行\t改善\t改善\t30\t30\t
\t满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t92%\t10\t10\t
总分\t\t\t\t\t\t100\t99.1\t
";

fn national(sheet: &Sheet) {
    assert_eq!((sheet.scope, sheet.year), (Scope::Project, Some(2023)));
    assert_eq!(sheet.project.as_deref(), Some("道路养护"));
    assert_eq!(sheet.unit, "市养护中心");
    assert_eq!(sheet.department.as_deref(), Some("市交通局"));
    let total = &sheet.budget.total;
    let value = |entry: &jixiao::sheet::Entry| entry.value().map(|value| value.to_string());
    assert_eq!(total.name, "年度资金总额");
    assert_eq!(value(&total.budget).as_deref(), Some("120"));
    assert_eq!(value(&total.points).as_deref(), Some("9.5"));
    assert_eq!(value(&sheet.budget.full_mark).as_deref(), Some("10"));
    assert_eq!(sheet.budget.money_unit, MoneyUnit::TenThousandYuan);
    assert_eq!(sheet.budget.sources.len(), 2);
    assert_eq!(
        value(&sheet.budget.sources[1].executed).as_deref(),
        Some("20")
    );
    assert_eq!(sheet.goals.len(), 1);
    assert_eq!(sheet.goals[0].text, "养护道路30公里");
    assert_eq!(value(&sheet.total).as_deref(), Some("99.1"));
    assert_eq!(
        rows(sheet),
        [
            "产出指标/数量指标 养护里程 ≥30公里 31公里 30 30",
            "产出指标/质量指标 验收合格率 100% 98% 20 19.6",
            "效益指标/社会效益指标 群众出行 改善 改善 30 30",
            "满意度指标/服务对象满意度指标 群众满意度 ≥90% 92% 10 10",
        ]
    );
    let reason = sheet.indicators[1].reason.as_ref().unwrap();
    assert_eq!(reason.text, "两处返工");
    assert!(sheet.indicators[0].reason.is_none());
}

#[test]
fn the_national_form_in_tabs_csv_and_pipes() {
    let found = read("a.txt", NATIONAL);
    national(&found.sheets[0]);
    assert_eq!(found.sheets.len(), 1);
    assert!(found.notes.is_empty(), "{:?}", found.notes);
    let csv = NATIONAL.replace('\t', ",");
    national(&read("a.csv", &csv).sheets[0]);
    let lines: Vec<String> = NATIONAL
        .lines()
        .map(|line| format!("| {} |\n", line.replace('\t', " | ")))
        .collect();
    national(&read("a.md", &lines.concat()).sheets[0]);
}

/// The same form as an office file has it: labels merged over the rows they stand for.
#[test]
fn merged_cells_are_read_like_empty_ones() {
    let read = read_text("a.txt", NATIONAL.as_bytes()).unwrap();
    let blocks = read.document.blocks.into_iter().map(|block| match block {
        Block::Table(grid) => {
            let height = |cell: &GridCell| match cell.text.as_str() {
                "绩效指标" => 5,
                "产出指标" => 2,
                _ => 1,
            };
            let cells = grid.cells.iter().map(|cell| GridCell {
                row_span: height(cell),
                ..cell.clone()
            });
            let cells = cells.collect();
            Block::Table(Grid { cells, ..grid })
        }
        line => line,
    });
    let document = Document {
        blocks: blocks.collect(),
        ..Document::default()
    };
    national(&recognise(&document).sheets[0]);
}

#[test]
fn a_provincial_form_with_operator_and_unit_columns_and_money_below() {
    let text = "\
项目绩效目标自评表（2022年度）

项目名称：数字档案
主管部门：市档案局 实施单位：市档案馆

一级指标\t二级指标\t指标名称\t权重\t指标性质\t年度指标值\t计量单位\t全年实际值\t自评得分\t复核得分\t未完成原因及拟采取的改进措施
产出指标\t数量指标\t数字化页数\t20\t≥\t50\t万页\t52\t20\t20\t
\t质量指标\t差错率\t20\t≤\t0.5\t%\t0.4\t20\t19\t
\t时效指标\t完成时间\t10\t定性\t按期\t/\t按期\t10\t10\t
效益指标\t社会效益指标\t查档便利\t40\t正向\t提升\t\t提升\t35\t35\t宣传不够
合计\t\t\t90\t\t\t\t\t85\t84\t

资金来源\t全年预算数(A)\t全年执行数(B)\t执行率(%)\t分值\t得分
年度资金总额\t200\t190\t95\t10\t9.5
自评等级\t良\t\t\t\t
";
    let found = read("a.txt", text);
    let sheet = &found.sheets[0];
    assert_eq!((sheet.year, sheet.unit.as_str()), (Some(2022), "市档案馆"));
    assert_eq!(
        rows(sheet),
        [
            "产出指标/数量指标 数字化页数 ≥50万页 52万页 20 20",
            "产出指标/质量指标 差错率 ≤0.5% 0.4% 20 20",
            "产出指标/时效指标 完成时间 按期 按期 10 10",
            "效益指标/社会效益指标 查档便利 提升 提升 40 35",
        ]
    );
    assert_eq!(
        sheet.indicators[1].measures[0].direction,
        Some(Direction::AtMost)
    );
    let total = &sheet.budget.total;
    assert_eq!(
        total.rate.value().map(|rate| rate.to_string()).as_deref(),
        Some("0.95")
    );
    assert_eq!(
        sheet
            .total
            .value()
            .map(|total| total.to_string())
            .as_deref(),
        Some("85")
    );
    assert_eq!(
        sheet.grade.as_ref().map(|grade| grade.text.as_str()),
        Some("良")
    );
}

#[test]
fn several_annual_goals_share_one_sheet() {
    let text = "\
2024年度甲项目自评表
项目名称\t甲
年度绩效目标1（40分）\t一级指标\t二级指标\t三级指标\t年初目标值（A）\t实际完成值（B）\t得分
\t产出指标\t数量指标\t场次\t3场\t3场\t40分
年度绩效目标2（40分）\t一级指标\t二级指标\t三级指标\t年初目标值（A）\t实际完成值（B）\t得分
\t产出指标\t数量指标\t人数\t5人\t5人\t40分
总分\t\t\t2个指标\t\t\t80分
";
    let found = read("a.txt", text);
    assert_eq!(found.sheets.len(), 1);
    let sheet = &found.sheets[0];
    assert_eq!(sheet.measures().count(), 2);
    let value = |entry: &jixiao::sheet::Entry| entry.value().map(|value| value.to_string());
    assert_eq!(value(&sheet.indicators_full_mark).as_deref(), Some("80"));
    assert_eq!(value(&sheet.indicator_count).as_deref(), Some("2"));
    assert_eq!(value(&sheet.total).as_deref(), Some("80"));
}

#[test]
fn several_projects_in_one_table_without_titles() {
    let form = |name: &str| {
        format!(
            "项目名称\t{name}\t\t\t\n一级指标\t三级指标\t目标值\t实际值\t得分\n产出指标\t场次\t3场\t3场\t50\n总分\t\t\t\t50\n"
        )
    };
    let found = read("a.txt", &[form("甲"), form("乙")].concat());
    let projects: Vec<_> = found
        .sheets
        .iter()
        .map(|sheet| sheet.project.clone())
        .collect();
    assert_eq!(projects, [Some("甲".to_owned()), Some("乙".to_owned())]);
    assert_eq!(found.sheets[1].id, "a#2");
}

#[test]
fn other_tables_are_no_sheets() {
    let found = read(
        "a.txt",
        "2024年支出决算表\n\n项目\t合计\t基本支出\t项目支出\n小计\t3\t1\t2\n\n序号\t重要事项\t完成情况\n1\t服务\t好\n",
    );
    assert_eq!((found.sheets.len(), found.targets.len()), (0, 0));
    assert!(found.notes.is_empty());
}

#[test]
fn a_self_evaluation_without_separators_is_refused_aloud() {
    let found = read(
        "a.txt",
        "2024年甲项目自评表\n一级指标 二级指标 三级指标 指标值 实际完成值 得分\n产出指标 数量指标 场次 3 场 3 场 2\n",
    );
    assert!(found.sheets.is_empty() && found.targets.is_empty());
    assert_eq!(found.notes.len(), 1);
    assert_eq!(found.notes[0].kind, NoteKind::NoRows);
}
