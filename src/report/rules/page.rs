//! One pack as a page: everything the rule says, with its clauses.

use super::formula;
use super::list::years;
use super::render::{self, Block, Grid};
use crate::number::{Rounding, RoundingMode};
use crate::report::screen::{Screen, Set};
use crate::rules::case::Case;
use crate::rules::host::{Host, outline};
use crate::rules::pack::{
    Citation, FullMarkPolicy, Group, MissingActual, NotApplicable, Param, RulePack, When,
};
use crate::words::{Lang, audit as audit_words, packs as words};

/// The whole page, for a terminal.
pub fn page(pack: &RulePack, cases: &[Case], screen: Screen) -> String {
    render::text(&blocks(pack, cases, screen.lang), screen)
}

/// The whole page as Markdown.
pub fn page_markdown(pack: &RulePack, cases: &[Case], lang: Lang) -> String {
    render::markdown(&blocks(pack, cases, lang))
}

/// The whole page as a web page of its own.
pub fn page_html(pack: &RulePack, cases: &[Case], lang: Lang) -> String {
    render::html(&blocks(pack, cases, lang), &pack.name(), lang)
}

/// The same without head and style, for a page that has its own.
pub fn page_fragment(pack: &RulePack, cases: &[Case], lang: Lang) -> String {
    render::fragment(&blocks(pack, cases, lang))
}

fn blocks(pack: &RulePack, cases: &[Case], lang: Lang) -> Vec<Block> {
    let mut page = Page {
        lang,
        blocks: Vec::new(),
    };
    let heading = format!("{}  {}", pack.name(), pack.title.get(lang));
    page.blocks.push(Block::Title(heading));
    page.paragraph("", &words::issuer(lang, pack.issuer.get(lang)));
    page.paragraph("", &words::in_force(lang, years(pack, lang)));
    if let Some(base) = &pack.extends {
        page.paragraph("", &words::extends(lang, base));
    }
    page.paragraph("", &words::checksum(lang, &pack.sha256));
    weights(&mut page, pack);
    methods(&mut page, pack);
    functions(&mut page, pack);
    rounding(&mut page, pack);
    grades(&mut page, pack);
    gaps(&mut page, pack);
    params(&mut page, pack);
    citations(&mut page, pack);
    worked_cases(&mut page, cases);
    page.blocks
}

/// A page that grows section by section.
struct Page {
    lang: Lang,
    blocks: Vec<Block>,
}

impl Page {
    fn lang(&self) -> Lang {
        self.lang
    }

    fn section(&mut self, title: &str) {
        self.blocks.push(Block::Section(title.to_owned()));
    }

    fn paragraph(&mut self, lead: &str, text: &str) {
        let depth = lead.len() / 2;
        self.blocks.push(Block::Line(depth, text.to_owned()));
    }

    fn table(&mut self, table: Grid) {
        self.blocks.push(Block::Table(table));
    }
}

/// Every function: what its comment says, and what it does in words.
fn functions(page: &mut Page, pack: &RulePack) {
    let lang = page.lang();
    page.section(&words::functions(lang));
    let outline = outline(&pack.scripts);
    for function in &outline.functions {
        // A closure: shown where it stands.
        if function.place.line == 0 {
            continue;
        }
        page.blocks.push(Block::Term(function.name.clone()));
        for said in formula::comment(function, lang) {
            page.paragraph("    ", &said);
        }
        let lines = formula::lines(function, &outline, pack, lang);
        page.blocks.push(Block::Code(lines));
    }
    // A pack that passed its check compiles.
    if let Ok(host) = Host::of(pack) {
        let names = host.interpreted(pack);
        let said = match names.is_empty() {
            true => words::all_lowered(lang),
            false => words::interpreted(lang, names.join(audit_words::and(lang).as_ref())),
        };
        page.paragraph("  ", &said);
    }
}

/// The cases: what is given and what must come out.
fn worked_cases(page: &mut Page, cases: &[Case]) {
    let lang = page.lang();
    if cases.is_empty() {
        return;
    }
    page.section(&words::cases(lang));
    let mut table = Grid::new(&[
        (words::case(lang), Set::Words),
        (words::given(lang), Set::Words),
        (words::expected(lang), Set::Words),
    ]);
    for case in cases {
        let name = match case.says.is_empty() {
            true => case.name.clone(),
            false => format!("{} ({})", case.name, case.says),
        };
        table.add_row(vec![
            name,
            super::given::given(case, lang),
            super::given::expected(case, lang),
        ]);
    }
    page.table(table);
}

