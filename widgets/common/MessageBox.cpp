// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows message boxes, or hands them to a test.
#include "widgets/common/MessageBox.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace lw::common {

namespace {

constexpr int kIconSide = 36;

MessageResponder& responder()
{
    static MessageResponder current;
    return current;
}

QIcon iconOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Error:
        return icon(QStringLiteral("error"), colours().danger);
    case MessageKind::Danger:
        return icon(QStringLiteral("warning"), colours().danger);
    case MessageKind::Question:
        return icon(QStringLiteral("help"), colours().accent);
    case MessageKind::Info:
        break;
    }
    return icon(QStringLiteral("info"), colours().accent);
}

QPushButton* addButton(QMessageBox& box, const QString& text, QMessageBox::ButtonRole role, const char* name)
{
    QPushButton* button = box.addButton(text, role);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    return button;
}

void prepare(QMessageBox& box, const Message& message)
{
    box.setObjectName(QStringLiteral("messageBox"));
    box.setWindowTitle(QCoreApplication::applicationName());
    box.setTextFormat(Qt::PlainText);
    box.setText(message.title);
    box.setInformativeText(message.text);
    box.setDetailedText(message.detail);
    box.setIconPixmap(iconOf(message.kind).pixmap(QSize(kIconSide, kIconSide), box.devicePixelRatioF()));
}

Choice ask(QWidget* parent, const Message& message)
{
    if (responder())
        return responder()(message);
    QMessageBox box(parent);
    prepare(box, message);
    const bool isQuestion = message.kind == MessageKind::Question || message.kind == MessageKind::Danger;
    const QString acceptText =
        message.acceptText.isEmpty() ? QCoreApplication::translate("lw::common::MessageBox", "OK") : message.acceptText;
    QPushButton* accept = addButton(box, acceptText, QMessageBox::AcceptRole, "acceptButton");
    setRole(accept, message.kind == MessageKind::Danger ? "danger" : "primary");
    QPushButton* alternative = nullptr;
    if (!message.alternativeText.isEmpty())
        alternative = addButton(box, message.alternativeText, QMessageBox::ActionRole, "alternativeButton");
    box.setDefaultButton(accept);
    box.setEscapeButton(accept);
    if (isQuestion) {
        QPushButton* reject = addButton(box, QCoreApplication::translate("lw::common::MessageBox", "Cancel"),
                                        QMessageBox::RejectRole, "rejectButton");
        box.setEscapeButton(reject);
        if (message.kind == MessageKind::Danger)
            box.setDefaultButton(reject);
    }
    box.exec();
    if (alternative && box.clickedButton() == alternative)
        return Choice::Alternative;
    return box.clickedButton() == accept ? Choice::Accept : Choice::Reject;
}

} // namespace

void setMessageResponder(MessageResponder newResponder)
{
    responder() = std::move(newResponder);
}

Choice confirm(QWidget* parent, const Message& message)
{
    return ask(parent, message);
}

void showError(QWidget* parent, const QString& title, const QString& text, const QString& detail)
{
    ask(parent, {.title = title, .text = text, .detail = detail, .kind = MessageKind::Error});
}

void showInfo(QWidget* parent, const QString& title, const QString& text, const QString& detail)
{
    ask(parent, {.title = title, .text = text, .detail = detail, .kind = MessageKind::Info});
}

} // namespace lw::common
