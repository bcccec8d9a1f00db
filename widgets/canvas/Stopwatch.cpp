// SPDX-License-Identifier: GPL-3.0-or-later
//! Sums of working time.
#include "widgets/canvas/Stopwatch.h"

#include <QElapsedTimer>

#include <utility>

namespace lw::canvas {

namespace {

std::function<qint64()> systemClock()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return timer.elapsed(); };
}

} // namespace

Stopwatch::Stopwatch(QObject* parent, std::function<qint64()> clock)
    : QObject(parent), m_clock(clock ? std::move(clock) : systemClock())
{
}

void Stopwatch::seeActivity()
{
    const qint64 now = m_clock();
    const qint64 since = m_lastActivity < 0 ? 0 : now - m_lastActivity;
    m_lastActivity = now;
    if (since > 0 && since <= kIdleMilliseconds) {
        m_total += since;
        m_sample += since;
        m_object += since;
        Q_EMIT changed();
    }
}

void Stopwatch::finishObject()
{
    seeActivity();
    m_objectsTotal += m_object;
    m_object = 0;
    ++m_objects;
    Q_EMIT changed();
}

void Stopwatch::changeSample(bool isDone)
{
    seeActivity();
    if (isDone) {
        m_samplesTotal += m_sample;
        ++m_samples;
    }
    m_sample = 0;
    m_object = 0;
    Q_EMIT changed();
}

void Stopwatch::reset()
{
    m_lastActivity = -1;
    m_total = m_sample = m_object = m_objectsTotal = m_samplesTotal = 0;
    m_objects = m_samples = 0;
    Q_EMIT changed();
}

double Stopwatch::secondsPerObject() const
{
    return m_objects == 0 ? 0 : double(m_objectsTotal) / m_objects / 1000;
}

double Stopwatch::secondsPerSample() const
{
    return m_samples == 0 ? 0 : double(m_samplesTotal) / m_samples / 1000;
}

} // namespace lw::canvas