fn weights(page: &mut Page, pack: &RulePack) {
    let lang = page.lang();
    page.section(&words::weights(lang));
    let mut table = Grid::new(&[
        (words::part(lang), Set::Words),
        (words::weight(lang), Set::Figures),
        (words::function(lang), Set::Words),
        (words::clause(lang), Set::Words),
    ]);
    if let Some(part) = &pack.execution {
        table.add_row(vec![
            cell(&words::execution(lang)),
            cell(&part.weight.normalize().to_string()),
            cell(&part.function),
            cell(&part.citation),
        ]);
    }
    table.add_row(vec![
        cell(&words::indicators(lang)),
        cell(&pack.indicators.weight.normalize().to_string()),
        cell(""),
        cell(&pack.indicators.citation),
    ]);
    for (level, weight) in &pack.indicators.levels {
        let label = format!("  {level}");
        let weight = cell(&weight.normalize().to_string());
        table.add_row(vec![cell(&label), weight, cell(""), cell("")]);
    }
    groups(&mut table, &pack.indicators.groups, 1);
    page.table(table);
    if !pack.indicators.groups.is_empty() {
        page.paragraph("", &words::groups_weigh(lang));
    } else if pack.indicators.levels.is_empty() {
        page.paragraph("", &words::levels_free(lang));
    }
    if let Some(function) = &pack.total {
        page.paragraph("", &words::total_function(lang, &function.function));
    }
}

fn groups(table: &mut Grid, groups_of: &[Group], depth: usize) {
    for group in groups_of {
        table.add_row(vec![
            cell(&format!("{}{}", "  ".repeat(depth), group.label)),
            cell(&group.weight.normalize().to_string()),
            cell(&group.asked.function),
            cell(&group.asked.citation),
        ]);
        groups(table, &group.groups, depth + 1);
    }
}

fn methods(page: &mut Page, pack: &RulePack) {
    let lang = page.lang();
    page.section(&words::methods(lang));
    let mut table = Grid::new(&[
        (words::method(lang), Set::Words),
        (words::when(lang), Set::Words),
        (words::function(lang), Set::Words),
        (words::clause(lang), Set::Words),
    ]);
    for method in &pack.methods {
        table.add_row(vec![
            cell(method.name.get(lang)),
            cell(&when(&method.when, lang)),
            cell(&method.function),
            cell(&method.citation),
        ]);
    }
    page.table(table);
    for (asked, said) in [
        (
            &pack.jointly,
            words::jointly as fn(Lang, String, String) -> String,
        ),
        (&pack.adjust, words::adjust),
    ] {
        if let Some(asked) = asked {
            let said = said(lang, asked.function.clone(), asked.citation.clone());
            page.paragraph("", &said);
        }
    }
    let directions = &pack.direction_words;
    page.section(&words::direction_words(lang));
    for (list, row) in [
        (
            &directions.at_least,
            words::more_is_better as fn(Lang, String) -> String,
        ),
        (&directions.at_most, words::less_is_better),
    ] {
        if !list.is_empty() {
            page.paragraph("  ", &row(lang, list.join(" ")));
        }
    }
}

/// When a method applies, in words.
pub(in crate::report) fn when(when: &When, lang: Lang) -> String {
    let parts = [
        when.kind.map(|kind| kind.describe(lang)),
        when.direction.map(|direction| direction.describe(lang)),
        when.zero_target.map(|zero| match zero {
            true => words::zero_target(lang),
            false => words::no_zero_target(lang),
        }),
        when.judged.map(|judged| match judged {
            true => words::judged(lang),
            false => words::not_judged(lang),
        }),
    ];
    let level = when.level.as_ref().map(|level| words::level(lang, level));
    let parts: Vec<String> = parts.into_iter().flatten().chain(level).collect();
    if parts.is_empty() {
        words::always(lang)
    } else {
        parts.join(" · ")
    }
}

fn rounding(page: &mut Page, pack: &RulePack) {
    let lang = page.lang();
    page.section(&words::rounding(lang));
    let steps = &pack.rounding;
    for (label, step) in [
        (words::rounding_rows(lang), steps.rows),
        (words::execution(lang), steps.execution),
        (words::rounding_total(lang), steps.total),
    ] {
        page.paragraph("  ", &format!("{label}: {}", rounding_step(step, lang)));
    }
    for (name, step) in &steps.named {
        page.paragraph("  ", &format!("`{name}`: {}", rounding_step(*step, lang)));
    }
    clause(page, &pack.rounding_citation);
}

