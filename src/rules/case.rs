//! 算例: a worked example of a rule, with the result a person computed.
//!
//! `cases/*.yaml` of a pack hold them; every key can be written in Chinese too (算例, 名称, 行, 得分…):
//!
//! ```yaml
//! cases:
//!   - name: 正向，未达到按比例
//!     says: 2.5 × 86.67%                               # a remark, shown when the case fails
//!     row: {target: 100%, actual: 86.67%, full_mark: 2.5}
//!     points: 2.17                                     # or  unscored: 单位不同  (a part of the reason)
//!     completion: 86.67%                               # or a quotient: 1/12
//!     method: 正向
//!   - name: 执行率
//!     execution: {budget: 155, executed: 135.6}
//!     points: 17.50
//!   - {name: 差 0.01 到优, total: 89.99, grade: 良}
//!   - name: 整张表
//!     sheet: {scope: project, indicators: …}           # a sheet as in a file of its own
//!     total: 94                                        # or  total: 未评分
//!     grade: 优
//!     rows: {1: 4, 2: 未评分}
//! ```

use rust_decimal::Decimal;

use crate::number::Fraction;
use crate::sheet::{Budget, Indicator, Origin, Sheet};

/// One worked case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What it shows: "2.5 分、完成 86.67%".
    pub name: String,
    /// A remark: the arithmetic, the clause.
    pub says: String,
    /// What is scored.
    pub given: Given,
    /// What must come out; nothing else is compared.
    pub expected: Expected,
    /// Where the case stands.
    pub origin: Origin,
}

/// What a case scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// One row. Its full mark counts as it stands; without one it counts 1 point.
    Row(Box<Indicator>),
    /// The execution part.
    Execution(Box<Budget>),
    /// A total, for its grade.
    Total(Decimal),
    /// A whole sheet.
    Sheet(Box<Sheet>),
}

/// What must come out. `None` is not compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expected {
    /// Points of the row or of the execution part.
    pub points: Option<Wanted>,
    /// 完成率 as the rule's script returns it, after any cap.
    pub completion: Option<Fraction>,
    /// Name of the method that must be used.
    pub method: Option<String>,
    /// The total of a sheet.
    pub total: Option<Wanted>,
    /// The grade.
    pub grade: Option<String>,
    /// Points of some rows of a sheet, by row number.
    pub rows: Vec<(String, Wanted)>,
}

/// A result a case asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// These points.
    Points(Decimal),
    /// None, for a reason that contains this text ("" for any reason).
    Unscored(String),
}
