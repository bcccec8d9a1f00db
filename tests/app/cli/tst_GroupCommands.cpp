// SPDX-License-Identifier: GPL-3.0-or-later
//! group, dataset map, dataset check-labels and --model, kept by the real programs.
#include "app/cli/CommandLine.h"
#include "tests/app/cli/PetsProject.h"
#include "tests/app/scenarios/RealEngine.h"

using namespace lw;
using namespace lw::tests;

namespace {

struct Fixture : PetsProject {
    Fixture() : PetsProject(8, QStringLiteral("image_classification"), QStringLiteral("--label a --label b")) {}
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
