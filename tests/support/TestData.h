// SPDX-License-Identifier: GPL-3.0-or-later
//! Where tests find real data, and how they skip when it is not there.
#pragma once

#include <QString>

namespace lw::tests {

/// Absolute path of `relative` inside the shared data folder (environment LW_SHARED_DATA, else ../shared/data beside
/// the source tree), or an empty string when it does not exist.
[[nodiscard]] QString sharedData(const QString& relative);

/// Folder of the source tree.
[[nodiscard]] QString sourceDir();

} // namespace lw::tests

/// Sets `variable` to the shared data path, or skips the test function saying what is missing.
#define LW_REQUIRE_DATA(variable, relative)                                                                            \
    const QString variable = lw::tests::sharedData(QStringLiteral(relative));                                          \
    if (variable.isEmpty())                                                                                            \
    QSKIP("shared data is not here: " relative)
