// SPDX-License-Identifier: GPL-3.0-or-later
//! The one place that asks for confirmation and reports failures, so that tests can answer instead of a person.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace lw::common {

/// Sets icon, colours and which button Return presses.
enum class MessageKind {
    Info,
    Error,
    Question, ///< Return accepts
    Danger,   ///< something cannot be taken back: red button, Return rejects
};

enum class Choice { Reject, Accept, Alternative };

/// A message as the person sees it. Texts are plain, never HTML.
struct Message {
    QString title;                ///< the question or what happened, in a few words
    QString text;                 ///< what follows from it
    QString detail = {};          ///< long facts (paths, system messages) behind "Details"
    QString acceptText = {};      ///< a verb ("Delete 3 samples"); "OK" if empty
    QString alternativeText = {}; ///< a third button between the two, none if empty
    MessageKind kind = MessageKind::Question;
};

/// Answers a message in place of a box.
using MessageResponder = std::function<Choice(const Message&)>;

/// Replaces all message boxes by `responder`; an empty function brings them back. For tests. GUI thread only.
void setMessageResponder(MessageResponder responder);

/// Asks and blocks until answered; closing the box rejects. GUI thread only.
[[nodiscard]] Choice confirm(QWidget* parent, const Message& message);
/// Reports a failure and blocks until it was read. GUI thread only.
void showError(QWidget* parent, const QString& title, const QString& text, const QString& detail = {});
/// Reports a fact and blocks until it was read. GUI thread only.
void showInfo(QWidget* parent, const QString& title, const QString& text, const QString& detail = {});

} // namespace lw::common
