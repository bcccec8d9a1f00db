// SPDX-License-Identifier: GPL-3.0-or-later
//! Parts of a row and their looks.
#include "widgets/gallery/GalleryBar.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace lw::gallery {

GalleryBar::GalleryBar(const QString& name, const QString& accessibleName, QWidget* parent)
    : QFrame(parent), m_name(name), m_row(new QHBoxLayout(this)),
      m_text(new common::ElidedLabel({}, Qt::ElideRight, this))
{
    setObjectName(name + QStringLiteral("Bar"));
    setAccessibleName(accessibleName);
    common::setRole(this, "bar");
    m_row->setContentsMargins(common::kGrid * 2, 4, common::kGrid * 2, 4);
    m_row->setSpacing(common::kGrid);
    m_text->setObjectName(name + QStringLiteral("Counts"));
    m_row->addWidget(m_text, 1);
}

void GalleryBar::setText(const QString& text)
{
    m_text->setText(text);
}

QToolButton* GalleryBar::addButton(const QString& name, const QString& text, const QString& icon, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setIcon(common::icon(icon));
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_row->addWidget(button);
    return button;
}

void GalleryBar::addSlider(const SliderLook& look)
{
    m_slider = new QSlider(Qt::Horizontal, this);
    m_percent = new QLabel(this);
    auto* title = new QLabel(look.title, this);
    common::setRole(title, "muted");
    title->setBuddy(m_slider);
    m_row->addWidget(title);
    m_slider->setObjectName(m_name + QStringLiteral("Threshold"));
    m_slider->setAccessibleName(look.accessibleName);
    m_slider->setToolTip(look.tip);
    m_slider->setRange(qRound(look.least * 100), 100);
    m_slider->setPageStep(5);
    m_slider->setFixedWidth(look.width);
    m_row->addWidget(m_slider);
    m_percent->setObjectName(m_name + QStringLiteral("Percent"));
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + 4);
    m_row->addWidget(m_percent);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showThreshold();
        Q_EMIT thresholdChanged(threshold());
    });
    showThreshold();
}

double GalleryBar::threshold() const
{
    return m_slider ? m_slider->value() / 100.0 : 0;
}

void GalleryBar::setThreshold(double share)
{
    if (m_slider) {
        const QSignalBlocker quiet(m_slider); // shown, not chosen
        m_slider->setValue(qRound(share * 100));
        showThreshold();
    }
}

void GalleryBar::showThreshold()
{
    //: confidence of a model, or likeness of pictures, in per cent
    m_percent->setText(tr("%1%").arg(m_slider->value()));
}

} // namespace lw::gallery
