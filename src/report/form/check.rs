//! Whether a workbook gives back the form it was made of.

use crate::form::BlankForm;
use crate::recognise::open;
use crate::sheet::{Indicator, Measure, Sheet};

/// The first row that reads back otherwise than it was written, from 1: its labels, name, target or
/// full mark. `None` when the form reads back exactly, as it should. `at` is the number of the form in
/// the workbook, from 0.
///
/// A third label above an indicator is the kind of thing this finds: the printed form has two.
///
/// ```
/// use jixiao::form::{BlankForm, Parts};
/// use jixiao::report::form::{reads_back, workbook};
/// let parts = Parts { execution: 20.into(), indicators: 80.into() };
/// let form = |labels: &str| {
///     let table = format!("范围: 项目\n年度绩效目标: [{{指标名称: 直播, 指标值: 10期, 指标层级: [{labels}]}}]\n");
///     let table = jixiao::document::read_targets("a.yaml", table.as_bytes()).unwrap().remove(0);
///     BlankForm::of(&table, None, parts).unwrap()
/// };
/// let check = |form: BlankForm| {
///     let bytes = workbook(std::slice::from_ref(&form), jixiao::Lang::Zh).unwrap();
///     reads_back(&form, &bytes, 0)
/// };
/// assert_eq!(check(form("产出指标, 数量指标")), None);
/// assert_eq!(check(form("产出指标, 数量指标, 宣传")), Some(1));
/// ```
pub fn reads_back(form: &BlankForm, bytes: &[u8], at: usize) -> Option<usize> {
    let opened = open("form.xlsx", bytes).unwrap_or_default();
    let nothing = Sheet::default();
    let read = opened.sheets.get(at).unwrap_or(&nothing);
    let (written, read): (Vec<_>, Vec<_>) =
        (form.sheet.measures().collect(), read.measures().collect());
    let longest = written.len().max(read.len());
    (0..longest)
        .find(|row| match (written.get(*row), read.get(*row)) {
            (Some(written), Some(read)) => !same(written, read),
            _ => true,
        })
        .map(|row| row + 1)
}

fn same(written: &(&Indicator, &Measure), read: &(&Indicator, &Measure)) -> bool {
    let ((one, measure), (other, again)) = (written, read);
    one.levels == other.levels
        && one.name == other.name
        && one.measures.len() == other.measures.len()
        && one.full_mark.value() == other.full_mark.value()
        && measure.target == again.target
        && measure.full_mark.value() == again.full_mark.value()
        && again.actual.0.text.is_empty()
        && again.points.value().is_none()
}
