// SPDX-License-Identifier: GPL-3.0-or-later
//! Grouping, label check, map, likeness and near-duplicates with the real worker: results, bad pictures, cancelling, a
//! worker that is killed.
#include "app/scenarios/CheckLabels.h"
#include "app/scenarios/GroupSamples.h"
#include "app/scenarios/SampleMap.h"
#include "app/scenarios/SimilarSamples.h"
#include "app/scenarios/SyncDataset.h"
#include "models/store/KeptLabelRepository.h"
#include "models/store/AttributeRepository.h"
#include "models/store/BatchRepository.h"
#include "models/store/TaskRepository.h"
#include "tests/app/scenarios/RealEngine.h"
#include "tests/app/scenarios/ScenarioProject.h"
#include "tests/engine/vision/PictureVariants.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>

#include <csignal>

using namespace lw;
using namespace lw::tests;
using domain::SampleId;

namespace {

const QString kGroup = QStringLiteral("group");

/// Red squares on dark and blue discs on light, in turn: 00.png, 01.png, …
void writeKind(const QString& path, int number)
{
    QImage picture(128, 96, QImage::Format_RGB32);
    picture.fill(number % 2 == 0 ? QColor(60, 60, 60) : QColor(170, 180, 190));
    QPainter painter(&picture);
    painter.setPen(Qt::NoPen);
    painter.setBrush(number % 2 == 0 ? QColor(230, 30, 30) : QColor(30, 30, 230));
    const QRect place(10 + number % 7 * 4, 8 + number % 5 * 4, 44, 40);
    number % 2 == 0 ? painter.drawRect(place) : painter.drawEllipse(place);
    painter.end();
    QVERIFY2(picture.save(path), qPrintable(path));
}

struct Fixture {
    explicit Fixture(int count, domain::DatasetType type = domain::DatasetType::ImageClassification)
        : dataset(project.addDataset(QStringLiteral("kinds"), {QStringLiteral("red"), QStringLiteral("blue")}, type))
    {
        for (int i = 0; i < count; ++i) {
            writeKind(file(QStringLiteral("%1.png").arg(i, 2, 10, QLatin1Char('0'))), i);
        }
        sync();
    }
    void sync() const
    {
        [&] { QVERIFY(scenarios::syncDataset(*project.store, dataset.id, {})); }();
        project.store->flush();
    }
    [[nodiscard]] QString file(const QString& name) const { return dataset.inputLocation + u'/' + name; }
    [[nodiscard]] SampleId named(const QString& name) const
    {
        return store::SampleRepository(*project.store).findByFile(dataset.id, {}, name)->id;
    }
    [[nodiscard]] int numberOf(SampleId id) const
    {
        return store::SampleRepository(*project.store).find(id)->name.left(2).toInt();
    }
    [[nodiscard]] QList<SampleId> all() const { return *store::SampleRepository(*project.store).ids(dataset.id, {}); }
    [[nodiscard]] scenarios::GroupRequest request() const
    {
        scenarios::GroupRequest request;
        request.dataset = dataset.id;
        request.groups = 2;
        request.attribute = kGroup;
        return request;
    }
    [[nodiscard]] std::vector<domain::AttributeUse> attributes() const
    {
        return *store::AttributeRepository(*project.store).list(dataset.id);
    }
    [[nodiscard]] domain::LabelId label(const QString& name) const
    {
        const auto labels = store::LabelRepository(*project.store).list(dataset.id);
        for (const domain::Label& label : *labels) {
            if (label.name == name) {
                return label.id;
            }
        }
        return {};
    }

    ScenarioProject project;
    domain::Dataset dataset;
    RealEngine real;
};

core::Error errorOf(const auto& result)
{
    return result ? core::Error() : result.error();
}

} // namespace

