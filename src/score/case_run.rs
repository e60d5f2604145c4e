//! What happens when a worked case runs: its evaluation, and what the cases of a pack reach together.

use std::sync::Arc;

use super::cases::sheet_around;
use super::{Evaluation, Scorer};
use crate::rules::case::{Case, Given};
use crate::rules::host::ScriptFault;
use crate::rules::lint::Reached;
use crate::sheet::Sheet;

impl Scorer {
    /// The evaluation of a case; the row of a case is its first. `None` for a total alone.
    ///
    /// # Errors
    /// A script of the pack is at fault.
    pub fn run_case(&self, case: &Case) -> Result<Option<Evaluation>, Box<ScriptFault>> {
        let sheet = match &case.given {
            Given::Row(indicator) => sheet_around(indicator, self.pack()),
            Given::Execution(budget) => Sheet {
                budget: (**budget).clone(),
                ..Sheet::default()
            },
            Given::Sheet(sheet) => (**sheet).clone(),
            Given::Total(_) => return Ok(None),
        };
        self.score(&Arc::new(sheet)).map(Some)
    }

    /// What the cases exercise. A case whose script fails has reached the function that fails.
    pub fn reached(&self, cases: &[Case]) -> Reached {
        let mut reached = Reached {
            methods: vec![false; self.pack().methods.len()],
            execution: false,
        };
        for case in cases {
            let evaluation = match self.run_case(case) {
                Ok(Some(evaluation)) => evaluation,
                Ok(None) => continue,
                Err(fault) => {
                    let failed = fault.function.unwrap_or_default();
                    for (seen, method) in reached.methods.iter_mut().zip(&self.pack().methods) {
                        *seen |= method.function == failed;
                    }
                    let execution = self.pack().execution.as_ref();
                    reached.execution |= execution.is_some_and(|part| part.function == failed);
                    continue;
                }
            };
            // Behind the row of a case stands one that only carries the rest of the marks.
            let rows = match case.given {
                Given::Row(_) => 1,
                Given::Sheet(_) => evaluation.rows.len(),
                Given::Execution(_) | Given::Total(_) => 0,
            };
            for method in evaluation
                .rows
                .iter()
                .take(rows)
                .filter_map(|row| row.method)
            {
                reached.methods[method] = true;
            }
            reached.execution |= matches!(case.given, Given::Execution(_) | Given::Sheet(_));
        }
        reached
    }
}
