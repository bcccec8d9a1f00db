// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of the selected objects: label, coordinates, marks, pose, attributes.
#pragma once

#include "models/document/commands/Commands.h"
#include "models/domain/Label.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;

namespace lw::document {
class LabelSet;
}

namespace lw::panels {

class CoordinateFields;

/// Edits go through document::commands as one step each. With several objects selected a field shows what they share.
class ObjectFields final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ObjectFields)

public:
    ObjectFields(document::SampleDocument& document, document::LabelSet& labels, QWidget* parent = nullptr);
    ~ObjectFields() override;

    void setAuthor(const QString& author) { m_author = author; }
    void setObjects(const document::commands::Ids& ids);

private:
    enum Mark { Hard, Difficult, Truncated, Occluded, kMarkCount };

    QWidget* makeMarks();
    QWidget* makeConfidence();
    void refresh();
    void refreshLabels();
    void showNothing();
    void refreshCoordinates(const std::vector<const domain::Annotation*>& objects);
    void refreshMarks(const std::vector<const domain::Annotation*>& objects);
    void refreshConfidence(const std::vector<const domain::Annotation*>& objects);
    void refreshAttributes(const std::vector<const domain::Annotation*>& objects);
    void addAttribute(const domain::LabelAttribute& attribute);
    void applyShape(const domain::Shape& shape);
    void applyMark(Mark mark, bool isSet);
    [[nodiscard]] std::vector<const domain::Annotation*> objects() const;

    document::SampleDocument& m_document;
    document::LabelSet& m_labels;
    QString m_author = QStringLiteral("human");
    document::commands::Ids m_ids;
    bool m_isRefreshing = false;
    QComboBox* m_label;
    CoordinateFields* m_coordinates;
    std::array<QCheckBox*, kMarkCount> m_marks{};
    QDoubleSpinBox* m_confidence = nullptr; ///< percent; below zero: none
    QComboBox* m_pose;
    QFormLayout* m_form;
    QFormLayout* m_attributes;
    QString m_attributesKey; ///< what m_attributes shows, to keep fields (and the cursor) while values change
};

} // namespace lw::panels
