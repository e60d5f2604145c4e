"""Random sheets, as they are typed: units, magnitudes, full-width digits, ranges, dates, words, blanks, slips; with
printed marks that make what they should, or nearly, or not; without marks but with points; and hospitals.
"""

import json
import random
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from evaluator import half_up
from rules import Unscored, Wuhan

UNITS = ["个", "家", "家次", "次", "人次", "场", "篇", "期", "%", "%", "%", "%", "", ""]
LEVELS = [
    ["产出指标", "数量指标"],
    ["产出指标", "质量指标"],
    ["产出指标", "时效指标"],
    ["产出指标", "成本指标"],
    ["成本指标", "经济成本指标"],
    ["效益指标", "社会效益指标"],
    ["效益指标", "经济效益指标"],
    ["满意度指标", "服务对象满意度指标"],
]
HOSPITAL = ["Clinical Outcomes", "Person and Community Engagement", "Safety", "Efficiency and Cost Reduction"]
NAMES = "服务企业 培训场次 办结率 合格率 投诉 运维成本 维护时长 覆盖面 发布信息 满意度 预算执行率 节约用电 费用 安全事故".split()
WORDS = ["是", "否", "达标", "有助于", "上传", "显著提升", "有所提升", "基本稳定", "优", "良", "差", "增长", "持续增长", "下降"]
DATES = ["12月底前", "12月底之前完成", "2026年12月31日前", "11月20日", "2026年6月30日", "2027年1月5日", "6月", "12月31日"]
RANKS = ["前5位", "第3位", "第12名", "前10位"]
BLANKS = ["", "/", "\\", "----", "—", "无"]
HALVES = [8, 16, 32, 40, 80, 160, 200, 400, 800, 3, 7, 12]
WIDE = str.maketrans("0123456789.%>=<,-", "０１２３４５６７８９．％＞＝＜，－")


def plain(number):
    text = format(number.normalize(), "f")
    return "0" if text in ("-0", "") else text


def figure(rng, unit):
    """A number somebody could have promised."""
    if unit == "%":
        return Decimal(rng.randint(0, 12000)) / 100 if rng.random() < 0.5 else Decimal(rng.randint(50, 105))
    kind = rng.random()
    if kind < 0.06:
        return Decimal(0)
    if kind < 0.2:
        return Decimal(rng.choice(HALVES))
    if kind < 0.55:
        return Decimal(rng.randint(1, 400))
    if kind < 0.75:
        return Decimal(rng.randint(1, 99999)) / rng.choice([1, 10, 100, 1000])
    if kind < 0.8:
        return Decimal(rng.randint(1, 99)).scaleb(-rng.randint(1, 8))
    if kind < 0.85:
        return Decimal(rng.randint(1, 999)).scaleb(rng.randint(4, 12))
    return Decimal(rng.randint(1000, 9_000_000))


def written(rng, number, unit):
    """A number in one of its spellings."""
    sign, number = ("-", -number) if number < 0 else ("", number)
    text = plain(number)
    if unit not in ("%", "") and number >= 10**8 and rng.random() < 0.4:
        text = plain(number / 10**8) + "亿"
    elif unit not in ("%", "") and number >= 10000 and rng.random() < 0.3:
        text = plain(number / 10000) + "万"
    elif number >= 1000 and rng.random() < 0.2 and number == int(number):
        text = f"{int(number):,}"
    text = sign + text + unit
    odd = rng.random()
    if odd < 0.05:
        text = text.translate(WIDE)
    elif odd < 0.07 and unit:
        text = text.replace(unit, " " + unit)
    elif odd < 0.08 and number != 0 and unit not in ("%", ""):
        text += "（线上+线下）"
    elif odd < 0.09:
        text = f"<p>{text}</p>"
    return text


