// SPDX-License-Identifier: GPL-3.0-or-later
//! What a drag from a file manager carries.
#pragma once

#include <QStringList>

class QMimeData;

namespace lw::common {

/// Absolute paths of the files and folders of this machine in `data`; null gives none.
[[nodiscard]] QStringList droppedFiles(const QMimeData* data);

} // namespace lw::common
