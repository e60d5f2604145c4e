//! A blank form as a workbook with the printed layout: one worksheet a form.
//!
//! Targets and full marks are texts, exactly as promised. Cells to fill in are open and yellow; the
//! execution rate and the total are formulas, locked. Nothing that came from an input is a formula.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::page::Form;
use super::style::Style;
use super::table::{Table, WIDTHS};
use crate::form::BlankForm;
use crate::words::Lang;

/// Longest name of a worksheet, in UTF-16 units.
const LONGEST_NAME: usize = 31;
/// A4.
const A4: u8 = 9;
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
/// A text is longer than a cell of a workbook can hold (32,767 characters).
pub fn workbook(forms: &[BlankForm], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let style = Style::new();
    // The day the file is made is of no interest and would make every file another.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let mut names = Vec::new();
    for form in forms {
        let page = book.add_worksheet();
        page.set_name(name(form, &mut names))?;
        Form {
            form,
            style: &style,
            lang,
            table: Table { page: &mut *page },
        }
        .write()?;
        print_setup(page)?;
    }
    book.save_to_buffer()
}

/// The name of a worksheet: the project or the unit, without what such a name cannot hold.
fn name(form: &BlankForm, taken: &mut Vec<String>) -> String {
    let sheet = &form.sheet;
    let name = sheet.project.as_deref().unwrap_or(&sheet.unit);
    let kept: String = name
        .chars()
        .filter(|c| !c.is_control() && !"[]:*?/\\'".contains(*c))
        .collect();
    let stem = match kept.trim() {
        "" => sheet.id.replace(|c: char| "[]:*?/\\'#".contains(c), "-"),
        kept => kept.to_owned(),
    };
    let numbers = std::iter::once(String::new()).chain((2..).map(|n| format!("-{n}")));
    for number in numbers {
        let room = LONGEST_NAME - number.len();
        // Counted as the format counts, in UTF-16.
        let mut kept = String::new();
        for c in stem.chars() {
            if kept.encode_utf16().count() + c.len_utf16() <= room {
                kept.push(c);
            }
        }
        let name = format!("{kept}{number}");
        let folded = name.to_lowercase();
        if !name.is_empty() && !taken.contains(&folded) {
            taken.push(folded);
            return name;
        }
    }
    String::new()
}

fn print_setup(page: &mut Worksheet) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    page.set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3)
        .set_footer("&C&P / &N");
    let mut options = ProtectionOptions::new();
    options.format_columns = true;
    options.format_rows = true;
    page.protect_with_options(&options);
    Ok(())
}
