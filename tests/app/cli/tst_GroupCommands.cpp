// SPDX-License-Identifier: GPL-3.0-or-later
//! group, dataset map, dataset check-labels and --model, kept by the real programs.
#include "app/cli/CommandLine.h"
#include "tests/app/cli/CliProcess.h"
#include "tests/app/scenarios/RealEngine.h"
#include "tests/engine/vision/PictureVariants.h"

#include <QTemporaryDir>

using namespace lw;
using namespace lw::tests;

namespace {

/// A project with the dataset "pets": eight pictures, one of them also as a small copy.
struct Fixture {
    Fixture()
    {
        root = QDir(folder.path()).canonicalPath();
        QDir().mkpath(root + QStringLiteral("/in"));
        for (quint32 i = 0; i < 8; ++i) {
            drawnPicture(i).save(QStringLiteral("%1/in/p%2.png").arg(root).arg(i));
        }
        drawnPicture(2)
            .scaled(160, 120, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .save(root + QStringLiteral("/in/copy.png"));
        runCli(QStringLiteral("project create %1/p").arg(root));
        runCli(QStringLiteral("dataset create --project %1/p --name pets --type image_classification --input %1/in "
                              "--output %1/out --label a --label b")
                   .arg(root));
        runCli(QStringLiteral("dataset sync --project %1/p --dataset pets").arg(root));
    }
    [[nodiscard]] CliResult run(const QString& verb, const QString& more = {}) const
    {
        return runCli(QStringLiteral("%1 --project %2/p --dataset pets %3").arg(verb, root, more));
    }

    QTemporaryDir folder;
    QString root;
};

} // namespace

class tst_GroupCommands final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { LW_NEED_WORKER(); }

    void groupsArePrintedSavedAndFiltered()
    {
        const Fixture fixture;
        const CliResult made =
            fixture.run(QStringLiteral("group"),
                        QStringLiteral("--groups 3 --attribute look --output %1/g --copy --json").arg(fixture.root));
        LW_COMPARE_EXIT(made, cli::kDone);
        QCOMPARE(made.object()[QStringLiteral("samples")].toInteger(), 9);
        const QJsonArray groups = made.object()[QStringLiteral("groups")].toArray();
        QCOMPARE(groups.size(), 3);
        QCOMPARE(groups[0][QStringLiteral("name")], QStringLiteral("01"));
        QVERIFY(QFileInfo::exists(fixture.root + QStringLiteral("/g/groups.csv")));
        QVERIFY(QDir(fixture.root + QStringLiteral("/g/01")).count() > 2);
        const CliResult tasks = fixture.run(QStringLiteral("dataset tasks"), QStringLiteral("--json"));
        QCOMPARE(tasks.array()[0][QStringLiteral("kind")], QStringLiteral("group_samples"));
    }

    void mapsAreWrittenAsCsvOrJson()
    {
        const Fixture fixture;
        LW_COMPARE_EXIT(fixture.run(QStringLiteral("dataset map"), QStringLiteral("--to %1/m.csv").arg(fixture.root)),
                        cli::kDone);
        LW_COMPARE_EXIT(
            fixture.run(QStringLiteral("dataset map"), QStringLiteral("--to %1/m.json --model hand").arg(fixture.root)),
            cli::kDone);
        QFile csv(fixture.root + QStringLiteral("/m.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll().count('\n'), 10);
        QFile json(fixture.root + QStringLiteral("/m.json"));
        QVERIFY(json.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(json.readAll()).array().size(), 9);
    }

    void modelsCompareDuplicatesAndLikeness()
    {
        const Fixture fixture;
        const CliResult similar = fixture.run(QStringLiteral("dataset similar"),
                                              QStringLiteral("--sample copy.png --limit 2 --model hand --json"));
        LW_COMPARE_EXIT(similar, cli::kDone);
        QCOMPARE(similar.object()[QStringLiteral("similar")][0][QStringLiteral("sample")], QStringLiteral("p2.png"));
        const CliResult found =
            fixture.run(QStringLiteral("dataset duplicates"), QStringLiteral("--model hand --json"));
        LW_COMPARE_EXIT(found, cli::kDone);
        QCOMPARE(found.object()[QStringLiteral("groups")].toArray().size(), 1);
    }

    void mistakesAreToldInOneSentence()
    {
        const Fixture fixture;
        const CliResult unknown =
            fixture.run(QStringLiteral("group"), QStringLiteral("--groups 3 --attribute a --model none"));
        LW_COMPARE_EXIT(unknown, cli::kFailed);
        QCOMPARE(unknown.errorLines(), 1);
        LW_COMPARE_EXIT(fixture.run(QStringLiteral("dataset check-labels"), QString()), cli::kWrongUsage);
        for (const char* line : {"--groups 3", "--groups 1 --attribute a", "--groups 3 --attribute a:b"}) {
            LW_COMPARE_EXIT(fixture.run(QStringLiteral("group"), QLatin1String(line)), cli::kWrongUsage);
        }
    }
};

QTEST_GUILESS_MAIN(tst_GroupCommands)
#include "tst_GroupCommands.moc"
