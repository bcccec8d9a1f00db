// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of the import of an assistant.
#include "widgets/dialogs/ImportAssistantDialog.h"

#include "widgets/dialogs/PathField.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QSpinBox>

namespace lw::dialogs {

ImportAssistantDialog::ImportAssistantDialog(QSettings* settings, QWidget* parent)
    : FormDialog(
          tr("Import an assistant"),
          tr("A network of the kind of MobileSAM as two TorchScript programs. Both are tried on an empty picture, "
             "then copied into the project. Programs can do anything: take only files that you trust. They run "
             "in a process of their own."),
          settings, QStringLiteral("importAssistantDialog"), parent),
      m_encoder(new PathField(common::FileQuestion::Kind::OpenFile, tr("Choose the encoder"), this)),
      m_decoder(new PathField(common::FileQuestion::Kind::OpenFile, tr("Choose the decoder"), this)),
      m_name(new QLineEdit(this)), m_side(new QSpinBox(this))
{
    setObjectName(QStringLiteral("importAssistantDialog"));
    setMinimumWidth(640);
    for (PathField* each : {m_encoder, m_decoder}) {
        each->setNameFilter(tr("TorchScript programs (*.pt *.pth *.ts *.torchscript);;All files (*)"));
    }
    addField(QStringLiteral("assistantEncoder"), tr("Encoder"), m_encoder, tr("Looks at a picture once."));
    addField(QStringLiteral("assistantDecoder"), tr("Decoder"), m_decoder,
             tr("Answers points and boxes with what the encoder has seen."));
    m_side->setRange(64, 2048);
    m_side->setSingleStep(32);
    m_side->setSuffix(tr(" px"));
    m_side->setValue(AssistantChoice().side);
    addField(QStringLiteral("assistantSide"), tr("Picture size"), m_side,
             tr("Side of the encoder's input; 1024 for nearly all of them."));
    addField(QStringLiteral("assistantName"), tr("Name"), m_name);
    setAcceptText(tr("Import"));
    connect(m_encoder, &PathField::pathChanged, this, [this](const QString& path) {
        if (!m_isNameOwn) {
            m_name->setText(QFileInfo(path).completeBaseName());
        }
        touch(m_encoder);
    });
    connect(m_decoder, &PathField::pathChanged, this, [this] { touch(m_decoder); });
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_isNameOwn = !m_name->text().isEmpty();
        touch(m_name);
    });
}

void ImportAssistantDialog::setChoice(const AssistantChoice& choice)
{
    m_encoder->setPath(choice.encoder);
    m_decoder->setPath(choice.decoder);
    m_side->setValue(choice.side);
    if (!choice.name.isEmpty()) {
        m_name->setText(choice.name);
        m_isNameOwn = true;
    }
    check();
}

AssistantChoice ImportAssistantDialog::choice() const
{
    return {m_name->text().trimmed(), m_encoder->path(), m_decoder->path(), m_side->value()};
}

void ImportAssistantDialog::checkFile(PathField* field, const QString& missing)
{
    if (field->path().isEmpty()) {
        complain(field, missing);
    } else if (!QFileInfo(field->path()).isFile()) {
        complain(field, tr("There is no such file."));
    }
}

void ImportAssistantDialog::validate()
{
    checkFile(m_encoder, tr("Choose the file of the encoder."));
    checkFile(m_decoder, tr("Choose the file of the decoder."));
    const QString name = choice().name;
    if (name.isEmpty()) {
        complain(m_name, tr("Give the assistant a name."));
    } else if (name.contains(u'/') || name.contains(u'\\') || name.startsWith(u'.')) {
        complain(m_name, tr("The name becomes a folder: it must not begin with a point, nor hold a slash."));
    }
}

} // namespace lw::dialogs
