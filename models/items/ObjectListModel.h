// SPDX-License-Identifier: GPL-3.0-or-later
//! The annotations of the open sample as rows.
#pragma once

#include "models/domain/Annotation.h"

#include <QAbstractTableModel>

#include <vector>

namespace lw::document {
class LabelSet;
class SampleDocument;
struct DocumentChange;
} // namespace lw::document

namespace lw::items {

/// In stacking order, the topmost first. Follows the document by row changes, insertions and removals. GUI thread only.
class ObjectListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ObjectListModel)

public:
    enum Column { LabelColumn, KindColumn, SizeColumn, FlagsColumn, ConfidenceColumn, kColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        ColourRole,                ///< QColor of the label
        KindRole,                  ///< int of domain::ShapeKind
        IsHiddenRole,              ///< its label is hidden
    };

    ObjectListModel(document::SampleDocument& document, document::LabelSet& labels, QObject* parent = nullptr);
    ~ObjectListModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] domain::AnnotationId idAt(int row) const;
    [[nodiscard]] int rowOf(domain::AnnotationId id) const;

private:
    void applyChange(const document::DocumentChange& change);
    void reset();
    [[nodiscard]] std::vector<domain::Annotation> current() const;
    [[nodiscard]] QString flagsText(const domain::Annotation& annotation) const;
    [[nodiscard]] QString tipOf(const domain::Annotation& annotation) const;
    [[nodiscard]] QVariant textOf(const domain::Annotation& annotation, int column) const;

    document::SampleDocument& m_document;
    document::LabelSet& m_labels;
    std::vector<domain::Annotation> m_rows;
};

} // namespace lw::items
