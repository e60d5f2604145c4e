"""Full marks: as printed (decision 0011), or recovered from the reported points of a sheet that prints none
(decision 0005).
"""

from collections import Counter
from fractions import Fraction
from math import ceil

ZERO, ONE = Fraction(0), Fraction(1)


def indicators(rows):
    """Rows of one indicator, as lists of places."""
    found = []
    for place, row in enumerate(rows):
        if row["measure"] == 1:
            found.append([])
        found[-1].append(place)
    return found


def printed(rows):
    """The mark of every row: its own, or its share of the one printed for its indicator; None."""
    marks = []
    for places in indicators(rows):
        for place in places:
            row = rows[place]
            shared = row.get("mark_of_indicator")
            own = row.get("mark")
            marks.append(Fraction(own) if own else Fraction(shared) / len(places) if shared else None)
    return marks


def closing(sheet, rule):
    """How the printed marks of a sheet stand to what it declares: the sum that is the sheet's own scale, and
    whether there can be a total."""
    rows = sheet["rows"]

    def laid(applying):
        """Every mark as it was printed, one that stands for several rows once."""
        for places in indicators(rows):
            there = [rows[p] for p in places if rows[p]["applicable"] or not applying]
            shared = rows[places[0]].get("mark_of_indicator")
            if shared and any(not row.get("mark") for row in there):
                yield shared
            else:
                yield from (row["mark"] for row in there if row.get("mark"))

    whole = Fraction(100)
    by_rule = False
    if sheet["header"]:
        declared = Fraction(sheet["header"])
    elif sheet["execution_mark"] and Fraction(sheet["execution_mark"]) < whole:
        declared = whole - Fraction(sheet["execution_mark"])
    else:
        declared, by_rule = Fraction(rule.indicators), True
    texts = list(laid(False))
    sums = [sum(map(Fraction, laid(applying))) for applying in (False, True)]
    rounding = sum(Fraction(1, 2 * 10**places) for places in map(decimals, texts) if places)
    if declared in sums or abs(sums[0] - declared) <= rounding:
        return declared, True
    if sums[0] == whole:
        return whole, True
    return declared, bool(rule.levels) and by_rule


def decimals(text):
    return len(text.partition(".")[2])


def shortest(low, high):
    """The one decimal with the fewest places in low ≤ x < high."""
    for places in range(5):
        by = 10**places
        first = ceil(low * by)
        if Fraction(first, by) < high:
            return Fraction(first, by) if Fraction(first + 1, by) >= high else None
    return None


def infer(sheet, completions, declared):
    """The mark of every row or None, and whether they make exactly what is declared."""
    rows = sheet["rows"]
    groups = indicators(rows)
    marks = [None] * len(rows)
    wide = False

    def of_whole(places, seen):
        known = [seen[p] for p in places]
        return None if None in known else sum(known)

    def like(places, seen):
        """The mark most of the other indicators under the same labels carry."""
        others = [g for g in groups if g is not places and rows[g[0]]["levels"] == rows[places[0]]["levels"]]
        counted = Counter(mark for mark in (of_whole(g, seen) for g in others) if mark is not None)
        if not counted:
            return None
        most = max(counted.values())
        leading = [mark for mark, count in counted.items() if count == most]
        return leading[0] if len(leading) == 1 else None

    def between(place):
        """The marks of a row given part of its own: low ≤ mark < high."""
        points, share = rows[place].get("points"), completions[place]
        if not points or Fraction(points) <= 0 or share is None or not 0 < share < 1:
            return None
        half = Fraction(1, 2 * 10 ** decimals(points))
        return (Fraction(points) - half) / share, (Fraction(points) + half) / share

    # What rows show by themselves.
    for place, row in enumerate(rows):
        points = Fraction(row["points"]) if row.get("points") else None
        if points is not None and points > 0 and completions[place] is not None and completions[place] >= 1:
            marks[place] = points
    met = list(marks)
    for places in groups:
        for place in places:
            if between(place) is None:
                continue
            low, high = between(place)
            neighbour = like(places, met) if len(places) == 1 else None
            if neighbour is not None and low <= neighbour < high:
                marks[place] = neighbour
            else:
                marks[place] = shortest(low, high)
            # Two marks of two places fit.
            if marks[place] is not None and Fraction(ceil(low * 100) + 1, 100) < high:
                wide = True
    # Measures of one indicator carry the same.
    for places in groups:
        known = {marks[p] for p in places} - {None}
        if len(known) == 1:
            for place in places:
                marks[place] = next(iter(known))
    # What is missing from the sum.
    shown = sum(mark for mark in marks if mark is not None)
    missing = declared - shown
    open_ones = [places for places in groups if None in [marks[p] for p in places]]
    # Rows of one indicator that show different marks share nothing evenly.
    torn = any(marks[p] is not None for places in open_ones for p in places)
    if open_ones and missing > 0 and not torn:
        guesses = [like(places, marks) for places in open_ones]
        if None not in guesses and sum(guesses) == missing:
            filled = list(zip(open_ones, guesses))
        elif len(open_ones) == 1 and not wide and guesses[0] in (None, missing):
            filled = [(open_ones[0], missing)]
        else:
            filled = []
        for places, mark in filled:
            each = mark / len(places)
            if any(rows[p].get("points") and Fraction(rows[p]["points"]) > each for p in places):
                continue
            if any(limits and not limits[0] <= each < limits[1] for limits in map(between, places)):
                continue
            for place in places:
                marks[place] = each
    closes = None not in marks and sum(marks) == declared
    return marks, closes
