// SPDX-License-Identifier: GPL-3.0-or-later
//! Confirms the deletion of samples and says what else uses them (AN-6).
#pragma once

#include "widgets/dialogs/FormDialog.h"

#include <QStringList>

class QCheckBox;
class QLabel;

namespace lw::dialogs {

class DeleteSamplesDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeleteSamplesDialog)

public:
    struct Facts {
        qint64 samples = 0;
        qint64 annotations = 0;
        QStringList otherUsers; ///< sentences or names: datasets and versions that use the same files
    };

    explicit DeleteSamplesDialog(const Facts& facts, QWidget* parent = nullptr);

    [[nodiscard]] bool withSourceFiles() const;

protected:
    void validate() override;

private:
    void addUsers();
    void showConsequence();

    Facts m_facts;
    QCheckBox* m_files;
    QLabel* m_warning;
};

} // namespace lw::dialogs
