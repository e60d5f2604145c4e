//! The document (.docx), opened again.

use std::io::{Cursor, Read};
use std::sync::Arc;
use std::time::Instant;

use jixiao::audit::{Audit, Decision, Figures, Profile, Standing, audit_with_targets};
use jixiao::recognise::open;
use jixiao::report::audit::AuditedSheets;
use jixiao::report::paper::{MOST_SHEETS, Paper, PaperFormat};
use jixiao::rules::{PackFiles, load};
use jixiao::score::{Evaluation, Scorer};
use jixiao::words::Lang;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::cli::desk::{SHEET, desk};

/// A paragraph: its style and its text, lines as lines.
type Paragraph = (String, String);

/// A document as it is read back.
#[derive(Default)]
struct Opened {
    parts: Vec<(String, String)>,
    paragraphs: Vec<Paragraph>,
    /// Rows of tables: whether they are heads that return, and their cells.
    rows: Vec<(bool, Vec<String>)>,
    /// How many heads each table has.
    tables: usize,
    sideways: bool,
}

impl Opened {
    fn of(bytes: &[u8]) -> Opened {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut read = Opened::default();
        for index in 0..zip.len() {
            let mut part = zip.by_index(index).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            let name = part.name().expect("a name").into_owned();
            drop(part);
            read.parts.push((name, text));
        }
        let document = read.part("word/document.xml").to_owned();
        read.walk(&document);
        read
    }

    fn part(&self, name: &str) -> &str {
        let part = self.parts.iter().find(|(known, _)| known == name);
        &part.unwrap_or_else(|| panic!("no {name}")).1
    }

    fn walk(&mut self, document: &str) {
        let mut reader = Reader::from_str(document);
        let (mut style, mut text, mut in_text) = (String::new(), String::new(), false);
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Eof => break,
                Event::Start(start) | Event::Empty(start) => match start.name().as_ref() {
                    "w:p" => (style, text) = Default::default(),
                    "w:pStyle" => style = value(&start, "w:val"),
                    "w:t" => in_text = true,
                    "w:br" => text.push('\n'),
                    "w:tbl" => self.tables += 1,
                    "w:tr" => self.rows.push((false, Vec::new())),
                    "w:tblHeader" => self.rows.last_mut().expect("a row").0 = true,
                    "w:tc" => self.rows.last_mut().expect("a row").1.push(String::new()),
                    "w:pgSz" => self.sideways = value(&start, "w:orient") == "landscape",
                    _ => {}
                },
                Event::Text(piece) if in_text => {
                    text.push_str(&piece.xml10_content());
                }
                Event::GeneralRef(entity) if in_text => text.push(match entity.as_ref() {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("{other:?}"),
                }),
                Event::End(end) => match end.name().as_ref() {
                    "w:t" => in_text = false,
                    "w:p" => {
                        if style.starts_with("Table")
                            && let Some(cell) =
                                self.rows.last_mut().and_then(|row| row.1.last_mut())
                        {
                            cell.push_str(&text);
                        }
                        self.paragraphs.push((style.clone(), text.clone()));
                    }
                    _ => {}
                },
                _ => {}
            }
        }
    }

    fn headings(&self, level: u8) -> Vec<&str> {
        let style = format!("Heading{level}");
        let of_level = self.paragraphs.iter().filter(|(of, _)| *of == style);
        of_level.map(|(_, text)| text.as_str()).collect()
    }

    fn text(&self) -> String {
        let texts = self.paragraphs.iter().map(|(_, text)| text.as_str());
        texts.collect::<Vec<&str>>().join("\n")
    }
}

fn value(start: &BytesStart, name: &str) -> String {
    let mut attributes = start.attributes().map(|attribute| attribute.expect("one"));
    let found = attributes.find(|attribute| attribute.key.as_ref() == name);
    found.map_or_else(String::new, |attribute| attribute.value.into_owned())
}

fn scorer() -> Scorer {
    let files = PackFiles::of_shipped("wuhan", "2024").expect("the pack is shipped");
    Scorer::new(Arc::new(load(&files).expect("it loads"))).expect("it compiles")
}

