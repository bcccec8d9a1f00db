// SPDX-License-Identifier: GPL-3.0-or-later
//! All jobs of the learning engine: what runs, what came out, what to do with them (TR-3).
#pragma once

#include "app/studio/Page.h"
#include "models/items/JobListModel.h"

#include <QList>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace lw::common {
class EmptyState;
class SearchField;
} // namespace lw::common
namespace lw::panels {
class JobTable;
}

namespace lw::studio {

class LearnFlows;

class TrainingPage final : public Page {
    Q_OBJECT

public:
    explicit TrainingPage(AppContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(TrainingPage)

    /// With a dataset in the route the form of a new training opens for it, at the version of the anchor ("v12") if any.
    void open(const Route& route) override;
    [[nodiscard]] QString title() const override;

private:
    QWidget* makeHead();
    QWidget* makeFilters();
    QWidget* makeActions();
    void makeEmptyStates();
    QPushButton* addAction(class QHBoxLayout* row, const QString& name, const QString& icon, const QString& text,
                           const QString& tip);
    void refresh();
    void showPage();
    void showActions();
    void showMenu(const QPoint& at);
    void openJob(const QString& id);
    void compare();
    [[nodiscard]] QList<domain::EngineJob> selected() const;

    LearnFlows* m_flows;
    items::JobListModel m_jobs;
    items::JobFilterModel m_shown;
    panels::JobTable* m_table = nullptr;
    QStackedWidget* m_stack = nullptr;
    common::EmptyState* m_empty = nullptr;
    common::EmptyState* m_nothingFound = nullptr;
    common::SearchField* m_search = nullptr;
    QComboBox* m_state = nullptr;
    QComboBox* m_kind = nullptr;
    QAction* m_compareCommand = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_rerun = nullptr;
    QPushButton* m_keep = nullptr;
    QPushButton* m_compare = nullptr;
    QPushButton* m_delete = nullptr;
};

} // namespace lw::studio
