"""A second evaluator: slow, naive, exact, written from the rules as people read them.

It shares no code with the program: values are read by its own few patterns, every rule is written out by
hand from the text of its pack, and all arithmetic is on fractions. It scores the sheets it is given or
says None where a person has to judge.
"""

import re
from fractions import Fraction
from math import floor

ZERO, ONE = Fraction(0), Fraction(1)
HIGH, LOW, EXACT = "at least", "at most", "exactly"


class Unscored(Exception):
    """A person has to judge."""


# ---- numbers ----


def half_up(number, places):
    """Half up, away from zero."""
    scaled = abs(number) * 10**places
    whole = floor(scaled)
    if scaled - whole >= Fraction(1, 2):
        whole += 1
    result = Fraction(whole, 10**places)
    return result if number >= 0 else -result


PLAIN = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
MAGNITUDES = {"万": 10**4, "亿": 10**8, "": 1}


def number(text, alone=True):
    """12,000.5万人次 → (120005000, 人次); 85.5% → (0.855, %). 290% alone may be a ≥90% that was scanned badly."""
    text = text.translate(PLAIN).replace(" ", "")
    match = re.fullmatch(r"(-?)(\d[\d,]*(?:\.\d+)?)(万|亿|)(.*)", text)
    if not match:
        raise Unscored(text)
    sign, digits, magnitude, unit = match.groups()
    value = Fraction(digits.replace(",", "")) * MAGNITUDES[magnitude]
    if unit.startswith("%"):
        if alone and not sign and re.fullmatch(r"2[1-9]\d(\.\d+)?", digits):
            raise Unscored("doubtful")
        value /= 100
    return (-value if sign else value), unit


OPERATORS = [
    ("大于等于", HIGH, False),
    ("不少于", HIGH, False),
    ("不低于", HIGH, False),
    ("小于等于", LOW, False),
    ("不超过", LOW, False),
    ("≥", HIGH, False),
    ("≤", LOW, False),
    (">", HIGH, True),
    ("<", LOW, True),
    ("=", EXACT, False),
    ("＝", EXACT, False),
]


def operator(text):
    for sign, direction, strict in OPERATORS:
        if text.startswith(sign):
            return direction, strict, text[len(sign) :]
    for behind, direction in (("以上", HIGH), ("以内", LOW)):
        if text.endswith(behind):
            return direction, False, text[: -len(behind)]
    return None, False, text


def span(text):
    """8-9期 → (8, 9, 期); None for anything else."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?%?)-(\d+(?:\.\d+)?)(.*)", text)
    if not match:
        return None
    low, high, unit = match.groups()
    low = low.rstrip("%") + ("%" if unit.startswith("%") else "")
    return number(low, alone=False)[0], number(high + unit, alone=False)[0], unit


GOOD = "节约 节省 压减 压缩 完成率 合格率 达标率 及时率 处理率 办结率 解决率 回复率 响应率 控制率 满意".split()
BAD = "成本 费用 故障 事故 投诉 差错 误差 失误 违规 违纪 时限 时长 耗时".split()


# ---- one row ----


def by_name(name):
    """What a name says of the direction where the target does not."""
    if any(word in name for word in GOOD):
        return HIGH
    return LOW if any(word in name for word in BAD) else HIGH


def read(row):
    """target low, target high, strict, direction, actual."""
    direction, strict, rest = operator(row["target"])
    direction = direction or by_name(row["name"])
    actual_span = span(row["actual"])
    target_span = span(rest)
    if target_span:
        low, high, unit = target_span
        direction = "within"
    else:
        low, unit = number(rest)
        high = low
    if actual_span:
        # The worse end.
        if direction == HIGH:
            actual = actual_span[0]
        elif direction == LOW:
            actual = actual_span[1]
        else:
            raise Unscored("a range against a range or an exact figure")
        actual_unit = actual_span[2]
    else:
        actual, actual_unit = number(row["actual"])
    if unit != actual_unit:
        raise Unscored("units")
    return low, high, strict, direction, actual


def ratio(a, b):
    if b == 0:
        raise Unscored("no ratio to nothing")
    return a / b


def clamp(x, low, high):
    return max(low, min(high, x))


def completion(row, rule):
    """The share of its full mark a row earns."""
    if row.get("judged") is not None:
        return number(row["judged"])[0]
    if row["actual"] in ("", "/", "—"):
        raise Unscored("nothing is given")
    words = re.fullmatch(r"[^\d≥≤<>=＝]+", row["target"])
    if words and row["target"] not in ("无",):
        if row["target"] == row["actual"]:
            return ONE
        if (row["target"], row["actual"]) == ("是", "否"):
            return ZERO
        raise Unscored("words")
    low, high, strict, direction, actual = read(row)
    satisfaction = "满意度" in row["level1"] or "满意度" in row["level2"]
    if rule.core and satisfaction and direction != "within":
        if actual > 1:
            raise Unscored("no percentage")
        for least, share in (("0.9", "1"), ("0.8", "0.8"), ("0.6", "0.5")):
            if actual >= Fraction(least):
                return Fraction(share)
        return ZERO
    if direction == "within":
        if actual > high:
            raise Unscored("above the range")
        return ONE if actual >= low else rule.passes(ratio(actual, low))
    if low == 0:
        if strict:
            return ONE if (actual > 0 if direction == HIGH else actual < 0) else ZERO
        if direction == HIGH and actual > 0:
            raise Unscored("at least nothing")
        return ONE if actual == 0 else ZERO
    if direction == EXACT:
        if actual > low:
            raise Unscored("above an exact target")
        return rule.passes(ratio(actual, low))
    if direction == HIGH:
        return rule.at_least(ratio(actual, low))
    if actual <= low:
        return ONE
    if low < 0:
        raise Unscored("a negative target that was missed")
    if rule.linear:
        return clamp(1 - ratio(actual - low, low), ZERO, ONE)
    return rule.at_most(ratio(low, actual))


# ---- rules ----


class Rule:
    """Wuhan's: execution 20, indicators 80, ratios up to 100 %, two places."""

    execution, indicators, levels = 20, 80, None
    core = linear = overshoot = capped = drops = False

    def rate(self, rate):
        return min(rate, ONE)

    def passes(self, x):
        """= and within a range, below."""
        return x

    def at_least(self, x):
        return clamp(x, ZERO, ONE)

    def at_most(self, x):
        return clamp(x, ZERO, ONE)


