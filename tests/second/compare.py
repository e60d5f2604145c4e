"""Random sheets under every shipped rule: the program and the second evaluator agree to the digit.

    python3 tests/second/compare.py BINARY [SHEETS] [FIRST_SEED] [--batch] [--pack NAME]

Every sheet is scored under every pack. Compared are, of rows: full mark and its source, completion, points, status and
the kind of reason; of the sheet: execution, its rate, groups, indicators, total and grade. `--batch` also puts all
sheets through `jixiao batch` as JSONL and compares what it writes.
"""

import argparse
import collections
import json
import re
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

from evaluator import PACKS, score, written
from sheets import as_json, sheet

AT_ONCE = 500
# Kinds of reasons, by the Chinese words the program has for them; what a pack says is its own kind.
REASONS = [
    ("target is missing", "指标值没有填写"),
    ("dropped", "实际完成值没有填写，按规则剔除.*"),
    ("actual is missing", "实际完成值没有填写"),
    ("target is unreadable", "指标值读不出数值.*"),
    ("actual is unreadable", "实际完成值读不出数值.*"),
    ("target is doubtful", "指标值需要人工确认.*"),
    ("actual is doubtful", "实际完成值需要人工确认.*"),
    ("target is about", "指标值是约数.*"),
    ("actual is about", "实际完成值是约数.*"),
    ("target is several", "指标值里有几个数值.*"),
    ("actual is several", "实际完成值里有几个数值.*"),
    ("bound", "实际完成值带有 ≥ 或 ≤.*"),
    ("units", "单位不同.*"),
    ("percent against count", "一边是百分比，一边是数量.*"),
    ("periods", "统计周期不同.*"),
    ("unlike", "指标值与实际完成值不是同类内容.*"),
    ("no method", "规则包没有适用于.*"),
    ("no mark", "这一行没有印分值.*"),
    ("mark is open", "分值推算不出唯一的结果"),
    ("level", "规则包没有给一级指标.*"),
    ("not applicable", "该行不适用，规则没有规定如何处理"),
    ("dropped", "该行按规则剔除.*"),
    ("input", "补充数据“.*”读不成一个确定的数"),
    ("row open", "组内有未评分的行"),
    ("range of numbers", "除以 0，或数值超出精确计算的范围"),
]
REASONS = [(kind, re.compile(pattern)) for kind, pattern in REASONS]


def kind_of(reason):
    return reason and next((kind for kind, pattern in REASONS if pattern.fullmatch(reason)), reason)


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("binary", type=Path)
    asked.add_argument("sheets", type=int, nargs="?", default=200)
    asked.add_argument("first", type=int, nargs="?", default=1)
    asked.add_argument("--batch", action="store_true")
    asked.add_argument("--pack", action="append", choices=PACKS)
    asked = asked.parse_args()
    seen = collections.Counter()
    for first in range(asked.first, asked.first + asked.sheets, AT_ONCE):
        some = [sheet(seed) for seed in range(first, min(first + AT_ONCE, asked.first + asked.sheets))]
        with tempfile.TemporaryDirectory() as folder:
            for pack in asked.pack or PACKS:
                for found in answers(asked, some, pack, Path(folder)):
                    check(some, found, pack, seen)
    print(", ".join(f"{count} {what}" for what, count in seen.items()))
    # Nothing compared would be nothing shown.
    needed = ("cases", "rows", "unscored rows", "totals", "inferred marks")
    if asked.pack is None and not all(seen[what] for what in needed):
        sys.exit("too little was compared")
    sys.exit(1 if seen["differences"] else 0)


def answers(asked, some, pack, folder):
    """What the program says, by sheet: under `score`, and where asked under `batch`."""
    binary = asked.binary.resolve()
    sheets = folder / "sheets"
    if not sheets.is_dir():
        sheets.mkdir()
        for one in some:
            (sheets / (one["id"] + ".json")).write_text(as_json(one))
        (folder / "in.jsonl").write_text("".join(as_json(one) + "\n" for one in some))
    yield run(binary, "score", sheets, pack, folder / f"score-{pack}.jsonl")
    if asked.batch:
        yield run(binary, "batch", folder / "in.jsonl", pack, folder / f"batch-{pack}.jsonl")


def run(binary, job, given, pack, output):
    """What is written, by title: every way in gives ids of its own."""
    command = [binary, job, given, "--rules", pack, "-f", "jsonl", "-q", "-o", output]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stderr}")
    with output.open() as lines:
        return {found["title"]: found for found in map(json.loads, lines)}


def check(some, found, pack, seen):
    if len(found) != len(some):
        sys.exit(f"{pack}: {len(found)} of {len(some)} sheets were scored")
    for one in some:
        mine = score(one, pack)
        seen["cases"] += 1
        seen["rows"] += len(mine["rows"])
        seen["unscored rows"] += sum(row["points"] is None for row in mine["rows"])
        seen["totals"] += mine["total"] is not None
        seen["inferred marks"] += sum(row["full_mark_source"] == "inferred" for row in mine["rows"])
        seen["differences"] += 0
        told = compare(one, found[one["id"]], mine, seen)
        if told:
            seen["differences"] += 1
            if seen["differences"] <= 20:
                print(f"{one['id']} under {pack}: {told}", flush=True)


def compare(one, theirs, mine, seen):
    for own, row, given in zip(mine["rows"], theirs["rows"], one["rows"], strict=True):
        for what in ("full_mark", "full_mark_source", "completion", "points", "status", "reason"):
            here, there = own[what], row[what]
            if what == "reason":
                there = kind_of(there)
            if what == "full_mark":
                here, there = mark(here), there and mark(Fraction(there))
            if what == "completion":
                there = there and mark(Fraction(there))
            if here != there:
                return f"row {row['id']} {given}: {what} {here}, not {there} ({row['reason']})"
    computed = theirs["computed"]
    figures = [
        ("rate", mine["rate"], theirs["execution"]["rate"]),
        ("execution", mine["execution"], computed["execution"]),
        ("indicators", twelve(mine["indicators"]), twelve(computed["indicators"])),
        ("total", twelve(mine["total"]), twelve(computed["total"])),
        ("grade", mine["grade"], computed["grade"]),
    ]
    for what, here, there in figures:
        if here != there:
            return f"{what} {here}, not {there}"
    for own, group in zip(mine["groups"], theirs.get("groups", []), strict=True):
        sums = [own["earned"], own["possible"]], [Fraction(group["earned"]), Fraction(group["possible"])]
        here = (own["group"], own["left_out"], sums[0], kind_of(group["reason"]) if own["left"] else own["reason"])
        there = (group["group"], group["left_out"], sums[1], kind_of(group["reason"]))
        if here != there or own["completion"] is not None and not same_group(own, group):
            return f"group {own}, not {group}"
    return None


def same_group(own, group):
    return (
        mark(own["weight"]) == mark(Fraction(group["weight"]))
        and mark(own["completion"]) == mark(Fraction(group["completion"]))
        and twelve(own["points"]) == twelve(group["points"])
    )


def mark(number):
    """A full mark: exact, or to six places where it does not end."""
    return None if number is None else written(number, 6)


def twelve(number):
    return None if number is None else written(Fraction(number), 12)


if __name__ == "__main__":
    main()
