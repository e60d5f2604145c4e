//! Which columns of a Parquet file are read, and what they are called.

use parquet::basic::{ConvertedType, LogicalType, Repetition};
use parquet::schema::types::Type;

/// Columns of a sheet; as keys of its JSON form they are called the same.
pub(super) const SHEET: [&str; 9] = [
    "title",
    "scope",
    "year",
    "unit",
    "project",
    "department",
    "indicators_full_mark",
    "total",
    "grade",
];
pub(super) const EXECUTION: [&str; 7] = [
    "full_mark",
    "money",
    "name",
    "budget",
    "executed",
    "rate",
    "points",
];
/// Columns of a measure.
pub(super) const MEASURE: [&str; 7] = [
    "actual",
    "full_mark",
    "points",
    "direction",
    "judged",
    "applicable",
    "target",
];
/// Columns without which there is no sheet.
pub(super) const REQUIRED: [&str; 3] = ["scope", "rows.name", "rows.target"];

/// The columns that are read, by their names without the layers lists are made of: `rows.target`.
pub(super) struct Names(pub Vec<String>);

impl Names {
    /// Of a schema, in the order of its columns.
    pub(super) fn of(schema: &Type) -> Names {
        let mut names = Vec::new();
        for field in schema.get_fields() {
            walk(field, field.name(), &mut names);
        }
        Names(names)
    }

    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|other| other == name)
    }

    /// Whether a column is one that is read.
    pub(super) fn is_read(name: &str) -> bool {
        let within = |prefix: &str, names: &[&str]| {
            let rest = name.strip_prefix(prefix);
            rest.is_some_and(|rest| names.contains(&rest))
        };
        const MORE: [&str; 2] = ["id", "input_sha256"];
        const OF_ROW: [&str; 5] = ["levels", "name", "measure", "indicator_full_mark", "reason"];
        within("", &SHEET)
            || within("", &MORE)
            || within("execution.", &EXECUTION)
            || within("rows.", &MEASURE)
            || within("rows.", &OF_ROW)
            || ["inputs.", "group_points.", "rows.inputs."]
                .iter()
                .any(|map| within(map, &["key", "value"]))
    }
}

/// Calls itself once a level, which the limit on schemas bounds.
fn walk(node: &Type, name: &str, names: &mut Vec<String>) {
    if node.is_primitive() {
        names.push(name.to_owned());
        return;
    }
    let (info, fields) = (node.get_basic_info(), node.get_fields());
    let is = |converted: ConvertedType| info.converted_type() == converted;
    let is_list = is(ConvertedType::LIST) || info.logical_type_ref() == Some(&LogicalType::List);
    let is_map = is(ConvertedType::MAP) || info.logical_type_ref() == Some(&LogicalType::Map);
    let layer = match fields {
        [one] if is_list || is_map => {
            let one_info = one.get_basic_info();
            let is_repeated = one_info.has_repetition()
                && one_info.repetition() == Repetition::REPEATED
                && !one.is_primitive();
            is_repeated.then(|| one.get_fields())
        }
        _ => None,
    };
    match layer {
        Some([element]) if is_list => walk(element, name, names),
        Some([key, value]) if is_map => {
            walk(key, &format!("{name}.key"), names);
            walk(value, &format!("{name}.value"), names);
        }
        _ => {
            for field in fields {
                walk(field, &format!("{name}.{}", field.name()), names);
            }
        }
    }
}
