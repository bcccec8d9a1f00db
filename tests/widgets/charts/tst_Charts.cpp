// SPDX-License-Identifier: GPL-3.0-or-later
//! Bars of the label distribution, their clicks and pictures; the progress ring.
#include "widgets/charts/LabelBars.h"
#include "widgets/charts/LabelDistributionChart.h"
#include "widgets/charts/ProgressRing.h"
#include "widgets/common/Theme.h"

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace lw;
using charts::LabelBars;
using charts::LabelDistributionChart;

namespace {

std::vector<domain::Label> labelsOf(int count)
{
    std::vector<domain::Label> labels;
    for (int i = 0; i < count; ++i) {
        domain::Label label;
        label.id = domain::LabelId(i + 1);
        label.name = QStringLiteral("label %1").arg(i + 1);
        label.colour = domain::paletteColour(i);
        label.annotations = 10 * (i + 1);
        label.samples = count - i;
        labels.push_back(label);
    }
    return labels;
}

} // namespace

class TestCharts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { common::applyTheme(*qApp, common::ThemeMode::Light); }

    void mostFrequentLabelComesFirst()
    {
        LabelDistributionChart chart;
        chart.setLabels(labelsOf(5));
        const auto* bars = chart.findChild<LabelBars*>();
        QCOMPARE(bars->bars().size(), 5U);
        QCOMPARE(bars->bars().front().name, QStringLiteral("label 5"));
        QCOMPARE(bars->bars().front().value, 50);
        chart.findChild<QToolButton*>(QStringLiteral("bySamples"))->click();
        QCOMPARE(chart.measure(), charts::Measure::Samples);
        QCOMPARE(bars->bars().front().name, QStringLiteral("label 1"));
        QCOMPARE(bars->bars().front().value, 5);
    }

    void offersNoMeasuresWhereBothCountTheSame()
    {
        LabelDistributionChart chart;
        chart.setLabels(labelsOf(2));
        chart.setMeasureChoice(false);
        QVERIFY(chart.findChild<QToolButton*>(QStringLiteral("bySamples"))->isHidden());
        QVERIFY(chart.findChild<QToolButton*>(QStringLiteral("byAnnotations"))->isHidden());
        QVERIFY(!chart.findChild<QToolButton*>(QStringLiteral("saveChart"))->isHidden());
    }

    void manyLabelsAreSummedUp()
    {
        LabelDistributionChart chart;
        chart.setLabels(labelsOf(LabelDistributionChart::kMaxBars + 10));
        QCOMPARE(chart.barCount(), LabelDistributionChart::kMaxBars + 1);
        const auto& others = chart.findChild<LabelBars*>()->bars().back();
        QVERIFY(!others.label.isValid());
        QCOMPARE(others.value, 10 * (1 + 10) * 10 / 2); // the ten least frequent
        chart.setMeasure(charts::Measure::Samples);     // samples cannot be summed over labels
        QCOMPARE(chart.barCount(), LabelDistributionChart::kMaxBars);
    }

    void clickOnABarNamesItsLabel()
    {
        LabelDistributionChart chart;
        chart.resize(600, 400);
        chart.setLabels(labelsOf(4));
        chart.show();
        QCoreApplication::processEvents();
        auto* bars = chart.findChild<LabelBars*>();
        const QSignalSpy activated(&chart, &LabelDistributionChart::labelActivated);
        QTest::mouseClick(bars->viewport(), Qt::LeftButton, Qt::NoModifier, bars->barRect(1).center().toPoint());
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().value<domain::LabelId>(), domain::LabelId(3));
        QTest::keyClick(bars, Qt::Key_Down);
        QTest::keyClick(bars, Qt::Key_Return);
        QCOMPARE(activated.count(), 2);
    }

    void barsHaveTheColoursAndLengthsOfTheirLabels()
    {
        LabelDistributionChart chart;
        chart.resize(700, 400);
        chart.setLabels(labelsOf(4)); // 40, 30, 20, 10
        chart.show();
        QCoreApplication::processEvents();
        auto* bars = chart.findChild<LabelBars*>();
        const QImage picture = bars->grab().toImage();
        const auto lengthOf = [&](int bar) {
            const QRgb colour = bars->bars().at(static_cast<size_t>(bar)).colour.rgb();
            int length = 0;
            for (int x = 0; x < picture.width(); ++x) {
                length += picture.pixel(x, bars->barRect(bar).center().toPoint().y()) == colour ? 1 : 0;
            }
            return length;
        };
        QVERIFY(lengthOf(0) > 100);
        QVERIFY(qAbs(lengthOf(1) * 4 - lengthOf(0) * 3) < 16);
        QVERIFY(qAbs(lengthOf(3) * 4 - lengthOf(0)) < 16);
    }

    void chartIsSavedAsPngAndSvg()
    {
        LabelDistributionChart chart;
        chart.resize(600, 400);
        chart.setLabels(labelsOf(3));
        chart.show();
        QCoreApplication::processEvents();
        const QTemporaryDir dir;
        QVERIFY(chart.save(dir.filePath(QStringLiteral("c.png"))).has_value());
        const QImage png(dir.filePath(QStringLiteral("c.png")));
        QVERIFY(png.width() > 600);
        QVERIFY(chart.save(dir.filePath(QStringLiteral("c.svg"))).has_value());
        QFile svg(dir.filePath(QStringLiteral("c.svg")));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        QVERIFY(svg.readAll().contains("<svg"));
        QCOMPARE(chart.save(dir.filePath(QStringLiteral("c.gif"))).error().code, core::ErrorCode::InvalidArgument);
        QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("c.gif"))));
        QCOMPARE(chart.save(dir.filePath(QStringLiteral("no/such/c.png"))).error().code, core::ErrorCode::WriteFailed);
    }

    void ringNeverSaysAllWhileSomethingIsLeft()
    {
        charts::ProgressRing ring;
        ring.setProgress(999'999, 1'000'000);
        QVERIFY(ring.share() < 1.0);
        const QImage almost = ring.grab().toImage();
        ring.setProgress(1'000'000, 1'000'000);
        QCOMPARE(ring.share(), 1.0);
        QVERIFY(ring.grab().toImage() != almost);
        ring.setProgress(0, 0);
        QCOMPARE(ring.share(), 0.0);
    }
};

QTEST_MAIN(TestCharts)
#include "tst_Charts.moc"
