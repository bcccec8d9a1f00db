// SPDX-License-Identifier: GPL-3.0-or-later
//! Versions freeze, diff and come back; batch actions are taken back and done again.
#include "models/store/BatchRepository.h"
#include "models/store/EditRepository.h"
#include "models/store/VersionRepository.h"
#include "tests/support/TempProject.h"

#include <QDateTime>
#include <QtTest>

using namespace lw;

namespace {

/// Everything a person can see of the dataset, as text.
QString stateOf(const tests::TempProject& project)
{
    QString text;
    const auto labels = store::LabelRepository(*project.store).list(project.dataset);
    for (const domain::Label& label : *labels) {
        text += label.name + u' ' + label.shortcut + u'\n';
    }
    const auto read = store::SampleRepository(*project.store)
                          .forEach(project.dataset, {}, [&](const domain::Sample& s, std::vector<domain::Annotation>&& list) {
                              text += QStringLiteral("%1 state %2 hard %3:").arg(s.name).arg(int(s.state)).arg(s.isHard);
                              for (const domain::Annotation& a : list) {
                                  const QRectF r = a.shape.boundingRect();
                                  text += QStringLiteral(" [%1 %2 %3,%4]").arg(a.id.value).arg(a.labelId.value).arg(r.x()).arg(r.y());
                              }
                              text += u'\n';
                              return true;
                          });
    return read ? text : read.error().detail;
}

domain::VersionId publish(tests::TempProject& project, const QString& name)
{
    domain::Version version;
    version.datasetId = project.dataset;
    version.name = name;
    return *store::VersionRepository(*project.store).create(version, {}).result();
}

void fill(tests::TempProject& project)
{
    project.addSamples(12, [&](int i) {
        std::vector<domain::Annotation> boxes;
        if (i % 2 == 0) {
            boxes.push_back(project.box(project.cat, i, 1, 5, 5));
        }
        if (i % 3 == 0) {
            boxes.push_back(project.box(project.dog, i, 9, 5, 5));
        }
        return boxes;
    });
}

} // namespace

class TestVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesGoUpAndAreNeverGivenTwice()
    {
        tests::TempProject project;
        store::VersionRepository versions(*project.store);
        QCOMPARE(*versions.nextName(project.dataset), QStringLiteral("V001"));
        const domain::VersionId first = publish(project, QStringLiteral("V001"));
        domain::Version again;
        again.datasetId = project.dataset;
        again.name = QStringLiteral("V001");
        QCOMPARE(versions.create(again, {}).result().error().code, core::ErrorCode::AlreadyExists);
        again.name = QStringLiteral("not ok");
        QCOMPARE(versions.create(again, {}).result().error().code, core::ErrorCode::InvalidArgument);
        QVERIFY(versions.remove(first).result());
        QCOMPARE(*versions.nextName(project.dataset), QStringLiteral("V002"));
    }

    void settingCurrentBringsBackWhatWasFrozen()
    {
        tests::TempProject project;
        fill(project);
        store::VersionRepository versions(*project.store);
        store::BatchRepository batch(*project.store);
        const domain::VersionId v1 = publish(project, QStringLiteral("V001"));
        const QString state1 = stateOf(project);
        QVERIFY(*versions.isUnchangedSince(v1));

        const QList<domain::SampleId> all = project.ids();
        QVERIFY(batch.deleteSamples(project.dataset, {all.at(0), all.at(6)}).result());
        QVERIFY(batch.setHard(project.dataset, {all.at(1)}, true).result());
        QVERIFY(batch.deleteLabel(project.dog, store::LabelDeletion::LabelOnly).result());
        QVERIFY(!*versions.isUnchangedSince(v1));
        const domain::VersionId v2 = publish(project, QStringLiteral("V002"));
        const QString state2 = stateOf(project);

        const auto diff = versions.diff(v1, v2);
        QCOMPARE(diff->removed.size(), 2);
        QCOMPARE(diff->added.size(), 0);
        QCOMPARE(diff->changed.size(), 3); // two dogs went beside the deleted samples' ones, one hard mark
        QCOMPARE(diff->annotationsRemoved, 4 + 2);

        QVERIFY(versions.setCurrent(v1).result());
        QCOMPARE(stateOf(project), state1);
        QCOMPARE(project.keptCounters(), project.recount());
        QCOMPARE(store::DatasetRepository(*project.store).find(project.dataset)->currentVersion, v1);
        QVERIFY(versions.setCurrent(v2).result());
        QCOMPARE(stateOf(project), state2);
        QCOMPARE(project.keptCounters(), project.recount());
    }

    void batchActionsGoBackAndForth_data()
    {
        QTest::addColumn<int>("action");
        QTest::newRow("mark hard") << 0;
        QTest::newRow("delete samples") << 1;
        QTest::newRow("replace label") << 2;
        QTest::newRow("remove label") << 3;
        QTest::newRow("rename label") << 4;
        QTest::newRow("merge labels") << 5;
        QTest::newRow("delete label") << 6;
        QTest::newRow("delete label with its samples") << 7;
    }

    void batchActionsGoBackAndForth()
    {
        QFETCH(int, action);
        tests::TempProject project;
        fill(project);
        store::BatchRepository batch(*project.store);
        const QList<domain::SampleId> all = project.ids();
        const QList<domain::SampleId> some = all.mid(2, 6);
        const QString a = stateOf(project);
        switch (action) {
        case 0: QVERIFY(batch.setHard(project.dataset, some, true).result()); break;
        case 1: QVERIFY(batch.deleteSamples(project.dataset, some).result()); break;
        case 2: QVERIFY(batch.replaceLabel(project.dataset, some, project.cat, project.dog).result()); break;
        case 3: QVERIFY(batch.replaceLabel(project.dataset, some, project.cat, std::nullopt).result()); break;
        case 4: QVERIFY(batch.renameLabel(project.cat, QStringLiteral("lion")).result()); break;
        case 5: QVERIFY(batch.renameLabel(project.cat, QStringLiteral("dog")).result()); break;
        case 6: QVERIFY(batch.deleteLabel(project.cat, store::LabelDeletion::LabelOnly).result()); break;
        default: QVERIFY(batch.deleteLabel(project.cat, store::LabelDeletion::WithExclusiveSamples).result()); break;
        }
        const QString b = stateOf(project);
        QVERIFY(a != b);
        QCOMPARE(project.keptCounters(), project.recount());
        for (int round = 0; round < 2; ++round) {
            QVERIFY(batch.undo(project.dataset).result());
            QCOMPARE(stateOf(project), a);
            QCOMPARE(project.keptCounters(), project.recount());
            QVERIFY(!batch.undoable(project.dataset));
            QVERIFY(batch.redo(project.dataset).result());
            QCOMPARE(stateOf(project), b);
            QCOMPARE(project.keptCounters(), project.recount());
            QVERIFY(!batch.redoable(project.dataset));
        }
    }

    void undoingABatchSparesLaterWork()
    {
        tests::TempProject project;
        fill(project);
        store::BatchRepository batch(*project.store);
        const domain::SampleId sample = project.ids().at(1);
        QVERIFY(batch.setHard(project.dataset, {sample}, true).result());
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > before); // the gesture's time is later than the action's
        domain::Annotation mine = project.box(project.cat, 50, 50, 5, 5);
        mine.id = domain::AnnotationId(1);
        QVERIFY(store::EditRepository(*project.store)
                    .apply(sample, {domain::EditKind::AddShape, {{std::nullopt, mine}}, {}, {}}, 0)
                    .result());
        QVERIFY(batch.undo(project.dataset).result());
        const auto now = store::SampleRepository(*project.store).find(sample);
        QVERIFY(!now->isHard);
        QCOMPARE(now->annotationCount, 1);
        QCOMPARE(project.keptCounters(), project.recount());
    }
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_Versions.moc"
