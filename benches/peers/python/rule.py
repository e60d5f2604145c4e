"""The rule of the benchmark in plain Python: decimals, one function a method.

Reads the rows as one line of JSON, answers with the points, then runs as often as each further line says and
answers with the seconds it took.
"""

import json
import sys
import time
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


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


def score(rows):
    return [method(target, actual, mark, same) for method, target, actual, mark, same in rows]


def main():
    rows = [
        (METHODS[row["direction"]], Decimal(row["target"]), Decimal(row["actual"]), Decimal(row["mark"]), row["same"])
        for row in json.loads(sys.stdin.readline())
    ]
    print(" ".join(str(points) for points in score(rows)), flush=True)
    for line in sys.stdin:
        times = int(line)
        start = time.perf_counter()
        for _ in range(times):
            score(rows)
        print(time.perf_counter() - start, flush=True)


main()
