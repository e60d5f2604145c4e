//! GoRules ZEN under the rule of the benchmark: as a decision table, and its expressions alone.
//!
//! What it is spared: the rows come as its own values, made before the clock starts; which way is better is already
//! decided; no word is compared. The execution part goes through it as one more row.

use rust_decimal::Decimal;
use zen_engine::Decision;
use zen_engine::model::GraphContent;
use zen_expression::expression::Standard;
use zen_expression::variable::{Variable, VariableMap};
use zen_expression::vm::VM;
use zen_expression::{Expression, compile_expression};

use super::Row;

const AT_LEAST: &str = "actual >= target ? mark : round(mark * actual / target, 2)";
const AT_MOST: &str = "actual <= target ? mark : round(mark * target / actual, 2)";
const WORD: &str = "same ? mark : null";

/// A row as ZEN's own value.
pub fn variable(row: &Row) -> Variable {
    let fields = [
        ("direction", Variable::String(row.direction.into())),
        ("target", Variable::Number(row.target)),
        ("actual", Variable::Number(row.actual)),
        ("mark", Variable::Number(row.mark)),
        ("same", Variable::Bool(row.same)),
    ];
    let mut map = VariableMap::new();
    for (name, value) in fields {
        map.insert(name.into(), value);
    }
    Variable::from_object(map)
}

/// The rows of a sheet in one value, for what takes a whole sheet at once.
pub fn sheet(rows: &[Variable]) -> Variable {
    let mut map = VariableMap::new();
    map.insert("rows".into(), Variable::from_array(rows.to_vec()));
    Variable::from_object(map)
}

/// The rule as a decision table of three lines, compiled once; `looped` takes a sheet, else a row at a time.
pub fn table(looped: bool) -> Decision {
    let line = |id: &str, direction: &str, points: &str| serde_json::json!({"_id": id, "in": format!("'{direction}'"), "out": points});
    let mut content = serde_json::json!({
        "hitPolicy": "first",
        "inputs": [{"id": "in", "name": "direction", "field": "direction"}],
        "outputs": [{"id": "out", "name": "points", "field": "points"}],
        "rules": [line("1", "at_least", AT_LEAST), line("2", "at_most", AT_MOST), line("3", "word", WORD)],
    });
    if looped {
        content["inputField"] = "rows".into();
        content["outputPath"] = "rows".into();
        content["executionMode"] = "loop".into();
    }
    let graph = serde_json::json!({
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "sheet", "name": "sheet", "type": "inputNode", "content": {}},
            {"id": "rule", "name": "rule", "type": "decisionTableNode", "content": content},
        ],
        "edges": [{"id": "edge", "sourceId": "sheet", "targetId": "rule"}],
    });
    let graph: GraphContent = serde_json::from_value(graph).expect("a graph");
    let mut decision = Decision::from(graph);
    decision.compile();
    decision
}

/// Points of every row, one evaluation a row.
pub async fn row_by_row(decision: &Decision, rows: &[Variable]) -> Vec<Decimal> {
    let mut points = Vec::with_capacity(rows.len());
    for row in rows {
        let response = decision.evaluate(row.clone()).await.expect("evaluates");
        points.push(points_of(&response.result));
    }
    points
}

/// Points of every row, one evaluation a sheet.
pub async fn whole_sheet(decision: &Decision, sheet: &Variable) -> Vec<Decimal> {
    let response = decision.evaluate(sheet.clone()).await.expect("evaluates");
    let rows = response.result.dot("rows").and_then(|rows| rows.as_array());
    let rows = rows.expect("a list");
    rows.borrow().iter().map(points_of).collect()
}

fn points_of(result: &Variable) -> Decimal {
    let points = result.dot("points").and_then(|points| points.as_number());
    points.expect("a line of the table fits")
}

/// The rule as expressions, compiled once.
pub struct Expressions {
    methods: [Expression<Standard>; 3],
    one: Expression<Standard>,
    whole: Expression<Standard>,
}

impl Expressions {
    pub fn new() -> Expressions {
        let one = format!(
            "direction == 'at_least' ? ({AT_LEAST}) : direction == 'at_most' ? ({AT_MOST}) : ({WORD})"
        );
        let fields = ["direction", "target", "actual", "mark", "same"];
        let of_element = fields.iter().fold(one.clone(), |text, name| {
            text.replace(name, &format!("#.{name}"))
        });
        let whole = format!("map(rows, {of_element})");
        let compiled = |text: &str| compile_expression(text).expect("compiles");
        Expressions {
            methods: [AT_LEAST, AT_MOST, WORD].map(compiled),
            one: compiled(&one),
            whole: compiled(&whole),
        }
    }

    /// Whoever calls picks the expression of a row, as a pack's `methods` do.
    pub fn by_method(&self, rows: &[(usize, Variable)], vm: &mut VM) -> Vec<Decimal> {
        rows.iter()
            .map(|(method, row)| number(self.methods[*method].evaluate_with(row.clone(), vm)))
            .collect()
    }

    /// The expression finds the method itself.
    pub fn row_by_row(&self, rows: &[Variable], vm: &mut VM) -> Vec<Decimal> {
        rows.iter()
            .map(|row| number(self.one.evaluate_with(row.clone(), vm)))
            .collect()
    }

    /// One expression over the list of rows.
    pub fn whole_sheet(&self, sheet: &Variable, vm: &mut VM) -> Vec<Decimal> {
        let points = self
            .whole
            .evaluate_with(sheet.clone(), vm)
            .expect("evaluates");
        let points = points.as_array().expect("a list");
        points
            .borrow()
            .iter()
            .map(|points| points.as_number().expect("a number"))
            .collect()
    }
}

fn number<E: std::fmt::Debug>(result: Result<Variable, E>) -> Decimal {
    result.expect("evaluates").as_number().expect("a number")
}
