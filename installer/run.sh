#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the studio on the sample project. Without a display it does the same job
# (import, publish) through the command line. Further arguments go to the studio instead of --sample.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/packages.sh
source "$root/installer/packages.sh"
# shellcheck source=installer/build.sh
source "$root/installer/build.sh"

lw_install "${lw_build_packages[@]}" "${lw_run_packages[@]}"
lw_build -DLW_BUILD_TESTS=OFF -DLW_BUILD_BENCH=OFF
bin="$root/build/release/bin"

if [[ -n "${DISPLAY:-}" || -n "${WAYLAND_DISPLAY:-}" ]]; then
    if (($# == 0)); then
        set -- --sample
    fi
    exec "$bin/labelwright" "$@"
fi

printf '\nThere is no display (DISPLAY and WAYLAND_DISPLAY are empty), so the window cannot open.\n'
printf 'Doing its main job on the sample through the command line instead.\n\n'
cli="$bin/labelwright-cli"
work="$root/build/sample"
rm -rf -- "$work"
mkdir -p "$work"

# Shows a command and runs it; exit code 1 means done, with problems reported, and is no failure.
step() {
    printf '$ labelwright-cli %s\n' "$*" >&2
    local code=0
    "$cli" "$@" || code=$?
    ((code <= 1)) || return "$code"
}

step sample pictures --to "$work/pictures"
step project create "$work/project"
step dataset create --project "$work/project" --name sample --type object_detection \
    --input "$work/pictures" --output "$work/output"
step dataset import --project "$work/project" --dataset sample --format voc --from "$work/pictures"
step dataset stats --project "$work/project" --dataset sample --json
published=$(step dataset publish --project "$work/project" --dataset sample --train-ratio 0.8 --json)
printf '%s\n' "$published"

manifest=$(grep -oE '"[^"]+\.manifest"' <<<"$published" | head -n 1 | tr -d '"' || true)
if [[ ! -f "$manifest" ]]; then
    printf 'The version was published, but its manifest is not where it was said to be: %s\n' "$manifest" >&2
    exit 3
fi
printf '\nPublished. The manifest lies at\n  %s\n' "$manifest"
