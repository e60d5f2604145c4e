//! A bundle as the file a unit would hand in, read by the program like any other.

use serde_json::{Map, Value, json};

use super::exact::decimal;
use super::model::{Bundle, Indicator, Line, Measure, Money, Promise, Sheet, Table};

/// The file.
pub fn file(bundle: &Bundle) -> String {
    let sheets: Vec<Value> = bundle.sheets.iter().map(sheet).collect();
    let targets: Vec<Value> = bundle.tables.iter().map(table).collect();
    let mut file = json!({ "sheets": sheets });
    if !targets.is_empty() {
        file["targets"] = Value::Array(targets);
    }
    serde_json::to_string_pretty(&file).expect("plain values")
}

fn sheet(sheet: &Sheet) -> Value {
    let mut out = json!({
        "title": sheet.title,
        "scope": if sheet.project.is_some() { "project" } else { "unit" },
        "year": sheet.year,
        "unit": sheet.unit,
        "execution": money(&sheet.money),
        "indicators": sheet.indicators.iter().map(indicator).collect::<Vec<_>>(),
    });
    let out_map = out.as_object_mut().expect("an object");
    put(out_map, "department", sheet.department.clone());
    put(out_map, "project", sheet.project.clone());
    put(
        out_map,
        "indicators_full_mark",
        sheet.indicators_mark.clone(),
    );
    put(out_map, "total", sheet.total.clone());
    put(out_map, "grade", sheet.grade.clone());
    put(out_map, "indicator_count", sheet.count.clone());
    let lists = [
        ("goals", &sheet.goals),
        ("reasons", &sheet.reasons),
        ("improvements", &sheet.improvements),
        ("narrative", &sheet.narrative),
        ("projects", &sheet.projects),
    ];
    for (key, list) in lists {
        if !list.is_empty() {
            out[key] = json!(list);
        }
    }
    out
}

fn put(map: &mut Map<String, Value>, key: &str, text: Option<String>) {
    if let Some(text) = text {
        map.insert(key.to_owned(), Value::String(text));
    }
}

fn line(line: &Line) -> Value {
    let mut out =
        json!({ "name": line.name, "budget": line.budget_text, "executed": line.executed_text });
    put(
        out.as_object_mut().expect("an object"),
        "rate",
        line.rate.clone(),
    );
    out
}

fn money(money: &Money) -> Value {
    let mut out = line(&money.total);
    out["money"] = json!(money.unit);
    let map = out.as_object_mut().expect("an object");
    put(map, "full_mark", money.full_mark.clone());
    put(map, "points", money.points_text.clone());
    put(map, "reason", money.reason.clone());
    put(
        map,
        "basic",
        money.basic.map(|figure| decimal(figure, money.places)),
    );
    put(
        map,
        "project",
        money.project.map(|figure| decimal(figure, money.places)),
    );
    if !money.sources.is_empty() {
        out["sources"] = money.sources.iter().map(line).collect();
    }
    out
}

fn indicator(indicator: &Indicator) -> Value {
    let mut out = json!({ "name": indicator.name, "levels": levels(&indicator.levels) });
    let map = out.as_object_mut().expect("an object");
    put(map, "full_mark", indicator.shared_mark.clone());
    put(map, "reason", indicator.reason.clone());
    if let [one] = indicator.measures.as_slice() {
        measure(map, one);
        put(map, "direction", indicator.direction.map(str::to_owned));
    } else {
        out["measures"] = indicator
            .measures
            .iter()
            .map(|one| {
                let mut map = Map::new();
                measure(&mut map, one);
                Value::Object(map)
            })
            .collect();
    }
    out
}

fn levels(levels: &[String; 2]) -> Vec<&String> {
    levels.iter().filter(|level| !level.is_empty()).collect()
}

fn measure(map: &mut Map<String, Value>, measure: &Measure) {
    put(map, "target", Some(measure.target.clone()));
    put(map, "actual", Some(measure.actual.clone()));
    put(map, "full_mark", measure.mark_text.clone());
    put(map, "points", Some(measure.points_text.clone()));
    put(
        map,
        "judged",
        measure.judged.map(|judged| format!("{judged}%")),
    );
    if !measure.applicable {
        put(map, "applicable", Some("否".to_owned()));
    }
}

fn table(table: &Table) -> Value {
    let mut out = json!({
        "title": table.title,
        "scope": if table.project.is_some() { "project" } else { "unit" },
        "year": table.year,
        "unit": table.unit,
    });
    put(
        out.as_object_mut().expect("an object"),
        "project",
        table.project.clone(),
    );
    for (key, rows) in [("long_term", &table.long_term), ("annual", &table.annual)] {
        if !rows.is_empty() {
            out[key] = rows.iter().map(promise).collect();
        }
    }
    out
}

fn promise(promise: &Promise) -> Value {
    let mut out = json!({ "indicator": promise.name, "levels": levels(&promise.levels) });
    match promise.values.as_slice() {
        [(0, value)] => out["value"] = json!(value),
        values => {
            let values = values
                .iter()
                .map(|(year, value)| (year.to_string(), json!(value)));
            out["values"] = Value::Object(values.collect());
        }
    }
    let map = out.as_object_mut().expect("an object");
    put(map, "full_mark", promise.mark.clone());
    put(map, "basis", promise.basis.map(str::to_owned));
    out
}
