// SPDX-License-Identifier: GPL-3.0-or-later
//! What can be done with groups of near-duplicates: how alike, which stay, where the others go.
#pragma once

#include "widgets/gallery/GalleryBar.h"

namespace lw::gallery {

/// Stands above the gallery while near-duplicates are shown. GUI thread only.
class DuplicatesBar final : public GalleryBar {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DuplicatesBar)

public:
    /// The slider moves between `lowest` and 1.
    explicit DuplicatesBar(double lowest, QWidget* parent = nullptr);

    /// `copies` are the pictures that go when one of each group stays.
    void setCounts(qint64 groups, qint64 pictures, qint64 copies);
    /// True if the selection can be made the ones that stay.
    void setCanKeep(bool canKeep);

Q_SIGNALS:
    void selectCopiesRequested();
    void keepRequested();
    void deleteCopiesRequested();
    void closeRequested();

private:
    QToolButton* m_keep;
    QToolButton* m_select;
    QToolButton* m_delete;
};

} // namespace lw::gallery
