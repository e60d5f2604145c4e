#!/usr/bin/env bash
# Reads what `jixiao batch` writes with the programs people use: DuckDB and pyarrow; and feeds what they write back in.
# Usage: tests/batch/duckdb.sh path/to/jixiao
set -euo pipefail
cd "$(dirname "$0")/../.."
jixiao=$(realpath "${1:-target/debug/jixiao}")
python3 -c 'import duckdb, pyarrow' 2>/dev/null || python3 -m pip install --quiet duckdb pyarrow
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$jixiao" batch samples/wuhan-2024 -q -o "$work/out.parquet"
"$jixiao" batch samples/wuhan-2024 -q -o "$work/out.jsonl"
JIXIAO=$jixiao python3 tests/batch/duckdb_check.py "$work"
