// SPDX-License-Identifier: GPL-3.0-or-later
//! Working time without the pauses.
#include "widgets/canvas/Stopwatch.h"

#include <QtTest>

using lw::canvas::Stopwatch;

class TestStopwatch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void averagesObjectsAndSamples()
    {
        qint64 now = 0;
        Stopwatch watch(nullptr, [&] { return now; });
        watch.seeActivity();
        now += 2000;
        watch.finishObject();
        now += 4000;
        watch.finishObject();
        QCOMPARE(watch.secondsPerObject(), 3.0);
        now += 1000;
        watch.changeSample(true);
        QCOMPARE(watch.secondsPerSample(), 7.0);
        QCOMPARE(watch.sampleSeconds(), 0.0);
        QCOMPARE(watch.totalSeconds(), 7.0);
    }

    void doesNotCountPauses()
    {
        qint64 now = 0;
        Stopwatch watch(nullptr, [&] { return now; });
        watch.seeActivity();
        now += 5000;
        watch.seeActivity();
        now += Stopwatch::kIdleMilliseconds + 1;
        watch.seeActivity();
        now += 1000;
        watch.finishObject();
        QCOMPARE(watch.secondsPerObject(), 6.0);
    }

    void doesNotCountSamplesOnlyLookedAt()
    {
        qint64 now = 0;
        Stopwatch watch(nullptr, [&] { return now; });
        watch.seeActivity();
        now += 500;
        watch.changeSample(false);
        QCOMPARE(watch.samples(), 0);
        QCOMPARE(watch.secondsPerSample(), 0.0);
    }

    void tellsWhenItChanges()
    {
        qint64 now = 0;
        Stopwatch watch(nullptr, [&] { return now; });
        QSignalSpy changed(&watch, &Stopwatch::changed);
        watch.seeActivity();
        QCOMPARE(changed.count(), 0);
        now += 10;
        watch.seeActivity();
        QCOMPARE(changed.count(), 1);
        watch.reset();
        QCOMPARE(watch.totalSeconds(), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestStopwatch)
#include "tst_Stopwatch.moc"
