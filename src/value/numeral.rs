//! Figures in Chinese numerals: 两次, 二十家, 一百二十人, 三万.

use rust_decimal::Decimal;

use super::Scale;

/// A numeral at the beginning of a text, and what follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numeral<'t> {
    /// The value before the scale.
    pub(super) number: Decimal,
    /// The characters, scale included.
    pub(super) figure: &'t str,
    /// A closing 万 or 亿.
    pub(super) scale: Scale,
    /// What follows.
    pub(super) rest: &'t str,
}

/// Reads the numeral that `text` begins with. A closing 万 or 亿 is its scale, as behind digits.
pub(super) fn scan(text: &str) -> Option<Numeral<'_>> {
    let length = text
        .find(|c| value(c).is_none() && power(c).is_none())
        .unwrap_or(text.len());
    let (figure, rest) = text.split_at(length);
    // 千方百计, 万无一失, 百花齐放 begin with a power and are no numerals; 十个 is one.
    if !figure.starts_with(|c| value(c).is_some() || c == '十') {
        return None;
    }
    let (base, scale) = [("亿", Scale::HundredMillion), ("万", Scale::TenThousand)]
        .into_iter()
        .find_map(|(word, scale)| Some((figure.strip_suffix(word)?, scale)))
        .unwrap_or((figure, Scale::One));
    Some(Numeral {
        number: Decimal::from(compose(base)?),
        figure,
        scale,
        rest,
    })
}

/// The 百 of 百分之百, which stands without a digit only there.
pub(super) fn hundred(text: &str) -> Option<Numeral<'_>> {
    let rest = text.strip_prefix('百')?;
    Some(Numeral {
        number: Decimal::ONE_HUNDRED,
        figure: &text[..text.len() - rest.len()],
        scale: Scale::One,
        rest,
    })
}

/// The value of a well-formed numeral; `None` for a mere row of digits such as 二〇二四 or 一二.
fn compose(numeral: &str) -> Option<u64> {
    let mut sum = 0u64;
    let mut section = 0u64;
    let mut digit: Option<u64> = None;
    for character in numeral.chars() {
        if let Some(next) = value(character) {
            // 一百零五: the zero only bridges a gap.
            if digit.is_some_and(|before| before != 0) {
                return None;
            }
            digit = Some(next);
            continue;
        }
        let power = power(character)?;
        if power >= 10_000 {
            let whole = section.checked_add(digit.take().unwrap_or(0))?;
            sum = sum.checked_add(whole)?.checked_mul(power)?;
            section = 0;
        } else {
            section = section.checked_add(digit.take().unwrap_or(1).checked_mul(power)?)?;
        }
    }
    sum.checked_add(section)?.checked_add(digit.unwrap_or(0))
}

fn value(character: char) -> Option<u64> {
    "零一二三四五六七八九"
        .chars()
        .position(|digit| digit == character)
        .and_then(|at| u64::try_from(at).ok())
        .or((character == '两').then_some(2))
}

fn power(character: char) -> Option<u64> {
    match character {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1_000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}
