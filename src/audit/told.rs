//! What the text of a report says of its sheet as a whole: score, budget, spending, rate, grade.
//!
//! A figure counts only where the words directly in front of it name it (自评得分为92.9分), and only where
//! nothing said before it in the passage turns to something else: another year, a project beside the
//! unit, a part of the money, one part of the score.

use std::cell::Cell;

use rust_decimal::Decimal;

use super::heard::Heard;
use super::profile::{ToldWords, WordLists};
use super::told_unit::{unit_of, without, without_endings};
use super::{Subject, text};
use crate::number::Fraction;
use crate::sheet::Scope;

/// What a figure is a figure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// 得分.
    Score,
    /// 预算数.
    Budget,
    /// 执行数.
    Executed,
    /// 执行率.
    Rate,
}

/// Every kind, in the order of the form.
pub(super) const KINDS: [Kind; 4] = [Kind::Budget, Kind::Executed, Kind::Rate, Kind::Score];

/// A figure of the sheet as a text repeats it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// What it is.
    pub kind: Kind,
    /// The number as written.
    pub number: Decimal,
    /// The unit it is written in: 元, 万元, 亿元, %, 分.
    pub unit: String,
    /// The power of ten of the unit: 4 for 万元, −2 for %.
    pub power: i32,
    /// Decimal places as written.
    pub places: u32,
    /// The clause, as a quotation.
    pub clause: String,
    /// Nothing else can be meant.
    pub sure: bool,
}

/// A grade as a text repeats it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ToldGrade {
    /// The name of the band in the profile: 优 for 优秀.
    pub band: String,
    /// The clause, as a quotation.
    pub clause: String,
    /// The word is the band's own, and its name leaves nothing else to be meant.
    pub sure: bool,
}

/// The figures and grades of one passage.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// The figures, in their order.
    pub figures: Vec<Told>,
    /// The grades, in their order.
    pub grades: Vec<ToldGrade>,
}

/// The most names of projects that are told apart; the rest are words like others.
const MOST_PROJECTS: usize = 200;

/// The most characters about one sheet that are read.
const MOST_CHARACTERS: usize = 100_000;

/// The most figures of a clause and of a passage that are looked at.
const MOST_FIGURES: usize = 20;

/// The most characters of a heading.
const LONGEST_HEADING: usize = 15;

/// The shortest name that is looked for in a text.
const SHORTEST_NAME: usize = 4;

/// Reads passages of one sheet.
pub(super) struct Reader<'s> {
    told: &'s ToldWords,
    words: &'s WordLists,
    year: Option<u16>,
    /// 整体 on a unit's sheet, 项目 on a project's.
    own: &'s [String],
    /// The other of the two.
    foreign: &'s [String],
    /// Words that only name the sheet's own unit.
    unit: &'s [String],
    /// The most points execution may carry: a score above it is not that of the execution part.
    execution: Fraction,
    /// The sheet's own unit and project, and whether the sheet is about it.
    names: Vec<(String, bool)>,
    /// Projects of the unit, each told apart from the unit itself.
    projects: Vec<String>,
    /// Characters that may still be read.
    left: Cell<usize>,
}

/// Of whom and when a passage speaks at the moment.
#[derive(Default)]
struct About {
    other_time: bool,
    foreign: bool,
    other_judge: bool,
    evaluated: bool,
}

/// One clause with what was said before it.
struct Said<'t> {
    /// The sentence as it stands in the text.
    sentence: &'t str,
    /// The clause, with plain words for names.
    clause: &'t str,
    /// What the sentence spoke of before.
    heard: Heard,
    /// The passage speaks of the evaluation.
    evaluated: bool,
}

impl Said<'_> {
    /// The part of the sentence a word or figure stands in, as it is written.
    fn quote(&self, word: &str) -> String {
        let sentence = text::without_thousands_commas(self.sentence);
        let part = sentence.split([',', '，']).find(|part| part.contains(word));
        part.unwrap_or(&sentence).trim().to_owned()
    }
}

