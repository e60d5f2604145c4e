//! Reads `pack.yaml`: shapes, words and numbers. What the parts mean together is [`super::check`]'s.

use super::keys::*;
use super::methods::{self, methods, words_of_direction};
use super::parts::{asked, execution, grades, indicators, rounding};
use super::shapes::{bilingual, choice, entries, required_text};
use crate::document::{Fields, Node, ProblemKind, Problems, list_of, text_of};
use crate::rules::pack::{
    Citation, FullMarkPolicy, MissingActual, NotApplicable, Params, RulePack,
};

/// Reads the description; `None` when a part without which nothing can be checked is not there.
/// Smaller faults are reported and replaced, so that one run finds them all.
///
/// With a `base`, everything the description leaves out is the base's, and what it gives changes the
/// base: citations and parameters by their names, methods by theirs (new ones are tried first),
/// weights, functions and rounding steps one by one, policies and bands as a whole.
pub(super) fn read(
    root: &Node,
    base: Option<&RulePack>,
    problems: &mut Problems<'_>,
) -> Option<RulePack> {
    let mut top = Fields::open(root, TOP, problems)?;
    top.take(EXTENDS, problems);
    let pack = required_text(&mut top, PACK, problems);
    let edition = required_text(&mut top, EDITION, problems);
    let title = section(&mut top, TITLE, base, problems).map(|node| bilingual(node, problems));
    let issuer = top.take(ISSUER, problems);
    let issuer = issuer.map(|node| bilingual(node, problems));
    let in_force = section(&mut top, IN_FORCE, base, problems);
    let in_force = in_force.map(|node| years(node, problems));
    let mut all_citations = base.map_or_else(Vec::new, |base| base.citations.clone());
    if let Some(node) = section(&mut top, CITATIONS, base, problems) {
        for citation in citations(node, problems) {
            let same = |other: &&mut Citation| other.key == citation.key;
            match all_citations.iter_mut().find(same) {
                Some(old) => *old = citation,
                None => all_citations.push(citation),
            }
        }
    }
    let of_base = base.and_then(|base| base.execution.as_ref());
    let execution = match top.take(EXECUTION, problems) {
        Some(node) if node.text().is_some_and(is_none) => None,
        Some(node) => Some(execution(node, of_base, problems)?),
        None => of_base.cloned(),
    };
    let of_base = base.map(|base| &base.indicators);
    let indicators = match section(&mut top, INDICATORS, base, problems) {
        Some(node) => indicators(node, of_base, problems),
        None => of_base.cloned(),
    };
    let of_base = base.map_or(&[][..], |base| &base.methods);
    let methods = match section(&mut top, METHODS, base, problems) {
        Some(node) => Some(methods(list_of(node, problems), of_base, problems)),
        None => base.map(|base| base.methods.clone()),
    };
    let direction_words = top.take(DIRECTION_WORDS, problems);
    let direction_words = direction_words.map(|node| words_of_direction(node, problems));
    let full_mark = choice(&mut top, FULL_MARK, problems, FULL_MARK_POLICIES);
    let not_applicable = choice(&mut top, NOT_APPLICABLE, problems, NOT_APPLICABLE_POLICIES);
    let missing_actual = choice(&mut top, MISSING, problems, MISSING_POLICIES);
    let mut asked_by = |name| {
        let node = top.take(name, problems)?;
        asked(node, problems)
    };
    let (jointly, adjust, total) = (asked_by(JOINTLY), asked_by(ADJUST), asked_by(TOTAL));
    let of_base = base.map(|base| (base.rounding.clone(), base.rounding_citation.clone()));
    let rounding = match section(&mut top, ROUNDING, base, problems) {
        Some(node) => rounding(node, of_base, problems),
        None => of_base,
    };
    let grades = match section(&mut top, GRADES, base, problems) {
        Some(node) => grades(node, base, problems),
        None => base.map(|base| {
            let (bands, function) = (base.grades.clone(), base.grade_function.clone());
            (bands, function, base.grades_citation.clone())
        }),
    };
    let mut all_params = base.map_or_else(Params::new, |base| base.params.clone());
    if let Some(node) = top.take(PARAMS, problems) {
        all_params.extend(methods::params(node, problems));
    }
    top.close(problems);

    let (rounding, rounding_citation) = rounding?;
    let (grades, grade_function, grades_citation) = grades?;
    // What the description leaves out is the base's; without a base, the default.
    let of_base =
        |choose: fn(&RulePack) -> Option<crate::rules::pack::Asked>| base.and_then(choose);
    Some(RulePack {
        pack,
        edition,
        extends: base.map(RulePack::name),
        title: title.or_else(|| Some(base?.title.clone()))?,
        issuer: issuer
            .or_else(|| Some(base?.issuer.clone()))
            .unwrap_or_default(),
        in_force: in_force.or_else(|| Some(base?.in_force))?,
        citations: all_citations,
        execution,
        indicators: indicators?,
        methods: methods?,
        jointly: jointly.or_else(|| of_base(|base| base.jointly.clone())),
        adjust: adjust.or_else(|| of_base(|base| base.adjust.clone())),
        direction_words: direction_words
            .or_else(|| Some(base?.direction_words.clone()))
            .unwrap_or_default(),
        full_mark: full_mark
            .or_else(|| Some(base?.full_mark))
            .unwrap_or(FullMarkPolicy::Infer),
        not_applicable: not_applicable
            .or_else(|| Some(base?.not_applicable))
            .unwrap_or(NotApplicable::Unscored),
        missing_actual: missing_actual
            .or_else(|| Some(base?.missing_actual))
            .unwrap_or(MissingActual::Unscored),
        total: total.or_else(|| of_base(|base| base.total.clone())),
        rounding,
        rounding_citation,
        grades,
        grade_function,
        grades_citation,
        params: all_params,
        scripts: Vec::new(),
        sha256: String::new(),
    })
}