def cells(rng, one):
    """Target and actual."""
    kind = rng.random()
    if kind < 0.07:
        word = rng.choice(WORDS)
        one["target"], one["actual"] = word, word if rng.random() < 0.6 else rng.choice(WORDS)
        return
    if kind < 0.1:
        one["target"], one["actual"] = rng.choice(DATES), rng.choice(DATES)
        return
    if kind < 0.12:
        one["target"], one["actual"] = rng.choice(RANKS), rng.choice(RANKS)
        return
    if kind < 0.14:
        one["target"] = rng.choice(["无事故", "无投诉", "增长", "下降", "是"])
        one["actual"] = rng.choice(["无", "0", "3起", "6%", "-2%", "无事故", "有所提升"])
        return
    unit = rng.choice(UNITS)
    target = figure(rng, unit)
    near = rng.random()
    if near < 0.25:
        actual = target
    elif near < 0.5:
        actual = (target * Decimal(rng.randint(1, 210)) / 100).quantize(Decimal("0.01"))
    elif near < 0.75 and target >= 8:
        # Ratios of small whole numbers: points fall on halves.
        actual = Decimal(rng.randint(0, int(min(target, 10**6)) + 3))
    else:
        actual = figure(rng, unit)
    if rng.random() < 0.03:
        actual = -actual
    if unit == "%" and rng.random() < 0.03:
        target = -target
    other = rng.choice(UNITS) if rng.random() < 0.03 else unit
    if rng.random() < 0.08 and target > 0 and unit:
        high = target + Decimal(rng.randint(1, 30))
        one["target"] = f"{plain(target)}-{plain(high)}{unit}"
    else:
        sign = rng.choice(["≥", "≤", "", "", "=", "大于等于", "不超过", "不少于", "不低于", ">", "<", "＝", "≧", "≦"])
        one["target"] = sign.replace("≧", "≥").replace("≦", "≤") + written(rng, target, unit)
        if sign == "" and rng.random() < 0.15 and unit and "（" not in one["target"] and "<" not in one["target"]:
            one["target"] += rng.choice(["以上", "以内", "以下"])
    one["actual"] = written(rng, actual, other)
    odd = rng.random()
    if odd < 0.05 and actual > 0 and other:
        high = actual + Decimal(rng.randint(1, 9))
        one["actual"] = f"{plain(actual)}-{plain(high)}{other}"
    elif odd < 0.06:
        one["actual"] = rng.choice(BLANKS)
    elif odd < 0.065:
        one["actual"] = "≥" + one["actual"]
    elif odd < 0.075 and unit and actual > 0 and unit != "%":
        one["actual"] = rng.choice([f"约{plain(actual)}{unit}", f"{plain(actual)}{unit}左右", f"近{plain(actual)}{unit}", "300余" + unit])
    elif odd < 0.08 and unit not in ("", "%"):
        one["actual"] = f"3{unit}、8{unit}"
    elif odd < 0.1 and unit not in ("", "%") and "（" not in one["target"] + one["actual"] and "<" not in one["target"] + one["actual"]:
        one["target"] = "每月" + plain(target) + unit
        one["actual"] = rng.choice(["每月", "每月", "每年", ""]) + rng.choice([f"{plain(abs(actual))}{unit}", f"8-9{unit}"])
    if rng.random() < 0.003:
        one["target"] = rng.choice(BLANKS)


def row(rng, name, levels, measure):
    one = {"levels": levels, "name": name, "measure": measure, "mark": "", "applicable": True, "points": ""}
    cells(rng, one)
    if rng.random() < 0.02:
        one["judged"] = f"{rng.randint(0, 100)}%"
    if rng.random() < 0.02:
        one["applicable"] = False
    if rng.random() < 0.04:
        one["direction"] = rng.choice(["at least", "at most", "exactly"])
    return one


def is_scored(one):
    try:
        Wuhan().completion(one)
    except Unscored:
        return False
    return one["applicable"]


def split(rng, whole, count, step):
    """So many marks of at least one step that make the whole."""
    units = int(Decimal(whole) / step)
    cuts = sorted(rng.sample(range(1, units), count - 1))
    return [(b - a) * step for a, b in zip([0, *cuts], [*cuts, units])]


