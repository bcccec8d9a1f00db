// SPDX-License-Identifier: GPL-3.0-or-later
//! A table of problems by file, line and reason, with search, copy and save.
#pragma once

#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace lw::items {
class ProblemListModel;
}

namespace lw::panels {

/// `model` must outlive it.
class ProblemsView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemsView)

public:
    explicit ProblemsView(items::ProblemListModel& model, QWidget* parent = nullptr);

    /// Width of the column of files, device-independent pixels.
    void setFileWidth(int width);
    /// Puts the selected rows, or all when none is selected, on the clipboard as tab-separated text.
    void copy() const;

Q_SIGNALS:
    /// A row was double-clicked. `file` is the path as reported.
    void fileActivated(const QString& file, qint64 line);

private:
    QWidget* makeTools();
    void makeTable();
    void save();
    void refreshCount();

    items::ProblemListModel& m_model;
    QSortFilterProxyModel* m_shown;
    QTableView* m_table;
    QLabel* m_count;
};

} // namespace lw::panels
