// SPDX-License-Identifier: GPL-3.0-or-later
//! The label set beside the gallery or canvas: colours, names, shortcuts, counts; add, rename, hide, lock, reorder.
#pragma once

#include "models/domain/Ids.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QModelIndex;
class QTreeView;

namespace lw::common {
class SectionHeader;
}
namespace lw::document {
class LabelSet;
}
namespace lw::items {
class LabelListModel;
}

namespace lw::panels {

class LabelDelegate;

/// New labels, colours, hiding, locking and order go to the label set; what concerns samples is asked for by signal.
class LabelPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelPanel)

public:
    /// `labels` must outlive the panel.
    explicit LabelPanel(document::LabelSet& labels, QWidget* parent = nullptr);
    ~LabelPanel() override;

    /// Marks the labels that the list is filtered by; or the one in hand on the canvas.
    void setMarked(const QList<domain::LabelId>& labels);
    /// No adding, renaming, reordering (a version is shown).
    void setReadOnly(bool isReadOnly);
    [[nodiscard]] domain::LabelId currentId() const;

public Q_SLOTS:
    /// Puts the cursor into the field for a new label.
    void startAdding();

Q_SIGNALS:
    /// A row was clicked or Enter was pressed: filter by it, or take it in hand.
    void labelActivated(lw::domain::LabelId id);
    /// BatchRepository::renameLabel(); may merge two labels.
    void renameRequested(lw::domain::LabelId id, const QString& name);
    /// dialogs::LabelEditDialog: colour, shortcut, attributes.
    void editRequested(lw::domain::LabelId id);
    /// dialogs::DeleteLabelDialog.
    void deleteRequested(lw::domain::LabelId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeAdder();
    void makeList();
    void addLabel();
    void showError(const QString& text);
    void refreshNote();
    void handleClick(const QModelIndex& index);
    void toggle(const QModelIndex& index);
    void hideOthers(int shownRow);
    void chooseColour(const QModelIndex& index);
    void openMenu(const QPoint& position);

    document::LabelSet& m_labels;
    items::LabelListModel* m_model;
    LabelDelegate* m_delegate;
    common::SectionHeader* m_header;
    QTreeView* m_list;
    QLineEdit* m_name = nullptr;
    QWidget* m_adder;
    QLabel* m_error;
    bool m_isReadOnly = false;
};

} // namespace lw::panels
