//! The methods of a pack and the clauses it rests on, below its figures.

use rust_xlsxwriter::XlsxError;

use super::rules::{CLAUSE, HOW, ITEM, VALUE, line, next};
use super::sheet::Page;
use crate::report::rules::when;
use crate::rules::RulePack;
use crate::rules::pack::Group;
use crate::words::workbook as words;

/// Writes both blocks.
pub(super) fn write(page: &mut Page<'_>, pack: &RulePack) -> Result<(), XlsxError> {
    methods(page, pack)?;
    citations(page, pack)
}

fn methods(page: &mut Page<'_>, pack: &RulePack) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    page.at += 1;
    page.text(ITEM, CLAUSE, &words::methods(lang), &style.block)?;
    page.at += 1;
    page.headings(&[
        words::method(lang),
        words::function(lang),
        words::when(lang),
        words::clause(lang),
    ])?;
    let groups = Group::walk(&pack.indicators.groups);
    let groups = groups.into_iter().map(|group| {
        (
            group.label.clone(),
            &group.asked.function,
            &group.asked.citation,
        )
    });
    let parts = [
        (
            words::weight_execution(lang),
            pack.execution
                .as_ref()
                .map(|part| (&part.function, &part.citation)),
        ),
        (
            words::part_total(lang),
            pack.total
                .as_ref()
                .map(|asked| (&asked.function, &asked.citation)),
        ),
        (
            words::helper_adjusted(lang),
            pack.adjust
                .as_ref()
                .map(|asked| (&asked.function, &asked.citation)),
        ),
    ];
    let parts = parts
        .into_iter()
        .filter_map(|(label, asked)| asked.map(|(function, citation)| (label, function, citation)));
    let methods = pack.methods.iter().map(|method| {
        let name = method.name.get(lang).to_owned();
        (
            name,
            &method.function,
            when(&method.when, lang),
            &method.citation,
        )
    });
    let others = groups
        .chain(parts)
        .map(|(label, function, citation)| (label, function, String::new(), citation));
    for (name, function, when, citation) in methods.chain(others) {
        line(page, &name, &when, citation)?;
        page.text(VALUE, VALUE, function, &style.fixed)?;
        next(page, &name, &when, citation)?;
    }
    Ok(())
}

fn citations(page: &mut Page<'_>, pack: &RulePack) -> Result<(), XlsxError> {
    let (lang, style) = (page.lang, page.style);
    page.at += 1;
    page.text(ITEM, CLAUSE, &words::citations(lang), &style.block)?;
    page.at += 1;
    for citation in &pack.citations {
        let (source, clause) = (citation.source.get(lang), citation.clause.get(lang));
        let source = format!("{source} · {clause}");
        let checked = match citation.verified {
            true => words::checked(lang),
            false => words::unchecked(lang),
        };
        let says = citation.says.get(lang);
        page.text(ITEM, ITEM, &citation.key, &style.passage)?;
        page.text(VALUE, VALUE, &checked, &style.fixed)?;
        page.text(HOW, HOW, says, &style.passage)?;
        page.text(CLAUSE, CLAUSE, &source, &style.passage)?;
        page.table.fit(
            page.at,
            &[
                (says, HOW, HOW),
                (&source, CLAUSE, CLAUSE),
                (&checked, VALUE, VALUE),
            ],
        )?;
        page.at += 1;
    }
    Ok(())
}
