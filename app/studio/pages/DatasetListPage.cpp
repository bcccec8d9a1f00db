// SPDX-License-Identifier: GPL-3.0-or-later
//! Cards in the order of a searched and sorted model.
#include "app/studio/pages/DatasetListPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/flows/DatasetFlows.h"
#include "app/studio/flows/OutputFlows.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/Icons.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace lw::studio {

namespace {

const QString kSortKey = QStringLiteral("datasets/sort");

} // namespace

DatasetListPage::DatasetListPage(AppContext& context, QWidget* parent)
    : Page(context, parent), m_flows(new DatasetFlows(context, this)), m_outputs(new OutputFlows(context, this)),
      m_model(project().store()), m_shown(m_model)
{
    setObjectName(QStringLiteral("datasetsPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(common::kGrid * 4, common::kGrid * 3, common::kGrid * 2, common::kGrid);
    column->setSpacing(common::kGrid * 2);
    column->addWidget(makeHead());
    m_stack = new QStackedWidget(this);
    m_scroll = new QScrollArea(m_stack);
    m_scroll->setWidgetResizable(true);
    auto* list = new QWidget(m_scroll);
    list->setObjectName(QStringLiteral("datasetCards"));
    common::setRole(list, "page");
    m_flow = new common::FlowLayout(list, common::kGrid * 2, common::kGrid * 2);
    m_scroll->setWidget(list);
    m_empty = makeEmpty();
    m_nothingFound = new common::EmptyState(QStringLiteral("search"), tr("No dataset of that name"),
                                            tr("Names and descriptions are searched."), m_stack);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_nothingFound);
    column->addWidget(m_stack, 1);

    connect(m_outputs, &OutputFlows::lostSamplesRequested, this,
            [this](domain::DatasetId id, const QList<domain::SampleId>& samples) {
                Q_EMIT routeRequested(Route{.page = PageKind::Canvas, .dataset = id, .sample = samples.front()});
            });
    connect(m_flows, &DatasetFlows::datasetCreated, this, [this](domain::DatasetId id) { go(PageKind::Samples, id); });
    addCommand(QStringLiteral("dataset.new"), [this] { m_flows->createDataset(); });
    addCommand(QStringLiteral("samples.search"), [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &DatasetListPage::refresh);
    const auto later = [this] { m_soon.start(); };
    connect(&m_shown, &QAbstractItemModel::modelReset, this, later);
    connect(&m_shown, &QAbstractItemModel::layoutChanged, this, later);
    connect(&m_shown, &QAbstractItemModel::rowsInserted, this, later);
    connect(&m_shown, &QAbstractItemModel::rowsRemoved, this, later);
    connect(&m_shown, &QAbstractItemModel::dataChanged, this, later);
    sortBy(context.settings().state(kSortKey, 0).toInt());
    refresh();
}

QString DatasetListPage::title() const
{
    return tr("Datasets");
}

void DatasetListPage::open(const Route&) {}

void DatasetListPage::takeFiles(const QStringList& paths)
{
    const QFileInfo first(paths.value(0));
    m_flows->createDataset(first.isDir() ? first.absoluteFilePath() : first.absolutePath());
}

QWidget* DatasetListPage::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, common::kGrid * 2, 0);
    row->setSpacing(common::kGrid);
    auto* title = new QLabel(tr("Datasets"), head);
    common::setRole(title, "title");
    m_search = new common::SearchField(tr("Search datasets"), head);
    m_search->setObjectName(QStringLiteral("datasetSearch"));
    m_search->setMaximumWidth(280);
    auto* sort = new QComboBox(head);
    sort->setObjectName(QStringLiteral("datasetSort"));
    sort->setAccessibleName(tr("Order"));
    sort->addItems({tr("Last change first"), tr("By name"), tr("By progress")});
    sort->setCurrentIndex(context().settings().state(kSortKey, 0).toInt());
    auto* create =
        new QPushButton(common::icon(QStringLiteral("add"), common::colours().accentText), tr("New dataset"), head);
    create->setObjectName(QStringLiteral("newDatasetButton"));
    common::setRole(create, "primary");
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(m_search, 1);
    row->addWidget(sort);
    row->addWidget(create);
    connect(m_search, &common::SearchField::searchChanged, this, [this](const QString& text) {
        m_shown.setSearch(text);
        m_soon.start();
    });
    connect(sort, &QComboBox::activated, this, &DatasetListPage::sortBy);
    connect(create, &QPushButton::clicked, this, [this] { m_flows->createDataset(); });
    return head;
}

