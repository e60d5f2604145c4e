//! The portfolio for a terminal: what is wrong on the first screen, the rest below.

use super::{Counts, GradeRows, PortfolioRows, Totals};
use crate::audit::Outcome;
use crate::audit::Severity;
use crate::report::audit::AuditedSheets;
use crate::report::audit::kinds::EXAMPLES;
use crate::report::audit::table::{kind, outcome_name, severity_name};
use crate::report::screen::{Screen, Set, lines, paragraph, words as cell};
use crate::words::{Lang, accept, portfolio as words};

/// Units that are listed; `--summary -f csv` has them all.
const MOST_UNITS: usize = 15;
/// Columns from which the ranking also says with which sheet to begin.
const WIDE: u16 = 100;
/// Kinds of findings that are shown with examples.
const MOST_KINDS: usize = 12;

/// The overview: the checks and units gravest first, grades and deviations, and examples of the gravest
/// findings.
pub fn table(portfolio: &PortfolioRows, audited: &AuditedSheets, screen: Screen) -> String {
    let lang = screen.lang;
    let mut parts = vec![head(portfolio, screen)];
    if !portfolio.checks.is_empty() {
        parts.push(checks(portfolio, screen));
    }
    parts.push(ranking(portfolio, screen));
    parts.extend(portfolio.grades.iter().map(|rows| grades(rows, screen)));
    if portfolio.deviations.compared > 0 {
        parts.push(deviations(portfolio, screen));
    }
    parts.extend(examples(audited, screen));
    let mut close = paragraph("", &words::how_to_go_on(lang), screen.width);
    if let Some(left_out) = audited.left_out(lang) {
        close.push_str(&paragraph("", &left_out, screen.width));
    }
    parts.push(close);
    parts.join("\n")
}

fn head(portfolio: &PortfolioRows, screen: Screen) -> String {
    let mut text = screen.bold(&words::heading(
        screen.lang,
        portfolio.sheets,
        portfolio.units,
    ));
    text.push('\n');
    for line in said(portfolio, screen.lang) {
        text.push_str(&paragraph("", &line, screen.width));
    }
    text
}

/// The overview in two sentences: how much was found, and how the totals are spread.
pub(crate) fn said(portfolio: &PortfolioRows, lang: Lang) -> Vec<String> {
    let found = &portfolio.findings;
    let (error, warning, note) = (found.error, found.warning, found.note);
    let mut line = words::found(lang, error, warning, note, found.uncertain);
    if found.accepted > 0 {
        line.push_str(&words::and_accepted(lang, found.accepted));
    }
    let spread = |totals: &Option<Totals>| match totals {
        None => words::no_total(lang),
        Some(totals) => {
            let median = totals.median.unwrap_or(totals.lowest);
            let [lowest, median, highest] =
                [totals.lowest, median, totals.highest].map(|total| total.0.normalize());
            words::spread(lang, lowest, median, highest, totals.sheets)
        }
    };
    let (reported, computed) = (spread(&portfolio.reported), spread(&portfolio.computed));
    vec![line, words::totals(lang, reported, computed)]
}

/// The heads of the columns of [`counted`].
pub(crate) fn heads(portfolio: &PortfolioRows, lang: Lang) -> Vec<String> {
    let mut heads: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| severity_name(severity, lang))
        .into();
    heads.push(outcome_name(Outcome::Uncertain, lang));
    if portfolio.findings.accepted > 0 {
        heads.push(accept::accepted(lang));
    }
    heads
}

/// Counts in columns; those accepted only where there are any at all.
pub(crate) fn counted(found: &Counts, portfolio: &PortfolioRows) -> Vec<String> {
    let mut cells = vec![found.error, found.warning, found.note, found.uncertain];
    if portfolio.findings.accepted > 0 {
        cells.push(found.accepted);
    }
    cells.iter().map(usize::to_string).collect()
}

fn columns(
    front: &[(String, Set)],
    portfolio: &PortfolioRows,
    back: &[(String, Set)],
    lang: Lang,
) -> Vec<(String, Set)> {
    let heads = heads(portfolio, lang).into_iter();
    let heads = heads.map(|head| (head, Set::Figures));
    front
        .iter()
        .cloned()
        .chain(heads)
        .chain(back.iter().cloned())
        .collect()
}

fn checks(portfolio: &PortfolioRows, screen: Screen) -> String {
    let lang = screen.lang;
    let front = [(words::checks(lang), Set::Words)];
    let back = [(words::sheets(lang), Set::Figures)];
    let mut table = screen.table(&columns(&front, portfolio, &back, lang));
    for check in &portfolio.checks {
        let name = format!("{} {}", check.code, check.title);
        let counts = counted(&check.findings, portfolio);
        let row = [name]
            .into_iter()
            .chain(counts)
            .chain([check.sheets.to_string()]);
        table.add_row(row.map(|text| cell(&text)).collect::<Vec<_>>());
    }
    lines(&table)
}