impl<'s> Reader<'s> {
    /// A reader for one sheet.
    pub(super) fn new(subject: &Subject<'s>) -> Reader<'s> {
        let (sheet, told) = (subject.sheet(), &subject.profile.told);
        let is_unit = sheet.scope == Scope::Unit;
        let (own, foreign) = match is_unit {
            true => (&told.of_unit, &told.of_project),
            false => (&told.of_project, &told.of_unit),
        };
        let marks = subject.profile.execution_marks.iter().map(|mark| mark.0);
        let long = |name: &String| name.chars().count() >= SHORTEST_NAME;
        let names = sheet.project.iter().map(|name| (name, !is_unit));
        let names = names.chain([(&sheet.unit, is_unit)]);
        let names = names.map(|(name, own)| (text::plain(name), own));
        let listed = sheet.projects.iter().take(MOST_PROJECTS);
        Reader {
            told,
            words: &subject.profile.words,
            year: sheet.year,
            own,
            foreign,
            unit: if is_unit { &told.units } else { &[] },
            execution: marks.max().unwrap_or(Fraction::ZERO),
            names: names.filter(|(name, _)| long(name)).collect(),
            projects: listed
                .map(|one| text::plain(&one.text))
                .filter(long)
                .collect(),
            left: Cell::new(MOST_CHARACTERS),
        }
    }

    /// What a passage says.
    pub(super) fn read(&self, passage: &str) -> Passage {
        let (mut found, mut about) = (Passage::default(), About::default());
        let mut heading = false;
        for sentence in text::sentences(passage) {
            let left = self.left.get().checked_sub(sentence.chars().count());
            self.left.set(left.unwrap_or(0));
            if left.is_none() {
                break;
            }
            let mut heard = Heard {
                heading,
                ..Heard::default()
            };
            let mut clauses = 0;
            for clause in text::phrases(&self.without_names(&sentence)) {
                self.turn(&mut about, &clause);
                let other = about.other_time || about.foreign || about.other_judge;
                let meant = !other
                    && !text::has_any(&clause, &self.told.intended)
                    && !text::has_any(&clause, &self.told.compared);
                if meant {
                    let said = Said {
                        sentence: &sentence,
                        clause: &clause,
                        heard,
                        evaluated: about.evaluated,
                    };
                    self.figures(&said, &mut found.figures);
                    found.grades.extend(self.grade(&said));
                }
                heard = heard.with(self.told, &clause);
                heard.heading = !text::has_any(&clause, self.own)
                    && (heard.heading || self.is_heading(&clause));
                clauses += 1;
            }
            heading = heard.heading && clauses == 1;
        }
        found.figures.truncate(MOST_FIGURES);
        found
    }

    /// The sentence with a plain word for the sheet's own name and for every project's, which may hold any word;
    /// a colon between a name and its figure is dropped.
    fn without_names(&self, sentence: &str) -> String {
        let first = |words: &'s [String]| words.first().map_or("", String::as_str);
        let text = text::without_thousands_commas(&text::plain(sentence));
        let own = first(self.own);
        let text = self.names.iter().fold(text, |text, (name, sheets)| {
            text.replace(name.as_str(), if *sheets { own } else { "" })
        });
        let project = first(&self.told.of_project);
        let text = self
            .projects
            .iter()
            .fold(text, |text, name| text.replace(name.as_str(), project));
        let mut parts = text.split(':').peekable();
        let mut joined = String::new();
        while let Some(part) = parts.next() {
            joined.push_str(part);
            let mut names = self.told.grades.iter();
            let names_it =
                self.named(part).is_some() || names.any(|name| part.ends_with(name.as_str()));
            if parts.peek().is_some() && !names_it {
                joined.push('，');
            }
        }
        joined
    }

    /// Notices where a clause turns to another year, to projects on a unit's sheet and the reverse, or to
    /// what somebody else found.
    fn turn(&self, about: &mut About, clause: &str) {
        let years = text::years(clause);
        if !text::has_any(clause, &self.told.compared) {
            if text::has_any(clause, &self.told.another_time)
                || years.iter().any(|(year, _)| Some(*year) != self.year)
            {
                about.other_time = true;
            } else if !years.is_empty() || text::has_any(clause, &self.told.this_time) {
                about.other_time = false;
            }
        }
        let last = |words: &[String]| words.iter().filter_map(|w| clause.rfind(w.as_str())).max();
        match (last(self.foreign), last(self.own)) {
            (Some(foreign), own) if own < Some(foreign) => about.foreign = true,
            (_, Some(_)) => about.foreign = false,
            _ => {}
        }
        about.other_judge = text::has_any(clause, &self.told.other_judges)
            || (about.other_judge && !text::has_any(clause, &self.told.own_judge));
        about.evaluated |= text::has_any(clause, &self.told.evaluated);
    }

    fn figures(&self, said: &Said, found: &mut Vec<Told>) {
        for amount in text::amounts(said.clause).into_iter().take(MOST_FIGURES) {
            let Some((kind, rest, bare)) = self.named(&amount.before) else {
                continue;
            };
            let Some((unit, power)) = unit_of(kind, &amount.behind, &self.told.bounds) else {
                continue;
            };
            let heard = said.heard.with(self.told, &amount.before);
            let plain = self.is_plain(rest) && !heard.heading;
            let (other, doubtful) = match kind {
                Kind::Score => {
                    let money = heard.beside_money && self.execution >= amount.number.into();
                    // Other things are evaluated too; what is 自评 is the sheet.
                    let own = plain || text::has_any(&amount.before, &self.told.own_judge);
                    let other = heard.score_parts || !said.evaluated || !own || (bare && money);
                    (other, money || bare || !heard.evaluated)
                }
                _ => (heard.money_parts || !plain, heard.initial || bare),
            };
            if other {
                continue;
            }
            found.push(Told {
                kind,
                number: amount.number,
                unit: unit.to_owned(),
                power,
                places: amount.places,
                clause: said.quote(&amount.number.to_string()),
                sure: plain && !doubtful,
            });
        }
    }

    /// What the words in front of a figure name it, with what stands before the name, and whether the name
    /// is a bare one that other figures carry too.
    fn named<'t>(&self, before: &'t str) -> Option<(Kind, &'t str, bool)> {
        let told = self.told;
        let before = without_endings(before, &told.is);
        let lists = [
            (Kind::Score, &told.scores, false),
            (Kind::Budget, &told.budgets, false),
            (Kind::Executed, &told.executed, false),
            (Kind::Rate, &told.rates, false),
            (Kind::Score, &told.bare_scores, true),
            (Kind::Budget, &told.bare_budgets, true),
            (Kind::Executed, &told.bare_executed, true),
        ];
        let ends = lists.iter().flat_map(|(kind, names, bare)| {
            let ends = names
                .iter()
                .filter_map(|name| before.strip_suffix(name.as_str()));
            ends.map(|rest| (*kind, rest, *bare))
        });
        // The longest name is the one that is meant: 预算执行率, not 执行率.
        ends.min_by_key(|(_, rest, _)| rest.len())
    }

