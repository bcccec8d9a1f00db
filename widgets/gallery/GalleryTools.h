// SPDX-License-Identifier: GPL-3.0-or-later
//! Switches of a gallery: grid or list, thumbnail size, outlines on the thumbnails.
#pragma once

#include <QWidget>

class QSlider;
class QToolButton;

namespace lw::gallery {

class GalleryView;

/// Works on `view` directly and follows it. `view` must outlive it.
class GalleryTools final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GalleryTools)

public:
    explicit GalleryTools(GalleryView& view, QWidget* parent = nullptr);

    /// Hides the switch of the outlines, where no sample has any.
    void setOutlinesOffered(bool isOffered);

Q_SIGNALS:
    /// The person changed something worth remembering (mode, size, outlines).
    void changed();

private:
    void addSizeSlider();
    QToolButton* addToggle(const QString& name, const QString& iconName, const QString& text);

    GalleryView& m_view;
    QToolButton* m_overlay;
    QSlider* m_size = nullptr;
};

} // namespace lw::gallery
