// SPDX-License-Identifier: GPL-3.0-or-later
//! Finds and runs any action by a part of its name.
#pragma once

#include <QAction>
#include <QFrame>
#include <QList>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace lw::studio {

class ShortcutRegistry;

/// A popup over the window that deletes itself.
class CommandPalette final : public QFrame {
    Q_OBJECT

public:
    /// Offers those of `actions` that the registry knows and that are enabled.
    CommandPalette(const ShortcutRegistry& shortcuts, const QList<QAction*>& actions, QWidget* window);
    Q_DISABLE_COPY_MOVE(CommandPalette)

    /// Shows it at the top middle of the window with the cursor in its field.
    void popUp();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Entry {
        QPointer<QAction> action;
        QString text;
        QString keys;
    };

    void filter(const QString& text);
    void runCurrent();
    void moveCurrent(int step);

    QList<Entry> m_entries;
    QLineEdit* m_search;
    QListWidget* m_list;
};

} // namespace lw::studio
