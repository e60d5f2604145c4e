//! 规则包: what there is, each as a page, and a changed copy tried out in memory.

use std::sync::Arc;

use axum::extract::State;
use jixiao::document::{Problem, ProblemKind};
use jixiao::report::rules::{Checked, page_fragment};
use jixiao::report::score::{ScoredSheet, ScoredSheets};
use jixiao::rules::lint::Severity;
use jixiao::rules::{PackFiles, RulePack, cases, load};
use jixiao::words::{Lang, web as words};
use serde::{Deserialize, Serialize};

use super::library::Nothing;
use super::whatif::{refused, with};
use super::{told, told_slowly};
use crate::cli::rules::{check::check, show::latest_files, test::failures};
use crate::web::answer::{Answer, Refusal, Told};
use crate::web::asked::{InAddress, InBody};
use crate::web::desk::Desk;

/// The most files of a changed copy.
const MOST_FILES: usize = 64;
/// The most cases of a changed copy that are worked; each of them may use up what a script may.
const MOST_CASES: usize = 200;

/// Every edition that may be asked for.
#[derive(Serialize)]
pub struct Packs {
    packs: Vec<PackRow>,
}

#[derive(Serialize)]
struct PackRow {
    /// As it is asked for.
    name: String,
    pack: String,
    edition: String,
    title: String,
    issuer: String,
    /// First and last year; null for an open end.
    in_force: (u16, Option<u16>),
    /// Whether every clause was read in the issuing text.
    verified: bool,
    /// How many worked cases it has.
    cases: usize,
}

/// `GET /api/rules`.
pub async fn list(
    State(desk): State<Arc<Desk>>,
    InAddress(common, Nothing {}): InAddress<Nothing>,
) -> Answer {
    let lang = common.lang();
    let answer = told(lang, move || {
        let mut packs = Vec::new();
        for (name, files) in desk.packs().map_err(refused(lang))? {
            let pack = load(&files).map_err(refused(lang))?;
            packs.push(PackRow {
                name,
                title: pack.title.get(lang).to_owned(),
                issuer: pack.issuer.get(lang).to_owned(),
                in_force: pack.in_force,
                verified: pack.verified(),
                cases: cases(&files).map_or(0, |cases| cases.len()),
                pack: pack.pack,
                edition: pack.edition,
            });
        }
        Ok(Packs { packs })
    });
    answer.await
}

/// One edition; of several the latest.
#[derive(Serialize)]
pub struct Page {
    /// `wuhan@2024`.
    name: String,
    /// What the rule says, for reading.
    html: String,
    files: Vec<FileOf>,
}

/// A file of a pack.
#[derive(Serialize, Deserialize)]
pub struct FileOf {
    /// Inside its folder.
    path: String,
    text: String,
}

/// `GET /api/rules/page?rules=…`.
pub async fn page(
    State(desk): State<Arc<Desk>>,
    InAddress(common, Nothing {}): InAddress<Nothing>,
) -> Answer {
    let lang = common.lang();
    let answer = told(lang, move || {
        let (pack, files) = edition(&desk, &common.rules).map_err(refused(lang))?;
        let cases = cases(&files).map_err(refused(lang))?;
        let text = |(path, bytes): &(String, Vec<u8>)| FileOf {
            path: path.clone(),
            text: String::from_utf8_lossy(bytes).into_owned(),
        };
        Ok(Page {
            name: pack.name(),
            html: page_fragment(&pack, &cases, lang),
            files: files.files.iter().map(text).collect(),
        })
    });
    answer.await
}

/// A changed copy: files in place of those of the same path, or beside them.
#[derive(Deserialize)]
pub struct Copy {
    files: Vec<FileOf>,
}

/// What is wrong with it, and how its cases come out.
#[derive(Serialize)]
pub struct Found {
    findings: Vec<FindingRow>,
    cases: CasesRow,
    /// Whether it can be used and every case holds.
    ok: bool,
}

#[derive(Serialize)]
struct FindingRow {
    /// The lint; `pack` for what keeps the copy from being used.
    code: &'static str,
    /// `error`, `warning`, `note`.
    severity: &'static str,
    #[serde(flatten)]
    told: Told,
}

#[derive(Default, Serialize)]
struct CasesRow {
    count: usize,
    failures: Vec<FailureRow>,
}

