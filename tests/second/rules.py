"""Every shipped rule, written out by hand from the text of its pack.

A row comes as `Pair`; a method answers its completion, or raises `Unscored` with what the pack says there.
"""

from dataclasses import dataclass
from fractions import Fraction

from values import EXACT, HIGH, LOW, read

ZERO, ONE = Fraction(0), Fraction(1)


class Unscored(Exception):
    """A person has to judge. Its text is the kind of reason, or what the pack says."""


class LeftOut(Exception):
    """The rule leaves it out."""


# ---- target and actual, side by side ----

GOOD = "节约 节省 压减 压缩 完成率 合格率 达标率 及时率 处理率 办结率 解决率 回复率 响应率 控制率 满意".split()
BAD = "成本 费用 故障 事故 投诉 差错 误差 失误 违规 违纪 时限 时长 耗时".split()


@dataclass
class Pair:
    kind: str
    direction: str = None
    target: Fraction = None
    high: Fraction = None
    strict: bool = False
    actual: Fraction = None
    same: bool = False


def by_name(name):
    """What a name says of the direction where the target does not."""
    if any(word in name for word in GOOD):
        return HIGH
    return LOW if any(word in name for word in BAD) else HIGH


def usable(cell, side):
    if cell.doubtful:
        raise Unscored(f"{side} is doubtful")
    for kind, reason in (("missing", "missing"), ("no number", "unreadable"), ("about", "about"), ("several", "several")):
        if cell.kind == kind:
            raise Unscored(f"{side} is {reason}")


def alike(a, b):
    """Like is compared with like; nothing (0) and a bare number are like anything."""
    if a.number == 0 or b.number == 0:
        return
    if a.percent != b.percent:
        raise Unscored("percent against count")
    if a.per != b.per:
        raise Unscored("periods")
    if a.unit and b.unit and a.unit != b.unit:
        raise Unscored("units")


def pair(row, words):
    """What is compared; a promise of nothing (0, 无事故) that was kept in words is nothing of nothing."""
    target, actual = read(row["target"]), read(row["actual"])
    direction = row.get("direction") or target.operator or (by_name(row["name"]) if words else HIGH)
    none = target.kind == "word" and target.text in ("无事故", "无投诉")
    if none and actual.text in ("无", target.text):
        return Pair("quantity", LOW, ZERO, None, False, ZERO)
    if target.kind == "number" and target.number == 0 and not target.doubtful and actual.text == "无":
        return Pair("quantity", direction, ZERO, None, False, ZERO)
    usable(target, "target")
    usable(actual, "actual")
    if actual.operator:
        raise Unscored("bound")
    kinds = (target.kind, actual.kind)
    strict = target.strict and target.operator == direction
    if kinds == ("number", "number"):
        alike(target, actual)
        return Pair("quantity", direction, target.number, None, strict, actual.number)
    if kinds == ("number", "range"):
        alike(target, actual)
        if direction == EXACT:
            raise Unscored("unlike")
        # The worse end.
        worse = actual.number if direction == HIGH else actual.high
        return Pair("quantity", direction, target.number, None, strict, worse)
    if kinds == ("range", "number"):
        alike(target, actual)
        return Pair("range", EXACT, target.number, target.high, False, actual.number)
    if kinds == ("date", "date"):
        years = [int(cell.unit) * 10000 if target.unit and actual.unit else 0 for cell in (target, actual)]
        return Pair("date", LOW, target.number + years[0], None, False, actual.number + years[1])
    if kinds == ("rank", "rank"):
        return Pair("rank", LOW, target.number, None, False, actual.number)
    if kinds == ("trend", "trend"):
        return Pair("trend", same=target.number == actual.number)
    if kinds == ("trend", "number"):
        return Pair("trend", HIGH if target.number > 0 else LOW, ZERO, None, False, actual.number)
    if none and actual.kind == "number":
        return Pair("quantity", LOW, ZERO, None, False, actual.number)
    said = ("word", "level", "trend")
    if target.kind in said and actual.kind in said:
        kind = "word" if kinds == ("word", "word") else "graded"
        return Pair(kind, same=target.text == actual.text)
    raise Unscored("unlike")


# ---- methods ----


def ratio(a, b):
    if b == 0:
        raise Unscored("range of numbers")
    return a / b


def clamp(x, low, high):
    return max(low, min(high, x))


