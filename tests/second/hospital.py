"""value-purchasing: hospitals paid by value. Rows have no target; groups are scored as a whole."""

from fractions import Fraction

from rules import LeftOut, Unscored, by_name, clamp, pair, ratio, usable
from values import EXACT, HIGH, LOW, read

ZERO, ONE = Fraction(0), Fraction(1)


def whole(x):
    """Half up to a whole number, away from zero."""
    doubled = abs(x) * 2 + 1
    result = Fraction(doubled.numerator // (2 * doubled.denominator))
    return result if x >= 0 else -result


def given(row, name):
    """An input of the row; None where there is none."""
    text = row.get("inputs", {}).get(name)
    if text is None:
        return None
    cell = read(text)
    if cell.kind == "missing":
        return None
    if cell.kind != "number" or cell.doubtful:
        raise Unscored("input")
    return cell.number


class ValuePurchasing:
    pack, execution, indicators, levels = "value-purchasing", None, 100, None
    infers, drops, places, total_places = False, True, 0, 12
    each = Fraction(10)
    grades = (("有总分", 0),)

    def completion(self, row):
        raise Unscored("no method")

    def points(self, row):
        """The better of achievement and improvement."""
        judged = row.get("judged") is not None
        if read(row["target"]).kind != "missing" or judged:
            try:
                pair(row, words=False)
            except Unscored:
                if not judged:
                    raise
            raise Unscored("no method")
        actual = read(row["actual"])
        usable(actual, "actual")
        direction = row.get("direction") or HIGH
        if direction == EXACT:
            raise Unscored("no method")
        if actual.kind != "number":
            raise Unscored("实际完成值不是数")
        threshold, benchmark = given(row, "threshold"), given(row, "benchmark")
        if threshold is None or benchmark is None:
            raise Unscored("缺门槛或基准")
        sign = 1 if direction == HIGH else -1
        x, low, high = actual.number * sign, threshold * sign, benchmark * sign
        if x >= high:
            achieved = Fraction(10)
        elif x < low:
            achieved = ZERO
        else:
            achieved = whole(9 * (x - low) / (high - low) + Fraction(1, 2))
        baseline = given(row, "baseline")
        if baseline is None:
            return achieved
        before = baseline * sign
        if x <= before:
            improved = ZERO
        elif x >= high:
            improved = Fraction(9)
        else:
            improved = clamp(whole(10 * (x - before) / (high - before) - Fraction(1, 2)), ZERO, Fraction(9))
        return max(achieved, improved)

    groups = (
        ("Clinical Outcomes", 25, "domain"),
        ("Person and Community Engagement", 25, "experience"),
        ("Safety", 25, "domain"),
        ("Efficiency and Cost Reduction", 25, "single"),
    )

    def group(self, function, rows):
        """rows: (row, points, mark) of those that count."""
        earned = sum((points for _, points, _ in rows), ZERO)
        possible = sum((mark for _, _, mark in rows), ZERO)
        if function == "domain" and len(rows) < 2 or not rows:
            raise LeftOut
        if function != "experience":
            return ratio(earned, possible)
        lowest = ONE
        for row, _, _ in rows:
            floor = given(row, "floor")
            if floor is None:
                raise Unscored("患者体验缺底线")
            threshold = given(row, "threshold")
            lowest = min(lowest, ratio(read(row["actual"]).number - floor, threshold - floor))
        consistency = clamp(whole(20 * max(lowest, ZERO) - Fraction(1, 2)), ZERO, Fraction(20))
        if lowest >= 1:
            consistency = Fraction(20)
        return (earned + consistency) / (possible + 20)
