// SPDX-License-Identifier: GPL-3.0-or-later
//! Measures how long one works on a picture and on an object; stands still when nobody works (AN-11).
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

namespace lw::studio {

/// GUI thread only. Counts for the session, not across restarts.
class Stopwatch final : public QObject {
    Q_OBJECT

public:
    /// A longer pause does not count as work.
    static constexpr qint64 kIdleMs = 30'000;

    /// `clock` gives ms that only grow; the default is the real one.
    explicit Stopwatch(QObject* parent = nullptr, std::function<qint64()> clock = {});
    Q_DISABLE_COPY_MOVE(Stopwatch)

    /// Another picture is worked on; the present one counts if there was any work on it.
    void startSample();
    /// A key or button was pressed, the mouse moved over the canvas.
    void touch();
    /// `count` objects were added (negative: taken away again).
    void addObjects(int count);

    [[nodiscard]] qint64 sampleMs() const;
    /// Mean of the finished pictures of this session and the present one; 0 while unknown.
    [[nodiscard]] qint64 msPerSample() const;
    /// Mean over all objects made in this session; 0 while unknown.
    [[nodiscard]] qint64 msPerObject() const;
    /// "0:23 · 4.1 s per object · 12.0 s per picture".
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// The text is another; about once a second while somebody works.
    void ticked();

private:
    [[nodiscard]] qint64 sinceTouch() const;

    std::function<qint64()> m_clock;
    QTimer m_ticker;
    qint64 m_lastTouch = -1; ///< -1: no work yet on this picture
    qint64 m_sampleMs = 0;   ///< up to the last touch
    qint64 m_finishedMs = 0; ///< of the pictures before
    qint64 m_finishedSamples = 0;
    qint64 m_objects = 0;
};

} // namespace lw::studio