    /// "评价等级为优": nothing but a grade stands behind the name, and nothing else is spoken of.
    fn grade(&self, said: &Said) -> Option<ToldGrade> {
        let told = self.told;
        let split = |name: &'s String| Some((name, said.clause.rsplit_once(name.as_str())?));
        let named = told.grades.iter().find_map(split);
        let is_bare = named.is_none();
        let bare = || told.bare_grades.iter().find_map(split);
        let (name, (rest, behind)) = named.or_else(bare)?;
        let heard = said.heard.with(told, rest).with(told, name);
        if !said.evaluated || heard.heading || !self.is_plain(rest) {
            return None;
        }
        let behind = told.is.iter().fold(behind, |behind, word| {
            behind.strip_prefix(word.as_str()).unwrap_or(behind)
        });
        let words = told.grade_words.iter();
        let words = words.flat_map(|(band, words)| words.iter().map(move |word| (band, word)));
        let ends = |rest: &str| rest.is_empty() || told.grade_ends.iter().any(|end| rest == end);
        let (band, word) = words
            .filter(|(_, word)| behind.strip_prefix(word.as_str()).is_some_and(ends))
            .max_by_key(|(_, word)| word.len())?;
        Some(ToldGrade {
            band: band.clone(),
            clause: said.quote(name),
            sure: !is_bare && heard.evaluated && word.contains(band.as_str()),
        })
    }

    /// Whether the words in front of a name say no more than that this sheet is meant.
    fn is_plain(&self, rest: &str) -> bool {
        let rest = self.without_year(rest);
        let lists: [&[String]; 4] = [&self.told.plain, self.own, self.unit, &self.words.fillers];
        without(rest, &lists).is_empty()
    }

    /// "2.信息化建设": a few words without a figure that name something else.
    fn is_heading(&self, clause: &str) -> bool {
        let digits = |text: &str| text.contains(|c: char| c.is_ascii_digit());
        clause.chars().take(LONGEST_HEADING + 1).count() <= LONGEST_HEADING
            && !digits(&self.without_year(clause))
            && !self.is_plain(clause)
            && !self.only_compares(clause)
    }

    /// "较上年有所提高": nothing but a comparison with another time.
    fn only_compares(&self, clause: &str) -> bool {
        let told = self.told;
        let lists: [&[String]; 4] = [
            &told.compared,
            &told.another_time,
            &told.plain,
            &self.words.fillers,
        ];
        text::has_any(clause, &told.compared) && without(clause.to_owned(), &lists).is_empty()
    }

    /// Without the number of an item and without this year.
    fn without_year(&self, text: &str) -> String {
        let year = self.year.map(|year| format!("{year}年"));
        let text = year.map_or_else(|| text.to_owned(), |year| text.replace(&year, ""));
        text.trim_start_matches(|c: char| c.is_ascii_digit() || ".()、".contains(c))
            .to_owned()
    }
}
