// SPDX-License-Identifier: GPL-3.0-or-later
//! Edits the skeleton of a label: joints, their names and places, bones.
#pragma once

#include "widgets/dialogs/FormDialog.h"
#include "widgets/dialogs/SkeletonDraft.h"

class QTableWidget;
class QToolButton;

namespace lw::dialogs {

class SkeletonBoard;

class SkeletonDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SkeletonDialog)

public:
    SkeletonDialog(const QString& labelName, const SkeletonDraft& draft, QWidget* parent = nullptr);

    [[nodiscard]] const SkeletonDraft& draft() const { return m_draft; }

protected:
    void validate() override;

private:
    QWidget* makeEditor();
    QWidget* makeButtons();
    QWidget* makeTable();
    void addPresets(QToolButton& button);
    void refreshTable();
    void takeCell(int row, int column);
    void afterEdit();

    SkeletonDraft m_draft;
    SkeletonBoard* m_board = nullptr;
    QTableWidget* m_table = nullptr;
    QToolButton* m_remove = nullptr;
    QWidget* m_editor = nullptr;
    bool m_isRefreshing = false;
};

} // namespace lw::dialogs
