//! What is generated: a bundle of sheets and target tables under one rule, as figures and as texts.

/// A rule, as far as the generator has its own copy of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pack {
    /// Name and edition of the shipped pack.
    pub name: &'static str,
    pub edition: &'static str,
    /// Points of the execution part.
    pub execution: u128,
    /// First-level labels with their points.
    pub levels: &'static [(&'static str, u128)],
    /// Whether units split the points among the levels themselves.
    pub free_split: bool,
    /// Whether an "at most" target falls in a straight line to zero at twice the target.
    pub linear: bool,
    /// Whether marks may be left unprinted.
    pub infers: bool,
}

/// The rules sheets are made for.
pub const PACKS: &[Pack] = &[
    Pack {
        name: "wuhan",
        edition: "2024",
        execution: 20,
        levels: &[("产出", 40), ("效益", 24), ("满意度", 16)],
        free_split: true,
        linear: false,
        infers: true,
    },
    Pack {
        name: "hubei",
        edition: "2020",
        execution: 20,
        levels: &[("产出", 50), ("效益", 20), ("满意度", 10)],
        free_split: true,
        linear: false,
        infers: true,
    },
    Pack {
        name: "jianghan",
        edition: "2026",
        execution: 20,
        levels: &[("成本", 5), ("产出", 35), ("效益", 30), ("满意度", 10)],
        free_split: true,
        linear: false,
        infers: false,
    },
    Pack {
        name: "national",
        edition: "2020",
        execution: 10,
        levels: &[("产出", 50), ("效益", 30), ("满意度", 10)],
        free_split: false,
        linear: false,
        infers: true,
    },
    Pack {
        name: "cost-40-20-20-10",
        edition: "2024",
        execution: 10,
        levels: &[("成本", 20), ("产出", 40), ("效益", 20), ("满意度", 10)],
        free_split: false,
        linear: false,
        infers: true,
    },
    Pack {
        name: "reverse-linear",
        edition: "2024",
        execution: 20,
        levels: &[("产出", 40), ("效益", 20), ("满意度", 20)],
        free_split: true,
        linear: true,
        infers: true,
    },
];

/// What is audited in one run.
#[derive(Debug, Clone)]
pub struct Bundle {
    pub pack: Pack,
    pub sheets: Vec<Sheet>,
    pub tables: Vec<Table>,
}

/// How a target is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    AtLeast,
    AtMost,
    Exactly,
    /// None of it: 无事故.
    Zero,
    /// 是, 达标.
    Word,
    /// 有效提升.
    Degree,
    /// A person's percentage.
    Judged,
    Date,
    Rank,
    Trend,
    /// 每月8期.
    Period,
    /// An actual such as 近50篇, of which nobody can tell.
    Loose,
    /// 35-60个.
    Range,
}

/// One target with its actual. `aim` and `done` are in thousandths.
#[derive(Debug, Clone)]
pub struct Measure {
    pub kind: Kind,
    pub target: String,
    pub actual: String,
    pub aim: u128,
    pub done: u128,
    pub unit: &'static str,
    /// Full mark and points in hundredths.
    pub mark: u128,
    pub points: u128,
    /// As printed; `None` for a mark that is not printed.
    pub mark_text: Option<String>,
    pub points_text: String,
    /// A person's percentage.
    pub judged: Option<u128>,
    pub applicable: bool,
}

/// 三级指标.
#[derive(Debug, Clone)]
pub struct Indicator {
    pub name: String,
    pub levels: [String; 2],
    /// A mark printed once for all measures.
    pub shared_mark: Option<String>,
    pub direction: Option<&'static str>,
    pub reason: Option<String>,
    pub measures: Vec<Measure>,
}

/// How a sheet prints its points.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub places: u32,
    pub trims: bool,
    pub suffix: &'static str,
    pub prints_marks: bool,
}

/// A line of money: budget and executed in units of the last place.
#[derive(Debug, Clone)]
pub struct Line {
    pub name: &'static str,
    pub budget: u128,
    pub executed: u128,
    pub budget_text: String,
    pub executed_text: String,
    pub rate: Option<String>,
}

/// 预算执行情况.
#[derive(Debug, Clone)]
pub struct Money {
    pub unit: &'static str,
    pub places: u32,
    pub total: Line,
    pub sources: Vec<Line>,
    /// Points in hundredths, and as printed.
    pub points: u128,
    pub points_text: Option<String>,
    pub full_mark: Option<String>,
    pub basic: Option<u128>,
    pub project: Option<u128>,
    pub reason: Option<String>,
}

/// 自评表.
#[derive(Debug, Clone)]
pub struct Sheet {
    pub title: String,
    pub year: u16,
    pub unit: String,
    pub department: Option<String>,
    pub project: Option<String>,
    pub money: Money,
    pub style: Style,
    pub goals: Vec<String>,
    pub indicators_mark: Option<String>,
    pub indicators: Vec<Indicator>,
    pub total: Option<String>,
    pub grade: Option<String>,
    pub count: Option<String>,
    pub reasons: Vec<String>,
    pub improvements: Vec<String>,
    pub narrative: Vec<String>,
    pub projects: Vec<String>,
}

/// A row of a target table.
#[derive(Debug, Clone)]
pub struct Promise {
    pub name: String,
    pub levels: [String; 2],
    pub kind: Kind,
    pub unit: &'static str,
    /// The number promised for the year, in thousandths.
    pub aim: u128,
    /// Year and value, as printed; a long-term row has the year 0.
    pub values: Vec<(u16, String)>,
    pub mark: Option<String>,
    pub basis: Option<&'static str>,
}

/// 绩效目标表.
#[derive(Debug, Clone)]
pub struct Table {
    pub title: String,
    pub year: u16,
    pub unit: String,
    pub project: Option<String>,
    pub long_term: Vec<Promise>,
    pub annual: Vec<Promise>,
}

impl Sheet {
    /// Every measure with the number of its row, from 1, and its indicator's index.
    pub fn rows(&self) -> impl Iterator<Item = (u32, usize, &Measure)> {
        let all = self.indicators.iter().enumerate();
        all.flat_map(|(index, one)| one.measures.iter().map(move |measure| (index, measure)))
            .zip(1..)
            .map(|((index, measure), row)| (row, index, measure))
    }

    /// The measure of a row.
    pub fn measure_mut(&mut self, row: u32) -> &mut Measure {
        let mut all = self.indicators.iter_mut().flat_map(|one| &mut one.measures);
        all.nth(row as usize - 1).expect("a row of the sheet")
    }
}