fn scored(files: &[(&str, &str)]) -> Vec<Evaluation> {
    let scorer = scorer();
    let sheets = files
        .iter()
        .flat_map(|(name, text)| open(name, text.as_bytes()).expect(name).sheets);
    sheets
        .map(|sheet| scorer.score(&Arc::new(sheet)).expect("the scripts run"))
        .collect()
}

fn samples() -> Vec<Evaluation> {
    let read = |name| {
        let path = format!("samples/wuhan-2024/{name}.yaml");
        (path.clone(), std::fs::read_to_string(&path).expect(&path))
    };
    let files = ["series", "startup", "whole"].map(read);
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    scored(&files)
}

fn audited(evaluations: Vec<Evaluation>, audit: &Audit, lang: Lang) -> Paper {
    let audited = AuditedSheets::new(&evaluations, audit, lang);
    Paper::audit(evaluations, audited, lang)
}

fn paper(evaluations: Vec<Evaluation>, lang: Lang) -> Paper {
    let audit = audit_with_targets(&evaluations, &[], &Profile::shipped());
    audited(evaluations, &audit, lang)
}

fn written(paper: &Paper) -> Vec<u8> {
    paper.write(PaperFormat::Word).expect("it is written")
}

#[test]
fn every_part_is_well_formed_and_points_nowhere_outside() {
    let read = Opened::of(&written(&paper(samples(), Lang::Zh)));
    for (name, part) in &read.parts {
        let mut reader = Reader::from_str(part);
        while reader.read_event().expect(name) != Event::Eof {}
        assert!(!part.contains("External"), "{name}");
        assert!(!part.contains("<w:hyperlink"), "{name}");
    }
    for rels in ["_rels/.rels", "word/_rels/document.xml.rels"] {
        let folder = if rels.starts_with("word") {
            "word/"
        } else {
            ""
        };
        for target in read.part(rels).split(" Target=\"").skip(1) {
            let target = target.split('"').next().expect("a target");
            read.part(&format!("{folder}{target}"));
        }
    }
}

#[test]
fn headings_are_headings_in_the_order_a_reader_needs() {
    let read = Opened::of(&written(&paper(samples(), Lang::Zh)));
    assert_eq!(
        read.paragraphs[0],
        ("Title".into(), "预算绩效自评复核报告".into())
    );
    let parts = ["一、结论", "二、勾稽", "三、问题清单", "附表：逐行重算"];
    assert_eq!(read.headings(1), parts);
    let whole = "whole  2024年整体支出绩效自评表";
    let chapters = read.headings(2);
    let of_whole = chapters.iter().filter(|chapter| **chapter == whole);
    assert_eq!(of_whole.count(), 3, "{chapters:?}");
    assert!(
        read.headings(3)
            .contains(&"C04  行得分与规则不一致（严重·不符）")
    );
    for level in 1..=3 {
        let style = format!("w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/>");
        assert!(read.part("word/styles.xml").contains(&style));
    }
    assert!(
        read.sideways,
        "the appendix stands on pages laid on their side"
    );
}

#[test]
fn every_finding_and_every_row_is_there_and_heads_return() {
    let paper = paper(samples(), Lang::Zh);
    let read = Opened::of(&written(&paper));
    let mut numbers = Vec::new();
    for finding in paper.audited.findings() {
        let (file, line) = (&finding.place.file, finding.place.line);
        let place = line.map_or_else(|| file.clone(), |line| format!("{file}:{line}"));
        let found = read.rows.iter().find(|(_, cells)| {
            cells.last() == Some(&finding.message) && cells[1].ends_with(&place)
        });
        let (_, cells) = found.unwrap_or_else(|| panic!("{finding:?}"));
        numbers.push(cells[0].parse::<usize>().expect("a number"));
        let codes = read.headings(3);
        assert!(
            codes
                .iter()
                .any(|heading| heading.starts_with(finding.code))
        );
        let text = read.text();
        assert!(text.contains(&finding.rule) && text.contains(&finding.help));
    }
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(
        numbers.len(),
        paper.audited.findings().count(),
        "each its own"
    );
    for sheet in &paper.audited.sheets {
        for row in &sheet.scored.rows {
            let points = row.points.map(|points| points.to_string());
            assert!(
                read.rows.iter().any(|(_, cells)| {
                    cells.len() == 11
                        && cells[0] == row.id
                        && cells[4] == row.target
                        && Some(&cells[8]) == points.as_ref()
                }),
                "{row:?}"
            );
        }
    }
    let heads = read.rows.iter().filter(|(head, _)| *head).count();
    assert_eq!(heads + 1, read.tables, "but for the block below the title");
    let splits = read
        .part("word/document.xml")
        .matches("<w:cantSplit/>")
        .count();
    assert!(splits > read.rows.len() * 9 / 10);
}

