//! 底稿: what goes into a file, a meeting, a signature. One model, a renderer for each kind of paper.

mod format;

use crate::report::audit::AuditedSheets;
use crate::report::whatif::WhatIf;
use crate::score::Evaluation;
use crate::words::{Lang, papers as words};

pub use format::{PaperError, PaperFormat};

/// The most sheets one paper has: nobody signs more pages, and every sheet is a worksheet, a chapter, a
/// section of its own.
pub const MOST_SHEETS: usize = 300;

/// Everything a paper says, whatever it is written as.
///
/// `evaluations` and the sheets of `audited` are the same ones in the same order; so are those of `whatif`
/// where it is there.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The language of the paper.
    pub lang: Lang,
    /// What it is about.
    pub subject: Subject,
    /// The sheets as the rule scores them: where formulas and derivations come from.
    pub evaluations: Vec<Evaluation>,
    /// The same sheets as every report tells them; findings and reconciliation in them are empty unless
    /// the subject is an audit.
    pub audited: AuditedSheets,
    /// Scenarios beside the sheets.
    pub whatif: Option<WhatIf>,
}

/// What a paper is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// 重算: reported beside recomputed.
    Score,
    /// 复核: reconciliation and findings too.
    Audit,
    /// 测算: scenarios.
    WhatIf,
}

impl Paper {
    /// A paper of `jixiao score`.
    pub fn score(evaluations: Vec<Evaluation>, lang: Lang) -> Paper {
        Paper {
            audited: AuditedSheets::unaudited(&evaluations, lang),
            subject: Subject::Score,
            evaluations,
            whatif: None,
            lang,
        }
    }

    /// A paper of `jixiao audit`.
    pub fn audit(evaluations: Vec<Evaluation>, audited: AuditedSheets, lang: Lang) -> Paper {
        Paper {
            lang,
            subject: Subject::Audit,
            evaluations,
            audited,
            whatif: None,
        }
    }

    /// A paper of `jixiao whatif`; `evaluations` are the baselines.
    pub fn whatif(evaluations: Vec<Evaluation>, whatif: WhatIf, lang: Lang) -> Paper {
        Paper {
            whatif: Some(whatif),
            subject: Subject::WhatIf,
            ..Paper::score(evaluations, lang)
        }
    }

    /// What stands above it: 预算绩效自评复核报告.
    pub fn title(&self) -> String {
        match self.subject {
            Subject::Score => words::title_score(self.lang),
            Subject::Audit => words::title_audit(self.lang),
            Subject::WhatIf => words::title_whatif(self.lang),
        }
    }
}