class Wuhan:
    """Execution 20, indicators 80, ratios up to 100 %, two places."""

    pack, execution, indicators, levels = "wuhan", 20, 80, None
    infers, drops, places, total_places = True, False, 2, 2
    above_exact = "目标写“=”而实际超过目标，填表备注没有规定如何评分"
    above_range = "实际高于目标区间的上限，填表备注没有规定如何评分"

    def completion(self, row):
        self.before_cap = None
        if row.get("judged") is not None:
            return read(row["judged"]).number
        return self.method(row, pair(row, words=True))

    def clamp(self, x):
        """Between both; what it was before is shown as the completion."""
        self.before_cap = x
        return clamp(x, ZERO, ONE)

    def method(self, row, m):
        if m.kind == "quantity" and m.target == 0:
            return self.zero_target(m)
        if m.kind == "quantity":
            return {HIGH: self.at_least, LOW: self.at_most, EXACT: self.exactly}[m.direction](m)
        if m.kind == "range":
            if m.actual > m.high:
                raise Unscored(self.above_range)
            return ONE if m.actual >= m.target else self.short(ratio(m.actual, m.target))
        if m.kind in ("date", "rank"):
            if m.actual <= m.target:
                return ONE
            raise Unscored("未达到期限或位次，得多少分需要人工评定")
        if m.kind == "trend":
            reached = m.same if m.actual is None else (m.actual > 0 if m.direction == HIGH else m.actual < 0)
            if reached:
                return ONE
            raise Unscored("增减方向与目标不同，得多少分需要人工评定")
        if m.same:
            return ONE
        if m.kind == "graded":
            raise Unscored("定性指标在档内得多少分需要人工评定")
        if (row["target"], row["actual"]) == ("是", "否"):
            return ZERO
        raise Unscored("实际与目标用词不同，是否达成需要人工评定")

    def zero_target(self, m):
        if m.strict:
            return ONE if (m.actual > 0 if m.direction == HIGH else m.actual < 0) else ZERO
        if m.direction == HIGH and m.actual > 0:
            raise Unscored("目标为 0 而按正向理解时没有意义，请写明 ≤ 或 ≥")
        return ONE if m.actual == 0 else ZERO

    def exactly(self, m):
        if m.actual > m.target:
            raise Unscored(self.above_exact)
        return self.short(ratio(m.actual, m.target))

    def at_least(self, m):
        return self.clamp(ratio(m.actual, m.target))

    def at_most(self, m):
        if m.actual <= m.target:
            return ONE
        if m.target < 0:
            raise Unscored("目标是负数，没有达到时按比例计算没有意义")
        return self.missed(m)

    def missed(self, m):
        """More than at most."""
        return self.clamp(ratio(m.target, m.actual))

    def short(self, x):
        """Less than exactly, or than a range."""
        return x

    def adjusted(self, row, points):
        return points

    def rate(self, budget, executed):
        if budget == 0:
            raise Unscored("预算数为 0，没有执行率")
        return self.executed(executed / budget)

    def executed(self, rate):
        return min(rate, ONE)

    def total(self, points, rate):
        return points

    grades = (("优", 90), ("良", 80), ("中", 60), ("差", 0))


class Hubei(Wuhan):
    pack = "hubei"


class Jianghan(Wuhan):
    """Marks are printed; none is inferred."""

    pack, infers = "jianghan", False


class Capped(Wuhan):
    """A low execution rate caps the total."""

    pack = "execution-capped"

    def total(self, points, rate):
        for least, most in (("0.8", 100), ("0.7", 89), ("0.6", 79), ("0.5", 69)):
            if rate >= Fraction(least):
                return min(points, Fraction(most))
        return min(points, Fraction(59))


class Overshoot(Wuhan):
    """Two points off each measure from 130 % of its target on, down to zero."""

    pack = "overshoot-minus-2"

    def adjusted(self, row, points):
        try:
            m = pair(row, words=True)
        except Unscored:
            return points
        if m.kind != "quantity" or m.direction != HIGH or m.target <= 0 or m.actual / m.target < Fraction("1.3"):
            return points
        return max(points - 2, ZERO)


class Linear(Wuhan):
    """Where less is better points fall evenly to zero at twice the target."""

    pack = "reverse-linear"

    def missed(self, m):
        return clamp(1 - ratio(m.actual - m.target, m.target), ZERO, ONE)


class National(Wuhan):
    """Execution 10, output 50, benefit 30, satisfaction 10; rows that do not apply are dropped."""

    pack, execution, indicators, drops = "national", 10, 90, True
    levels = {"产出": 50, "效益": 30, "满意度": 10}
    above_exact = "目标写“=”而实际超过目标，办法没有规定如何评分"
    above_range = "实际高于目标区间的上限，办法没有规定如何评分"


class Cost(National):
    pack, levels = "cost-40-20-20-10", {"产出": 40, "效益": 20, "成本": 20, "满意度": 10}


class Core(National):
    """A pass line at 60 %, and steps of satisfaction and of the execution rate."""

    pack, levels = "national-core", {"成本": 20, "产出": 40, "效益": 20, "满意度": 10}
    above_exact = "目标写“=”而实际超过目标，没有见到如何评分的规定"
    above_range = "实际高于目标区间的上限，没有见到如何评分的规定"

    def method(self, row, m):
        if m.kind == "quantity" and any(label in ("满意度", "满意度指标") for label in row["levels"]):
            if m.actual > 1:
                raise Unscored("满意度不是百分比，不能分档")
            return step(m.actual, (("0.9", "1"), ("0.8", "0.8"), ("0.6", "0.5")))
        return super().method(row, m)

    def short(self, x):
        capped = self.clamp(x)
        return ZERO if x < Fraction("0.6") else capped

    def at_least(self, m):
        return self.short(ratio(m.actual, m.target))

    def missed(self, m):
        return self.short(ratio(m.target, m.actual))

    def executed(self, rate):
        return step(rate, (("1", "1"), ("0.8", "0.7"), ("0.6", "0.5")))


def step(x, steps):
    return next((Fraction(share) for least, share in steps if x >= Fraction(least)), ZERO)


RULES = [Wuhan, Hubei, Jianghan, National, Cost, Core, Capped, Overshoot, Linear]
