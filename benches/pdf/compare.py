#!/usr/bin/env python3
"""Reads one PDF with jixiao and with the Python library pdfplumber, in turns, and prints the medians.

    pip install reportlab pdfplumber
    python3 benches/pdf/compare.py [PAGES] [ROUNDS]     # 200 pages, 3 rounds

Both find all tables with the text of their cells and the text outside; both run in a fresh process each
round, the file read beforehand, the interpreter started beforehand. Only the ratio says something: the
seconds are those of one machine.
"""

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAKE = ROOT / "samples/documents/pdf-test/make.py"

PEER = """
import io, sys, time, pdfplumber
data = open(sys.argv[1], "rb").read()
start = time.perf_counter()
cells = 0
with pdfplumber.open(io.BytesIO(data)) as pdf:
    for page in pdf.pages:
        tables = page.find_tables()
        for table in tables:
            cells += sum(cell is not None for row in table.extract() for cell in row)
        outside = page
        for table in tables:
            outside = outside.outside_bbox(table.bbox)
        outside.extract_text()
        page.close()
print(time.perf_counter() - start, cells)
"""


def timed(command):
    out = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    seconds, cells = out.split()[-2:]
    return float(seconds), int(cells)


def peak(command):
    """Peak memory of a command in MiB."""
    script = "import resource,subprocess,sys;subprocess.run(sys.argv[1:],check=True,stdout=subprocess.DEVNULL);" \
             "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss/1024)"
    return float(subprocess.run([sys.executable, "-c", script, *command], check=True, capture_output=True, text=True).stdout)


def main():
    pages = sys.argv[1] if len(sys.argv) > 1 else "200"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    subprocess.run(["cargo", "bench", "--bench", "pdf", "--no-run"], check=True, cwd=ROOT)
    built = subprocess.run(["cargo", "bench", "--bench", "pdf", "--no-run", "--message-format=json"], check=True,
                           capture_output=True, text=True, cwd=ROOT).stdout
    ours = next(message["executable"] for message in map(json.loads, built.splitlines())
                if message.get("executable") and message["target"]["name"] == "pdf")
    with tempfile.TemporaryDirectory() as folder:
        file = str(pathlib.Path(folder, "big.pdf"))
        subprocess.run([sys.executable, str(MAKE), "--bench", pages, file], check=True)
        commands = {"jixiao": [ours, file, "1"], "pdfplumber (Python)": [sys.executable, "-c", PEER, file]}
        times = {name: [] for name in commands}
        cells = {}
        for _ in range(rounds):
            for name, command in commands.items():
                seconds, cells[name] = timed(command)
                times[name].append(seconds)
        medians = {name: statistics.median(values) for name, values in times.items()}
        for name, command in commands.items():
            print("%-20s median %8.3f s of %s, %d cells, peak %.0f MiB" % (
                name, medians[name], ["%.3f" % value for value in times[name]], cells[name], peak(command)))
        print("ratio %.1f" % (medians["pdfplumber (Python)"] / medians["jixiao"]))


if __name__ == "__main__":
    main()