def lay_marks(rng, one, groups):
    """Marks that are printed; mostly they make what the sheet declares."""
    header = rng.choice(["80", "80", "80", "", "90", "100"])
    one["header"] = header
    whole = rng.choice([header or "80"] * 8 + ["100", "90", "70"])
    kind = rng.random()
    if kind < 0.1:
        share = (Decimal(whole) / len(groups)).quantize(Decimal("0.01"), rng.choice([ROUND_HALF_UP, ROUND_DOWN]))
        marks = [share] * len(groups)
    else:
        marks = split(rng, whole, len(groups), rng.choice([Decimal("0.5"), Decimal("0.5"), Decimal("0.01")]))
    for places, mark in zip(groups, marks):
        text = plain(mark)
        if len(places) == 1:
            places[0]["mark"] = text
        elif rng.random() < 0.5:
            for each in places:
                each["mark_of_indicator"] = text
        else:
            share = plain((mark / len(places)).quantize(Decimal(rng.choice(["0.01", "0.000001"]))))
            for each in places:
                each["mark"] = share
    if rng.random() < 0.02:
        for each in rng.choice(groups):
            each["mark"] = each["mark_of_indicator"] = ""


def lay_points(rng, one, groups):
    """No marks, but points from marks that somebody had in mind: often the same under one label."""
    one["header"] = rng.choice(["80", "80", "", "90"])
    whole = Decimal(one["header"] or "80")
    usual, left = {}, whole
    for index, places in enumerate(groups):
        label = places[0]["levels"][1]
        mark = usual.setdefault(label, rng.choice([Decimal(1), Decimal("1.5"), Decimal(2), Decimal("2.5"), Decimal(3), Decimal(4)]))
        if rng.random() < 0.05:
            mark += Decimal("0.5")
        if index == len(groups) - 1:
            mark = left
        left -= mark
        if mark <= 0:
            mark = Decimal(1)
        for each in places:
            try:
                share = Wuhan().completion(each) if each["applicable"] else Fraction(0)
            except Unscored:
                share = Fraction(rng.choice([0, 1]))
            points = Fraction(mark) / len(places) * min(max(share, Fraction(0)), Fraction(1))
            precision = rng.choice([2, 2, 2, 1, 0])
            points = half_up(points, precision)
            text = format(Decimal(points.numerator) / Decimal(points.denominator), "f")
            if rng.random() < 0.03:
                text = rng.choice(["", "0", "5"])
            each["points"] = text


def sheet(seed):
    rng = random.Random(seed)
    if seed % 6 == 0:
        return hospital(rng, seed)
    count = rng.randint(8, 26)
    # Not every rule weighs cost by itself.
    most = [levels for levels in LEVELS if levels[0] != "成本指标"]
    wanted = rng.choice([LEVELS, most, most]) if rng.random() < 0.9 else rng.sample(LEVELS, rng.randint(1, 7))
    places = list(wanted) + [rng.choice(wanted) for _ in range(count - len(wanted))]
    places.sort(key=LEVELS.index)
    # A single row that nobody can score takes the total with it: two of three sheets have none.
    sound = seed % 3 != 0
    groups = []
    for index, levels in enumerate(places):
        name = f"{rng.choice(NAMES)}{chr(0x7532 + index)}"
        group = []
        for measure in range(1, 1 + (rng.randint(2, 3) if rng.random() < 0.08 else 1)):
            one = row(rng, name, levels, measure)
            while sound and not is_scored(one):
                one = row(rng, name, levels, measure)
            group.append(one)
        groups.append(group)
    one = {"id": f"s{seed}", "rows": [each for group in groups for each in group], "execution_mark": rng.choice(["20", "20", "", "10"])}
    if seed % 4 == 1:
        lay_points(rng, one, groups)
        one["inferred"] = True
    else:
        lay_marks(rng, one, groups)
    budget(rng, one)
    return one


