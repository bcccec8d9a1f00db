#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the README's screenshots from the sample project and from more of its pictures, which the program renders itself.
# Needs build/release, and five minutes in which nothing else uses the processor: a model is trained on the way.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$work" QT_LOGGING_RULES='qt.text.*=false;qt.qpa.fonts=false'
build/release/bin/labelwright-cli sample create --project "$work/Sample" >/dev/null
mkdir -p resources/screenshots
take() { # take FILE PROJECT ROUTE THEME LANGUAGE
    build/release/bin/labelwright --project "$work/$2" --settings "$work/settings.ini" --lang "$5" --theme "$4" \
        --route "$3" --size 1280x800 --screenshot "resources/screenshots/$1"
}
take canvas.png Sample canvas/1/3 light en
take samples.png Sample samples/1 dark zh_CN

# Sixty pictures with labels; a model that learned from them proposes labels for eighty more.
cli() { build/release/bin/labelwright-cli "$@" >/dev/null; }
cli sample pictures --to "$work/pictures" --count 140
(cd "$work/pictures" && find . -name '*.xml' | sort | tail -n +61 | xargs rm)
cli project create "$work/Harbour"
cli dataset create --project "$work/Harbour" --name harbour --type object_detection --input "$work/pictures" --output "$work/out"
cli dataset sync --project "$work/Harbour" --dataset harbour
cli train --project "$work/Harbour" --dataset harbour --algorithm detector_one_stage --set seconds=260 --wait
cli smart-label --project "$work/Harbour" --dataset harbour --mode model --model harbour-V0001 --wait
take training.png Harbour job/harbour-V0001 light en
take review.png Harbour canvas/1/79 dark en
