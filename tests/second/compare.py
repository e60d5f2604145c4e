"""Random sheets under every shipped rule: the program and the second evaluator agree to the digit.

    python3 compare.py BINARY [SHEETS] [FIRST_SEED]
"""

import json
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

from evaluator import RULES, score
from sheets import as_file, sheet


def main():
    binary = Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    sheets = [sheet(seed) for seed in range(first, first + count)]
    cases = differences = rows = unscored = totals = 0
    with tempfile.TemporaryDirectory() as folder:
        for one in sheets:
            Path(folder, one["id"] + ".json").write_text(as_file(one))
        for pack in RULES:
            command = [binary, "score", folder, "--rules", pack, "-f", "jsonl", "-q"]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
            found = {s["id"]: s for s in map(json.loads, run.stdout.splitlines())}
            if len(found) != count:
                sys.exit(f"{pack}: {len(found)} of {count} sheets were scored\n{run.stderr}")
            for one in sheets:
                theirs = found[one["id"]]
                points, execution, total, grade = score(one, pack)
                cases += 1
                rows += len(points)
                unscored += points.count(None)
                totals += total is not None
                told = compare(one, theirs, points, execution, total, grade)
                if told:
                    differences += 1
                    if differences <= 20:
                        print(f"{one['id']} under {pack}: {told}")
    print(f"{cases} cases, {rows} rows ({unscored} unscored), {totals} totals, {differences} differences")
    # Nothing compared would be nothing shown.
    sys.exit(1 if differences or not totals or not unscored else 0)


def compare(one, theirs, points, execution, total, grade):
    for mine, row, given in zip(points, theirs["rows"], one["rows"], strict=True):
        got = row["points"]
        if mine == "dropped" or mine is None:
            if got is not None:
                return f"row {row['id']} {given}: None, not {got}"
        elif got is None or Fraction(got) != mine:
            return f"row {row['id']} {given}: {float(mine)}, not {got} ({row['reason']})"
    computed = theirs["computed"]
    for what, mine in (("execution", execution), ("total", total)):
        got = computed[what]
        if (mine is None) != (got is None) or (mine is not None and Fraction(got) != mine):
            return f"{what}: {mine and float(mine)}, not {got}"
    if grade != computed["grade"]:
        return f"grade: {grade}, not {computed['grade']}"
    return None


if __name__ == "__main__":
    main()
