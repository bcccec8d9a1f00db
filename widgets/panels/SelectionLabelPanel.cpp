// SPDX-License-Identifier: GPL-3.0-or-later
//! Rows of labels with counts and the actions on each.
#include "widgets/panels/SelectionLabelPanel.h"

#include "models/document/LabelSet.h"
#include "widgets/common/ColourButton.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace lw::panels {

SelectionLabelPanel::SelectionLabelPanel(document::LabelSet& labels, QWidget* parent)
    : QFrame(parent), m_labels(labels), m_header(new common::SectionHeader(tr("Labels of the selection"), this)),
      m_hint(new QLabel(this)), m_content(new QWidget(this))
{
    setObjectName(QStringLiteral("selectionLabelPanel"));
    setAccessibleName(tr("Labels of the selection"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(common::kGrid);
    column->addWidget(m_header);
    m_hint->setWordWrap(true);
    common::setRole(m_hint, "muted");
    column->addWidget(m_hint);
    m_rows = new QVBoxLayout(m_content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    common::setRole(m_content, "page");
    column->addWidget(scroll, 1);
    setUse(0, {});
}

void SelectionLabelPanel::setUse(qint64 samples, const std::vector<store::LabelUse>& use)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const store::LabelUse& one : use) {
        m_rows->addWidget(makeRow(one));
    }
    m_rows->addStretch(1);
    m_header->setNote(samples > 0 ? tr("%n samples", nullptr, static_cast<int>(samples)) : QString());
    m_hint->setText(samples == 0 ? tr("Select samples to see and change their labels.")
                                 : tr("The selected samples have no labels."));
    m_hint->setVisible(use.empty());
    m_content->setEnabled(true);
}

void SelectionLabelPanel::setBusy(bool isBusy)
{
    m_content->setEnabled(!isBusy);
}

QWidget* SelectionLabelPanel::makeRow(const store::LabelUse& use)
{
    const domain::Label* label = m_labels.find(use.label);
    const QString name = label ? label->name : tr("Unknown label");
    auto* row = new QWidget(m_content);
    row->setObjectName(QStringLiteral("use-%1").arg(use.label.value));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 2, 0, 2);
    line->setSpacing(common::kGrid);
    line->addWidget(new common::ColourSwatch(label ? QColor::fromRgba(label->colour) : QColor(Qt::gray), row));
    line->addWidget(new common::ElidedLabel(name, Qt::ElideRight, row), 1);
    auto* count = new QLabel(tr("%L1 on %L2").arg(use.annotations).arg(use.samples), row);
    count->setToolTip(tr("%1 objects on %2 samples").arg(use.annotations).arg(use.samples));
    common::setRole(count, "muted");
    line->addWidget(count);
    auto* more = new QToolButton(row);
    more->setObjectName(QStringLiteral("useMenu"));
    more->setIcon(common::icon(QStringLiteral("more")));
    more->setAccessibleName(tr("Change %1 on the selection").arg(name));
    more->setToolTip(tr("Replace or remove on the selection"));
    QMenu* menu = makeMenu(more, use.label);
    connect(more, &QToolButton::clicked, menu,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    line->addWidget(more);
    return row;
}

QMenu* SelectionLabelPanel::makeMenu(QWidget* parent, domain::LabelId from)
{
    auto* menu = new QMenu(parent);
    menu->addAction(common::icon(QStringLiteral("filter")), tr("Show its samples"), this,
                    [this, from] { Q_EMIT labelActivated(from); });
    QMenu* replace = menu->addMenu(common::icon(QStringLiteral("tag")), tr("Replace with"));
    for (const domain::Label& label : m_labels.labels()) {
        if (label.id != from) {
            const domain::LabelId to = label.id;
            replace->addAction(common::colourIcon(QColor::fromRgba(label.colour)), label.name, this,
                               [this, from, to] { Q_EMIT replaceRequested(from, to); });
        }
    }
    replace->setEnabled(!replace->isEmpty());
    menu->addAction(common::icon(QStringLiteral("delete")), tr("Remove from the selection"), this,
                    [this, from] { Q_EMIT removeRequested(from); });
    return menu;
}

} // namespace lw::panels
