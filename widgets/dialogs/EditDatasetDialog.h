// SPDX-License-Identifier: GPL-3.0-or-later
//! Edits name, description and locations of a dataset (DS-8) and which shapes may be drawn.
#pragma once

#include "models/domain/Dataset.h"
#include "widgets/dialogs/FormDialog.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace lw::dialogs {

class PathField;

class EditDatasetDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditDatasetDialog)

public:
    /// `takenNames` of the project's other datasets.
    EditDatasetDialog(const domain::Dataset& dataset, const QStringList& takenNames, QWidget* parent = nullptr);

    /// The dataset with the new values.
    [[nodiscard]] domain::Dataset dataset() const;

protected:
    void validate() override;

private:
    void addLocations();
    void fillShapes();
    void validateLocations();

    domain::Dataset m_dataset;
    QStringList m_takenNames;
    QLineEdit* m_name;
    QPlainTextEdit* m_description;
    QComboBox* m_shapes;
    PathField* m_input;
    PathField* m_output;
};

} // namespace lw::dialogs
