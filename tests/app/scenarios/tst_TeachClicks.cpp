// SPDX-License-Identifier: GPL-3.0-or-later
//! Four clicks learn from outlines: what is asked first, the training, the comparison with the built-in way.
#include "app/scenarios/EngineJobs.h"
#include "app/scenarios/TeachClicks.h"
#include "app/scenarios/TrainModel.h"
#include "engine/jobs/ModelLibrary.h"
#include "models/domain/Algorithms.h"
#include "models/store/BulkWriter.h"
#include "models/store/TaskRepository.h"
#include "tests/app/scenarios/RealEngine.h"
#include "tests/app/scenarios/ScenarioProject.h"

#include <QPainter>

using namespace lw;
using domain::ImagePoint;

namespace {

constexpr int kPerPicture = 5;

/// Pictures with five discs each, all outlined by a person: as masks on odd pictures, as polygons on even ones.
struct OutlinedDiscs : tests::ScenarioProject {
    domain::Dataset dataset;

    explicit OutlinedDiscs(int pictures, domain::DatasetType type = domain::DatasetType::ImageSegmentation)
    {
        dataset = addDataset(QStringLiteral("discs"), {QStringLiteral("disc")}, type);
        const auto labels = store::LabelRepository(*store).list(dataset.id);
        domain::Task task;
        task.datasetId = dataset.id;
        task.id = store::TaskRepository(*store).start(task).result().value();
        store::BulkWriter writer(*store, dataset.id, task.id);
        for (int i = 0; i < pictures; ++i) {
            store::IncomingSample incoming;
            incoming.sample.name = QStringLiteral("%1.png").arg(i, 2, 10, QLatin1Char('0'));
            incoming.sample.width = 240;
            incoming.sample.height = 160;
            incoming.sample.state = domain::SampleState::Labelled;
            draw(dataset.inputLocation + u'/' + incoming.sample.name, i, labels->front().id, incoming.annotations);
            QVERIFY(writer.add(std::move(incoming)));
        }
        QVERIFY(writer.finish());
        task.state = domain::TaskState::Done;
        QVERIFY(store::TaskRepository(*store).finish(task, {}).result());
    }

    static void draw(const QString& path, int number, domain::LabelId label,
                     std::vector<domain::Annotation>& annotations)
    {
        QImage picture(240, 160, QImage::Format_RGB32);
        picture.fill(QColor(50, 90 + number * 4, 60));
        QPainter painter(&picture);
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < kPerPicture; ++i) {
            const QRect box(4 + i * 47, 10 + (i * 31 + number * 13) % 90, 40, 36 + (i + number) % 14);
            painter.setBrush(QColor(230, 120 + i * 20, 40));
            painter.drawEllipse(box);
            domain::Annotation annotation;
            annotation.labelId = label;
            annotation.author = QStringLiteral("human");
            annotation.order = i;
            annotation.shape = number % 2 == 0 ? ring(box) : mask(box);
            annotations.push_back(annotation);
        }
        painter.end();
        QDir().mkpath(QFileInfo(path).path());
        QVERIFY(picture.save(path, "PNG"));
    }
    static domain::Shape ring(const QRect& box)
    {
        std::vector<ImagePoint> points;
        for (int i = 0; i < 32; ++i) {
            const double angle = i * 6.283185 / 32;
            points.push_back({QRectF(box).center().x() + std::cos(angle) * box.width() / 2,
                              QRectF(box).center().y() + std::sin(angle) * box.height() / 2});
        }
        return domain::Shape::polygon({points});
    }
    static domain::Shape mask(const QRect& box)
    {
        QImage pixels(box.size(), QImage::Format_Grayscale8);
        pixels.fill(0);
        QPainter painter(&pixels);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawEllipse(pixels.rect());
        painter.end();
        return domain::Shape::fromMask(domain::Mask::fromPixels(pixels.constBits(), pixels.bytesPerLine(), box));
    }

    [[nodiscard]] scenarios::TrainingRequest request() const
    {
        scenarios::TrainingRequest request;
        request.name = QStringLiteral("clicks");
        request.inputs = {{dataset.id, {}}};
        request.algorithm = domain::kClickAlgorithm;
        request.parameters = {{QStringLiteral("seconds"), 8},
                              {QStringLiteral("side"), 48},
                              {QStringLiteral("batch"), 8},
                              {QStringLiteral("validations"), 1},
                              {QStringLiteral("threads"), 1}};
        return request;
    }
};

} // namespace

