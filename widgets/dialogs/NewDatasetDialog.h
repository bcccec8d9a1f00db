// SPDX-License-Identifier: GPL-3.0-or-later
//! Asks for everything that a new dataset needs (DS-2, DS-3).
#pragma once

#include "models/domain/DatasetType.h"
#include "models/domain/Label.h"
#include "widgets/dialogs/FormDialog.h"

class QComboBox;
class QLineEdit;

namespace lw::dialogs {

class LabelsEditor;
class PathField;

struct NewDataset {
    QString name;
    QString description;
    domain::DatasetType type = domain::DatasetType::ObjectDetection;
    QString inputLocation;  ///< absolute; may not exist yet
    QString outputLocation; ///< absolute; may not exist yet
    std::vector<domain::Label> labels;
};

class NewDatasetDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewDatasetDialog)

public:
    /// `takenNames` of the project's datasets. `suggestedOutput` is the folder in which output folders are offered.
    NewDatasetDialog(const QStringList& takenNames, const QString& suggestedOutput, QSettings* settings,
                     QWidget* parent = nullptr);

    /// What was entered; acceptable once the dialog was accepted.
    [[nodiscard]] NewDataset dataset() const;
    /// Fills fields in beforehand (a folder dropped on the window).
    void setInputLocation(const QString& folder);

protected:
    void validate() override;
    void rememberChoices() override;

private:
    void addFields();
    void suggest();

    QStringList m_takenNames;
    QString m_outputRoot;
    QLineEdit* m_name;
    QComboBox* m_type;
    PathField* m_input;
    PathField* m_output;
    QLineEdit* m_description;
    LabelsEditor* m_labels;
    bool m_isOutputOwn = false; ///< the person typed an output location
    bool m_isNameOwn = false;
};

/// Why a pair of locations is not allowed, as a sentence; empty when it is. Both absolute.
[[nodiscard]] QString locationProblem(const QString& inputLocation, const QString& outputLocation);

} // namespace lw::dialogs
