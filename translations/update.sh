#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the .ts files up to the texts in the sources. With a folder as argument it updates copies there instead.
set -euo pipefail
cd "$(dirname "$0")/.."
lupdate=$(command -v lupdate6 || ls /usr/lib/qt6/bin/lupdate 2>/dev/null || command -v lupdate)
target=translations
if [ $# -gt 0 ]; then
    target=$1
    cp translations/*.ts "$target/"
fi
"$lupdate" -silent -locations none -no-obsolete -I . -recursive app widgets models engine -ts "$target/labelwright_zh_CN.ts"
# English needs plural forms only.
"$lupdate" -silent -locations none -no-obsolete -pluralonly -I . -recursive app widgets models engine -ts "$target/labelwright_en.ts"
