//! A blank form as a workbook with the printed layout: one worksheet a form.
//!
//! Targets and full marks are texts, exactly as promised. Cells to fill in are open and yellow; the
//! execution rate and the total are formulas, locked. Nothing that came from an input is a formula.

use rust_xlsxwriter::{DocProperties, XlsxError};

use super::page::{Form, WIDTHS};
use super::style::Style;
use crate::form::BlankForm;
use crate::report::paper::PaperError;
use crate::report::worksheet::{Table, begin, name, print_setup, save};
use crate::words::Lang;

/// Blank forms as a workbook (.xlsx). The same forms give the same bytes.
///
/// ```
/// use jixiao::form::{BlankForm, Parts};
/// let table = "范围: 项目\n年度: 2026\n年度绩效目标:\n  产出指标: {数量指标: [{指标名称: 直播, 指标值: =100%, 分值: 80}]}\n";
/// let table = jixiao::document::read_targets("a.yaml", table.as_bytes()).unwrap().remove(0);
/// let parts = Parts { execution: 20.into(), indicators: 80.into() };
/// let form = BlankForm::of(&table, None, parts).unwrap();
/// let bytes = jixiao::report::form::workbook(&[form], jixiao::Lang::Zh).unwrap();
/// let read = jixiao::recognise::open("form.xlsx", &bytes).unwrap();
/// let row = &read.sheets[0].indicators[0];
/// assert_eq!(row.measures[0].target.0.text, "=100%");
/// assert_eq!(row.measures[0].full_mark.value(), Some(80.into()));
/// ```
///
/// # Errors
/// A text is longer than a cell of a workbook can hold (32,767 characters), or memory is short.
pub fn workbook(forms: &[BlankForm], lang: Lang) -> Result<Vec<u8>, PaperError> {
    written(forms, lang).map_err(|error| PaperError::of_workbook(&error, lang))
}

fn written(forms: &[BlankForm], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let (mut book, plain) = begin(DocProperties::new())?;
    let style = Style::new(plain);
    let mut names = Vec::new();
    for form in forms {
        let page = book.add_worksheet();
        let sheet = &form.sheet;
        let wanted = sheet.project.as_deref().unwrap_or(&sheet.unit);
        page.set_name(name(wanted, &sheet.id, &mut names))?;
        Form {
            form,
            style: &style,
            lang,
            table: Table {
                page: &mut *page,
                widths: &WIDTHS,
            },
        }
        .write()?;
        print_setup(page, &WIDTHS)?;
    }
    save(book)
}
