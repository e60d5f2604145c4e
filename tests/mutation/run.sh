#!/usr/bin/env bash
# Mutation testing of folders of src: tests/mutation/run.sh [number|score|value|audit]… (README.md)
set -euo pipefail
cd "$(dirname "$0")"
command -v cargo-mutants >/dev/null || cargo install --locked cargo-mutants
scopes=("$@")
[ $# -gt 0 ] || scopes=(number score)
cargo build --quiet
target/debug/jixiao-mutation prepare "${scopes[@]}"
target/debug/jixiao-mutation judge "${scopes[@]}"
