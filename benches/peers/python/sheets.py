"""Scores sheets under the rule of wuhan@2024 into CSV: what a careful clerk would write.

    python3 sheets.py IN.jsonl OUT.csv          # one JSON line a sheet
    python3 sheets.py FOLDER OUT.csv            # one YAML file a sheet, read by PyYAML
    python3 sheets.py FOLDER OUT.csv libyaml    # the same with its parser in C

It reads what is printed in the cells of these sheets and no more: no places, no problems but the first, no reasons,
no trace. A line that cannot be scored goes to standard error.
"""

import csv
import json
import re
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

CENT = Decimal("0.01")
HUNDRED = Decimal(100)
TEN_THOUSAND = Decimal(10_000)
FIGURE = re.compile(r"(≥|≤|>=|<=|不少于|不超过)?(?:每月)?([\d,]+(?:\.\d+)?)(?:-([\d,]+(?:\.\d+)?))?(%|万)?(\D*)").fullmatch
AT_MOST = {"≤", "<=", "不超过"}
GOOD = re.compile("节约|节省|压减|压缩|完成率|合格率|达标率|及时率|处理率|办结率|解决率|回复率|响应率|控制率|满意").search
BAD = re.compile("成本|费用|故障|事故|投诉|差错|误差|失误|违规|违纪|时限|时长|耗时").search
GRADES = [(Decimal(90), "优"), (Decimal(80), "良"), (Decimal(60), "中"), (Decimal(-1), "差")]


def figure(text):
    """Sign, number and magnitude of 8, ≥85%, 20万人次, 每月8-9期; None for a word."""
    match = FIGURE(text)
    if not match:
        return None
    sign, low, high, magnitude, _ = match.groups()
    low = Decimal(low.replace(",", ""))
    high = Decimal(high.replace(",", "")) if high else low
    if magnitude == "%":
        return sign, low / HUNDRED, high / HUNDRED
    if magnitude == "万":
        return sign, low * TEN_THOUSAND, high * TEN_THOUSAND
    return sign, low, high


def points(row):
    mark = Decimal(row["full_mark"])
    target, actual = figure(str(row["target"])), figure(str(row["actual"]))
    if target is None or actual is None:
        if row["target"] == row["actual"]:
            return mark.quantize(CENT)
        raise ValueError(f"a person has to judge {row['name']}")
    sign, wanted, _ = target
    _, low, high = actual
    if sign:
        less = sign in AT_MOST
    else:
        less = not GOOD(row["name"]) and BAD(row["name"])
    if less:
        return mark if high <= wanted else (mark * wanted / high).quantize(CENT, ROUND_HALF_UP)
    return mark if low >= wanted else (mark * low / wanted).quantize(CENT, ROUND_HALF_UP)


def score(sheet):
    line = sheet["execution"]
    budget, executed = (Decimal(str(line[key]).replace(",", "")) for key in ("budget", "executed"))
    weight = Decimal(line["full_mark"])
    execution = min(weight * executed / budget, weight).quantize(CENT, ROUND_HALF_UP)
    rows = [
        points(row) for below in sheet["indicators"].values() for listed in below.values() for row in listed
    ]
    total = execution + sum(rows)
    return execution, rows, total, next(name for least, name in GRADES if total >= least)


def texts(place):
    """A line or a file a sheet, and what reads it."""
    if not place.is_dir():
        with open(place, encoding="utf-8") as lines:
            for line in lines:
                yield json.loads, line
        return
    import yaml

    loader = yaml.CSafeLoader if sys.argv[3:] == ["libyaml"] else yaml.SafeLoader
    for file in sorted(place.rglob("*.yaml")):
        yield lambda text: yaml.load(text, Loader=loader), file.read_text(encoding="utf-8")


def main():
    with open(sys.argv[2], "w", encoding="utf-8", newline="") as out:
        write = csv.writer(out).writerow
        for number, (read, text) in enumerate(texts(Path(sys.argv[1])), 1):
            try:
                sheet = read(text)
                execution, rows, total, grade = score(sheet)
            except (ValueError, KeyError, TypeError, ArithmeticError) as problem:
                print(f"sheet {number}: {problem}", file=sys.stderr)
                continue
            write([number, sheet["unit"], sheet.get("project", ""), execution, total, grade, *rows])


main()
