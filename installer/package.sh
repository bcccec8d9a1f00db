#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds build/release/labelwright_<version>_<architecture>.deb and checks it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installer/packages.sh
source "$root/installer/packages.sh"
# shellcheck source=installer/build.sh
source "$root/installer/build.sh"

lw_install "${lw_build_packages[@]}" "${lw_run_packages[@]}" "${lw_package_packages[@]}"
lw_build -DLW_BUILD_TESTS=OFF -DLW_BUILD_BENCH=OFF
build="$root/build/release"
desktop-file-validate "$root/installer/linux/labelwright.desktop"
rm -f -- "$build"/labelwright_*.deb
printf 'Packing\n'
# CPack writes folders with the umask's permissions; lintian asks for the usual ones.
umask 022
(cd "$build" && lw_quiet "$build/pack.log" cpack -G DEB)
deb=$(ls "$build"/labelwright_*.deb)
as_root=()
if ((EUID == 0)); then
    as_root=(--allow-root)
fi
lintian "${as_root[@]}" --fail-on error --tag-display-limit 0 "$deb"
printf '%s\nInstall it with: apt-get install %s\n' "$deb" "$deb"
