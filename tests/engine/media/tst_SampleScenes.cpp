// SPDX-License-Identifier: GPL-3.0-or-later
//! Sample pictures are the same every time, and their boxes fit what is seen.
#include "engine/media/ImageDecoder.h"
#include "engine/media/SampleScenes.h"
#include "engine/media/scenes/SceneCanvas.h"
#include "tests/engine/media/MediaFixtures.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::media;
using namespace lw::tests;

class tst_SampleScenes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceHasObjectsWithinThePicture_data();
    void everyPlaceHasObjectsWithinThePicture();
    void sameSeedGivesTheSameScene();
    void otherSeedsGiveOtherScenes();
    void namesAreUnique();
    void boxesAreTheVisibleExtent();
    void boxesEndAtThePicture();
    void hiddenObjectsAreNotListed();
    void shadowsAndReflectionsAreNoObjects();
    void writesReadableFiles();
    void stopsWhenAsked();
    void reportsAFolderThatCannotBeMade();

private:
    static SceneCanvas::Drawing filled(const QRectF& area)
    {
        return [area](QPainter& painter) { painter.fillRect(area, Qt::red); };
    }
};

void tst_SampleScenes::everyPlaceHasObjectsWithinThePicture_data()
{
    QTest::addColumn<int>("index");
    for (const int index : {0, 1, 2, 3, 4, 5, 18, 31, 35}) {
        QTest::addRow("%d", index) << index;
    }
}

void tst_SampleScenes::everyPlaceHasObjectsWithinThePicture()
{
    QFETCH(int, index);
    const Scene scene = renderScene(index, 1);
    const QSet<QString> labels = {QStringLiteral("car"),       QStringLiteral("boat"), QStringLiteral("house"),
                                  QStringLiteral("tree"),      QStringLiteral("bird"), QStringLiteral("balloon"),
                                  QStringLiteral("lighthouse")};
    QCOMPARE(scene.picture.size(), QSize(1280, 853));
    QCOMPARE(scene.picture.format(), QImage::Format_RGB32);
    QVERIFY(scene.objects.size() >= 8);
    for (const SceneObject& object : scene.objects) {
        QVERIFY2(labels.contains(object.label), qPrintable(object.label));
        QVERIFY(QRectF(0, 0, 1280, 853).contains(object.box));
        QVERIFY(object.box.width() >= 9 && object.box.height() >= 9);
        QVERIFY(object.box.width() < 640);
    }
}

void tst_SampleScenes::sameSeedGivesTheSameScene()
{
    const Scene first = renderScene(3, 7);
    const Scene second = renderScene(3, 7);
    QCOMPARE(first.picture, second.picture);
    QVERIFY(first.objects == second.objects);
    QCOMPARE(first.name, second.name);
}

void tst_SampleScenes::otherSeedsGiveOtherScenes()
{
    QVERIFY(renderScene(2, 1).objects != renderScene(2, 2).objects);
    QVERIFY(renderScene(2, 1).objects != renderScene(2 + kDistinctScenes, 1).objects);
}

void tst_SampleScenes::namesAreUnique()
{
    QSet<QString> names;
    for (const int index : {0, 6, 12, 36, 42}) { // one place, several lights and rounds
        names.insert(renderScene(index, 1).name);
    }
    QCOMPARE(names.size(), 5);
    QVERIFY(names.contains(QStringLiteral("harbour_morning_01")));
}

void tst_SampleScenes::boxesAreTheVisibleExtent()
{
    SceneCanvas canvas;
    canvas.add(QStringLiteral("house"), {100, 100, 200, 200}, filled({120, 130, 60, 40}));
    canvas.add(QStringLiteral("tree"), {400, 100, 100, 100}, filled({400, 100, 80, 50}));
    canvas.add(QStringLiteral("car"), {400, 100, 100, 100}, filled({440, 100, 60, 50})); // hides the tree's right half
    const std::vector<SceneObject> objects = canvas.visibleObjects();
    const std::vector<SceneObject> expected = {{QStringLiteral("house"), {120, 130, 60, 40}},
                                               {QStringLiteral("tree"), {400, 100, 40, 50}},
                                               {QStringLiteral("car"), {440, 100, 60, 50}}};
    QVERIFY(objects == expected);
}

void tst_SampleScenes::boxesEndAtThePicture()
{
    SceneCanvas canvas;
    canvas.add(QStringLiteral("house"), {-60, 800, 200, 200}, filled({-20, 820, 100, 40}));
    canvas.add(QStringLiteral("tree"), {1270, 0, 200, 50}, filled({1270, 0, 200, 50}));
    const std::vector<SceneObject> objects = canvas.visibleObjects();
    QCOMPARE(objects.size(), size_t(1)); // of the tree, next to nothing is in the picture
    QCOMPARE(objects.front().box, QRectF(0, 820, 80, 33));
}

void tst_SampleScenes::hiddenObjectsAreNotListed()
{
    SceneCanvas canvas;
    canvas.add(QStringLiteral("house"), {100, 100, 100, 100}, filled({100, 100, 100, 100}));
    canvas.cover({100, 100, 70, 100}, filled({100, 100, 70, 100}));
    QVERIFY(canvas.visibleObjects().empty());
}

void tst_SampleScenes::shadowsAndReflectionsAreNoObjects()
{
    SceneCanvas canvas;
    canvas.painter().fillRect(0, 0, 50, 50, Qt::black);
    canvas.addReflected(QStringLiteral("boat"), {300, 300, 100, 60}, 360, filled({300, 300, 100, 60}));
    const std::vector<SceneObject> objects = canvas.visibleObjects();
    QCOMPARE(objects.size(), size_t(1));
    QCOMPARE(objects.front().box, QRectF(300, 300, 100, 60));
}

void tst_SampleScenes::writesReadableFiles()
{
    const QTemporaryDir folder;
    qint64 reported = 0;
    const core::Control control{{}, [&](qint64 done, qint64 total) {
                                    QCOMPARE(total, 2);
                                    QCOMPARE(done, reported + 1);
                                    reported = done;
                                }};
    const auto files = writeSampleFolder(folder.filePath(QStringLiteral("a/b")), 2, control);
    QVERIFY(files.has_value());
    QCOMPARE(files->size(), size_t(2));
    QCOMPARE(reported, 2);
    for (size_t i = 0; i < files->size(); ++i) {
        const SampleFile& file = files->at(i);
        const auto decoded = decodeImage(file.path);
        QVERIFY(decoded.has_value());
        QVERIFY(decoded->notes.isEmpty());
        QCOMPARE(decoded->picture.size(), file.size);
        const Scene scene = renderScene(int(i), 1);
        QVERIFY(file.objects == scene.objects);
        QVERIFY(meanDifference(decoded->picture, scene.picture) < 4.0);
    }
}

void tst_SampleScenes::stopsWhenAsked()
{
    const QTemporaryDir folder;
    std::stop_source source;
    const core::Control control{source.get_token(), [&](qint64, qint64) { source.request_stop(); }};
    const auto files = writeSampleFolder(folder.path(), 5, control);
    QVERIFY(!files.has_value());
    QCOMPARE(files.error().code, core::ErrorCode::Cancelled);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void tst_SampleScenes::reportsAFolderThatCannotBeMade()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("file"));
    QVERIFY(writeBytes(file, "x"));
    const auto files = writeSampleFolder(file + QStringLiteral("/below"), 1);
    QVERIFY(!files.has_value());
    QCOMPARE(files.error().code, core::ErrorCode::WriteFailed);
}

QTEST_GUILESS_MAIN(tst_SampleScenes)
#include "tst_SampleScenes.moc"
