// SPDX-License-Identifier: GPL-3.0-or-later
//! Every paint event starts the wait anew.
#include "app/studio/Screenshot.h"

#include "app/studio/AppContext.h"
#include "app/studio/MainWindow.h"

#include <QApplication>
#include <QEvent>
#include <QPixmap>

namespace lw::studio {

namespace {

constexpr int kQuietMs = 600;

} // namespace

Screenshot::Screenshot(AppContext& context, MainWindow& window, const QString& file, QObject* parent)
    : QObject(parent), m_context(context), m_window(window), m_file(file)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietMs);
    connect(&m_quiet, &QTimer::timeout, this, &Screenshot::takeIfQuiet);
    qApp->installEventFilter(this);
    m_quiet.start();
}

bool Screenshot::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest) {
        m_quiet.start();
    }
    return QObject::eventFilter(watched, event);
}

void Screenshot::takeIfQuiet()
{
    if (m_context.jobs().activeCount() > 0) {
        m_quiet.start();
        return;
    }
    qApp->removeEventFilter(this);
    Q_EMIT taken(m_window.grab().save(m_file));
}

} // namespace lw::studio
