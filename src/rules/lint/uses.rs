//! Where a pack names a function or a clause: the one list all lints and pages share.

use crate::document::Name;
use crate::rules::host::Object;
use crate::rules::load::keys::{ADJUST, EXECUTION, GRADES, GROUPS, JOINTLY, METHODS, TOTAL};
use crate::rules::pack::{Asked, Group, RulePack};
use crate::words::{Lang, lints as words};

/// A place where the pack asks a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Use<'p> {
    /// The function.
    pub function: &'p str,
    /// What it is given.
    pub object: Object,
    /// Key of the clause it follows.
    pub citation: &'p str,
    /// Index of the method; `None` for the parts.
    pub method: Option<usize>,
    /// What asks, where it is no method.
    part: Part<'p>,
}

/// A part of a pack that asks a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part<'p> {
    Method,
    Execution,
    Jointly,
    Adjust,
    Group(&'p str),
    Total,
    Grade,
}

impl Use<'_> {
    /// What asks: 方法“正向”, 预算执行, 总分.
    pub fn describe(&self, pack: &RulePack, lang: Lang) -> String {
        match (self.method, self.part) {
            (Some(index), _) => words::the_method(lang, pack.methods[index].name.get(lang)),
            (None, Part::Execution) => words::the_execution(lang),
            (None, Part::Jointly) => words::the_joint_judgement(lang),
            (None, Part::Adjust) => words::the_adjustment(lang),
            (None, Part::Group(label)) => words::the_group(lang, label),
            (None, Part::Grade) => words::the_grade(lang),
            (None, Part::Method | Part::Total) => words::the_total(lang),
        }
    }

    /// The key of `pack.yaml` it stands behind.
    pub fn key(&self) -> Name {
        match self.part {
            Part::Method => METHODS,
            Part::Execution => EXECUTION,
            Part::Jointly => JOINTLY,
            Part::Adjust => ADJUST,
            Part::Group(_) => GROUPS,
            Part::Total => TOTAL,
            Part::Grade => GRADES,
        }
    }
}

/// Every function the pack asks, in its order.
pub(crate) fn uses(pack: &RulePack) -> Vec<Use<'_>> {
    let methods = pack.methods.iter().enumerate().map(|(index, method)| Use {
        function: &method.function,
        object: Object::Measure,
        citation: &method.citation,
        method: Some(index),
        part: Part::Method,
    });
    let execution = pack.execution.iter().map(|part| Use {
        function: &part.function,
        object: Object::Execution,
        citation: &part.citation,
        method: None,
        part: Part::Execution,
    });
    let groups = Group::walk(&pack.indicators.groups);
    let groups = groups
        .into_iter()
        .map(|group| asked_by(&group.asked, Object::Group, Part::Group(&group.label)));
    let jointly = pack.jointly.iter();
    let jointly = jointly.map(|one| asked_by(one, Object::Group, Part::Jointly));
    let adjust = pack.adjust.iter();
    let adjust = adjust.map(|one| asked_by(one, Object::Measure, Part::Adjust));
    let total = pack.total.iter();
    let total = total.map(|one| asked_by(one, Object::Total, Part::Total));
    let grade = pack.grade_function.iter().map(|function| Use {
        function,
        object: Object::Total,
        citation: &pack.grades_citation,
        method: None,
        part: Part::Grade,
    });
    let parts = execution.chain(jointly).chain(adjust).chain(groups);
    methods.chain(parts).chain(total).chain(grade).collect()
}

fn asked_by<'p>(asked: &'p Asked, object: Object, part: Part<'p>) -> Use<'p> {
    Use {
        function: &asked.function,
        object,
        citation: &asked.citation,
        method: None,
        part,
    }
}

/// Every clause the pack refers to.
pub(super) fn citations(pack: &RulePack) -> Vec<&str> {
    let parts = [
        pack.indicators.citation.as_str(),
        &pack.rounding_citation,
        &pack.grades_citation,
    ];
    let uses = uses(pack).into_iter().map(|used| used.citation);
    uses.chain(parts).collect()
}
