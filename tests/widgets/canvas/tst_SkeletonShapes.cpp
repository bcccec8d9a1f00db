// SPDX-License-Identifier: GPL-3.0-or-later
//! Skeletons: drawing from the label's joints, dragging, visibility, hits on bones.
#include "tests/widgets/canvas/CanvasFixture.h"

#include "models/domain/Skeletons.h"
#include "widgets/canvas/CanvasActions.h"
#include "widgets/canvas/LabelPopup.h"

#include <QAction>
#include <QListWidget>
#include <QMenu>

using namespace lw;
using domain::ImagePoint;
using domain::JointVisibility;
using domain::Shape;
using domain::ShapeKind;
using tests::CanvasFixture;

namespace {

const domain::LabelId kCat{1};
const domain::LabelId kDog{2};

/// A nose above, a tail to the right below.
domain::SkeletonLayout layout()
{
    return {{QStringLiteral("nose"), QStringLiteral("back"), QStringLiteral("tail")},
            {{0, 1}, {1, 2}},
            {{0.0, 0.0}, {0.5, 1.0}, {1.0, 0.5}}};
}

domain::Annotation skeleton()
{
    return CanvasFixture::shape(
        kCat, Shape::skeleton({{100, 100}, {200, 300}, {300, 200}}, std::vector(3, JointVisibility::Visible)));
}

void giveSkeleton(CanvasFixture& f, domain::LabelId id)
{
    domain::Label label = *f.labels->find(id);
    label.skeleton = layout();
    QVERIFY(f.labels->update(label).result());
    QTRY_COMPARE(f.labels->find(id)->skeleton, layout());
}

} // namespace

