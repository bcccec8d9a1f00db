// SPDX-License-Identifier: GPL-3.0-or-later
//! Near-duplicates and "more like this" in the gallery, by object name.
#include "app/scenarios/SyncDataset.h"
#include "models/store/SampleRepository.h"
#include "tests/engine/vision/PictureVariants.h"
#include "tests/gui/support/GuiFixture.h"
#include "widgets/gallery/DuplicatesBar.h"
#include "widgets/gallery/FilterBar.h"
#include "widgets/gallery/GalleryView.h"
#include "widgets/panels/ProblemsView.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QSlider>

using namespace lw;
using namespace lw::tests;

namespace {

/// Ten pictures: 0 to 5, copies of 0 (small, JPEG), of 1 (mirrored) and of 2 (JPEG).
domain::DatasetId openPictures(GuiFixture& gui)
{
    const QString input = gui.path(QStringLiteral("input"));
    QDir().mkpath(input);
    const auto save = [&](const QImage& picture, const char* name) {
        QVERIFY(picture.save(input + u'/' + QLatin1String(name)));
    };
    for (quint32 i = 0; i < 6; ++i) {
        save(drawnPicture(i), qPrintable(QStringLiteral("%1.png").arg(i)));
    }
    save(drawnPicture(0).scaled(120, 90, Qt::IgnoreAspectRatio, Qt::SmoothTransformation), "0-small.png");
    save(throughJpeg(drawnPicture(0), 60), "0-photo.png");
    save(drawnPicture(1).mirrored(true, false), "1-mirrored.png");
    save(throughJpeg(drawnPicture(2), 40), "2-photo.png");
    const domain::DatasetId id = gui.makeDataset(input);
    auto synced = gui.context().project()->inBackground(
        [id](store::Store& store) { return scenarios::syncDataset(store, id, {}); });
    [&] { QTRY_VERIFY(synced.isFinished()); }();
    gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = id});
    [&] { QTRY_COMPARE(gui.context().project()->samples(id).model.rowCount(), 10); }();
    return id;
}

items::SampleListModel& listOf(GuiFixture& gui, domain::DatasetId id)
{
    return gui.context().project()->samples(id).model;
}

QStringList namesOf(GuiFixture& gui, const QList<domain::SampleId>& ids)
{
    QStringList names;
    for (const domain::SampleId id : ids) {
        names.append(store::SampleRepository(gui.store()).find(id)->name);
    }
    names.sort();
    return names;
}

domain::SampleId named(GuiFixture& gui, domain::DatasetId id, const char* name)
{
    return store::SampleRepository(gui.store()).findByFile(id, {}, QLatin1String(name))->id;
}

} // namespace

