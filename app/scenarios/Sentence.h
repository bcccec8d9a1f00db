// SPDX-License-Identifier: GPL-3.0-or-later
//! Puts the place (file, line) in front of a reason. Private to app/scenarios.
#pragma once

#include <QString>

namespace lw::scenarios {

/// "file, line N: reason", with less where there is less to say.
[[nodiscard]] QString sentenceAt(const QString& file, qint64 line, const QString& reason);

} // namespace lw::scenarios
