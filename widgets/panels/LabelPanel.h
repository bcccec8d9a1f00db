// SPDX-License-Identifier: GPL-3.0-or-later
//! The label set beside the gallery or canvas: colours, names, shortcuts, counts; add, rename, hide, lock, reorder.
#pragma once

#include "models/domain/Ids.h"
#include "models/store/SampleRepository.h"

#include <QFrame>
#include <QHash>

class QAction;
class QLabel;
class QKeyEvent;
class QLineEdit;
class QMenu;
class QModelIndex;
class QTreeView;
class QVBoxLayout;

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

/// It lists the labels that shapes get, or is where labels are given to whole samples: see setAssigning().
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

    /// For labels of whole samples: a tick for each label that the chosen samples have, instead of hiding and locking;
    /// a click gives the label, and so does its name in the field, which searches the list and makes new labels.
    void setAssigning(bool isAssigning);
    /// What the ticks say: of `samples` chosen ones, as SampleRepository::labelUse() says.
    void setUse(qint64 samples, const std::vector<store::LabelUse>& use);
    /// The key to show beside each label, instead of its own (portable text).
    void setKeys(const QHash<domain::LabelId, QString>& keys);
    /// A sentence under the list; empty: none.
    void setHint(const QString& hint);
    /// Adds a switch under the list for a checkable action.
    void addSwitch(QAction* action);

public Q_SLOTS:
    /// Puts the cursor into the field for a new label.
    void startAdding();

Q_SIGNALS:
    /// A row was clicked or Enter was pressed: filter by it, take it in hand, or give it to the chosen samples.
    void labelActivated(lw::domain::LabelId id);
    /// Show the samples that have it (assigning only; else labelActivated() says it).
    void filterRequested(lw::domain::LabelId id);
    /// Take it off the chosen samples (assigning only).
    void removeRequested(lw::domain::LabelId id);
    /// The field is done with: the keyboard belongs to the samples again (assigning only).
    void fieldLeft();
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
    void createLabels(const QStringList& names);
    void filterRows(const QString& text);
    /// Gives the label that was typed, or makes it.
    void chooseTyped(bool isNew);
    bool fieldKey(const QKeyEvent& event);
    bool listKey(const QKeyEvent& event);
    void showError(const QString& text);
    void refreshNote();
    void handleClick(const QModelIndex& index);
    void toggle(const QModelIndex& index);
    void hideOthers(int shownRow);
    void chooseColour(const QModelIndex& index);
    void openMenu(const QPoint& position);
    void addShowing(QMenu& menu, const QModelIndex& index);

    document::LabelSet& m_labels;
    items::LabelListModel* m_model;
    LabelDelegate* m_delegate;
    common::SectionHeader* m_header;
    QTreeView* m_list;
    QLineEdit* m_name = nullptr;
    QWidget* m_adder;
    QLabel* m_error;
    QLabel* m_hint;
    QVBoxLayout* m_column;
    bool m_isReadOnly = false;
    bool m_isAssigning = false;
    qint64 m_chosen = 0; ///< samples that the ticks are about
};

} // namespace lw::panels
