//! Every test that uses the library or the binary from outside: one binary, so that it is linked once.

mod architecture;
mod audit_documents;
mod audit_samples_arithmetic;
mod audit_samples_consistency;
mod checks;
mod cli;
mod document;
mod form;
mod lints;
mod mapping;
mod packs;
mod pdf;
mod properties;
mod readme;
mod recognise;
mod roundtrip;
mod rules_manual;
mod samples;
mod script_reference;
mod targets;
mod threads;
mod tutorial;
mod whatif;
