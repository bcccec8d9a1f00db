// SPDX-License-Identifier: GPL-3.0-or-later
//! Image segmentation from pictures with masks to proposals, by the real program and the real worker.
#include "tests/app/cli/CliProcess.h"
#include "tests/engine/jobs/WorkerScript.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace lw::tests;

namespace {

constexpr int kLabelled = 12;
constexpr int kOpen = 4;

/// Red squares and blue discs in turn, and the mask of each.
void draw(const QString& picturePath, const QString& maskPath, int i)
{
    QImage picture(128, 96, QImage::Format_RGB32);
    QImage mask(picture.size(), QImage::Format_RGB32);
    picture.fill(QColor(90, 90, 90));
    mask.fill(Qt::black);
    const bool isDisc = i % 2 != 0;
    const QColor inks[] = {isDisc ? QColor(30, 30, 230) : QColor(230, 30, 30), isDisc ? QColor(0, 0, 200) : QColor(200, 0, 0)};
    QImage* const images[] = {&picture, &mask};
    for (int k = 0; k < 2; ++k) {
        QPainter painter(images[k]);
        painter.setPen(Qt::NoPen);
        painter.setBrush(inks[k]);
        const QRect place(8 + 4 * i, 10 + i % 5 * 4, 44, 40);
        isDisc ? painter.drawEllipse(place) : painter.drawRect(place);
    }
    QVERIFY(picture.save(picturePath));
    QVERIFY(maskPath.isEmpty() || mask.save(maskPath));
}

struct Fixture {
    QTemporaryDir folder;
    QString root = folder.path();

    [[nodiscard]] CliResult run(const QString& line) const { return runCli(line.contains(u'%') ? line.arg(root) : line); }

    void prepare() const
    {
        const QDir dir(root);
        QVERIFY(dir.mkpath(QStringLiteral("from/images")) && dir.mkpath(QStringLiteral("from/masks")) &&
                dir.mkpath(QStringLiteral("open")));
        for (int i = 0; i < kLabelled + kOpen; ++i) {
            const QString name = QStringLiteral("%1.png").arg(i, 2, 10, QLatin1Char('0'));
            const bool isOpen = i >= kLabelled;
            draw(dir.filePath(isOpen ? QStringLiteral("open/") + name : QStringLiteral("from/images/") + name),
                 isOpen ? QString() : dir.filePath(QStringLiteral("from/masks/") + name), i);
        }
        QFile map(dir.filePath(QStringLiteral("from/labelmap.txt")));
        QVERIFY(map.open(QIODevice::WriteOnly));
        map.write("# label:color_rgb:parts:actions\nbackground:0,0,0::\nsquare:200,0,0::\ndisc:0,0,200::\n");
        map.close();
        LW_COMPARE_EXIT(run(QStringLiteral("project create %1/p")), 0);
        LW_COMPARE_EXIT(run(QStringLiteral("dataset create --project %1/p --name shapes --type image_segmentation --input "
                                           "%1/in --output %1/out")),
                        0);
        LW_COMPARE_EXIT(
            run(QStringLiteral("dataset import --project %1/p --dataset shapes --format masks --from %1/from --copy")), 0);
        LW_COMPARE_EXIT(run(QStringLiteral("dataset add-files --project %1/p --dataset shapes %1/open")), 0);
    }
};

} // namespace

class tst_SegmentCommands final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { qputenv("LABELWRIGHT_ENGINE", realWorker().toUtf8()); }

    void trainsEvaluatesPredictsAndProposes()
    {
        LW_REQUIRE_WORKER(program);
        const Fixture fixture;
        fixture.prepare();
        const CliResult trained =
            fixture.run(QStringLiteral("train --project %1/p --dataset shapes --algorithm segmenter --set seconds=20 --set "
                                       "side=128 --set batch=4 --set threads=1 --set validations=2 --wait --json"));
        LW_COMPARE_EXIT(trained, 0);
        QVERIFY(trained.object()[QLatin1String("result")][QLatin1String("best")][QLatin1String("miou")].isDouble());

        const CliResult evaluated = fixture.run(
            QStringLiteral("evaluate --project %1/p --model shapes --dataset shapes --threads 1 --json"));
        LW_COMPARE_EXIT(evaluated, 0);
        const QJsonObject found = evaluated.object();
        QCOMPARE(found[QLatin1String("iou")][QLatin1String("classes")].toArray().size(), 2);
        QVERIFY(found[QLatin1String("summary")][QLatin1String("miou")].isDouble());
        QCOMPARE(found[QLatin1String("matrix")][QLatin1String("counts")].toArray().size(), 3);
        const CliResult told =
            fixture.run(QStringLiteral("evaluate --project %1/p --model shapes --dataset shapes --threads 1"));
        QVERIFY(told.out.contains("square: IoU "));

        const CliResult predicted =
            fixture.run(QStringLiteral("predict --project %1/p --model shapes --from %1/open --to %1/said.manifest "
                                       "--min-confidence 0.05 --threads 1 --json"));
        LW_COMPARE_EXIT(predicted, 0);
        QCOMPARE(predicted.object().value(QStringLiteral("samples")).toInt(), kOpen);

        const CliResult smart =
            fixture.run(QStringLiteral("smart-label --project %1/p --dataset shapes --mode fast --seconds 10 --wait --json"));
        LW_COMPARE_EXIT(smart, 0);
        QCOMPARE(smart.object().value(QStringLiteral("metric")).toString(), QStringLiteral("miou"));
        QCOMPARE(smart.object().value(QStringLiteral("proposed")).toInt(), kOpen);
        QCOMPARE(smart.object().value(QStringLiteral("labelled")).toInt(), kLabelled);
        const CliResult byModel = fixture.run(
            QStringLiteral("smart-label --project %1/p --dataset shapes --mode model --model shapes --wait --json"));
        LW_COMPARE_EXIT(byModel, 0);
        QCOMPARE(byModel.object().value(QStringLiteral("proposed")).toInt(), kOpen);
        const CliResult confirmed =
            fixture.run(QStringLiteral("smart-label confirm --min-confidence 0 --project %1/p --dataset shapes --json"));
        LW_COMPARE_EXIT(confirmed, 0);
    }

    void oneLabelIsTooLittle()
    {
        const Fixture fixture;
        fixture.prepare();
        LW_COMPARE_EXIT(
            fixture.run(QStringLiteral("dataset create --project %1/p --name one --type image_segmentation --input "
                                       "%1/in1 --output %1/out1")),
            0);
        LW_COMPARE_EXIT(fixture.run(QStringLiteral("dataset import --project %1/p --dataset one --format masks --from "
                                                   "%1/from --copy --labels disc")),
                        0);
        const CliResult checked = fixture.run(QStringLiteral("smart-label check --project %1/p --dataset one --json"));
        QCOMPARE(checked.object().value(QStringLiteral("canStart")), false);
        const QJsonArray unmet = checked.object().value(QStringLiteral("unmet")).toArray();
        QCOMPARE(unmet.first()[QStringLiteral("condition")], QStringLiteral("too_few_labels"));
        QCOMPARE(unmet.first()[QStringLiteral("count")].toInt(), 1);
    }
};

QTEST_MAIN(tst_SegmentCommands)
#include "tst_SegmentCommands.moc"
