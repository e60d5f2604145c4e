//! Dates, ranks, words, lists, and numbers among words.

use super::*;

#[test]
fn dates_and_deadlines() {
    assert_cells(&[
        ("12月底之前完成", "≤?-12-31"),
        ("2024年12月31日前", "≤2024-12-31"),
        ("2024年6月", "2024-6-?"),
        ("2024-12-31", "2024-12-31"),
        ("2024/6/30", "2024-6-30"),
        ("2024年底前完成", "≤2024-12-31"),
        ("年底前", "≤?-12-31"),
        ("2月底", "?-2-29"),
        ("2023年2月底", "2023-2-28"),
        ("6月中旬", "?-6-20"),
        ("于11月15日完成", "?-11-15"),
        ("2月30日", "NoSuchDate"),
        ("13月", "NoSuchDate"),
        ("2024年", "word:2024年 ?NumbersInWords"),
        ("4季度", "word:4季度 ?NumbersInWords"),
        ("6月至年底", "word:6月至年底 ?NumbersInWords"),
        ("6月到9月", "word:6月到9月 ?NumbersInWords"),
        ("每月15日前", "15日 per Month (前) ?WordsAroundNumber"),
        ("5个工作日", "5个工作日"),
        ("≤1小时", "≤1小时"),
    ]);
}

#[test]
fn growth_and_rank() {
    assert_cells(&[
        ("增长", "Up"),
        ("持续增长", "Up"),
        ("下降", "Down"),
        ("累计下降", "Down"),
        ("基本持平", "Flat"),
        ("≥6%", "≥0.06"),
        ("增长6%以上", "≥0.06 (增长)"),
        ("同比增长6.5%", "0.065 (增长)"),
        ("下降5%", "0.05 (下降) ?WordsAroundNumber"),
        ("提高到95%", "0.95"),
        ("前5位", "≤#5"),
        ("≤第5名", "≤#5"),
        ("全省前三名", "≤#3 (全省)"),
        ("第3名", "#3"),
        ("排名第2", "#2 (排名)"),
        ("全国前列", "level:全国前列"),
    ]);
}

#[test]
fn words_and_levels() {
    assert_cells(&[
        ("是", "word:是"),
        ("无事故", "word:无事故"),
        ("无投诉", "word:无投诉"),
        ("标杆", "word:标杆"),
        ("<p>预 期</p>", "word:预期"),
        ("有效提升", "level:有效提升"),
        ("基本稳定", "level:基本稳定"),
        ("合理区间内\n运行", "level:合理区间内运行"),
        ("优", "Grade('优')"),
        ("达成年度指标", "Reached"),
        ("部分达成年度指标并具有一定效果", "PartlyReached"),
        ("未达成年度指标且效果较差", "NotReached"),
        ("7×24小时", "word:7×24小时 ?NumbersInWords"),
        ("5G基站覆盖", "word:5G基站覆盖 ?NumbersInWords"),
    ]);
}

#[test]
fn several_values_in_a_cell() {
    assert_cells(&[
        ("3个、8个", "{3个 | 8个}"),
        (
            "标杆智能工厂10家，示范项目20个",
            "{10家 (标杆智能工厂) | 20个 (示范项目)}",
        ),
        ("1.培训3场；2.走访5家", "{3场 (培训) | 5家 (走访)}"),
        ("①培训3场②走访5家", "{3场 (培训) | 5家 (走访)}"),
        ("培训3场\n走访5家", "{3场 (培训) | 5家 (走访)}"),
        (
            "省级10家(线上)，市级≥20家",
            "{10家 (省级；线上) | ≥20家 (市级)}",
        ),
        ("3,582", "3582"),
        ("完成3场，效果良好", "3场 (效果良好) ?WordsAroundNumber"),
    ]);
}

#[test]
fn notes_and_words_around_a_number() {
    assert_cells(&[
        ("1600000人 (线上+线下)", "1600000人 (线上+线下)"),
        ("全年2次", "2次"),
        ("共3个", "3个"),
        ("2024年培训3场", "3场 (2024年培训) ?WordsAroundNumber"),
        ("标杆智能工厂10家", "10家 (标杆智能工厂) ?WordsAroundNumber"),
        ("未达到95%", "≥0.95 (未) ?WordsAroundNumber"),
        ("5家未达标", "5家 (未达标) ?WordsAroundNumber"),
        ("(10)", "10 ?WordsAroundNumber"),
        ("（线上）10家", "10家 (线上)"),
        ("及时率100%", "1.00 (及时率)"),
        ("3000人次以上/年", "≥3000人次 per Year"),
    ]);
}

#[test]
fn what_a_scanner_may_have_misread() {
    assert_cells(&[
        ("2≥90%", "≥0.90 ?OperatorMayBeDigit"),
        ("290%", "2.90 ?OperatorMayBeDigit"),
        ("2100%", "21.00 ?OperatorMayBeDigit"),
        ("296%", "2.96 ?OperatorMayBeDigit"),
        ("≥290%", "≥2.90"),
        ("200%", "2.00"),
        ("25%", "0.25"),
        ("W3小时", "≤3小时 ?OperatorMayBeLetter"),
        ("☑是 □否", "word:是"),
        ("2是 口否", "word:是 ?TickBox"),
        ("□是 □否", "word:□是□否 ?TickBox"),
    ]);
}

#[test]
fn reached_is_a_comparison_only_in_a_target() {
    assert_eq!(Target::read("达到95%").0.operator, Some(Operator::AtLeast));
    assert_eq!(Actual::read("达到95%").0.operator, None);
    assert_eq!(Actual::read("≥95%").0.operator, Some(Operator::AtLeast));
}
