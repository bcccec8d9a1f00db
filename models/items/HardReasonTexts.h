// SPDX-License-Identifier: GPL-3.0-or-later
//! Why a sample is hard, in words.
#pragma once

#include "models/domain/Sample.h"

#include <QString>
#include <QStringList>

namespace lw::items {

/// "Two labels nearly as likely"; a number for reasons of other programs.
[[nodiscard]] QString hardReasonText(domain::HardReason reason);
/// "Hard: low confidence, …" for a sample that is marked.
[[nodiscard]] QString hardText(const domain::Sample& sample);
[[nodiscard]] QStringList hardReasonTexts(const domain::HardReasons& reasons);

} // namespace lw::items
