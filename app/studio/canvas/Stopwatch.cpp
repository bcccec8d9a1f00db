// SPDX-License-Identifier: GPL-3.0-or-later
//! Adds up the time between touches that lie close together.
#include "app/studio/canvas/Stopwatch.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace lw::studio {

Stopwatch::Stopwatch(QObject* parent, std::function<qint64()> clock) : QObject(parent), m_clock(std::move(clock))
{
    if (!m_clock) {
        QElapsedTimer timer;
        timer.start();
        m_clock = [timer] { return timer.elapsed(); };
    }
    m_ticker.setInterval(1'000);
    connect(&m_ticker, &QTimer::timeout, this, [this] {
        if (m_lastTouch < 0 || m_clock() - m_lastTouch > kIdleMs) {
            m_ticker.stop();
        }
        Q_EMIT ticked();
    });
}

void Stopwatch::startSample()
{
    const qint64 spent = sampleMs();
    if (spent > 0) {
        m_finishedMs += spent;
        ++m_finishedSamples;
    }
    m_sampleMs = 0;
    m_lastTouch = -1;
    Q_EMIT ticked();
}

qint64 Stopwatch::sinceTouch() const
{
    const qint64 pause = m_lastTouch < 0 ? 0 : m_clock() - m_lastTouch;
    return pause > kIdleMs ? 0 : pause;
}

void Stopwatch::touch()
{
    m_sampleMs += sinceTouch();
    m_lastTouch = m_clock();
    if (!m_ticker.isActive()) {
        m_ticker.start();
    }
}

void Stopwatch::addObjects(int count)
{
    m_objects = std::max<qint64>(0, m_objects + count);
    touch();
}

qint64 Stopwatch::sampleMs() const
{
    return m_sampleMs + sinceTouch();
}

qint64 Stopwatch::msPerSample() const
{
    const qint64 present = sampleMs();
    const qint64 samples = m_finishedSamples + (present > 0 ? 1 : 0);
    return samples > 0 ? (m_finishedMs + present) / samples : 0;
}

qint64 Stopwatch::msPerObject() const
{
    return m_objects > 0 ? (m_finishedMs + sampleMs()) / m_objects : 0;
}

QString Stopwatch::text() const
{
    const QLocale locale;
    const qint64 seconds = sampleMs() / 1'000;
    QStringList parts{QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'))};
    if (const qint64 each = msPerObject()) {
        parts.append(tr("%1 s per object").arg(locale.toString(double(each) / 1'000, 'f', 1)));
    }
    if (const qint64 each = msPerSample()) {
        parts.append(tr("%1 s per picture").arg(locale.toString(double(each) / 1'000, 'f', 1)));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace lw::studio
