// SPDX-License-Identifier: GPL-3.0-or-later
//! The contract of the command line, kept by the real program.
#include "app/cli/CommandLine.h"
#include "tests/app/cli/CliProcess.h"
#include "tests/app/scenarios/ScenarioProject.h"
#include "tests/support/TestData.h"

#include <QSet>
#include <QTemporaryDir>

using namespace lw;
using lw::tests::runCli;

namespace {

/// A project with the dataset "pets" whose input holds `count` labelled pictures, not yet imported.
struct Fixture {
    explicit Fixture(int count = 4)
    {
        root = QDir(folder.path()).canonicalPath();
        runCli(QStringLiteral("project create %1/p").arg(root));
        static_cast<void>(create(QStringLiteral("pets")));
        for (int i = 0; i < count; ++i) {
            const QString base = QStringLiteral("%1/in-pets/p%2").arg(root).arg(i);
            tests::writePicture(base + QStringLiteral(".png"), i);
            QList<tests::VocBox> boxes{{QStringLiteral("cat"), 1, 1, 10 + i, 12}};
            if (i % 2 == 1) {
                boxes.append({QStringLiteral("dog"), 2, 2, 30, 20 + i});
            }
            tests::writeVoc(base + QStringLiteral(".xml"), QStringLiteral("p%1.png").arg(i), boxes);
        }
    }
    [[nodiscard]] tests::CliResult create(const QString& name, const QString& more = {}) const
    {
        return runCli(QStringLiteral("dataset create --project %1/p --name %2 --type object_detection --input %1/in-%2 "
                                     "--output %1/out-%2 %3")
                          .arg(root, name, more));
    }
    /// Runs "dataset <verb> --project … --dataset pets <more>".
    [[nodiscard]] tests::CliResult dataset(const QString& verb, const QString& more = {},
                                           const QString& name = QStringLiteral("pets")) const
    {
        return runCli(QStringLiteral("dataset %1 --project %2/p --dataset %3 %4").arg(verb, root, name, more));
    }
    [[nodiscard]] tests::CliResult import(const QString& more = {}) const
    {
        return dataset(QStringLiteral("import"), QStringLiteral("--format voc --from %1/in-pets %2").arg(root, more));
    }

    QTemporaryDir folder;
    QString root;
};

QSet<QString> keysOf(const QJsonObject& object)
{
    const QStringList keys = object.keys();
    return {keys.begin(), keys.end()};
}

qint64 numberAt(const QJsonObject& object, const char* outer, const char* inner)
{
    return object.value(QLatin1String(outer)).toObject().value(QLatin1String(inner)).toInteger(-1);
}

} // namespace

