// SPDX-License-Identifier: GPL-3.0-or-later
//! What the main window knows of a page.
#pragma once

#include "app/studio/Route.h"
#include "models/core/Result.h"
#include "models/core/WhenDone.h"

#include <QAction>
#include <QFuture>
#include <QWidget>

namespace lw::studio {

class AppContext;
class ProjectSession;

/// One page of the main window. It is destroyed when the project closes or the language or theme changes and must then
/// have kept in the settings what it wants to show again.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(AppContext& context, QWidget* parent = nullptr);
    ~Page() override;
    Q_DISABLE_COPY_MOVE(Page)

    /// Shows what `route` says. Called after construction and whenever one comes (back) here.
    virtual void open(const Route& route) = 0;
    /// One goes elsewhere, or the page is about to be destroyed: finish and remember.
    virtual void leave() {}
    /// For the window's title bar.
    [[nodiscard]] virtual QString title() const = 0;
    /// True if the navigation should take as little room as possible.
    [[nodiscard]] virtual bool wantsRoom() const { return false; }
    /// True if files can be dropped here.
    [[nodiscard]] virtual bool takesFiles() const { return false; }
    /// Files or folders (absolute) were dropped.
    virtual void takeFiles(const QStringList&) {}

Q_SIGNALS:
    void routeRequested(const lw::studio::Route& route);
    /// The page itself moved on (next sample): replaces the present entry of the history.
    void routeReplaced(const lw::studio::Route& route);

protected:
    [[nodiscard]] AppContext& context() const { return m_context; }
    /// Only on pages whose route needs a project.
    [[nodiscard]] ProjectSession& project() const;
    /// An action of the catalogue, with its keys working while this page is shown.
    template <typename Slot> QAction* addCommand(const QString& id, Slot slot)
    {
        QAction* action = makeCommand(id);
        connect(action, &QAction::triggered, this, slot);
        return action;
    }
    /// Runs an action of the window itself, if it is there.
    void triggerInWindow(const QString& id) const;
    /// Shows a failure as a toast. Cancelled is no failure.
    void report(const core::Error& error);
    /// Reports the error of `future` when it comes, if any, and this page still exists.
    template <typename T> void reportErrors(QFuture<core::Result<T>> future)
    {
        core::whenDone(future, this, [this](const core::Result<T>& result) {
            if (!result) {
                report(result.error());
            }
        });
    }

private:
    QAction* makeCommand(const QString& id);

    AppContext& m_context;
};

} // namespace lw::studio
