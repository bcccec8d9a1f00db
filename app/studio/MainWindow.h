// SPDX-License-Identifier: GPL-3.0-or-later
//! The window: switches pages and nothing else.
#pragma once

#include "app/jobs/Job.h"
#include "app/studio/Route.h"

#include <QList>
#include <QMainWindow>

#include <map>
#include <utility>

class QStackedWidget;
class QSystemTrayIcon;

namespace lw::studio {

class AppContext;
class HeaderBar;
class LanguageSwitch;
class NavigationRail;
class Page;
class TrashFlows;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// `context` and `languages` must outlive the window.
    MainWindow(AppContext& context, LanguageSwitch& languages, QWidget* parent = nullptr);
    ~MainWindow() override;
    Q_DISABLE_COPY_MOVE(MainWindow)

    /// Goes to `route` and remembers where one was. Places that do not exist (any more) lead to the nearest one that
    /// does.
    void navigate(const Route& route);
    [[nodiscard]] const Route& route() const { return m_route; }
    [[nodiscard]] Page* currentPage() const;
    /// Takes size, place and the last route of the previous session.
    void restore();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// Everything visible, in the present language and theme.
    void build();
    void makeActions();
    template <typename Slot> QAction* addCommand(const QString& id, Slot slot);
    void applyAppearance();
    void showRoute(const Route& route);
    [[nodiscard]] Route reachable(Route route) const;
    Page* pageFor(const Route& route);
    void leavePages();
    void dropPages(bool alsoGlobal);
    void goBack();
    void goForward();
    void goTo(PageKind page);
    void updateShell();
    [[nodiscard]] QString datasetName(domain::DatasetId id) const;
    void openProjectFolder();
    void newProject();
    void openPath(const QString& path);
    void projectChanged();
    void announce(jobs::JobId id);
    void notifyDesktop(const QString& title, const QString& text);
    void toggleFullScreen();
    void openPalette();
    void showShortcutCard();

    using PageKey = std::pair<PageKind, domain::DatasetId>;

    AppContext& m_context;
    TrashFlows* m_trash = nullptr; ///< behind "Undo" of a deletion
    LanguageSwitch& m_languages;
    QList<QAction*> m_commands;
    QAction* m_back = nullptr;
    QAction* m_forward = nullptr;
    QAction* m_palette = nullptr;
    NavigationRail* m_rail = nullptr;
    HeaderBar* m_header = nullptr;
    QStackedWidget* m_stack = nullptr;
    std::map<PageKey, Page*> m_pages;
    Route m_route;
    domain::DatasetId m_dataset; ///< the last one visited: its pages stay at hand
    QList<Route> m_past;
    QList<Route> m_future;
    QSystemTrayIcon* m_tray = nullptr;
    bool m_isQuitting = false;
};

} // namespace lw::studio