#[test]
fn the_reconciliation_is_the_one_of_every_other_report() {
    let read = Opened::of(&written(&paper(samples(), Lang::Zh)));
    let rows: Vec<String> = read.rows.iter().map(|(_, cells)| cells.join("|")).collect();
    for expected in [
        "填报总分||92.9",
        "预算执行得分：印出的小数位数不同||-0.03",
        "培训对象参训率：与规则不符|20|-2.00",
        "重算总分||= 92.60",
    ] {
        assert!(rows.contains(&expected.to_owned()), "{expected}: {rows:#?}");
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let paper = paper(samples(), Lang::Zh);
    assert_eq!(written(&paper), written(&paper));
}

#[test]
fn whatever_a_sheet_says_is_text_and_whole() {
    let long = "很".repeat(10_000);
    let field = "{ HYPERLINK \"http://example.com\" } { DDEAUTO c:\\\\cmd }";
    let text = SHEET
        .replace("示例项目自评表", "'<script>alert(1)</script>&amp;]]>'")
        .replace("培训场次", &format!("'{field}'"))
        .replace("培训人数", &long)
        .replace("学员满意度", "\"a\\u202Eb\\u0007c\\uFFFFd\"");
    let paper = paper(scored(&[("a<b>&.yaml", &text)]), Lang::Zh);
    let read = Opened::of(&written(&paper));
    let said = read.text();
    for whole in [
        "<script>alert(1)</script>&amp;]]>",
        field,
        &long,
        "a<b>&.yaml",
    ] {
        assert!(said.contains(whole), "{}", &whole[..10]);
    }
    // What turns a line around or is no character of XML shows as �, as in every other report.
    assert!(said.contains("a\u{fffd}b\u{fffd}c\u{fffd}d"), "{said}");
    assert!(!said.contains('\u{202e}'));
    let document = read.part("word/document.xml");
    assert!(!document.contains("fldSimple") && !document.contains("instrText"));
    assert!(!document.contains("<script"));
}

#[test]
fn a_row_taller_than_a_page_may_be_broken() {
    let kept = |name: &str| {
        let text = SHEET.replace("培训场次", name);
        let read = Opened::of(&written(&Paper::score(
            scored(&[("a.yaml", &text)]),
            Lang::Zh,
        )));
        let document = read.part("word/document.xml").to_owned();
        let at = document.find(name).expect("the name");
        let row = document[..at].rfind("<w:tr>").expect("a row");
        document[row..at].starts_with("<w:tr><w:trPr><w:cantSplit/>")
    };
    assert!(kept("一次培训"));
    assert!(!kept(&"长".repeat(2_000)));
}

#[test]
fn no_word_of_the_program_is_left_in_the_other_language() {
    let english = SHEET
        .replace("示例项目自评表", "Sheet")
        .replace("示例单位", "Unit")
        .replace("示例项目", "Project")
        .replace("培训场次", "Courses")
        .replace("培训人数", "Trainees")
        .replace("学员满意度", "Content")
        .replace("产出指标", "Output")
        .replace("数量指标", "Number")
        .replace("满意度指标", "Reception")
        .replace(['场', '人', '良'], "");
    let read = Opened::of(&written(&paper(scored(&[("a.yaml", &english)]), Lang::En)));
    let chinese = |c: char| ('\u{3000}'..='\u{9fff}').contains(&c) || c > '\u{f000}';
    for (_, text) in &read.paragraphs {
        // The keys of clauses are names in the rule.
        let text = ["定量", "定性"]
            .iter()
            .fold(text.clone(), |text, key| text.replace(key, ""));
        assert!(!text.contains(chinese), "{text}");
    }
    let footer = read.part("word/footer1.xml");
    assert!(footer.contains("Page ") && !footer.contains('页'));

    let read = Opened::of(&written(&paper(scored(&[("a.yaml", SHEET)]), Lang::Zh)));
    let known = ["jixiao", "wuhan", "rules", "audit", "yaml"];
    for (style, text) in &read.paragraphs {
        let words = text.split(|c: char| !c.is_ascii_alphabetic());
        for word in words.filter(|word| word.len() > 3 && style != "TableSmall") {
            assert!(known.contains(&word), "{word}: {text}");
        }
    }
}

#[test]
fn accepted_findings_stand_in_a_part_of_their_own() {
    let evaluations = samples();
    let mut audit = audit_with_targets(&evaluations, &[], &Profile::shipped());
    let findings = audit
        .sheets
        .iter_mut()
        .flat_map(|sheet| &mut sheet.findings);
    let mut count = 0;
    for finding in findings.filter(|finding| finding.code == "C04") {
        count += 1;
        finding.standing = Standing::Accepted(Decision {
            reason: "按批复".to_owned(),
            by: Some("市局财务处".to_owned()),
            figures: Figures::default(),
            wording: None,
        });
    }
    let read = Opened::of(&written(&audited(evaluations, &audit, Lang::Zh)));
    let parts = read.headings(1);
    assert_eq!(parts[3], "四、已接受的问题");
    let text = read.text();
    let (open, accepted) = text.split_once("四、已接受的问题").expect("the part");
    assert!(!open.contains("C04  "));
    assert!(accepted.contains("C04  行得分与规则不一致"));
    assert!(accepted.contains("按批复（市局财务处）"));
    assert!(open.contains(&format!("另有 {count} 条有关单位已接受")));
}

#[test]
fn scores_and_scenarios_have_papers_too() {
    let desk = desk().with("a.yaml", SHEET);
    desk.run("score a.yaml -o score.docx").succeeds();
    desk.run("whatif a.yaml --set execution.weight=10 --rules wuhan --rules national@2020 -o whatif.docx")
        .succeeds();
    let read = |name| Opened::of(&std::fs::read(desk.path(name)).expect(name));
    let score = read("score.docx");
    assert_eq!(score.headings(1), ["一、结论", "附表：逐行重算"]);
    assert!(!score.text().contains("检查项"));
    let whatif = read("whatif.docx");
    let parts = ["一、各情景的总分和等级", "二、改动与差额", "附表：逐行重算"];
    assert_eq!(whatif.headings(1), parts);
    let heads = ["自评表", "情景", "wuhan@2024", "national@2020"];
    assert!(
        whatif
            .rows
            .iter()
            .any(|(head, cells)| *head && cells == &heads)
    );
    assert!(
        whatif
            .rows
            .iter()
            .any(|(_, cells)| cells[0] == "execution.weight")
    );
}

#[test]
fn target_tables_alone_have_a_paper() {
    let desk = desk();
    let from = "samples/targets-2026/jianghan-staff.yaml";
    let table = std::fs::read_to_string(from).expect(from);
    let desk = desk.with("t.yaml", table);
    desk.run("audit t.yaml --fail-on never -o t.docx")
        .succeeds();
    let read = Opened::of(&std::fs::read(desk.path("t.docx")).expect("a file"));
    assert_eq!(read.headings(1), ["一、结论", "二、问题清单"]);
    assert!(!read.sideways);
}

#[test]
fn the_readers_of_this_program_survive_it() {
    for lang in [Lang::Zh, Lang::En] {
        // What they make of it is theirs to say.
        let _ = open("x.docx", &written(&paper(samples(), lang)));
    }
}

#[test]
fn as_many_sheets_as_a_paper_holds_take_time_in_proportion() {
    let one = paper(samples().split_off(2), Lang::Zh);
    let time = |count: usize| {
        let mut paper = one.clone();
        paper.evaluations = vec![one.evaluations[0].clone(); count];
        paper.audited.sheets = vec![one.audited.sheets[0].clone(); count];
        let begin = Instant::now();
        assert!(!written(&paper).is_empty());
        begin.elapsed()
    };
    let (few, many) = (time(30), time(MOST_SHEETS));
    assert!(
        many < few * 40,
        "{few:?} for 30 sheets, {many:?} for {MOST_SHEETS}"
    );
}