class tst_GroupSamples final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { LW_NEED_WORKER(); }

    void groupsBecomeAnAttributeThatCanBeTakenBack()
    {
        Fixture fixture(13); // seven red, six blue
        const auto outcome =
            scenarios::groupSamples(*fixture.project.store, fixture.request(), fixture.real.engine, {});
        QVERIFY2(outcome, qPrintable(errorOf(outcome).detail));
        QCOMPARE(outcome->groups.size(), size_t(2));
        QCOMPARE(outcome->groups[0].name, QStringLiteral("01"));
        QCOMPARE(outcome->groups[0].members.size(), 7);
        for (const scenarios::PictureGroup& group : outcome->groups) {
            for (const SampleId id : group.members) {
                QCOMPARE(fixture.numberOf(id) % 2, fixture.numberOf(group.members.front()) % 2);
            }
        }
        const std::vector<domain::AttributeUse> wanted = {
            {kGroup, {{QStringLiteral("01"), 7}, {QStringLiteral("02"), 6}}}};
        QCOMPARE(fixture.attributes(), wanted);
        const auto tasks = store::TaskRepository(*fixture.project.store).list(fixture.dataset.id, 1);
        QCOMPARE(tasks->front().kind, domain::TaskKind::GroupSamples);
        QCOMPARE(tasks->front().state, domain::TaskState::Done);
        QCOMPARE(tasks->front().samples, 13);
        QVERIFY(store::BatchRepository(*fixture.project.store).undo(fixture.dataset.id).result());
        QVERIFY(fixture.attributes().empty());
    }

    void theSamePicturesGiveTheSameGroups()
    {
        Fixture fixture(12);
        scenarios::GroupRequest request = fixture.request();
        request.groups = 5;
        request.weights.brightness = 0.5;
        const auto first = scenarios::groupSamples(*fixture.project.store, request, fixture.real.engine, {});
        RealEngine another;
        const auto second = scenarios::groupSamples(*fixture.project.store, request, another.engine, {});
        QVERIFY(first && second);
        QCOMPARE(first->groups.size(), second->groups.size());
        for (size_t i = 0; i < first->groups.size(); ++i) {
            QCOMPARE(first->groups[i].members, second->groups[i].members);
        }
    }

    void groupsAreSavedWithCopies()
    {
        Fixture fixture(6);
        scenarios::GroupRequest request = fixture.request();
        request.attribute.clear();
        request.location = fixture.project.path(QStringLiteral("groups"));
        request.copiesFiles = true;
        const auto outcome = scenarios::groupSamples(*fixture.project.store, request, fixture.real.engine, {});
        QVERIFY2(outcome, qPrintable(errorOf(outcome).detail));
        QVERIFY(fixture.attributes().empty());
        const QByteArray csv = readFile(request.location + QStringLiteral("/groups.csv"));
        QCOMPARE(csv.count('\n'), 7);
        const QJsonObject json =
            QJsonDocument::fromJson(readFile(request.location + QStringLiteral("/groups.json"))).object();
        QCOMPARE(json[QStringLiteral("groups")].toArray().size(), 2);
        for (const scenarios::PictureGroup& group : outcome->groups) {
            const QStringList copies =
                QDir(request.location + u'/' + group.name).entryList({QStringLiteral("*.png")}, QDir::Files);
            QCOMPARE(copies.size(), group.members.size());
        }
        // What lies there is not overwritten.
        const auto again = scenarios::groupSamples(*fixture.project.store, request, fixture.real.engine, {});
        QCOMPARE(errorOf(again).code, core::ErrorCode::InvalidArgument);
    }

    void requestsThatCannotBeAreRefused_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<QString>("attribute");
        QTest::addColumn<QString>("location");
        QTest::addColumn<double>("weight");
        QTest::newRow("one group") << 1 << kGroup << QString() << 0.0;
        QTest::newRow("too many") << 201 << kGroup << QString() << 0.0;
        QTest::newRow("nothing to write to") << 2 << QString() << QString() << 0.0;
        QTest::newRow("name") << 2 << QStringLiteral("a:b") << QString() << 0.0;
        QTest::newRow("within the pictures") << 2 << QString() << QStringLiteral("in-kinds/here") << 0.0;
        QTest::newRow("weight") << 2 << kGroup << QString() << 1.5;
        QTest::newRow("weight that is no number") << 2 << kGroup << QString() << double(NAN);
    }
    void requestsThatCannotBeAreRefused()
    {
        QFETCH(int, groups);
        QFETCH(QString, attribute);
        QFETCH(QString, location);
        QFETCH(double, weight);
        Fixture fixture(2);
        scenarios::GroupRequest request = fixture.request();
        request.groups = groups;
        request.attribute = attribute;
        request.location = location.isEmpty() ? QString() : fixture.project.path(location);
        request.weights.sharpness = weight;
        const auto outcome = scenarios::groupSamples(*fixture.project.store, request, fixture.real.engine, {});
        QCOMPARE(errorOf(outcome).code, core::ErrorCode::InvalidArgument);
        QVERIFY(errorOf(outcome).detail.endsWith(u'.')); // a sentence
        QVERIFY(fixture.real.asked.isEmpty());
    }

    void badPicturesAreListedAndTheRestIsGrouped()
    {
        Fixture fixture(6);
        writeFile(fixture.file(QStringLiteral("02.png")), "this is no picture");
        QVERIFY(QFile::remove(fixture.file(QStringLiteral("03.png"))));
        const auto outcome =
            scenarios::groupSamples(*fixture.project.store, fixture.request(), fixture.real.engine, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->samples, 4);
        QCOMPARE(outcome->problems.count(), 2);
        QCOMPARE(outcome->problems.kept()[0].code, core::ProblemCode::ImageUnreadable);
        QCOMPARE(outcome->problems.kept()[0].file, fixture.file(QStringLiteral("02.png")));
        QCOMPARE(outcome->problems.kept()[1].code, core::ProblemCode::FileMissing);
        QCOMPARE(fixture.attributes().front().values.size(), size_t(2));
    }

    void datasetsOfOneOrNoPictureDoNotFail()
    {
        Fixture one(1);
        const auto outcome = scenarios::groupSamples(*one.project.store, one.request(), one.real.engine, {});
        QVERIFY2(outcome, qPrintable(errorOf(outcome).detail));
        QCOMPARE(outcome->groups.size(), size_t(1));
        QCOMPARE(scenarios::sampleMap(*one.project.store, one.dataset.id, one.real.engine, {})->points.size(),
                 size_t(1));
        Fixture none(0);
        const auto empty = scenarios::groupSamples(*none.project.store, none.request(), none.real.engine, {});
        QCOMPARE(errorOf(empty).code, core::ErrorCode::InvalidArgument);
        QVERIFY(scenarios::sampleMap(*none.project.store, none.dataset.id, none.real.engine, {})->points.empty());
    }

    void changedFilesAreLookedAtAgain()
    {
        Fixture fixture(4);
        const auto embed = [&] {
            return scenarios::embedSamples(*fixture.project.store, fixture.dataset.id, fixture.real.engine, {}, {});
        };
        QCOMPARE(embed()->computed, 4);
        QCOMPARE(embed()->computed, 0);
        writeKind(fixture.file(QStringLiteral("01.png")), 4);
        QFile changed(fixture.file(QStringLiteral("01.png")));
        QVERIFY(changed.open(QIODevice::ReadWrite));
        QVERIFY(changed.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
        changed.close();
        QCOMPARE(embed()->computed, 1);
        QVERIFY(QFile::remove(embed()->vectorFile));
        QCOMPARE(embed()->computed, 4);
    }

    void cancellingLeavesNothingBehind()
    {
        Fixture fixture(60);
        std::stop_source stop;
        const core::Control control{stop.get_token(), [&](qint64 done, qint64) {
                                        if (done > 0) {
                                            stop.request_stop();
                                        }
                                    }};
        const auto outcome =
            scenarios::groupSamples(*fixture.project.store, fixture.request(), fixture.real.engine, control);
        QCOMPARE(errorOf(outcome).code, core::ErrorCode::Cancelled);
        QVERIFY(fixture.attributes().empty());
        const auto tasks = store::TaskRepository(*fixture.project.store).list(fixture.dataset.id, 1);
        QCOMPARE(tasks->front().state, domain::TaskState::Cancelled);
        // The session is as good as before.
        QVERIFY(scenarios::groupSamples(*fixture.project.store, fixture.request(), fixture.real.engine, {}));
    }

    void aKilledWorkerIsAnErrorAndTheNextOneGoesOn()
    {
        Fixture fixture(40);
        const core::Control control{{}, [&](qint64 done, qint64) {
                                        if (done > 0) {
                                            ::kill(pid_t(fixture.real.session->pid()), SIGKILL);
                                        }
                                    }};
        const auto killed =
            scenarios::groupSamples(*fixture.project.store, fixture.request(), fixture.real.engine, control);
        QVERIFY(!killed);
        QVERIFY(killed.error().code != core::ErrorCode::Cancelled);
        QVERIFY(fixture.attributes().empty());
        RealEngine another;
        QVERIFY(scenarios::groupSamples(*fixture.project.store, fixture.request(), another.engine, {}));
        QCOMPARE(fixture.attributes().size(), size_t(1));
    }

    void wrongLabelsAreDoubtful()
    {
        Fixture fixture(24);
        const domain::LabelId red = fixture.label(QStringLiteral("red"));
        const domain::LabelId blue = fixture.label(QStringLiteral("blue"));
        QList<SampleId> reds;
        QList<SampleId> blues;
        for (const SampleId id : fixture.all()) {
            const int number = fixture.numberOf(id);
            ((number % 2 == 0) != (number == 7) ? reds : blues).append(id); // 07 is blue and called red
        }
        store::BatchRepository batch(*fixture.project.store);
        QVERIFY(batch.setLabel(fixture.dataset.id, reds, {red, domain::LabelMode::Add, QStringLiteral("human"), 1})
                    .result());
        QVERIFY(batch.setLabel(fixture.dataset.id, blues, {blue, domain::LabelMode::Add, QStringLiteral("human"), 1})
                    .result());
        const auto outcome =
            scenarios::checkLabels(*fixture.project.store, fixture.dataset.id, fixture.real.engine, {});
        QVERIFY2(outcome, qPrintable(errorOf(outcome).detail));
        QCOMPARE(outcome->checked, 24);
        QVERIFY(!outcome->doubtful.empty());
        const scenarios::DoubtfulLabel& first = outcome->doubtful.front();
        QCOMPARE(fixture.numberOf(first.sample), 7);
        QCOMPARE(first.label, red);
        QCOMPARE(first.suggested, blue);
        // What a person keeps is not asked about again, also by the next program; but it is when it gets another label.
        const SampleId kept = first.sample;
        QVERIFY(store::KeptLabelRepository(*fixture.project.store).keep(kept, red).result());
        const auto check = [&](bool includesKept) {
            return scenarios::checkLabels(*fixture.project.store, fixture.dataset.id, fixture.real.engine, {}, includesKept);
        };
        const auto again = check(false);
        QCOMPARE(again->kept, 1);
        QCOMPARE(again->doubtful.size(), outcome->doubtful.size() - 1);
        QCOMPARE(check(true)->doubtful.size(), outcome->doubtful.size());
        QCOMPARE(check(true)->kept, 0);
        QVERIFY(store::KeptLabelRepository(*fixture.project.store).keep(kept, blue).result());
        QCOMPARE(check(false)->kept, 0);
    }

    void tooFewLabelsAreToldInASentence()
    {
        Fixture fixture(8);
        const auto outcome =
            scenarios::checkLabels(*fixture.project.store, fixture.dataset.id, fixture.real.engine, {});
        QCOMPARE(errorOf(outcome).code, core::ErrorCode::InvalidArgument);
        QVERIFY(errorOf(outcome).detail.endsWith(u'.'));
        Fixture boxes(1, domain::DatasetType::ObjectDetection);
        const auto other = scenarios::checkLabels(*boxes.project.store, boxes.dataset.id, boxes.real.engine, {});
        QCOMPARE(errorOf(other).code, core::ErrorCode::Unsupported);
    }

    void picturesThatLookAlikeLieTogetherOnTheMap()
    {
        Fixture fixture(30);
        const auto map = scenarios::sampleMap(*fixture.project.store, fixture.dataset.id, fixture.real.engine, {});
        QVERIFY2(map, qPrintable(errorOf(map).detail));
        QCOMPARE(map->points.size(), size_t(30));
        int together = 0;
        for (const scenarios::MapPoint& point : map->points) {
            QVERIFY(point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1);
            float least = 9;
            SampleId nearest;
            for (const scenarios::MapPoint& other : map->points) {
                const float distance = std::hypot(point.x - other.x, point.y - other.y);
                if (other.id != point.id && distance < least) {
                    least = distance;
                    nearest = other.id;
                }
            }
            together += fixture.numberOf(nearest) % 2 == fixture.numberOf(point.id) % 2;
        }
        QVERIFY2(together >= 27, qPrintable(QString::number(together)));
        const QString csv = fixture.project.path(QStringLiteral("map.csv"));
        QVERIFY(scenarios::writeSampleMap(*fixture.project.store, fixture.dataset.id, map->points, csv));
        QCOMPARE(readFile(csv).count('\n'), 31);
    }

    void theMostAlikeComeFirst()
    {
        Fixture fixture(10);
        const auto outcome =
            scenarios::similarSamples(*fixture.project.store, fixture.dataset.id,
                                      {fixture.named(QStringLiteral("04.png"))}, {}, {}, &fixture.real.engine);
        QVERIFY2(outcome, qPrintable(errorOf(outcome).detail));
        QCOMPARE(outcome->order.size(), size_t(10));
        QCOMPARE(fixture.numberOf(outcome->order.front().id), 4);
        QCOMPARE(outcome->order.front().similarity, 1.0F);
        for (size_t i = 1; i < 5; ++i) {
            QCOMPARE(fixture.numberOf(outcome->order[i].id) % 2, 0);
        }
        writeFile(fixture.file(QStringLiteral("05.png")), "this is no picture");
        const auto bad =
            scenarios::similarSamples(*fixture.project.store, fixture.dataset.id,
                                      {fixture.named(QStringLiteral("05.png"))}, {}, {}, &fixture.real.engine);
        QCOMPARE(errorOf(bad).code, core::ErrorCode::ReadFailed);
    }

    void vectorsFindCopiesThatHashesMiss()
    {
        Fixture fixture(0);
        constexpr quint32 kPictures = 12;
        for (quint32 i = 0; i < kPictures; ++i) {
            const QImage picture = drawnPicture(i);
            QVERIFY(picture.save(fixture.file(QStringLiteral("%1.png").arg(i))));
            // Shifted and cut: far away for a hash.
            QVERIFY(picture.copy(14, 12, 214, 156).save(fixture.file(QStringLiteral("cut%1.png").arg(i))));
        }
        fixture.sync();
        const auto pairsWith = [&](const scenarios::EngineLens* engine) {
            const auto outcome = scenarios::findDuplicates(*fixture.project.store, fixture.dataset.id, {}, {}, engine);
            int right = 0;
            for (const domain::SimilarPair& pair : outcome->findings->pairs) {
                const store::SampleRepository samples(*fixture.project.store);
                const QString a = samples.find(pair.a)->name;
                const QString b = samples.find(pair.b)->name;
                right += pair.similarity >= 0.9F && (QString(u"cut" + a) == b || QString(u"cut" + b) == a);
            }
            return right;
        };
        const int plain = pairsWith(nullptr);
        const int withVectors = pairsWith(&fixture.real.engine);
        QVERIFY2(withVectors >= plain, qPrintable(QStringLiteral("%1 %2").arg(plain).arg(withVectors)));
        QVERIFY(fixture.real.asked.contains(QStringLiteral("pairs")));
    }

    void theLensIsTheDatasetsChoice()
    {
        Fixture fixture(2);
        store::Store& store = *fixture.project.store;
        QCOMPARE(scenarios::usableLenses(store.folder()).size(), size_t(1));
        QVERIFY(scenarios::chosenLens(store, fixture.dataset)->isBuiltIn());
        QCOMPARE(errorOf(scenarios::chosenLens(store, fixture.dataset, QStringLiteral("none"))).code,
                 core::ErrorCode::NotFound);
        const auto addModel = [&](const QString& id, const QString& job, qint64 createdAt) {
            const QString folder = store.folder() + QStringLiteral("/models/") + id;
            writeFile(folder + QStringLiteral("/model.safetensors"), "weights");
            const QJsonObject json{{QStringLiteral("format"), 1},
                                   {QStringLiteral("name"), id},
                                   {QStringLiteral("version"), QStringLiteral("V0001")},
                                   {QStringLiteral("net"), QStringLiteral("resnet18")},
                                   {QStringLiteral("file"), QStringLiteral("model.safetensors")},
                                   {QStringLiteral("fileFormat"), QStringLiteral("safetensors")},
                                   {QStringLiteral("jobId"), job},
                                   {QStringLiteral("createdAt"), createdAt}};
            writeFile(folder + QStringLiteral("/model.json"), QJsonDocument(json).toJson());
        };
        addModel(QStringLiteral("imported"), {}, 1);
        addModel(QStringLiteral("trained"), QStringLiteral("job"), 2);
        const auto lenses = scenarios::usableLenses(store.folder());
        QCOMPARE(lenses.size(), size_t(3));
        QCOMPARE(lenses[0].modelId, QStringLiteral("imported"));
        QVERIFY(lenses[2].isBuiltIn());
        QVERIFY(lenses[0].vectorFile(store.folder(), fixture.dataset) !=
                lenses[1].vectorFile(store.folder(), fixture.dataset));
        QCOMPARE(scenarios::chosenLens(store, fixture.dataset)->modelId, QStringLiteral("imported"));
        scenarios::rememberLens(store, fixture.dataset, lenses[1]);
        store.flush();
        QCOMPARE(scenarios::chosenLens(store, fixture.dataset)->modelId, QStringLiteral("trained"));
        QVERIFY(QDir(store.folder() + QStringLiteral("/models/trained")).removeRecursively());
        QCOMPARE(scenarios::chosenLens(store, fixture.dataset)->modelId, QStringLiteral("imported"));
        scenarios::rememberLens(store, fixture.dataset, scenarios::builtInLens());
        store.flush();
        QVERIFY(scenarios::chosenLens(store, fixture.dataset)->isBuiltIn());
    }
};

QTEST_GUILESS_MAIN(tst_GroupSamples)
#include "tst_GroupSamples.moc"
