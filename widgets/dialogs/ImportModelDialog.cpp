// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of an import; the worker's findings stand beneath the file.
#include "widgets/dialogs/ImportModelDialog.h"

#include "widgets/common/Theme.h"
#include "widgets/dialogs/PathField.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace lw::dialogs {

ImportModelDialog::ImportModelDialog(QSettings* settings, QWidget* parent)
    : FormDialog(tr("Import a model"),
                 tr("Weights of a known network, or a TorchScript program. The file is copied into the project; only "
                    "numbers are read from it, nothing in it is run before you use the model."),
                 settings, QStringLiteral("importModelDialog"), parent),
      m_file(new PathField(common::FileQuestion::Kind::OpenFile, tr("Choose the file"), this)),
      m_labels(new PathField(common::FileQuestion::Kind::OpenFile, tr("Choose the list of labels"), this)),
      m_name(new QLineEdit(this)), m_description(new QLineEdit(this)), m_findings(new QLabel(this))
{
    setObjectName(QStringLiteral("importModelDialog"));
    setMinimumWidth(640);
    m_file->setNameFilter(tr("Models (*.safetensors *.pth *.pt *.th *.bin *.torchscript);;All files (*)"));
    m_labels->setNameFilter(tr("Text files (*.txt *.names *.labels);;All files (*)"));
    m_labels->setPlaceholder(tr("Only if the file does not tell them"));
    addField(QStringLiteral("modelFile"), tr("File"), m_file, tr("safetensors, a PyTorch state dict, or TorchScript."));
    m_findings->setObjectName(QStringLiteral("modelFindings"));
    m_findings->setTextFormat(Qt::PlainText);
    m_findings->setWordWrap(true);
    addWide(m_findings);
    addField(QStringLiteral("modelLabels"), tr("Labels"), m_labels,
             tr("One label a line, in the order of the model's outputs. Without labels a model can only be the start of "
                "a training."));
    addField(QStringLiteral("modelName"), tr("Name"), m_name);
    addField(QStringLiteral("modelDescription"), tr("Description"), m_description);
    setRowVisible(m_findings, false);
    setAcceptText(tr("Import"));
    acceptButton()->setEnabled(false);
    connect(m_file, &PathField::pathChanged, this, &ImportModelDialog::takeFile);
    connect(m_labels, &PathField::pathChanged, this, [this] { touch(m_labels); });
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_isNameOwn = !m_name->text().isEmpty();
        touch(m_name);
    });
}

void ImportModelDialog::setFile(const QString& file)
{
    m_file->setPath(file);
}

ModelImportChoice ImportModelDialog::choice() const
{
    return {m_file->path(), m_labels->path(), m_name->text().trimmed(), m_description->text().trimmed()};
}

void ImportModelDialog::takeFile()
{
    m_isInspected = false;
    m_refusal.clear();
    acceptButton()->setEnabled(false);
    const QFileInfo file(m_file->path());
    if (!m_isNameOwn) {
        m_name->setText(file.completeBaseName());
    }
    if (file.isFile()) {
        common::setRole(m_findings, "muted");
        m_findings->setText(tr("Looking at the file…"));
        setRowVisible(m_findings, true);
        Q_EMIT inspectRequested(file.absoluteFilePath());
    } else {
        setRowVisible(m_findings, false);
    }
    touch(m_file);
}

void ImportModelDialog::setFindings(const QString& file, const QStringList& lines, bool isRefused)
{
    if (file != m_file->path()) {
        return;
    }
    m_isInspected = true;
    m_refusal = isRefused ? lines.join(u' ') : QString();
    common::setRole(m_findings, "muted");
    m_findings->setText(lines.join(u'\n'));
    setRowVisible(m_findings, !isRefused);
    acceptButton()->setEnabled(!isRefused);
    touch(m_file);
}

void ImportModelDialog::accept()
{
    if (m_isInspected) {
        FormDialog::accept();
    }
}

void ImportModelDialog::validate()
{
    const ModelImportChoice made = choice();
    if (made.file.isEmpty()) {
        complain(m_file, tr("Choose the file of the model."));
    } else if (!QFileInfo(made.file).isFile()) {
        complain(m_file, tr("There is no such file."));
    } else if (!m_refusal.isEmpty()) {
        complain(m_file, m_refusal);
    }
    if (!made.labelsFile.isEmpty() && !QFileInfo(made.labelsFile).isFile()) {
        complain(m_labels, tr("There is no such file."));
    }
    if (made.name.isEmpty()) {
        complain(m_name, tr("Give the model a name."));
    } else if (made.name.contains(u'/') || made.name.contains(u'\\') || made.name.startsWith(u'.')) {
        complain(m_name, tr("The name becomes a folder: it must not begin with a point, nor hold a slash."));
    }
}

} // namespace lw::dialogs
