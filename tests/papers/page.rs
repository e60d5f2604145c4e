//! The web page: well formed, complete, and harmless whatever the input says. What a browser and the
//! validators say of it: tests/papers/page-check.sh.

use std::cell::RefCell;
use std::collections::BTreeSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use serde_json::Value;

use crate::cli::desk::{Desk, SHEET, desk, jixiao};

/// Everything the page is made of.
const ELEMENTS: &[&str] = &[
    "a",
    "bdi",
    "body",
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "head",
    "header",
    "html",
    "li",
    "line",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "polyline",
    "pre",
    "rect",
    "section",
    "span",
    "strong",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];
const ATTRIBUTES: &[&str] = &[
    "aria-label",
    "aria-labelledby",
    "charset",
    "class",
    "colspan",
    "content",
    "data-label",
    "dy",
    "fill",
    "font-family",
    "font-size",
    "height",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "opacity",
    "points",
    "role",
    "scope",
    "stroke",
    "stroke-width",
    "tabindex",
    "text-anchor",
    "viewbox",
    "width",
    "x",
    "x1",
    "x2",
    "xmlns",
    "y",
    "y1",
    "y2",
];
const VOID: &[&str] = &["br", "meta"];

/// A page taken apart by the rules of browsers.
#[derive(Default)]
struct Page {
    wrong: Vec<String>,
    open: Vec<String>,
    ids: BTreeSet<String>,
    links: BTreeSet<String>,
    /// Every text, style left out.
    text: String,
    /// Derivations, in their order.
    derivations: Vec<String>,
    /// Cells of tables, in their order.
    cells: Vec<String>,
}

struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::ParseError(error) => page.wrong.push(format!("{line}: {error}")),
            Token::NullCharacterToken => page.wrong.push(format!("{line}: NUL")),
            Token::CommentToken(_) => page.wrong.push(format!("{line}: a comment")),
            Token::CharacterTokens(text) => page.characters(&text),
            Token::TagToken(tag) => return page.tag(&tag, line),
            Token::DoctypeToken(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

impl Page {
    /// Takes the page apart; everything must nest, and be among what the page is made of.
    fn read(html: &str) -> Page {
        let tokenizer = Tokenizer::new(
            Sink(RefCell::default()),
            TokenizerOpts {
                exact_errors: true,
                ..TokenizerOpts::default()
            },
        );
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html));
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let mut page = tokenizer.sink.0.into_inner();
        page.wrong.extend(
            page.open
                .drain(..)
                .map(|name| format!("{name} is not closed")),
        );
        for link in &page.links {
            if !link
                .strip_prefix('#')
                .is_some_and(|id| page.ids.contains(id))
            {
                page.wrong.push(format!("{link} leads nowhere"));
            }
        }
        assert!(page.wrong.is_empty(), "{:#?}", page.wrong);
        page
    }

    fn tag(&mut self, tag: &Tag, line: u64) -> TokenSinkResult<()> {
        let name = tag.name.to_string();
        if tag.kind == TagKind::EndTag {
            if self.open.pop().as_ref() != Some(&name) {
                self.wrong
                    .push(format!("{line}: </{name}> closes something else"));
            }
            return TokenSinkResult::Continue;
        }
        if !ELEMENTS.contains(&name.as_str()) {
            self.wrong.push(format!("{line}: <{name}>"));
        }
        for attribute in &tag.attrs {
            let (key, value) = (attribute.name.local.as_ref(), attribute.value.to_string());
            match key {
                _ if !ATTRIBUTES.contains(&key) => self.wrong.push(format!("{line}: {key}=")),
                "id" if !self.ids.insert(value.clone()) => {
                    self.wrong.push(format!("{line}: a second {value}"));
                }
                "href" => drop(self.links.insert(value)),
                _ => {}
            }
        }
        match name.as_str() {
            "pre" => self.derivations.push(String::new()),
            "td" | "th" => self.cells.push(String::new()),
            _ => {}
        }
        let raw = match name.as_str() {
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        };
        if !tag.self_closing && !VOID.contains(&name.as_str()) {
            self.open.push(name);
        }
        raw
    }

    fn characters(&mut self, text: &str) {
        let within = |name: &str| self.open.iter().any(|open| open == name);
        if within("style") {
            return;
        }
        if within("pre")
            && let Some(last) = self.derivations.last_mut()
        {
            last.push_str(text);
        }
        if (within("td") || within("th"))
            && let Some(last) = self.cells.last_mut()
        {
            last.push_str(text);
        }
        self.text.push_str(text);
    }
}

/// Runs a command that writes a page.
fn page(words: &str) -> Page {
    Page::read(&jixiao(&format!("{words} -f html -q")).succeeds().out)
}

