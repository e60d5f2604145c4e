//! Number formats: what a spreadsheet shows for the number in a cell.

use rust_decimal::Decimal;

use super::calendar::iso;
use super::decimal_text::DecimalText;
use super::format_section::{Condition, Section, sections};

/// A number format, read once and applied to many cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NumberFormat {
    sections: Vec<Section>,
}

impl Default for NumberFormat {
    /// `General`.
    fn default() -> NumberFormat {
        NumberFormat::parse("General")
    }
}

impl NumberFormat {
    /// Reads a format code such as `#,##0.00` or `0.00%`.
    pub(super) fn parse(code: &str) -> NumberFormat {
        NumberFormat {
            sections: sections(code),
        }
    }

    /// A format of a program's own set, by its number; the numbers from 27 to 58 as a Chinese system
    /// shows them.
    pub(super) fn built_in(id: usize) -> NumberFormat {
        NumberFormat::parse(match id {
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            14 | 15 | 30 => "yyyy-m-d",
            16 | 28 | 29 | 51 | 53 | 54 | 58 => "m-d",
            17 | 36 | 50 | 52 | 57 => "yyyy-m",
            18 | 20 | 32 | 34 | 55 => "h:mm",
            19 | 21 | 33 | 35 | 56 => "h:mm:ss",
            22 => "yyyy-m-d h:mm",
            27 | 31 => "yyyy-m-d",
            5 | 6 | 37 | 38 | 41 | 42 => "#,##0;-#,##0",
            7 | 8 | 39 | 40 | 43 | 44 => "#,##0.00;-#,##0.00",
            45 | 47 => "mm:ss",
            46 => "[h]:mm:ss",
            _ => "General",
        })
    }

    /// The text that is shown for a number, given as the shortest decimal of what is stored.
    ///
    /// | stored | format | shown |
    /// | --- | --- | --- |
    /// | 0.9366 | `0.00%` | 93.66% |
    /// | 2300 | `General` | 2300 |
    /// | 18.9 | `0.00` | 18.90 |
    /// | 3582.93 | `#,##0.00` | 3,582.93 |
    /// | 45657 | `yyyy/m/d` | 2024-12-31 |
    ///
    /// What a person sees, with these exceptions, which keep what is stored: dates are given in ISO order,
    /// `General` keeps up to 15 digits however narrow the column, exponents and fractions (`# ?/?`) are
    /// written out as decimals, and the dash that accounting formats show for zero is `0`.
    pub(super) fn shown(&self, stored: &str, from_1904: bool) -> String {
        let Some(mut number) = DecimalText::parse(stored) else {
            return stored.to_owned();
        };
        let Some((section, signed)) = self.section(&number) else {
            return stored.to_owned();
        };
        if let Some(fields) = section.date {
            return iso(stored, fields, from_1904).unwrap_or_else(|| number.plain());
        }
        number.round_to_shown();
        let text = section.render(&number, signed);
        // 41–44: `_ * "-"??_ ` for zero.
        let is_dash = number.is_zero() && matches!(text.as_str(), "-" | "—" | "－");
        if is_dash { "0".to_owned() } else { text }
    }

    /// The section in charge of a number, and whether a minus is set in front of it.
    fn section(&self, number: &DecimalText) -> Option<(&Section, bool)> {
        let numeric = &self.sections[..self.sections.len().min(3)];
        if numeric.iter().any(|section| section.condition.is_some()) {
            let value = Decimal::from_str_exact(&number.plain()).ok()?;
            let found = numeric
                .iter()
                .find(|section| section.condition.is_none_or(|c| c.holds(value)))?;
            let told_by_section = found.condition.is_some_and(Condition::is_below_zero);
            return Some((found, !told_by_section));
        }
        match numeric {
            [only] => Some((only, true)),
            [_, negative, ..] if number.negative => Some((negative, false)),
            [_, _, zero] if number.is_zero() => Some((zero, false)),
            [first, ..] => Some((first, false)),
            [] => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(stored: &str, code: &str) -> String {
        NumberFormat::parse(code).shown(stored, false)
    }

    #[test]
    fn numbers_as_a_person_sees_them() {
        for (stored, code, text) in [
            ("0.9366", "0.00%", "93.66%"),
            ("0.9366", "0%", "94%"),
            ("1", "0%", "100%"),
            ("0.125", "0.0#%", "12.5%"),
            ("2300", "General", "2300"),
            ("2300", "@", "2300"),
            ("18.9", "0.00", "18.90"),
            ("18.9", "0.00_ ", "18.90"),
            ("18.9", "0.00_);[Red]\\(0.00\\)", "18.90"),
            ("-18.9", "0.00_);[Red]\\(0.00\\)", "(18.90)"),
            ("-18.9", "0.0", "-18.9"),
            ("-0.001", "0.00", "0.00"),
            ("3582.93", "#,##0.00", "3,582.93"),
            ("1234567.891", "#,##0", "1,234,568"),
            ("999.5", "#,##0", "1,000"),
            ("12345678", "0.00,,", "12.35"),
            ("35829300", "0\\.0,\"万\"", "3582.9万"),
            ("7", "000", "007"),
            ("0", "#", ""),
            ("0.5", "#.##", ".5"),
            ("5", "0.##", "5"),
            ("98.5", "0.0\"分\"", "98.5分"),
            ("12", "General\"人\"", "12人"),
            ("12", "G/通用格式\"人\"", "12人"),
            ("12", "¥#,##0.00", "¥12.00"),
            ("12", "[$¥-804]#,##0.00", "¥12.00"),
            (
                "0",
                "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                "0",
            ),
            (
                "-5",
                "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                "-5.00",
            ),
            ("0", "0.00;-0.00;", ""),
            ("150", "[>=100]0\"以上\";0.0", "150以上"),
            ("15", "[>=100]0\"以上\";0.0", "15.0"),
            ("1234.5", "0.00E+00", "1234.5"),
            ("0.5", "# ?/?", "0.5"),
            ("0.30000000000000004", "General", "0.3"),
            ("NaN", "0.00", "NaN"),
        ] {
            assert_eq!(shown(stored, code), text, "{stored} as {code}");
        }
    }

    #[test]
    fn dates_are_given_in_iso_order() {
        for (code, text) in [
            ("yyyy/m/d", "2024-12-31"),
            ("mm-dd-yy", "2024-12-31"),
            ("yyyy\"年\"m\"月\"d\"日\";@", "2024-12-31"),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2024-12-31"),
            ("m\"月\"d\"日\"", "2024-12-31"),
            ("yyyy\"年\"m\"月\"", "2024-12"),
            ("yyyy-m-d h:mm", "2024-12-31 08:30"),
            ("h:mm:ss AM/PM", "08:30:00"),
            ("上午/下午h\"时\"mm\"分\"", "08:30"),
            ("[h]:mm", "1095776:30"),
        ] {
            assert_eq!(shown("45657.354166666664", code), text, "{code}");
        }
        assert_eq!(
            NumberFormat::built_in(31).shown("45657", false),
            "2024-12-31"
        );
        assert_eq!(NumberFormat::built_in(57).shown("45657", false), "2024-12");
    }
}
