// SPDX-License-Identifier: GPL-3.0-or-later
//! A picture that lies in memory as a whole, as a source for the canvas.
#pragma once

#include "widgets/canvas/PictureSource.h"

#include <vector>

namespace lw::canvas {

/// Makes its smaller levels at construction (about 10 ms for each million pixels), so use it for small pictures.
class MemoryPicture final : public PictureSource {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemoryPicture)

public:
    explicit MemoryPicture(const QImage& image, QObject* parent = nullptr);

    [[nodiscard]] QSize imageSize() const override;
    [[nodiscard]] int levelCount() const override;
    [[nodiscard]] std::optional<QImage> tile(int level, int tx, int ty) override;
    [[nodiscard]] QImage preview() const override;

private:
    std::vector<QImage> m_levels; ///< full size first, never empty
};

} // namespace lw::canvas
