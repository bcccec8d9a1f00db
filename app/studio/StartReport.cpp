// SPDX-License-Identifier: GPL-3.0-or-later
//! Waits for the first paint event to be through.
#include "app/studio/StartReport.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTextStream>
#include <QTimer>

namespace lw::studio {

namespace {

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
            }
        }
    }
    return 0;
}

} // namespace

StartReport::StartReport(QObject* window) : QObject(window)
{
    window->installEventFilter(this);
}

bool StartReport::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint && !m_isDone) {
        m_isDone = true;
        QTimer::singleShot(0, this, [] {
            QTextStream(stdout) << "painted " << residentMegabytes() << Qt::endl;
            QCoreApplication::quit();
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lw::studio
