// SPDX-License-Identifier: GPL-3.0-or-later
//! The datasets of the project as cards, with search (DS-7).
#pragma once

#include "app/studio/Page.h"
#include "app/studio/pages/DatasetCard.h"
#include "models/items/DatasetListModel.h"

#include <QHash>
#include <QTimer>

class QScrollArea;
class QStackedWidget;

namespace lw::common {
class FlowLayout;
class SearchField;
} // namespace lw::common

namespace lw::studio {

class DatasetFlows;
class OutputFlows;

class DatasetListPage final : public Page {
    Q_OBJECT

public:
    explicit DatasetListPage(AppContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(DatasetListPage)

    void open(const Route& route) override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool takesFiles() const override { return true; }
    /// Offers to make a dataset of a folder.
    void takeFiles(const QStringList& paths) override;

private:
    QWidget* makeHead();
    QWidget* makeEmpty();
    void sortBy(int choice);
    void refresh();
    DatasetCard* cardFor(const domain::Dataset& dataset);
    void handle(domain::DatasetId id, DatasetCard::Action action);
    void go(PageKind page, domain::DatasetId id);

    DatasetFlows* m_flows;
    OutputFlows* m_outputs;
    items::DatasetListModel m_model;
    items::DatasetSearchModel m_shown;
    QTimer m_soon;
    common::SearchField* m_search;
    QStackedWidget* m_stack;
    QWidget* m_empty;
    QWidget* m_nothingFound;
    QScrollArea* m_scroll;
    common::FlowLayout* m_flow;
    QHash<domain::DatasetId, DatasetCard*> m_cards;
};

} // namespace lw::studio
