// SPDX-License-Identifier: GPL-3.0-or-later
//! Attributes and hard reasons of samples: set, filtered, frozen, taken back, and there after an upgrade.
#include "models/domain/SampleFilter.h"
#include "models/store/AttributeRepository.h"
#include "models/store/BatchRepository.h"
#include "models/store/Connection.h"
#include "models/store/EditRepository.h"
#include "models/store/TrashRepository.h"
#include "models/store/VersionRepository.h"
#include "tests/support/OldRevisions.h"
#include "tests/support/TempProject.h"

#include <QtTest>

using namespace lw;

namespace {

const QString kGroup = QStringLiteral("group");

QList<domain::SampleId> withFilter(const tests::TempProject& project, const QString& text)
{
    return project.ids(domain::parseFilter(text).value().filter);
}

/// Six samples; the first three in group 01, the next two in group 02.
struct Grouped {
    tests::TempProject project;
    store::AttributeRepository attributes{*project.store};

    Grouped()
    {
        project.addSamples(6);
        const auto ids = project.ids();
        QHash<domain::SampleId, QString> values;
        for (int i = 0; i < 5; ++i) {
            values.insert(ids[i], i < 3 ? QStringLiteral("01") : QStringLiteral("02"));
        }
        QCOMPARE(attributes.set(project.dataset, kGroup, values).result().value(), 5);
    }
    QString value(int i) const
    {
        return store::SampleRepository(*project.store).find(project.ids().at(i))->attributes.value(kGroup);
    }
};

} // namespace

