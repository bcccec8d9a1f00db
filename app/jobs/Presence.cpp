// SPDX-License-Identifier: GPL-3.0-or-later
//! An event filter over the whole program.
#include "app/jobs/Presence.h"

#include <QCoreApplication>
#include <QEvent>

namespace lw::jobs {

namespace {
constexpr std::chrono::minutes kAway{2};
}

Presence::Presence(QObject* parent) : QObject(parent)
{
    m_away.setSingleShot(true);
    m_away.setInterval(kAway);
    connect(&m_away, &QTimer::timeout, this, [this] { Q_EMIT presenceChanged(false); });
    m_away.start();
    QCoreApplication::instance()->installEventFilter(this);
}

bool Presence::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TabletPress: {
        const bool wasAway = !m_away.isActive();
        m_away.start();
        if (wasAway) {
            Q_EMIT presenceChanged(true);
        }
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lw::jobs
