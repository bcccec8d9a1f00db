// SPDX-License-Identifier: GPL-3.0-or-later
//! Annotating in the real window: by mouse, by keyboard, undone, redone, kept.
#include "models/store/EditRepository.h"
#include "models/store/SampleRepository.h"
#include "tests/gui/support/GuiFixture.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/common/ElidedLabel.h"

#include <QToolButton>

using namespace lw;
using namespace lw::tests;

namespace {

/// A canvas page on the first of the six pictures, labels cat and dog being there.
class CanvasGui {
public:
    CanvasGui()
    {
        const QString data = writeSmallDataset(gui.path(QStringLiteral("data")));
        dataset = gui.makeDataset(data);
        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = dataset});
        gui.click("syncButton");
        gui.awaitJobs();
        [&] { QTRY_COMPARE(list().rowCount(), 6); }();
        openRow(5);
    }

    [[nodiscard]] items::SampleListModel& list() { return gui.context().project()->samples(dataset).model; }
    void openRow(int row)
    {
        gui.window().navigate(
            studio::Route{.page = studio::PageKind::Canvas, .dataset = dataset, .sample = list().idAt(row)});
        view = gui.find<canvas::CanvasView>("canvas");
        [&] { QTRY_VERIFY(view->isVisible() && view->transform().imageSize() == QSizeF(320, 240)); }();
        canvas::CanvasOptions options = view->options();
        options.asksForLabel = false; // the popup has its own tests
        view->setOptions(options);
        view->setFocus();
    }
    [[nodiscard]] QPoint at(double x, double y) const
    {
        const auto point = view->transform().toView(domain::ImagePoint{x, y});
        return {qRound(point.x), qRound(point.y)};
    }
    void drawBox(QPoint from, QPoint to) const
    {
        QTest::mousePress(view, Qt::LeftButton, {}, from);
        QTest::mouseMove(view, (from + to) / 2);
        QTest::mouseMove(view, to);
        QTest::mouseRelease(view, Qt::LeftButton, {}, to);
    }
    /// What the disk holds for a row.
    [[nodiscard]] std::vector<domain::Annotation> stored(int row)
    {
        return store::SampleRepository(gui.store())
            .annotations(list().idAt(row))
            .value_or(std::vector<domain::Annotation>{});
    }
    /// Makes the sample of a row one to confirm, as a model's work is.
    void ask(int row)
    {
        const domain::SampleId id = list().idAt(row);
        const auto before = store::SampleRepository(gui.store()).find(id)->state;
        const domain::SampleEdit edit{domain::EditKind::Confirm, {},    {}, {}, before, domain::SampleState::ToConfirm};
        QVERIFY(store::EditRepository(gui.store()).move(id, edit, 0).result());
    }
    [[nodiscard]] domain::SampleState state(int row)
    {
        return store::SampleRepository(gui.store()).find(list().idAt(row))->state;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(view, key, modifiers); }

    GuiFixture gui;
    domain::DatasetId dataset;
    canvas::CanvasView* view = nullptr;
};

} // namespace

