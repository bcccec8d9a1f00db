// SPDX-License-Identifier: GPL-3.0-or-later
//! Buttons and a slider that steer a gallery.
#include "widgets/gallery/GalleryTools.h"

#include "widgets/common/Icons.h"
#include "widgets/gallery/GalleryView.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace lw::gallery {

GalleryTools::GalleryTools(GalleryView& view, QWidget* parent) : QWidget(parent), m_view(view)
{
    setObjectName(QStringLiteral("galleryTools"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_overlay =
        addToggle(QStringLiteral("overlay"), QStringLiteral("box"), tr("Show outlines on the thumbnails"));
    m_overlay->setChecked(view.isOverlayShown());
    connect(m_overlay, &QToolButton::toggled, this, [this](bool isOn) {
        m_view.setOverlayShown(isOn);
        Q_EMIT changed();
    });
    row->addSpacing(8);
    addSizeSlider();
    row->addSpacing(8);
    QToolButton* grid = addToggle(QStringLiteral("grid"), QStringLiteral("gallery"), tr("Grid"));
    QToolButton* list = addToggle(QStringLiteral("list"), QStringLiteral("list"), tr("List"));
    auto* modes = new QButtonGroup(this);
    modes->addButton(grid);
    modes->addButton(list);
    (view.viewMode() == ViewMode::Grid ? grid : list)->setChecked(true);
    connect(grid, &QToolButton::toggled, this, [this](bool isOn) {
        m_view.setViewMode(isOn ? ViewMode::Grid : ViewMode::List);
        m_size->setEnabled(isOn);
        Q_EMIT changed();
    });
}

void GalleryTools::setOutlinesOffered(bool isOffered)
{
    m_overlay->setVisible(isOffered);
}

void GalleryTools::addSizeSlider()
{
    m_size = new QSlider(Qt::Horizontal, this);
    m_size->setObjectName(QStringLiteral("thumbnailSize"));
    m_size->setAccessibleName(tr("Thumbnail size"));
    m_size->setToolTip(tr("Thumbnail size (Ctrl+wheel)"));
    m_size->setRange(GalleryView::kMinEdge, GalleryView::kMaxEdge);
    m_size->setSingleStep(16);
    m_size->setPageStep(32);
    m_size->setFixedWidth(72);
    m_size->setValue(m_view.thumbnailEdge());
    m_size->setEnabled(m_view.viewMode() == ViewMode::Grid);
    layout()->addWidget(m_size);
    connect(m_size, &QSlider::valueChanged, &m_view, &GalleryView::setThumbnailEdge);
    connect(&m_view, &GalleryView::thumbnailEdgeChanged, this, [this](int edge) {
        const QSignalBlocker quiet(m_size); // follows the view, does not steer it back
        m_size->setValue(edge);
        Q_EMIT changed();
    });
}

QToolButton* GalleryTools::addToggle(const QString& name, const QString& iconName, const QString& text)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(common::icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    layout()->addWidget(button);
    return button;
}

} // namespace lw::gallery
