// SPDX-License-Identifier: GPL-3.0-or-later
//! A search field that reports what was typed once the typing pauses.
#pragma once

#include <QLineEdit>

class QAction;
class QTimer;

namespace lw::common {

/// Return reports at once; Escape empties the field (and is passed on when it is empty already).
class SearchField final : public QLineEdit {
    Q_OBJECT

public:
    /// `name` is read out by screen readers and shown as placeholder.
    explicit SearchField(const QString& name, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(SearchField)

    /// Pause in milliseconds after the last key before searchChanged() is sent; 200 unless set.
    void setDelay(int milliseconds);

Q_SIGNALS:
    /// The trimmed text changed and typing paused.
    void searchChanged(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void report();

    QTimer* m_pause;
    QAction* m_clear;
    QString m_reported;
};

} // namespace lw::common
