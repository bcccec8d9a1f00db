// SPDX-License-Identifier: GPL-3.0-or-later
//! The objects on the open sample, and everything about the selected ones as fields.
#pragma once

#include "models/document/commands/Commands.h"

#include <QFrame>

class QTreeView;

namespace lw::common {
class SectionHeader;
}
namespace lw::document {
class LabelSet;
}
namespace lw::items {
class ObjectListModel;
}

namespace lw::panels {

class ObjectFields;

/// Edits go through document::commands at once. `document` and `labels` must outlive it.
class ObjectPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ObjectPanel)

public:
    ObjectPanel(document::SampleDocument& document, document::LabelSet& labels, QWidget* parent = nullptr);
    ~ObjectPanel() override;

    /// Written into annotations that are edited here; "human" unless set.
    void setAuthor(const QString& author);
    void setReadOnly(bool isReadOnly);
    /// Shows what is selected elsewhere (the canvas) without sending selectionChanged().
    void setSelection(const document::commands::Ids& ids);
    [[nodiscard]] document::commands::Ids selection() const;

Q_SIGNALS:
    /// The person selected other rows.
    void selectionChanged(const std::vector<lw::domain::AnnotationId>& ids);
    /// Double click or Enter: show the object large.
    void zoomRequested(lw::domain::AnnotationId id);
    /// Who made and changed it.
    void historyRequested(lw::domain::AnnotationId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeList();
    void refreshNote();
    void applySelection();
    void openMenu(const QPoint& position);

    document::SampleDocument& m_document;
    items::ObjectListModel* m_model;
    common::SectionHeader* m_header;
    QTreeView* m_list;
    ObjectFields* m_fields;
    bool m_isSyncing = false; ///< setSelection() is at work
    bool m_isReadOnly = false;
};

} // namespace lw::panels
