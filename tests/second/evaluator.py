"""A second evaluator: slow, naive, exact, written from the rules as people read them.

It shares no code with the program: cells are read by patterns of its own (values.py), every rule is written out
by hand from the text of its pack (rules.py, hospital.py), marks follow the decisions (marks.py), and all
arithmetic is on fractions. What it gives has the shape of `score -f jsonl`, as far as that is compared.
"""

from fractions import Fraction

import marks as full_marks
from hospital import ValuePurchasing
from rules import RULES, LeftOut, Unscored

ZERO, ONE = Fraction(0), Fraction(1)
PACKS = {rule.pack: rule for rule in [*RULES, ValuePurchasing]}


def half_up(number, places):
    """Half up, away from zero."""
    scaled = abs(number) * 10**places * 2 + 1
    whole = Fraction(scaled.numerator // (2 * scaled.denominator), 10**places)
    return whole if number >= 0 else -whole


def written(number, places):
    """With exactly so many places."""
    if number is None:
        return None
    whole = half_up(number, places) * 10**places
    digits = str(abs(whole.numerator)).rjust(places + 1, "0")
    sign = "-" if whole < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def label(name):
    return name.removesuffix("指标")


def weighed(row, levels):
    """The innermost of a row's labels that has a weight."""
    return next((label(name) for name in reversed(row["levels"]) if label(name) in levels), None)


def money(text):
    """预算数, 执行数."""
    if not text:
        raise Unscored("no money")
    number = Fraction(text.replace(",", ""))
    if number < 0:
        raise Unscored("negative money")
    return number


class Row:
    mark = source = share = shown = points = exact = reason = None
    dropped = False


def judge(rule, row, found):
    """A row's completion or points, without its full mark."""
    if not row["applicable"]:
        found.dropped = rule.drops
        raise Unscored("dropped" if rule.drops else "not applicable")
    try:
        if rule.pack == "value-purchasing":
            found.exact = rule.points(row)
        else:
            found.share = rule.completion(row)
            found.shown = found.share if rule.before_cap is None else rule.before_cap
    except Unscored as why:
        if str(why) == "actual is missing" and rule.pack == "value-purchasing":
            found.dropped = True
            raise Unscored("dropped") from why
        raise


def score(sheet, pack):
    """The sheet under the pack."""
    rule = PACKS[pack]()
    rows = sheet["rows"]
    found = [Row() for _ in rows]
    for row, one in zip(rows, found):
        try:
            judge(rule, row, one)
        except Unscored as why:
            one.reason = str(why)
    closes, can_total, declared = give_marks(sheet, rule, found)
    missing_level = convert(rule, rows, found, declared)
    grouped = getattr(rule, "groups", None)
    factor = ONE
    if not grouped:
        dropped = sum((one.mark or ZERO for one in found if one.dropped), ZERO)
        factor = None if dropped == 100 else Fraction(100) / (100 - dropped)
    for row, one in zip(rows, found):
        if one.reason is None:
            if one.exact is None:
                one.exact = one.mark * one.share
            else:
                one.exact *= one.scale
            if factor is None:
                one.reason = "range of numbers"
                continue
            points = half_up(rule.adjusted(row, one.exact) * factor, rule.places) if not grouped else half_up(one.exact, 0)
            if abs(points) >= 10**15:
                one.reason = "range of numbers"
            else:
                one.points = points
    groups, group_sum, counted = [], None, 0
    if grouped:
        for row, one in zip(rows, found):
            if not any(label(name) == label(group) for name in row["levels"] for group, _, _ in grouped):
                # Nothing else is asked of a row outside all groups.
                one.reason, one.points, one.dropped = "level", None, False
        groups, group_sum, counted = score_groups(rule, rows, found)
    execution, rate = score_execution(sheet, rule, factor)
    indicators = None
    if all(one.points is not None or one.dropped for one in found) and not missing_level and closes and can_total:
        indicators = group_sum if grouped else sum((one.points for one in found if one.points is not None), ZERO)
    total = None
    if indicators is not None and (rule.execution is None or execution is not None):
        total = indicators
        if rule.execution is not None:
            total = rule.total(indicators + execution, rate)
        elif counted < 3:
            total = None
    if total is not None:
        total = half_up(total, rule.total_places)
    return {
        "rows": [
            {
                # As it counts once what was dropped is shared out.
                "full_mark": one.mark if one.mark is None or factor is None else one.mark * factor,
                "full_mark_source": one.source if one.mark is not None else None,
                "completion": written(one.shown, 6),
                "points": written(one.points, rule.places),
                "status": "unscored" if one.points is None else "scored",
                "reason": one.reason if one.points is None else None,
            }
            for one in found
        ],
        "groups": groups,
        "rate": written(rate, 6),
        "execution": written(execution, 2),
        "indicators": indicators,
        "total": total,
        "grade": None if total is None else next((name for name, least in rule.grades if total >= least), None),
    }


def give_marks(sheet, rule, found):
    """Every row's mark on the sheet's own scale: whether inferred ones close, whether printed ones allow a
    total, and what the scale adds up to."""
    rows = sheet["rows"]
    printed = full_marks.printed(rows)
    header = Fraction(sheet["header"]) if sheet["header"] else None
    if rule.pack == "value-purchasing":
        for one, mark in zip(found, printed):
            one.mark, one.source = (rule.each, "pack") if mark is None else (mark, "sheet")
        return True, True, header
    if rule.infers and all(mark is None for mark in printed):
        declared = header if header is not None else Fraction(rule.indicators)
        inferred, closes = full_marks.infer(sheet, [one.share for one in found], declared)
        for one, mark in zip(found, inferred):
            one.mark, one.source = mark, "inferred"
            if mark is None:
                refuse(one, "mark is open")
        return closes, True, declared
    for one, mark in zip(found, printed):
        one.mark, one.source = mark, "sheet"
        if mark is None:
            refuse(one, "no mark")
    if any(mark is None and row["applicable"] for row, mark in zip(rows, printed)):
        return True, True, header
    if all(mark is None for mark in printed):
        return True, True, header
    declared, can_total = full_marks.closing(sheet, rule)
    return True, can_total, declared


def refuse(one, reason):
    """A row that is at fault by itself says that first."""
    if one.reason is None:
        one.reason = reason


def convert(rule, rows, found, declared):
    """The sheet's marks on the rule's scale; whether a level that the rule weighs is missing."""
    for one in found:
        one.scale = ONE
    if not rule.levels:
        if declared is not None and declared > 0:
            for one in found:
                one.scale = Fraction(rule.indicators) / declared
                if one.scale != 1:
                    by_rule(one)
        return False
    missing = False
    of_level = [weighed(row, rule.levels) for row in rows]
    for level, weight in rule.levels.items():
        own = [one for one, name in zip(found, of_level) if name == level]
        total = sum((one.mark for one in own if one.mark is not None), ZERO)
        if total > 0:
            for one in own:
                one.scale = weight / total
                by_rule(one)
        else:
            missing = True
    for one, name in zip(found, of_level):
        if name is None:
            refuse(one, "level")
    return missing


def by_rule(one):
    if one.mark is not None:
        one.mark *= one.scale
        one.source = "inferred" if one.source == "inferred" else "pack"


def score_execution(sheet, rule, factor):
    if rule.execution is None:
        return None, None
    try:
        budget, executed = money(sheet["budget"]), money(sheet["executed"])
        share = rule.rate(budget, executed)
        if factor is None:
            raise Unscored("range of numbers")
        return half_up(rule.execution * share * factor, 2), executed / budget
    except Unscored:
        return None, rate_shown(sheet)


def rate_shown(sheet):
    try:
        budget, executed = money(sheet["budget"]), money(sheet["executed"])
        return executed / budget if budget else None
    except Unscored:
        return None


def score_groups(rule, rows, found):
    """Groups as a whole; those left out give their weight to the others in proportion."""
    results = []
    for name, weight, function in rule.groups:
        own = [(row, one) for row, one in zip(rows, found) if label(name) in map(label, row["levels"])]
        result = {"group": name, "weight": weight, "completion": None, "reason": None, "left": False}
        result["left_out"] = sum(one.dropped for _, one in own)
        scored = [one for _, one in own if one.points is not None]
        result["earned"] = sum((one.points for one in scored), ZERO)
        result["possible"] = sum((one.mark for one in scored), ZERO)
        if any(one.points is None and not one.dropped for _, one in own):
            result["reason"] = "row open"
        else:
            counting = [(row, one.points, one.mark) for row, one in own if not one.dropped]
            try:
                result["completion"] = rule.group(function, counting)
            except LeftOut:
                result["left"] = True
            except Unscored as why:
                result["reason"] = str(why)
        results.append(result)
    counted = [result for result in results if result["completion"] is not None]
    open_ones = [result for result in results if result["reason"]]
    weights = sum(result["weight"] for result in results if not result["left"])
    for result in results:
        if result["completion"] is not None:
            result["weight"] = Fraction(rule.indicators * result["weight"], weights)
            result["points"] = result["weight"] * result["completion"]
    if open_ones or not counted:
        return results, None, len(counted)
    return results, sum(result["points"] for result in counted), len(counted)
