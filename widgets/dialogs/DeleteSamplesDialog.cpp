// SPDX-License-Identifier: GPL-3.0-or-later
//! Question and warnings before samples are deleted.
#include "widgets/dialogs/DeleteSamplesDialog.h"

#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

namespace lw::dialogs {

DeleteSamplesDialog::DeleteSamplesDialog(const Facts& facts, QWidget* parent)
    : FormDialog(tr("Delete %n samples", nullptr, static_cast<int>(facts.samples)), {}, nullptr,
                 QStringLiteral("deleteSamplesDialog"), parent),
      m_facts(facts), m_files(new QCheckBox(tr("Delete their source files from the disk too"), this)),
      m_warning(new QLabel(this))
{
    auto* text = new QLabel(facts.annotations > 0 ? tr("They move to the trash together with their %n objects.",
                                                       nullptr, static_cast<int>(facts.annotations))
                                                  : tr("They move to the trash."),
                            this);
    text->setObjectName(QStringLiteral("deleteFacts"));
    text->setWordWrap(true);
    addWide(text);
    if (!facts.otherUsers.isEmpty()) {
        addUsers();
    }
    m_files->setObjectName(QStringLiteral("withFiles"));
    addWide(m_files);
    m_warning->setObjectName(QStringLiteral("fileWarning"));
    m_warning->setWordWrap(true);
    addWide(m_warning);
    common::setRole(acceptButton(), "danger");
    setMinimumWidth(480);
    connect(m_files, &QCheckBox::toggled, this, &DeleteSamplesDialog::showConsequence);
    showConsequence();
}

void DeleteSamplesDialog::addUsers()
{
    auto* caption = new QLabel(tr("Also used by:"), this);
    addWide(caption);
    auto* users = new QListWidget(this);
    users->setObjectName(QStringLiteral("otherUsers"));
    users->setAccessibleName(tr("What else uses these samples"));
    users->setSelectionMode(QAbstractItemView::NoSelection);
    users->addItems(m_facts.otherUsers);
    users->setFixedHeight(qMin<int>(5, static_cast<int>(m_facts.otherUsers.size())) * 28 + 12);
    caption->setBuddy(users);
    addWide(users);
}

void DeleteSamplesDialog::showConsequence()
{
    const bool isFiles = m_files->isChecked();
    common::setRole(m_warning, isFiles ? "error" : "muted");
    if (!isFiles) {
        m_warning->setText(tr("The files stay on disk. Undo brings the samples back."));
    } else if (m_facts.otherUsers.isEmpty()) {
        m_warning->setText(tr("The files are deleted for good. This cannot be undone."));
    } else {
        m_warning->setText(
            tr("Files used elsewhere stay on disk; the rest is deleted for good. This cannot be undone."));
    }
    setAcceptText(isFiles ? tr("Delete samples and files") : tr("Delete samples"));
}

void DeleteSamplesDialog::validate() {}

bool DeleteSamplesDialog::withSourceFiles() const
{
    return m_files->isChecked();
}

} // namespace lw::dialogs
