#!/usr/bin/env python3
"""Runs everyone in turn and prints what it took as Markdown; benches/peers/run.sh builds what is run."""

import argparse
import csv
import datetime
import importlib.util
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from decimal import Decimal

ROOT = pathlib.Path(__file__).resolve().parents[3]
PEERS = ROOT / "benches/peers"
TARGET = os.environ.get("CARGO_TARGET_DIR")
JIXIAO = pathlib.Path(TARGET or ROOT / "target") / "release/jixiao"
BUILT = pathlib.Path(TARGET or PEERS / "target") / "release"
RULES = ["--rules", "wuhan@2024"]

# What a sheet takes on disk at most, with everything that is written of it.
BYTES_A_SHEET = 12_000
# Sheets up to which a size is run several times and the slow contenders take part.
SMALL = 10_000
ROUNDS = 3


def run(arguments, fine=(0,)):
    """Seconds, processor seconds and megabytes at the peak of one run."""
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        child = subprocess.Popen([str(it) for it in arguments], stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
        if os.waitstatus_to_exitcode(status) not in fine:
            said.seek(0)
            sys.exit(f"failed: {' '.join(map(str, arguments))}\n{said.read().decode(errors='replace')}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def bulk(*arguments):
    return run([BUILT / "bulk", *arguments])


# ---- the rule alone ----


def rule():
    print("### The rule alone\n", flush=True)
    subprocess.run([BUILT / "rule"], check=True)
    print(flush=True)


# ---- many sheets ----

NATIVE = "native scorer, same pipeline, 1 job"
OURS = "jixiao batch, JSONL → Parquet, 1 job"
TWO = "jixiao batch, JSONL → Parquet, 2 jobs"
PYTHON = "Python, json + decimal, JSONL → CSV"
PURE = "Python, PyYAML + decimal, a folder of YAML → CSV"
LIBYAML = "Python, PyYAML with libyaml + decimal, a folder of YAML → CSV"
# Sheets up to which Python reads YAML: it takes about 6 ms for one.
YAML_PYTHON_MOST = 1_000


def contenders(folder, sheets, asked):
    """Name and command of everyone who takes part at this size; what is written goes to `folder`."""
    lines, yaml = folder / "in.jsonl", folder / "yaml"
    batch = [JIXIAO, "batch", lines, *RULES, "--quiet"]
    yield "reading the bytes, counting lines (floor)", [BUILT / "bulk", "bytes", lines]
    yield NATIVE, [BUILT / "bulk", "native", "1", lines, folder / "native.parquet"]
    yield OURS, [*batch, "--jobs", "1", "-o", folder / "one.parquet"]
    yield TWO, [*batch, "--jobs", "2", "-o", folder / "two.parquet"]
    if sheets <= asked.yaml_most:
        yield "jixiao score, a folder of YAML → CSV, 1 job", [
            *[JIXIAO, "score", *RULES, "--quiet", "--jobs", "1", "-f", "csv", "-o", folder / "yaml.csv", yaml]
        ]
        yield "jixiao batch, a folder of YAML → CSV, 1 job", [
            *[JIXIAO, "batch", *RULES, "--quiet", "--jobs", "1", "-o", folder / "batch.csv", yaml]
        ]
    if sheets <= min(asked.yaml_most, YAML_PYTHON_MOST) and importlib.util.find_spec("yaml"):
        script = [sys.executable, PEERS / "python/sheets.py", yaml]
        yield PURE, [*script, folder / "python-yaml.csv"]
        yield LIBYAML, [*script, folder / "python-libyaml.csv", "libyaml"]
    if sheets <= asked.python_most:
        yield PYTHON, [sys.executable, PEERS / "python/sheets.py", lines, folder / "python.csv"]


def many(asked):
    print("### From file to file\n")
    print("| sheets | contender | s | processor s | µs a sheet | sheets/s | × jixiao, 1 job | MB at most |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    sheets = 100
    while sheets <= asked.most:
        free = shutil.disk_usage(asked.folder).free
        needed = sheets * BYTES_A_SHEET + (1 << 30)
        if free < needed:
            sys.exit(f"{sheets:,} sheets take {needed >> 30} GB in {asked.folder}; {free >> 30} GB are free")
        with tempfile.TemporaryDirectory(dir=asked.folder, prefix="jixiao-peers-") as folder:
            taken = one_size(pathlib.Path(folder), sheets, asked)
        if PYTHON in taken:
            python = sheets, taken[PYTHON][0] / taken[OURS][0]
        sheets *= 10
    seconds, busy, megabytes = taken[OURS]
    sheets //= 10
    print(
        f"\nAt {sheets:,} sheets one job does {sheets / busy:,.0f} sheets a processor second with {megabytes:,.0f} MB at most, "
        f"{seconds / taken[NATIVE][0]:.2f} times the native scorer's time; two jobs are {seconds / taken[TWO][0]:.2f} times as fast as one. "
        f"At {python[0]:,} sheets Python takes {python[1]:.1f} times as long.\n",
        flush=True,
    )


def one_size(folder, sheets, asked):
    bulk("lines", sheets, asked.broken, folder / "in.jsonl")
    if sheets <= asked.yaml_most:
        bulk("folder", sheets, folder / "yaml")
    rounds = ROUNDS if sheets <= SMALL else 1
    everyone = list(contenders(folder, sheets, asked))
    taken = {name: [] for name, _ in everyone}
    for _ in range(rounds):
        for name, command in everyone:
            for written in [*folder.glob("*.parquet*"), *folder.glob("batch.csv*")]:
                shutil.rmtree(written) if written.is_dir() else written.unlink()
            # 1: lines were set aside.
            taken[name].append(run(command, fine=(0, 1) if asked.broken else (0,)))
    medians = {name: [statistics.median(column) for column in zip(*times)] for name, times in taken.items()}
    for name, (seconds, busy, megabytes) in medians.items():
        ratio = statistics.median(own[0] / ours[0] for own, ours in zip(taken[name], taken[OURS]))
        print(
            f"| {sheets:,} | {name} | {seconds:.2f} | {busy:.2f} | {seconds / sheets * 1e6:,.1f} | {sheets / seconds:,.0f} "
            f"| {ratio:.2f} | {megabytes:,.0f} |",
            flush=True,
        )
    if sheets <= min(SMALL, asked.python_most) and not asked.broken:
        agree(folder, sheets)
    return medians


def agree(folder, sheets):
    """The totals of Python are those of jixiao; nothing else would be worth comparing."""
    ours = folder / "agree.jsonl"
    run([JIXIAO, "batch", folder / "in.jsonl", *RULES, "--quiet", "-o", ours])
    with open(ours, encoding="utf-8") as file:
        totals = [json.loads(line)["computed"]["total"] for line in file]
    for written in folder.glob("python*.csv"):
        with open(written, encoding="utf-8") as file:
            theirs = [row[4] for row in csv.reader(file)]
        pairs = enumerate(zip(totals, theirs), 1)
        different = [number for number, (a, b) in pairs if a is None or Decimal(a) != Decimal(b)]
        if different or len(totals) != sheets or len(theirs) != sheets:
            sys.exit(f"{written.name} and jixiao give other totals: {len(totals)}, {len(theirs)}, lines {different[:5]}")


# ---- LibreOffice ----

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""


def office(asked):
    """Two workbooks; the difference between them is what their sheets cost, without starting the office."""
    print("### LibreOffice\n")
    few = asked.office or max(2, min(20, asked.most // 50))
    some = few * 10
    with tempfile.TemporaryDirectory(dir=asked.folder, prefix="jixiao-peers-") as folder:
        folder = pathlib.Path(folder)
        books = {}
        for sheets in (few, some):
            below = folder / str(sheets)
            bulk("folder", sheets, below)
            books[sheets] = folder / f"{sheets}.xlsx"
            run([JIXIAO, "score", *RULES, "--quiet", "-o", books[sheets], below])
        commands = {}
        for mode, number in (("always", 0), ("never", 1)):
            profile = folder / f"profile-{mode}"
            (profile / "user").mkdir(parents=True)
            (profile / "user/registrymodifications.xcu").write_text(RECALCULATE.format(number))
            start = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx"]
            for sheets, book in books.items():
                commands[mode, sheets] = [*start, "--outdir", folder / f"out-{mode}", book]
            run(commands[mode, few])  # The first start makes the profile.
        # Processor time: it is one thread's work, and a busy machine changes it least.
        rounds = [{key: run(command)[1] for key, command in commands.items()} for _ in range(ROUNDS)]
        for mode in ("always", "never"):
            for book in books.values():
                if not (folder / f"out-{mode}" / book.name).exists():
                    sys.exit(f"LibreOffice did not write {book.name}; is libreoffice-calc installed?")

    def each(mode):
        return statistics.median((one[mode, some] - one[mode, few]) / (some - few) for one in rounds)

    computed, kept = each("always"), each("never")
    start = statistics.median(one["always", few] - few * computed for one in rounds)
    version = subprocess.run(["soffice", "--version"], capture_output=True, text=True).stdout.split(" ")
    print(f"LibreOffice {version[1]}, workbooks of {few} and {some} sheets written by `jixiao score`, median of {ROUNDS} rounds.\n")
    print("| what | processor ms a sheet |")
    print("| --- | ---: |")
    print(f"| opening, computing every formula again, saving | {computed * 1e3:.1f} |")
    print(f"| opening and saving, stored results kept | {kept * 1e3:.1f} |")
    print(f"| starting LibreOffice, once for all sheets | {start * 1e3:,.0f} |")
    print(flush=True)


# ---- everything ----


def machine():
    model = platform.processor()
    memory = 0
    try:
        lines = open("/proc/cpuinfo", encoding="utf-8").read().splitlines()
        model = next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    except (OSError, StopIteration, ValueError):
        pass
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    return (
        f"{datetime.date.today()}, {os.cpu_count()} × {model}, {memory} GB, {platform.system()} {platform.release()}; "
        f"jixiao {commit.stdout.strip()}, Python {platform.python_version()}"
    )


def load():
    return f"{os.getloadavg()[0]:.1f}"


def main():
    parser = argparse.ArgumentParser(prog="benches/peers/run.sh", description=__doc__)
    parser.add_argument("--most", type=int, default=SMALL, metavar="N", help="sheets of the largest size, from 100 in steps of ten (default: %(default)s)")
    parser.add_argument("--only", choices=["rule", "sheets", "office"], help="this part alone")
    parser.add_argument("--folder", default=tempfile.gettempdir(), help="where sheets are written, and deleted again (default: %(default)s)")
    parser.add_argument("--broken", type=int, default=0, metavar="N", help="every Nth line cannot be read (default: none)")
    parser.add_argument("--python-most", type=int, default=100_000, metavar="N", help="sheets up to which Python takes part (default: %(default)s)")
    parser.add_argument("--yaml-most", type=int, default=SMALL, metavar="N", help="sheets up to which there is a folder of YAML (default: %(default)s)")
    parser.add_argument("--office", type=int, metavar="N", help="sheets of the smaller of the two workbooks (default: 20, fewer for small sizes)")
    asked = parser.parse_args()
    before = load()
    print(f"{machine()}; load {before} before.\n", flush=True)
    if asked.only in (None, "rule"):
        rule()
    if asked.only in (None, "sheets"):
        many(asked)
    if asked.only in (None, "office"):
        if shutil.which("soffice"):
            office(asked)
        else:
            print("No soffice here: LibreOffice is left out.\n")
    print(f"Load {load()} at the end.")


if __name__ == "__main__":
    main()
