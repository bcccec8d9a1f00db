// SPDX-License-Identifier: GPL-3.0-or-later
//! Real detection data through the real window: import, gallery, canvas, publish.
#include "models/store/SampleRepository.h"
#include "models/store/TaskRepository.h"
#include "models/store/VersionRepository.h"
#include "tests/gui/support/GuiFixture.h"
#include "tests/support/TestData.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/gallery/FilterBar.h"
#include "widgets/gallery/GalleryView.h"

using namespace lw;
using namespace lw::tests;

class tst_RealDetection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bloodCellsFromFolderToPublishedVersion()
    {
        LW_REQUIRE_DATA(data, "detection/bccd");
        GuiFixture gui;
        const QString input = gui.path(QStringLiteral("input"));
        QDir().mkpath(input);
        const domain::DatasetId id = gui.makeDataset(input);
        items::SampleListModel& list = gui.context().project()->samples(id).model;

        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = id});
        gui.click("importButton");
        QDialog* dialog = gui.dialog("importDialog");
        GuiFixture::fill(dialog, "from", data);
        GuiFixture::accept(dialog);
        gui.awaitJobs();
        QTRY_COMPARE(list.rowCount(), 364);
        const auto counters = store::DatasetRepository(gui.store()).find(id)->counters;
        QCOMPARE(counters.annotations, 4886);

        const auto tasks = store::TaskRepository(gui.store()).list(id);
        const auto problems = store::TaskRepository(gui.store()).problems(tasks->front().id);
        const auto zeroSize = std::count_if(problems->begin(), problems->end(), [](const core::Problem& each) {
            return each.code == core::ProblemCode::ShapeZeroSize;
        });
        QCOMPARE(zeroSize, 2);

        const auto platelets = [&] {
            const domain::Label* label = gui.context().project()->labels(id).findByName(QStringLiteral("Platelets"));
            return label ? *label : domain::Label();
        };
        QTRY_VERIFY(platelets().samples > 0 && platelets().samples < 364);
        gui.find<gallery::FilterBar>("filterBar")->filterByLabel(platelets().id);
        QTRY_COMPARE(list.rowCount(), int(platelets().samples));
        QTRY_VERIFY(gui.find<gallery::GalleryView>("gallery")->isSettled());
        gui.find<gallery::FilterBar>("filterBar")->clear();
        QTRY_COMPARE(list.rowCount(), 364);

        const domain::SampleId first = list.idAt(0);
        gui.window().navigate(studio::Route{.page = studio::PageKind::Canvas, .dataset = id, .sample = first});
        auto* view = gui.find<canvas::CanvasView>("canvas");
        QTRY_VERIFY(!view->transform().imageSize().isEmpty());
        const size_t before = store::SampleRepository(gui.store()).annotations(first)->size();
        canvas::CanvasOptions options = view->options();
        options.asksForLabel = false;
        view->setOptions(options);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_W);
        const QPoint middle = view->rect().center();
        QTest::mouseClick(view, Qt::LeftButton, {}, middle);
        QTest::mouseMove(view, middle + QPoint(30, 20));
        QTest::mouseClick(view, Qt::LeftButton, {}, middle + QPoint(60, 40));
        QTRY_COMPARE(store::SampleRepository(gui.store()).annotations(first)->size(), before + 1);
        QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(store::SampleRepository(gui.store()).annotations(first)->size(), before);

        gui.window().navigate(studio::Route{.page = studio::PageKind::Overview, .dataset = id});
        gui.click("publishButton");
        GuiFixture::accept(gui.dialog("publishDialog"));
        gui.awaitJobs();
        QTRY_COMPARE(store::VersionRepository(gui.store()).list(id)->size(), size_t(1));
        const auto versions = store::VersionRepository(gui.store()).list(id);
        QCOMPARE(versions->front().name, QStringLiteral("V001"));
        QCOMPARE(versions->front().annotations, 4886);
        QVERIFY(QFileInfo::exists(versions->front().manifestPath));
    }
};

QTEST_MAIN(tst_RealDetection)
#include "tst_RealDetection.moc"
