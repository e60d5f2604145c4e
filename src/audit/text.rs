//! Reading of free text: who is spoken of, which figures and years stand in it.

use rust_decimal::Decimal;

use crate::value::normalise;

/// A figure in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Amount {
    /// The number.
    pub number: Decimal,
    /// Decimal places as written.
    pub places: u32,
    /// Up to four characters behind it: 万元, 家企业….
    pub behind: String,
    /// The clause it stands in, between punctuation.
    pub clause: String,
    /// The words in front of it in that clause.
    pub before: String,
}

/// Text as names are compared: normalised, without white space and quotation marks.
pub(super) fn plain(text: &str) -> String {
    normalise(text)
        .chars()
        .filter(|c| !c.is_whitespace() && !"《》“”\"'‘’".contains(*c))
        .collect()
}

/// The most characters of a sentence and of a clause; what goes on without punctuation is cut. Findings
/// quote these parts, and search them again and again.
const LONGEST_SENTENCE: usize = 1_000;
const LONGEST_CLAUSE: usize = 300;

/// The most numbers of one text.
const MOST_AMOUNTS: usize = 1_000;

/// A passage as a finding quotes it: not longer than anybody reads.
pub(super) fn quoted(passage: &str) -> String {
    let mut characters = passage.chars();
    let mut quoted: String = characters.by_ref().take(LONGEST_SENTENCE).collect();
    if characters.next().is_some() {
        quoted.push('…');
    }
    quoted
}

/// The clauses of a text, split at punctuation.
pub(super) fn clauses(text: &str) -> impl Iterator<Item = String> {
    let marks = [
        '，', ',', '。', '；', ';', '：', ':', '、', '\n', '！', '!', '？', '?',
    ];
    split(&normalise(text), &marks, LONGEST_CLAUSE).into_iter()
}

/// The sentences of a text; a semicolon ends one too.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = String> {
    split(
        text,
        &['。', ';', '；', '\n', '!', '！', '?', '？'],
        LONGEST_SENTENCE,
    )
    .into_iter()
}

/// The parts of a sentence between commas and colons; a list (A、B) stays together.
pub(super) fn phrases(sentence: &str) -> impl Iterator<Item = String> {
    split(sentence, &[',', '，', ':', '：'], LONGEST_SENTENCE).into_iter()
}

fn split(text: &str, marks: &[char], longest: usize) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(marks) {
        let mut rest = part.trim();
        while !rest.is_empty() {
            let end = rest.char_indices().nth(longest);
            let (part, behind) = rest.split_at(end.map_or(rest.len(), |(end, _)| end));
            parts.push(part.to_owned());
            rest = behind;
        }
    }
    parts
}

/// Every number in a text, with what stands around it. Thousands separators inside a number are
/// understood ("3,582.93").
pub(super) fn amounts(text: &str) -> Vec<Amount> {
    let text = without_thousands_commas(&normalise(text));
    clauses(&text)
        .flat_map(|clause| amounts_of_clause(&clause))
        .take(MOST_AMOUNTS)
        .collect()
}

fn amounts_of_clause(clause: &str) -> Vec<Amount> {
    let characters: Vec<char> = clause.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        if !characters[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < characters.len()
            && (characters[at].is_ascii_digit()
                || (characters[at] == '.'
                    && characters.get(at + 1).is_some_and(char::is_ascii_digit)))
        {
            at += 1;
        }
        let digits: String = characters[start..at].iter().collect();
        if let Ok(number) = Decimal::from_str_exact(&digits) {
            let behind = characters[at..].iter().filter(|c| !c.is_whitespace());
            found.push(Amount {
                number,
                places: number.scale(),
                behind: behind.take(4).collect(),
                clause: clause.to_owned(),
                before: characters[..start].iter().collect(),
            });
        }
    }
    found
}