class tst_CanvasPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsABoxByMouse()
    {
        CanvasGui canvas;
        canvas.key(Qt::Key_W);
        canvas.drawBox(canvas.at(40, 50), canvas.at(140, 150));
        QTRY_COMPARE(canvas.stored(5).size(), size_t(1));
        const QRectF box = canvas.stored(5).front().shape.boundingRect();
        QVERIFY(qAbs(box.left() - 40) <= 1 && qAbs(box.top() - 50) <= 1);
        QVERIFY(qAbs(box.right() - 140) <= 1 && qAbs(box.bottom() - 150) <= 1);
        QTRY_VERIFY(canvas.gui.find<QWidget>("canvasState")->isVisible());
    }

    void drawsABoxByKeyboardAlone()
    {
        CanvasGui canvas;
        canvas.key(Qt::Key_W);
        canvas.key(Qt::Key_Right);
        canvas.key(Qt::Key_Return);
        for (int i = 0; i < 12; ++i) {
            canvas.key(Qt::Key_Right, Qt::ShiftModifier);
            canvas.key(Qt::Key_Down, Qt::ShiftModifier);
        }
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored(5).size(), size_t(1));
        const QRectF box = canvas.stored(5).front().shape.boundingRect();
        QVERIFY(box.width() > 1 && box.height() > 1);
    }

    void movesUndoesAndRedoes()
    {
        CanvasGui canvas;
        canvas.key(Qt::Key_W);
        canvas.drawBox(canvas.at(40, 50), canvas.at(140, 150));
        QTRY_COMPARE(canvas.stored(5).size(), size_t(1));
        canvas.key(Qt::Key_V);
        const domain::Shape before = canvas.stored(5).front().shape;
        canvas.drawBox(canvas.at(90, 100), canvas.at(120, 130));
        QTRY_VERIFY(canvas.stored(5).front().shape != before);
        const domain::Shape moved = canvas.stored(5).front().shape;
        canvas.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(canvas.stored(5).front().shape, before);
        canvas.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(canvas.stored(5).empty());
        canvas.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        canvas.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(canvas.stored(5).size() == 1 && canvas.stored(5).front().shape == moved);
    }

    void keepsUndoAcrossARestart()
    {
        CanvasGui canvas;
        canvas.key(Qt::Key_W);
        canvas.drawBox(canvas.at(40, 50), canvas.at(140, 150));
        QTRY_COMPARE(canvas.stored(5).size(), size_t(1));
        canvas.gui.restart();
        QVERIFY(canvas.gui.isOn(studio::PageKind::Canvas));
        canvas.view = canvas.gui.find<canvas::CanvasView>("canvas");
        QTRY_COMPARE(canvas.list().rowCount(), 6);
        canvas.view->setFocus();
        canvas.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(canvas.stored(5).empty());
    }

    void walksThroughTheListByKeys()
    {
        CanvasGui canvas;
        canvas.openRow(0);
        QTRY_COMPARE(canvas.gui.find<QToolButton>("canvasPlace")->text(), QStringLiteral("1 / 6"));
        canvas.key(Qt::Key_D);
        QCOMPARE(canvas.gui.find<QToolButton>("canvasPlace")->text(), QStringLiteral("2 / 6"));
        QCOMPARE(canvas.gui.find<common::ElidedLabel>("canvasFileName")->text(), QStringLiteral("picture_1.png"));
        canvas.key(Qt::Key_A);
        QCOMPARE(canvas.gui.find<QToolButton>("canvasPlace")->text(), QStringLiteral("1 / 6"));
        canvas.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(canvas.gui.find<common::ElidedLabel>("canvasFileName")->text(), QStringLiteral("picture_4.png"));
    }

    void repeatsTheShapesOfThePreviousPicture()
    {
        CanvasGui canvas;
        canvas.openRow(1);
        canvas.key(Qt::Key_D);
        const size_t before = canvas.stored(2).size();
        QCOMPARE(before, size_t(1));
        canvas.key(Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(canvas.stored(2).size(), before + 2);
    }

    void confirmsAndGoesToTheNextOneToDo()
    {
        CanvasGui canvas;
        // Pictures 1 and 3 wait for confirmation, 4 and 5 are unlabelled, 0 and 2 are labelled.
        canvas.ask(1);
        canvas.ask(3);
        canvas.openRow(1);
        const auto shown = [&canvas] { return canvas.gui.find<common::ElidedLabel>("canvasFileName")->text(); };
        canvas.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shown(), QStringLiteral("picture_3.png"));
        QTRY_COMPARE(canvas.state(1), domain::SampleState::Labelled);
        canvas.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shown(), QStringLiteral("picture_4.png"));
        QTRY_COMPARE(canvas.state(3), domain::SampleState::Labelled);
        canvas.key(Qt::Key_Return, Qt::ControlModifier); // there is nothing to confirm here
        QTRY_COMPARE(shown(), QStringLiteral("picture_5.png"));
        QCOMPARE(canvas.state(4), domain::SampleState::Unlabelled);
        canvas.openRow(3);
        canvas.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(canvas.state(3), domain::SampleState::ToConfirm);
        canvas.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(canvas.state(3), domain::SampleState::Labelled);
    }

    void marksThePictureAsHard()
    {
        CanvasGui canvas;
        canvas.gui.trigger("canvas.hard");
        QTRY_VERIFY(store::SampleRepository(canvas.gui.store()).find(canvas.list().idAt(5))->isHard);
    }

    void keepsTheListWhileOneLabelsUnderAFilter()
    {
        CanvasGui canvas;
        domain::SampleFilter unlabelled;
        unlabelled.state = domain::SampleState::Unlabelled;
        items::SampleQuery query;
        query.dataset = canvas.dataset;
        query.filter = unlabelled;
        canvas.gui.context().project()->samples(canvas.dataset).search.setQuery(query);
        QTRY_COMPARE(canvas.list().rowCount(), 2);
        canvas.openRow(0);
        canvas.key(Qt::Key_W);
        canvas.drawBox(canvas.at(40, 50), canvas.at(140, 150));
        QTRY_COMPARE(canvas.stored(0).size(), size_t(1));
        QCOMPARE(canvas.list().rowCount(), 2);
        canvas.gui.trigger("canvas.back");
        QTRY_VERIFY(canvas.gui.isOn(studio::PageKind::Samples));
        QTRY_COMPARE(canvas.list().rowCount(), 1);
    }
};

QTEST_MAIN(tst_CanvasPage)
#include "tst_CanvasPage.moc"
