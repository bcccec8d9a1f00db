// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs and models as rows: faithful to Qt's rules, filtered, named.
#include "models/domain/Algorithms.h"
#include "models/items/EngineTexts.h"
#include "models/items/JobListModel.h"
#include "models/items/LibraryModelListModel.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QSignalSpy>
#include <QtTest>

using namespace lw;
using namespace lw::items;

namespace {

domain::EngineJob job(const char* id, domain::EngineJobState state = domain::EngineJobState::Running)
{
    domain::EngineJob made;
    made.id = QLatin1String(id);
    made.name = made.id.section(u'-', 0, 0);
    made.version = made.id.section(u'-', 1);
    made.state = state;
    made.inputs = {{QStringLiteral("uid"), QStringLiteral("blood"), QStringLiteral("V001")}};
    return made;
}

} // namespace

class tst_JobListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsChangesRowByRow()
    {
        JobListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        JobFilterModel filter(model);
        QAbstractItemModelTester other(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setJobs({job("c-V0001"), job("b-V0001"), job("a-V0001")});
        const QPersistentModelIndex kept = model.index(1, 0);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        auto changed = job("b-V0001");
        changed.progress = 0.5;
        model.setJobs({job("d-V0001"), job("c-V0001"), changed});
        QCOMPARE(resets.count(), 0);
        QVERIFY(kept.isValid());
        QCOMPARE(kept.row(), 2);
        QCOMPARE(kept.data(JobListModel::ProgressRole).toDouble(), 0.5);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf(QStringLiteral("a-V0001")), -1);
        model.setJobs({changed, job("c-V0001")});
        QCOMPARE(kept.row(), 0);
        model.setJobs({});
        QVERIFY(!kept.isValid());
    }

    void filtersByStateKindAndText()
    {
        JobListModel model;
        JobFilterModel filter(model);
        auto evaluation = job("b-V0001", domain::EngineJobState::Succeeded);
        evaluation.kind = domain::EngineJobKind::Evaluate;
        model.setJobs({job("a-V0001"), evaluation, job("c-V0002", domain::EngineJobState::Failed)});
        QVERIFY(!filter.isFiltering());
        filter.setState(domain::EngineJobState::Failed);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("c V0002"));
        filter.setState({});
        filter.setKind(domain::EngineJobKind::Evaluate);
        QCOMPARE(filter.rowCount(), 1);
        filter.setKind({});
        filter.setText(QStringLiteral("BLOOD"));
        QCOMPARE(filter.rowCount(), 3);
        filter.setText(QStringLiteral("v0002"));
        QCOMPARE(filter.rowCount(), 1);
        QVERIFY(filter.isFiltering());
    }

    void tellsTheChiefNumberOfARun()
    {
        QVERIFY(!bestMetric({}));
        const auto trained = bestMetric(
            {{QStringLiteral("best"), QJsonObject{{QStringLiteral("loss"), 0.1}, {QStringLiteral("accuracy"), 0.9}}}});
        QVERIFY(trained);
        QCOMPARE(trained->name, QStringLiteral("accuracy"));
        QJsonArray numbers;
        for (int i = 0; i < 12; ++i) {
            numbers.append(i / 20.0);
        }
        const auto boxes = bestMetric({{QStringLiteral("coco"), QJsonObject{{QStringLiteral("numbers"), numbers}}}});
        const auto masks = bestMetric({{QStringLiteral("iou"), QJsonObject{{QStringLiteral("mean"), 0.24}}},
                                       {QStringLiteral("coco"), QJsonObject{{QStringLiteral("numbers"), numbers}}}});
        QVERIFY(masks && masks->name == QLatin1String("miou") && masks->value == 0.24);
        const auto smart = bestMetric({{QStringLiteral("metric"), QStringLiteral("map50")}, {QStringLiteral("quality"), 0.74}});
        QVERIFY(smart && smart->name == QLatin1String("map50") && smart->value == 0.74);
        QVERIFY(boxes);
        QCOMPARE(boxes->name, QStringLiteral("map50"));
        QCOMPARE(boxes->value, 0.05);
        QCOMPARE(metricText(QStringLiteral("map50"), 0.8123), QStringLiteral("81.2%"));
        QCOMPARE(metricText(QStringLiteral("map50"), -1), QStringLiteral("–"));
        QCOMPARE(metricText(QStringLiteral("loss"), 0.04371), QStringLiteral("0.04371"));
    }

    void everyAlgorithmAndParameterHasWords()
    {
        for (const domain::Algorithm& algorithm : domain::algorithms()) {
            QVERIFY2(algorithmTitle(algorithm.id) != algorithm.id, qPrintable(algorithm.id));
            QVERIFY2(!algorithmHint(algorithm.id).isEmpty(), qPrintable(algorithm.id));
            for (const domain::AlgorithmParameter& parameter : algorithm.parameters) {
                QVERIFY2(parameterTitle(parameter.id) != parameter.id, qPrintable(parameter.id));
                QVERIFY2(!parameterHint(parameter.id).isEmpty(), qPrintable(parameter.id));
            }
        }
        QCOMPARE(parameterText(QStringLiteral("seconds"), 120), QStringLiteral("120 s"));
        QCOMPARE(parameterText(QStringLiteral("device"), QStringLiteral("auto")), QStringLiteral("automatic"));
        QCOMPARE(parameterText(QStringLiteral("flipsDown"), false), QStringLiteral("no"));
    }

    void modelsAreRows()
    {
        LibraryModelListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        domain::LibraryModel cells;
        cells.id = QStringLiteral("cells-V0001");
        cells.name = QStringLiteral("cells");
        cells.version = QStringLiteral("V0001");
        cells.type = domain::DatasetType::ObjectDetection;
        cells.labels = QStringList{QStringLiteral("RBC"), QStringLiteral("WBC")};
        cells.metrics = {{QStringLiteral("map50"), 0.9}};
        cells.jobId = cells.id;
        domain::LibraryModel weights;
        weights.id = weights.name = QStringLiteral("backbone");
        model.setModels({cells, weights});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("cells V0001"));
        QCOMPARE(model.index(0, LibraryModelListModel::MetricColumn).data().toString(), QStringLiteral("mAP 50 90.0%"));
        QCOMPARE(model.index(1, LibraryModelListModel::TaskColumn).data().toString(),
                 QStringLiteral("Weights to start from"));
        QVERIFY(!model.index(1, 0).data(LibraryModelListModel::CanPredictRole).toBool());
        QCOMPARE(model.find(QStringLiteral("backbone")), model.modelAt(1));
        QVERIFY(!model.find(QStringLiteral("gone")));
    }
};

QTEST_GUILESS_MAIN(tst_JobListModel)
#include "tst_JobListModel.moc"