/// 3,582.93 as 3582.93.
pub(super) fn without_thousands_commas(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let is_digit = |index: Option<usize>| {
        index
            .and_then(|index| characters.get(index))
            .is_some_and(char::is_ascii_digit)
    };
    let separates = |index: usize| {
        characters[index] == ','
            && is_digit(index.checked_sub(1))
            && (1..=3).all(|step| is_digit(Some(index + step)))
            && !is_digit(Some(index + 4))
    };
    (0..characters.len())
        .filter(|index| !separates(*index))
        .map(|index| characters[index])
        .collect()
}

/// Years from 1990 to 2099 in a text, with their clause.
pub(super) fn years(text: &str) -> Vec<(u16, String)> {
    amounts(text)
        .into_iter()
        .filter(|amount| amount.behind.starts_with('年') && amount.places == 0)
        .filter_map(|amount| {
            let year = u16::try_from(amount.number.mantissa()).ok()?;
            (1990..2100)
                .contains(&year)
                .then_some((year, amount.clause))
        })
        .collect()
}

/// Whether one of the words stands in the text.
pub(super) fn has_any(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

/// Whether a cell holds nothing but one of the words, or a run of crosses from them stands in it
/// ("XX%", "完成XX项"). 软件测试 is no 测试, and 3XL no XX.
pub(super) fn is_placeholder(text: &str, words: &[String]) -> bool {
    let text = plain(text);
    words.iter().any(|word| text == plain(word)) || has_crosses(&text, words)
}

/// Whether one of the words that are made of Latin letters stands in the text by itself.
pub(super) fn has_crosses(text: &str, words: &[String]) -> bool {
    let text = normalise(text);
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|piece| !piece.is_empty())
        .any(|piece| {
            words.iter().any(|word| {
                let cross = word.chars().next().filter(char::is_ascii_alphabetic);
                piece.len() >= word.len() && cross.is_some_and(|x| piece.chars().all(|c| c == x))
            })
        })
}

/// The two-character pieces of a text, sorted.
pub(super) fn pieces(text: &str) -> Vec<[char; 2]> {
    let characters: Vec<char> = plain(text).chars().filter(|c| c.is_alphabetic()).collect();
    let mut pieces: Vec<[char; 2]> = characters.windows(2).map(|w| [w[0], w[1]]).collect();
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

/// How many pieces stand in both.
pub(super) fn shared(a: &[[char; 2]], b: &[[char; 2]]) -> usize {
    let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
    few.iter()
        .filter(|piece| many.binary_search(piece).is_ok())
        .count()
}

/// The two-character pieces two texts share.
pub(super) fn shared_pieces(a: &str, b: &str) -> usize {
    shared(&pieces(a), &pieces(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_keep_their_unit_and_clause() {
        let found = amounts("年初预算3,582.93万元，实际执行 3380.68 元，执行率94.4%");
        let read: Vec<_> = found
            .iter()
            .map(|amount| (amount.number.to_string(), amount.behind.as_str()))
            .collect();
        assert_eq!(
            read,
            [
                ("3582.93".to_owned(), "万元"),
                ("3380.68".to_owned(), "元"),
                ("94.4".to_owned(), "%")
            ]
        );
    }

    #[test]
    fn years_are_found_with_their_clause() {
        assert_eq!(
            years("组织2023年上半年、下半年两场考试；服务55家"),
            [(2023, "组织2023年上半年".to_owned())]
        );
    }

    #[test]
    fn placeholders_are_whole_cells_or_runs_of_crosses() {
        let words: Vec<String> = ["待定", "测试", "XX", "xx"].map(str::to_owned).into();
        for text in ["待定", " 待 定 ", "XX", "XXX个", "完成xx项", "ＸＸ%"] {
            assert!(is_placeholder(text, &words), "{text}");
        }
        for text in [
            "软件测试",
            "3XL",
            "XXL",
            "待定点医院验收",
            "2024",
            "X光机",
            "xX",
        ] {
            assert!(!is_placeholder(text, &words), "{text}");
        }
    }

    #[test]
    fn shared_pieces_ignore_figures_and_marks() {
        assert_eq!(shared_pieces("不少于65家企业入驻", "服务入驻企业数量"), 2);
        assert_eq!(shared_pieces("不少于65家企业入驻", "课题攻关"), 0);
    }
}
