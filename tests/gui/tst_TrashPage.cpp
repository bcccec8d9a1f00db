// SPDX-License-Identifier: GPL-3.0-or-later
//! AN-10 in the window: delete, undo from the message, restore and delete for good on the page, history.
#include "models/store/BatchRepository.h"
#include "models/store/SampleRepository.h"
#include "models/store/TrashRepository.h"
#include "tests/gui/support/GuiFixture.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/common/Toast.h"
#include "widgets/gallery/GalleryView.h"
#include "widgets/panels/ObjectPanel.h"

#include <QComboBox>
#include <QTableView>

using namespace lw;
using namespace lw::tests;

class tst_TrashPage : public QObject {
    Q_OBJECT

private:
    static domain::DatasetId openSamples(GuiFixture& gui)
    {
        const domain::DatasetId id = gui.makeDataset(writeSmallDataset(gui.path(QStringLiteral("data"))));
        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = id});
        gui.click("syncButton");
        gui.awaitJobs();
        [&] { QTRY_COMPARE(gui.context().project()->samples(id).model.rowCount(), 6); }();
        return id;
    }

    static qint64 total(GuiFixture& gui, domain::DatasetId id)
    {
        return store::DatasetRepository(gui.store()).find(id)->counters.total;
    }

    static QTableView* openTrash(GuiFixture& gui, int rows)
    {
        gui.window().navigate(studio::Route{.page = studio::PageKind::Trash});
        auto* table = gui.find<QTableView>("trashTable");
        [&] { QTRY_COMPARE(table->model()->rowCount(), rows); }();
        return table;
    }

    static void removeSome(GuiFixture& gui, domain::DatasetId id, int count)
    {
        const QList<domain::SampleId> some = gui.context().project()->samples(id).model.ids().mid(0, count);
        auto removed = store::BatchRepository(gui.store()).deleteSamples(id, some);
        [&] { QTRY_VERIFY(removed.isFinished()); }();
    }

private Q_SLOTS:
    void undoStandsInTheMessageOfADeletion()
    {
        GuiFixture gui;
        const domain::DatasetId id = openSamples(gui);
        gui.find<gallery::GalleryView>("gallery")->selectAll();
        gui.trigger("samples.delete");
        GuiFixture::accept(gui.dialog("deleteSamplesDialog"));
        gui.awaitJobs();
        QTRY_COMPARE(total(gui, id), 0);
        common::Toast* toast = nullptr;
        QTRY_VERIFY(toast = [&]() -> common::Toast* {
            for (common::Toast* each : gui.window().findChildren<common::Toast*>()) {
                if (each->isVisible() && each->text().startsWith(QStringLiteral("Moved 6"))) {
                    return each;
                }
            }
            return nullptr;
        }());
        Q_EMIT toast->actionTriggered();
        QTRY_COMPARE(total(gui, id), 6);
        QVERIFY(store::TrashRepository(gui.store()).ids({})->isEmpty());
    }

    void restoresWithEnterAndFilters()
    {
        GuiFixture gui;
        const domain::DatasetId id = openSamples(gui);
        removeSome(gui, id, 3);
        QTableView* table = openTrash(gui, 3);
        QVERIFY(gui.isOn(studio::PageKind::Trash));
        auto* kind = gui.find<QComboBox>("trashKind");
        kind->setCurrentIndex(2);
        Q_EMIT kind->activated(2);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(gui.find<QWidget>("trashEmpty")->isVisible());
        kind->setCurrentIndex(0);
        Q_EMIT kind->activated(0);
        QCOMPARE(table->model()->rowCount(), 3);
        QVERIFY(!gui.find<QAbstractButton>("restoreButton")->isEnabled());
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(total(gui, id), 4);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        gui.click("restoreButton");
        QTRY_COMPARE(total(gui, id), 6);
        QTRY_VERIFY(gui.find<QWidget>("trashEmpty")->isVisible());
        QVERIFY(!gui.find<QAbstractButton>("emptyTrashButton")->isEnabled());
    }

    void deletesForGoodOnlyAfterAsking()
    {
        GuiFixture gui;
        const domain::DatasetId id = openSamples(gui);
        removeSome(gui, id, 2);
        QTableView* table = openTrash(gui, 2);
        auto answer = common::Choice::Reject;
        int asked = 0;
        common::setMessageResponder([&](const common::Message&) {
            ++asked;
            return answer;
        });
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(asked, 1);
        QCOMPARE(store::TrashRepository(gui.store()).ids({})->size(), 2);
        answer = common::Choice::Accept;
        gui.click("emptyTrashButton");
        QTRY_COMPARE(asked, 2);
        gui.awaitJobs();
        QTRY_VERIFY(store::TrashRepository(gui.store()).ids({})->isEmpty());
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QCOMPARE(QDir(gui.path(QStringLiteral("data"))).entryList({QStringLiteral("*.png")}).size(), 6);
    }

    void restoresADeletedDataset()
    {
        GuiFixture gui;
        const domain::DatasetId id = openSamples(gui);
        auto removed = store::DatasetRepository(gui.store()).remove(id);
        QTRY_VERIFY(removed.isFinished());
        QTableView* table = openTrash(gui, 1);
        table->selectRow(0);
        gui.click("restoreButton");
        QTRY_VERIFY(store::DatasetRepository(gui.store()).find(id).has_value());
        QCOMPARE(total(gui, id), 6);
    }

    void historyOpensFromCanvasAndGallery()
    {
        GuiFixture gui;
        const domain::DatasetId id = openSamples(gui);
        const domain::SampleId first = gui.context().project()->samples(id).model.ids().first();
        gui.window().navigate(studio::Route{.page = studio::PageKind::Canvas, .dataset = id, .sample = first});
        gui.trigger("canvas.history");
        QDialog* dialog = gui.dialog("historyDialog");
        QVERIFY(dialog->findChild<QTableView*>(QStringLiteral("historyTable")));
        delete dialog;
        const auto annotations = store::SampleRepository(gui.store()).annotations(first).value();
        QVERIFY(!annotations.empty());
        Q_EMIT gui.find<panels::ObjectPanel>("objectPanel")->historyRequested(annotations.front().id);
        dialog = gui.dialog("historyDialog");
        auto* table = dialog->findChild<QTableView*>(QStringLiteral("historyTable"));
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("Imported"));
        delete dialog;
    }
};

QTEST_MAIN(tst_TrashPage)
#include "tst_TrashPage.moc"
