// SPDX-License-Identifier: GPL-3.0-or-later
//! trash list, restore, purge, sample history and dataset diff, kept by the real program.
#include "app/cli/CommandLine.h"
#include "tests/app/cli/CliProcess.h"
#include "tests/app/scenarios/ScenarioProject.h"

#include <QTemporaryDir>

using namespace lw;
using lw::tests::CliResult;
using lw::tests::runCli;

namespace {

/// A project with the dataset "pets" of four labelled pictures.
struct Fixture {
    Fixture()
    {
        root = QDir(folder.path()).canonicalPath();
        runCli(QStringLiteral("project create %1/p").arg(root));
        runCli(QStringLiteral("dataset create --project %1/p --name pets --type object_detection --input %1/in "
                              "--output %1/out")
                   .arg(root));
        for (int i = 0; i < 4; ++i) {
            const QString base = QStringLiteral("%1/in/p%2").arg(root).arg(i);
            tests::writePicture(base + QStringLiteral(".png"), i);
            tests::writeVoc(base + QStringLiteral(".xml"), QStringLiteral("p%1.png").arg(i),
                            {{QStringLiteral("cat"), 1, 1, 10 + i, 12}, {QStringLiteral("dog"), 2, 2, 30, 20}});
        }
        runCli(QStringLiteral("dataset import --project %1/p --dataset pets --format voc --from %1/in").arg(root));
    }
    [[nodiscard]] CliResult dataset(const QString& verb, const QString& more = {}) const
    {
        return runCli(QStringLiteral("dataset %1 --project %2/p --dataset pets %3").arg(verb, root, more));
    }
    [[nodiscard]] CliResult trash(const QString& verb, const QString& more = {}) const
    {
        return runCli(QStringLiteral("trash %1 --project %2/p %3").arg(verb, root, more));
    }

    QTemporaryDir folder;
    QString root;
};

} // namespace

