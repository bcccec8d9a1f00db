// SPDX-License-Identifier: GPL-3.0-or-later
//! Who made and changed an annotation or a sample, and when (AN-10).
#pragma once

#include "models/items/HistoryListModel.h"

#include <QDialog>

namespace lw::dialogs {

class HistoryDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryDialog)

public:
    /// `rows` are the newest first.
    HistoryDialog(const QString& title, std::vector<items::HistoryRow> rows, QWidget* parent = nullptr);
    ~HistoryDialog() override;

private:
    QWidget* makeTable();

    items::HistoryListModel m_model;
};

} // namespace lw::dialogs
