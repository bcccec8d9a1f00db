// SPDX-License-Identifier: GPL-3.0-or-later
//! The learning engine on the command line, with the real worker: train, jobs, evaluate, predict, model.
#include "tests/app/cli/CliProcess.h"
#include "tests/engine/jobs/WorkerScript.h"
#include "tests/support/TestData.h"
#include "tests/support/Torch.h"

#include <QTemporaryDir>

#include <csignal>

using namespace lw;
using tests::CliResult;
using tests::runCli;

namespace {

constexpr int kPictures = 24;

/// A project with one classification dataset of red and blue pictures.
struct Fixture {
    QTemporaryDir dir;
    QString root = dir.path();

    bool prepare()
    {
        for (int i = 0; i < kPictures; ++i) {
            const bool isRed = i % 2 == 0;
            const QString folder = root + (isRed ? QStringLiteral("/from/red") : QStringLiteral("/from/blue"));
            QDir().mkpath(folder);
            const auto shade = static_cast<unsigned char>(120 + 5 * i);
            if (!tests::writeBitmap(QStringLiteral("%1/%2.bmp").arg(folder).arg(i), 40, isRed ? shade : 20, 40,
                                    isRed ? 20 : shade)) {
                return false;
            }
        }
        QDir().mkpath(root + QStringLiteral("/in"));
        QDir().mkpath(root + QStringLiteral("/out"));
        return run(QStringLiteral("project create %1/p")).exitCode == 0 &&
               run(QStringLiteral("dataset create --project %1/p --name colours --type image_classification "
                                  "--input %1/in --output %1/out"))
                       .exitCode == 0 &&
               run(QStringLiteral("dataset import --project %1/p --dataset colours --format imagenet --copy "
                                  "--from %1/from"))
                       .exitCode == 0;
    }

    [[nodiscard]] CliResult run(const QString& line) const { return runCli(line.arg(root)); }
    [[nodiscard]] CliResult train(const QString& more) const
    {
        return run(QStringLiteral("train --project %1/p --dataset colours --algorithm shufflenet_v2_x0_5 "
                                  "--set seconds=5 --set side=32 --set batch=4 --set validations=2 --set threads=1 ") +
                   more);
    }
};

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

} // namespace