class tst_TrashCommands final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsAndRestoresALabelWithItsAnnotations()
    {
        const Fixture fixture;
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("labels delete"), QStringLiteral("cat")), cli::kDone);
        const QJsonArray listed = fixture.trash(QStringLiteral("list"), QStringLiteral("--json")).array();
        QCOMPARE(listed.size(), 1);
        const QJsonObject entry = listed.first().toObject();
        QCOMPARE(entry.value(QStringLiteral("kind")), QStringLiteral("label"));
        QCOMPARE(entry.value(QStringLiteral("name")), QStringLiteral("cat"));
        QCOMPARE(entry.value(QStringLiteral("dataset")), QStringLiteral("pets"));
        QVERIFY(!entry.value(QStringLiteral("deleted")).toString().isEmpty());

        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("labels add"), QStringLiteral("cat")), cli::kDone);
        const CliResult restored = fixture.trash(QStringLiteral("restore"), QStringLiteral("--name cat --json"));
        LW_COMPARE_EXIT(restored, cli::kDone);
        QCOMPARE(restored.object().value(QStringLiteral("labels")).toInteger(), 1);
        QCOMPARE(restored.object().value(QStringLiteral("notes")).toArray().size(), 1);
        const QJsonArray labels = fixture.dataset(QStringLiteral("labels list"), QStringLiteral("--json")).array();
        QCOMPARE(labels.size(), 3);
        const bool isBack = std::any_of(labels.begin(), labels.end(), [](const QJsonValue& label) {
            return label[QStringLiteral("name")] == QStringLiteral("cat-2") &&
                   label[QStringLiteral("annotations")].toInteger() == 4;
        });
        QVERIFY(isBack);
    }

    void purgesDatasetsOnlyWhenSure()
    {
        const Fixture fixture;
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("delete")), cli::kDone);
        LW_COMPARE_EXIT(fixture.trash(QStringLiteral("purge")), cli::kWrongUsage);
        LW_COMPARE_EXIT(fixture.trash(QStringLiteral("purge"), QStringLiteral("--all")), cli::kWrongUsage);
        LW_COMPARE_EXIT(fixture.trash(QStringLiteral("purge"), QStringLiteral("--all --older-than 1 --yes")),
                        cli::kFailed);
        const CliResult purged = fixture.trash(QStringLiteral("purge"), QStringLiteral("--all --yes --json"));
        LW_COMPARE_EXIT(purged, cli::kDone);
        QCOMPARE(purged.object().value(QStringLiteral("datasets")).toInteger(), 1);
        QVERIFY(fixture.trash(QStringLiteral("list"), QStringLiteral("--json")).array().isEmpty());
        LW_COMPARE_EXIT(fixture.trash(QStringLiteral("restore"), QStringLiteral("--all")), cli::kFailed);
        QVERIFY(QFileInfo::exists(fixture.root + QStringLiteral("/in/p0.png")));
    }

    void restoresDatasetsAndVersions()
    {
        const Fixture fixture;
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("publish")), cli::kDone);
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("delete-version"), QStringLiteral("--version V001")), cli::kDone);
        LW_COMPARE_EXIT(fixture.trash(QStringLiteral("restore"), QStringLiteral("--kind version --all")), cli::kDone);
        QCOMPARE(fixture.dataset(QStringLiteral("versions"), QStringLiteral("--json")).array().size(), 1);
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("delete")), cli::kDone);
        LW_COMPARE_EXIT(fixture.trash(QStringLiteral("restore"), QStringLiteral("--dataset pets --all")), cli::kDone);
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("stats")), cli::kDone);
    }

    void historyTellsTheTimeAndTheAuthor()
    {
        const Fixture fixture;
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("labels delete"), QStringLiteral("cat")), cli::kDone);
        const CliResult all = runCli(
            QStringLiteral("sample history --project %1/p --dataset pets --sample p1.png --json").arg(fixture.root));
        LW_COMPARE_EXIT(all, cli::kDone);
        QCOMPARE(all.array().size(), 1);
        const QJsonObject event = all.array().first().toObject();
        QCOMPARE(event.value(QStringLiteral("cause")), QStringLiteral("batch"));
        const QJsonObject change = event.value(QStringLiteral("changes")).toArray().first().toObject();
        QCOMPARE(change.value(QStringLiteral("what")).toArray().first(), QStringLiteral("removed"));
        const CliResult one = runCli(
            QStringLiteral("sample history --project %1/p --dataset pets --sample p1.png --annotation %2 --json")
                .arg(fixture.root)
                .arg(change.value(QStringLiteral("annotation")).toInteger()));
        LW_COMPARE_EXIT(one, cli::kDone);
        QCOMPARE(one.array().size(), 2);
        QCOMPARE(one.array().last()[QStringLiteral("cause")], QStringLiteral("import"));
        LW_COMPARE_EXIT(
            runCli(QStringLiteral("sample history --project %1/p --dataset pets --sample no.png").arg(fixture.root)),
            cli::kFailed);
    }

    void diffListsLabelsAndSamples()
    {
        const Fixture fixture;
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("publish")), cli::kDone);
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("labels rename"), QStringLiteral("dog hound")),
                        cli::kDone);
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("labels delete"), QStringLiteral("cat")), cli::kDone);
        LW_COMPARE_EXIT(fixture.dataset(QStringLiteral("publish")), cli::kDone);
        const CliResult diff =
            fixture.dataset(QStringLiteral("diff"), QStringLiteral("--version-a V001 --version-b V002 --json"));
        LW_COMPARE_EXIT(diff, cli::kDone);
        QCOMPARE(diff.object().value(QStringLiteral("changes")).toArray().size(), 4);
        const QJsonObject first = diff.object().value(QStringLiteral("changes")).toArray().first().toObject();
        QCOMPARE(first.value(QStringLiteral("sample")), QStringLiteral("p0.png"));
        QCOMPARE(first.value(QStringLiteral("annotations")).toObject().value(QStringLiteral("removed")).toInteger(), 1);
        QSet<QString> fates;
        for (const QJsonValue& label : diff.object().value(QStringLiteral("labels")).toArray()) {
            for (const QJsonValue& fate : label[QStringLiteral("changes")].toArray()) {
                fates.insert(fate.toString());
            }
        }
        QCOMPARE(fates, (QSet<QString>{QStringLiteral("removed"), QStringLiteral("renamed")}));
    }
};

QTEST_GUILESS_MAIN(tst_TrashCommands)
#include "tst_TrashCommands.moc"
