# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# Debian packages that Labelwright needs, and a function that installs the missing ones. To be sourced.

# To build.
lw_build_packages=(
    build-essential cmake ninja-build ccache mold pkg-config
    qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools
    libsqlitecpp-dev libsqlite3-dev libexpected-dev libcli11-dev libsimdjson-dev libpugixml-dev libyaml-cpp-dev libboost-dev
    libjpeg62-turbo-dev libpng-dev libtiff-dev libwebp-dev libzstd-dev libquazip1-qt6-dev qt6-5compat-dev libopencv-core-dev libopencv-imgproc-dev
    libopencv-imgcodecs-dev libtorch-dev libopenblas0-openmp nlohmann-json3-dev libhnswlib-dev
)
# To run: plugins and fonts that no library pulls in.
lw_run_packages=(libqt6svg6 qt6-image-formats-plugins qt6-translations-l10n fonts-dejavu-core fonts-noto-cjk)
# Besides, to test.
lw_test_packages=(desktop-file-utils)
# Besides, to measure.
lw_bench_packages=(libbenchmark-dev)
# Besides, to make and check the Debian package.
lw_package_packages=(dpkg-dev librsvg2-bin lintian desktop-file-utils)

# lw_missing_packages NAME... prints those that are not installed, one per line.
lw_missing_packages() {
    local name
    for name in "$@"; do
        if [[ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null || true)" != installed ]]; then
            printf '%s\n' "$name"
        fi
    done
}

# lw_install NAME... installs the missing ones. Needs root or sudo only if something is missing.
lw_install() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        printf 'This is not a Debian system. Please install what corresponds to these packages yourself:\n  %s\n' "$*" >&2
        return 0
    fi
    local missing
    mapfile -t missing < <(lw_missing_packages "$@")
    if ((${#missing[@]} == 0)); then
        return 0
    fi
    local as_root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            printf 'Some packages are missing, and installing them needs root. As root, run:\n' >&2
            printf '  apt-get update && apt-get install -y --no-install-recommends %s\n' "${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
        # Without a terminal nobody can type a password; fail instead of waiting.
        [[ -t 0 ]] || as_root+=(-n)
    fi
    printf 'Installing what is missing: %s\n' "${missing[*]}"
    "${as_root[@]}" apt-get -q=2 update </dev/null
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -q=2 -o Dpkg::Use-Pty=0 install -y --no-install-recommends "${missing[@]}" </dev/null >/dev/null
}
