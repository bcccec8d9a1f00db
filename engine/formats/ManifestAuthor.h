// SPDX-License-Identifier: GPL-3.0-or-later
//! How manifests tell work of models from work of people.
#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

namespace lw::formats {

/// Our own field beside "annotated-by": which model it was.
inline constexpr std::string_view kModelField = "annotation-model";

/// Appends `,"annotated-by":…` for an author; a model is what the reference calls it, with its name beside it.
void appendAuthor(QByteArray& out, const QString& author);
/// The author of an annotation whose fields say `annotatedBy` and, if it is not empty, `model`.
[[nodiscard]] QString authorOf(const QString& annotatedBy, std::string_view model);

} // namespace lw::formats
