// SPDX-License-Identifier: GPL-3.0-or-later
//! The column at the left edge of the window: where one can go.
#pragma once

#include "app/studio/Route.h"

#include <QFrame>
#include <QList>

class QAbstractButton;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace lw::common {
class ElidedLabel;
}

namespace lw::studio {

class ShortcutRegistry;

/// Icons with words, or icons alone when a page wants room.
class NavigationRail final : public QFrame {
    Q_OBJECT

public:
    explicit NavigationRail(const ShortcutRegistry& shortcuts, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(NavigationRail)

    /// Marks where one is and offers the pages of that dataset. An empty project name: no project is open.
    void showPlace(const Route& route, const QString& projectName, const QString& datasetName);
    void setCompact(bool isCompact);
    [[nodiscard]] bool isCompact() const { return m_isCompact; }

Q_SIGNALS:
    void routeRequested(const lw::studio::Route& route);

private:
    struct Entry {
        QPushButton* button;
        PageKind page;
        QString text;
        QString tip;
    };

    void addEntry(QVBoxLayout* column, PageKind page, const QString& icon, const QString& text, const QString& action);
    void go(PageKind page);
    void markPlace();

    const ShortcutRegistry& m_shortcuts;
    QList<Entry> m_entries;
    common::ElidedLabel* m_dataset;
    QWidget* m_datasetPart;
    QLabel* m_logo;
    QLabel* m_name;
    Route m_place;
    bool m_isCompact = false;
};

} // namespace lw::studio
