// SPDX-License-Identifier: GPL-3.0-or-later
//! Edits a set of labels that does not exist yet: names, colours, shortcuts, attributes.
#pragma once

#include "models/domain/Label.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QTreeWidget;

namespace lw::dialogs {

class LabelsEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelsEditor)

public:
    explicit LabelsEditor(QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<domain::Label>& labels() const { return m_labels; }
    void setLabels(const std::vector<domain::Label>& labels);
    /// Adds names out of text, one per line or separated by commas, semicolons or tabs; "name #rrggbb" gives a colour.
    /// Returns how many were added; the rest (not allowed or there already) is named in the error line.
    int addNames(const QString& text);

Q_SIGNALS:
    void labelsChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addButton(QHBoxLayout* row, const QString& name, const QString& icon, const QString& text,
                   void (LabelsEditor::*action)());
    void makeList();
    void takeInput();
    void paste();
    void refresh();
    void removeSelected();
    void editSelected();
    [[nodiscard]] QString freeDigit() const;

    std::vector<domain::Label> m_labels;
    QLineEdit* m_input;
    QTreeWidget* m_list;
    QLabel* m_error;
};

} // namespace lw::dialogs
