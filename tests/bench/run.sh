#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and runs every benchmark; with labelme installed (a Debian package) also the rival, in the same run.
# Options after -- go to the benchmark programs, e.g. tests/bench/run.sh -- --benchmark_filter=import
set -euo pipefail
cd "$(dirname "$0")/../.."
source installer/packages.sh
lw_install "${lw_build_packages[@]}" "${lw_run_packages[@]}" "${lw_bench_packages[@]}"
[[ "${1:-}" == -- ]] && shift
export QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='qt.text.*=false;qt.qpa.fonts=false'
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
export LW_BENCH_DIR="${LW_BENCH_DIR:-${TMPDIR:-/tmp}/labelwright-bench}"
cmake --preset release -DLW_BUILD_TESTS=ON -DLW_BUILD_BENCH=ON >/dev/null
cmake --build --preset release
mkdir -p "$LW_BENCH_DIR"
for program in build/release/bench/bench_*; do
    "$program" "$@"
done
/usr/bin/python3 tests/bench/start.py build/release/bin "$LW_BENCH_DIR"
if command -v labelme >/dev/null; then
    /usr/bin/python3 tests/bench/rivals.py "$LW_BENCH_DIR"
else
    echo "labelme is not installed: its column is left out (apt-get install labelme)"
fi
