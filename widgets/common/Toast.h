// SPDX-License-Identifier: GPL-3.0-or-later
//! A short message at the bottom of a window that goes away by itself.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace lw::common {

enum class ToastKind { Info, Success, Warning, Error };

/// Never takes the focus and never blocks. A window shows one at a time: the next message replaces the current one.
class Toast final : public QFrame {
    Q_OBJECT

public:
    /// What to say; with `actionText` a link such as "Undo" or "Show" stands after the message.
    struct Message {
        QString text;
        ToastKind kind = ToastKind::Info;
        QString actionText = {};
    };

    /// Shows `message` at the bottom of the window of `anywhere`. Connect to actionTriggered() of the returned toast;
    /// it deletes itself and belongs to the window.
    static Toast* showMessage(QWidget* anywhere, const Message& message);
    Q_DISABLE_COPY_MOVE(Toast)

    [[nodiscard]] QString text() const;
    /// Milliseconds until it goes; the default depends on the length of the text. It stays while the mouse is over it.
    void setDuration(int milliseconds);

Q_SIGNALS:
    void actionTriggered();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Toast(QWidget* window, const Message& message);
    void addAction(const QString& text);
    void place();
    /// Hides now and deletes later, so that a click handler may still use this object.
    void dismiss();

    QLabel* m_text;
    QTimer* m_timer;
};

} // namespace lw::common
