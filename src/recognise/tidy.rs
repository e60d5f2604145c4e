//! Text without its layout.

use crate::value::normalise;

/// Longest text that can be a word of a form.
const LONGEST_KEY: usize = 60;

/// The text by which a cell is looked up: plain characters, no white space, nothing in brackets, no
/// numbering in front and no punctuation behind. "" for a text too long to be a word of a form.
pub(super) fn key(text: &str) -> String {
    if text.chars().take(LONGEST_KEY * 2 + 1).count() > LONGEST_KEY * 2 {
        return String::new();
    }
    let plain = normalise(text);
    let mut bare = String::with_capacity(plain.len());
    let mut depth = 0_u32;
    for character in plain.chars() {
        match character {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ if depth > 0 || character.is_whitespace() => {}
            _ => bare.push(character),
        }
    }
    let bare = bare.trim_matches([':', '：', '、', '*', '※', '。', ';', '_']);
    if bare.chars().count() > LONGEST_KEY {
        return String::new();
    }
    bare.to_owned()
}

/// What stands in the first brackets of a text.
pub(super) fn in_brackets(text: &str) -> Vec<String> {
    let plain = normalise(text);
    let mut found = Vec::new();
    let mut rest = plain.as_str();
    while let Some((_, from)) = rest.split_once(['(', '[']) {
        let Some((inside, behind)) = from.split_once([')', ']']) else {
            break;
        };
        found.push(inside.to_owned());
        rest = behind;
    }
    found
}

/// Whether a whole cell is one remark in brackets: "(线上+线下)".
pub(super) fn is_remark(text: &str) -> bool {
    let plain = normalise(text);
    let inside = plain
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    inside.is_some_and(|inside| !inside.is_empty() && !inside.contains([')', '(']))
}

/// The text as printed without the white space that layout left in it: none beside a Chinese
/// character, one between two Latin words.
pub(super) fn tidy(text: &str) -> String {
    let latin = |c: char| c.is_ascii_graphic();
    let mut kept = String::with_capacity(text.len());
    let mut pending = false;
    for character in text.chars() {
        if character.is_whitespace() {
            pending = true;
            continue;
        }
        if pending && latin(character) && kept.ends_with(latin) {
            kept.push(' ');
        }
        pending = false;
        kept.push(character);
    }
    kept
}

/// A title without its numbering: "二、2024年度…自评表".
pub(super) fn without_numbering(text: &str) -> &str {
    let text = text.trim_start_matches(['-', ' ', '#', '*', '\u{3000}']);
    for (at, character) in text.char_indices().take(5) {
        match character {
            '、' | '.' | '．' if at > 0 => return text[at + character.len_utf8()..].trim_start(),
            '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '(' | '（'
            | ')' | '）' => {}
            _ if character.is_ascii_digit() => {}
            _ => break,
        }
    }
    text
}

/// The first year that stands in a text ("2024年度…", "2024 年"), from 1990 to 2099.
pub(super) fn year(text: &str) -> Option<u16> {
    let plain: Vec<char> = normalise(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    for at in 0..plain.len().saturating_sub(4) {
        let before = at.checked_sub(1).and_then(|at| plain.get(at));
        let digits = &plain[at..at + 4];
        if plain[at + 4] == '年'
            && digits.iter().all(char::is_ascii_digit)
            && !before.is_some_and(char::is_ascii_digit)
        {
            let year: u16 = digits.iter().collect::<String>().parse().ok()?;
            if (1990..2100).contains(&year) {
                return Some(year);
            }
        }
    }
    None
}

/// The items of a passage: its lines, and what is numbered "1." "2、" within them, without the
/// numbers.
pub(super) fn items(text: &str) -> Vec<String> {
    let mut items = Vec::new();
    for line in unwrapped(text) {
        let mut rest = line.trim();
        while let Some((number, item)) = numbered(rest) {
            let next = item.char_indices().map(|(at, _)| at).find(|at| {
                let ends = item[..*at].ends_with(['。', ';', '；', ' ', '\u{3000}']);
                let follows = |(next, _)| Some(next) == number.checked_add(1);
                ends && numbered(&item[*at..]).is_some_and(follows)
            });
            let (item, behind) = item.split_at(next.unwrap_or(item.len()));
            items.push(tidy(item));
            rest = behind;
        }
        items.push(tidy(rest));
    }
    items.retain(|item| !item.is_empty());
    items
}

/// The lines of a passage; where its items are numbered, a line that goes on in the middle of a sentence
/// belongs to the item above it: a narrow cell of a PDF breaks them.
fn unwrapped(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut kept: Vec<String> = Vec::new();
    for line in lines {
        let is_list = kept.first().is_some_and(|first| numbered(first).is_some());
        match kept.last_mut() {
            Some(last) if is_list && numbered(line).is_none() && !last.ends_with('。') => {
                last.push('\n');
                last.push_str(line);
            }
            _ => kept.push(line.to_owned()),
        }
    }
    kept
}

/// The number "2." at the start of a text, and what stands behind it; "2.5" is no number of an item.
fn numbered(text: &str) -> Option<(u32, &str)> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = text[..digits].parse().ok()?;
    let rest = text[digits..].strip_prefix(['.', '、', '．'])?;
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some((number, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_bare() {
        for (text, expected) in [
            ("执行率（B/A）", "执行率"),
            ("年度 绩效\n指标", "年度绩效指标"),
            ("项目总预算：", "项目总预算"),
            ("部门(单位)名称", "部门名称"),
        ] {
            assert_eq!(key(text), expected);
        }
        assert_eq!(key(&"很".repeat(200)), "");
    }

    #[test]
    fn layout_spaces_go() {
        assert_eq!(
            tidy("持续优化，助力中 小企业 APP 软件"),
            "持续优化，助力中小企业APP软件"
        );
        assert_eq!(tidy("big  data\n平台"), "big data平台");
    }

    #[test]
    fn titles_lose_their_number() {
        for (text, expected) in [
            ("二、2024年度自评表", "2024年度自评表"),
            ("(三) 项目自评表", "(三) 项目自评表"),
            ("- 十一、绩效目标表", "绩效目标表"),
            ("2024 年整体支出", "2024 年整体支出"),
        ] {
            assert_eq!(without_numbering(text), expected);
        }
    }

    #[test]
    fn years_need_their_character() {
        assert_eq!(year("2024 年整体支出"), Some(2024));
        assert_eq!(year("42010026301Y 年"), None);
        assert_eq!(year("120245年"), None);
        assert_eq!(year(""), None);
    }

    #[test]
    fn numbered_items_are_told_apart() {
        assert_eq!(
            items("1.重视编制; 2.加强管理,完成2.5万。"),
            ["重视编制;", "加强管理,完成2.5万。"]
        );
        assert_eq!(items("1. 一\n2. 二"), ["一", "二"]);
        assert_eq!(items("没有编号 3.5%"), ["没有编号3.5%"]);
        assert_eq!(items("没有编号\n另一条"), ["没有编号", "另一条"]);
        assert_eq!(
            items("1. 政策研\n究\n2. 完成。\n特此说明"),
            ["政策研究", "完成。", "特此说明"]
        );
        assert_eq!(items(""), Vec::<String>::new());
    }
}
