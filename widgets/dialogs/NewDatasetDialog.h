// SPDX-License-Identifier: GPL-3.0-or-later
//! Asks for everything that a new dataset needs (DS-2, DS-3).
#pragma once

#include "models/domain/DatasetType.h"
#include "models/domain/Label.h"
#include "widgets/dialogs/FormDialog.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QTimer;

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
    QString importFormat; ///< id of the format in which labels lie there and are to be imported; else empty
};

/// Annotations that lie in the input location.
struct FoundAnnotations {
    domain::DatasetType type = domain::DatasetType::ObjectDetection; ///< that fits them best
    std::vector<domain::DatasetType> types;                          ///< that can take them
    QString format;                                                  ///< id
    QString reason;                                                  ///< a sentence: how they were recognised
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
    /// Answers lookRequested() about `folder`; nothing if no annotations were recognised.
    void setFound(const QString& folder, const std::optional<FoundAnnotations>& found);

Q_SIGNALS:
    /// Are there annotations in this folder, and of which type?
    void lookRequested(const QString& folder);

protected:
    void validate() override;
    void rememberChoices() override;

private:
    void addFields();
    void suggest();
    void showFound();

    QStringList m_takenNames;
    QString m_outputRoot;
    QLineEdit* m_name;
    QComboBox* m_type;
    PathField* m_input;
    PathField* m_output;
    QLineEdit* m_description;
    LabelsEditor* m_labels;
    QCheckBox* m_import;
    QLabel* m_reason;
    QWidget* m_importBox;
    QTimer* m_pause; ///< waits until typing pauses
    std::optional<FoundAnnotations> m_found;
    bool m_isImportFit = false; ///< the chosen type can take what was found
    bool m_isTypeOwn = false;   ///< the person chose a type
    bool m_isOutputOwn = false; ///< the person typed an output location
    bool m_isNameOwn = false;
};

/// Why a pair of locations is not allowed, as a sentence; empty when it is. Both absolute.
[[nodiscard]] QString locationProblem(const QString& inputLocation, const QString& outputLocation);

} // namespace lw::dialogs
