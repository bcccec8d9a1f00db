// SPDX-License-Identifier: GPL-3.0-or-later
//! A clickable card with buttons and a menu.
#include "app/studio/pages/DatasetCard.h"

#include "models/items/Texts.h"
#include "widgets/charts/ProgressRing.h"
#include "widgets/common/Badge.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QToolButton>

namespace lw::studio {

DatasetCard::DatasetCard(const domain::Dataset& dataset, QWidget* parent) : QFrame(parent)
{
    setFixedWidth(kWidth);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("interactive", true);
    common::setRole(this, "card");
    setCursor(Qt::PointingHandCursor);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 12);
    column->setSpacing(common::kGrid);
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    m_ring = new charts::ProgressRing(64, this);
    top->addWidget(m_ring);
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    m_name = new common::ElidedLabel({}, Qt::ElideMiddle, this);
    common::setRole(m_name, "heading");
    m_description = new common::ElidedLabel({}, Qt::ElideRight, this);
    common::setRole(m_description, "muted");
    m_counts = new QLabel(this);
    words->addWidget(m_name);
    words->addWidget(m_description);
    words->addWidget(m_counts);
    top->addLayout(words, 1);
    column->addLayout(top);
    auto* middle = new QHBoxLayout;
    m_type = new common::Badge({}, common::BadgeKind::Accent, this);
    m_versions = new common::Badge({}, common::BadgeKind::Neutral, this);
    m_changed = new QLabel(this);
    common::setRole(m_changed, "muted");
    middle->addWidget(m_type);
    middle->addWidget(m_versions);
    middle->addStretch(1);
    middle->addWidget(m_changed);
    column->addLayout(middle);
    column->addWidget(makeButtons());
    setDataset(dataset);
}

QWidget* DatasetCard::makeButtons()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    auto* open = new QPushButton(tr("Open"), bar);
    open->setObjectName(QStringLiteral("openDataset"));
    auto* annotate = new QPushButton(common::icon(QStringLiteral("edit")), tr("Annotate"), bar);
    annotate->setObjectName(QStringLiteral("annotateDataset"));
    auto* more = new QToolButton(bar);
    more->setObjectName(QStringLiteral("moreActions"));
    more->setIcon(common::icon(QStringLiteral("more")));
    more->setToolTip(tr("More actions"));
    more->setAccessibleName(more->toolTip());
    row->addWidget(open);
    row->addWidget(annotate);
    row->addStretch(1);
    row->addWidget(more);
    connect(open, &QPushButton::clicked, this, &DatasetCard::openRequested);
    connect(annotate, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested(Action::Annotate); });
    connect(more, &QToolButton::clicked, this,
            [this, more] { openMenu(more->mapToGlobal(QPoint(0, more->height()))); });
    return bar;
}

void DatasetCard::setDataset(const domain::Dataset& dataset)
{
    const QLocale locale;
    setObjectName(QStringLiteral("dataset.") + dataset.name);
    setAccessibleName(dataset.name);
    m_name->setText(dataset.name);
    m_description->setText(dataset.description.isEmpty() ? dataset.inputLocation : dataset.description);
    m_ring->setProgress(dataset.counters.labelled, dataset.counters.total);
    m_counts->setText(tr("%1 of %2 labelled")
                          .arg(locale.toString(dataset.counters.labelled), locale.toString(dataset.counters.total)));
    m_type->setText(items::typeText(dataset.type));
    m_versions->setText(dataset.versionCount == 0 ? tr("no version")
                                                  : tr("%n versions", nullptr, dataset.versionCount));
    m_changed->setText(items::timeText(dataset.changedAt));
    m_changed->setToolTip(tr("Last change"));
}

void DatasetCard::openMenu(const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](Action action, const char* icon, const QString& text) {
        QAction* entry = menu->addAction(common::icon(QLatin1String(icon)), text);
        connect(entry, &QAction::triggered, this, [this, action] { Q_EMIT actionRequested(action); });
    };
    add(Action::Overview, "overview", tr("Overview"));
    add(Action::Versions, "version", tr("Versions"));
    menu->addSeparator();
    add(Action::Import, "import", tr("Import…"));
    add(Action::Sync, "sync", tr("Synchronize with the input location"));
    add(Action::Publish, "publish", tr("Publish a version…"));
    add(Action::Export, "export", tr("Export…"));
    menu->addSeparator();
    add(Action::Edit, "settings", tr("Edit…"));
    add(Action::Delete, "delete", tr("Delete…"));
    menu->popup(globalPosition);
}

void DatasetCard::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
        Q_EMIT openRequested();
    }
}

void DatasetCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        Q_EMIT openRequested();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void DatasetCard::contextMenuEvent(QContextMenuEvent* event)
{
    openMenu(event->globalPos());
}

} // namespace lw::studio