class National(Rule):
    execution, indicators, drops = 10, 90, True
    levels = {"产出": 50, "效益": 30, "满意度": 10}


class Cost(National):
    levels = {"产出": 40, "效益": 20, "成本": 20, "满意度": 10}


class Core(National):
    levels = {"成本": 20, "产出": 40, "效益": 20, "满意度": 10}
    core = True

    def rate(self, rate):
        for least, share in (("1", "1"), ("0.8", "0.7"), ("0.6", "0.5")):
            if rate >= Fraction(least):
                return Fraction(share)
        return ZERO

    def passes(self, x):
        return ZERO if x < Fraction("0.6") else min(x, ONE)

    at_least = at_most = passes


class Capped(Rule):
    capped = True


class Overshoot(Rule):
    overshoot = True


class Linear(Rule):
    linear = True


RULES = {
    "wuhan": Rule,
    "hubei": Rule,
    "jianghan": Rule,
    "national": National,
    "cost-40-20-20-10": Cost,
    "national-core": Core,
    "execution-capped": Capped,
    "overshoot-minus-2": Overshoot,
    "reverse-linear": Linear,
}


def level(row, rule):
    """The weighted level a row stands under, the inner one first."""
    for name in (row["level2"], row["level1"]):
        label = name.removesuffix("指标")
        label = {"服务对象满意度": "满意度"}.get(label, label)
        if label in rule.levels:
            return label
    raise Unscored("no weight for its level")


def score(sheet, pack):
    """points of every row (None: unscored, "dropped"), of execution, the total and the grade."""
    rule = RULES[pack]()
    marks = [Fraction(row["mark"]) for row in sheet["rows"]]
    if rule.levels:
        labels = [level(row, rule) for row in sheet["rows"]]
        sums = {}
        for label, mark in zip(labels, marks):
            sums[label] = sums.get(label, ZERO) + mark
        marks = [mark * rule.levels[label] / sums[label] for label, mark in zip(labels, marks)]
    dropped = ZERO
    if rule.drops:
        for row, mark in zip(sheet["rows"], marks):
            dropped += mark if not row["applicable"] else ZERO
    factor = Fraction(100) / (100 - dropped) if dropped < 100 else None
    points = []
    for row, mark in zip(sheet["rows"], marks):
        if not row["applicable"]:
            points.append("dropped" if rule.drops else None)
            continue
        try:
            earned = mark * completion(row, rule)
            if rule.overshoot:
                earned = deducted(row, earned)
            points.append(half_up(earned * factor, 2))
        except Unscored:
            points.append(None)
    try:
        budget, executed = Fraction(sheet["budget"]), Fraction(sheet["executed"])
        rate = ratio(executed, budget)
        execution = half_up(rule.execution * rule.rate(rate) * factor, 2)
    except Unscored:
        execution = None
    if execution is None or None in points or factor is None:
        return points, execution, None, None
    total = half_up(execution + sum(p for p in points if p != "dropped"), 2)
    if rule.capped:
        most = 59
        for least, cap in (("0.8", 100), ("0.7", 89), ("0.6", 79), ("0.5", 69)):
            if rate >= Fraction(least):
                most = cap
                break
        total = min(total, Fraction(most))
    grade = next((name for name, least in (("优", 90), ("良", 80), ("中", 60), ("差", 0)) if total >= least), None)
    return points, execution, total, grade


def deducted(row, earned):
    if row.get("judged") is not None:
        row = {**row, "judged": None}
    try:
        low, _, _, direction, actual = read(row)
    except Unscored:
        return earned
    if direction != HIGH or low <= 0 or actual / low < Fraction("1.3"):
        return earned
    return max(earned - 2, ZERO)