/// `none`: a part of the base this pack does without.
fn is_none(text: &str) -> bool {
    matches!(text, "none" | "无")
}

/// The value of a part that must be there, unless a base has it.
fn section<'n>(
    top: &mut Fields<'n>,
    name: crate::document::Name,
    base: Option<&RulePack>,
    problems: &mut Problems<'_>,
) -> Option<&'n Node> {
    match base {
        Some(_) => top.take(name, problems),
        None => top.require(name, problems),
    }
}

fn years(node: &Node, problems: &mut Problems<'_>) -> (u16, Option<u16>) {
    let Some(mut fields) = Fields::open(node, &[FROM, TO], problems) else {
        return (0, None);
    };
    let from = fields
        .require(FROM, problems)
        .and_then(|node| year(node, problems));
    let to = fields
        .take(TO, problems)
        .and_then(|node| year(node, problems));
    fields.close(problems);
    (from.unwrap_or(0), to)
}

fn year(node: &Node, problems: &mut Problems<'_>) -> Option<u16> {
    let text = text_of(node, problems)?;
    if text.is_empty() {
        return None;
    }
    let year = text
        .parse()
        .ok()
        .filter(|year| (1949..=2999).contains(year));
    if year.is_none() {
        let text = text.to_owned();
        problems.at_node(node, ProblemKind::BadYear { text });
    }
    year
}

fn citations(node: &Node, problems: &mut Problems<'_>) -> Vec<Citation> {
    let mut all = Vec::new();
    for (key, node) in entries(node, problems) {
        let Some(mut fields) = Fields::open(node, &[SOURCE, CLAUSE, SAYS, VERIFIED], problems)
        else {
            continue;
        };
        let source = fields
            .require(SOURCE, problems)
            .map(|node| bilingual(node, problems));
        let clause = fields
            .take(CLAUSE, problems)
            .map(|node| bilingual(node, problems));
        let says = fields
            .require(SAYS, problems)
            .map(|node| bilingual(node, problems));
        let verified = choice(&mut fields, VERIFIED, problems, TRUTHS);
        fields.close(problems);
        all.push(Citation {
            key: key.text.to_string(),
            source: source.unwrap_or_default(),
            clause: clause.unwrap_or_default(),
            says: says.unwrap_or_default(),
            verified: verified.unwrap_or(false),
        });
    }
    all
}
