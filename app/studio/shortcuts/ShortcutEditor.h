// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows all keys, changes them and says what they clash with.
#pragma once

#include <QKeySequence>
#include <QWidget>

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lw::studio {

class ShortcutRegistry;

class ShortcutEditor final : public QWidget {
    Q_OBJECT

public:
    /// `shortcuts` must outlive the editor.
    explicit ShortcutEditor(ShortcutRegistry& shortcuts, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ShortcutEditor)

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    void fill();
    void refreshRow(QTreeWidgetItem* row) const;
    void refreshRows();
    void filter(const QString& text);
    void showCurrent();
    void showConflict();
    void take(bool replaces);
    [[nodiscard]] QString currentId() const;
    /// The first key of what was pressed: keys of several strokes would make single letters wait.
    [[nodiscard]] QKeySequence pressed() const;

    ShortcutRegistry& m_shortcuts;
    QComboBox* m_profile = nullptr;
    QLabel* m_profileHint = nullptr;
    QTreeWidget* m_list = nullptr;
    QLabel* m_name = nullptr;
    QKeySequenceEdit* m_keys = nullptr;
    QPushButton* m_replace = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_clear = nullptr;
    QPushButton* m_reset = nullptr;
    QLabel* m_conflict = nullptr;
};

} // namespace lw::studio
