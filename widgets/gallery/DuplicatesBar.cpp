// SPDX-License-Identifier: GPL-3.0-or-later
//! Counts, a slider and four buttons in a row.
#include "widgets/gallery/DuplicatesBar.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QtMath>

namespace lw::gallery {

DuplicatesBar::DuplicatesBar(double lowest, QWidget* parent)
    : QFrame(parent), m_counts(new common::ElidedLabel({}, Qt::ElideRight, this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_percent(new QLabel(this))
{
    setObjectName(QStringLiteral("duplicatesBar"));
    setAccessibleName(tr("Near-duplicates"));
    common::setRole(this, "bar");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(common::kGrid * 2, 4, common::kGrid * 2, 4);
    row->setSpacing(common::kGrid);
    m_counts->setObjectName(QStringLiteral("duplicatesCounts"));
    row->addWidget(m_counts, 1);
    auto* title = new QLabel(tr("Likeness"), this);
    common::setRole(title, "muted");
    title->setBuddy(m_slider);
    row->addWidget(title);
    m_slider->setObjectName(QStringLiteral("duplicatesThreshold"));
    m_slider->setAccessibleName(tr("How alike pictures of a group must be"));
    m_slider->setToolTip(tr("How alike pictures of a group must be. Lower finds more, and more that is no copy."));
    m_slider->setRange(qRound(lowest * 100), 100);
    m_slider->setPageStep(5);
    m_slider->setFixedWidth(96);
    row->addWidget(m_slider);
    m_percent->setObjectName(QStringLiteral("duplicatesPercent"));
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + 4);
    row->addWidget(m_percent);
    m_keep = addAction(QStringLiteral("keepThis"), tr("Keep this one"), QStringLiteral("pin"),
                       tr("Make the selected pictures those that stay of their groups (Ctrl+Shift+K)"));
    m_select = addAction(QStringLiteral("selectCopies"), tr("Select copies"), QStringLiteral("check"),
                         tr("Select all but one of each group (Ctrl+Shift+D)"));
    m_delete = addAction(QStringLiteral("deleteCopies"), tr("Delete copies"), QStringLiteral("delete"),
                         tr("Move all but one of each group to the trash"));
    QToolButton* close = addAction(QStringLiteral("closeDuplicates"), {}, QStringLiteral("close"),
                                   tr("Back to the usual order (Ctrl+Shift+J)"));
    close->setAccessibleName(tr("Back to the usual order"));
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showThreshold();
        Q_EMIT thresholdChanged(threshold());
    });
    connect(m_keep, &QToolButton::clicked, this, &DuplicatesBar::keepRequested);
    connect(m_select, &QToolButton::clicked, this, &DuplicatesBar::selectCopiesRequested);
    connect(m_delete, &QToolButton::clicked, this, &DuplicatesBar::deleteCopiesRequested);
    connect(close, &QToolButton::clicked, this, &DuplicatesBar::closeRequested);
    setCounts(0, 0, 0);
    showThreshold();
}

QToolButton* DuplicatesBar::addAction(const QString& name, const QString& text, const QString& icon, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setIcon(common::icon(icon));
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    layout()->addWidget(button);
    return button;
}

void DuplicatesBar::setCounts(qint64 groups, qint64 pictures, qint64 copies)
{
    m_counts->setText(groups == 0 ? tr("No near-duplicates")
                                  //: %1 is the number of groups of near-duplicates, at least one
                                  : tr("%Ln pictures, groups: %1", nullptr, int(pictures)).arg(groups));
    m_select->setEnabled(copies > 0);
    m_delete->setEnabled(copies > 0);
}

void DuplicatesBar::setThreshold(double threshold)
{
    const QSignalBlocker quiet(m_slider); // shown, not chosen
    m_slider->setValue(qRound(threshold * 100));
    showThreshold();
}

double DuplicatesBar::threshold() const
{
    return m_slider->value() / 100.0;
}

void DuplicatesBar::setCanKeep(bool canKeep)
{
    m_keep->setEnabled(canKeep);
}

void DuplicatesBar::showThreshold()
{
    //: likeness of two pictures in per cent
    m_percent->setText(tr("%1%").arg(m_slider->value()));
}

} // namespace lw::gallery
