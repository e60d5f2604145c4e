#!/usr/bin/env python3
"""How an audit grows with the number of sheets: seconds and memory for folders of 100, 1,000, 10,000 … sheets.

    cargo build --release
    python3 benches/audit/growth.py [--most 100000] [--jobs 1]

A unit is the sample of Wuhan 2024 under a name of its own: its own sheet, two projects, and the target tables of
the budget after next, so that every check across documents has something to join. Scoring the same folder is
measured beside it: what an audit adds to that is the ratio.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHEETS = [ROOT / "samples/wuhan-2024" / f"{name}.yaml" for name in ("whole", "series", "startup")]
TABLES = [ROOT / "samples/targets-2026" / f"center-{name}.yaml" for name in ("whole", "platform", "startup")]

MOST_SCORED = 10_000


def write(folder: pathlib.Path, sheets: int) -> None:
    """Units of three sheets and three target tables until there are enough sheets."""
    texts = [path.read_text(encoding="utf-8") for path in SHEETS + TABLES]
    for unit in range(-(-sheets // 3)):
        below = folder / f"{unit // 100:05}"
        below.mkdir(exist_ok=True)
        for number, text in enumerate(texts):
            if number < 3 and unit * 3 + number >= sheets:
                continue
            text = re.sub(r"(?m)^unit:.*$", f"unit: 单位{unit:06}", text, count=1)
            (below / f"{unit:06}-{number}.yaml").write_text(text, encoding="utf-8")


def run(arguments: list[str]) -> tuple[float, float, float]:
    """Seconds, processor seconds and megabytes at the peak of one run."""
    before = time.monotonic()
    child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        sys.exit(f"failed: {' '.join(arguments)}")
    return time.monotonic() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=10_000)
    parser.add_argument("--jobs", default="1")
    parser.add_argument("--binary", default=str(ROOT / "target/release/jixiao"))
    asked = parser.parse_args()
    contenders = {
        "score": ["score", "-f", "csv"],
        "audit --summary": ["audit", "--summary"],
        "audit -f csv": ["audit", "-f", "csv"],
    }
    print("| sheets | run | s | processor s | µs a sheet | × score | MB | KB a sheet |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    sheets = 100
    while sheets <= asked.most:
        with tempfile.TemporaryDirectory() as folder:
            write(pathlib.Path(folder), sheets)
            scored = None
            for name, arguments in contenders.items():
                if name == "score" and sheets > MOST_SCORED:
                    continue  # it holds every sheet in memory
                seconds, busy, megabytes = run([asked.binary, *arguments, "--jobs", asked.jobs, folder])
                scored = busy if name == "score" else scored
                ratio = f"{busy / scored:.1f}" if scored else ""
                print(
                    f"| {sheets:,} | {name} | {seconds:.2f} | {busy:.2f} | {busy / sheets * 1e6:,.0f} | {ratio} "
                    f"| {megabytes:,.0f} | {megabytes * 1024 / sheets:,.0f} |",
                    flush=True,
                )
        sheets *= 10


if __name__ == "__main__":
    main()