fn page_at(desk: &Desk, words: &str) -> (String, Page) {
    let html = desk.run(&format!("{words} -f html -q")).succeeds().out;
    let page = Page::read(&html);
    (html, page)
}

const AUDIT: &str = "audit samples/wuhan-2024 --fail-on never";
const WHATIF: &str = "whatif samples/wuhan-2024/whole.yaml \
    --scenario samples/wuhan-2024/whatif/published-92.9.yaml \
    --scenario samples/wuhan-2024/whatif/round-once.yaml";

#[test]
fn pages_are_well_formed_and_every_link_leads_somewhere() {
    for command in [
        AUDIT,
        "score samples/wuhan-2024",
        WHATIF,
        "whatif samples/wuhan-2024 --rules wuhan --rules jianghan --set execution.weight=10",
        "audit samples/targets-2026 --fail-on never",
        "audit samples/wuhan-2024/whole.yaml --rules value-purchasing --fail-on never",
    ] {
        for lang in ["zh", "en"] {
            page(&format!("{command} --lang {lang}"));
        }
    }
}

#[test]
fn a_page_loads_nothing_and_runs_nothing() {
    let html = jixiao(&format!("{AUDIT} -f html -q")).succeeds().out;
    assert!(html.contains("default-src 'none'"));
    // Elements and attributes are those of the lists above; what is left is style and links.
    assert!(!html.contains("url(") && !html.contains("@import"));
    let elsewhere = html.replace("http://www.w3.org/2000/svg", "");
    assert!(!elsewhere.contains("://"), "an address from elsewhere");
}

#[test]
fn the_same_sheets_give_the_same_page() {
    let write = || jixiao(&format!("{AUDIT} -f html -q")).succeeds().out;
    assert_eq!(write(), write());
}

#[test]
fn every_computed_number_unfolds_to_its_derivation() {
    let page = page("score samples/wuhan-2024/whole.yaml");
    let sheets = jixiao("score samples/wuhan-2024/whole.yaml -f json -q")
        .succeeds()
        .sheets();
    let rows = sheets[0]["rows"].as_array().unwrap();
    // Execution and total, then the rows.
    assert_eq!(page.derivations.len(), rows.len() + 2);
    for (row, derivation) in rows.iter().zip(&page.derivations[2..]) {
        let id = row["id"].as_str().unwrap();
        let explained = jixiao(&format!("explain samples/wuhan-2024/whole.yaml {id}"))
            .succeeds()
            .out;
        // All but what is true of the whole sheet, which stands in the derivation of the total.
        let explained: Vec<&str> = explained.lines().collect();
        for line in derivation.lines() {
            assert!(explained.contains(&line), "{line}");
        }
        let points = row["points"].as_str().unwrap();
        assert!(
            derivation.starts_with(&format!("得分 {points}")),
            "{derivation}"
        );
        assert!(page.ids.contains(&format!("s1-row{id}")));
    }
    // What the derivations rest on is said once, and so is how the marks of all rows add up.
    assert_eq!(page.text.matches("推定分值合计").count(), 1);
    assert_eq!(page.text.matches("〔保留两位〕武汉市").count(), 1);
}

#[test]
fn the_steps_of_a_reconciliation_add_up_in_the_table() {
    let page = page("audit samples/wuhan-2024/whole.yaml --fail-on never");
    let from = page
        .cells
        .iter()
        .position(|cell| cell == "填报总分")
        .unwrap();
    let cells: Vec<&str> = page.cells[from..].iter().map(String::as_str).collect();
    let mut reached = rust_decimal::Decimal::ZERO;
    for step in cells.chunks(4) {
        let [label, amount, so_far, _] = step else {
            panic!("four columns")
        };
        if *label == "重算总分" {
            assert_eq!((*amount, reached), ("= 92.60", "92.60".parse().unwrap()));
            return;
        }
        reached += amount
            .trim_start_matches('+')
            .parse::<rust_decimal::Decimal>()
            .unwrap();
        assert_eq!(reached, so_far.parse().unwrap());
    }
    panic!("no last step");
}

#[test]
fn findings_stand_beside_their_rows_and_accepted_ones_apart() {
    let slip = SHEET
        .replace("points: 10}", "points: 15}")
        .replace("total: 88", "total: 93");
    let desk = desk().with("a.yaml", slip);
    let audit = "audit a.yaml --only C04 --fail-on never";
    let (html, page) = page_at(&desk, audit);
    assert!(page.ids.contains("s1-C04-row1") && page.links.contains("#s1-C04-row1"));
    assert!(page.links.contains("#s1-row1"));
    assert!(!html.contains("已接受的问题"));
    desk.run("accept a.yaml C04 1 --reason <b>已批复</b> --by 财务处")
        .succeeds();
    let (_, page) = page_at(&desk, audit);
    let accepted = page.text.find("已接受的问题").unwrap();
    assert!(page.text[accepted..].contains("<b>已批复</b>（财务处）"));
}

