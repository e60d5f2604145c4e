//! Where one reading ends and the next begins.

use super::*;
use crate::words::Lang;

#[test]
fn what_the_calendar_has() {
    assert_cells(&[
        ("2024年2月底", "2024-2-29"),
        ("2023年2月29日", "NoSuchDate"),
        ("2000年2月末", "2000-2-29"),
        ("2100年2月末", "2100-2-28"),
        ("4月底", "?-4-30"),
        ("11月31日", "NoSuchDate"),
        ("7月底", "?-7-31"),
        ("6月1日开展2次", "word:6月1日开展2次 ?NumbersInWords"),
    ]);
}

#[test]
fn what_makes_a_numeral_a_number() {
    assert_cells(&[
        ("三", "word:三"),
        ("十二", "12"),
        ("十二生肖", "word:十二生肖"),
        ("三亿元", "300000000元"),
        ("百分之百以上", "≥1.00"),
        ("5多媒体教室", "5 (多媒体教室) ?WordsAroundNumber"),
        ("3年", "3年"),
        ("第一", "#1"),
        ("第二", "word:第二"),
        ("1e5家", "NotANumber"),
        ("8-8期", "[8期..8期]"),
        ("1234年培训3场", "word:1234年培训3场 ?NumbersInWords"),
    ]);
}

#[test]
fn two_comparisons_agree_or_are_doubted() {
    assert_cells(&[
        ("不少于≥3场", "≥3场"),
        ("≤不少于3场", "≤3场 ?WordsAroundNumber"),
        ("3家以上以内", "≤3家 ?WordsAroundNumber"),
    ]);
}

#[test]
fn which_word_behind_a_number_is_its_unit() {
    assert_cells(&[
        ("5桶", "5桶"),
        ("5桶/天", "5桶 per Day"),
        ("5桶(次)", "5桶(次)"),
        ("100元/四折页", "100元/四折页"),
        (
            "100元/四折页宣传册",
            "100元 (/四折页宣传册) ?WordsAroundNumber",
        ),
        ("20场宣传活动", "20场 (宣传活动)"),
        ("20场宣传培训活动", "20场 (宣传培训活动) ?WordsAroundNumber"),
        ("3,达标", "3 (达标) ?WordsAroundNumber"),
    ]);
}

#[test]
fn a_remark_stays_whole() {
    assert_cells(&[
        ("20(线上)", "20 (线上)"),
        ("3家(线上、5家线下)", "3家 (线上、5家线下)"),
        ("3家(线上(视频)、线下)", "3家 (线上(视频)、线下)"),
        ("3场\n(5家)", "3场 (5家)"),
        ("(1)培训3场；(2)走访5家", "{3场 (培训) | 5家 (走访)}"),
    ]);
}

#[test]
fn what_a_page_leaves_in_a_cell() {
    assert_eq!(normalise("&ge;3&nbsp;次"), "≥3次");
    assert_eq!(normalise("R&amp;D"), "R&D");
    assert_eq!(normalise("3\u{7}次"), "3次");
    assert_eq!(normalise("1\n000"), "1 000");
}

#[test]
fn the_longest_that_is_read() {
    let filled = |text: &str, length: usize| format!("{text:length$}");
    let cell = filled("3", Written::LONGEST);
    assert_eq!(say(&read(&cell)), "3");
    assert_eq!(read_figure(&cell).unwrap().unwrap().value, 3.into());
    // Characters are counted, not bytes.
    let words = "长".repeat(Written::LONGEST);
    assert_eq!(say(&read(&words)), format!("word:{words}"));
    assert_eq!(read_figure(&words), Err(Unreadable::NotANumber));
    for more in [1, 2] {
        let cell = filled("3", Written::LONGEST + more);
        assert_eq!(say(&read(&cell)), "TooLong");
        assert_eq!(read_figure(&cell), Err(Unreadable::TooLong));
    }
    let digits = "1".repeat(28);
    assert_eq!(say(&read(&digits)), digits);
}

#[test]
fn what_there_is_none_of() {
    assert_eq!(none_of("未发生安全事故。").as_deref(), Some("安全事故"));
    assert_eq!(none_of("无障碍设施"), None);
    assert_eq!(none_of("发生3起"), None);
    assert_eq!(none_of("无事故,效果良好"), None);
    assert_eq!(
        none_of("无一二三四五六七八九十一二").map(|what| what.chars().count()),
        Some(12)
    );
    assert_eq!(none_of("无一二三四五六七八九十一二三"), None);
    assert!(says_less("重大事故", "事故"));
    assert!(!says_less("重大事故", "重大事故") && !says_less("事故", "事故"));
}

#[test]
fn what_a_reading_says_of_itself() {
    let number = |text: &str| read(text).number();
    assert_eq!(number("26期"), Some(26.into()));
    assert_eq!(number("第3名"), Some(3.into()));
    assert_eq!((number("3-5场"), number("达标")), (None, None));
    assert_eq!(read(" 显著 提升\n").plain(), "显著提升");
    let no_date = Unreadable::NoSuchDate.describe(Lang::Zh);
    assert_eq!(no_date, "日历上没有这个日期");
    let doubt = Doubt::TickBox.describe(Lang::En);
    assert_eq!(doubt, "it is not certain which box is ticked");
    assert_eq!(Operator::AtLeast.describe(Lang::Zh), "不少于");
}
