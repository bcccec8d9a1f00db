// SPDX-License-Identifier: GPL-3.0-or-later
//! A weight file to take into the library, and what it turns out to be (TR-9).
#pragma once

#include "widgets/dialogs/FormDialog.h"

class QLineEdit;

namespace lw::dialogs {

class PathField;

struct ModelImportChoice {
    QString file;       ///< absolute
    QString labelsFile; ///< absolute, or empty
    QString name;
    QString description;
};

class ImportModelDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportModelDialog)

public:
    explicit ImportModelDialog(QSettings* settings, QWidget* parent = nullptr);

    void setFile(const QString& file);
    [[nodiscard]] ModelImportChoice choice() const;
    /// The answer to inspectRequested(): what the file is, or (with `isRefused`) why it is not taken.
    void setFindings(const QString& file, const QStringList& lines, bool isRefused);

    /// Not before the file was looked at.
    void accept() override;

Q_SIGNALS:
    void inspectRequested(const QString& file);

protected:
    void validate() override;

private:
    void takeFile();

    PathField* m_file;
    PathField* m_labels;
    QLineEdit* m_name;
    QLineEdit* m_description;
    QLabel* m_findings;
    QString m_refusal;
    bool m_isInspected = false;
    bool m_isNameOwn = false;
};

} // namespace lw::dialogs
