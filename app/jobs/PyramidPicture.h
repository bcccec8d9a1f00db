// SPDX-License-Identifier: GPL-3.0-or-later
//! The canvas's view of a picture that PictureLoader loads. Private to app/jobs.
#pragma once

#include "app/jobs/PictureLoader.h"

#include <QSet>

namespace lw::jobs {

/// Answers with the expected size at first, then with a preview, then with tiles.
class PyramidPicture final : public canvas::PictureSource {
    Q_OBJECT

public:
    PyramidPicture(PictureLoader& loader, std::shared_ptr<LoadingPicture> picture, QSize expected);
    Q_DISABLE_COPY_MOVE(PyramidPicture)

    [[nodiscard]] QSize imageSize() const override;
    [[nodiscard]] int levelCount() const override;
    [[nodiscard]] QSize levelSize(int level) const override;
    [[nodiscard]] std::optional<QImage> tile(int level, int tx, int ty) override;
    [[nodiscard]] QImage preview() const override;
    [[nodiscard]] QList<canvas::PictureNote> notes() const override;
    [[nodiscard]] QString problem() const override;

private:
    PictureLoader& m_loader;
    std::shared_ptr<LoadingPicture> m_picture;
    QSize m_expected;
    QSet<quint64> m_asked; ///< tiles that are being read from the disk
};

} // namespace lw::jobs
