// SPDX-License-Identifier: GPL-3.0-or-later
//! What all pages share: commands with keys, and errors as toasts.
#include "app/studio/Page.h"

#include "app/scenarios/Messages.h"
#include "app/studio/AppContext.h"
#include "widgets/common/Toast.h"

namespace lw::studio {

Page::Page(AppContext& context, QWidget* parent) : QWidget(parent), m_context(context) {}

Page::~Page() = default;

ProjectSession& Page::project() const
{
    Q_ASSERT(m_context.project());
    return *m_context.project();
}

QAction* Page::makeCommand(const QString& id)
{
    auto* action = new QAction(this);
    m_context.shortcuts().bind(action, id);
    addAction(action);
    return action;
}

void Page::triggerInWindow(const QString& id) const
{
    if (auto* action = window()->findChild<QAction*>(id)) {
        action->trigger();
    }
}

void Page::report(const core::Error& error)
{
    if (error.code != core::ErrorCode::Cancelled) {
        common::Toast::showMessage(this, {scenarios::errorText(error), common::ToastKind::Error});
    }
}

} // namespace lw::studio
