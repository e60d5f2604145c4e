//! Exact arithmetic of the generator: whole numbers and one rounding, written without a look at
//! how the program does it.

/// `number ÷ by`, rounded half up to `places`, in units of the last place.
pub fn half_up(number: u128, by: u128, places: u32) -> u128 {
    let scaled = number * 10u128.pow(places);
    (2 * scaled + by) / (2 * by)
}

/// A number in units of its last place, as a decimal.
pub fn decimal(units: u128, places: u32) -> String {
    if places == 0 {
        return units.to_string();
    }
    let one = 10u128.pow(places);
    format!(
        "{}.{:0width$}",
        units / one,
        units % one,
        width = places as usize
    )
}

/// The same without closing zeros.
pub fn trimmed(units: u128, places: u32) -> String {
    let text = decimal(units, places);
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// A decimal with commas between thousands.
pub fn with_commas(decimal: &str) -> String {
    let (whole, rest) = decimal.split_at(decimal.find('.').unwrap_or(decimal.len()));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text + rest
}