class tst_SimilarPictures final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupsNearDuplicatesAndMovesTheCopiesToTheTrash()
    {
        GuiFixture gui;
        const domain::DatasetId id = openPictures(gui);
        gui.click("duplicatesButton");
        QTRY_COMPARE(listOf(gui, id).rowCount(), 7);
        auto* bar = gui.find<gallery::DuplicatesBar>("duplicatesBar");
        QTRY_VERIFY(bar->isVisible());
        auto* gallery = gui.find<gallery::GalleryView>("gallery");
        gui.click("selectCopies");
        QCOMPARE(namesOf(gui, gallery->selectedIds()).size(), 4);
        QVERIFY(namesOf(gui, gallery->selectedIds()).contains(QStringLiteral("0-small.png"))); // the larger stays
        // Another one of a group may stay instead.
        gallery->selectIds({named(gui, id, "0-small.png")});
        gui.click("keepThis");
        gui.click("selectCopies");
        QTRY_VERIFY(!namesOf(gui, gallery->selectedIds()).contains(QStringLiteral("0-small.png")));
        QCOMPARE(gallery->selectedCount(), 4);
        gui.click("deleteCopies");
        GuiFixture::accept(gui.dialog("deleteSamplesDialog"));
        gui.awaitJobs();
        QTRY_VERIFY(gui.find<QWidget>("noDuplicates")->isVisible());
        QCOMPARE(store::DatasetRepository(gui.store()).find(id)->counters.total, 6);
        QTRY_VERIFY(gui.find<QAction>("samples.undo")->isEnabled());
        gui.trigger("samples.undo");
        QTRY_COMPARE(listOf(gui, id).rowCount(), 7);
        gui.click("closeDuplicates");
        QTRY_COMPARE(listOf(gui, id).rowCount(), 10);
        QVERIFY(!bar->isVisible());
    }

    void neverCountsThePictureThatIsLeftAsACopy()
    {
        GuiFixture gui;
        const domain::DatasetId id = openPictures(gui);
        gui.trigger("samples.duplicates");
        QTRY_COMPARE(listOf(gui, id).rowCount(), 7);
        auto* gallery = gui.find<gallery::GalleryView>("gallery");
        gui.trigger("samples.selectCopies");
        const QList<domain::SampleId> copies = gallery->selectedIds();
        gallery->invertSelection();
        gui.trigger("samples.delete"); // those that were to stay
        GuiFixture::accept(gui.dialog("deleteSamplesDialog"));
        gui.awaitJobs();
        QTRY_COMPARE(listOf(gui, id).rowCount(), 2); // of the group of three
        QTRY_COMPARE(gui.context().project()->samples(id).search.isRunning(), false);
        gallery->clearSelection();
        gui.trigger("samples.selectCopies");
        QCOMPARE(gallery->selectedCount(), 1);
        QCOMPARE(copies.size(), 4);
    }

    void theSliderRegroupsAtOnce()
    {
        GuiFixture gui;
        const domain::DatasetId id = openPictures(gui);
        gui.trigger("samples.duplicates");
        QTRY_COMPARE(listOf(gui, id).rowCount(), 7);
        auto* slider = gui.find<QSlider>("duplicatesThreshold");
        QCOMPARE(slider->value(), 90);
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(gui.find<QLabel>("duplicatesPercent")->text(), QStringLiteral("100%"));
        QTRY_VERIFY(listOf(gui, id).rowCount() < 7);
        QTest::keyClick(slider, Qt::Key_Home);
        QTRY_VERIFY(listOf(gui, id).rowCount() >= 7);
    }

    void ordersByLikenessTogetherWithFilters()
    {
        GuiFixture gui;
        const domain::DatasetId id = openPictures(gui);
        auto* gallery = gui.find<gallery::GalleryView>("gallery");
        gallery->setCurrentId(named(gui, id, "2.png"));
        gallery->setFocus();
        QTest::keyClick(gallery, Qt::Key_J, Qt::ControlModifier);
        QTRY_COMPARE(listOf(gui, id).idAt(0), named(gui, id, "2.png"));
        QTRY_COMPARE(listOf(gui, id).idAt(1), named(gui, id, "2-photo.png"));
        QCOMPARE(listOf(gui, id).rowCount(), 10);
        auto* chip = gui.find<QWidget>("filterArrangementChip");
        QTRY_VERIFY(chip->isVisible());
        QVERIFY(!gui.find<QWidget>("sort")->isEnabled());
        domain::SampleFilter filter;
        filter.text = QStringLiteral("photo");
        auto* filters = gui.find<gallery::FilterBar>("filterBar");
        filters->setFilter(filter);
        Q_EMIT filters->filterChanged(filter);
        QTRY_COMPARE(listOf(gui, id).rowCount(), 2);
        QCOMPARE(listOf(gui, id).idAt(0), named(gui, id, "2-photo.png"));
        filters->clear();
        QTRY_COMPARE(listOf(gui, id).rowCount(), 10);
        QTest::mouseClick(chip->findChild<QAbstractButton*>(QStringLiteral("chipRemove")), Qt::LeftButton);
        QTRY_COMPARE(listOf(gui, id).ids(), store::SampleRepository(gui.store()).ids(id, {}).value());
        QTRY_VERIFY(!chip->isVisible());
    }

    void tellsWhichPicturesItCouldNotRead()
    {
        GuiFixture gui;
        const domain::DatasetId id = openPictures(gui);
        QFile bad(gui.path(QStringLiteral("input/4.png")));
        QVERIFY(bad.open(QIODevice::WriteOnly | QIODevice::Truncate) && bad.write("no picture") > 0);
        bad.close();
        gui.trigger("samples.duplicates");
        QTRY_COMPARE(listOf(gui, id).rowCount(), 7); // the rest went on
        gui.window().navigate(studio::Route{.page = studio::PageKind::Tasks});
        QTRY_VERIFY(gui.find<QAbstractButton>("taskProblems"));
        gui.click("taskProblems");
        QTRY_VERIFY(gui.find<QAbstractButton>("closeProblems")->isVisible());
        const auto* table =
            gui.window().currentPage()->findChild<panels::ProblemsView*>()->findChild<QAbstractItemView*>();
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), 1);
    }

    void theOrderOutlivesThePage()
    {
        GuiFixture gui;
        const domain::DatasetId id = openPictures(gui);
        gui.trigger("samples.duplicates");
        gui.window().navigate(studio::Route{.page = studio::PageKind::Datasets});
        gui.awaitJobs();
        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = id});
        QTRY_COMPARE(listOf(gui, id).rowCount(), 7);
        QTRY_VERIFY(gui.find<gallery::DuplicatesBar>("duplicatesBar")->isVisible());
        gui.trigger("samples.usualOrder");
        QTRY_COMPARE(listOf(gui, id).rowCount(), 10);
    }
};

QTEST_MAIN(tst_SimilarPictures)
#include "tst_SimilarPictures.moc"
