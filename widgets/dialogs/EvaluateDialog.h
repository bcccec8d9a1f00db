// SPDX-License-Identifier: GPL-3.0-or-later
//! On which labels a model is measured (TR-7).
#pragma once

#include "widgets/dialogs/FormDialog.h"
#include "widgets/dialogs/TrainingInputs.h"

class QComboBox;

namespace lw::dialogs {

class EvaluateDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EvaluateDialog)

public:
    /// `datasets` are those of the model's type; at least one.
    EvaluateDialog(const QString& model, std::vector<TrainingDataset> datasets, QSettings* settings,
                   QWidget* parent = nullptr);

    [[nodiscard]] TrainingInput input() const;
    /// Only the part of the samples that the training did not learn from.
    [[nodiscard]] bool isValidationOnly() const;

protected:
    void validate() override;
    void rememberChoices() override;

private:
    void showVersions();

    std::vector<TrainingDataset> m_datasets;
    QComboBox* m_dataset;
    QComboBox* m_version;
    QComboBox* m_part;
};

} // namespace lw::dialogs
