// SPDX-License-Identifier: GPL-3.0-or-later
//! The three ways to delete a label (AN-5), with what each takes along.
#pragma once

#include "models/domain/Label.h"
#include "widgets/dialogs/FormDialog.h"

class QButtonGroup;
class QRadioButton;

namespace lw::dialogs {

enum class LabelRemoval {
    LabelOnly,           ///< the label and its annotations
    WithSamples,         ///< also samples that have only this label; files stay
    WithSamplesAndFiles, ///< the same, and their source files
};

class DeleteLabelDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeleteLabelDialog)

public:
    /// `exclusiveSamples`: samples that have annotations of `label` and of no other.
    DeleteLabelDialog(const domain::Label& label, qint64 exclusiveSamples, QWidget* parent = nullptr);

    [[nodiscard]] LabelRemoval choice() const;

protected:
    void validate() override;

private:
    QRadioButton* addChoice(const QString& name, const QString& text, const QString& hint);

    QButtonGroup* m_group;
    QRadioButton* m_labelOnly;
    QRadioButton* m_withSamples;
    QRadioButton* m_withFiles;
};

} // namespace lw::dialogs