fn ranking(portfolio: &PortfolioRows, screen: Screen) -> String {
    let lang = screen.lang;
    let front = [
        (String::new(), Set::Figures),
        (words::ranking(lang), Set::Words),
        (words::sheets(lang), Set::Figures),
    ];
    let mut back = vec![(words::deviation(lang), Set::Figures)];
    // On a narrow screen the names of units need the room.
    let wide = screen.width >= WIDE;
    if wide {
        back.push((words::first(lang), Set::Words));
    }
    let mut table = screen.table(&columns(&front, portfolio, &back, lang));
    for unit in portfolio.ranking.iter().take(MOST_UNITS) {
        let front = [
            unit.rank.to_string(),
            unit.name().to_owned(),
            unit.sheets.to_string(),
        ];
        let off = unit.deviation.map(|off| off.to_string());
        let first = wide.then(|| unit.first.clone());
        let back = [off.unwrap_or_default()].into_iter().chain(first);
        let counts = counted(&unit.findings, portfolio);
        let row = front.into_iter().chain(counts).chain(back);
        table.add_row(row.map(|text| cell(&text)).collect::<Vec<_>>());
    }
    let mut text = lines(&table);
    if let Some(more) = more(portfolio.ranking.len(), MOST_UNITS) {
        text.push_str(&paragraph("", &words::more_units(lang, more), screen.width));
    }
    text + paragraph("", &words::ranking_legend(lang), screen.width).as_str()
}

fn grades(rows: &GradeRows, screen: Screen) -> String {
    let lang = screen.lang;
    let mut table = screen.table(&[
        (words::grades(lang, &rows.rules), Set::Words),
        (words::reported(lang), Set::Figures),
        (words::computed(lang), Set::Figures),
    ]);
    for (name, reported, computed) in bands(rows, lang) {
        table.add_row([name, reported, computed].map(|text| cell(&text)));
    }
    let moved = words::moved(lang, rows.lowered, rows.raised);
    lines(&table) + paragraph("", &moved, screen.width).as_str()
}

/// Each band with its sheets by the printed and by the recomputed total; those without a grade last.
pub(crate) fn bands(rows: &GradeRows, lang: Lang) -> Vec<(String, String, String)> {
    let bands = rows.bands.iter().map(|band| {
        let name = words::band(lang, band.both.get(lang), band.from);
        (name, band.reported, band.computed)
    });
    let without = (rows.without.reported, rows.without.computed);
    let without = (without != (0, 0)).then(|| (words::without_grade(lang), without.0, without.1));
    let all = bands.chain(without);
    all.map(|(name, reported, computed)| (name, reported.to_string(), computed.to_string()))
        .collect()
}

fn deviations(portfolio: &PortfolioRows, screen: Screen) -> String {
    let lang = screen.lang;
    let mut table = screen.table(&[
        (words::deviations(lang), Set::Words),
        (words::over(lang), Set::Figures),
        (words::under(lang), Set::Figures),
    ]);
    for (name, over, under) in classes(portfolio, lang) {
        table.add_row([name, over, under].map(|text| cell(&text)));
    }
    let mut text = lines(&table);
    let missing = portfolio.sheets - portfolio.deviations.compared;
    if missing > 0 {
        text.push_str(&paragraph(
            "",
            &words::not_compared(lang, missing),
            screen.width,
        ));
    }
    text
}

/// Each class with the sheets that report more and less; those that agree first.
pub(crate) fn classes(portfolio: &PortfolioRows, lang: Lang) -> Vec<(String, String, String)> {
    let deviations = &portfolio.deviations;
    let equal = (
        words::class_equal(lang),
        deviations.equal.to_string(),
        String::new(),
    );
    let classes = deviations.classes.iter().map(|class| {
        let above = class.above.0.normalize();
        let name = match class.to {
            Some(to) => words::class_between(lang, above, to.0.normalize()),
            None => words::class_above(lang, above),
        };
        (name, class.over.to_string(), class.under.to_string())
    });
    [equal].into_iter().chain(classes).collect()
}

/// The gravest kinds of findings with their first places.
fn examples(audited: &AuditedSheets, screen: Screen) -> Option<String> {
    let lang = screen.lang;
    let mut all = audited.earlier.clone();
    all.add(audited.findings());
    let found = all.gravest_first();
    let shown = found.iter().take(MOST_KINDS);
    let blocks: Vec<String> = shown.map(|one| kind(one, screen)).collect();
    if blocks.is_empty() {
        return None;
    }
    let heading = screen.bold(&words::examples(lang, EXAMPLES));
    let mut text = format!("{heading}\n\n{}", blocks.join("\n"));
    if let Some(more) = more(found.len(), MOST_KINDS) {
        text.push_str(&format!(
            "\n{}",
            paragraph("", &words::more_kinds(lang, more), screen.width)
        ));
    }
    Some(text)
}

fn more(all: usize, shown: usize) -> Option<usize> {
    all.checked_sub(shown).filter(|more| *more > 0)
}