#[derive(Serialize)]
struct FailureRow {
    name: String,
    file: String,
    line: u32,
    mismatches: Vec<MismatchRow>,
    /// How the result came about, a line each.
    derivation: Vec<String>,
}

#[derive(Serialize)]
struct MismatchRow {
    what: String,
    expected: String,
    got: String,
}

/// `POST /api/rules/check`.
pub async fn try_out(State(desk): State<Arc<Desk>>, InBody(common, copy): InBody<Copy>) -> Answer {
    let lang = common.lang();
    let answer = told_slowly(lang, move || {
        let files = copy.files(&desk, &common.rules, lang)?;
        Ok(found(&files, lang))
    });
    answer.await
}

/// Which sheet, under a changed copy.
#[derive(Deserialize)]
pub struct Trial {
    files: Vec<FileOf>,
    sheet: String,
}

/// `POST /api/rules/score`: as `score -f json`.
pub async fn score(State(desk): State<Arc<Desk>>, InBody(common, trial): InBody<Trial>) -> Answer {
    let lang = common.lang();
    let answer = told_slowly(lang, move || {
        let copy = Copy { files: trial.files };
        let files = copy.files(&desk, &common.rules, lang)?;
        let pack = Arc::new(load(&files).map_err(refused(lang))?);
        let state = desk.state();
        let sheet = state.sheet(&trial.sheet);
        let sheet = sheet.ok_or_else(|| Refusal::not_there(&trial.sheet, lang))?;
        with(sheet, &pack, lang, |prepared| {
            Ok(ScoredSheets {
                sheets: vec![ScoredSheet::new(prepared.baseline(), lang)],
            })
        })
    });
    answer.await
}

/// The latest edition of a rule that may be asked for.
fn edition(desk: &Desk, rules: &str) -> Result<(RulePack, PackFiles), Vec<Problem>> {
    latest_files(desk.known(rules)?)
}

impl Copy {
    fn files(self, desk: &Desk, rules: &str, lang: Lang) -> Result<PackFiles, Refusal> {
        let (_, files) = edition(desk, rules).map_err(refused(lang))?;
        let all = self.files.into_iter();
        let all: Vec<(String, String)> = all.map(|file| (file.path, file.text)).collect();
        let changed = files.changed(&all).filter(|_| all.len() <= MOST_FILES);
        changed.ok_or_else(|| {
            let kind = ProblemKind::said(words::not_a_pack, |lang| {
                words::not_a_pack_help(lang, MOST_FILES)
            });
            Refusal::said("files", kind, lang)
        })
    }
}

/// What is wrong with the copy. Where a script is at fault in a case, nothing else is asked of it.
fn found(files: &PackFiles, lang: Lang) -> Found {
    let read = load(files).and_then(|pack| {
        let cases = cases(files)?;
        Ok((Arc::new(pack), cases))
    });
    let mut worked = CasesRow::default();
    let tried = read.and_then(|(pack, cases)| {
        if cases.len() > MOST_CASES {
            let said = |lang| words::too_many_cases(lang, MOST_CASES);
            let kind = ProblemKind::said(said, words::too_many_cases_help);
            return Err(vec![Problem::of_file(&files.folder, kind)]);
        }
        let failures = failures(&pack, &cases, lang)?.into_iter().map(|failure| {
            let mismatches = failure.mismatches.into_iter().map(|it| MismatchRow {
                what: it.what,
                expected: it.expected,
                got: it.got,
            });
            FailureRow {
                name: failure.case.name.clone(),
                file: failure.case.origin.file.to_string(),
                line: failure.case.origin.line,
                mismatches: mismatches.collect(),
                derivation: failure.derivation,
            }
        });
        worked.failures = failures.collect();
        worked.count = cases.len();
        Ok(check(files))
    });
    let checked = tried.unwrap_or_else(|problems| Checked {
        pack: files.folder.clone(),
        problems,
        findings: Vec::new(),
    });
    let ok = checked.count(Severity::Error) == 0 && worked.failures.is_empty();
    let problems = checked.problems.iter();
    let problems = problems.map(|problem| ("pack", Severity::Error, problem));
    let findings = checked.findings.iter();
    let findings = findings.map(|it| (it.code, it.severity, &it.problem));
    let findings = problems.chain(findings);
    let findings = findings.map(|(code, severity, problem)| FindingRow {
        code,
        severity: severity.name(),
        told: Told::of(problem, lang),
    });
    Found {
        findings: findings.collect(),
        cases: worked,
        ok,
    }
}
