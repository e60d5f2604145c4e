//! docs/script-reference.md, from the table of everything a script can use.

use crate::rules::host::Object;
use crate::rules::host::vocabulary::{ALL, Term};
use crate::words::{Lang, vocabulary as words};

/// The whole page: Chinese, then English.
pub fn reference() -> String {
    let mut page = words::reference_title(Lang::Zh) + "\n";
    for (lang, heading) in [(Lang::Zh, "## 中文"), (Lang::En, "## English")] {
        page.push_str(&format!("\n{heading}\n\n"));
        page.push_str(&paragraphs(&[
            words::reference_intro(lang),
            words::reference_sample(lang),
            words::reference_language(lang),
        ]));
        for (heading, object) in [
            (words::heading_measure(lang), Some(Object::Measure)),
            (words::heading_execution(lang), Some(Object::Execution)),
            (words::heading_total(lang), Some(Object::Total)),
            (words::heading_group(lang), Some(Object::Group)),
            (words::heading_functions(lang), None),
        ] {
            let terms = ALL.iter().filter(|term| term.object == object);
            page.push_str(&format!("\n### {heading}\n\n{}", table(terms, lang)));
        }
        page.push_str(&format!("\n### {}\n\n", words::heading_params(lang)));
        page.push_str(&paragraphs(&[words::params_says(lang)]));
        let terms = ALL
            .iter()
            .filter(|term| term.object == Some(Object::Params));
        page.push_str(&format!("\n{}", table(terms, lang)));
    }
    page
}

fn paragraphs(texts: &[String]) -> String {
    texts.join("\n\n") + "\n"
}

fn table<'t>(terms: impl Iterator<Item = &'t Term>, lang: Lang) -> String {
    let heads = [
        words::column_name(lang),
        words::column_other(lang),
        words::column_says(lang),
        words::column_shape(lang),
        words::column_edge(lang),
        words::column_example(lang),
    ];
    let mut text = format!(
        "| {} |\n|{}\n",
        heads.join(" | "),
        " --- |".repeat(heads.len())
    );
    for term in terms {
        let chinese = match term.chinese {
            "" => String::new(),
            chinese => format!("`{chinese}`"),
        };
        let cells = [
            format!("`{}`", term.signature()),
            chinese,
            (term.says)(lang),
            (term.shape)(lang),
            (term.edge)(lang),
            format!("`{}` → `{}`", term.example, term.result),
        ];
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text
}
