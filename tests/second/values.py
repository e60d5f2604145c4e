"""What one cell says, read by a few patterns of its own: the forms listed in docs/sheet.md and in the
field's forms (≥90%, 每月8-9期, 12月底前, 前5位, 20家左右, 是), none of the program's word lists.
"""

import functools
import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

HIGH, LOW, EXACT = "at least", "at most", "exactly"


@dataclass
class Cell:
    """kind: missing, number, range, date, rank, trend, word, level, about, several, no number."""

    kind: str
    text: str = ""
    number: Fraction = None
    high: Fraction = None
    unit: str = ""
    percent: bool = False
    per: str = ""
    operator: str = None
    strict: bool = False
    doubtful: bool = False


FRONT = [
    ("大于等于", HIGH, False), ("不少于", HIGH, False), ("不低于", HIGH, False), ("≥", HIGH, False),
    ("小于等于", LOW, False), ("不超过", LOW, False), ("不高于", LOW, False), ("≤", LOW, False),
    ("大于", HIGH, True), ("少于", LOW, True), (">", HIGH, True), ("<", LOW, True), ("=", EXACT, False),
]  # fmt: skip
BEHIND = [("以上", HIGH), ("以内", LOW), ("以下", LOW)]
PERIODS = {"每月": "month", "每年": "year", "每周": "week", "/月": "month", "/周": "week", "/天": "day", "/年": "year"}
TRENDS = {"增长": 1, "持续增长": 1, "上升": 1, "有所提升": 1, "下降": -1, "持续下降": -1}
LEVELS = ["显著提升", "有效提升", "进一步加强", "基本稳定", "优", "良", "中", "差"]
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
MAGNITUDES = {"": 1, "万": 10**4, "亿": 10**8}


@functools.cache
def read(text):
    """One cell."""
    plain = re.sub(r"<[^<>]*>", "", unicodedata.normalize("NFKC", text))
    plain = "".join(plain.split())
    cell = Cell("missing", plain)
    if plain in ("无", "") or not plain.strip("/\\-—"):
        return cell
    rest = plain
    for sign, direction, strict in FRONT:
        if rest.startswith(sign):
            cell.operator, cell.strict, rest = direction, strict, rest[len(sign) :]
            break
    for ending, direction in BEHIND:
        if cell.operator is None and rest.endswith(ending):
            cell.operator, rest = direction, rest[: -len(ending)]
    if rest in TRENDS:
        cell.kind, cell.number = "trend", Fraction(TRENDS[rest])
        return cell
    if rest in LEVELS:
        cell.kind = "level"
        return cell
    if date(rest, cell) or rank(rest, cell):
        return cell
    if not re.search(r"\d", rest):
        cell.kind = "word"
        return cell
    rest = re.sub(r"\(\D*\)$", "", rest)
    if re.search(r"\d[^\d]*[、,][^\d]*\d", rest) and not re.fullmatch(rf"-?{DIGITS}\D*", rest):
        cell.kind = "several"
        return cell
    for word, period in PERIODS.items():
        if rest.startswith(word) and word[0] == "每":
            cell.per, rest = period, rest[len(word) :]
        elif rest.endswith(word) and word[0] == "/":
            cell.per, rest = period, rest[: -len(word)]
    if rest.startswith(("约", "近")) or rest.endswith("左右") or re.search(r"\d余", rest):
        cell.kind = "about"
        return cell
    between = re.fullmatch(rf"({DIGITS})(%?)-({DIGITS})(%?)(万|亿|)(.*)", rest)
    if between:
        low, percent_low, high, percent, magnitude, cell.unit = between.groups()
        cell.percent = bool(percent or percent_low)
        by = Fraction(MAGNITUDES[magnitude], 100 if cell.percent else 1)
        cell.kind, cell.number, cell.high = "range", figure(low) * by, figure(high) * by
        # 9-8期 is turned round by nobody.
        cell.doubtful = cell.number > cell.high
        return cell
    one = re.fullmatch(rf"(-?)({DIGITS})(万|亿|)(%?)(.*)", rest)
    if not one:
        cell.kind = "no number"
        return cell
    sign, digits, magnitude, percent, cell.unit = one.groups()
    cell.kind, cell.percent = "number", bool(percent)
    cell.number = figure(digits) * MAGNITUDES[magnitude] / (100 if percent else 1)
    if sign:
        cell.number = -cell.number
    # A scanner's ≥ looks like a 2: 290% may be ≥90%.
    elif percent and cell.operator is None and re.fullmatch(r"2[1-9]\d(\.\d+)?", digits):
        cell.doubtful = True
    return cell


def figure(digits):
    return Fraction(digits.replace(",", ""))


def date(text, cell):
    """12月底前, 2026年11月20日, 11月20日前完成; a month alone is its end."""
    found = re.fullmatch(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|底|)(之?前|)(?:完成|)", text)
    if not found:
        return False
    year, month, day, before = found.groups()
    cell.kind = "date"
    cell.unit = year or ""
    cell.number = Fraction(int(month) * 100 + int(day or 31))
    if before and cell.operator is None:
        cell.operator = LOW
    return True


def rank(text, cell):
    """前5位, 第3位, 第3名."""
    found = re.fullmatch(r"(前|第)(\d+)(?:位|名)", text)
    if found:
        cell.kind, cell.number = "rank", Fraction(found[2])
        cell.operator = cell.operator or (LOW if found[1] == "前" else None)
    return bool(found)