#[test]
fn nothing_a_user_writes_becomes_anything_else() {
    for hostile in [
        "<script>alert(1)</script>",
        "\"onload=\"alert(1)",
        "</details></td></table></main>",
        "</title></style><img src=x onerror=alert(1)>",
        "&lt;b&gt; &amp; &#0; <!-- -->",
        "<![CDATA[ ]]> <svg/onload=alert(1)>",
        "=cmd|' /C calc'!A0",
    ] {
        let quoted = serde_json::to_string(hostile).unwrap();
        let (_, page) = page_at(&everywhere(&quoted), "audit a.yaml --fail-on never");
        let shown = page.text.matches(hostile).count();
        // Title, unit, project, levels, names, targets, actuals, reasons quoted in findings.
        assert!(shown > 12, "{hostile} is shown {shown} times");
        page_at(&everywhere(&quoted), "score a.yaml --lang en");
        page_at(
            &everywhere(&quoted),
            "whatif a.yaml --set execution.weight=10",
        );
    }
}

/// A sheet that has this YAML text wherever a text can stand.
fn everywhere(text: &str) -> Desk {
    // A key of YAML may not be longer.
    let key = if text.len() > 1000 { "层级" } else { text };
    let sheet = format!(
        "title: {text}\nscope: project\nyear: 2024\nunit: {text}\nproject: {text}\n\
         execution: {{full_mark: 20, budget: 100, executed: 90, points: 18}}\n\
         indicators_full_mark: 80\nindicators:\n  {key}:\n    {key}:\n\
         \x20     - {{name: {text}, target: 10场, actual: {text}, full_mark: 40, points: 10}}\n\
         \x20     - {{name: {text}, target: {text}, actual: 5, full_mark: 20, points: {text}}}\n\
         \x20     - {{name: {text}, target: {text}, actual: {text}, full_mark: 20, points: 20}}\n\
         total: {text}\ngrade: {text}\nreasons: [{text}]\n"
    );
    desk().with("a.yaml", sheet)
}

#[test]
fn characters_that_command_are_shown_and_the_rest_is_whole() {
    let long = "长".repeat(10_000);
    let (_, page) = page_at(
        &everywhere(&format!("\"{long}\"")),
        "audit a.yaml --fail-on never",
    );
    assert!(page.text.contains(&long));

    let turned = "\"得分\\u202e00.2\\u2066\\u200fأ\\u0007\\u0085\\uffff末\"";
    let (html, page) = page_at(&everywhere(turned), "audit a.yaml --fail-on never");
    assert!(
        page.text
            .contains("得分⟨U+202E⟩00.2⟨U+2066⟩\u{200f}أ\u{fffd}")
    );
    let commands =
        |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{ffff}');
    assert!(!html.contains(commands));
    assert!(!html.contains(|c: char| c.is_control() && c != '\n'));
}

#[test]
fn names_of_files_and_scenarios_are_texts_too() {
    let folder = "\"'><b>&amp;\u{202e}";
    let sheet = SHEET
        .replace("title: 示例项目自评表\n", "")
        .replace("points: 10}", "points: 15}");
    let scenario = "title: <img src=x onerror=alert(1)>\nchanges:\n  - execution.weight: 10\n";
    let desk = desk()
        .with(&format!("{folder}/表.yaml"), &sheet)
        .with("a/表.yaml", &sheet)
        .with("b", scenario);
    let (html, page) = page_at(&desk, "audit . --fail-on never");
    assert!(page.text.contains("\"'><b>&amp;⟨U+202E⟩/表.yaml"));
    assert!(!html.contains('\u{202e}'));
    let (_, page) = page_at(&desk, "whatif a/表.yaml --scenario b");
    assert!(page.text.contains("<img src=x onerror=alert(1)>"));
}

#[test]
fn rows_without_points_say_why() {
    let sheet = SHEET.replace("actual: 5场", "actual: 5公里");
    let desk = desk().with("a.yaml", sheet);
    let json: Value = desk.run("score a.yaml -f json -q").succeeds().json();
    let reason = json["sheets"][0]["rows"][0]["reason"].as_str().unwrap();
    let html = desk.run("score a.yaml -f html -q").succeeds().out;
    let page = Page::read(&html);
    assert!(page.text.contains(reason));
    assert!(page.cells.iter().any(|cell| cell == "未评分"));
}
