#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the README's screenshots from the sample project, which the program renders itself. Needs build/release.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$work" QT_LOGGING_RULES='qt.text.*=false;qt.qpa.fonts=false'
build/release/bin/labelwright-cli sample create --project "$work/Sample" >/dev/null
mkdir -p resources/screenshots
take() { # take FILE ROUTE THEME LANGUAGE
    build/release/bin/labelwright --project "$work/Sample" --settings "$work/settings.ini" --lang "$4" --theme "$3" \
        --route "$2" --size 1280x800 --screenshot "resources/screenshots/$1"
}
take canvas.png canvas/1/3 light en
take samples.png samples/1 dark zh_CN
