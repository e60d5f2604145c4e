#!/usr/bin/env bash
# Fuzzes every target, or those named, for some seconds each: tests/fuzz/run.sh SECONDS [TARGET…]
# AT_ONCE=2 runs two side by side. A log for each in tests/fuzz/logs, findings in tests/fuzz/artifacts.
set -euo pipefail
cd "$(dirname "$0")"
export RUSTC_BOOTSTRAP=1 RUST_BACKTRACE=0 CARGO_INCREMENTAL=0
seconds=${1:?seconds for each target}
shift
all=(value sheet targets rule_pack text html docx xlsx xls ods pdf pdf_content grid open repeated
    accepted audit_text render script api strict lowered bulk)
targets=("$@")
[ $# -gt 0 ] || targets=("${all[@]}")

[ -d corpus ] || python3 seeds.py
if [ -z "${NO_BUILD:-}" ]; then
    cargo fuzz build --fuzz-dir . -s none --codegen-units 16
fi
mkdir -p logs

one() {
    local target=$1 seconds=$2 longest=16384
    case $target in
    value) longest=256 ;;
    repeated) longest=512 ;;
    sheet | targets | text | accepted | audit_text | render | script | api | strict | lowered | grid | docx | html | pdf_content | open) longest=8192 ;;
    xls | ods | pdf) longest=32768 ;;
    esac
    mkdir -p "artifacts/$target" "corpus/$target"
    local begun=$SECONDS
    local words=()
    [ -f "dictionaries/$target.dict" ] && words=(-dict="dictionaries/$target.dict")
    local TIMEFORMAT=%U
    local spent
    spent=$({ time nice -n 10 "target/x86_64-unknown-linux-gnu/release/$target" "corpus/$target" "${words[@]}" \
        -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=10 -max_len="$longest" \
        -print_final_stats=1 -artifact_prefix="artifacts/$target/" >"logs/$target.log" 2>&1; } 2>&1) || true
    local runs peak found
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "logs/$target.log")
    peak=$(sed -n 's/^stat::peak_rss_mb: *//p' "logs/$target.log")
    found=$(grep -cE '^==.*ERROR|^CAUGHT' "logs/$target.log" || true)
    echo "$target: ${runs:-?} executions in $((SECONDS - begun)) s ($spent s of processor), ${peak:-?} MiB at most, $found findings"
}
export -f one
printf '%s\n' "${targets[@]}" | xargs -P "${AT_ONCE:-1}" -I{} bash -c 'SECONDS=0; one "$@"' _ {} "$seconds"
