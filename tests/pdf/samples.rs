//! The samples of `samples/documents/pdf-test`, cell by cell.

use jixiao::document::Block;

use super::{document, drawn, lines, refusal, sample, tables};

#[test]
fn a_form_in_the_encoding_of_a_font_that_is_not_embedded() {
    let document = document(&sample("unigb.pdf"));
    let [
        Block::Line(title),
        Block::Table(form),
        Block::Line(note),
        Block::Line(reason),
    ] = &document.blocks[..]
    else {
        panic!("{:?}", document.blocks);
    };
    assert_eq!(title.text, "2024年度创业创新运行保障支出项目自评表");
    assert_eq!(note.text, "注：金额单位为万元，执行率 = B/A。");
    assert_eq!(
        reason.text,
        "软考考场费改由省软考办支付，这部分经费无法执行。"
    );
    assert_eq!(reason.origin.line, 3);
    assert_eq!(reason.origin.cell.as_deref(), Some("第1页"));
    assert_eq!(
        drawn(form),
        "\
单位名称 | 武汉市中小企业发展促进中心→3 | 填报日期 | 2025年→2
预算执行情况（万元）↓2 | · | 预算数(A) | 执行数(B) | 执行率(B/A) | 得分→2
年度财政资金总额 | 155 | 135.6 | 87.48% | 17.5分→2
一级指标 | 二级指标 | 三级指标 | 年初目标值(A) | 实际完成值(B) | 得分 | 备注
产出指标↓2 | 数量指标↓2 | 服务企业数量 | 55 | 55 | 13分 | ·
组织计算机软考场次 | 2 | 2 | 13分 | ·
效益指标↓2 | 质量指标 | 后勤正常运行率 | 98% | 98% | 14分 | ·
经济效益指标 | 促进中小微企业¶可持续健康发展 | 是 | 是 | 20分 | ·
满意度指标 | 服务对象满意度指标 | 后勤满意度 | 95% | 100% | 20分 | ·
总分 | 97.5分→6
"
    );
    assert_eq!((form.name.as_str(), form.page), ("表1", Some(1)));
    let rate = form.at(2, 4).unwrap();
    assert_eq!(rate.origin.cell.as_deref(), Some("第1页 表1!R3C5"));
    assert_eq!(&*rate.origin.file, "a.pdf");
    assert_eq!(document.sha256.len(), 64);
}

#[test]
fn a_table_cut_by_a_page_break() {
    let document = document(&sample("pages.pdf"));
    let tables = tables(&document);
    let pages: Vec<_> = tables
        .iter()
        .map(|grid| (grid.name.as_str(), grid.page))
        .collect();
    assert_eq!(pages, [("表1", Some(1)), ("表2", Some(2))]);
    assert_eq!(
        drawn(tables[0]),
        "\
一级指标 | 二级指标 | 三级指标 | 年初目标值(A) | 实际完成值(B) | 得分
产出指标↓15 | 数量指标↓14 | 课题攻关 | 3个 | 4个 | 2分
平台运维，发布信息 | 每月100篇 | 每月165篇 | 2分
平台服务企业及个人用户 | 20万人次/家次 | 26万人次/家次 | 2分
监测工业企业经济运行情况 | 350家 | 1035家 | 2分
服务补贴券运行管理↓2 | 6000家 | 0 | 0分
3000万 | 0 | 0分
创业武汉品牌服务↓2 | 350项 | 355项 | 1分
12000家次 | 13021家次 | 1分
万企育才考核 | 1600000人 (线上+线下) | 0 | 0分
对接、辅导活动场次 | 58场 | 71场 | 2分
服务企业家次 | 2260家 | 2384家 | 2分
企业服务需求问卷数 | 1000份 | 1007份 | 2分
实地调研企业数 | 200家 | 250家 | 2分
精准服务企业家数 | 110家 | 466家 | 2分
质量指标 | 平台运营不间断服务率 | 98% | 100% | 2.5分
"
    );
    assert_eq!(
        drawn(tables[1]),
        "\
一级指标 | 二级指标 | 三级指标 | 年初目标值(A) | 实际完成值(B) | 得分
·↓3 | · | 培训对象参训率 | ≥90% | 0 | 0分
时效指标↓2 | 平台维护率 | 100% | 100% | 2.5分
当期任务完成及时率 | 100% | 86.67% | 2.17分
效益指标↓2 | 社会效益指标↓2 | 持续优化营商环境,助力中小企业高质量发展 | 是 | 是 | 6分
节约中小企业成本 | 3000万 | 5000万 | 6分
满意度指标 | 服务对象满意度指标 | 社会公众或服务对象满意度 | ≥85% | 98.88% | 16分
总分 | 91.9分→5
"
    );
    let last = document.blocks.last();
    let Some(Block::Line(line)) = last else {
        panic!("{last:?}");
    };
    assert_eq!(
        (line.text.as_str(), line.origin.line),
        ("金额单位：万元", 1)
    );
    assert_eq!(line.origin.cell.as_deref(), Some("第2页"));
}

#[test]
fn a_table_in_gbk() {
    let document = document(&sample("gbk.pdf"));
    let expected = "指标名称 | Full 分值\n组织计算机软考场次 | 13分\n≥98% | 20\n";
    assert_eq!(drawn(tables(&document)[0]), expected);
}

#[test]
fn a_table_without_ruling_lines() {
    let document = document(&sample("aligned.pdf"));
    assert_eq!(
        drawn(tables(&document)[0]),
        "\
二级指标 | 三级指标 | 指标值 | 计量单位
数量指标 | 服务企业数量 | 55 | 家
数量指标 | 组织计算机软考场次 | 2 | 场
质量指标 | 后勤正常运行率 | ≥98 | %
"
    );
    let around = [
        "项目支出绩效目标表",
        "单位：武汉市中小企业发展促进中心",
        "指标值依据上年完成情况确定。",
    ];
    assert_eq!(lines(&document), around);
}

#[test]
fn what_has_no_words_or_needs_a_password_is_refused() {
    assert_eq!(
        refusal(&sample("scan.pdf")),
        "扫描件没有文字层，无法读出表格"
    );
    assert_eq!(
        refusal(&sample("encrypted.pdf")),
        "PDF 已加密，打开它需要密码"
    );
}

/// Why fonts are rewritten (docs/decisions/0009). When this fails, the library has learnt the
/// encoding and `src/document/pdf/fonts.rs` can be shorter.
#[test]
fn the_library_alone_cannot_read_the_encoding() {
    let pdf = pdfplumber::Pdf::open_bytes(&sample("unigb.pdf"), None).unwrap();
    let page = pdf.pages().get(0).unwrap();
    let text: String = page
        .chars()
        .iter()
        .map(|glyph| glyph.text.as_str())
        .collect();
    assert!(!text.contains("自评表"), "{text}");
}
