//! The command line, run as a user would.

mod audit;
mod authoring;
mod desk;
mod import;
mod limits;
mod output;
mod packs;
mod paths;
mod schema;
mod score;
mod usage;
