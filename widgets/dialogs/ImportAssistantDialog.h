// SPDX-License-Identifier: GPL-3.0-or-later
//! Two TorchScript files that become an assistant for the tool "Point and box".
#pragma once

#include "widgets/dialogs/FormDialog.h"

class QLineEdit;
class QSpinBox;

namespace lw::dialogs {

class PathField;

struct AssistantChoice {
    QString name;
    QString encoder; ///< absolute
    QString decoder; ///< absolute
    int side = 1024; ///< of the encoder's input, pixels
};

class ImportAssistantDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportAssistantDialog)

public:
    explicit ImportAssistantDialog(QSettings* settings, QWidget* parent = nullptr);

    void setChoice(const AssistantChoice& choice);
    [[nodiscard]] AssistantChoice choice() const;

protected:
    void validate() override;

private:
    void checkFile(PathField* field, const QString& missing);

    PathField* m_encoder;
    PathField* m_decoder;
    QLineEdit* m_name;
    QSpinBox* m_side;
    bool m_isNameOwn = false;
};

} // namespace lw::dialogs
