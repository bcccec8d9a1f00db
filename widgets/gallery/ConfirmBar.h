// SPDX-License-Identifier: GPL-3.0-or-later
//! Above the gallery while samples wait for a person: accept all from a confidence on, or go through them one by one.
#pragma once

#include "widgets/gallery/GalleryBar.h"

namespace lw::gallery {

/// GUI thread only.
class ConfirmBar final : public GalleryBar {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfirmBar)

public:
    explicit ConfirmBar(QWidget* parent = nullptr);

    /// Of `waiting` samples, `above` have at least the confidence of the slider; negative: still being counted.
    void setCounts(qint64 above, qint64 waiting);

Q_SIGNALS:
    void acceptRequested(double least);
    void reviewRequested();

private:
    QToolButton* m_accept;
    QToolButton* m_review;
};

} // namespace lw::gallery
