//! Where a pack names a function or a clause: the one list all lints and pages share.

use crate::rules::host::Object;
use crate::rules::pack::RulePack;
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
}

impl Use<'_> {
    /// What asks: 方法“正向”, 预算执行, 总分.
    pub fn describe(&self, pack: &RulePack, lang: Lang) -> String {
        match (self.method, self.object) {
            (Some(index), _) => words::the_method(lang, pack.methods[index].name.get(lang)),
            (None, Object::Execution) => words::the_execution(lang),
            _ => words::the_total(lang),
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
    });
    let execution = Use {
        function: &pack.execution.function,
        object: Object::Execution,
        citation: &pack.execution.citation,
        method: None,
    };
    let total = pack.total.as_deref().map(|function| Use {
        function,
        object: Object::Total,
        citation: "",
        method: None,
    });
    methods.chain([execution]).chain(total).collect()
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