def budget(rng, one):
    budget = Decimal(rng.randint(0 if rng.random() < 0.02 else 1, 500000)) / 100
    share = rng.choice([50, 60, 70, 80, 100]) if rng.random() < 0.2 else rng.randint(30, 110)
    executed = (budget * share / 100).quantize(Decimal("0.01"))
    one["budget"], one["executed"] = plain(budget), plain(executed)
    if rng.random() < 0.02:
        one[rng.choice(["budget", "executed"])] = rng.choice(["", "-5"])
    elif rng.random() < 0.1 and budget == int(budget):
        one["budget"] = f"{int(budget):,}"


def hospital(rng, seed):
    rows = []
    for group, most in zip(HOSPITAL, (6, 8, 6, 2)):
        for index in range(rng.randint(0, most) if rng.random() < 0.3 else rng.randint(2, most)):
            low = Decimal(rng.randint(10, 900)) / 1000
            high = low + Decimal(rng.randint(1, 90)) / 1000
            high = low if rng.random() < 0.02 else high
            direction = rng.choice(["at least", "at least", "at most"])
            if direction == "at most":
                low, high = high, low
            near = sorted((low, high))
            actual = Decimal(rng.randint(int(near[0] * 1000) - 20, int(near[1] * 1000) + 20)) / 1000
            one = {"levels": [group], "name": f"M{len(rows) + 1}", "measure": 1, "target": "", "actual": plain(actual)}
            one |= {"mark": "", "applicable": True, "points": "", "direction": direction}
            one["inputs"] = {"threshold": plain(low), "benchmark": plain(high)}
            if rng.random() < 0.6:
                one["inputs"]["baseline"] = plain(actual + Decimal(rng.randint(-60, 60)) / 1000)
            if group == HOSPITAL[1] and rng.random() < 0.99:
                one["inputs"]["floor"] = plain(low - Decimal(rng.randint(0 if rng.random() < 0.05 else 1, 200)) / 1000)
            odd = rng.random()
            if odd < 0.06:
                one["actual"] = rng.choice(BLANKS)
            elif odd < 0.08:
                one["applicable"] = False
            elif odd < 0.09:
                del one["inputs"][rng.choice(list(one["inputs"]))]
            elif odd < 0.095:
                one["inputs"]["threshold"] = "70-80%"
            elif odd < 0.1:
                one["actual"] = "是"
            elif odd < 0.105:
                one["direction"] = "exactly"
            elif odd < 0.15:
                one["actual"] = plain(actual * 100) + "%"
            rows.append(one)
    if not rows:
        return hospital(rng, seed)
    one = {"id": f"s{seed}", "rows": rows, "execution_mark": "", "header": rng.choice(["", "", "80"]), "budget": "", "executed": ""}
    return one


DIRECTIONS = {"at least": "at_least", "at most": "at_most", "exactly": "equal"}


def as_json(one):
    """The sheet as the program reads it."""
    levels = {}
    for each in one["rows"]:
        fields = {"target": each["target"], "actual": each["actual"]}
        for key in ("judged", "inputs"):
            if each.get(key):
                fields[key] = each[key]
        if each["mark"]:
            fields["full_mark"] = each["mark"]
        if each["points"]:
            fields["points"] = each["points"]
        if each.get("direction"):
            fields["direction"] = DIRECTIONS[each["direction"]]
        if not each["applicable"]:
            fields["applicable"] = False
        at = levels
        for label in each["levels"][:-1]:
            at = at.setdefault(label, {})
        there = at.setdefault(each["levels"][-1], [])
        if each["measure"] == 1:
            there.append({"name": each["name"], "measures": []})
            if each.get("mark_of_indicator"):
                there[-1]["full_mark"] = each["mark_of_indicator"]
        there[-1]["measures"].append(fields)
    sheet = {
        "title": one["id"],
        "scope": "project",
        "year": 2026,
        "unit": "某单位",
        "project": one["id"],
        "execution": {"full_mark": one["execution_mark"], "money": "万元", "budget": one["budget"], "executed": one["executed"]},
        "indicators_full_mark": one["header"],
        "indicators": levels,
    }
    return json.dumps(sheet, ensure_ascii=False)
