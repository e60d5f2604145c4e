#!/usr/bin/env bash
# Reads what `jixiao batch` writes with Spark, and feeds what Spark writes back in. Needs Java 17 or later; fetches
# PySpark (450 MB) where it is missing, so it is no step of .ci/run.
# Usage: tests/batch/spark.sh path/to/jixiao
set -euo pipefail
cd "$(dirname "$0")/../.."
jixiao=$(realpath "${1:-target/debug/jixiao}")
command -v java >/dev/null || { echo "spark.sh: no java found (Debian: openjdk-17-jre-headless)" >&2; exit 1; }
python=python3
if ! python3 -c 'import pyspark' 2>/dev/null; then
    [ -d target/spark ] || python3 -m venv target/spark
    target/spark/bin/python -m pip install --quiet pyspark
    python=target/spark/bin/python
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# 1: among the samples are files that hold no sheet.
"$jixiao" batch samples -q -o "$work/全省.parquet" 2>/dev/null || [ $? = 1 ]
"$jixiao" batch samples -q -o "$work/out.jsonl" 2>/dev/null || [ $? = 1 ]
JIXIAO=$jixiao $python tests/batch/spark_check.py "$work"
