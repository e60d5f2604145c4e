#!/usr/bin/env bash
# The workbench in a real browser: tests/web/e2e.sh [PROGRAM]
# With PICTURES=1 it draws docs/pictures/serve-*.png anew instead.
# Takes the Chromium that is there, or installs one where apt can; CHROMIUM names another.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-target/debug/jixiao}")

find_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome || true; }
browser=${CHROMIUM:-$(find_browser)}
if [ -z "$browser" ]; then
  as_root=$([ "$(id -u)" = 0 ] || echo sudo)
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk
  browser=$(find_browser)
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r tests/web/e2e/. "$work"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --silent)
export JIXIAO="$program" BROWSER="$browser" REPOSITORY="$PWD" WORK="$work"
if [ "${PICTURES:-}" = 1 ]; then
  exec node "$work/pictures.mjs"
fi
node --test --test-concurrency=1 --test-reporter=spec "$work"/*.test.mjs
