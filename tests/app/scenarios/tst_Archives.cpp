// SPDX-License-Identifier: GPL-3.0-or-later
//! Zip archives through import and export: what comes in is whole or not there.
#include "app/scenarios/ExportDataset.h"
#include "app/scenarios/ImportDataset.h"
#include "app/scenarios/Messages.h"
#include "app/scenarios/SyncDataset.h"
#include "engine/formats/ZipArchive.h"
#include "tests/app/scenarios/ScenarioProject.h"

using namespace lw;
using core::ErrorCode;

namespace {

QStringList namesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

/// Four pictures with a cat each, in a folder of their own within the archive.
QString makeArchive(const tests::ScenarioProject& project)
{
    const QString folder = project.path(QStringLiteral("made"));
    for (int i = 0; i < 4; ++i) {
        const QString name = QStringLiteral("set/p%1").arg(i);
        tests::writePicture(folder + u'/' + name + QStringLiteral(".png"), i);
        tests::writeVoc(folder + u'/' + name + QStringLiteral(".xml"), name.mid(4) + QStringLiteral(".png"),
                        {{QStringLiteral("cat"), 1, 2, 11, 12}});
    }
    const QString zip = project.path(QStringLiteral("cats.zip"));
    return formats::packZip(folder, zip, {}) ? zip : QString();
}

scenarios::ImportRequest requestFor(const domain::Dataset& dataset, const QString& from)
{
    scenarios::ImportRequest request;
    request.dataset = dataset.id;
    request.from = from;
    return request;
}

} // namespace

class tst_Archives final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anArchiveBecomesAFolderOfTheInputLocation()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("cats"));
        const QString zip = makeArchive(project);
        const auto first = scenarios::importDataset(*project.store, requestFor(dataset, zip), {});
        QVERIFY2(first, first ? "" : qPrintable(scenarios::errorText(first.error())));
        QCOMPARE(first->format, QStringLiteral("voc"));
        QCOMPARE(first->counts.samplesAdded, 4);
        QCOMPARE(first->counts.annotationsAdded, 4);
        QCOMPARE(namesIn(dataset.inputLocation), QStringList(QStringLiteral("cats")));
        QVERIFY(QFileInfo(dataset.inputLocation + QStringLiteral("/cats/set/p0.png")).isFile());
        const auto again = scenarios::importDataset(*project.store, requestFor(dataset, zip), {});
        QVERIFY(again);
        const QStringList both{QStringLiteral("cats"), QStringLiteral("cats_2")};
        QCOMPARE(namesIn(dataset.inputLocation), both);
        const auto synced = scenarios::syncDataset(*project.store, dataset.id, {});
        QVERIFY(synced);
        QCOMPARE(synced->added, 0);
        QCOMPARE(synced->missing, 0);
    }

    void aCancelledImportLeavesNoFile()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("cats"));
        const QString zip = makeArchive(project);
        for (const qint64 total : {4, 0}) { // while reading the four, while unpacking
            std::stop_source stop;
            core::Control control;
            control.stop = stop.get_token();
            control.progress = [&stop, total](qint64, qint64 all) {
                if (total == 0 || (all > 0 && all <= 2 * total)) {
                    stop.request_stop();
                }
            };
            const auto outcome = scenarios::importDataset(*project.store, requestFor(dataset, zip), control);
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
            QCOMPARE(namesIn(dataset.inputLocation), QStringList());
            QCOMPARE(project.reload(dataset).counters.total, 0);
        }
    }

    void aBadArchiveIsASentence()
    {
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("cats"));
        const QString zip = makeArchive(project);
        QByteArray bytes = tests::readFile(zip);
        bytes.replace("set/p0.png", "../../evil");
        tests::writeFile(project.path(QStringLiteral("evil.zip")), bytes);
        auto request = requestFor(dataset, project.path(QStringLiteral("evil.zip")));
        const auto evil = scenarios::importDataset(*project.store, request, {});
        QVERIFY(!evil);
        QVERIFY2(scenarios::errorText(evil.error()).contains(QStringLiteral("../../evil")),
                 qPrintable(scenarios::errorText(evil.error())));
        tests::writeFile(project.path(QStringLiteral("cut.zip")), tests::readFile(zip).left(300));
        request.from = project.path(QStringLiteral("cut.zip"));
        const auto cut = scenarios::importDataset(*project.store, request, {});
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, ErrorCode::Malformed);
        request.from = zip;
        request.archiveLimits.maxBytes = 10;
        const auto large = scenarios::importDataset(*project.store, request, {});
        QVERIFY(!large);
        QVERIFY(scenarios::errorText(large.error()).contains(QStringLiteral("--max-unpacked-gb")));
        QCOMPARE(namesIn(dataset.inputLocation), QStringList());
        QVERIFY(!QFileInfo::exists(project.path(QStringLiteral("evil"))));
    }

    void anExportedArchiveComesInAgain_data()
    {
        QTest::addColumn<QString>("format");
        for (const char* format : {"coco", "csv", "cvat", "labelme", "voc", "yolo"}) {
            QTest::newRow(format) << QString::fromLatin1(format);
        }
    }

    void anExportedArchiveComesInAgain()
    {
        QFETCH(QString, format);
        tests::ScenarioProject project;
        const domain::Dataset dataset = project.addDataset(QStringLiteral("cats"));
        QVERIFY(scenarios::importDataset(*project.store, requestFor(dataset, makeArchive(project)), {}));
        scenarios::ExportRequest request;
        request.dataset = dataset.id;
        request.format = format;
        request.to = project.path(QStringLiteral("out/packed"));
        request.check = true;
        request.zip = true;
        const auto exported = scenarios::exportDataset(*project.store, request, {});
        QVERIFY2(exported, exported ? "" : qPrintable(scenarios::errorText(exported.error())));
        QCOMPARE(exported->path, project.path(QStringLiteral("out/packed.zip")));
        QCOMPARE(exported->check->differences, 0);
        QCOMPARE(namesIn(project.path(QStringLiteral("out"))), QStringList(QStringLiteral("packed.zip")));
        const auto there = scenarios::exportDataset(*project.store, request, {});
        QCOMPARE(there.error().code, ErrorCode::AlreadyExists);

        const domain::Dataset second = project.addDataset(QStringLiteral("again"));
        const auto imported = scenarios::importDataset(*project.store, requestFor(second, exported->path), {});
        QVERIFY2(imported, imported ? "" : qPrintable(scenarios::errorText(imported.error())));
        QCOMPARE(imported->format, format);
        QCOMPARE(imported->counts.samplesAdded, 4);
        QCOMPARE(imported->counts.annotationsAdded, 4);
    }
};

QTEST_GUILESS_MAIN(tst_Archives)
#include "tst_Archives.moc"