class TestAttributes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreListedWithCounts()
    {
        const Grouped g;
        const auto uses = g.attributes.list(g.project.dataset).value();
        QCOMPARE(uses.size(), size_t(1));
        QCOMPARE(uses[0].name, kGroup);
        QCOMPARE(uses[0].values,
                 (std::vector<domain::AttributeValueUse>{{QStringLiteral("01"), 3}, {QStringLiteral("02"), 2}}));
    }

    void filtersFindThem()
    {
        const Grouped g;
        const auto ids = g.project.ids();
        QCOMPARE(withFilter(g.project, QStringLiteral("attribute=group:01")), ids.mid(0, 3));
        QCOMPARE(withFilter(g.project, QStringLiteral("attribute=group:01,02")), ids.mid(0, 5));
        QCOMPARE(withFilter(g.project, QStringLiteral("attribute=group")), ids.mid(0, 5));
        QVERIFY(withFilter(g.project, QStringLiteral("attribute=group:03")).isEmpty());
        QVERIFY(withFilter(g.project, QStringLiteral("attribute=other")).isEmpty());
        QVERIFY(withFilter(g.project, QStringLiteral("attribute=group:01 state=labelled")).isEmpty());
        QVERIFY(!domain::parseFilter(QStringLiteral("attribute=:x")));
        QVERIFY(!domain::parseFilter(QStringLiteral("attribute=group:")));
        QVERIFY(!domain::parseFilter(QStringLiteral("attribute>group")));
    }

    void settingIsOneStepThatComesAndGoes()
    {
        Grouped g;
        store::BatchRepository batch(*g.project.store);
        QCOMPARE(batch.undoable(g.project.dataset)->kind, store::BatchKind::SetAttribute);
        QVERIFY(batch.undo(g.project.dataset).result());
        QVERIFY(g.attributes.list(g.project.dataset)->empty());
        QVERIFY(batch.redo(g.project.dataset).result());
        QCOMPARE(g.value(4), QStringLiteral("02"));
        QCOMPARE(g.attributes.set(g.project.dataset, kGroup, QString(), g.project.ids()).result().value(), 5);
        QVERIFY(g.value(0).isEmpty());
        QVERIFY(batch.undo(g.project.dataset).result());
        QCOMPARE(withFilter(g.project, QStringLiteral("attribute=group:02")).size(), 2);
    }

    void badNamesAndValuesChangeNothing()
    {
        Grouped g;
        const QString good = QStringLiteral("a");
        for (const QString& name : {QString(), QStringLiteral("a:b"), QStringLiteral(" a"), QStringLiteral("a,b"),
                                    QStringLiteral("a\nb"), QString(65, u'x')}) {
            QVERIFY(!g.attributes.set(g.project.dataset, name, good, g.project.ids()).result());
        }
        const auto refused = g.attributes.set(g.project.dataset, kGroup, QStringLiteral("a,b"), g.project.ids()).result();
        QCOMPARE(refused.error().code, core::ErrorCode::InvalidArgument);
        QCOMPARE(g.value(0), QStringLiteral("01"));
        QCOMPARE(g.attributes.list(g.project.dataset)->size(), size_t(1));
    }

    void versionsFreezeThem()
    {
        Grouped g;
        store::VersionRepository versions(*g.project.store);
        domain::Version version;
        version.datasetId = g.project.dataset;
        version.name = QStringLiteral("V001");
        const auto first = versions.create(version, {}).result().value();
        QVERIFY(versions.isUnchangedSince(first).value());
        QVERIFY(g.attributes.set(g.project.dataset, kGroup, QStringLiteral("03"), {g.project.ids().at(0)}).result());
        QVERIFY(!versions.isUnchangedSince(first).value());
        version.name = QStringLiteral("V002");
        const auto second = versions.create(version, {}).result().value();
        QCOMPARE(versions.diff(first, second)->changed, QList<domain::SampleId>{g.project.ids().at(0)});
        QStringList frozen;
        QVERIFY(versions.forEach(first, [&](const domain::Sample& sample, std::vector<domain::Annotation>&&) {
            frozen.append(sample.attributes.value(kGroup));
            return true;
        }));
        QCOMPARE(frozen.join(u' '), QStringLiteral("01 01 01 02 02 "));
        QVERIFY(versions.setCurrent(first).result());
        QCOMPARE(g.value(0), QStringLiteral("01"));
        QVERIFY(withFilter(g.project, QStringLiteral("attribute=group:03")).isEmpty());
    }

    void theTrashGivesThemBack()
    {
        Grouped g;
        const auto ids = g.project.ids();
        QVERIFY(store::BatchRepository(*g.project.store).deleteSamples(g.project.dataset, {ids[0]}).result());
        QCOMPARE(g.attributes.list(g.project.dataset)->at(0).values.at(0).samples, 2);
        store::TrashRepository trash(*g.project.store);
        QVERIFY(trash.restore(trash.ids({}).value()).result());
        QCOMPARE(g.value(0), QStringLiteral("01"));
        QCOMPARE(g.attributes.list(g.project.dataset)->at(0).values.at(0).samples, 3);
    }

    void importsBringAttributesAndReasons()
    {
        tests::TempProject project;
        store::TaskRepository tasks(*project.store);
        domain::Task task;
        task.datasetId = project.dataset;
        task.id = tasks.start(task).result().value();
        for (int pass = 0; pass < 2; ++pass) {
            store::BulkWriter writer(*project.store, project.dataset, task.id);
            store::IncomingSample incoming;
            incoming.sample.name = QStringLiteral("a.jpg");
            incoming.sample.isHard = true;
            incoming.sample.hardCoefficient = 0.5;
            incoming.sample.hardReasons = {domain::HardReason(20), domain::HardReason::NarrowMargin};
            incoming.sample.attributes.insert(pass == 0 ? QStringLiteral("site") : kGroup, QStringLiteral("x"));
            QVERIFY(writer.add(std::move(incoming)));
            QVERIFY(writer.finish());
        }
        const domain::Sample sample = store::SampleRepository(*project.store).find(project.ids().at(0)).value();
        QCOMPARE(domain::hardReasonsText(sample.hardReasons), QStringLiteral("20-2"));
        QCOMPARE(sample.attributes.keys(), (QStringList{kGroup, QStringLiteral("site")}));
        QCOMPARE(withFilter(project, QStringLiteral("attribute=site:x attribute=group:x")).size(), 1);
    }

    void gesturesKeepReasonsInTheirHistory()
    {
        Grouped g;
        const auto id = g.project.ids().at(0);
        const domain::HardMark marked{true, 0.4, {domain::HardReason::LowConfidence}};
        const domain::SampleEdit edit{domain::EditKind::MarkHard, {}, domain::HardMark{}, marked};
        QCOMPARE(domain::editFromBytes(domain::toBytes(edit)).value(), edit);
        store::EditRepository edits(*g.project.store);
        QVERIFY(edits.apply(id, edit, 0).result());
        store::SampleRepository samples(*g.project.store);
        QCOMPARE(samples.find(id)->hardReasons, marked.reasons);
        QVERIFY(edits.move(id, edit.inverted(), 0).result());
        QVERIFY(samples.find(id)->hardReasons.isEmpty());
        QCOMPARE(samples.find(id)->attributes.value(kGroup), QStringLiteral("01"));
        QVERIFY(store::BatchRepository(*g.project.store).setHard(g.project.dataset, {id}, true).result());
        QVERIFY(samples.find(id)->hardReasons.isEmpty());
    }

    void reasonsAsText()
    {
        using domain::hardReasonsFromText;
        QCOMPARE(domain::hardReasonsText(hardReasonsFromText(u"1-20-2-19-21-3").value()),
                 QStringLiteral("1-20-2-19-21-3"));
        QCOMPARE(hardReasonsFromText(u"2-2")->size(), 1);
        QVERIFY(hardReasonsFromText(u"")->isEmpty());
        QVERIFY(!hardReasonsFromText(u"1-x"));
        QVERIFY(!hardReasonsFromText(u"-3"));
        QVERIFY(!domain::isKnownReason(domain::HardReason(20)));
    }

    void projectsOfRevisionThreeAreUpgraded()
    {
        tests::TempProject project;
        project.addSamples(3, [&](int i) {
            return i == 0 ? std::vector{project.box(project.cat, 1, 1, 5, 5)} : std::vector<domain::Annotation>();
        });
        const QString counters = project.keptCounters();
        const QString folder = project.store->folder();
        const QString file = project.store->filePath();
        const auto schema = [&] {
            store::Connection connection(file, store::Connection::Mode::Read);
            store::Statement& rows = connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name");
            QStringList lines;
            while (rows.executeStep()) {
                lines.append(store::textAt(rows, 0) + u' ' + store::textAt(rows, 1) + u' ' + store::textAt(rows, 2));
            }
            return lines;
        };
        project.store.reset();
        const QStringList fresh = schema();
        {
            store::Connection connection(file, store::Connection::Mode::Write);
            tests::takeBackRevision4(connection);
        }
        project.store = std::move(*store::Store::open(folder));
        QVERIFY(QFile::exists(file + QStringLiteral(".revision-3.bak")));
        QCOMPARE(project.keptCounters(), counters);
        QVERIFY(store::AttributeRepository(*project.store)
                    .set(project.dataset, kGroup, QStringLiteral("01"), project.ids())
                    .result());
        QCOMPARE(withFilter(project, QStringLiteral("attribute=group:01")).size(), 3);
        project.store.reset();
        QCOMPARE(schema(), fresh);
    }
};

QTEST_GUILESS_MAIN(TestAttributes)
#include "tst_Attributes.moc"
