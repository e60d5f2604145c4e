"""Random sheets, as they are typed: units, magnitudes, full-width digits, ranges, blanks and slips."""

import json
import random
from decimal import Decimal

from evaluator import Rule, Unscored, completion

UNITS = ["个", "家", "次", "人次", "场", "篇", "%", "%", "%", ""]
LEVELS = [
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("产出指标", "时效指标"),
    ("产出指标", "成本指标"),
    ("效益指标", "社会效益指标"),
    ("效益指标", "经济效益指标"),
    ("满意度指标", "服务对象满意度指标"),
]
NAMES = ["服务企业", "培训场次", "办结率", "合格率", "投诉", "运维成本", "维护时长", "覆盖面", "发布信息", "满意度"]
WORDS = [("是", "是"), ("是", "否"), ("达标", "达标"), ("达标", "未评"), ("有助于", "有助于")]


def figure(rng, unit):
    if unit == "%":
        return Decimal(rng.randint(0, 12000)) / 100 if rng.random() < 0.5 else Decimal(rng.randint(50, 105))
    kind = rng.random()
    if kind < 0.08:
        return Decimal(0)
    if kind < 0.6:
        return Decimal(rng.randint(1, 400))
    if kind < 0.8:
        return Decimal(rng.randint(1, 99999)) / rng.choice([1, 10, 100, 1000])
    return Decimal(rng.randint(1000, 9_000_000))


def plain(number):
    text = format(number.normalize(), "f")
    return "0" if text in ("-0", "") else text


def written(rng, number, unit):
    text = plain(number)
    if unit not in ("%", "") and number >= 10000 and rng.random() < 0.3:
        text = plain(number / 10000) + "万"
    elif number >= 1000 and rng.random() < 0.2 and number == int(number):
        text = f"{int(number):,}"
    if rng.random() < 0.05:
        text = text.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
    return text + unit


def row(rng, index, mark, place):
    name = rng.choice(NAMES) + str(index)
    one = {"level1": place[0], "level2": place[1], "name": name, "mark": mark, "applicable": True}
    if rng.random() < 0.1:
        one["target"], one["actual"] = rng.choice(WORDS)
    else:
        unit = rng.choice(UNITS)
        target = figure(rng, unit)
        near = rng.random()
        if near < 0.25:
            actual = target
        elif near < 0.75:
            share = Decimal(rng.randint(1, 210)) / 100
            actual = (target * share).quantize(Decimal("0.01"))
        else:
            actual = figure(rng, unit)
        if rng.random() < 0.03:
            actual = -actual
        if unit == "%" and rng.random() < 0.03:
            target = -target
        form = rng.random()
        if form < 0.08 and target > 0 and unit:
            high = target + Decimal(rng.randint(1, 30))
            one["target"] = f"{plain(target)}-{plain(high)}{unit}"
        else:
            sign = rng.choice(["≥", "≤", "", "", "=", "大于等于", "不超过", "不少于", ">", "<"])
            one["target"] = sign + written(rng, target, unit)
            if sign == "" and rng.random() < 0.1 and unit:
                one["target"] += rng.choice(["以上", "以内"])
        one["actual"] = written(rng, actual, unit) if actual >= 0 else "-" + written(rng, -actual, unit)
        if rng.random() < 0.04 and actual > 0 and unit:
            high = actual + Decimal(rng.randint(1, 9))
            one["actual"] = f"{plain(actual)}-{plain(high)}{unit}"
        if rng.random() < 0.01:
            one["actual"] = rng.choice(["", "/", "—"])
        if rng.random() < 0.02:
            one["judged"] = f"{rng.randint(0, 100)}%"
    if rng.random() < 0.02:
        one["applicable"] = False
    return one


def is_scored(one):
    try:
        completion(one, Rule())
    except Unscored:
        return False
    return True


def sheet(seed):
    rng = random.Random(seed)
    count = rng.randint(7, 30)
    places = LEVELS + [rng.choice(LEVELS) for _ in range(count - len(LEVELS))]
    places.sort(key=LEVELS.index)
    # Marks that add up to 80, in hundredths.
    cuts = sorted(rng.sample(range(1, 8000 if rng.random() < 0.3 else 160), count - 1)) if count > 1 else []
    whole = 8000 if cuts and cuts[-1] >= 160 else 160
    ends = [0, *cuts, whole]
    marks = [Decimal(b - a) * 80 / whole for a, b in zip(ends, ends[1:])]
    rows = []
    for index, (mark, place) in enumerate(zip(marks, places)):
        one = row(rng, index + 1, plain(mark), place)
        # A single row that nobody can score takes the total with it: every other sheet has none.
        while seed % 2 and not is_scored(one):
            one = row(rng, index + 1, plain(mark), place)
        rows.append(one)
    budget = Decimal(rng.randint(0 if rng.random() < 0.02 else 1, 500000)) / 100
    executed = (budget * Decimal(rng.randint(30, 110)) / 100).quantize(Decimal("0.01"))
    return {"id": f"s{seed}", "budget": plain(budget), "executed": plain(executed), "rows": rows}


def as_file(one):
    """The sheet as the program reads it."""
    levels = {}
    for index, row in enumerate(one["rows"]):
        fields = {"name": row["name"], "target": row["target"], "actual": row["actual"], "full_mark": row["mark"]}
        if row.get("judged"):
            fields["judged"] = row["judged"]
        if not row["applicable"]:
            fields["applicable"] = False
        levels.setdefault(row["level1"], {}).setdefault(row["level2"], []).append(fields)
    return json.dumps(
        {
            "title": one["id"],
            "scope": "project",
            "year": 2026,
            "unit": "某单位",
            "project": one["id"],
            "execution": {"full_mark": "20", "money": "万元", "budget": one["budget"], "executed": one["executed"]},
            "indicators_full_mark": "80",
            "indicators": levels,
        },
        ensure_ascii=False,
    )
