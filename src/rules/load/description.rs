//! Reads `pack.yaml`: shapes, words and numbers. What the parts mean together is [`super::check`]'s.

use super::keys::*;
use super::shapes::{bilingual, choice, entries, number, required_text};
use crate::document::{
    Fields, Node, NodeKind, ProblemKind, Problems, Shape, list_of, text_of, wrong_shape,
};
use crate::number::{Fraction, Rounding, RoundingMode};
use crate::rules::facts::Kind;
use crate::rules::pack::{
    Citation, DirectionWords, ExecutionPart, FullMarkPolicy, GradeBand, IndicatorsPart, Method,
    MissingActual, NotApplicable, Param, Params, RoundingSteps, RulePack, When,
};
use crate::value::read_figure;
use crate::words::rules as words;

/// Reads the description; `None` when a part without which nothing can be checked is not there.
/// Smaller faults are reported and replaced, so that one run finds them all.
pub(super) fn read(root: &Node, problems: &mut Problems<'_>) -> Option<RulePack> {
    let mut top = Fields::open(root, TOP, problems)?;
    let pack = required_text(&mut top, PACK, problems);
    let edition = required_text(&mut top, EDITION, problems);
    let title = top
        .require(TITLE, problems)
        .map(|node| bilingual(node, problems));
    let issuer = top
        .take(ISSUER, problems)
        .map(|node| bilingual(node, problems));
    let in_force = top
        .require(IN_FORCE, problems)
        .map(|node| years(node, problems));
    let citations = top
        .require(CITATIONS, problems)
        .map(|node| citations(node, problems));
    let execution = top
        .require(EXECUTION, problems)
        .and_then(|node| execution(node, problems));
    let indicators = top
        .require(INDICATORS, problems)
        .and_then(|node| indicators(node, problems));
    let methods = top.require(METHODS, problems).map(|node| {
        let items = list_of(node, problems);
        items
            .iter()
            .filter_map(|item| method(item, problems))
            .collect()
    });
    let direction_words = top.take(DIRECTION_WORDS, problems);
    let direction_words = direction_words.map(|node| words_of_direction(node, problems));
    let full_mark = choice(&mut top, FULL_MARK, problems, FULL_MARK_POLICIES);
    let not_applicable = choice(&mut top, NOT_APPLICABLE, problems, NOT_APPLICABLE_POLICIES);
    let missing_actual = choice(&mut top, MISSING, problems, MISSING_POLICIES);
    let total = top.take(TOTAL, problems).and_then(|node| {
        let mut fields = Fields::open(node, &[FUNCTION], problems)?;
        let function = required_text(&mut fields, FUNCTION, problems);
        fields.close(problems);
        Some(function)
    });
    let rounding = top
        .require(ROUNDING, problems)
        .and_then(|node| rounding(node, problems));
    let grades = top
        .require(GRADES, problems)
        .and_then(|node| grades(node, problems));
    let params = top
        .take(PARAMS, problems)
        .map(|node| params(node, problems));
    top.close(problems);

    let (rounding, rounding_citation) = rounding?;
    let (grades, grades_citation) = grades?;
    Some(RulePack {
        pack,
        edition,
        title: title?,
        issuer: issuer.unwrap_or_default(),
        in_force: in_force?,
        citations: citations?,
        execution: execution?,
        indicators: indicators?,
        methods: methods?,
        direction_words: direction_words.unwrap_or_default(),
        full_mark: full_mark.unwrap_or(FullMarkPolicy::Infer),
        not_applicable: not_applicable.unwrap_or(NotApplicable::Unscored),
        missing_actual: missing_actual.unwrap_or(MissingActual::Unscored),
        total,
        rounding,
        rounding_citation,
        grades,
        grades_citation,
        params: params.unwrap_or_default(),
        scripts: Vec::new(),
        sha256: String::new(),
    })
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
            key: key.text.clone(),
            source: source.unwrap_or_default(),
            clause: clause.unwrap_or_default(),
            says: says.unwrap_or_default(),
            verified: verified.unwrap_or(false),
        });
    }
    all
}

fn execution(node: &Node, problems: &mut Problems<'_>) -> Option<ExecutionPart> {
    let mut fields = Fields::open(node, &[WEIGHT, FUNCTION, CITATION], problems)?;
    let weight = fields
        .require(WEIGHT, problems)
        .and_then(|node| number(node, problems));
    let function = required_text(&mut fields, FUNCTION, problems);
    let citation = required_text(&mut fields, CITATION, problems);
    fields.close(problems);
    Some(ExecutionPart {
        weight: weight?,
        function,
        citation,
    })
}

fn indicators(node: &Node, problems: &mut Problems<'_>) -> Option<IndicatorsPart> {
    let mut fields = Fields::open(node, &[WEIGHT, LEVELS, CITATION], problems)?;
    let weight = fields
        .require(WEIGHT, problems)
        .and_then(|node| number(node, problems));
    let mut levels = Vec::new();
    if let Some(node) = fields.take(LEVELS, problems) {
        for (key, node) in entries(node, problems) {
            if let Some(weight) = number(node, problems) {
                levels.push((key.text.clone(), weight));
            }
        }
    }
    let citation = required_text(&mut fields, CITATION, problems);
    fields.close(problems);
    Some(IndicatorsPart {
        weight: weight?,
        levels,
        citation,
    })
}

