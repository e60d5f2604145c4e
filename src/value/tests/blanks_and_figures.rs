//! Blanks, figures of the form, and any text at all.

use proptest::prelude::*;

use super::*;

#[test]
fn nothing_filled_in() {
    for text in [
        "", " ", "/", "\\", "----", "—", "——", "无", "/ /", "\u{3000}", "<p></p>", "N/A",
    ] {
        assert_eq!(read(text).value, Value::Missing, "{text:?}");
        assert_eq!(read_figure(text), Ok(None), "{text:?}");
    }
}

#[test]
fn what_only_looks_like_a_number() {
    for text in [
        "NaN",
        "1e5",
        "1.2.3",
        "12,34,5",
        "12,34,5家",
        "#DIV/0!",
        "3/4",
    ] {
        assert_eq!(
            read(text).value,
            Value::Unreadable(Unreadable::NotANumber),
            "{text}"
        );
        assert_eq!(read_figure(text), Err(Unreadable::NotANumber), "{text}");
    }
    let digits = "1".repeat(29);
    assert_eq!(
        read(&digits).value,
        Value::Unreadable(Unreadable::TooManyDigits)
    );
    assert_eq!(read_figure(&digits), Err(Unreadable::TooManyDigits));
    let long = "长".repeat(Written::LONGEST + 1);
    assert_eq!(read(&long).value, Value::Unreadable(Unreadable::TooLong));
}

#[test]
fn figures_of_the_form() {
    for (text, value, places) in [
        ("18.73分", "18.73", 2),
        ("3,582.93", "3582.93", 2),
        ("94.40%", "0.9440", 4),
        ("2,300", "2300", 0),
        ("13 分", "13", 0),
        ("30个指标", "30", 0),
        ("92.90", "92.90", 2),
        ("-3.5", "-3.5", 1),
        ("２０分", "20", 0),
        ("<b>102.84</b>", "102.84", 2),
        ("2154.12万元", "2154.12", 2),
        ("0", "0", 0),
        ("（决算）20", "20", 0),
    ] {
        let figure = read_figure(text).unwrap().unwrap();
        assert_eq!(
            (figure.value.to_string().as_str(), figure.places),
            (value, places),
            "{text}"
        );
    }
    for text in [
        "见附件",
        "(10)",
        "20*94%",
        "约35",
        "3 000",
        "20万",
        "执行率94%",
    ] {
        assert_eq!(read_figure(text), Err(Unreadable::NotANumber), "{text}");
    }
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9.,%‰万亿千百十一两≥≤<>=＝W2口□☑是否家次人(（)）、，；~～—\\-+/每月周年日前底第名余多左右以上内下约近未不 \n①e]{0,24}",
        "[0-9]{1,32}[.,]?[0-9]{0,32}[%万亿]{0,3}",
    ]
}

proptest! {
    #[test]
    fn any_text_has_a_reading_and_is_kept(text in cell()) {
        let cell = read(&text);
        prop_assert_eq!(&cell.text, &text);
        prop_assert_eq!(&Actual::read(&text).0.text, &text);
        let _ = read_figure(&text);
    }

    #[test]
    fn a_range_is_never_backwards(text in cell()) {
        if let Value::Range { low, high } = read(&text).value {
            prop_assert!(low.number <= high.number);
        }
    }

    #[test]
    fn every_plain_number_is_read_exactly(mantissa in 0i64..=i64::MAX, places in 0u32..=9) {
        let number = rust_decimal::Decimal::new(mantissa, places);
        let figure = read_figure(&number.to_string()).unwrap().unwrap();
        prop_assert_eq!(figure, Figure { value: number, places });
    }
}

#[test]
fn the_longest_cells_are_read_in_time() {
    for word in [
        "约",
        "一",
        "每月",
        "1",
        "3个、",
        "(",
        "()",
        "年",
        "第",
        "百分之",
        "/",
        "≥",
        "1.",
        "以上",
        "个/",
        "5%至",
    ] {
        let text: String = word.chars().cycle().take(Written::LONGEST).collect();
        let started = std::time::Instant::now();
        let cell = read(&text);
        assert!(started.elapsed().as_secs() < 2, "{word}");
        assert_eq!(cell.text, text);
    }
}