class tst_TeachClicks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("LABELWRIGHT_ENGINE"); }

    void countsOutlinesOnLabelledSamples()
    {
        const OutlinedDiscs project(4);
        QCOMPARE(scenarios::countOutlines(*project.store, project.dataset.id, {}).value(), qint64(4 * kPerPicture));
    }

    void needsThirtyOutlines()
    {
        const OutlinedDiscs project(5);
        const auto estimate = scenarios::estimateTraining(*project.store, project.request(), {});
        QVERIFY(estimate);
        QVERIFY(!estimate->canStart());
        QVERIFY2(estimate->unmet.front().contains(QStringLiteral("there are 25 so far")),
                 qPrintable(estimate->unmet.join(u' ')));
        const auto started = scenarios::startTeaching(*project.store, project.dataset.id, {});
        QVERIFY(!started);
        QCOMPARE(started.error().code, core::ErrorCode::InvalidArgument);
    }

    void wholeLabelsHaveNoOutlines()
    {
        const tests::ScenarioProject project;
        const auto dataset = project.addDataset(QStringLiteral("whole"), {QStringLiteral("a"), QStringLiteral("b")},
                                                domain::DatasetType::ImageClassification);
        scenarios::TrainingRequest request;
        request.name = QStringLiteral("clicks");
        request.inputs = {{dataset.id, {}}};
        request.algorithm = domain::kClickAlgorithm;
        const auto estimate = scenarios::estimateTraining(*project.store, request, {});
        QVERIFY(estimate);
        QVERIFY(!estimate->canStart());
    }

    void isTrainedComparedAndUsedWhenBetter()
    {
        LW_NEED_WORKER();
        qputenv("LABELWRIGHT_ENGINE", tests::workerProgram().toUtf8());
        const OutlinedDiscs project(10);
        const auto started = scenarios::startTraining(*project.store, project.request(), {});
        QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
        const QString folder = project.store->folder();
        const auto job = scenarios::awaitJob(folder, started->job.id, {});
        QVERIFY(job);
        QVERIFY2(job->state == domain::EngineJobState::Succeeded, qPrintable(job->error));
        const QString uid = project.dataset.uid;
        const auto waiting = scenarios::uncomparedClicks(folder, uid);
        QCOMPARE(waiting.size(), size_t(1));
        const domain::LibraryModel model = waiting.front();
        QVERIFY(worker::useOf(model) == worker::ModelUse::FourClicks);
        QVERIFY(!worker::hasWeights(model));
        QVERIFY(!model.canPredict());
        QVERIFY(!scenarios::taughtClicks(folder, uid)); // not used before it was compared

        tests::RealEngine engine;
        QVERIFY(engine.session);
        const auto compared = scenarios::compareClicks(folder, model, engine.engine.ask, {});
        QVERIFY2(compared, compared ? "" : qPrintable(compared.error().detail));
        // Two pictures of ten are held out.
        QCOMPARE(compared->compared, qint64(2 * kPerPicture));
        QVERIFY2(compared->builtIn > 0.85, qPrintable(QString::number(compared->builtIn)));
        // How much is learned in eight seconds depends on the machine.
        QVERIFY2(compared->learned >= 0 && compared->learned <= 1, qPrintable(QString::number(compared->learned)));
        QVERIFY(scenarios::uncomparedClicks(folder, uid).empty());
        const auto taught = scenarios::taughtClicks(folder, uid);
        QVERIFY(taught && taught->comparison);
        QCOMPARE(*taught->comparison, *compared);
        QCOMPARE(taught->outlines, qint64(8 * kPerPicture));
        QCOMPARE(taught->isBetter(), compared->learned > compared->builtIn);
        QVERIFY(!scenarios::taughtClicks(folder, QStringLiteral("another dataset")));

        // The verdict is what the numbers say.
        worker::ModelLibrary library(folder);
        QVERIFY(library.addMetrics(model.id, {{QStringLiteral("iou"), 0.9}, {QStringLiteral("builtInIou"), 0.8}}));
        QVERIFY(scenarios::taughtClicks(folder, uid)->isBetter());
        QVERIFY(library.addMetrics(model.id, {{QStringLiteral("compared"), 0}}));
        QVERIFY(!scenarios::taughtClicks(folder, uid)->isBetter());
    }

    void aTrainingThatIsGoneIsNoComparison()
    {
        const OutlinedDiscs project(1);
        domain::LibraryModel model;
        model.jobId = QStringLiteral("gone-V0001");
        int asked = 0;
        const auto ask = [&](const QString&, const QJsonObject&, const core::Control&) -> core::Result<QJsonObject> {
            ++asked;
            return QJsonObject();
        };
        QCOMPARE(scenarios::compareClicks(project.store->folder(), model, ask, {}).error().code,
                 core::ErrorCode::NotFound);
        QCOMPARE(asked, 0);
    }
};

QTEST_GUILESS_MAIN(tst_TeachClicks)
#include "tst_TeachClicks.moc"
