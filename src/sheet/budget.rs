//! 预算执行情况: the money block of a sheet.

use super::{Entry, Origin};

/// The unit all money of one sheet is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MoneyUnit {
    /// 万元, 10⁴ yuan: the usual unit of the form.
    #[default]
    TenThousandYuan,
    /// 元.
    Yuan,
}

/// The execution block: the line that is scored, the lines it consists of, and 基本/项目 totals.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Budget {
    /// 万元 or 元.
    pub money_unit: MoneyUnit,
    /// Full mark of the execution part as printed in the header ("20分").
    pub full_mark: Entry,
    /// The line that is scored (年度财政资金总额, 单位整体支出总额).
    pub total: BudgetLine,
    /// 其中: the lines that should add up to `total`.
    pub sources: Vec<BudgetLine>,
    /// 基本支出总额, executed.
    pub basic: Entry,
    /// 项目支出总额, executed.
    pub project: Entry,
    /// Why the budget was changed or not spent, when the form has a box of its own for it.
    pub reason: Option<super::Text>,
}

/// One line of money.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BudgetLine {
    /// The line's name as printed.
    pub name: String,
    /// 预算数 A.
    pub budget: Entry,
    /// 执行数 B.
    pub executed: Entry,
    /// 执行率 B/A as printed.
    pub rate: Entry,
    /// 得分 as printed.
    pub points: Entry,
    /// Where the line stands.
    pub origin: Origin,
}
