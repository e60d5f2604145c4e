//! Which extra figures (补充数据) a pack asks for by name.

use std::collections::BTreeSet;

use super::host::outline;
use super::outline::PartKind;
use super::pack::RulePack;

/// The methods of a row, group, execution part and total that give an extra figure.
const INPUT: [&str; 2] = ["input", "补充数据"];

impl RulePack {
    /// Every name that stands as a text in `m.input("…")` and its like, in the pack's scripts and those
    /// it builds on. Names a script puts together are not among them.
    pub fn asked_inputs(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for function in &outline(&self.scripts).functions {
            function.each(&mut |part| {
                if let PartKind::Method(_, method, arguments) = &part.kind
                    && INPUT.contains(&method.as_str())
                    && let [argument] = arguments.as_slice()
                    && let PartKind::Text(name) = &argument.kind
                {
                    names.insert(name.clone());
                }
            });
        }
        names
    }
}