QWidget* DatasetListPage::makeEmpty()
{
    auto* empty = new common::EmptyState(QStringLiteral("dataset"), tr("No dataset yet"),
                                         tr("A dataset is a folder of pictures with a set of labels. Create one, then "
                                            "import existing annotations or start drawing."),
                                         this);
    QPushButton* create = empty->addPrimaryButton(tr("New dataset"), QStringLiteral("add"));
    create->setObjectName(QStringLiteral("firstDatasetButton"));
    connect(create, &QPushButton::clicked, this, [this] { m_flows->createDataset(); });
    return empty;
}

void DatasetListPage::sortBy(int choice)
{
    using Model = items::DatasetListModel;
    context().settings().setState(kSortKey, choice);
    switch (choice) {
    case 1:
        m_shown.sort(Model::NameColumn, Qt::AscendingOrder);
        break;
    case 2:
        m_shown.sort(Model::ProgressColumn, Qt::DescendingOrder);
        break;
    default:
        m_shown.sort(Model::ChangedColumn, Qt::DescendingOrder);
        break;
    }
    m_soon.start();
}

void DatasetListPage::refresh()
{
    QHash<domain::DatasetId, DatasetCard*> old = std::exchange(m_cards, {});
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        delete item;
    }
    for (int row = 0; row < m_shown.rowCount(); ++row) {
        const domain::DatasetId id = m_shown.idAt(row);
        const domain::Dataset* dataset = m_model.datasetAt(m_model.rowOf(id));
        if (!dataset) {
            continue;
        }
        DatasetCard* card = old.take(id);
        card ? card->setDataset(*dataset) : void(card = cardFor(*dataset));
        m_cards.insert(id, card);
        m_flow->addWidget(card);
        card->show();
    }
    for (DatasetCard* gone : std::as_const(old)) {
        gone->hide();
        gone->deleteLater();
    }
    m_flow->invalidate();
    m_stack->setCurrentWidget(m_model.rowCount() == 0 ? m_empty : m_cards.isEmpty() ? m_nothingFound : m_scroll);
}

DatasetCard* DatasetListPage::cardFor(const domain::Dataset& dataset)
{
    auto* card = new DatasetCard(dataset, m_scroll->widget());
    connect(card, &DatasetCard::openRequested, this, [this, id = dataset.id] { go(PageKind::Samples, id); });
    connect(card, &DatasetCard::actionRequested, this,
            [this, id = dataset.id](DatasetCard::Action action) { handle(id, action); });
    return card;
}

void DatasetListPage::handle(domain::DatasetId id, DatasetCard::Action action)
{
    using enum DatasetCard::Action;
    switch (action) {
    case Overview:
        go(PageKind::Overview, id);
        break;
    case Annotate:
        go(PageKind::Canvas, id);
        break;
    case Import:
        m_flows->importInto(id);
        break;
    case Sync:
        m_flows->sync(id);
        break;
    case Publish:
        m_outputs->publish(id);
        break;
    case Export:
        m_outputs->exportFrom(id);
        break;
    case Versions:
        go(PageKind::Versions, id);
        break;
    case Edit:
        m_flows->editDataset(id);
        break;
    case Delete:
        m_flows->deleteDataset(id);
        break;
    }
}

void DatasetListPage::go(PageKind page, domain::DatasetId id)
{
    Q_EMIT routeRequested(Route{.page = page, .dataset = id});
}

} // namespace lw::studio
