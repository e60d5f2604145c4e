//! jixiao (绩效) recomputes a performance self-evaluation from its own figures under a written,
//! versioned rule, and explains every difference.
//!
//! A sheet (自评表) is read as it is printed, every digit and every slip kept. A rule pack (规则包) is
//! data with its clauses beside it and scripts that score one row at a time. Scoring walks the sheet
//! and asks the pack; what cannot be judged says why and is never a zero. The audit (审核) takes the
//! scored sheets, leads from the reported total to the recomputed one in steps that add up, and
//! writes down what a re-checker would.
//!
//! ```text
//!  bytes ─document─▶ Sheet ──────────────┐
//!                                        ├─score─▶ Evaluation ─┬─audit──▶ Audit: findings, reconciliation
//!  pack.yaml + *.rhai ─rules─▶ RulePack ─┘                     ├─whatif─▶ Comparison with a changed copy
//!                                                              └─report─▶ table json csv md, explain
//!
//!  TargetTable ─form─▶ blank sheet ─report─▶ YAML and workbooks to fill in
//!
//!  number · value · words serve every stage; the command line only calls this library
//! ```
//!
//! Nothing points back up, no binary fraction stands between a cell and a score, and one place rounds
//! (`docs/architecture.md`).
//!
//! ```
//! use std::sync::Arc;
//! use jixiao::{PackFiles, Scorer, load, read_sheets};
//!
//! let sheet = "
//! 范围: 项目
//! 预算执行情况: {预算数: 2300, 执行数: 2154.12}
//! 绩效指标:
//!   - {指标名称: 当期任务完成及时率, 指标值: 100%, 实际完成值: 86.67%, 分值: 2.5, 得分: 2.17}
//!   - {指标名称: 服务对象满意度, 指标值: ≥85%, 实际完成值: 98.88%, 分值: 77.5, 得分: 77.5}
//! ";
//! let sheet = Arc::new(read_sheets("sheet.yaml", sheet.as_bytes()).unwrap().remove(0));
//! let pack = load(&PackFiles::of_shipped("wuhan", "2024").unwrap()).unwrap();
//! let evaluation = Scorer::new(Arc::new(pack)).unwrap().score(&sheet).unwrap();
//!
//! let row = evaluation.rows[0].outcome.points().unwrap();
//! assert_eq!(row.to_string(), "2.17"); // 2.5 × 86.67 % = 2.16675
//! let execution = evaluation.execution_points().unwrap();
//! assert_eq!(execution.to_string(), "18.73"); // 20 × 2154.12 ÷ 2300
//! assert_eq!(evaluation.total.unwrap().to_string(), "98.40"); // 18.73 + 2.17 + 77.50
//! ```

pub mod accept;
pub mod audit;
pub mod batch;
pub mod document;
pub mod form;
pub mod number;
pub mod profile;
pub mod recognise;
pub mod report;
pub mod rules;
pub mod score;
pub mod sheet;
pub mod value;
pub mod whatif;
pub mod words;

pub use audit::{Audit, Finding, Profile, Reconciliation, Severity, audit};
pub use document::{Problem, read_sheets, write_sheet};
pub use number::{Fraction, Rounding, RoundingMode};
pub use report::explain::{Focus, explain};
pub use rules::{Editions, PackFiles, RulePack, load};
pub use score::{Evaluation, Outcome, Points, Reason, Scorer, score_all};
pub use sheet::{Indicator, Measure, Sheet};
pub use whatif::{Change, Comparison, Prepared, Scenario, read_overlay, read_set};
pub use words::Lang;
