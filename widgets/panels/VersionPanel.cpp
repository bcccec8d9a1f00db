// SPDX-License-Identifier: GPL-3.0-or-later
//! The line of versions beside the details of the selected one.
#include "widgets/panels/VersionPanel.h"

#include "models/items/VersionListModel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/VersionDelegate.h"
#include "widgets/panels/VersionDetails.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace lw::panels {

namespace {

constexpr int kDetailsWidth = 960;

} // namespace

VersionPanel::VersionPanel(items::VersionListModel& model, QWidget* parent)
    : QFrame(parent), m_model(model), m_pages(new QStackedWidget(this)), m_list(new QListView(this)),
      m_details(new VersionDetails(this))
{
    setObjectName(QStringLiteral("versionPanel"));
    setAccessibleName(tr("Versions"));
    auto* empty = new common::EmptyState(QStringLiteral("publish"), tr("No versions yet"),
                                         tr("Publish the dataset to freeze its current state as a version that you can "
                                            "train on, compare and go back to."),
                                         this);
    QPushButton* publish = empty->addPrimaryButton(tr("Publish…"), QStringLiteral("publish"));
    publish->setObjectName(QStringLiteral("publishFirst"));
    connect(publish, &QPushButton::clicked, this, &VersionPanel::publishRequested);
    m_pages->addWidget(empty);
    m_pages->addWidget(makeContent());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    connect(m_details, &VersionDetails::setCurrentClicked, this, &VersionPanel::setCurrentRequested);
    connect(m_details, &VersionDetails::deleteClicked, this, &VersionPanel::deleteRequested);
    connect(m_details, &VersionDetails::compareClicked, this, &VersionPanel::compareRequested);
    connect(m_details, &VersionDetails::trainClicked, this, &VersionPanel::trainRequested);
    connect(m_details, &VersionDetails::openFolderClicked, this, &VersionPanel::openFolderRequested);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_selected = selectedId(); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &VersionPanel::showList);
    showList();
}

QWidget* VersionPanel::makeContent()
{
    auto* content = new QWidget(this);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_list->setObjectName(QStringLiteral("versionList"));
    m_list->setAccessibleName(tr("Versions"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new VersionDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* side = new QWidget(content);
    side->setFixedWidth(300);
    auto* left = new QVBoxLayout(side);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(common::kGrid);
    auto* header = new common::SectionHeader(tr("Versions"), side);
    auto* publish = new QPushButton(common::icon(QStringLiteral("publish")), tr("Publish…"), header);
    publish->setObjectName(QStringLiteral("publishButton"));
    publish->setToolTip(tr("Publish the dataset to freeze its current state as a version that you can train on, "
                           "compare and go back to."));
    connect(publish, &QPushButton::clicked, this, &VersionPanel::publishRequested);
    header->addAction(publish);
    left->addWidget(header);
    left->addWidget(m_list, 1);
    row->addWidget(side);
    auto* right = new QVBoxLayout;
    m_details->setMaximumWidth(kDetailsWidth);
    right->addWidget(m_details);
    right->addStretch(1);
    row->addLayout(right, 1);
    row->addStretch(0); // takes what the details leave on a wide screen
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &VersionPanel::showSelected);
    return content;
}

void VersionPanel::showList()
{
    m_pages->setCurrentIndex(m_model.rowCount() == 0 ? 0 : 1);
    const int row = m_model.rowOf(m_selected);
    const int current = m_model.rowOf(m_model.current());
    m_list->setCurrentIndex(m_model.index(row >= 0 ? row : qMax(0, current), 0));
    showSelected();
}

void VersionPanel::showSelected()
{
    if (const domain::Version* version = m_model.versionAt(m_list->currentIndex().row())) {
        m_details->setVersion(*version, version->id == m_model.current(), m_model.versions());
    }
}

void VersionPanel::setDatasetType(domain::DatasetType type)
{
    m_details->setDatasetType(type);
}

domain::VersionId VersionPanel::selectedId() const
{
    const domain::Version* version = m_model.versionAt(m_list->currentIndex().row());
    return version ? version->id : domain::VersionId();
}

void VersionPanel::select(domain::VersionId id)
{
    if (const int row = m_model.rowOf(id); row >= 0) {
        m_list->setCurrentIndex(m_model.index(row, 0));
    }
}

} // namespace lw::panels