fn method(node: &Node, problems: &mut Problems<'_>) -> Option<Method> {
    let mut fields = Fields::open(node, &[NAME, WHEN, FUNCTION, CITATION], problems)?;
    let name = fields
        .require(NAME, problems)
        .map(|node| bilingual(node, problems));
    let when = fields
        .take(WHEN, problems)
        .and_then(|node| when(node, problems));
    let function = required_text(&mut fields, FUNCTION, problems);
    let citation = required_text(&mut fields, CITATION, problems);
    fields.close(problems);
    Some(Method {
        name: name.unwrap_or_default(),
        when: when.unwrap_or_default(),
        function,
        citation,
    })
}

fn when(node: &Node, problems: &mut Problems<'_>) -> Option<When> {
    let mut fields = Fields::open(node, &[KIND, DIRECTION, ZERO_TARGET, JUDGED], problems)?;
    let kinds = Kind::ALL.map(|(kind, word)| (word, kind));
    let when = When {
        kind: choice(&mut fields, KIND, problems, &kinds),
        direction: choice(&mut fields, DIRECTION, problems, DIRECTIONS),
        zero_target: choice(&mut fields, ZERO_TARGET, problems, TRUTHS),
        judged: choice(&mut fields, JUDGED, problems, TRUTHS),
    };
    fields.close(problems);
    Some(when)
}

fn words_of_direction(node: &Node, problems: &mut Problems<'_>) -> DirectionWords {
    let Some(mut fields) = Fields::open(node, &[AT_LEAST, AT_MOST], problems) else {
        return DirectionWords::default();
    };
    let mut list = |name| -> Vec<String> {
        let Some(node) = fields.take(name, problems) else {
            return Vec::new();
        };
        let items = list_of(node, problems);
        let texts = items.iter().filter_map(|item| text_of(item, problems));
        texts.map(str::to_owned).collect()
    };
    let (at_least, at_most) = (list(AT_LEAST), list(AT_MOST));
    fields.close(problems);
    DirectionWords { at_least, at_most }
}

fn rounding(node: &Node, problems: &mut Problems<'_>) -> Option<(RoundingSteps, String)> {
    let mut fields = Fields::open(node, &[ROWS, EXECUTION, TOTAL, CITATION], problems)?;
    let mut step = |name| {
        let node = fields.require(name, problems)?;
        let mut fields = Fields::open(node, &[MODE, PLACES], problems)?;
        let modes = RoundingMode::ALL.map(|mode| (mode.name(), mode));
        let mode = choice(&mut fields, MODE, problems, &modes);
        let places = fields
            .require(PLACES, problems)
            .and_then(|node| places(node, problems));
        fields.close(problems);
        Some(Rounding {
            mode: mode.unwrap_or(RoundingMode::HalfUp),
            places: places?,
        })
    };
    let (rows, execution, total) = (step(ROWS), step(EXECUTION), step(TOTAL));
    let citation = required_text(&mut fields, CITATION, problems);
    fields.close(problems);
    let steps = RoundingSteps {
        rows: rows?,
        execution: execution?,
        total: total?,
    };
    Some((steps, citation))
}

fn places(node: &Node, problems: &mut Problems<'_>) -> Option<u32> {
    let text = text_of(node, problems)?;
    let places = text
        .parse()
        .ok()
        .filter(|places| *places <= Rounding::MOST_PLACES);
    if places.is_none() {
        let kind = ProblemKind::said(
            |lang| words::not_places(lang, text),
            |lang| words::not_places_help(lang, Rounding::MOST_PLACES),
        );
        problems.at_node(node, kind);
    }
    places
}

fn grades(node: &Node, problems: &mut Problems<'_>) -> Option<(Vec<GradeBand>, String)> {
    let mut fields = Fields::open(node, &[CITATION, BANDS], problems)?;
    let citation = required_text(&mut fields, CITATION, problems);
    let bands = fields.require(BANDS, problems).map(|node| {
        let items = list_of(node, problems);
        items
            .iter()
            .filter_map(|item| grade(item, problems))
            .collect()
    });
    fields.close(problems);
    Some((bands?, citation))
}

fn grade(node: &Node, problems: &mut Problems<'_>) -> Option<GradeBand> {
    let mut fields = Fields::open(node, &[NAME, FROM, ABOVE, TO], problems)?;
    let name = fields
        .require(NAME, problems)
        .map(|node| bilingual(node, problems));
    let above = fields.take(ABOVE, problems);
    let from = match above {
        Some(node) => number(node, problems),
        None => fields
            .require(FROM, problems)
            .and_then(|node| number(node, problems)),
    };
    let to = fields.take(TO, problems);
    let to = to.and_then(|node| number(node, problems));
    fields.close(problems);
    Some(GradeBand {
        name: name?,
        from: from?,
        inclusive: above.is_none(),
        to,
    })
}

fn params(node: &Node, problems: &mut Problems<'_>) -> Params {
    let mut all = Params::new();
    for (key, node) in entries(node, problems) {
        if let Some(value) = param(node, problems) {
            all.insert(key.text.clone(), value);
        }
    }
    all
}

/// A number where the text reads as one (80% is 0.8), else a text; quotes keep a text a text.
fn param(node: &Node, problems: &mut Problems<'_>) -> Option<Param> {
    match &node.kind {
        NodeKind::List(items) => {
            let items = items.iter().filter_map(|item| param(item, problems));
            Some(Param::List(items.collect()))
        }
        NodeKind::Scalar { text, quoted } => {
            let figure = read_figure(text).ok().flatten().filter(|_| !quoted);
            Some(figure.map_or_else(
                || Param::Text(text.clone()),
                |figure| Param::Number(Fraction::from(figure.value)),
            ))
        }
        NodeKind::Map(_) => {
            problems.at_node(node, wrong_shape(Shape::TextOrList, node));
            None
        }
    }
}
