//! What the worked cases of a pack exercise.

/// What was asked while the cases ran.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reached {
    /// For each method of the pack, whether a case used it.
    pub methods: Vec<bool>,
    /// Whether a case scored the execution part.
    pub execution: bool,
}
