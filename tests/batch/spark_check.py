"""What Spark sees in a file of `jixiao batch`, beside the JSON lines of the same sheets."""

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

from pyspark.sql import SparkSession

manual = Path("docs/batch.md").read_text(encoding="utf-8")
work = Path(sys.argv[1]).absolute()
lines = [json.loads(line) for line in (work / "out.jsonl").read_text(encoding="utf-8").splitlines()]


def same(found, expected, what):
    assert found == expected, f"{what}: {found!r} instead of {expected!r}"


def decimal(text):
    return None if text is None else Decimal(text)


local = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
builder = SparkSession.builder.master("local[1]")
for name, value in local.items():
    builder = builder.config(name, value)
spark = builder.getOrCreate()
sheets = spark.read.parquet(f"file://{work}/全省.parquet")
sheets.createOrReplaceTempView("sheets")

# Figures are decimals, rows explode.
for field in ["computed.total", "reported.total", "computed.execution_rate"]:
    same(sheets.selectExpr(field).dtypes[0][1], "decimal(38,18)", field)
totals = spark.sql("SELECT id, computed.total, reported.total, computed.grade FROM sheets").collect()
expected = [
    (s["id"], decimal(s["computed"]["total"]), decimal(s["reported"]["total"]), s["computed"]["grade"])
    for s in lines
]
same([tuple(row) for row in totals], expected, "totals")
rows = spark.sql(
    """SELECT id, r.row, r.levels[0], r.name, r.target, r.computed.points, r.reported.points,
       r.computed.completion, r.computed.full_mark, r.computed.status
       FROM sheets LATERAL VIEW explode(rows) AS r"""
).collect()
expected = [
    (s["id"], int(r["id"]), r["level1"], r["indicator"], r["target"], decimal(r["points"]),
     decimal(r["reported"]), decimal(r["completion"]), decimal(r["full_mark"]), r["status"])
    for s in lines for r in s["rows"]
]
same([tuple(row) for row in rows], expected, "rows")

# The query of the manual.
asked = manual.split("### Spark SQL")[1].split("```sql\n")[1].split("```")[0].strip().rstrip(";")
differing = [r for s in lines for r in s["rows"] if None not in (r["points"], r["reported"])]
differing = [r for r in differing if Decimal(r["points"]) != Decimal(r["reported"])]
found = spark.sql(asked.replace("`全省.parquet`", f"`file://{work}/全省.parquet`")).collect()
same(len(found), len(differing), "rows of the manual's query")

# What Spark writes goes back in and scores the same.
sheets.drop("computed", "reported", "rules").coalesce(1).write.parquet(f"file://{work}/written")
written = next((work / "written").glob("*.parquet"))
done = subprocess.run([os.environ["JIXIAO"], "batch", written, "-q"], check=True, capture_output=True)
same([json.loads(line) for line in done.stdout.decode().splitlines()], lines, "written by Spark")
print(f"{len(totals)} sheets, {len(rows)} rows: Spark {spark.version} agrees")
