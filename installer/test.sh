#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, runs every test without a display and ends with "N passed, N failed[, N skipped]".
# Arguments go to ctest, e.g. -R tst_Theme.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/packages.sh
source "$root/installer/packages.sh"
# shellcheck source=installer/build.sh
source "$root/installer/build.sh"

# A failure before the tests is a failed run, too: whoever reads only the last line must see it.
finish() {
    local code=$?
    if [[ -n "${home:-}" ]]; then
        rm -rf -- "$home"
    fi
    if ((code != 0)) && [[ -z "${summarised:-}" ]]; then
        printf '0 passed, 1 failed\n'
    fi
}
trap finish EXIT

lw_install "${lw_build_packages[@]}" "${lw_run_packages[@]}" "${lw_test_packages[@]}"
lw_build -DLW_BUILD_TESTS=ON -DLW_BUILD_BENCH=OFF

# A home of their own, so that tests neither read nor change anybody's settings.
home=$(mktemp -d)
mkdir -m 700 "$home/run"
report="$root/build/release/tests.xml"
rm -f -- "$report"
printf 'Testing\n'
env -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_CACHE_HOME -u XDG_STATE_HOME -u DISPLAY -u WAYLAND_DISPLAY -u LANGUAGE \
    HOME="$home" XDG_RUNTIME_DIR="$home/run" QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 \
    ctest --test-dir "$root/build/release" --parallel "$(lw_jobs)" --no-tests=error --progress --output-on-failure \
    --output-junit "$report" --test-output-size-passed 100000000 --test-output-size-failed 100000000 "$@" </dev/null || true

if [[ ! -s "$report" ]]; then
    printf 'No test ran.\n' >&2
    exit 1
fi
summarised=yes
awk -f "$root/installer/summary.awk" "$report"
