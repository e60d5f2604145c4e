//! A blank form as a sheet file: what is to be filled in stands there as an empty key.

use std::collections::HashSet;

use super::{money, one_line, place, said};
use crate::document::sheet_yaml::keys;
use crate::document::{Name, scalar};
use crate::form::{BlankForm, Hint, Marks};
use crate::report::yaml_list::item;
use crate::sheet::{Entry, Indicator, Measure, MoneyUnit, Scope};
use crate::words::{Lang, form as words};

/// Blank forms as one YAML file that `jixiao score` reads: a single form as it is, several in a list.
/// Keys and comments are in the language asked for; the rows say where they stood in the target table.
///
/// ```
/// use jixiao::form::{BlankForm, Parts};
/// use jixiao::{Lang, read_sheets};
/// let table = "范围: 项目\n年度: 2026\n年度绩效目标:\n  - {指标名称: 直播, 指标值: 10期, 分值: 80}\n";
/// let table = jixiao::document::read_targets("a.yaml", table.as_bytes()).unwrap().remove(0);
/// let parts = Parts { execution: 20.into(), indicators: 80.into() };
/// let form = BlankForm::of(&table, None, parts).unwrap();
/// let text = jixiao::report::form::form_yaml(&[form], Lang::Zh);
/// assert!(text.contains("  - 指标名称: 直播  # L4\n    指标值: 10期\n    分值: 80\n    实际完成值:\n"));
/// let sheet = read_sheets("form.yaml", text.as_bytes()).unwrap().remove(0);
/// assert_eq!(sheet.indicators[0].measures[0].actual.0.text, "");
/// ```
pub fn form_yaml(forms: &[BlankForm], lang: Lang) -> String {
    if let [form] = forms {
        return one(form, lang);
    }
    let mut text = format!("{}:\n", key(keys::SHEETS, lang));
    for form in forms {
        text.push_str(&item(&one(form, lang)));
    }
    text
}

fn key(name: Name, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => name.chinese,
        Lang::En => name.english,
    }
}

fn one(form: &BlankForm, lang: Lang) -> String {
    let mut page = Page {
        text: String::new(),
        lang,
        some_marks: form.marks != Marks::None,
    };
    page.sheet(form);
    page.text
}

/// A file that grows from top to bottom.
struct Page {
    text: String,
    lang: Lang,
    /// Whether a row without a full mark stands among others that have one.
    some_marks: bool,
}

impl Page {
    fn comment(&mut self, text: &str) {
        self.text.push_str(&format!("# {}\n", one_line(text)));
    }

    /// A key with a value and a remark; either may be empty.
    fn put(&mut self, indent: usize, name: Name, value: &str, remark: &str) {
        self.line(indent, "", key(name, self.lang), value, remark);
    }

    fn line(&mut self, indent: usize, dash: &str, key: &str, value: &str, remark: &str) {
        let mut line = format!("{}{dash}{key}:", " ".repeat(indent));
        if !value.is_empty() {
            line.push(' ');
            line.push_str(value);
        }
        if !remark.is_empty() {
            line.push_str("  # ");
            line.push_str(&one_line(remark));
        }
        self.text.push_str(&line);
        self.text.push('\n');
    }

    /// A text, unless it is empty.
    fn told(&mut self, indent: usize, name: Name, text: &str) {
        if !text.is_empty() {
            self.put(indent, name, &scalar(text), "");
        }
    }

    fn sheet(&mut self, form: &BlankForm) {
        let (sheet, lang) = (&form.sheet, self.lang);
        if !sheet.origin.file.is_empty() {
            self.comment(&words::made_of(lang, &sheet.origin.file));
        }
        self.comment(&words::what_to_fill(lang));
        self.comment(&words::points_left_out(lang));
        self.told(0, keys::TITLE, &sheet.title);
        let scope = match (sheet.scope, lang) {
            (Scope::Unit, Lang::En) => "unit",
            (Scope::Project, Lang::En) => "project",
            (Scope::Unit, Lang::Zh) => "整体",
            (Scope::Project, Lang::Zh) => "项目",
        };
        self.put(0, keys::SCOPE, scope, "");
        let year = sheet.year.map_or_else(String::new, |year| year.to_string());
        self.put(0, keys::YEAR, &year, "");
        self.put(0, keys::UNIT, &filled(&sheet.unit), "");
        if sheet.scope == Scope::Project {
            let project = sheet.project.as_deref().unwrap_or_default();
            self.put(0, keys::PROJECT, &filled(project), "");
        }
        self.text.push('\n');
        self.execution(form);
        self.text.push('\n');
        let remark = match form.marks {
            Marks::None => words::fill_full_marks(lang),
            Marks::Printed(_) | Marks::Partly { .. } => String::new(),
        };
        let mark = text(&sheet.indicators_full_mark);
        self.put(0, keys::INDICATORS_FULL_MARK, &mark, &remark);
        self.indicators(form);
        self.text.push('\n');
        self.put(0, keys::REASONS, "", "");
        self.put(0, keys::IMPROVEMENTS, "", "");
    }

