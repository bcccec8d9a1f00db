// SPDX-License-Identifier: GPL-3.0-or-later
//! A count, a slider and two buttons in a row.
#include "widgets/gallery/ConfirmBar.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace lw::gallery {

ConfirmBar::ConfirmBar(QWidget* parent)
    : QFrame(parent), m_counts(new common::ElidedLabel({}, Qt::ElideRight, this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_percent(new QLabel(this))
{
    setObjectName(QStringLiteral("confirmBar"));
    setAccessibleName(tr("To confirm"));
    common::setRole(this, "bar");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(common::kGrid * 2, 4, common::kGrid * 2, 4);
    row->setSpacing(common::kGrid);
    m_counts->setObjectName(QStringLiteral("confirmCounts"));
    row->addWidget(m_counts, 1);
    auto* title = new QLabel(tr("Confidence from"), this);
    common::setRole(title, "muted");
    title->setBuddy(m_slider);
    row->addWidget(title);
    m_slider->setObjectName(QStringLiteral("confirmThreshold"));
    m_slider->setAccessibleName(tr("Least confidence"));
    m_slider->setToolTip(tr("How sure the model must be of everything on a picture"));
    m_slider->setRange(0, 100);
    m_slider->setPageStep(5);
    m_slider->setFixedWidth(140);
    row->addWidget(m_slider);
    m_percent->setObjectName(QStringLiteral("confirmPercent"));
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + 4);
    row->addWidget(m_percent);
    m_accept = addAction(QStringLiteral("acceptAbove"), tr("Accept all above"), QStringLiteral("check"),
                         tr("Confirm every sample of at least this confidence; one undo takes it back"));
    m_review = addAction(QStringLiteral("reviewAll"), tr("One by one"), QStringLiteral("next"),
                         tr("Go through them in this order: Enter accepts, Backspace rejects"));
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showThreshold();
        Q_EMIT thresholdChanged(threshold());
    });
    connect(m_accept, &QToolButton::clicked, this, [this] { Q_EMIT acceptRequested(threshold()); });
    connect(m_review, &QToolButton::clicked, this, &ConfirmBar::reviewRequested);
    setCounts(-1, 0);
    showThreshold();
}

QToolButton* ConfirmBar::addAction(const QString& name, const QString& text, const QString& icon, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setIcon(common::icon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layout()->addWidget(button);
    return button;
}

void ConfirmBar::setCounts(qint64 above, qint64 waiting)
{
    m_counts->setText(above < 0 ? tr("Counting…")
                                //: the first is the number of samples that are sure enough, the second of all that wait
                                : tr("%L1 of %L2 samples are that sure").arg(above).arg(waiting));
    m_accept->setEnabled(above > 0);
    m_review->setEnabled(waiting > 0);
}

void ConfirmBar::setThreshold(double least)
{
    const QSignalBlocker quiet(m_slider); // shown, not chosen
    m_slider->setValue(qRound(least * 100));
    showThreshold();
}

double ConfirmBar::threshold() const
{
    return m_slider->value() / 100.0;
}

void ConfirmBar::showThreshold()
{
    //: confidence in per cent
    m_percent->setText(tr("%1%").arg(m_slider->value()));
}

} // namespace lw::gallery
