// SPDX-License-Identifier: GPL-3.0-or-later
//! Judging what a model proposed: one key for each picture, in both labelling pages and in the gallery.
#include "models/store/BulkWriter.h"
#include "models/store/SampleRepository.h"
#include "models/store/TaskRepository.h"
#include "tests/gui/support/ClassifyData.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/common/ElidedLabel.h"

#include <QLabel>
#include <QSlider>

using namespace lw;
using namespace lw::tests;

namespace {

/// Adds `count` samples to confirm, each with boxes of these confidences.
void addBoxes(GuiFixture& gui, domain::DatasetId dataset, domain::LabelId label, int count,
              const QList<double>& confidences)
{
    domain::Task task;
    task.datasetId = dataset;
    auto entered = store::TaskRepository(gui.store()).start(task);
    [&] { QTRY_VERIFY(entered.isFinished()); }();
    store::BulkWriter writer(gui.store(), dataset, *entered.result());
    for (int i = 0; i < count; ++i) {
        store::IncomingSample incoming;
        incoming.sample.name = QStringLiteral("boxes_%1.png").arg(i);
        incoming.sample.width = 320;
        incoming.sample.height = 240;
        incoming.sample.state = domain::SampleState::ToConfirm;
        for (const double confidence : confidences) {
            domain::Annotation annotation;
            annotation.labelId = label;
            annotation.shape = domain::Shape::box({300 * confidence - 20, 40}, {300 * confidence + 20, 90});
            annotation.confidence = confidence;
            annotation.author = QStringLiteral("model/cats");
            incoming.annotations.push_back(annotation);
        }
        [&] { QVERIFY(writer.add(std::move(incoming))); }();
    }
    [&] { QVERIFY(writer.finish()); }();
}

/// Three pictures to confirm with boxes of 90, 60 and 20 per cent.
struct BoxesGui {
    BoxesGui()
    {
        const QString input = gui.path(QStringLiteral("pictures"));
        QDir().mkpath(input);
        dataset = gui.makeDataset(input);
        domain::Label label;
        label.datasetId = dataset;
        label.name = QStringLiteral("cat");
        auto made = store::LabelRepository(gui.store()).create(label);
        [&] { QTRY_VERIFY(made.isFinished()); }();
        addBoxes(gui, dataset, *made.result(), 3, {0.9, 0.6, 0.2});
        gui.window().navigate({.page = studio::PageKind::Samples, .dataset = dataset});
        [&] { QTRY_COMPARE(list().rowCount(), 3); }();
        gui.window().navigate({.page = studio::PageKind::Canvas, .dataset = dataset, .sample = list().idAt(0)});
        view = gui.find<canvas::CanvasView>("canvas");
        [&] { QTRY_VERIFY(view->isVisible()); }();
        view->setFocus();
    }
    [[nodiscard]] items::SampleListModel& list() { return gui.context().project()->samples(dataset).model; }
    [[nodiscard]] domain::Sample stored(int row) { return *store::SampleRepository(gui.store()).find(list().idAt(row)); }
    [[nodiscard]] domain::SampleId shown() { return gui.window().route().sample; }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(view, key, modifiers); }

    GuiFixture gui;
    domain::DatasetId dataset;
    canvas::CanvasView* view = nullptr;
};

} // namespace

