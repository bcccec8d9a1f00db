// SPDX-License-Identifier: GPL-3.0-or-later
//! smart-label from the first check to the last confirmation, by the real program and the real worker.
#include "app/cli/CommandLine.h"
#include "tests/app/cli/CliProcess.h"
#include "tests/app/scenarios/DrawnThings.h"
#include "tests/engine/jobs/WorkerScript.h"

#include <QTest>

using namespace lw;
using namespace lw::tests;

namespace {

/// 20 pictures, of which some are labelled; the project is closed again.
struct Fixture {
    explicit Fixture(int labelled)
    {
        things.label(labelled);
        project = things.store->folder();
        things.store.reset();
    }
    [[nodiscard]] CliResult smart(const QString& rest) const
    {
        return runCli(QStringLiteral("smart-label %1 --project %2 --dataset things --json").arg(rest, project));
    }

    DrawnThings things{20};
    QString project;
};

} // namespace

class tst_SmartCommands final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { qputenv("LABELWRIGHT_ENGINE", realWorker().toUtf8()); }

    void tellsWhatKeepsARunFromStarting()
    {
        const Fixture fixture(4);
        const CliResult checked = fixture.smart(QStringLiteral("check"));
        LW_COMPARE_EXIT(checked, cli::kDoneWithProblems);
        QCOMPARE(checked.object().value(QStringLiteral("canStart")), false);
        const QJsonArray unmet = checked.object().value(QStringLiteral("unmet")).toArray();
        QCOMPARE(unmet.first()[QStringLiteral("condition")], QStringLiteral("too_few_samples"));
        QCOMPARE(unmet.first()[QStringLiteral("subject")], QStringLiteral("box"));
        QCOMPARE(unmet.first()[QStringLiteral("count")].toInt(), 2);
        const CliResult started = fixture.smart(QString());
        QVERIFY(started.exitCode != cli::kDone);
        QVERIFY(started.err.contains("box") && started.err.contains("disc"));
        LW_COMPARE_EXIT(fixture.smart(QStringLiteral("--mode slow")), cli::kWrongUsage);
        LW_COMPARE_EXIT(fixture.smart(QStringLiteral("confirm")), cli::kWrongUsage);
    }

    void tellsWhatWouldTeachTheMost()
    {
        LW_REQUIRE_WORKER(program);
        const Fixture fixture(10);
        const CliResult next = fixture.smart(QStringLiteral("next --count 3"));
        LW_COMPARE_EXIT(next, cli::kDone);
        const QJsonArray names = next.object().value(QStringLiteral("next")).toArray();
        QCOMPARE(names.size(), 3);
        QVERIFY(names.first().toString() >= QStringLiteral("10.png")); // the first ten are labelled
        QCOMPARE(next.object().value(QStringLiteral("isFirstRound")), false);
        LW_COMPARE_EXIT(fixture.smart(QStringLiteral("next --count 0")), cli::kWrongUsage);
    }

    void saysWhenAModelFindsNothing()
    {
        LW_REQUIRE_WORKER(program);
        const Fixture fixture(10);
        const CliResult started = fixture.smart(QString());
        LW_COMPARE_EXIT(started, cli::kDone);
        const QString id = started.object().value(QStringLiteral("id")).toString();
        const auto isDone = [&] {
            return runCli(QStringLiteral("jobs show %1 --json --project %2").arg(id, fixture.project))
                       .object()
                       .value(QStringLiteral("state")) == QStringLiteral("succeeded");
        };
        QTRY_VERIFY(isDone());
        writeFile(QStringLiteral("%1/jobs/%2/output/proposals.jsonl").arg(fixture.project, id),
                  "{\"id\":12,\"objects\":[],\"isHard\":true,\"hardness\":1,\"reasons\":[0]}\n");
        const CliResult applied = fixture.smart(QStringLiteral("apply"));
        const QJsonObject run = applied.object().value(QStringLiteral("runs")).toArray().first().toObject();
        QCOMPARE(run.value(QStringLiteral("proposed")).toInt(), 0);
        QCOMPARE(run.value(QStringLiteral("verdict")), QStringLiteral("found_nothing"));
        QVERIFY(!run.value(QStringLiteral("advice")).toArray().isEmpty());
    }

    void proposesConfirmsAndRejects()
    {
        LW_REQUIRE_WORKER(program);
        const Fixture fixture(10);
        const CliResult run = fixture.smart(QStringLiteral("--mode fast --wait"));
        LW_COMPARE_EXIT(run, cli::kDone);
        QCOMPARE(run.object().value(QStringLiteral("proposed")).toInt(), 10);
        QCOMPARE(run.object().value(QStringLiteral("verdict")), QStringLiteral("fine"));
        QCOMPARE(run.object().value(QStringLiteral("labelled")).toInt(), 10);
        QVERIFY(run.object().value(QStringLiteral("quality")).toDouble() > 0.8);
        const CliResult runs = fixture.smart(QStringLiteral("runs"));
        QCOMPARE(runs.array().size(), 1);
        QCOMPARE(runs.array().first()[QStringLiteral("state")], QStringLiteral("done"));
        QCOMPARE(fixture.smart(QStringLiteral("apply")).object().value(QStringLiteral("runs")).toArray().size(), 0);
        const CliResult rejected = fixture.smart(QStringLiteral("reject --filter name~19"));
        LW_COMPARE_EXIT(rejected, cli::kDone);
        QCOMPARE(rejected.object().value(QStringLiteral("rejected")).toInt(), 1);
        const CliResult none = fixture.smart(QStringLiteral("confirm --min-confidence 1"));
        QCOMPARE(none.object().value(QStringLiteral("confirmed")).toInt(), 0);
        const CliResult all = fixture.smart(QStringLiteral("confirm --min-confidence 0"));
        QCOMPARE(all.object().value(QStringLiteral("confirmed")).toInt(), 9);
    }
};

QTEST_MAIN(tst_SmartCommands)
#include "tst_SmartCommands.moc"