class tst_EngineCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        qunsetenv("LABELWRIGHT_ENGINE");
        m_fixture = std::make_unique<Fixture>();
        QVERIFY(m_fixture->prepare());
    }

    void trainsEvaluatesAndPredicts()
    {
        LW_REQUIRE_WORKER(program);
        Fixture& f = *m_fixture;
        const CliResult trained = f.train(QStringLiteral("--name first --wait --json"));
        LW_COMPARE_EXIT(trained, 0);
        const QJsonObject job = trained.object();
        QCOMPARE(text(job, "id"), QStringLiteral("first-V0001"));
        QCOMPARE(text(job, "state"), QStringLiteral("succeeded"));
        QCOMPARE(text(job, "produced"), QStringLiteral("first-V0001"));
        const QJsonObject estimate = job.value(QStringLiteral("estimate")).toObject();
        QCOMPARE(estimate.value(QStringLiteral("training")).toInt() +
                     estimate.value(QStringLiteral("validation")).toInt(),
                 kPictures);
        QVERIFY(estimate.value(QStringLiteral("seconds")).toDouble() > 5);

        const QJsonArray jobs = f.run(QStringLiteral("jobs --project %1/p --json")).array();
        QCOMPARE(jobs.size(), 1);
        const CliResult shown = f.run(QStringLiteral("jobs show first-V0001 --project %1/p --json"));
        LW_COMPARE_EXIT(shown, 0);
        QVERIFY(shown.object().value(QStringLiteral("result")).toObject().contains(QStringLiteral("best")));
        const CliResult log = f.run(QStringLiteral("jobs log first-V0001 --project %1/p"));
        LW_COMPARE_EXIT(log, 0);
        QVERIFY(log.out.contains("Training shufflenet_v2_x0_5"));

        const CliResult models = f.run(QStringLiteral("model list --project %1/p --json"));
        QCOMPARE(models.array().size(), 1);
        const CliResult evaluated =
            f.run(QStringLiteral("evaluate --project %1/p --model first --dataset colours --threads 1 --json"));
        LW_COMPARE_EXIT(evaluated, 0);
        QCOMPARE(evaluated.object().value(QStringLiteral("pictures")).toInt(), kPictures);
        QVERIFY(evaluated.object()[QLatin1String("summary")][QLatin1String("accuracy")].isDouble());

        const CliResult predicted = f.run(
            QStringLiteral("predict --project %1/p --model first --from %1/in --to %1/said.manifest --threads 1 --json"));
        LW_COMPARE_EXIT(predicted, 0);
        QCOMPARE(predicted.object().value(QStringLiteral("samples")).toInt(), kPictures);
        QFile manifest(f.root + QStringLiteral("/said.manifest"));
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        const QByteArray lines = manifest.readAll();
        QCOMPARE(lines.count('\n'), kPictures);
        QVERIFY(lines.contains("\"confidence\""));
        const CliResult again =
            f.run(QStringLiteral("predict --project %1/p --model first --from %1/in --to %1/said.manifest"));
        QCOMPARE(again.exitCode, 3);

        const CliResult exported = f.run(QStringLiteral("model export --project %1/p --model first --to %1/m.safetensors"));
        LW_COMPARE_EXIT(exported, 0);
        LW_COMPARE_EXIT(f.run(QStringLiteral("model delete --project %1/p --model first")), 0);
        // A deleted model does not come back with the next look at its job.
        LW_COMPARE_EXIT(f.run(QStringLiteral("jobs --project %1/p")), 0);
        QVERIFY(f.run(QStringLiteral("model list --project %1/p --json")).array().isEmpty());
        const CliResult back = f.run(QStringLiteral("model import --project %1/p --name back --file %1/m.safetensors --json"));
        LW_COMPARE_EXIT(back, 0);
        QCOMPARE(text(back.object(), "type"), QStringLiteral("image_classification"));
        QCOMPARE(back.object().value(QStringLiteral("labels")).toArray().size(), 2);
    }

    void takesAssistantsIntoTheLibrary()
    {
        LW_REQUIRE_WORKER(program);
        Fixture& f = *m_fixture;
        const QString import = QStringLiteral("model import --project %1/p --name helper --json ");
        QCOMPARE(f.run(import).exitCode, 2);
        QCOMPARE(f.run(import + QStringLiteral("--assistant %1/one.pt")).exitCode, 2);
        QCOMPARE(f.run(import + QStringLiteral("--file %1/one.pt --assistant %1/one.pt %1/two.pt")).exitCode, 2);
        const CliResult missing = f.run(import + QStringLiteral("--assistant %1/one.pt %1/two.pt"));
        QVERIFY(missing.exitCode != 0);
        QVERIFY(missing.err.contains("one.pt"));
        LW_REQUIRE_TORCH(pair, f.root + QStringLiteral("/programs"));
        const CliResult taken =
            f.run(import + QStringLiteral("--side 256 --assistant %1/programs/encoder.pt %1/programs/decoder.pt"));
        LW_COMPARE_EXIT(taken, 0);
        QCOMPARE(taken.object()[QLatin1String("details")][QLatin1String("use")].toString(),
                 QStringLiteral("point-and-box"));
        QVERIFY(f.run(QStringLiteral("model list --project %1/p")).out.contains("point and box on the canvas"));
        LW_COMPARE_EXIT(f.run(QStringLiteral("model delete --project %1/p --model helper")), 0);
        QVERIFY(f.run(QStringLiteral("model list --project %1/p --json")).array().isEmpty());
    }

    void usesTheSplitOfAVersion()
    {
        LW_REQUIRE_WORKER(program);
        Fixture& f = *m_fixture;
        LW_COMPARE_EXIT(f.run(QStringLiteral("dataset publish --project %1/p --dataset colours --version V1 "
                                             "--train-ratio 0.5")),
                        0);
        const CliResult told =
            f.run(QStringLiteral("train --project %1/p --dataset colours:V1 --algorithm resnet18 --dry-run --json"));
        LW_COMPARE_EXIT(told, 0);
        const QJsonObject estimate = told.object().value(QStringLiteral("estimate")).toObject();
        QCOMPARE(estimate.value(QStringLiteral("training")).toInt(), kPictures / 2);
        QCOMPARE(estimate.value(QStringLiteral("validation")).toInt(), kPictures / 2);
        const CliResult unknown =
            f.run(QStringLiteral("train --project %1/p --dataset colours:V9 --algorithm resnet18 --dry-run"));
        QCOMPARE(unknown.exitCode, 3);
    }

    void tellsAllThatIsMissingAtOnce()
    {
        Fixture& f = *m_fixture;
        LW_COMPARE_EXIT(f.run(QStringLiteral("dataset create --project %1/p --name none --type object_detection "
                                             "--input %1/from --output %1/out2")),
                        0);
        const CliResult told = f.run(QStringLiteral("train --project %1/p --dataset none --algorithm nothing "
                                                    "--model missing --dry-run --json"));
        QCOMPARE(told.exitCode, 2);
        const QJsonArray unmet =
            told.object()[QLatin1String("estimate")][QLatin1String("unmet")].toArray();
        QCOMPARE(unmet.size(), 2); // no such algorithm, nothing labelled
        QCOMPARE(f.run(QStringLiteral("train --project %1/p --dataset colours --algorithm resnet18 "
                                      "--set batch=1000000"))
                     .exitCode,
                 2);
        QCOMPARE(f.run(QStringLiteral("train --project %1/p --dataset colours --algorithm resnet18 --set batch"))
                     .exitCode,
                 2);
        QCOMPARE(f.run(QStringLiteral("train --project %1/p --dataset colours --algorithm detector_one_stage")).exitCode,
                 2);
        QVERIFY(f.run(QStringLiteral("jobs --project %1/p --json")).array().isEmpty());
    }

    void aKilledJobGoesOnAndCtrlCLeavesItRunning()
    {
        LW_REQUIRE_WORKER(program);
        Fixture& f = *m_fixture;
        const CliResult started = f.train(QStringLiteral("--name long --set seconds=100000 --json"));
        LW_COMPARE_EXIT(started, 0);
        const auto show = [&] { return f.run(QStringLiteral("jobs show long-V0001 --project %1/p --json")).object(); };
        QTRY_VERIFY_WITH_TIMEOUT(show().value(QStringLiteral("progress")).toDouble() > 0, 600'000);
        ::kill(pid_t(show().value(QStringLiteral("pid")).toInteger()), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(text(show(), "state"), QStringLiteral("failed"), 600'000);
        QCOMPARE(text(show().value(QStringLiteral("error")).toObject(), "code"), QStringLiteral("Ended"));

        QProcess waiting;
        tests::startCli(waiting, QStringLiteral("jobs resume long-V0001 --project %1/p --wait")
                                     .arg(f.root)
                                     .split(u' ', Qt::SkipEmptyParts));
        QTRY_COMPARE_WITH_TIMEOUT(text(show(), "state"), QStringLiteral("running"), 600'000);
        ::kill(pid_t(waiting.processId()), SIGINT);
        const CliResult left = tests::finishCli(waiting);
        QCOMPARE(left.exitCode, 1);
        QVERIFY2(left.err.contains("goes on without this command"), left.err.constData());
        QCOMPARE(text(show(), "state"), QStringLiteral("running"));
        QCOMPARE(f.run(QStringLiteral("jobs resume long-V0001 --project %1/p")).exitCode, 3);

        LW_COMPARE_EXIT(f.run(QStringLiteral("jobs stop long-V0001 --project %1/p")), 0);
        QCOMPARE(text(show(), "state"), QStringLiteral("stopped"));
        QCOMPARE(f.run(QStringLiteral("jobs stop long-V0001 --project %1/p")).exitCode, 3);
    }

    void tellsThatTheEngineIsMissing()
    {
        qputenv("LABELWRIGHT_ENGINE", "/nowhere/labelwright-engine");
        const CliResult result = m_fixture->train({});
        qunsetenv("LABELWRIGHT_ENGINE");
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.err.contains("/nowhere/labelwright-engine"), result.err.constData());
        QVERIFY(m_fixture->run(QStringLiteral("jobs --project %1/p --json")).array().isEmpty());
    }

    void importedNetworksReachTheirFigures_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("right");
        QTest::newRow("20 layers") << QStringLiteral("resnet20-12fca82f.th") << 160;
        QTest::newRow("32 layers") << QStringLiteral("resnet32-d509ac18.th") << 170;
    }
    void importedNetworksReachTheirFigures()
    {
        LW_REQUIRE_WORKER(program);
        LW_REQUIRE_DATA(pictures, "images/cifar10_test");
        QFETCH(QString, file);
        QFETCH(int, right);
        const QString weights = tests::sharedData(QStringLiteral("models/resnet_cifar10/") + file);
        if (weights.isEmpty()) {
            QSKIP("the networks are not here");
        }
        Fixture& f = *m_fixture;
        const QString line = QStringLiteral("dataset create --project %1/p --name cifar --type image_classification "
                                            "--input %2 --output %1/out-cifar");
        LW_COMPARE_EXIT(runCli(line.arg(f.root, pictures)), 0);
        LW_COMPARE_EXIT(runCli(QStringLiteral("dataset import --project %1/p --dataset cifar --format imagenet --from %2")
                                   .arg(f.root, pictures)),
                        0);
        QFile labels(f.root + QStringLiteral("/labels.txt"));
        QVERIFY(labels.open(QIODevice::WriteOnly));
        labels.write("airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n");
        labels.close();
        LW_COMPARE_EXIT(runCli(QStringLiteral("model import --project %1/p --name net --file %2 --labels %1/labels.txt")
                                   .arg(f.root, weights)),
                        0);
        const CliResult result =
            f.run(QStringLiteral("evaluate --project %1/p --model net --dataset cifar --threads 1 --json"));
        LW_COMPARE_EXIT(result, 0);
        int sum = 0;
        for (const QJsonValue& row : result.object()[QLatin1String("matrix")][QLatin1String("classes")].toArray()) {
            sum += row[QLatin1String("right")].toInt();
        }
        QCOMPARE(sum, right);
    }

private:
    std::unique_ptr<Fixture> m_fixture;
};

QTEST_GUILESS_MAIN(tst_EngineCommands)
#include "tst_EngineCommands.moc"
