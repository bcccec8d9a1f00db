// SPDX-License-Identifier: GPL-3.0-or-later
//! The project's models: trained here or imported, and what to do with them (TR-9).
#pragma once

#include "app/studio/Page.h"
#include "models/items/LibraryModelListModel.h"

#include <QSortFilterProxyModel>

#include <optional>

class QFormLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace lw::common {
class EmptyState;
class SearchField;
} // namespace lw::common

namespace lw::studio {

class ModelFlows;

class ModelsPage final : public Page {
    Q_OBJECT

public:
    explicit ModelsPage(AppContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ModelsPage)

    /// The anchor is a model to select: its id, or that of the job that made it.
    void open(const Route& route) override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool takesFiles() const override { return true; }
    void takeFiles(const QStringList& paths) override;

private:
    QWidget* makeHead();
    QWidget* makeList();
    QWidget* makeDetails();
    QPushButton* addAction(class QVBoxLayout* column, const QString& name, const QString& icon, const QString& text,
                           const QString& tip);
    void reload();
    void select(const QString& id);
    void showPage();
    void showDetails();
    void addFact(const QString& title, const QString& text);
    [[nodiscard]] const domain::LibraryModel* selected() const;

    ModelFlows* m_flows;
    items::LibraryModelListModel m_models;
    QSortFilterProxyModel m_shown;
    QString m_wanted;
    bool m_hasLooked = false;
    QStackedWidget* m_stack = nullptr;
    common::EmptyState* m_empty = nullptr;
    common::SearchField* m_search = nullptr;
    QTreeView* m_table = nullptr;
    QWidget* m_details = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_description = nullptr;
    QFormLayout* m_facts = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_smart = nullptr;
    QPushButton* m_evaluate = nullptr;
    QPushButton* m_predict = nullptr;
    QPushButton* m_toJob = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_delete = nullptr;
};

} // namespace lw::studio
