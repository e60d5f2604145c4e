//! GitHub tables, for a document.

use super::table::{remark, rules_line, shown, signed};
use super::{FullMarkFrom, Part, Parts, ScoredGroup, ScoredRow, ScoredSheet, ScoredSheets};
use crate::document::plain;
use crate::words::{Lang, report as words};

/// Every sheet as a section with two tables.
pub fn markdown(sheets: &ScoredSheets, lang: Lang) -> String {
    let sections = sheets.sheets.iter().map(|sheet| section(sheet, lang));
    sections.collect::<Vec<String>>().join("\n")
}

fn section(sheet: &ScoredSheet, lang: Lang) -> String {
    let title = if sheet.title.is_empty() {
        &sheet.id
    } else {
        &sheet.title
    };
    let mut text = format!("## {}\n\n", escaped(title));
    let title = escaped(sheet.rules.title.get(lang));
    text.push_str(&rules_line(sheet, title, lang));
    text.push_str("\n\n");
    let heads = [
        words::row(lang),
        words::level1(lang),
        words::level2(lang),
        words::indicator(lang),
        words::target(lang),
        words::actual(lang),
        words::completion(lang),
        words::full_mark(lang),
        words::computed(lang),
        words::reported(lang),
        words::difference(lang),
    ];
    line(&mut text, &heads);
    text.push_str("| ---: | --- | --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: |\n");
    let mut notes = Vec::new();
    for row in &sheet.rows {
        line(&mut text, &cells(row, &mut notes, lang));
    }
    text.push('\n');
    for (from, legend) in [
        (
            FullMarkFrom::Inferred,
            format!("\\* {}", words::legend_inferred(lang)),
        ),
        (
            FullMarkFrom::Pack,
            format!("\\+ {}", words::legend_pack(lang)),
        ),
    ] {
        if sheet
            .rows
            .iter()
            .any(|row| row.full_mark_source == Some(from))
        {
            notes.insert(0, legend);
        }
    }
    for note in notes {
        text.push_str(&note);
        text.push_str("  \n");
    }
    for note in &sheet.notes {
        text.push_str(&format!("{}{}  \n", words::caveat(lang), escaped(note)));
    }
    text.push('\n');
    parts(&mut text, sheet, lang);
    text
}

fn cells(row: &ScoredRow, notes: &mut Vec<String>, lang: Lang) -> [String; 11] {
    let sign = match row.full_mark_source {
        Some(FullMarkFrom::Inferred) => "\\*",
        Some(FullMarkFrom::Pack) => "\\+",
        Some(FullMarkFrom::Sheet) | None => "",
    };
    let computed = match row.points {
        Some(points) => points.to_string(),
        None => {
            let number = notes.len() + 1;
            let reason = escaped(row.reason.as_deref().unwrap_or_default());
            notes.push(words::note(lang, number, &row.id, reason));
            match row.dropped {
                true => words::dropped_note(lang, number),
                false => words::unscored_note(lang, number),
            }
        }
    };
    [
        row.id.clone(),
        escaped(&row.level1),
        escaped(&row.level2),
        escaped(&row.indicator),
        escaped(&row.target),
        escaped(&row.actual),
        row.percent().unwrap_or_default(),
        format!("{}{sign}", row.mark()),
        computed,
        row.reported_text()
            .map_or_else(|| words::blank(lang), |text| escaped(&text)),
        signed(row.difference()),
    ]
}

fn parts(text: &mut String, sheet: &ScoredSheet, lang: Lang) {
    let (computed, reported) = (&sheet.computed, &sheet.reported);
    line(
        text,
        &[
            words::part(lang),
            words::computed(lang),
            words::reported(lang),
            words::difference(lang),
            String::new(),
        ],
    );
    text.push_str("| --- | ---: | ---: | ---: | --- |\n");
    for part in Part::ALL {
        if part == Part::Execution && !sheet.rules.has_execution {
            continue;
        }
        if part == Part::Indicators {
            for group in &sheet.groups {
                line(text, &group_cells(group, lang));
            }
        }
        let cells = [
            part.name(lang),
            shown(computed.get(part), lang),
            sheet
                .reported_text(part)
                .map_or_else(|| words::blank(lang), |text| escaped(&text)),
            signed(sheet.difference(part)),
            escaped(&remark(sheet, part, lang)),
        ];
        line(text, &cells);
    }
    let grade = |parts: &Parts| match &parts.grade_name {
        Some(name) => escaped(name.get(lang)),
        None => words::blank(lang),
    };
    let cells = [
        words::part_grade(lang),
        grade(computed),
        grade(reported),
        String::new(),
        escaped(computed.grade_missing.as_deref().unwrap_or_default()),
    ];
    line(text, &cells);
}

fn group_cells(group: &ScoredGroup, lang: Lang) -> [String; 5] {
    let (name, remark) = (group.name(), group.remark(lang));
    [
        escaped(&name),
        shown(group.points, lang),
        shown(group.reported, lang),
        signed(group.difference()),
        escaped(&remark),
    ]
}

fn line(text: &mut String, cells: &[String]) {
    text.push_str("| ");
    text.push_str(&cells.join(" | "));
    text.push_str(" |\n");
}

/// Text that cannot end a cell, become markup or control the terminal it may be shown on.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '|' | '*' | '_' | '`' | '<' | '[' | ']' | '#' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(plain(c)),
        }
    }
    out
}
