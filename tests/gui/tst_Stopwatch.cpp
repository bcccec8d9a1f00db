// SPDX-License-Identifier: GPL-3.0-or-later
//! Seconds per picture and object, pauses left out.
#include "app/studio/canvas/Stopwatch.h"

#include <QtTest>

using lw::studio::Stopwatch;

class tst_Stopwatch : public QObject {
    Q_OBJECT

    qint64 m_now = 0;
    std::function<qint64()> clock()
    {
        m_now = 1'000;
        return [this] { return m_now; };
    }

private Q_SLOTS:
    void countsOnlyFromTheFirstTouch()
    {
        Stopwatch watch(nullptr, clock());
        m_now += 60'000;
        QCOMPARE(watch.sampleMs(), 0);
        watch.touch();
        m_now += 3'000;
        QCOMPARE(watch.sampleMs(), 3'000);
    }

    void leavesLongPausesOut()
    {
        Stopwatch watch(nullptr, clock());
        watch.touch();
        m_now += 5'000;
        watch.touch();
        m_now += Stopwatch::kIdleMs + 1;
        watch.touch();
        m_now += 2'000;
        QCOMPARE(watch.sampleMs(), 7'000);
    }

    void tellsMeansOverPicturesAndObjects()
    {
        Stopwatch watch(nullptr, clock());
        watch.touch();
        m_now += 4'000;
        watch.addObjects(2);
        watch.startSample();
        QCOMPARE(watch.sampleMs(), 0);
        watch.touch();
        m_now += 8'000;
        watch.addObjects(1);
        QCOMPARE(watch.msPerSample(), 6'000);
        QCOMPARE(watch.msPerObject(), 4'000);
    }

    void picturesOnlyLookedAtDoNotCount()
    {
        Stopwatch watch(nullptr, clock());
        watch.startSample();
        watch.startSample();
        watch.touch();
        m_now += 1'000;
        QCOMPARE(watch.msPerSample(), 1'000);
    }
};

QTEST_GUILESS_MAIN(tst_Stopwatch)
#include "tst_Stopwatch.moc"
