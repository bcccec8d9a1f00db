// SPDX-License-Identifier: GPL-3.0-or-later
//! dataset duplicates and dataset similar, kept by the real program.
#include "app/cli/CommandLine.h"
#include "tests/app/cli/PetsProject.h"
#include "tests/app/scenarios/ScenarioProject.h"

using namespace lw;
using namespace lw::tests;

namespace {

struct Fixture : PetsProject {
    Fixture() : PetsProject(4, QStringLiteral("object_detection")) {}

    [[nodiscard]] CliResult dataset(const QString& verb, const QString& more = {}) const
    {
        return run(QStringLiteral("dataset ") + verb, more);
    }
};

} // namespace

class tst_SimilarCommands final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsGroupsAndWhatToKeep()
    {
        const Fixture fixture;
        const CliResult found = fixture.dataset(QStringLiteral("duplicates"), QStringLiteral("--json"));
        LW_COMPARE_EXIT(found, cli::kDone);
        QCOMPARE(found.object().value(QStringLiteral("compared")).toInteger(), 5);
        const QJsonArray groups = found.object().value(QStringLiteral("groups")).toArray();
        QCOMPARE(groups.size(), 1);
        const QJsonArray samples = groups.first()[QStringLiteral("samples")].toArray();
        QCOMPARE(samples.size(), 2);
        QCOMPARE(samples[0][QStringLiteral("sample")], QStringLiteral("p2.png"));
        QCOMPARE(samples[0][QStringLiteral("keep")], true);
        QCOMPARE(samples[1][QStringLiteral("sample")], QStringLiteral("copy.png"));
        QCOMPARE(samples[1][QStringLiteral("keep")], false);
        QVERIFY(samples[1][QStringLiteral("similarity")].toDouble() > 0.9);
        const CliResult text = fixture.dataset(QStringLiteral("duplicates"));
        QVERIFY(text.out.contains("copy.png") && !text.out.contains("p1.png"));
    }

    void listsTheMostAlike()
    {
        const Fixture fixture;
        const CliResult found =
            fixture.dataset(QStringLiteral("similar"), QStringLiteral("--sample copy.png --limit 2 --json"));
        LW_COMPARE_EXIT(found, cli::kDone);
        const QJsonArray similar = found.object().value(QStringLiteral("similar")).toArray();
        QCOMPARE(similar.size(), 2);
        QCOMPARE(similar[0][QStringLiteral("sample")], QStringLiteral("p2.png"));
        QVERIFY(similar[0][QStringLiteral("similarity")].toDouble() >
                similar[1][QStringLiteral("similarity")].toDouble());
    }

    void exitCodesTellHowItEnded()
    {
        const Fixture fixture;
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("duplicates"), QStringLiteral("--threshold 0.2")),
                        cli::kWrongUsage);
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("similar")), cli::kWrongUsage);
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("similar"), QStringLiteral("--sample no.png")), cli::kFailed);
        writeFile(fixture.root + QStringLiteral("/in/p1.png"), "this is no picture");
        const CliResult found = fixture.dataset(QStringLiteral("duplicates"));
        LW_COMPARE_EXIT(found, cli::kDoneWithProblems);
        QVERIFY(found.err.contains("p1.png"));
        const CliResult json = fixture.dataset(QStringLiteral("duplicates"), QStringLiteral("--json"));
        QCOMPARE(json.object().value(QStringLiteral("problems")).toArray().size(), 1);
        QCOMPARE(json.object().value(QStringLiteral("groups")).toArray().size(), 1);
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("similar"), QStringLiteral("--sample p1.png")), cli::kFailed);
    }
};

QTEST_GUILESS_MAIN(tst_SimilarCommands)
#include "tst_SimilarCommands.moc"
