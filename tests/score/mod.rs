//! Scores of sheets under packs, told by what they mean.

mod digests;
