// SPDX-License-Identifier: GPL-3.0-or-later
//! The gallery page: import, tabs, filters, selection, undo.
#include "models/store/BatchRepository.h"
#include "tests/gui/support/GuiFixture.h"
#include "widgets/gallery/FilterBar.h"
#include "widgets/gallery/GalleryView.h"
#include "widgets/gallery/StateTabs.h"

using namespace lw;
using namespace lw::tests;

class tst_SamplesPage : public QObject {
    Q_OBJECT

private:
    /// The samples page of a dataset with the small data imported through the dialog.
    static domain::DatasetId importSmallData(GuiFixture& gui)
    {
        const QString data = writeSmallDataset(gui.path(QStringLiteral("data")));
        const QString input = gui.path(QStringLiteral("input"));
        QDir().mkpath(input);
        const domain::DatasetId id = gui.makeDataset(input);
        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = id});
        gui.click("importButton");
        QDialog* dialog = gui.dialog("importDialog");
        [&] { GuiFixture::fill(dialog, "from", data); }();
        GuiFixture::accept(dialog);
        gui.awaitJobs();
        auto* gallery = gui.find<gallery::GalleryView>("gallery");
        [&] { QTRY_COMPARE(gui.context().project()->samples(id).model.rowCount(), 6); }();
        [&] { QTRY_VERIFY(gallery->isVisible()); }();
        return id;
    }

    static domain::DatasetCounters counters(GuiFixture& gui, domain::DatasetId id)
    {
        return store::DatasetRepository(gui.store()).find(id)->counters;
    }

private Q_SLOTS:
    void importsPicturesAndLabelsThroughTheDialog()
    {
        GuiFixture gui;
        const domain::DatasetId id = importSmallData(gui);
        QCOMPARE(counters(gui, id).labelled, 4);
        QCOMPARE(counters(gui, id).annotations, 6);
    }

    void showsOnlyWhatTheTabSays()
    {
        GuiFixture gui;
        const domain::DatasetId id = importSmallData(gui);
        auto* tabs = gui.find<gallery::StateTabs>("stateTabs");
        tabs->setCurrentIndex(1);
        QTRY_COMPARE(gui.context().project()->samples(id).model.rowCount(), 2);
        tabs->setCurrentIndex(2);
        QTRY_COMPARE(gui.context().project()->samples(id).model.rowCount(), 4);
        tabs->setCurrentIndex(3);
        QTRY_VERIFY(gui.find<QWidget>("clearAllFilters")->isVisible());
        gui.click("clearAllFilters");
        QTRY_COMPARE(gui.context().project()->samples(id).model.rowCount(), 6);
    }

    void filtersByLabelAndRemembersItOverARestart()
    {
        GuiFixture gui;
        const domain::DatasetId id = importSmallData(gui);
        const domain::Label* dog = nullptr;
        QTRY_VERIFY((dog = gui.context().project()->labels(id).findByName(QStringLiteral("dog"))));
        gui.find<gallery::FilterBar>("filterBar")->filterByLabel(dog->id);
        QTRY_COMPARE(gui.context().project()->samples(id).model.rowCount(), 2);
        gui.restart();
        QVERIFY(gui.isOn(studio::PageKind::Samples));
        QTRY_COMPARE(gui.context().project()->samples(id).model.rowCount(), 2);
    }

    void marksTheSelectionAsHardAndTakesItBack()
    {
        GuiFixture gui;
        const domain::DatasetId id = importSmallData(gui);
        gui.find<gallery::GalleryView>("gallery")->selectAll();
        gui.trigger("samples.hard");
        QTRY_COMPARE(counters(gui, id).hard, 6);
        QTRY_VERIFY(gui.find<QAction>("samples.undo")->isEnabled());
        gui.trigger("samples.undo");
        QTRY_COMPARE(counters(gui, id).hard, 0);
        QTRY_VERIFY(gui.find<QAction>("samples.redo")->isEnabled());
        gui.trigger("samples.redo");
        QTRY_COMPARE(counters(gui, id).hard, 6);
    }

    void deletesSamplesAfterAskingAndKeepsTheirFiles()
    {
        GuiFixture gui;
        const domain::DatasetId id = importSmallData(gui);
        auto* gallery = gui.find<gallery::GalleryView>("gallery");
        gallery->setCurrentId(gui.context().project()->samples(id).model.idAt(0));
        QCOMPARE(gallery->selectedCount(), 1);
        gui.trigger("samples.delete");
        GuiFixture::accept(gui.dialog("deleteSamplesDialog"));
        gui.awaitJobs();
        QTRY_COMPARE(gui.context().project()->samples(id).model.rowCount(), 5);
        QCOMPARE(QDir(gui.path(QStringLiteral("data"))).entryList({QStringLiteral("*.png")}).size(), 6);
    }

    void opensTheCanvasOnTheChosenSample()
    {
        GuiFixture gui;
        const domain::DatasetId id = importSmallData(gui);
        auto* gallery = gui.find<gallery::GalleryView>("gallery");
        const domain::SampleId third = gui.context().project()->samples(id).model.idAt(2);
        gallery->setCurrentId(third);
        gallery->setFocus();
        QTest::keyClick(gallery, Qt::Key_Return);
        QTRY_VERIFY(gui.isOn(studio::PageKind::Canvas));
        QCOMPARE(gui.window().route().sample, third);
        gui.trigger("nav.back");
        QVERIFY(gui.isOn(studio::PageKind::Samples));
    }
};

QTEST_MAIN(tst_SamplesPage)
#include "tst_SamplesPage.moc"
