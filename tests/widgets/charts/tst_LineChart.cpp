// SPDX-License-Identifier: GPL-3.0-or-later
//! Curves keep their peaks when thinned, read their values and hide by their legend.
#include "widgets/charts/ChartPoints.h"
#include "widgets/charts/LineChart.h"

#include <QToolButton>
#include <QtTest>

#include <cmath>

using namespace lw::charts;

namespace {

QList<QPointF> wave(int count)
{
    QList<QPointF> points;
    for (int i = 0; i < count; ++i) {
        points.append({double(i), std::sin(i * 0.01) + 1.5});
    }
    return points;
}

} // namespace

class tst_LineChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thinningKeepsPeaksEndsAndOrder()
    {
        QList<QPointF> points = wave(20'000);
        points[12'345].setY(99);
        points[777].setY(-50);
        const QList<QPointF> few = thinned(points, 500);
        QVERIFY2(few.size() <= 520, qPrintable(QString::number(few.size())));
        QVERIFY(few.contains(QPointF(12'345, 99)));
        QVERIFY(few.contains(QPointF(777, -50)));
        QCOMPARE(few.front(), points.front());
        QCOMPARE(few.back(), points.back());
        QVERIFY(std::is_sorted(few.begin(), few.end(), [](auto a, auto b) { return a.x() < b.x(); }));
        QCOMPARE(thinned(points.mid(0, 40), 500), points.mid(0, 40));
    }

    void ticksAreRoundAndWithin()
    {
        QCOMPARE(roundTicks(0, 1, 5), (QList<double>{0, 0.2, 0.4, 3 * 0.2, 0.8, 1}));
        QCOMPARE(roundTicks(-3, 7, 4), (QList<double>{0, 5}));
        QVERIFY(roundTicks(2, 2, 4).isEmpty());
        QCOMPARE(logarithmicTicks(0.1, 10), (QList<double>{0.1, 0.2, 0.5, 1, 2, 5, 10}));
        QCOMPARE(logarithmicTicks(1e-4, 1), (QList<double>{1e-4, 1e-3, 1e-2, 1e-1, 1}));
        QVERIFY(logarithmicTicks(0, 1).isEmpty());
    }

    void drawsFewOfManyPointsAndReadsAllOfThem()
    {
        LineChart chart(QStringLiteral("Loss"));
        chart.resize(600, 300);
        chart.setSeries({{QStringLiteral("loss"), wave(20'000)}, {QStringLiteral("map"), {{0, 0.5}, {10'000, 0.75}}}});
        chart.show();
        QVERIFY(chart.drawnPoints(QStringLiteral("loss")) < 1'500);
        QCOMPARE(chart.drawnPoints(QStringLiteral("map")), qsizetype(2));
        QVERIFY(chart.readText().isEmpty());
        chart.readAt(9'999);
        const QString text = chart.readText();
        QVERIFY2(text.contains(QStringLiteral("map: 0.75 (10,000)")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("(9,999)")), qPrintable(text));
        chart.readAt(std::nullopt);
        QVERIFY(chart.readText().isEmpty());
    }

    void aLogarithmicAxisLeavesOutWhatItCannotShow()
    {
        LineChart chart(QStringLiteral("Loss"));
        chart.setSeries({{QStringLiteral("loss"), {{0, 0}, {1, 10}, {2, 1}, {3, std::nan("")}, {4, 0.1}}}});
        QCOMPARE(chart.drawnPoints(QStringLiteral("loss")), qsizetype(4));
        chart.setLogarithmic(true);
        QVERIFY(chart.isLogarithmic());
        QCOMPARE(chart.drawnPoints(QStringLiteral("loss")), qsizetype(3));
    }

    void theLegendHidesACurve()
    {
        LineChart chart(QStringLiteral("Curves"));
        chart.setSeries({{QStringLiteral("a"), {{0, 1}, {1, 2}}}, {QStringLiteral("b"), {{0, 1}, {1, 3}}}});
        chart.show();
        auto* entry = chart.findChild<QToolButton*>(QStringLiteral("legend1"));
        QVERIFY(entry && entry->isVisible());
        QTest::mouseClick(entry, Qt::LeftButton);
        QCOMPARE(chart.drawnPoints(QStringLiteral("b")), qsizetype(0));
        // New points of the same curves leave the choice as it is.
        chart.setSeries({{QStringLiteral("a"), {{0, 1}, {2, 2}}}, {QStringLiteral("b"), {{0, 1}, {2, 3}}}});
        QCOMPARE(chart.drawnPoints(QStringLiteral("b")), qsizetype(0));
        QCOMPARE(chart.drawnPoints(QStringLiteral("a")), qsizetype(2));
    }

    void keysWalkAlongTheCurve()
    {
        LineChart chart(QStringLiteral("Curve"));
        chart.resize(400, 200);
        chart.setSeries({{QStringLiteral("a"), {{0, 1}, {100, 2}}}});
        chart.show();
        auto* plot = chart.findChild<QWidget*>(QStringLiteral("linePlot"));
        QVERIFY(plot);
        QTest::keyClick(plot, Qt::Key_Home);
        QVERIFY2(chart.readText().contains(QLatin1String("(0)")), qPrintable(chart.readText()));
        QTest::keyClick(plot, Qt::Key_End);
        QVERIFY2(chart.readText().contains(QLatin1String("(100)")), qPrintable(chart.readText()));
        QTest::keyClick(plot, Qt::Key_Escape);
        QVERIFY(chart.readText().isEmpty());
    }
};

QTEST_MAIN(tst_LineChart)
#include "tst_LineChart.moc"
