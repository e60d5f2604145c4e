//! Papers: what `-o` writes for a file, a meeting, a signature.

mod page;
