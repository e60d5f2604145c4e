//! Serial numbers of spreadsheets as dates and times.

use rust_decimal::Decimal;

use crate::number::{Rounding, RoundingMode};

/// What a number format shows of a date or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct DateFields {
    /// The year.
    pub(super) year: bool,
    /// The month.
    pub(super) month: bool,
    /// The day of the month or week.
    pub(super) day: bool,
    /// The hour.
    pub(super) hour: bool,
    /// The minute.
    pub(super) minute: bool,
    /// The second.
    pub(super) second: bool,
    /// A duration (`[h]:mm`) and not a time of day.
    pub(super) elapsed: bool,
}

impl DateFields {
    /// Whether anything is shown.
    pub(super) fn any(self) -> bool {
        self != DateFields::default()
    }
}

/// Seconds of a day.
const DAY: i64 = 86_400;
/// 1900-03-01, the first serial number that means the same in every spreadsheet program.
const LEAP_BUG: i64 = 61;
/// 9999-12-31.
const LAST: i64 = 2_958_465;
/// Days from 1900-01-00 to 1904-01-01.
const EPOCH_1904: i64 = 1_462;

/// A serial number as an ISO date, time or both, as far as the format shows them: 45657 is
/// `2024-12-31`. A format with month and day but no year gives the full date: the year is known.
/// `None` when the number is no date.
///
/// The day of 1900-02-29, which never was, has the serial number 60 by tradition and is given as such.
pub(super) fn iso(serial: &str, fields: DateFields, from_1904: bool) -> Option<String> {
    let serial = Decimal::from_str_exact(serial).ok()?;
    if serial.is_sign_negative() || serial > Decimal::from(LAST) {
        return None;
    }
    let to_seconds = Rounding {
        mode: RoundingMode::HalfUp,
        places: 0,
    };
    let seconds = to_seconds
        .apply((serial * Decimal::from(DAY)).into())
        .ok()?;
    let seconds: i64 = seconds.try_into().ok()?;
    if fields.elapsed {
        return Some(duration(seconds, fields));
    }
    let (mut day, second) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    if from_1904 {
        day += EPOCH_1904;
    }
    let mut parts = Vec::new();
    if fields.year || fields.month || fields.day {
        let (year, month, day) = civil(day);
        parts.push(match fields {
            DateFields {
                year: true,
                month: false,
                day: false,
                ..
            } => format!("{year:04}"),
            DateFields {
                year: true,
                day: false,
                ..
            } => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        });
    }
    if fields.hour || fields.minute || fields.second {
        let (hour, minute) = (second / 3600, second / 60 % 60);
        parts.push(if fields.second {
            format!("{hour:02}:{minute:02}:{:02}", second % 60)
        } else {
            format!("{hour:02}:{minute:02}")
        });
    }
    Some(parts.join(" "))
}

fn duration(seconds: i64, fields: DateFields) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (fields.hour, fields.minute, fields.second) {
        (true, _, true) => format!("{}:{:02}:{rest:02}", minutes / 60, minutes % 60),
        (true, true, false) => format!("{}:{:02}", minutes / 60, minutes % 60),
        (true, false, false) => (minutes / 60).to_string(),
        (false, true, true) => format!("{minutes}:{rest:02}"),
        (false, true, false) => minutes.to_string(),
        _ => seconds.to_string(),
    }
}

/// Year, month and day of a serial number: counted in eras of 400 years from a first of March.
fn civil(serial: i64) -> (i64, i64, i64) {
    if serial == LEAP_BUG - 1 {
        return (1900, 2, 29);
    }
    // Days since 0000-03-01; 693 960 is 1900-01-00 in that count.
    let days = serial + 693_899 + i64::from(serial < LEAP_BUG - 1);
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATE: DateFields = DateFields {
        year: true,
        month: true,
        day: true,
        hour: false,
        minute: false,
        second: false,
        elapsed: false,
    };

    #[test]
    fn serial_numbers_are_days() {
        for (serial, date) in [
            ("45657", "2024-12-31"),
            ("45351", "2024-02-29"),
            ("45352", "2024-03-01"),
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("60", "1900-02-29"),
            ("61", "1900-03-01"),
            ("2958465", "9999-12-31"),
        ] {
            assert_eq!(iso(serial, DATE, false).as_deref(), Some(date), "{serial}");
        }
        assert_eq!(iso("44195", DATE, true).as_deref(), Some("2024-12-31"));
        assert_eq!(iso("-1", DATE, false), None);
        assert_eq!(iso("1e9", DATE, false), None);
        assert_eq!(iso("99999999", DATE, false), None);
    }

    #[test]
    fn times_are_rounded_to_the_second() {
        let time = DateFields {
            hour: true,
            minute: true,
            ..DATE
        };
        assert_eq!(
            iso("45657.354166666664", time, false).as_deref(),
            Some("2024-12-31 08:30")
        );
        let duration = DateFields {
            elapsed: true,
            hour: true,
            minute: true,
            ..DateFields::default()
        };
        assert_eq!(iso("1.5", duration, false).as_deref(), Some("36:00"));
    }
}
