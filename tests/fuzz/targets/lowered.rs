//! Functions of the script language, asked lowered and interpreted: the same answer, notes and faults. Eight bytes
//! for the figures, then the body of a function.
#![no_main]

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use jixiao::document::read_sheets;
use jixiao::number::Fraction;
use jixiao::rules::facts::{Answer, ExecutionFacts, Kind, MeasureFacts, Note, TotalFacts};
use jixiao::rules::host::{Function, Host, ScriptFault};
use jixiao::rules::pack::Script;
use jixiao::rules::{PackFiles, RulePack, load};
use jixiao::sheet::{Direction, Sheet};
use jixiao_fuzz::watch;
use libfuzzer_sys::fuzz_target;

const PACK: &str = "pack: own\nedition: '1'\nextends: wuhan@2024\ntitle: 甲\nin_force: {from: 2020}\n\
    citations: {甲: {source: 甲, says: 甲}}\nparams: {系数: 30%, 名: 甲, 词: [否], 列: [1, 2], 表: {一: 1, 二: [2, 3]}}\n";

const SHEET: &str = "scope: project\nyear: 2024\nexecution: {budget: 100, executed: 90}\ninputs: {全年: 12}\n\
    indicators:\n  产出指标:\n    - {name: 数量, target: 是, actual: 否, inputs: {上年: 4, floor: -1.5}, judged: 85%}\n";

/// What the bodies may call; one of them calls another, one is of two values.
const HELPERS: &str = "fn other(m) { if m.strict { return m.ratio; } 3 }\nfn twice(a, b) { let c = a * 2; c + b }\n\
    fn g(a, b) { if a == b { return h(a); } b }\nfn h(a) { note(\"内\", a); a / 3 }\n";

thread_local! {
    static SOUND: OnceCell<(RulePack, Arc<Sheet>)> = const { OnceCell::new() };
}

fn sound() -> (RulePack, Arc<Sheet>) {
    let files = PackFiles {
        folder: "own".to_owned(),
        files: vec![("pack.yaml".to_owned(), PACK.as_bytes().to_vec())],
        alone: true,
    };
    let pack = load(&files).unwrap_or_else(|_| panic!("a sound pack"));
    let sheets = read_sheets("a.yaml", SHEET.as_bytes()).unwrap_or_else(|_| panic!("a sound sheet"));
    (pack, Arc::new(sheets.into_iter().next().expect("one sheet")))
}

/// A figure for a byte: none, small ones, parts, and some at the ends of 64 bits.
fn figure(byte: u8) -> Option<Fraction> {
    let small = Fraction::from(i64::from(byte % 32) - 8);
    match byte / 32 {
        0 => None,
        1 | 2 => Some(small),
        3 => small.over(3.into()).ok(),
        4 => small.over(100.into()).ok(),
        5 => Fraction::from(i64::MAX).over((i64::from(byte % 32) + 1).into()).ok(),
        6 => Some(Fraction::from(i64::MIN + i64::from(byte % 32))),
        _ => {
            let large = Fraction::from(i64::MAX - i64::from(byte % 32));
            large.times(large).ok()
        }
    }
}

type Said = (Result<Answer, Box<ScriptFault>>, Vec<Note>);

fn alike(function: &Function, ask: impl Fn(&Function, &mut Vec<Note>) -> Result<Answer, Box<ScriptFault>>) {
    let said = |function: &Function| -> Said {
        let mut notes = Vec::new();
        let answer = ask(function, &mut notes);
        (answer, notes)
    };
    assert_eq!(said(function), said(&function.interpreted()));
}

fuzz_target!(|data: &[u8]| {
    watch();
    let Some((&[target, high, actual, mark, completion, points, how, more], body)) = data.split_first_chunk() else {
        return;
    };
    SOUND.with(|sound_of_thread| {
        let (pack, sheet) = sound_of_thread.get_or_init(sound);
        let body = String::from_utf8_lossy(body);
        let mut pack = pack.clone();
        pack.scripts = vec![Script {
            path: "own.rhai".to_owned(),
            text: format!("fn f(m, params) {{\n{body}\n}}\n{HELPERS}"),
            layer: 0,
        }];
        let Ok(host) = Host::of(&pack) else { return };
        let Some(function) = host.function("f").filter(|one| one.arguments == 2) else {
            return;
        };
        let facts = MeasureFacts {
            sheet: Arc::clone(sheet),
            indicator: 0,
            measure: 0,
            kind: Kind::ALL[usize::from(more) % Kind::ALL.len()].0,
            direction: [None, Some(Direction::AtLeast), Some(Direction::AtMost), Some(Direction::Equal)]
                [usize::from(how) % 4],
            target: figure(target),
            target_high: figure(high),
            strict: how & 4 != 0,
            actual: figure(actual),
            same_word: how & 8 != 0,
            full_mark: figure(mark),
            completion: figure(completion),
            points: figure(points),
        };
        let facts = Rc::new(facts);
        alike(&function, |function, notes| host.measure(function, &facts, Some(notes)));
        let known = |byte| figure(byte).unwrap_or(Fraction::ZERO);
        let facts = ExecutionFacts {
            sheet: Arc::clone(sheet),
            budget: known(target),
            executed: known(actual),
            weight: known(mark),
        };
        alike(&function, |function, notes| host.execution(function, &facts, Some(notes)));
        let facts = TotalFacts {
            sheet: Arc::clone(sheet),
            execution: figure(target),
            indicators: known(actual),
            rate: figure(mark),
            groups: Vec::new(),
            total: figure(high),
            grade: None,
        };
        alike(&function, |function, notes| host.total(function, &facts, Some(notes)));
    });
});
