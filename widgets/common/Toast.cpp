// SPDX-License-Identifier: GPL-3.0-or-later
//! Places a message above its window's content and removes it again.
#include "widgets/common/Toast.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QAccessible>
#include <QEvent>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace lw::common {

namespace {

constexpr int kBottomGap = 32;
constexpr int kMaximumWidth = 640;
constexpr int kIconSide = 18;

QIcon iconOf(ToastKind kind)
{
    switch (kind) {
    case ToastKind::Success:
        return icon(QStringLiteral("success"), colours().success);
    case ToastKind::Warning:
        return icon(QStringLiteral("warning"), colours().warning);
    case ToastKind::Error:
        return icon(QStringLiteral("error"), colours().danger);
    case ToastKind::Info:
        break;
    }
    return icon(QStringLiteral("info"), colours().accent);
}

/// Long texts and such with an action stay longer, because they have to be read or reached.
int durationOf(const Toast::Message& message)
{
    const int reading = int(qMin<qsizetype>(message.text.size(), 200)) * 40;
    return 3000 + reading + (message.actionText.isEmpty() ? 0 : 3000);
}

} // namespace

Toast* Toast::showMessage(QWidget* anywhere, const Message& message)
{
    QWidget* window = anywhere->window();
    const auto shown = window->findChildren<Toast*>(Qt::FindDirectChildrenOnly);
    for (Toast* previous : shown)
        previous->dismiss();
    auto* toast = new Toast(window, message);
    // Shown first: the style sheet gives the parts their sizes when they are shown.
    toast->show();
    toast->place();
    toast->raise();
    QAccessibleEvent alert(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return toast;
}

Toast::Toast(QWidget* window, const Message& message)
    : QFrame(window), m_text(new QLabel(message.text, this)), m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    setRole(this, "toast");
    setAccessibleName(message.text);
    auto* picture = new QLabel(this);
    picture->setPixmap(iconOf(message.kind).pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
    m_text->setTextFormat(Qt::PlainText);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("toastClose"));
    close->setIcon(icon(QStringLiteral("close")));
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    close->setFocusPolicy(Qt::NoFocus);
    connect(close, &QToolButton::clicked, this, &Toast::dismiss);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * kGrid, kGrid, kGrid, kGrid);
    row->setSpacing(kGrid + kGrid / 2);
    row->addWidget(picture);
    row->addWidget(m_text, 1);
    if (!message.actionText.isEmpty())
        addAction(message.actionText);
    row->addWidget(close);

    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(3 * kGrid);
    shadow->setOffset(0, 4);
    shadow->setColor(QColor(0, 0, 0, 70));
    setGraphicsEffect(shadow);

    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &Toast::dismiss);
    m_timer->start(durationOf(message));
    window->installEventFilter(this);
}

void Toast::addAction(const QString& text)
{
    auto* action = new QPushButton(text, this);
    action->setObjectName(QStringLiteral("toastAction"));
    action->setAccessibleName(text);
    setRole(action, "link");
    action->setFocusPolicy(Qt::NoFocus);
    connect(action, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT actionTriggered();
    });
    layout()->addWidget(action);
}

QString Toast::text() const
{
    return m_text->text();
}

void Toast::setDuration(int milliseconds)
{
    m_timer->start(milliseconds);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == parent())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent* event)
{
    m_timer->stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent* event)
{
    m_timer->start();
    QFrame::leaveEvent(event);
}

void Toast::place()
{
    const QSize room = parentWidget()->size();
    const int widest = qMin(kMaximumWidth, room.width() - 4 * kGrid);
    // One line if that fits; a label that may wrap asks for a narrow block.
    m_text->setWordWrap(false);
    QSize size = sizeHint();
    if (size.width() > widest) {
        m_text->setWordWrap(true);
        size = QSize(widest, heightForWidth(widest));
    }
    setGeometry((room.width() - size.width()) / 2, room.height() - size.height() - kBottomGap, size.width(),
                size.height());
}

void Toast::dismiss()
{
    m_timer->stop();
    parent()->removeEventFilter(this);
    hide();
    deleteLater();
}

} // namespace lw::common
