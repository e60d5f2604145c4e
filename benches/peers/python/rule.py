"""The rule of the benchmark in plain Python with decimals.

Reads one line of JSON: a list of rows that are paired already, or a sheet as it was read. Answers with the
points, then scores as often as each further line says and answers with the seconds it took.
"""

import json
import sys
import time
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
WEIGHT = Decimal(20)
GRADES = [(Decimal(90), "优"), (Decimal(80), "良"), (Decimal(60), "中"), (Decimal(0), "差")]


# ---- rows that are paired, one function a method ----


def at_least(target, actual, mark, same):
    if actual >= target:
        return mark
    return (mark * actual / target).quantize(CENT, ROUND_HALF_UP)


def at_most(target, actual, mark, same):
    if actual <= target:
        return mark
    return (mark * target / actual).quantize(CENT, ROUND_HALF_UP)


def word(target, actual, mark, same):
    return mark if same else None


METHODS = {"at_least": at_least, "at_most": at_most, "word": word}


def prepared(rows):
    return [
        (METHODS[row["direction"]], Decimal(row["target"]), Decimal(row["actual"]), Decimal(row["mark"]), row["same"])
        for row in rows
    ]


def score(rows):
    return [method(target, actual, mark, same) for method, target, actual, mark, same in rows]


# ---- a sheet, as the native floor (benches/scoring/native.rs) takes it ----


def read(sheet):
    """Figures as decimals, words as they are."""
    for row in sheet["rows"]:
        row["mark"] = Decimal(row["mark"])
        for side in ["target", "actual"]:
            if "number" in row[side]:
                row[side]["number"] = Decimal(row[side]["number"])
    return {**sheet, "budget": Decimal(sheet["budget"]), "executed": Decimal(sheet["executed"])}


def is_at_most(row):
    operator = row["target"]["operator"]
    if operator:
        return operator in ("≤", "<")
    return "故障" in row["name"] or "投诉" in row["name"]


def rounded(points):
    return points.quantize(CENT, ROUND_HALF_UP)


def points_of(row):
    target, actual, mark = row["target"], row["actual"], row["mark"]
    if "word" in target:
        return mark if target["word"] == actual["word"] else None
    if is_at_most(row):
        return min(mark * target["number"] / actual["number"], mark)
    return min(mark * actual["number"] / target["number"], mark)


def score_sheet(sheet):
    execution = rounded(min(WEIGHT * sheet["executed"] / sheet["budget"], WEIGHT))
    rows = [rounded(points_of(row)) for row in sheet["rows"]]
    total = sum(rows) + execution
    grade = next(name for least, name in GRADES if total >= least)
    return rows, execution, total, grade


def main():
    given = json.loads(sys.stdin.readline())
    if isinstance(given, list):
        rows = prepared(given)
        work = lambda: score(rows)
        points = work()
    else:
        sheet = read(given)
        work = lambda: score_sheet(sheet)
        rows, execution, _, _ = work()
        points = [*rows, execution]
    print(" ".join(str(it) for it in points), flush=True)
    for line in sys.stdin:
        times = int(line)
        start = time.perf_counter()
        for _ in range(times):
            work()
        print(time.perf_counter() - start, flush=True)


main()