class TestSkeletonShapes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void laysTheJointsOfTheLabelIntoABox()
    {
        CanvasFixture f;
        giveSkeleton(f, kCat);
        f.tool("skeleton");
        f.drag({100, 100}, {300, 300});
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.at(0).shape, skeleton().shape);
        QVERIFY2(f.shapes()[0].points[2] != f.shapes()[0].points[1], "joints lie apart");
    }

    void placesJointsOnWholePixelsUnlessToldNotTo()
    {
        CanvasFixture f;
        giveSkeleton(f, kCat);
        f.tool("skeleton");
        f.drag({100, 100}, {201, 201});
        QCOMPARE(f.at(0).shape.points[1], (ImagePoint{151, 201}));
        f.set(&canvas::CanvasOptions::usesWholePixels, false);
        f.drag({300, 100}, {401, 201});
        QCOMPARE(f.at(1).shape.points[1], (ImagePoint{350.5, 201}));
    }

    void drawingIsOneStep()
    {
        CanvasFixture f;
        giveSkeleton(f, kCat);
        f.tool("skeleton");
        f.click({100, 100});
        f.click({300, 300});
        QCOMPARE(f.count(), 1u);
        verifyUndoRedo(f, {});
    }

    void takesALabelThatHasASkeleton()
    {
        CanvasFixture f;
        giveSkeleton(f, kDog);
        QCOMPARE(f.labels->current(), kCat);
        f.tool("skeleton");
        f.drag({100, 100}, {300, 300});
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.at(0).labelId, kDog);
    }

    void asksOnlyForLabelsWithSkeletons()
    {
        CanvasFixture f;
        f.set(&canvas::CanvasOptions::asksForLabel, true);
        giveSkeleton(f, kDog);
        giveSkeleton(f, kCat);
        QVERIFY(f.labels->create(QStringLiteral("bird")).result());
        QTRY_VERIFY(f.labels->findByName(QStringLiteral("bird")));
        f.tool("skeleton");
        f.drag({100, 100}, {300, 300});
        auto* popup = f.view->findChild<canvas::LabelPopup*>();
        QVERIFY(popup);
        QCOMPARE(popup->findChild<QListWidget*>()->count(), 2);
        QVERIFY(popup->accept());
        f.settle();
        QCOMPARE(f.count(), 1u);
    }

    void saysSoWhenNoLabelHasASkeleton()
    {
        CanvasFixture f;
        QSignalSpy messages(f.view.get(), &canvas::CanvasView::messageGiven);
        f.tool("skeleton");
        QCOMPARE(messages.count(), 1);
        f.drag({100, 100}, {300, 300});
        QCOMPARE(f.count(), 0u);
        QVERIFY(!f.view->tools().active().isBusy());
    }

    void dragsJointsOfTheNewSkeletonAtOnce()
    {
        CanvasFixture f;
        giveSkeleton(f, kCat);
        f.tool("skeleton");
        f.drag({100, 100}, {300, 300});
        const auto before = f.shapes();
        f.drag({300, 200}, {340, 180});
        QCOMPARE(f.count(), 1u);
        QCOMPARE(f.at(0).shape.points[2], (ImagePoint{340, 180}));
        verifyUndoRedo(f, before);
        // Elsewhere the next one begins.
        f.drag({400, 300}, {500, 400});
        QCOMPARE(f.count(), 2u);
    }

    void movesOneJointAndTheWhole()
    {
        CanvasFixture f({skeleton()});
        giveSkeleton(f, kCat);
        auto before = f.shapes();
        f.select({0});
        f.drag({200, 300}, {220, 320});
        QCOMPARE(f.at(0).shape.points, (std::vector<ImagePoint>{{100, 100}, {220, 320}, {300, 200}}));
        verifyUndoRedo(f, before);
        f.document->undo();
        f.settle();
        before = f.shapes();
        f.drag({150, 200}, {160, 210}); // the middle of a bone
        QCOMPARE(f.at(0).shape, before[0].translated(10, 10));
        verifyUndoRedo(f, before);
    }

    void isHitAtBonesAndJointsOnly()
    {
        CanvasFixture f({skeleton()});
        f.click({150, 200});
        QVERIFY2(f.view->scene().selection().empty(), "without bones there is nothing between the joints");
        giveSkeleton(f, kCat);
        f.click({150, 200});
        QCOMPARE(f.view->scene().selection().size(), 1u);
        f.click({250, 120});
        QVERIFY(f.view->scene().selection().empty());
        f.click({300, 200});
        QCOMPARE(f.view->scene().selection().size(), 1u);
    }

    void cyclesTheVisibilityOfTheGrabbedJoint()
    {
        CanvasFixture f({skeleton()});
        giveSkeleton(f, kCat);
        canvas::CanvasActions actions(*f.view);
        QAction* cycle = actions.action(QStringLiteral("jointState"));
        QVERIFY(!cycle->isEnabled());
        f.select({0});
        QVERIFY(cycle->isEnabled());
        f.click({300, 200});
        const auto before = f.shapes();
        const auto stateOf = [&f](size_t joint) { return f.at(0).shape.visibility[joint]; };
        cycle->trigger();
        f.settle();
        QCOMPARE(stateOf(2), JointVisibility::Hidden);
        verifyUndoRedo(f, before);
        cycle->trigger();
        f.settle();
        QCOMPARE(stateOf(2), JointVisibility::Absent);
        QCOMPARE(f.bounds(0), QRectF(100, 100, 100, 200));
        cycle->trigger();
        f.settle();
        QCOMPARE(stateOf(2), JointVisibility::Visible);
        // It comes back where the board says, as the others lie.
        QCOMPARE(f.at(0).shape.points[2], (ImagePoint{300, 200}));
    }

    void keepsTheLastJoint()
    {
        CanvasFixture f({CanvasFixture::shape(
            kCat, Shape::skeleton({{100, 100}, {0, 0}, {0, 0}},
                                  {JointVisibility::Hidden, JointVisibility::Absent, JointVisibility::Absent}))});
        giveSkeleton(f, kCat);
        canvas::CanvasActions actions(*f.view);
        f.select({0});
        f.click({100, 100});
        const auto before = f.shapes();
        actions.action(QStringLiteral("jointState"))->trigger();
        f.settle();
        QVERIFY(f.shapes() == before);
    }

    void reachesAbsentJointsByKeysAndMenu()
    {
        CanvasFixture f({CanvasFixture::shape(
            kCat, Shape::skeleton({{100, 100}, {200, 300}, {0, 0}},
                                  {JointVisibility::Visible, JointVisibility::Visible, JointVisibility::Absent}))});
        giveSkeleton(f, kCat);
        canvas::CanvasActions actions(*f.view);
        f.select({0});
        for (int i = 0; i < 3; ++i) {
            actions.action(QStringLiteral("grabNext"))->trigger();
        }
        QCOMPARE(f.view->tools().active().grabbedHandle(), std::optional(2));
        const std::unique_ptr<QMenu> menu(actions.makeMenu(f.view.get()));
        QMenu* joint = menu->findChild<QMenu*>(QStringLiteral("canvas.menu.joint"));
        QVERIFY(joint);
        QCOMPARE(joint->title(), QStringLiteral("tail"));
        QVERIFY(joint->actions().last()->isChecked());
        joint->actions().at(1)->trigger();
        f.settle();
        QCOMPARE(f.at(0).shape.visibility[2], JointVisibility::Hidden);
        QCOMPARE(f.at(0).shape.points[2], (ImagePoint{300, 200}));
        QCOMPARE(menu->findChild<QMenu*>(QStringLiteral("canvas.menu.joints"))->actions().size(), 3);
    }

    void goesFromDrawingToJointsByKey()
    {
        CanvasFixture f;
        giveSkeleton(f, kCat);
        f.tool("skeleton");
        f.drag({100, 100}, {300, 300});
        canvas::CanvasActions actions(*f.view);
        actions.action(QStringLiteral("grabNext"))->trigger();
        QCOMPARE(f.view->tools().activeId(), QStringLiteral("select"));
        f.key(Qt::Key_Left);
        QCOMPARE(f.at(0).shape.points[0], (ImagePoint{99, 100}));
        actions.action(QStringLiteral("jointState"))->trigger();
        f.settle();
        QCOMPARE(f.at(0).shape.visibility[0], JointVisibility::Hidden);
    }

    void nudgesTheGrabbedJoint()
    {
        CanvasFixture f({skeleton()});
        f.select({0});
        f.click({200, 300});
        f.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(f.at(0).shape.points[1], (ImagePoint{210, 300}));
        QCOMPARE(f.at(0).shape.points[0], (ImagePoint{100, 100}));
    }

    void paintsBonesAndHidesAbsentJoints()
    {
        CanvasFixture f({CanvasFixture::shape(
                            kCat, Shape::skeleton({{100, 100}, {200, 300}, {300, 200}},
                                                  {JointVisibility::Visible, JointVisibility::Visible,
                                                   JointVisibility::Absent}))},
                        Qt::white);
        giveSkeleton(f, kCat);
        const QImage image = f.rendered();
        QVERIFY(image.pixelColor(150, 200) != QColor(Qt::white));
        QCOMPARE(image.pixelColor(250, 250), QColor(Qt::white));
        QCOMPARE(image.pixelColor(300, 200), QColor(Qt::white));
    }

    void copiesJointsWithTheirVisibilityAndReadsThemBack()
    {
        domain::Annotation partly = skeleton();
        partly.shape.visibility[1] = JointVisibility::Hidden;
        partly.shape.visibility[2] = JointVisibility::Absent;
        CanvasFixture f({partly});
        giveSkeleton(f, kCat);
        f.select({0});
        canvas::CanvasCommands commands(*f.view);
        commands.copySelected();
        commands.removeSelected();
        f.settle();
        commands.paste();
        f.settle();
        QCOMPARE(f.at(0).shape, partly.shape);
        const auto ids = f.project.ids();
        QVERIFY(f.document->load(ids.last()));
        QVERIFY(f.document->load(ids.first()));
        QCOMPARE(f.at(0).shape, partly.shape);
    }

    void clippedLabelsKeepTheirSkeleton()
    {
        CanvasFixture f({skeleton()});
        giveSkeleton(f, kCat);
        const auto clips = canvas::fromClipboardJson(canvas::toClipboardJson(f.document->annotations(), *f.labels));
        QCOMPARE(clips.size(), 1u);
        QCOMPARE(clips[0].labelSkeleton, layout());
        QCOMPARE(clips[0].annotation.shape, skeleton().shape);
    }
};

QTEST_MAIN(TestSkeletonShapes)
#include "tst_SkeletonShapes.moc"
