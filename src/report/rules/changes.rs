//! What differs between two packs, part by part.

use std::collections::BTreeSet;

use super::page::when;
use crate::number::Rounding;
use crate::rules::host::outline;
use crate::rules::pack::{Asked, GradeBand, Group, Param, RulePack, Script};
use crate::words::{Lang, authoring as words};

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What: 预算执行的分值, 方法“正向”.
    pub what: String,
    /// How it was.
    pub before: String,
    /// How it is.
    pub after: String,
}

/// Collects what differs.
struct Changes {
    lang: Lang,
    list: Vec<Change>,
}

impl Changes {
    fn compare(&mut self, what: String, before: impl ToString, after: impl ToString) {
        let (before, after) = (before.to_string(), after.to_string());
        if before != after {
            let or_none = |text: String| match text.is_empty() {
                true => words::none(self.lang),
                false => text,
            };
            self.list.push(Change {
                what,
                before: or_none(before),
                after: or_none(after),
            });
        }
    }

    /// Things with a name, on either side.
    fn named<T>(
        &mut self,
        before: &[(String, T)],
        after: &[(String, T)],
        what: impl Fn(&str) -> String,
        show: impl Fn(&T) -> String,
    ) {
        let mut names: Vec<&String> = before.iter().map(|(name, _)| name).collect();
        for (name, _) in after {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let find = |list: &[(String, T)], wanted: &str| {
            let mut list = list.iter();
            list.find(|(name, _)| name == wanted)
                .map_or_else(String::new, |(_, value)| show(value))
        };
        for name in names {
            self.compare(what(name), find(before, name), find(after, name));
        }
    }
}

/// Everything that differs, in the order of `pack.yaml`, then the scripts.
pub fn changes(a: &RulePack, b: &RulePack, lang: Lang) -> Vec<Change> {
    let mut changes = Changes {
        lang,
        list: Vec::new(),
    };
    let years = |pack: &RulePack| {
        let (from, to) = pack.in_force;
        format!(
            "{from}–{}",
            to.map_or_else(String::new, |to| to.to_string())
        )
    };
    changes.compare(
        words::what_title(lang),
        a.title.get(lang),
        b.title.get(lang),
    );
    changes.compare(words::what_in_force(lang), years(a), years(b));
    parts(&mut changes, a, b);
    methods(&mut changes, a, b);
    policies(&mut changes, a, b);
    rounding(&mut changes, a, b);
    grades(&mut changes, a, b);
    let params =
        |pack: &RulePack| -> Vec<(String, Param)> { pack.params.clone().into_iter().collect() };
    changes.named(
        &params(a),
        &params(b),
        |name| words::what_param(lang, name),
        super::page::param,
    );
    citations(&mut changes, a, b);
    functions(&mut changes, a, b);
    changes.list
}

fn parts(changes: &mut Changes, a: &RulePack, b: &RulePack) {
    let lang = changes.lang;
    let execution = words::part_execution(lang);
    changes.compare(
        words::what_weight(lang, &execution),
        a.execution_weight().normalize(),
        b.execution_weight().normalize(),
    );
    let function = |pack: &RulePack| {
        let part = pack.execution.as_ref();
        part.map_or_else(String::new, |part| part.function.clone())
    };
    let what = words::what_function(lang, &execution);
    changes.compare(what, function(a), function(b));
    changes.compare(
        words::what_clause(lang, &execution),
        a.execution_citation(),
        b.execution_citation(),
    );
    let indicators = words::part_indicators(lang);
    changes.compare(
        words::what_weight(lang, &indicators),
        a.indicators.weight.normalize(),
        b.indicators.weight.normalize(),
    );
    changes.named(
        &a.indicators.levels,
        &b.indicators.levels,
        |label| words::what_weight(lang, words::part_level(lang, label)),
        |weight| weight.normalize().to_string(),
    );
    changes.named(
        &groups(a),
        &groups(b),
        |label| words::what_weight(lang, words::part_level(lang, label)),
        |group| format!("{} {}", group.weight.normalize(), group.asked.function),
    );
    let each = |pack: &RulePack| pack.indicators.full_mark_each.map(|mark| mark.normalize());
    let each = |pack: &RulePack| each(pack).map_or_else(String::new, |mark| mark.to_string());
    changes.compare(words::what_mark_each(lang), each(a), each(b));
    for (part, of) in [
        (
            words::part_jointly(lang),
            jointly as fn(&RulePack) -> Option<&Asked>,
        ),
        (words::part_adjust(lang), adjust),
        (words::part_total(lang), total),
    ] {
        let function = |pack| of(pack).map_or("", |asked| asked.function.as_str());
        let clause = |pack| of(pack).map_or("", |asked| asked.citation.as_str());
        let what = words::what_function(lang, &part);
        changes.compare(what, function(a), function(b));
        changes.compare(words::what_clause(lang, &part), clause(a), clause(b));
    }
}

fn jointly(pack: &RulePack) -> Option<&Asked> {
    pack.jointly.as_ref()
}

fn adjust(pack: &RulePack) -> Option<&Asked> {
    pack.adjust.as_ref()
}

fn total(pack: &RulePack) -> Option<&Asked> {
    pack.total.as_ref()
}

fn groups(pack: &RulePack) -> Vec<(String, Group)> {
    let groups = Group::walk(&pack.indicators.groups).into_iter();
    groups
        .map(|group| (group.label.clone(), group.clone()))
        .collect()
}

fn methods(changes: &mut Changes, a: &RulePack, b: &RulePack) {
    let lang = changes.lang;
    let named = |pack: &RulePack| -> Vec<(String, usize)> {
        let methods = pack.methods.iter().enumerate();
        methods
            .map(|(index, method)| (method.name.get(lang).to_owned(), index))
            .collect()
    };
    let (before, after) = (named(a), named(b));
    // New and gone ones first; those on both sides in detail.
    let one = |pack: &RulePack, name: &str| {
        let mut methods = pack.methods.iter();
        methods
            .find(|method| method.name.get(lang) == name)
            .cloned()
    };
    let mut both = Vec::new();
    for (name, _) in before.iter().chain(&after) {
        match (one(a, name), one(b, name)) {
            (Some(old), Some(new)) => {
                if !both.contains(&name) {
                    both.push(name);
                    changes.compare(
                        words::what_when(lang, name),
                        when(&old.when, lang),
                        when(&new.when, lang),
                    );
                    let part = words::part_method(lang, name);
                    let what = words::what_function(lang, &part);
                    changes.compare(what, old.function, new.function);
                    let what = words::what_clause(lang, &part);
                    changes.compare(what, old.citation, new.citation);
                }
            }
            (old, new) => {
                let function = |method: Option<crate::rules::pack::Method>| {
                    method.map_or_else(String::new, |method| method.function)
                };
                changes.compare(words::what_method(lang, name), function(old), function(new));
            }
        }
    }
    let order = |names: &[(String, usize)]| {
        let names = names.iter().map(|(name, _)| name.as_str());
        let common = names.filter(|name| both.iter().any(|both| both == name));
        common.collect::<Vec<_>>().join(" ")
    };
    changes.compare(words::what_order(lang), order(&before), order(&after));
    let directions = |pack: &RulePack| {
        let words = &pack.direction_words;
        format!(
            "≥ {} ≤ {}",
            words.at_least.join(" "),
            words.at_most.join(" ")
        )
    };
    changes.compare(words::what_words(lang), directions(a), directions(b));
}

fn policies(changes: &mut Changes, a: &RulePack, b: &RulePack) {
    let lang = changes.lang;
    let policy = super::page::policies;
    let rows = policy(a, lang).into_iter().zip(policy(b, lang));
    for ((label, before), (_, after)) in rows {
        changes.compare(label, before, after);
    }
}

fn rounding(changes: &mut Changes, a: &RulePack, b: &RulePack) {
    let lang = changes.lang;
    let step = |step: Rounding| words::rounding_step(lang, step.mode.name(), step.places);
    for (part, before, after) in [
        (words::part_rows(lang), a.rounding.rows, b.rounding.rows),
        (
            words::part_execution(lang),
            a.rounding.execution,
            b.rounding.execution,
        ),
        (words::part_total(lang), a.rounding.total, b.rounding.total),
    ] {
        changes.compare(words::what_rounding(lang, part), step(before), step(after));
    }
    let groups = |pack: &RulePack| pack.rounding.groups.map_or_else(String::new, step);
    let what = words::what_rounding(lang, words::part_groups(lang));
    changes.compare(what, groups(a), groups(b));
    let named = |pack: &RulePack| -> Vec<(String, Rounding)> {
        pack.rounding.named.clone().into_iter().collect()
    };
    changes.named(
        &named(a),
        &named(b),
        |name| words::what_rounding(lang, name),
        |one| step(*one),
    );
    let what = words::what_clause(lang, words::part_rounding(lang));
    changes.compare(what, &a.rounding_citation, &b.rounding_citation);
}

fn grades(changes: &mut Changes, a: &RulePack, b: &RulePack) {
    let lang = changes.lang;
    let bands = |pack: &RulePack| -> Vec<(String, GradeBand)> {
        let bands = pack.grades.iter();
        bands
            .map(|band| (band.name.get(lang).to_owned(), band.clone()))
            .collect()
    };
    changes.named(
        &bands(a),
        &bands(b),
        |name| words::what_grade(lang, name),
        |band| match band.inclusive {
            true => words::from_on(lang, band.from.normalize()),
            false => words::above(lang, band.from.normalize()),
        },
    );
    let function = |pack: &RulePack| pack.grade_function.clone().unwrap_or_default();
    let what = words::what_function(lang, words::part_grades(lang));
    changes.compare(what, function(a), function(b));
    let what = words::what_clause(lang, words::part_grades(lang));
    changes.compare(what, &a.grades_citation, &b.grades_citation);
}

fn citations(changes: &mut Changes, a: &RulePack, b: &RulePack) {
    let lang = changes.lang;
    let texts = |pack: &RulePack| -> Vec<(String, String)> {
        let citations = pack.citations.iter().map(|citation| {
            let verified = match citation.verified {
                true => crate::words::packs::citation_verified(lang),
                false => crate::words::packs::citation_unverified(lang),
            };
            let parts = [
                citation.source.get(lang),
                citation.clause.get(lang),
                citation.says.get(lang),
                &verified,
            ];
            (citation.key.clone(), parts.join(" · "))
        });
        citations.collect()
    };
    changes.named(
        &texts(a),
        &texts(b),
        |key| words::what_citation(lang, key),
        Clone::clone,
    );
}

/// Functions whose code differs; comments and spaces do not count.
fn functions(changes: &mut Changes, a: &RulePack, b: &RulePack) {
    let lang = changes.lang;
    let (before, after) = (texts(&a.scripts), texts(&b.scripts));
    let names: BTreeSet<&String> = before.iter().chain(&after).map(|(name, _)| name).collect();
    let find = |texts: &[(String, String)], wanted: &str| {
        let mut texts = texts.iter();
        let found = texts.find(|(name, _)| name == wanted);
        found.map_or_else(String::new, |(_, text)| text.clone())
    };
    for name in names {
        let what = words::what_text(lang, name);
        changes.compare(what, find(&before, name), find(&after, name));
    }
}

/// Name and code of every function, a space where the source has any white space.
fn texts(scripts: &[Script]) -> Vec<(String, String)> {
    let outline = outline(scripts);
    let mut texts = Vec::new();
    for function in &outline.functions {
        let place = function.place;
        let next = outline
            .functions
            .iter()
            .filter(|other| other.place.script == place.script && other.place.line > place.line)
            .map(|other| other.place.line)
            .min();
        let line = |line: u32| usize::try_from(line.saturating_sub(1)).unwrap_or(0);
        let end = next.map_or(usize::MAX, line);
        let code: Vec<&str> = scripts[place.script]
            .text
            .lines()
            .take(end)
            .skip(line(place.line))
            .map(|line| line.split("//").next().unwrap_or_default())
            .flat_map(str::split_whitespace)
            .collect();
        texts.push((function.name.clone(), code.join(" ")));
    }
    texts
}
