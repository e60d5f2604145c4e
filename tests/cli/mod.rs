//! The command line, run as a user would.

mod accept;
mod accept_across;
mod audit;
mod audit_formats;
mod audit_targets;
mod authoring;
pub mod desk;
mod folders;
mod form;
mod import;
mod language;
mod limits;
mod output;
mod packs;
mod pages;
mod parts;
mod paths;
mod portfolio;
mod sarif;
mod schema;
mod score;
mod usage;
