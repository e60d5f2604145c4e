#!/usr/bin/env bash
# What a browser and two validators say of the web pages of the samples, in both languages:
#   - they are valid HTML, CSS and SVG (the Nu HTML checker; html-validate),
#   - they ask for nothing, and are no wider than screens of 360, 390, 768 and 1366 pixels,
#   - no label of a chart is cut or covers another,
#   - no accessibility rule of axe is broken, light or dark, everything unfolded,
#   - on paper every derivation is there.
# Needs node with npm and Java; brings Chromium (apt) and the rest (npm, in a temporary folder).
#   tests/papers/page-check.sh [JIXIAO]     default: target/release/jixiao
#   PICTURES=folder  keeps screenshots and PDF; FULL=1 the whole page; MODULES=folder  keeps the packages.
set -euo pipefail
cd "$(dirname "$0")/../.."
jixiao=$(realpath "${1:-target/release/jixiao}")

export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
[ -x "$CHROMIUM" ] || { apt-get update -qq && apt-get install -y -qq chromium fonts-noto-cjk; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
modules=${MODULES:-$work/modules}
if [ ! -d "$modules/node_modules" ]; then
    mkdir -p "$modules"
    npm install --silent --no-fund --no-audit --prefix "$modules" \
        playwright-core@1 axe-core@4 html-validate@10 vnu-jar@26 >/dev/null
fi

# A page of each kind; one with a scripted rule of groups, one of target tables, one with rows nobody can score.
write() { "$jixiao" "${@:2}" -q --lang "$lang" -o "$work/$1-$lang.html"; }
samples=samples/wuhan-2024
sed 's/actual: 55/actual: 55公里/' "$samples/startup.yaml" > "$work/unscored.yaml"
for lang in zh en; do
    write audit audit "$samples" --fail-on never
    write score score "$samples"
    write whatif whatif "$samples/whole.yaml" \
        --scenario "$samples/whatif/published-92.9.yaml" --scenario "$samples/whatif/round-once.yaml"
    write rules whatif "$samples" --rules wuhan --rules jianghan --set execution.weight=10
    write groups audit "$samples/whole.yaml" --rules value-purchasing --fail-on never
    write targets audit samples/targets-2026 --fail-on never
    write unscored audit "$work/unscored.yaml" --fail-on never
done

java -jar "$modules"/node_modules/vnu-jar/build/dist/vnu.jar --Werror --no-langdetect "$work"/*.html
"$modules"/node_modules/.bin/html-validate "$work"/*.html
node tests/papers/page-check.mjs "$modules" "$work"/*.html