    fn execution(&mut self, form: &BlankForm) {
        let (budget, lang) = (&form.sheet.budget, self.lang);
        let unit = money(budget.money_unit, lang);
        self.put(0, keys::EXECUTION, "", "");
        self.put(2, keys::FULL_MARK, &text(&budget.full_mark), "");
        if budget.money_unit == MoneyUnit::Yuan {
            self.put(2, keys::MONEY, "元", "");
        }
        self.told(2, keys::LINE_NAME, &budget.total.name);
        let remark = match budget.total.budget {
            Entry::Blank => words::fill_budget(lang, &unit),
            _ => words::check_budget(lang, &unit),
        };
        self.put(2, keys::BUDGET, &text(&budget.total.budget), &remark);
        let remark = words::fill_executed(lang, &unit);
        self.put(2, keys::EXECUTED, "", &remark);
    }

    /// The rows below the labels of their levels, or in a list whose items name theirs.
    fn indicators(&mut self, form: &BlankForm) {
        let indicators = &form.sheet.indicators;
        let levels: Vec<&[String]> = indicators.iter().map(|one| one.levels.as_slice()).collect();
        let nests = nests(&levels);
        self.put(0, keys::INDICATORS, "", "");
        let mut above: &[String] = &[];
        let mut hints = form.hints.iter();
        for indicator in indicators {
            let mut indent = 2;
            if nests {
                let labels = indicator.levels.as_slice();
                let same = common(above, labels);
                for (depth, label) in labels.iter().enumerate().skip(same) {
                    self.line(2 + 2 * depth, "", &scalar(label), "", "");
                }
                indent += 2 * labels.len();
                above = labels;
            }
            let hints: Vec<&[Hint]> = hints
                .by_ref()
                .take(indicator.measures.len())
                .map(Vec::as_slice)
                .collect();
            self.indicator(indent, indicator, &hints, !nests);
        }
    }

    fn indicator(
        &mut self,
        indent: usize,
        indicator: &Indicator,
        hints: &[&[Hint]],
        names_levels: bool,
    ) {
        let remark = place(&indicator.origin).unwrap_or_default();
        let name = scalar(&indicator.name);
        self.line(indent, "- ", key(keys::NAME, self.lang), &name, &remark);
        let indent = indent + 2;
        if names_levels && !indicator.levels.is_empty() {
            // In a list between brackets a comma ends an item.
            let labels: Vec<String> = indicator
                .levels
                .iter()
                .map(|label| serde_json::to_string(label).unwrap_or_default())
                .collect();
            let labels = format!("[{}]", labels.join(", "));
            self.put(indent, keys::LEVELS, &labels, "");
        }
        match indicator.measures.as_slice() {
            [measure] if indicator.full_mark == Entry::Blank => {
                self.measure(
                    indent,
                    "",
                    measure,
                    hints.first().copied().unwrap_or(&[]),
                    true,
                );
            }
            measures => {
                let has_own = indicator.full_mark != Entry::Blank;
                if has_own {
                    self.put(indent, keys::FULL_MARK, &text(&indicator.full_mark), "");
                }
                self.put(indent, keys::MEASURES, "", "");
                for (measure, hints) in measures.iter().zip(hints) {
                    self.measure(indent + 2, "- ", measure, hints, !has_own);
                }
            }
        }
        self.put(indent, keys::REASON, "", "");
    }

    fn measure(
        &mut self,
        indent: usize,
        dash: &str,
        measure: &Measure,
        hints: &[Hint],
        with_mark: bool,
    ) {
        let lang = self.lang;
        let mut remarks: Vec<String> = hints.iter().map(|hint| said(*hint, lang)).collect();
        if !dash.is_empty() {
            remarks.extend(place(&measure.origin));
        }
        let target = filled(&measure.target.0.text);
        let remark = remarks.join("; ");
        self.line(indent, dash, key(keys::TARGET, lang), &target, &remark);
        let indent = indent + dash.len();
        if with_mark {
            let remark = match measure.full_mark {
                Entry::Blank if self.some_marks => words::fill_full_mark(lang),
                _ => String::new(),
            };
            self.put(indent, keys::FULL_MARK, &text(&measure.full_mark), &remark);
        }
        self.put(indent, keys::ACTUAL, "", "");
        if hints.contains(&Hint::Graded) {
            self.put(indent, keys::JUDGED, "", &words::fill_judged(lang));
        }
    }
}

/// A text as a value; an empty one stays blank.
fn filled(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        scalar(text)
    }
}

/// A figure as printed.
fn text(entry: &Entry) -> String {
    match entry {
        Entry::Blank => String::new(),
        Entry::Number(printed) => filled(&printed.text),
        Entry::Unreadable { text, .. } => filled(text),
    }
}

/// How many labels two rows have in common.
fn common(above: &[String], labels: &[String]) -> usize {
    let pairs = above.iter().zip(labels);
    pairs.take_while(|(a, b)| a == b).count()
}

/// Whether rows can stand below labels that are keys: no label blank, none coming back after another
/// one, none with rows beside further labels.
fn nests(levels: &[&[String]]) -> bool {
    let mut seen: HashSet<&[String]> = HashSet::new();
    let mut above: Option<&[String]> = None;
    for labels in levels {
        if labels.iter().any(|label| label.trim().is_empty()) {
            return false;
        }
        if above == Some(labels) {
            continue;
        }
        let same = above.map_or(0, |above| common(above, labels));
        let beside = above.is_some_and(|above| same == above.len() || same == labels.len());
        let again = (same + 1..=labels.len()).any(|depth| !seen.insert(&labels[..depth]));
        if beside || again {
            return false;
        }
        above = Some(labels);
    }
    true
}
