// SPDX-License-Identifier: GPL-3.0-or-later
//! A table of what was deleted, with its filters and what can be done with it (AN-10).
#pragma once

#include "models/domain/Trash.h"

#include <QFrame>
#include <QList>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace lw::common {
class EmptyState;
}
namespace lw::items {
class TrashListModel;
}

namespace lw::panels {

/// `model` must outlive it.
class TrashPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrashPanel)

public:
    explicit TrashPanel(items::TrashListModel& model, QWidget* parent = nullptr);
    ~TrashPanel() override;

    /// What there is by dataset and kind; fills the choice of datasets and the numbers.
    void setCounts(const std::vector<domain::TrashCount>& counts);
    [[nodiscard]] QList<domain::TrashId> selection() const;

Q_SIGNALS:
    void restoreRequested(const QList<lw::domain::TrashId>& ids);
    void purgeRequested(const QList<lw::domain::TrashId>& ids);
    /// Everything that passes the filter, shown or not.
    void emptyRequested(const lw::domain::TrashFilter& filter);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeTools();
    void makeTable();
    QPushButton* addButton(QWidget* tools, const char* name, const char* icon, const QString& text, const QString& tip);
    void applyFilter();
    void refresh();
    void selectAll();
    void openMenu(const QPoint& position);

    items::TrashListModel& m_model;
    QComboBox* m_kind = nullptr;
    QComboBox* m_dataset = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_purge = nullptr;
    QPushButton* m_empty = nullptr;
    QStackedWidget* m_stack = nullptr;
    QTableView* m_table = nullptr;
    common::EmptyState* m_nothing = nullptr;
    QLabel* m_note = nullptr;
    std::vector<domain::TrashCount> m_counts;
};

} // namespace lw::panels
