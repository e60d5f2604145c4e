"""Lays the sheets of ../wuhan-2024 and the target tables of ../targets-2026 out as printed forms.

Three layouts of the same three sheets: `wuhan` as the published sheets look, `national` as the national form
(分值, 得分, 偏差原因), `provincial` with 指标性质 and 计量单位 columns and the money below the indicators. The texts
are those of the YAML files; a form adds only its own labels.
"""
import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

import yaml

SAMPLES = Path(__file__).resolve().parent.parent
NAMES = ("whole", "series", "startup")
# The published sheets have no 分值 column. These are the marks `jixiao score samples/wuhan-2024` infers, row by row.
MARKS = {
    "whole": [2] * 5 + [1] * 4 + [2] * 13 + [4] * 5 + [10] * 2,
    "series": [2] * 5 + [1] * 6 + [2] * 6 + [1] * 2 + [2.5] * 4 + [6] * 4 + [16],
    "startup": [13, 13, 14, 20, 20],
}
# The published whole-unit sheet breaks between the two measures of its sixth indicator.
BREAK_AFTER_ROWS = {"whole": 6}


@dataclass
class Cell:
    row: int
    column: int
    down: int
    across: int
    text: str


@dataclass
class Table:
    """A table of merged cells. `header_rows` are repeated on every page, `breaks` are rows a new page begins with."""

    widths: list
    cells: list = field(default_factory=list)
    rows: int = 0
    header_rows: list = field(default_factory=list)
    breaks: list = field(default_factory=list)

    @property
    def columns(self):
        return len(self.widths)

    def row(self, *texts):
        """Adds a row: `text` or `(text, across)` or `(text, across, down)`, put into the positions still free."""
        taken = {c for cell in self.cells for c in range(cell.column, cell.column + cell.across) if cell.row + cell.down > self.rows}
        column = 0
        for item in texts:
            text, across, down = (item if isinstance(item, tuple) else (item, 1, 1)) + (1,) * (3 - len(item) if isinstance(item, tuple) else 0)
            while column in taken:
                column += 1
            self.cells.append(Cell(self.rows, column, down, across, str(text)))
            column += across
        free = [c for c in range(column, self.columns) if c not in taken]
        assert not free and column <= self.columns, (self.rows, texts, free)
        self.rows += 1

    def between(self, start, end, repeat):
        """Rows `start` to `end`; with `repeat`, header rows above them come first. What goes on over the cut is empty."""
        heads = [row for row in self.header_rows if row < start] if repeat else []
        places = heads + list(range(start, end))
        part = replace(self, cells=[], rows=len(places), header_rows=[], breaks=[])
        for cell in self.cells:
            inside = [places.index(row) for row in range(cell.row, cell.row + cell.down) if start <= row < end]
            if cell.row in heads:
                part.cells.append(replace(cell, row=places.index(cell.row), down=min(cell.down, len(heads))))
                # The label column goes on below the repeated header.
                if inside:
                    part.cells[-1] = replace(part.cells[-1], down=len(heads) + len(inside))
            elif inside:
                text = cell.text if start <= cell.row else ""
                part.cells.append(replace(cell, row=inside[0], down=len(inside), text=text))
        part.header_rows = [places.index(row) for row in self.header_rows if row in places]
        return part

    def parts(self):
        """The table cut at its page breaks."""
        cuts = [0, *self.breaks, self.rows]
        return [self.between(start, end, True) for start, end in zip(cuts, cuts[1:])]

    def head(self, count):
        return self.between(0, count, False)

    def tail(self, count):
        return self.between(count, self.rows, True) if count < self.rows else None


@dataclass
class Form:
    short: str
    heading: str
    title: str
    lines: list
    table: Table


@dataclass
class Document:
    title: str
    report: list
    forms: list
    one_worksheet: bool = False
    offset: int = 0


@dataclass
class Row:
    """One measure, with how many rows each label beside it covers from here (0: covered from above)."""

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    points: str
    mark: str
    reason: str
    down1: int = 0
    down2: int = 0
    down3: int = 0


def text_of(value):
    return "" if value is None else str(value)


