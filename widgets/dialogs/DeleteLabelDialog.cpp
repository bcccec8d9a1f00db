// SPDX-License-Identifier: GPL-3.0-or-later
//! Radio buttons for the three ways to delete a label.
#include "widgets/dialogs/DeleteLabelDialog.h"

#include "widgets/common/Theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lw::dialogs {

DeleteLabelDialog::DeleteLabelDialog(const domain::Label& label, qint64 exclusiveSamples, QWidget* parent)
    : FormDialog(tr("Delete label “%1”").arg(label.name), {}, nullptr, QStringLiteral("deleteLabelDialog"), parent),
      m_group(new QButtonGroup(this))
{
    const QLocale locale;
    auto* facts = new QLabel(
        tr("%1 objects on %2 samples have this label; %3 of the samples have no other.")
            .arg(locale.toString(label.annotations), locale.toString(label.samples), locale.toString(exclusiveSamples)),
        this);
    facts->setObjectName(QStringLiteral("labelFacts"));
    facts->setWordWrap(true);
    addWide(facts);
    m_labelOnly = addChoice(QStringLiteral("labelOnly"), tr("Only the label"),
                            tr("Deletes the label and its objects. All samples stay."));
    m_withSamples = addChoice(
        QStringLiteral("withSamples"), tr("The label and the samples that have only it"),
        tr("%n samples move to the trash; their files stay on disk.", nullptr, static_cast<int>(exclusiveSamples)));
    m_withFiles = addChoice(QStringLiteral("withFiles"), tr("The label, these samples and their files"),
                            tr("The files of %n samples are deleted from the disk. This cannot be undone.", nullptr,
                               static_cast<int>(exclusiveSamples)));
    m_labelOnly->setChecked(true);
    m_withSamples->setEnabled(exclusiveSamples > 0);
    m_withFiles->setEnabled(exclusiveSamples > 0);
    setAcceptText(tr("Delete"));
    common::setRole(acceptButton(), "danger");
}

QRadioButton* DeleteLabelDialog::addChoice(const QString& name, const QString& text, const QString& hint)
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* button = new QRadioButton(text, box);
    button->setObjectName(name);
    button->setAccessibleDescription(hint);
    m_group->addButton(button);
    auto* note = new QLabel(hint, box);
    note->setWordWrap(true);
    note->setContentsMargins(24, 0, 0, 0);
    common::setRole(note, "muted");
    column->addWidget(button);
    column->addWidget(note);
    addWide(box);
    return button;
}

void DeleteLabelDialog::validate() {}

LabelRemoval DeleteLabelDialog::choice() const
{
    return m_withFiles->isChecked()     ? LabelRemoval::WithSamplesAndFiles
           : m_withSamples->isChecked() ? LabelRemoval::WithSamples
                                        : LabelRemoval::LabelOnly;
}

} // namespace lw::dialogs
