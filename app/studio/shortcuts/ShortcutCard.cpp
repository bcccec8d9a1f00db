// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows the card; saved as HTML any browser prints it.
#include "app/studio/shortcuts/ShortcutCard.h"

#include "app/scenarios/Messages.h"
#include "app/studio/shortcuts/ShortcutRegistry.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/MessageBox.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QSaveFile>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace lw::studio {

ShortcutCard::ShortcutCard(const ShortcutRegistry& shortcuts, QWidget* parent)
    : QDialog(parent), m_html(shortcuts.cardHtml())
{
    setObjectName(QStringLiteral("shortcutCard"));
    setWindowTitle(tr("Keys"));
    resize(560, 680);
    auto* column = new QVBoxLayout(this);
    auto* text = new QTextBrowser(this);
    text->setObjectName(QStringLiteral("shortcutCardText"));
    text->setAccessibleName(tr("Keys"));
    text->setHtml(m_html);
    column->addWidget(text);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* save = buttons->addButton(tr("Save for printing…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("saveShortcutCard"));
    column->addWidget(buttons);
    connect(save, &QPushButton::clicked, this, &ShortcutCard::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ShortcutCard::save()
{
    common::FileQuestion question;
    question.title = tr("Save the keys");
    question.start = QStringLiteral("labelwright-keys.html");
    question.filter = tr("Web pages (*.html)");
    question.defaultSuffix = QStringLiteral("html");
    const QString path = common::chooseSaveFile(this, question);
    if (path.isEmpty()) {
        return;
    }
    QSaveFile file(path);
    const bool isSaved = file.open(QIODevice::WriteOnly) && file.write(m_html.toUtf8()) >= 0 && file.commit();
    if (!isSaved) {
        const core::Error error{core::ErrorCode::WriteFailed, file.errorString(), path, 0};
        common::showError(this, tr("The keys could not be saved"), scenarios::errorText(error));
    }
}

} // namespace lw::studio