class tst_CommandLine final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(QFileInfo(tests::cliPath()).isExecutable(), qPrintable(tests::cliPath())); }

    void helpAndVersionAreGood_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("version") << QStringLiteral("--version");
        QTest::newRow("help") << QStringLiteral("--help");
        QTest::newRow("group") << QStringLiteral("dataset --help");
        QTest::newRow("command") << QStringLiteral("dataset import --help");
        QTest::newRow("labels") << QStringLiteral("dataset labels rename --help");
    }
    void helpAndVersionAreGood()
    {
        QFETCH(QString, line);
        const auto result = runCli(line);
        LW_COMPARE_EXIT(result, cli::kDone);
        QVERIFY(!result.out.isEmpty());
        QVERIFY(result.err.isEmpty());
    }

    void wrongUsageIsTwoAndOneSentence_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing") << QString();
        QTest::newRow("unknown command") << QStringLiteral("frobnicate");
        QTest::newRow("unknown verb") << QStringLiteral("dataset frobnicate");
        QTest::newRow("no verb") << QStringLiteral("dataset");
        QTest::newRow("missing option") << QStringLiteral("dataset list");
        QTest::newRow("unknown option") << QStringLiteral("dataset list --project x --what");
        QTest::newRow("unknown type") << QStringLiteral(
            "dataset create --project x --name n --type cars --input a --output b");
        QTest::newRow("ratio") << QStringLiteral("dataset publish --project x --dataset n --train-ratio 1.5");
        QTest::newRow("format") << QStringLiteral("dataset import --project x --dataset n --format yolo9 --from y");
        QTest::newRow("colour") << QStringLiteral(
            "dataset create --project x --name n --type object_detection --input a --output b --label cat:red");
        QTest::newRow("mapping") << QStringLiteral(
            "dataset import --project x --dataset n --format manifest --from y --map nothing");
        QTest::newRow("half an export") << QStringLiteral("dataset export --project x --dataset n --format voc");
    }
    void wrongUsageIsTwoAndOneSentence()
    {
        QFETCH(QString, line);
        const auto result = runCli(line);
        LW_COMPARE_EXIT(result, cli::kWrongUsage);
        QVERIFY(result.out.isEmpty());
        QCOMPARE(result.errorLines(), 1);
    }

    void failuresAreThreeAndOneSentence()
    {
        Fixture f;
        for (const auto& result :
             {runCli(QStringLiteral("dataset list --project %1/nowhere").arg(f.root)),
              runCli(QStringLiteral("project create %1/p").arg(f.root)),
              f.dataset(QStringLiteral("stats"), {}, QStringLiteral("nosuch")), f.create(QStringLiteral("pets")),
              f.dataset(QStringLiteral("import"), QStringLiteral("--format voc --from %1/nowhere").arg(f.root)),
              f.dataset(QStringLiteral("diff"), QStringLiteral("--from V001 --to V002"))}) {
            LW_COMPARE_EXIT(result, cli::kFailed);
            QVERIFY(result.out.isEmpty());
            QCOMPARE(result.errorLines(), 1);
        }
    }

    void createMakesFoldersAndLabels()
    {
        Fixture f(0);
        LW_COMPARE_EXIT(f.create(QStringLiteral("more"), QStringLiteral("--label cat:#102030 --label dog")),
                        cli::kDone);
        QVERIFY(QFileInfo(f.root + QStringLiteral("/in-more")).isDir());
        QVERIFY(QFileInfo(f.root + QStringLiteral("/out-more")).isDir());
        const auto labels = f.dataset(QStringLiteral("labels list"), QStringLiteral("--json"), QStringLiteral("more"));
        LW_COMPARE_EXIT(labels, cli::kDone);
        QCOMPARE(labels.array().size(), 2);
        QCOMPARE(labels.array().at(0).toObject().value(QStringLiteral("colour")).toString(), QStringLiteral("#102030"));
        const auto list = runCli(QStringLiteral("dataset list --project %1/p --json").arg(f.root));
        LW_COMPARE_EXIT(list, cli::kDone);
        QCOMPARE(list.array().size(), 2);
        QCOMPARE(list.array().at(1).toObject().value(QStringLiteral("type")).toString(),
                 QStringLiteral("object_detection"));
        const auto inside = runCli(QStringLiteral("dataset create --project %1/p --name bad --type object_detection "
                                                  "--input %1/x --output %1/x/y")
                                       .arg(f.root));
        LW_COMPARE_EXIT(inside, cli::kWrongUsage);
        QVERIFY(!QFileInfo::exists(f.root + QStringLiteral("/x")));
    }

    void importAndStatsKeepTheirShapes()
    {
        Fixture f;
        const auto imported = f.import(QStringLiteral("--json"));
        LW_COMPARE_EXIT(imported, cli::kDone);
        const QJsonObject counts = imported.object();
        QCOMPARE(keysOf(counts), (QSet<QString>{QStringLiteral("samples"), QStringLiteral("annotations"),
                                                QStringLiteral("format"), QStringLiteral("problems")}));
        QCOMPARE(keysOf(counts.value(QStringLiteral("samples")).toObject()),
                 (QSet<QString>{QStringLiteral("added"), QStringLiteral("updated"), QStringLiteral("skipped")}));
        QCOMPARE(keysOf(counts.value(QStringLiteral("annotations")).toObject()),
                 (QSet<QString>{QStringLiteral("added"), QStringLiteral("skipped")}));
        QCOMPARE(numberAt(counts, "samples", "added"), 4);
        QCOMPARE(numberAt(counts, "annotations", "added"), 6);

        const auto stats = f.dataset(QStringLiteral("stats"), QStringLiteral("--json"));
        LW_COMPARE_EXIT(stats, cli::kDone);
        const QJsonObject numbers = stats.object();
        QCOMPARE(keysOf(numbers),
                 (QSet<QString>{QStringLiteral("samples"), QStringLiteral("annotations"), QStringLiteral("labels")}));
        QCOMPARE(keysOf(numbers.value(QStringLiteral("samples")).toObject()),
                 (QSet<QString>{QStringLiteral("total"), QStringLiteral("labelled"), QStringLiteral("unlabelled"),
                                QStringLiteral("to_confirm"), QStringLiteral("hard")}));
        QCOMPARE(numberAt(numbers, "samples", "total"), 4);
        QCOMPARE(numbers.value(QStringLiteral("annotations")).toInt(), 6);
        const QJsonObject cat = numbers.value(QStringLiteral("labels")).toArray().at(0).toObject();
        QCOMPARE(keysOf(cat),
                 (QSet<QString>{QStringLiteral("name"), QStringLiteral("samples"), QStringLiteral("annotations")}));
        QCOMPARE(cat.value(QStringLiteral("samples")).toInt(), 4);
    }

    void problemsAreOneAndListed()
    {
        Fixture f;
        tests::writeVoc(f.root + QStringLiteral("/in-pets/p0.xml"), QStringLiteral("p0.png"),
                        {{QStringLiteral("cat"), 5, 5, 5, 9}});
        const auto json = f.import(QStringLiteral("--json"));
        LW_COMPARE_EXIT(json, cli::kDoneWithProblems);
        QVERIFY(json.err.isEmpty());
        const QJsonObject problem = json.object().value(QStringLiteral("problems")).toArray().at(0).toObject();
        QCOMPARE(keysOf(problem),
                 (QSet<QString>{QStringLiteral("file"), QStringLiteral("line"), QStringLiteral("reason")}));
        QVERIFY(problem.value(QStringLiteral("file")).toString().endsWith(QStringLiteral("/p0.xml")));
        QVERIFY(problem.value(QStringLiteral("line")).toInt() > 0);
        const auto text = f.import();
        LW_COMPARE_EXIT(text, cli::kDoneWithProblems);
        QCOMPARE(text.errorLines(), 1);
        QVERIFY(text.err.contains("p0.xml, line "));
    }

    void importOptionsChoose()
    {
        Fixture f;
        LW_COMPARE_EXIT(f.create(QStringLiteral("dogs")), cli::kDone);
        const QString from = QStringLiteral("--format voc --from %1/in-pets --json ").arg(f.root);
        const auto dogs = f.dataset(QStringLiteral("import"), from + QStringLiteral("--labels dog,bird --copy"),
                                    QStringLiteral("dogs"));
        LW_COMPARE_EXIT(dogs, cli::kDone);
        QCOMPARE(numberAt(dogs.object(), "samples", "added"), 2);
        QCOMPARE(numberAt(dogs.object(), "annotations", "added"), 2);
        QVERIFY(QFileInfo(f.root + QStringLiteral("/in-dogs/p1.png")).isFile());
        LW_COMPARE_EXIT(f.create(QStringLiteral("plain")), cli::kDone);
        const auto plain =
            f.dataset(QStringLiteral("import"), from + QStringLiteral("--no-labels"), QStringLiteral("plain"));
        LW_COMPARE_EXIT(plain, cli::kDone);
        QCOMPARE(numberAt(plain.object(), "samples", "added"), 4);
        QCOMPARE(numberAt(plain.object(), "annotations", "added"), 0);
        LW_COMPARE_EXIT(f.create(QStringLiteral("hard")), cli::kDone);
        const auto hard =
            f.dataset(QStringLiteral("import"), from + QStringLiteral("--hard-only"), QStringLiteral("hard"));
        LW_COMPARE_EXIT(hard, cli::kDone);
        QCOMPARE(numberAt(hard.object(), "samples", "added"), 0);
        QCOMPARE(numberAt(hard.object(), "samples", "skipped"), 4);
    }

    void versionsArePublishedComparedAndSet()
    {
        Fixture f(10);
        LW_COMPARE_EXIT(f.import(), cli::kDone);
        const auto published =
            f.dataset(QStringLiteral("publish"), QStringLiteral("--train-ratio 0.8 --seed 3 --json"));
        LW_COMPARE_EXIT(published, cli::kDone);
        QCOMPARE(published.object().value(QStringLiteral("version")).toString(), QStringLiteral("V001"));
        QCOMPARE(published.object().value(QStringLiteral("train")).toInt(), 8);
        QCOMPARE(published.object().value(QStringLiteral("seed")).toInt(), 3);
        QVERIFY(QFileInfo(published.object().value(QStringLiteral("manifest")).toString()).isFile());
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("delete-samples"), QStringLiteral("--filter name~p1 --yes")),
                        cli::kDone);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("publish"), QStringLiteral("--version second --hard")), cli::kDone);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("publish"), QStringLiteral("--version second")), cli::kFailed);
        const auto diff = f.dataset(QStringLiteral("diff"), QStringLiteral("--from V001 --to second --json"));
        LW_COMPARE_EXIT(diff, cli::kDone);
        QCOMPARE(numberAt(diff.object(), "samples", "removed"), 1);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("set-current"), QStringLiteral("--version V001")), cli::kDone);
        QCOMPARE(numberAt(f.dataset(QStringLiteral("stats"), QStringLiteral("--json")).object(), "samples", "total"),
                 10);
        const auto versions = f.dataset(QStringLiteral("versions"), QStringLiteral("--json"));
        QCOMPARE(versions.array().size(), 2);
        QCOMPARE(versions.array().at(1).toObject().value(QStringLiteral("current")).toBool(), true);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("delete-version"), QStringLiteral("--version second")), cli::kDone);
        QCOMPARE(f.dataset(QStringLiteral("versions"), QStringLiteral("--json")).array().size(), 1);
    }

    void exportFollowsItsFilter()
    {
        Fixture f;
        LW_COMPARE_EXIT(f.import(), cli::kDone);
        const auto outcome = f.dataset(QStringLiteral("export"),
                                       QStringLiteral("--format voc --to %1/e --filter label=dog --json").arg(f.root));
        LW_COMPARE_EXIT(outcome, cli::kDone);
        QCOMPARE(outcome.object().value(QStringLiteral("samples")).toInt(), 2);
        QVERIFY(QFileInfo(f.root + QStringLiteral("/e/p1.png")).isFile());
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("export"), QStringLiteral("--format voc --to %1/e").arg(f.root)),
                        cli::kFailed);
        LW_COMPARE_EXIT(
            f.dataset(QStringLiteral("export"), QStringLiteral("--format voc --to %1/x --filter what=1").arg(f.root)),
            cli::kWrongUsage);
        LW_COMPARE_EXIT(
            f.dataset(QStringLiteral("export"), QStringLiteral("--format manifest --to %1/in-pets/x").arg(f.root)),
            cli::kWrongUsage);
        const auto copy = f.dataset(
            QStringLiteral("export"),
            QStringLiteral("--as-dataset dogs --input %1/di --output %1/do --filter label=dog --json").arg(f.root));
        LW_COMPARE_EXIT(copy, cli::kDone);
        QCOMPARE(numberAt(f.dataset(QStringLiteral("stats"), QStringLiteral("--json"), QStringLiteral("dogs")).object(),
                          "samples", "total"),
                 2);
    }

    void exportSaysWhatIsLostAndChecks()
    {
        Fixture f;
        LW_COMPARE_EXIT(f.import(), cli::kDone);
        const auto coco = f.dataset(QStringLiteral("export"),
                                    QStringLiteral("--format coco --to %1/coco --check --json").arg(f.root));
        LW_COMPARE_EXIT(coco, cli::kDone);
        QVERIFY(coco.object().value(QStringLiteral("losses")).isArray());
        QCOMPARE(coco.object().value(QStringLiteral("losses")).toArray().size(), 0);
        QCOMPARE(
            keysOf(coco.object().value(QStringLiteral("check")).toObject()),
            (QSet<QString>{QStringLiteral("samples"), QStringLiteral("annotations"), QStringLiteral("differences")}));
        QCOMPARE(numberAt(coco.object(), "check", "annotations"), 6);
        QCOMPARE(numberAt(coco.object(), "check", "differences"), 0);
        // A dry run writes nothing and needs no folder; losses alone are no failure.
        const auto dry =
            f.dataset(QStringLiteral("export"), QStringLiteral("--format yolo_segmentation --dry-run --json"));
        LW_COMPARE_EXIT(dry, cli::kDone);
        const QJsonObject loss = dry.object().value(QStringLiteral("losses")).toArray().first().toObject();
        QCOMPARE(loss.value(QStringLiteral("kind")).toString(), QStringLiteral("shape_converted"));
        QCOMPARE(loss.value(QStringLiteral("count")).toInt(), 6);
        QCOMPARE(loss.value(QStringLiteral("samples")).toArray().size(), 4);
        // And back in again.
        LW_COMPARE_EXIT(f.create(QStringLiteral("back")), cli::kDone);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("import"), QStringLiteral("--format coco --from %1/coco").arg(f.root),
                                  QStringLiteral("back")),
                        cli::kDone);
        QCOMPARE(numberAt(f.dataset(QStringLiteral("stats"), QStringLiteral("--json"), QStringLiteral("back")).object(),
                          "samples", "total"),
                 4);
        LW_COMPARE_EXIT(
            f.dataset(QStringLiteral("export"), QStringLiteral("--format yolo_classification --to %1/x").arg(f.root)),
            cli::kWrongUsage);
    }

    void syncAndAddFilesFollowTheDisk()
    {
        Fixture f;
        const auto first = f.dataset(QStringLiteral("sync"), QStringLiteral("--json"));
        LW_COMPARE_EXIT(first, cli::kDone);
        QCOMPARE(numberAt(first.object(), "samples", "added"), 4);
        QVERIFY(QFile::remove(f.root + QStringLiteral("/in-pets/p0.png")));
        tests::writePicture(f.root + QStringLiteral("/elsewhere/new.png"), 77);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("add-files"), QStringLiteral("%1/elsewhere/new.png").arg(f.root)),
                        cli::kDone);
        const auto second = f.dataset(QStringLiteral("sync"), QStringLiteral("--json"));
        LW_COMPARE_EXIT(second, cli::kDone);
        QCOMPARE(numberAt(second.object(), "samples", "missing"), 1);
        QCOMPARE(numberAt(second.object(), "samples", "added"), 0);
        QCOMPARE(numberAt(f.dataset(QStringLiteral("stats"), QStringLiteral("--json")).object(), "samples", "total"),
                 5);
    }

    void labelsAreManaged()
    {
        Fixture f;
        LW_COMPARE_EXIT(f.import(), cli::kDone);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("labels add"), QStringLiteral("bird:#00ff00 --shortcut 5")),
                        cli::kDone);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("labels add"), QStringLiteral("bird")), cli::kFailed);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("labels add"), QStringLiteral("bi/rd")), cli::kWrongUsage);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("labels rename"), QStringLiteral("dog hound")), cli::kDone);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("labels recolour"), QStringLiteral("hound #0a0b0c")), cli::kDone);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("labels delete"), QStringLiteral("cat --with-samples")), cli::kDone);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("labels delete"), QStringLiteral("cat")), cli::kFailed);
        const auto stats = f.dataset(QStringLiteral("stats"), QStringLiteral("--json")).object();
        QCOMPARE(numberAt(stats, "samples", "total"), 2);
        QCOMPARE(stats.value(QStringLiteral("labels")).toArray().size(), 2);
    }

    void datasetsAreEditedDeletedAndRemembered()
    {
        Fixture f;
        LW_COMPARE_EXIT(f.import(), cli::kDone);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("edit"), QStringLiteral("--name animals --description words")),
                        cli::kDone);
        const auto tasks = f.dataset(QStringLiteral("tasks"), QStringLiteral("--json"), QStringLiteral("animals"));
        LW_COMPARE_EXIT(tasks, cli::kDone);
        QCOMPARE(tasks.array().at(0).toObject().value(QStringLiteral("state")).toString(), QStringLiteral("done"));
        QCOMPARE(tasks.array().at(0).toObject().value(QStringLiteral("samples")).toInt(), 4);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("delete"), {}, QStringLiteral("animals")), cli::kDone);
        QVERIFY(QFileInfo(f.root + QStringLiteral("/in-pets/p0.png")).isFile());
        const auto info = runCli(QStringLiteral("project info --project %1/p --json").arg(f.root));
        QCOMPARE(info.object().value(QStringLiteral("datasets")).toInt(), 0);
    }

    void deletionAsksFirst()
    {
        Fixture f;
        LW_COMPARE_EXIT(f.import(), cli::kDone);
        LW_COMPARE_EXIT(f.dataset(QStringLiteral("publish")), cli::kDone);
        const auto asked =
            f.dataset(QStringLiteral("delete-samples"), QStringLiteral("--filter label=dog --with-files"));
        LW_COMPARE_EXIT(asked, cli::kWrongUsage);
        QVERIFY(asked.err.contains("V001"));
        QVERIFY(QFileInfo(f.root + QStringLiteral("/in-pets/p1.png")).isFile());
        const auto done =
            f.dataset(QStringLiteral("delete-samples"), QStringLiteral("--filter label=dog --with-files --yes --json"));
        LW_COMPARE_EXIT(done, cli::kDone);
        QCOMPARE(done.object().value(QStringLiteral("files")).toInt(), 2);
        QVERIFY(!QFileInfo::exists(f.root + QStringLiteral("/in-pets/p1.png")));
    }

    void quietIsQuiet()
    {
        Fixture f;
        const auto result = f.import(QStringLiteral("--quiet"));
        LW_COMPARE_EXIT(result, cli::kDone);
        QVERIFY(result.out.isEmpty());
        QVERIFY(result.err.isEmpty());
    }

    void sampleDataIsMade()
    {
        QTemporaryDir dir;
        const auto made = runCli(QStringLiteral("sample pictures --to %1/pics --count 3 --json").arg(dir.path()));
        LW_COMPARE_EXIT(made, cli::kDone);
        QCOMPARE(made.object().value(QStringLiteral("labelled")).toInt(), 3);
        QCOMPARE(QDir(dir.filePath(QStringLiteral("pics"))).entryList({QStringLiteral("*.xml")}).size(), 3);
    }

    void theWholePathWorksOnRealData()
    {
        LW_REQUIRE_DATA(bccd, "detection/bccd");
        Fixture f(0);
        const auto imported =
            f.dataset(QStringLiteral("import"), QStringLiteral("--format voc --from %1 --json").arg(bccd));
        LW_COMPARE_EXIT(imported, cli::kDoneWithProblems);
        QCOMPARE(numberAt(imported.object(), "samples", "added"), 364);
        QCOMPARE(numberAt(imported.object(), "annotations", "added"), 4886);
        QCOMPARE(imported.object().value(QStringLiteral("problems")).toArray().size(), 2);
        const auto published = f.dataset(QStringLiteral("publish"), QStringLiteral("--train-ratio 0.8 --json"));
        LW_COMPARE_EXIT(published, cli::kDone);
        LW_COMPARE_EXIT(f.create(QStringLiteral("second")), cli::kDone);
        const auto again = f.dataset(QStringLiteral("import"),
                                     QStringLiteral("--format manifest --from %1 --json")
                                         .arg(published.object().value(QStringLiteral("manifest")).toString()),
                                     QStringLiteral("second"));
        LW_COMPARE_EXIT(again, cli::kDone);
        QCOMPARE(numberAt(again.object(), "annotations", "added"), 4886);
    }
};

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_CommandLine.moc"
