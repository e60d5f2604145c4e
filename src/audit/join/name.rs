//! Names in one form: what may be written one way or another is left out.

use super::Kind;
use crate::audit::profile::Profile;
use crate::audit::text::{self, plain};

const NUMERALS: &str = "一二三四五六七八九";
const OPENING: &str = "([【〔{";
const CLOSING: &str = ")]】〕}";

/// A name without numbering, level in front, brackets that say nothing else, marks, fillers and
/// endings; number words as digits (三年 is 3年).
pub(in crate::audit) fn normal(profile: &Profile, kind: Kind, name: &str) -> String {
    let plain = plain(name);
    let mut text = match kind {
        Kind::Indicator => without_numbering(&plain),
        Kind::Project => without_year(without_code(&plain)),
    };
    text = without_remarks(profile, &text);
    if kind == Kind::Indicator {
        text = without_level(profile, &text);
    }
    text = digits(profile, &text);
    for filler in &profile.words.name_fillers {
        text = text.replace(filler.as_str(), "");
    }
    text.retain(char::is_alphanumeric);
    let endings = match kind {
        Kind::Indicator => &profile.words.name_endings,
        Kind::Project => &profile.words.project_endings,
    };
    let shortened = endings.iter().find_map(|ending| {
        let rest = text.strip_suffix(ending.as_str())?;
        (rest.chars().count() > 1).then(|| rest.to_owned())
    });
    match shortened.unwrap_or(text) {
        empty if empty.is_empty() => plain,
        some => some,
    }
}

/// What makes two names speak of two things: the telling words in a normal name, and its numbers.
pub(super) fn marks(profile: &Profile, normal: &str) -> (Vec<usize>, Vec<String>) {
    let words = profile.words.tell_apart.iter().enumerate();
    let words = words.filter(|(_, word)| normal.contains(word.as_str()));
    let numbers = normal
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty());
    (
        words.map(|(index, _)| index).collect(),
        numbers.map(str::to_owned).collect(),
    )
}

/// "1.", "2、", "(3)" in front.
fn without_numbering(name: &str) -> String {
    let rest = name.trim_start_matches('(');
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = behind.len() < rest.len();
    let cut = behind.strip_prefix(['.', '、', ')']);
    let cut = cut.filter(|rest| numbered && !rest.starts_with(|c: char| c.is_ascii_digit()));
    cut.unwrap_or(name).to_owned()
}

/// A code of a project, six digits or more with letters and dashes, in front or behind.
fn without_code(name: &str) -> &str {
    let of_code = |c: char| c.is_ascii_alphanumeric() || "-_[]()【】/.:".contains(c);
    let is_code = |part: &str| part.chars().filter(char::is_ascii_digit).count() >= 6;
    let rest = name.trim_start_matches(of_code);
    let name = match is_code(&name[..name.len() - rest.len()]) {
        true => rest,
        false => name,
    };
    let rest = name.trim_end_matches(of_code);
    match is_code(&name[rest.len()..]) {
        true => rest,
        false => name,
    }
}

/// Without 2024年, 2024年度.
fn without_year(name: &str) -> String {
    let mut parts = name.split("20");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let year = part
            .get(..2)
            .filter(|two| two.bytes().all(|b| b.is_ascii_digit()));
        let behind = year.and_then(|_| part[2..].strip_prefix('年'));
        match behind {
            Some(rest) => text.push_str(rest.strip_prefix('度').unwrap_or(rest)),
            None => {
                text.push_str("20");
                text.push_str(part);
            }
        }
    }
    text
}

/// Brackets and what stands in them, unless it holds a figure or a telling word.
fn without_remarks(profile: &Profile, name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(start) = rest.find(|c| OPENING.contains(c)) {
        let Some(length) = rest[start..].find(|c| CLOSING.contains(c)) else {
            break;
        };
        kept.push_str(&rest[..start]);
        let remark = &rest[start..start + length];
        let tells = text::has_any(remark, &profile.words.tell_apart);
        if tells || remark.contains(|c: char| c.is_ascii_digit() || NUMERALS.contains(c)) {
            kept.push_str(remark);
        }
        let closing = rest[start + length..].chars().next();
        rest = &rest[start + length + closing.map_or(0, char::len_utf8)..];
    }
    kept + rest
}

/// Without 数量指标: in front.
fn without_level(profile: &Profile, name: &str) -> String {
    let labels = profile.levels.iter().flat_map(|(two, one)| [two, one]);
    let behind = labels.filter_map(|label| name.strip_prefix(label.as_str())?.strip_prefix("指标"));
    behind
        .min_by_key(|rest| rest.len())
        .unwrap_or(name)
        .to_owned()
}

/// Number words up to 99 in front of 年 or of something counted, as digits.
fn digits(profile: &Profile, name: &str) -> String {
    let characters: Vec<char> = name.chars().collect();
    let mut text = String::with_capacity(name.len());
    let mut at = 0;
    while let Some(&first) = characters.get(at) {
        let run = characters[at..]
            .iter()
            .take(3)
            .take_while(|c| NUMERALS.contains(**c) || "十两".contains(**c))
            .count();
        let counter = characters.get(at + run).map(char::to_string);
        let counted = counter
            .is_some_and(|c| "年月季级类".contains(&c) || profile.words.counted_units.contains(&c));
        match number(&characters[at..at + run]).filter(|_| counted) {
            Some(number) => text.push_str(&number.to_string()),
            None if run > 0 => text.extend(&characters[at..at + run]),
            None => text.push(first),
        }
        at += run.max(1);
    }
    text
}

fn number(run: &[char]) -> Option<usize> {
    let digit = |c: char| match c {
        '两' => Some(2),
        _ => Some(NUMERALS.chars().position(|one| one == c)? + 1),
    };
    match *run {
        [one] if one != '十' => digit(one),
        ['十'] => Some(10),
        ['十', ones] => Some(10 + digit(ones)?),
        [tens, '十'] => Some(10 * digit(tens)?),
        [tens, '十', ones] => Some(10 * digit(tens)? + digit(ones)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_written_one_way_or_another_is_left_out() {
        let profile = Profile::shipped();
        for (a, b) in [
            ("用户", "用户数量"),
            ("1.培训 人数", "数量指标：培训人数"),
            ("（2）视频（音频）", "视频"),
            ("平台运维，发布信息", "平台运维、发布的信息"),
            ("三年直播", "3年直播"),
            ("十五个平台", "15个平台"),
        ] {
            let normal = |name| normal(&profile, Kind::Indicator, name);
            assert_eq!(normal(a), normal(b), "{a} {b}");
        }
        for (a, b) in [
            ("2024年度某某服务项目", "某某服务"),
            ("42010023T000000012-某某服务", "某某服务专项"),
        ] {
            let normal = |name| normal(&profile, Kind::Project, name);
            assert_eq!(normal(a), normal(b), "{a} {b}");
        }
    }

    #[test]
    fn what_tells_two_things_apart_stays() {
        let profile = Profile::shipped();
        for (a, b) in [
            ("培训（线上）", "培训（线下）"),
            ("培训（一期）", "培训（二期）"),
            ("2023年培训", "2024年培训"),
            ("培训人次", "培训人数"),
            ("（3级）培训", "培训"),
            ("1.5公里道路", "5公里道路"),
        ] {
            let normal = |name| normal(&profile, Kind::Indicator, name);
            assert_ne!(normal(a), normal(b), "{a} {b}");
            assert_ne!(marks(&profile, &normal(a)), marks(&profile, &normal(b)));
        }
        for name in ["的", "人数"] {
            assert_eq!(normal(&profile, Kind::Indicator, name), name);
        }
    }
}
