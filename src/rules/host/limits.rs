//! What a script may not do, and how much it may use.
//!
//! A pack comes from someone else. Nothing a script can write reaches a file, the network, the clock
//! or another script, and every resource has a ceiling low enough that a runaway script ends in well
//! under a second and a few megabytes.

use rhai::Engine;
use rhai::packages::{
    BasicArrayPackage, BasicIteratorPackage, BasicMapPackage, BasicStringPackage, LogicPackage,
    Package,
};

/// Elementary steps of one call; a scoring function takes a few dozen.
const OPERATIONS: u64 = 1_000_000;
/// Calls inside calls.
const CALL_DEPTH: usize = 32;
/// Brackets inside brackets.
const EXPRESSION_DEPTH: usize = 64;
/// Characters of a text, also counted over all texts of one list or map.
const TEXT: usize = 10_000;
/// Items of a list, nested ones included.
const LIST: usize = 10_000;
/// Entries of a map.
const MAP: usize = 1_000;
/// Variables alive at once.
const VARIABLES: usize = 200;
/// Functions in one pack.
const FUNCTIONS: usize = 500;

/// An engine with arithmetic, text, lists and maps, and nothing that looks outside.
pub(super) fn sandboxed_engine() -> Engine {
    let mut engine = Engine::new_raw();
    LogicPackage::new().register_into_engine(&mut engine);
    BasicStringPackage::new().register_into_engine(&mut engine);
    BasicArrayPackage::new().register_into_engine(&mut engine);
    BasicMapPackage::new().register_into_engine(&mut engine);
    BasicIteratorPackage::new().register_into_engine(&mut engine);
    for word in ["eval", "print", "debug", "import", "export", "/="] {
        engine.disable_symbol(word);
    }
    engine.set_max_operations(OPERATIONS);
    engine.set_max_call_levels(CALL_DEPTH);
    engine.set_max_expr_depths(EXPRESSION_DEPTH, EXPRESSION_DEPTH);
    engine.set_max_string_size(TEXT);
    engine.set_max_array_size(LIST);
    engine.set_max_map_size(MAP);
    engine.set_max_variables(VARIABLES);
    engine.set_max_functions(FUNCTIONS);
    engine
}