fn rounding_step(step: Rounding, lang: Lang) -> String {
    match step.mode {
        RoundingMode::HalfUp => words::half_up(lang, step.places),
        RoundingMode::HalfEven => words::half_even(lang, step.places),
        RoundingMode::Truncate => words::truncate(lang, step.places),
    }
}

fn grades(page: &mut Page, pack: &RulePack) {
    let lang = page.lang();
    page.section(&words::grades(lang));
    for band in &pack.grades {
        let sign = if band.inclusive { "≥" } else { ">" };
        let (name, from) = (band.name.get(lang), band.from.normalize());
        page.paragraph("  ", &format!("{name} {sign} {from}"));
    }
    if let Some(function) = &pack.grade_function {
        page.paragraph("  ", &words::grade_function(lang, function));
    }
    clause(page, &pack.grades_citation);
}

fn clause(page: &mut Page, key: &str) {
    let label = words::clause(page.lang());
    page.paragraph("  ", &format!("{label}: {key}"));
}

fn gaps(page: &mut Page, pack: &RulePack) {
    let lang = page.lang();
    page.section(&words::gaps(lang));
    for (label, text) in policies(pack, lang) {
        page.paragraph("  ", &format!("{label}: {text}"));
    }
}

/// What the rule does where something is missing: label and policy.
pub(super) fn policies(pack: &RulePack, lang: Lang) -> [(String, String); 3] {
    // A mark for every row leaves none to infer, share or refuse.
    let full_mark = match (pack.indicators.full_mark_each, pack.full_mark) {
        (Some(each), _) => words::full_mark_each(lang, each.normalize()),
        (None, FullMarkPolicy::Infer) => words::full_mark_infer(lang),
        (None, FullMarkPolicy::Refuse) => words::full_mark_refuse(lang),
        (None, FullMarkPolicy::Share) => words::full_mark_share(lang),
    };
    let not_applicable = match pack.not_applicable {
        NotApplicable::DropAndRescale => words::drop_and_rescale(lang),
        NotApplicable::Full => words::counts_as_full(lang),
        NotApplicable::Zero => words::counts_as_zero(lang),
        NotApplicable::Unscored => words::stays_unscored(lang),
    };
    let missing = match pack.missing_actual {
        MissingActual::Unscored => words::stays_unscored(lang),
        MissingActual::Zero => words::counts_as_zero(lang),
        MissingActual::LeaveOut => words::left_out(lang),
    };
    [
        (words::full_mark_absent(lang), full_mark),
        (words::not_applicable(lang), not_applicable),
        (words::missing_actual(lang), missing),
    ]
}

fn params(page: &mut Page, pack: &RulePack) {
    if pack.params.is_empty() {
        return;
    }
    let title = words::params(page.lang());
    page.section(&title);
    for (name, value) in &pack.params {
        page.paragraph("  ", &format!("{name}: {}", param(value)));
    }
}

/// A cell of a table.
fn cell(text: &str) -> String {
    text.to_owned()
}

/// A parameter's value as it would be written.
pub(super) fn param(value: &Param) -> String {
    match value {
        Param::Number(number) => number.to_string(),
        Param::Text(text) => text.clone(),
        Param::List(items) => items.iter().map(param).collect::<Vec<_>>().join(", "),
        Param::Map(params) => {
            let params = params.iter();
            let lines = params.map(|(name, value)| format!("{name} {}", param(value)));
            format!("{{{}}}", lines.collect::<Vec<_>>().join(", "))
        }
    }
}

fn citations(page: &mut Page, pack: &RulePack) {
    let lang = page.lang();
    page.section(&words::citations(lang));
    for Citation {
        key,
        source,
        clause,
        says,
        verified,
    } in &pack.citations
    {
        let verified = match verified {
            true => words::citation_verified(lang),
            false => words::citation_unverified(lang),
        };
        let place: Vec<&str> = [source.get(lang), clause.get(lang), &verified]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        page.paragraph("  ", &format!("{key}  {}", place.join(" · ")));
        page.paragraph("      ", says.get(lang));
    }
}
