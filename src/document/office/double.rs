//! The one place where a binary fraction of a workbook is seen: it becomes text at once.

/// The shortest decimal that reads back as the same double: 18.899999999999999 is stored for 18.9 and
/// gives `18.9`. Never in exponential notation.
pub(super) fn shortest_text(value: f64) -> String {
    value.to_string()
}

/// The serial number behind a date of a workbook, as [`shortest_text`].
pub(super) fn serial_text(date: &calamine::ExcelDateTime) -> String {
    shortest_text(date.as_f64())
}

/// A double from the eight bytes of an old workbook, as [`shortest_text`].
pub(super) fn shortest_text_of_bytes(bytes: [u8; 8]) -> String {
    shortest_text(f64::from_le_bytes(bytes))
}

/// The eight bytes of a double, to build old workbooks with.
#[cfg(test)]
pub(super) fn bytes_of(text: &str) -> [u8; 8] {
    text.parse::<f64>().unwrap().to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back() {
        assert_eq!(shortest_text("18.899999999999999".parse().unwrap()), "18.9");
        assert_eq!(shortest_text(2300.0), "2300");
        assert_eq!(shortest_text(1e21), "1000000000000000000000");
        assert_eq!(shortest_text_of_bytes(bytes_of("0.9366")), "0.9366");
    }
}
