"""What DuckDB and pyarrow see in a file of `jixiao batch`, beside the JSON lines of the same sheets."""

import json
import os
import subprocess
import sys
from decimal import Decimal

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

MANUAL = os.path.abspath("docs/batch.md")
work = os.path.abspath(sys.argv[1])
out = f"{work}/out.parquet"
lines = [json.loads(line) for line in open(f"{work}/out.jsonl", encoding="utf-8")]


def same(found, expected, what):
    assert found == expected, f"{what}: {found!r} instead of {expected!r}"


def decimal(text):
    return None if text is None else Decimal(text)


# DuckDB: figures are decimals, rows unnest.
totals = duckdb.sql(f"SELECT id, computed.total, reported.total, computed.grade FROM '{out}'").fetchall()
expected = [
    (s["id"], decimal(s["computed"]["total"]), decimal(s["reported"]["total"]), s["computed"]["grade"])
    for s in lines
]
same(totals, expected, "totals")
rows = duckdb.sql(
    f"""SELECT id, r.row, r.levels[1], r.name, r.target, r.computed.points, r.reported.points,
        r.computed.completion, r.computed.full_mark, r.computed.status
        FROM (SELECT id, unnest(rows) AS r FROM '{out}')"""
).fetchall()
expected = [
    (s["id"], int(r["id"]), r["level1"], r["indicator"], r["target"], decimal(r["points"]),
     decimal(r["reported"]), decimal(r["completion"]), decimal(r["full_mark"]), r["status"])
    for s in lines for r in s["rows"]
]
same(rows, expected, "rows")
kinds = {str(kind) for _, kind, *_ in duckdb.sql(
    f"DESCRIBE SELECT unnest(computed), unnest(reported) FROM '{out}'").fetchall()}
same(kinds, {"VARCHAR", "DECIMAL(38,18)"}, "types")
receipt = dict(duckdb.sql(f"SELECT key, value FROM parquet_kv_metadata('{out}')").fetchall())
assert receipt[b"jixiao.engine"].startswith(b"jixiao "), receipt

# pyarrow: the same types, the same values.
table = pq.read_table(out)
field = table.schema.field("computed").type.field("total")
same(field.type, pa.decimal128(38, 18), "type in arrow")
same([total["total"] for total in table["computed"].to_pylist()], [t[1] for t in totals], "arrow")

# What they write goes back in: a changed copy of DuckDB, a copy of pyarrow. All of it scores the same.
sheet = "* EXCLUDE (computed, reported, rules)"
duckdb.sql(f"COPY (SELECT {sheet} FROM '{out}') TO '{work}/duck.parquet'")
pq.write_table(table, f"{work}/arrow.parquet")
for name in ["duck", "arrow"]:
    done = subprocess.run(
        [os.environ["JIXIAO"], "batch", f"{work}/{name}.parquet", "-q"], check=True, capture_output=True
    )
    again = [json.loads(line) for line in done.stdout.decode().splitlines()]
    same(again, lines, f"written by {name}")

# The queries of the manual.
os.chdir(work)
os.rename("out.parquet", "全省.parquet")
manual = MANUAL
blocks = open(manual, encoding="utf-8").read().split("```sql\n")[1:]
queries = [query for query in blocks[0].split("```")[0].split(";") if query.strip()]
assert len(queries) == 3, queries
for query in queries:
    duckdb.sql(query).fetchall()
print(f"{len(totals)} sheets, {len(rows)} rows: DuckDB {duckdb.__version__} and pyarrow {pa.__version__} agree")
