#!/usr/bin/env bash
# jixiao beside what else there is, in one run: the rule alone, many sheets from file to file, LibreOffice.
# Prints a section of docs/performance.md. Needs Rust, Python 3 and, for its part, LibreOffice (soffice).
#
#     benches/peers/run.sh                      # up to 10,000 sheets
#     benches/peers/run.sh --most 1000000       # as docs/performance.md has it; 10 GB of disk, deleted at the end
#     benches/peers/run.sh --most 100           # does it run at all
#     benches/peers/run.sh --only rule          # rule, sheets or office
set -euo pipefail
cd "$(dirname "$0")/../.."
# On its own: `--help` builds nothing.
case " $* " in *" --help "* | *" -h "*) exec python3 benches/peers/python/table.py --help ;; esac
cargo build --release --locked
# Not `--locked`: its lock file follows what the project depends on.
cargo build --release --manifest-path benches/peers/Cargo.toml
exec python3 benches/peers/python/table.py "$@"
