# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# How the scripts of this folder build. To be sourced after `root` was set to the source tree.

# Parallel compilers: as many as there are processors, but each may need 1.5 GB of memory.
lw_jobs() {
    local processors memory
    processors=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1500000) }' /proc/meminfo 2>/dev/null || true)
    if [[ -n "$memory" ]] && ((memory < processors)); then
        processors=$memory
    fi
    printf '%d\n' $((processors > 0 ? processors : 1))
}

# lw_quiet LOG COMMAND... runs the command with its output in LOG; shows the end of LOG when it fails.
lw_quiet() {
    local log=$1
    shift
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 60 "$log" >&2
        printf 'Failed: %s\nThe whole output is in %s\n' "$*" "$log" >&2
        return 1
    fi
}

# lw_build OPTION... configures and builds build/release with these CMake options.
lw_build() {
    local build="$root/build/release"
    mkdir -p "$build"
    printf 'Configuring build/release\n'
    (cd "$root" && lw_quiet "$build/configure.log" cmake --preset release "$@")
    printf 'Building (the first time takes some minutes)\n'
    lw_quiet "$build/build.log" cmake --build "$build" --parallel "$(lw_jobs)"
}
