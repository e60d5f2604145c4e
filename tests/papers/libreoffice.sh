#!/bin/sh
# LibreOffice computes every workbook of a paper again; 0 differences to the engine are expected.
# On a fresh machine it installs what it needs (Debian, Ubuntu; as root or with sudo).
set -eu
cd "$(dirname "$0")/../.."
if ! command -v soffice >/dev/null; then
    root=$(command -v sudo || true)
    $root apt-get update -qq
    $root apt-get install -y -qq --no-install-recommends libreoffice-calc fonts-noto-cjk poppler-utils
fi
exec cargo test --test all papers::workbook::libreoffice -- --ignored --nocapture "$@"
