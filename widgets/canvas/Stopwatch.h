// SPDX-License-Identifier: GPL-3.0-or-later
//! Measures how long objects and samples take, without the pauses (AN-11).
#pragma once

#include <QObject>

#include <functional>

namespace lw::canvas {

/// Time counts from one sign of activity to the next if that is at most kIdleMilliseconds later; longer pauses count as
/// nothing. GUI thread only.
class Stopwatch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Stopwatch)

public:
    static constexpr qint64 kIdleMilliseconds = 30'000;

    /// `clock` gives milliseconds that only grow; empty: the system's.
    explicit Stopwatch(QObject* parent = nullptr, std::function<qint64()> clock = {});

    /// Somebody moves, clicks or types.
    void seeActivity();
    /// A shape was added.
    void finishObject();
    /// Another sample is shown; `isDone` if the one before was worked on to the end.
    void changeSample(bool isDone);
    void reset();

    /// Seconds spent on the sample shown.
    [[nodiscard]] double sampleSeconds() const { return m_sample / 1000.0; }
    /// Seconds since the last object, or since the sample was opened.
    [[nodiscard]] double objectSeconds() const { return m_object / 1000.0; }
    /// Means of this session; 0 while there is nothing to average.
    [[nodiscard]] double secondsPerObject() const;
    [[nodiscard]] double secondsPerSample() const;
    [[nodiscard]] int objects() const { return m_objects; }
    [[nodiscard]] int samples() const { return m_samples; }
    /// Working time of the session, seconds.
    [[nodiscard]] double totalSeconds() const { return m_total / 1000.0; }

Q_SIGNALS:
    void changed();

private:
    std::function<qint64()> m_clock;
    qint64 m_lastActivity = -1; ///< milliseconds; negative: none yet
    // All in milliseconds of work.
    qint64 m_total = 0;
    qint64 m_sample = 0;
    qint64 m_object = 0;
    qint64 m_objectsTotal = 0;
    qint64 m_samplesTotal = 0;
    int m_objects = 0;
    int m_samples = 0;
};

} // namespace lw::canvas
