// SPDX-License-Identifier: GPL-3.0-or-later
//! Brings an XML file into UTF-8 and refuses what could harm.
#pragma once

#include "models/core/Problem.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace lw::formats {

/// Why bytes cannot be parsed as XML safely.
struct XmlRefusal {
    core::ProblemCode code = core::ProblemCode::EncodingInvalid;
    qint64 line = 0;
    QString detail;
};

/// Sets `utf8` to the text of an XML file in UTF-8: `bytes` itself where possible, else converted into `storage`.
/// Knows byte order marks and the declared encoding. Refuses bytes that are not in their encoding, entity declarations
/// (XmlEntities) and more elements than memory should hold (FileTooLarge). Lines are those of the file.
[[nodiscard]] std::optional<XmlRefusal> xmlToUtf8(QByteArrayView bytes, QByteArray& storage, QByteArrayView& utf8);

} // namespace lw::formats