def read(name):
    """A sheet as written, every value as text."""
    return yaml.load((SAMPLES / "wuhan-2024" / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def rows_of(sheet, name):
    """The measures of a sheet with the marks inferred for them and the reason that names the indicator."""
    rows = []
    for level1, below in sheet["indicators"].items():
        for level2, indicators in below.items():
            for indicator in indicators:
                for measure in indicator.get("measures", [indicator]):
                    told = [reason for reason in sheet["reasons"] if indicator["name"] in reason]
                    rows.append(Row(level1, level2, indicator["name"], measure["target"], measure["actual"], measure["points"],
                                    str(MARKS[name][len(rows)]), "".join(told)))
    assert len(rows) == len(MARKS[name])
    for attribute, key in (("down1", lambda r: r.level1), ("down2", lambda r: (r.level1, r.level2)), ("down3", lambda r: (r.level1, r.level2, r.name))):
        for _, run in groupby(rows, key):
            run = list(run)
            setattr(run[0], attribute, len(run))
    return rows


def numbered(items):
    return "\n".join(f"{number}. {text}" for number, text in enumerate(items, 1))


def report_of(sheets):
    """The report's own words about the sheets."""
    report = ["2024年度单位决算", "关于2024年度预算绩效情况的说明"]
    for sheet in sheets:
        of = sheet.get("project", "整体支出")
        report += [f"{of}绩效自评综述：" + "；".join(sheet["narrative"]) + "。"]
    return report


def bare(points):
    return points.removesuffix("分")


def measures_into(table, rows, cells, name):
    """Adds the rows of a form; `cells` says what stands beside the labels of a row."""
    for number, row in enumerate(rows):
        if number == BREAK_AFTER_ROWS.get(name):
            table.breaks.append(table.rows)
        labels = [(row.level1, 1, row.down1)] if row.down1 else []
        labels += [(row.level2, 1, row.down2)] if row.down2 else []
        table.row(*labels, *cells(row))


def wuhan_form(name, number):
    sheet, project = read(name), name != "whole"
    rows, money = rows_of(sheet, name), sheet["execution"]
    table = Table([11, 12, 14, 30, 17, 17, 11])
    if project:
        table.row(("项目名称", 2), (sheet["project"], 5))
        table.row(("主管部门", 2), (sheet["department"], 2), "项目实施单位", (sheet["unit"], 2))
        table.row(("项目类别", 2), ("1、部门预算项目☑ 2、市直专项□ 3、市对下转移支付项目□", 5))
        table.row(("项目属性", 2), ("1、持续性项目☑ 2、新增性项目□", 5))
        table.row(("预算执行情况\n(万元)\n(20分)", 2, 2), "", "预算数(A)", "执行数(B)", "执行率(B/A)", "得分\n(20分*执行率)")
        table.row(money["name"], money["budget"], money["executed"], money["rate"], text_of(money["points"]))
    else:
        table.row(("单位名称", 2), (sheet["unit"], 5))
        table.row(("基本支出总额", 2), (money["basic"] + "万元", 2), "项目支出总额", (money["project"] + "万元", 2))
        table.row(("预算执行情况（万元）（20分）", 2, 2), (money["name"], 1, 2), "预算数（A）", "执行数（B）", "执行率（B/A）", "得分（20分*执行率）")
        table.row(money["budget"], money["executed"], money["rate"], money["points"])
        table.row(("年度目标（80分）", 2), (numbered(sheet["goals"]), 5))
    label = "年度\n绩效\n目标1\n(80分)" if project else "年度绩效指标"
    table.header_rows = [table.rows]
    table.row((label, 1, len(rows) + 1), "一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分")
    measures_into(table, rows, lambda r: ([(r.name, 1, r.down3)] if r.down3 else []) + [r.target.replace(" (", "\n("), r.actual, r.points], name)
    if project:
        table.row(("总分", 2), (sheet["total"], 5))
    else:
        table.row(("总分", 2), ("", 2), (sheet["indicator_count"] + "个指标", 2), sheet["total"])
    table.row(("偏差大或目标未完成原因分析", 2), (numbered(sheet["reasons"]), 5))
    table.row(("改进措施及结果应用方案", 2), (numbered(sheet["improvements"]), 5))
    of = f"{sheet['project']}项目" if project else "整体支出绩效"
    lines = [f"单位名称：{sheet['unit']}"] + (["填报日期：2025.5.15"] if project else [])
    return Form(sheet.get("project", "整体支出")[:12], f"{'一二三'[number]}、2024年度{of}自评表", sheet["title"], lines, table)


def fund_lines(sheet):
    """Lines of the national form. Only what the published sheets print is filled in."""
    money = sheet["execution"]
    points = bare(text_of(money["points"]))
    yield "年度资金总额", money["budget"], money["budget"], money["executed"], "20", money["rate"], points
    if "basic" in money:
        yield "其中：基本支出", "", "", money["basic"], "—", "", "—"
        yield "      项目支出", "", "", money["project"], "—", "", "—"
    else:
        for source in ("其中：当年财政拨款", "      上年结转资金", "      其他资金"):
            yield source, "", "", "", "—", "", "—"


def national_form(name, _):
    sheet, project = read(name), name != "whole"
    rows, lines = rows_of(sheet, name), list(fund_lines(sheet))
    table = Table([9, 10, 13, 14, 14, 9, 15, 15, 10, 30])
    if project:
        table.row(("项目名称", 2), (sheet["project"], 8))
        table.row(("主管部门", 2), (sheet["department"], 3), ("实施单位", 2), (sheet["unit"], 3))
    else:
        table.row(("部门（单位）名称", 2), (sheet["unit"], 8))
    label = "项目资金\n（万元）" if project else "部门整体资金\n（万元）"
    table.row((label, 2, len(lines) + 1), ("", 2), "年初预算数", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分")
    for line in lines:
        table.row((line[0], 2), *line[1:])
    goals = numbered(sheet.get("goals", []))
    if goals:
        table.row(("年度总体目标", 2), (goals, 8))
    table.header_rows = [table.rows]
    table.row(("绩效指标", 1, len(rows) + 1), "一级指标", "二级指标", ("三级指标", 2), "分值", "年度指标值", "全年实际值", "得分", "偏差原因分析及改进措施")
    measures_into(table, rows, lambda r: ([(r.name, 2, r.down3)] if r.down3 else []) + [r.mark, r.target, r.actual, bare(r.points)]
                  + ([(r.reason, 1, r.down3)] if r.down3 else []), name)
    table.row(("总分", 5), "100", ("", 2), bare(sheet["total"]), "")
    rest = [reason for reason in sheet["reasons"] if not any(row.name in reason for row in rows)]
    table.row(("偏差大或目标未完成原因分析", 2), (numbered(rest), 8))
    table.row(("改进措施及结果应用方案", 2), (numbered(sheet["improvements"]), 8))
    title = "项目支出绩效自评表" if project else "部门整体支出绩效自评表"
    return Form(sheet.get("project", "整体支出")[:12], "", title, ["（2024年度）"], table)


def split_target(target):
    """指标性质, 指标值, 计量单位 of a target: "≥90%" → ≥, 90, %; "3个" → 正向, 3, 个; "是" → 定性, 是, nothing."""
    sign, rest = (target[0], target[1:]) if target[0] in "≥≤=" else ("正向", target)
    if "(" in rest:
        return sign, rest, ""  # a remark keeps the value and its unit together
    if match := re.fullmatch(r"(\D*\d+(?:\.\d+)?)(\D.*)?", rest):
        return sign, match[1], match[2] or ""
    return "定性", rest, ""


def provincial_form(name, _):
    sheet, project = read(name), name != "whole"
    rows, money = rows_of(sheet, name), sheet["execution"]
    table = Table([11, 13, 14, 14, 10, 11, 14, 8, 18, 10, 30])
    if project:
        table.row(("项目名称", 2), (sheet["project"], 9))
        table.row(("项目主管部门", 2), (sheet["department"], 4), ("项目执行单位", 2), (sheet["unit"], 3))
    else:
        table.row(("预算单位", 2), (sheet["unit"], 9))
    if goals := numbered(sheet.get("goals", [])):
        table.row(("年度绩效目标", 2), (goals, 9))
    table.header_rows = [table.rows, table.rows + 1]
    table.row(("年度绩效指标", 8), ("自评情况", 3))
    table.row("一级指标", "二级指标", ("三级指标", 2), "指标性质", "指标值", "计量单位", "分值", "自评完成值", "自评得分", "备注")
    measures_into(table, rows, lambda r: ([(r.name, 2, r.down3)] if r.down3 else []) + [*split_target(r.target), r.mark, r.actual, bare(r.points)]
                  + ([(r.reason, 1, r.down3)] if r.down3 else []), name)
    table.row(("预算执行情况\n（20分）", 2, 2), ("资金名称", 2), ("全年（调整）预算数", 2), "执行金额", ("预算执行率", 2), "自评得分", "备注")
    table.row((money["name"], 2), (money["budget"], 2), money["executed"], (money["rate"], 2), bare(text_of(money["points"])), "")
    table.row(("合计", 7), "100", "", bare(sheet["total"]), "")
    rest = [reason for reason in sheet["reasons"] if not any(row.name in reason for row in rows)]
    table.row(("未完成原因及拟采取的改进措施", 2), (numbered(rest + sheet["improvements"]), 9))
    title = f"2024年度{'项目' if project else '部门整体'}支出绩效自评情况表"
    return Form(sheet.get("project", "整体支出")[:12], "", title, ["单位：万元"], table)


def layout(form, **settings):
    def make():
        forms = [form(name, number) for number, name in enumerate(NAMES)]
        return Document("2024年度绩效自评表", report_of([read(name) for name in NAMES]), forms, **settings)
    return make


LAYOUTS = {
    "wuhan": layout(wuhan_form),
    "national": layout(national_form, one_worksheet=True),
    "provincial": layout(provincial_form, offset=1),
}


TARGETS = {
    "targets-center-2026": ("center-whole", "center-startup", "center-platform"),
    "targets-jianghan-2026": ("jianghan-whole", "jianghan-staff", "jianghan-general", "jianghan-platform", "jianghan-buildings"),
}
# The whole-unit table of 江汉 lists the goals of its projects one after the other; each begins with this indicator.
FIRST_OF_GOAL = "预算执行率"


def target_entries(part):
    """The rows of `long_term` or `annual` with their labels, whichever of the two notations the file uses."""
    if isinstance(part, list):
        return [(row["levels"][0], row["levels"][1], row) for row in part]
    return [(level1, level2, row) for level1, below in part.items() for level2, rows in below.items() for row in rows]


def goals_of(entries):
    """The rows of each goal."""
    goals = []
    for entry in entries:
        if not goals or (entry[2]["indicator"] == FIRST_OF_GOAL and goals[-1]):
            goals.append([])
        goals[-1].append(entry)
    return goals


def goal_rows(table, label, entries, values):
    """The rows of one goal below its header; the label and the levels cover their rows."""
    for number, (level1, level2, row) in enumerate(entries):
        cells = [(label, 1, len(entries))] if number == 0 else []
        for depth in (1, 2):
            same = [entry[:depth] == (level1, level2)[:depth] for entry in entries]
            if number == 0 or not same[number - 1]:
                run = next((index for index in range(number, len(entries)) if not same[index]), len(entries))
                cells.append(((level1, level2)[depth - 1], 1, run - number))
        table.row(*cells, row["indicator"], *values(row), row.get("basis", ""))


def target_form(name, number):
    sheet = yaml.load((SAMPLES / "targets-2026" / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    project, jianghan = "project" in sheet, name.startswith("jianghan")
    weighted = project and jianghan
    table = Table([14, 12, 14, 26, 12, 12, 14] + ([8] if weighted else []) + [12])
    wide, across = table.columns - 1, 4 if weighted else 3
    if project:
        table.row("项目名称", (sheet["project"], wide))
        table.row("项目执行单位", (sheet["unit"], wide))
        table.row("项目年度" if jianghan else "起始年度", (sheet["year"] + ("年" if jianghan else ""), 3), ("终止年度", 2), (sheet["year"], wide - 5))
    else:
        table.row("部门（单位）名称" if jianghan else "单位名称", (sheet["unit"], wide))
    levels = ["一级指标", "二级指标", "指标名称" if name == "center-whole" else "三级指标"]
    years = ["2024年", "2025年", "预期当年实现值"] if name == "center-whole" else ["前年", "上年", "预计当年实现"]
    for part, word in (("long_term", "长期"), ("annual", "年度")):
        goals = goals_of(target_entries(sheet[part])) if not project else [target_entries(sheet[part])]
        if project:
            table.row((f"{word}绩效目标表", wide + 1))
        for index, entries in enumerate(goals, 1):
            if len(goals) > 1:
                table.row(f"{word}目标{index}：", (f"第{index}个项目的目标", wide))
            label = f"{word}绩效目标{'1' if jianghan else ''}" if project else f"{word}绩效指标"
            head = "目标名称" if project else ""
            if part == "long_term":
                table.row(head, *levels, ("指标值", across), "指标值确定依据")
                goal_rows(table, label, entries, lambda row: [(row["value"], across)])
                continue
            table.row((head, 1, 2), *[(level, 1, 2) for level in levels], ("指标值", across), ("指标值确定依据", 1, 2))
            table.row(*years, *(["指标分值权重"] if weighted else []))
            goal_rows(table, label, entries,
                      lambda row: [row["values"].get(year, "") for year in ("2024", "2025", "2026")] + ([row["full_mark"]] if weighted else []))
    lines = ([f"单位名称：{sheet['unit']}"] if weighted else []) + ["单位：万元"]
    return Form(sheet.get("project", "整体支出")[:12], f"表{11 + number}", sheet["title"], lines, table)


def target_documents():
    """The target tables of each unit as one document."""
    return {name: Document("2026年单位预算", ["2026年单位预算", "绩效目标表"], [target_form(one, number) for number, one in enumerate(of)])
            for name, of in TARGETS.items()}