class tst_Review : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneKeyAcceptsAndOneKeyRejects()
    {
        BoxesGui boxes;
        QVERIFY(boxes.gui.find<QWidget>("reviewBar")->isVisible());
        boxes.key(Qt::Key_Return);
        QTRY_COMPARE(boxes.shown(), boxes.list().idAt(1));
        QTRY_COMPARE(boxes.stored(0).state, domain::SampleState::Labelled);
        QCOMPARE(boxes.stored(0).annotationCount, 3);
        boxes.key(Qt::Key_Backspace);
        QTRY_COMPARE(boxes.shown(), boxes.list().idAt(2));
        QTRY_COMPARE(boxes.stored(1).state, domain::SampleState::Unlabelled);
        QCOMPARE(boxes.stored(1).annotationCount, 0);
        // Both answers can be taken back from anywhere.
        boxes.key(Qt::Key_Backspace, Qt::ShiftModifier);
        QTRY_COMPARE(boxes.shown(), boxes.list().idAt(1));
        QTRY_COMPARE(boxes.stored(1).state, domain::SampleState::ToConfirm);
        QCOMPARE(boxes.stored(1).annotationCount, 3);
        boxes.key(Qt::Key_Backspace, Qt::ShiftModifier);
        QTRY_COMPARE(boxes.stored(0).state, domain::SampleState::ToConfirm);
        QTRY_VERIFY(!boxes.gui.find<QAction>("canvas.takeBack")->isEnabled());
    }

    void faintObjectsGoWhenTheOthersAreAccepted()
    {
        BoxesGui boxes;
        auto* slider = boxes.gui.find<QSlider>("reviewThreshold");
        QVERIFY(slider->isVisible());
        slider->setValue(50);
        const auto& annotations = boxes.view->scene().annotations();
        QVERIFY(!boxes.view->scene().isFaint(annotations[0]));
        QVERIFY(boxes.view->scene().isFaint(annotations[2]));
        QVERIFY(boxes.gui.find<common::ElidedLabel>("reviewText")->text().contains(QStringLiteral("2")));
        boxes.key(Qt::Key_Return);
        QTRY_COMPARE(boxes.stored(0).annotationCount, 2);
        QCOMPARE(*boxes.stored(0).minConfidence, 0.6);
        // The next picture keeps the threshold.
        QTRY_COMPARE(boxes.shown(), boxes.list().idAt(1));
        QCOMPARE(slider->value(), 50);
    }

    void correctingComesBeforeAccepting()
    {
        BoxesGui boxes;
        const domain::AnnotationId first = boxes.view->scene().annotations().front().id;
        boxes.view->scene().setSelection({first});
        boxes.key(Qt::Key_Delete);
        QTRY_COMPARE(boxes.stored(0).annotationCount, 2);
        QCOMPARE(boxes.stored(0).state, domain::SampleState::ToConfirm); // two were not judged
        boxes.key(Qt::Key_Return);
        QTRY_COMPARE(boxes.stored(0).state, domain::SampleState::Labelled);
        QCOMPARE(boxes.stored(0).annotationCount, 2);
    }

    void oneObjectIsAcceptedOnItsOwn()
    {
        BoxesGui boxes;
        const domain::AnnotationId first = boxes.view->scene().annotations().front().id;
        boxes.view->scene().setSelection({first});
        boxes.gui.trigger("canvas.acceptShapes");
        QVERIFY(!boxes.view->scene().isProposal(*boxes.view->scene().find(first)));
        boxes.view->scene().setSelection({});
        boxes.key(Qt::Key_Backspace);
        QTRY_COMPARE(boxes.stored(0).state, domain::SampleState::Labelled);
        QCOMPARE(boxes.stored(0).annotationCount, 1);
    }

    void keysOfTheReviewBelongToDrawingMeanwhile()
    {
        BoxesGui boxes;
        boxes.key(Qt::Key_W);
        boxes.key(Qt::Key_Right); // the keyboard's crosshair: Return places a corner
        boxes.key(Qt::Key_Return);
        QVERIFY(boxes.view->isAtWork());
        QCOMPARE(boxes.shown(), boxes.list().idAt(0));
        QCOMPARE(boxes.stored(0).state, domain::SampleState::ToConfirm);
    }

    void classificationIsJudgedWithTheSameKeys()
    {
        GuiFixture gui;
        ClassifyData data(gui, 1);
        data.addLabelledByModel(3);
        data.openPicture(1);
        auto* picture = gui.find<QWidget>("picture");
        QVERIFY(gui.find<QWidget>("reviewBar")->isVisible());
        QVERIFY(gui.find<common::ElidedLabel>("reviewText")->text().contains(QStringLiteral("70")));
        QVERIFY(!gui.find<QSlider>("reviewThreshold")->isVisible());
        QTest::keyClick(picture, Qt::Key_Return);
        QTRY_COMPARE(data.counters().labelled, 1);
        QCOMPARE(data.shown(), data.list().idAt(2));
        QTest::keyClick(picture, Qt::Key_Backspace);
        QTRY_COMPARE(data.labelsOf(data.list().idAt(2)), QString());
        QTRY_COMPARE(data.shown(), data.list().idAt(3));
        gui.trigger("canvas.takeBack");
        QTRY_COMPARE(data.shown(), data.list().idAt(2));
        QTRY_COMPARE(data.labelsOf(data.list().idAt(2)), QStringLiteral("cat"));
        QTRY_COMPARE(data.counters().toConfirm, 2);
    }

    void galleryAcceptsAllAboveAConfidenceInOneStep()
    {
        GuiFixture gui;
        ClassifyData data(gui, 2);
        data.addLabelledByModel(4);
        addBoxes(gui, data.dataset, data.labels.front(), 3, {0.95});
        data.openGallery();
        QVERIFY(!gui.find<QWidget>("confirmBar")->isVisible());
        auto* tabs = gui.find<QTabBar>("stateTabs");
        tabs->setCurrentIndex(3);
        QTRY_COMPARE(data.list().rowCount(), 7);
        QTRY_VERIFY(gui.find<QWidget>("confirmBar")->isVisible());
        auto* slider = gui.find<QSlider>("confirmThreshold");
        auto* counts = gui.find<common::ElidedLabel>("confirmCounts");
        slider->setValue(90);
        QTRY_VERIFY(counts->text().contains(QStringLiteral("3 of 7")));
        slider->setValue(100);
        QTRY_VERIFY(counts->text().contains(QStringLiteral("0 of 7")));
        QTRY_VERIFY(!gui.find<QAbstractButton>("acceptAbove")->isEnabled());
        slider->setValue(80);
        QTRY_VERIFY(counts->text().contains(QStringLiteral("3 of 7")));
        gui.click("acceptAbove");
        QTRY_COMPARE(data.counters().toConfirm, 4);
        gui.trigger("samples.undo");
        QTRY_COMPARE(data.counters().toConfirm, 7);
        gui.click("reviewAll");
        QTRY_VERIFY(gui.isOn(studio::PageKind::Canvas));
    }
};

QTEST_MAIN(tst_Review)
#include "tst_Review.moc"
