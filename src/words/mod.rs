//! Every sentence a user reads, in Chinese and English side by side.
//!
//! One table in several files, by subject; nothing outside this folder holds user wording (pack
//! titles and clauses are data of the pack). A row is a function: the arguments are the facts, the
//! two literals the wording.

/// The language of everything printed; Chinese unless asked otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Lang {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

/// Declares rows of the table: `name(arguments) { "中文", "English" }`.
macro_rules! words {
    ($( $name:ident ( $($argument:ident),* ) { $zh:literal, $en:literal } )*) => { $(
        #[doc = concat!("zh: ", $zh, "  \nen: ", $en)]
        pub fn $name(lang: $crate::words::Lang $(, $argument: impl std::fmt::Display)*) -> String {
            match lang {
                $crate::words::Lang::Zh => format!($zh),
                $crate::words::Lang::En => format!($en),
            }
        }
    )* };
}

pub mod accept;
pub mod audit;
pub mod authoring;
pub mod batch;
pub mod cases;
pub mod cli;
pub mod findings;
pub mod form;
pub mod lints;
pub mod mapping;
pub mod migration;
pub mod office;
pub mod packs;
pub mod papers;
pub mod papers_page;
pub mod papers_word;
pub mod pdf;
pub mod portfolio;
pub mod problems;
pub mod recognise;
pub mod report;
pub mod rules;
pub mod score;
pub mod syntax;
pub mod system;
pub mod trace;
pub mod values;
pub mod vocabulary;
pub mod web;
pub mod whatif;
pub mod whatif_controls;
pub mod whatif_ranges;
pub mod whatif_sweep;
pub mod whatif_vary;
pub mod workbook;
