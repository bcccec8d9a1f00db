// SPDX-License-Identifier: GPL-3.0-or-later
//! Actions, clipboard, keys and menus of the canvas.
#include "tests/widgets/canvas/CanvasFixture.h"
#include "widgets/canvas/CanvasActions.h"
#include "widgets/canvas/ShapeClipboard.h"

#include <QAction>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>

using namespace lw;
using canvas::CanvasActions;
using canvas::CanvasOptions;
using canvas::Ids;
using domain::Shape;
using tests::CanvasFixture;

namespace {

const domain::LabelId kCat{1};
const domain::LabelId kDog{2};

std::vector<domain::Annotation> three()
{
    return {CanvasFixture::box(kCat, 100, 100, 50, 50), CanvasFixture::box(kDog, 200, 100, 50, 50),
            CanvasFixture::shape(kDog, Shape::point({400, 300}))};
}

void trigger(CanvasFixture& f, CanvasActions& actions, const char* id)
{
    QAction* action = actions.action(QString::fromLatin1(id));
    QVERIFY2(action && action->isEnabled(), id);
    action->trigger();
    f.settle();
}

} // namespace

class TestCanvasActions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noTwoActionsShareAKey()
    {
        QHash<QString, QString> owners;
        const auto add = [&](const QString& id, const QStringList& keys) {
            for (const QString& key : keys) {
                const QString portable = QKeySequence(key).toString(QKeySequence::PortableText);
                QVERIFY2(!portable.isEmpty(), qPrintable(key));
                QVERIFY2(!owners.contains(portable), qPrintable(QString(id + QLatin1Char(' ') + key)));
                owners.insert(portable, id);
            }
        };
        for (const canvas::CanvasActionInfo& info : canvas::canvasActionList()) {
            add(info.id, info.keys);
        }
        for (const canvas::ToolInfo& info : canvas::canvasTools()) {
            add(info.id, info.keys);
        }
    }

    void everyActionHasNameWordsAndTooltipWithKey()
    {
        CanvasFixture f;
        CanvasActions actions(*f.view);
        for (const canvas::CanvasActionInfo& info : canvas::canvasActionList()) {
            QAction* action = actions.action(info.id);
            QVERIFY2(action, qPrintable(info.id));
            QCOMPARE(action->objectName(), QString(QStringLiteral("action.canvas.") + info.id));
            QVERIFY(!action->text().isEmpty());
            QVERIFY(info.icon.isEmpty() || !action->icon().isNull());
        }
        QAction* fit = actions.action(QStringLiteral("fit"));
        QVERIFY(fit->toolTip().contains(QStringLiteral("Ctrl+F")));
        fit->setShortcut(QKeySequence(QStringLiteral("F7")));
        QVERIFY(fit->toolTip().contains(QStringLiteral("F7")));
    }

    void undoesAndRedoes()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        QVERIFY(!actions.action(QStringLiteral("redo"))->isEnabled());
        f.select({0});
        trigger(f, actions, "delete");
        QCOMPARE(f.count(), 2u);
        trigger(f, actions, "undo");
        QCOMPARE(f.count(), 3u);
        trigger(f, actions, "redo");
        QCOMPARE(f.count(), 2u);
    }

    void undoTakesBackTheLastPointOfAHalfDrawnPolygonFirst()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        f.select({0});
        trigger(f, actions, "delete");
        f.tool("polygon");
        f.click({300, 300});
        f.click({340, 300});
        trigger(f, actions, "undo");
        trigger(f, actions, "undo");
        QVERIFY(!f.view->tools().active().isBusy());
        QCOMPARE(f.count(), 2u);
        trigger(f, actions, "undo");
        QCOMPARE(f.count(), 3u);
    }

    void actionsWaitForTheirTurn()
    {
        CanvasFixture f;
        CanvasActions actions(*f.view);
        f.tool("box");
        f.press({10, 10});
        f.move({60, 60}, {}, Qt::LeftButton);
        f.release({60, 60});
        QVERIFY(f.document->isSaving());
        actions.action(QStringLiteral("undo"))->trigger();
        QCOMPARE(f.count(), 1u);
        f.settle();
        QCOMPARE(f.count(), 0u);
    }

    void bringsBackTheStateBeforeTheLastDrag()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        f.drag({125, 125}, {325, 225});
        QCOMPARE(f.bounds(0), QRectF(300, 200, 50, 50));
        f.select({0});
        f.key(Qt::Key_2); // another step in between
        trigger(f, actions, "resetDrag");
        QCOMPARE(f.bounds(0), QRectF(100, 100, 50, 50));
        QCOMPARE(f.at(0).labelId, kDog);
    }

    void copiesToAnotherPicture()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        f.select({1, 2});
        trigger(f, actions, "copy");
        QVERIFY(canvas::hasClippedShapes());
        QVERIFY(f.document->load(f.project.ids().last()).has_value());
        trigger(f, actions, "paste");
        QCOMPARE(f.count(), 2u);
        QCOMPARE(f.bounds(0), QRectF(200, 100, 50, 50));
        QCOMPARE(f.at(0).labelId, kDog);
        QCOMPARE(f.at(1).shape, Shape::point({400, 300}));
        QCOMPARE(f.view->scene().selection().size(), 2u);
        verifyUndoRedo(f, {});
    }

    void movesCopiesThatWouldCoverTheirOriginals()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        f.select({0});
        trigger(f, actions, "duplicate");
        QCOMPARE(f.count(), 4u);
        QVERIFY(f.bounds(3) != f.bounds(0));
        QCOMPARE(f.bounds(3).size(), f.bounds(0).size());
    }

    void pastesLabelsThatDoNotExistYet()
    {
        CanvasFixture f;
        CanvasActions actions(*f.view);
        auto* data = new QMimeData;
        data->setData(QString::fromLatin1(canvas::kShapesMimeType),
                      QByteArrayLiteral(R"({"shapes":[{"label":"fox","colour":"#123456","shape":"bndbox",)"
                                        R"("points":[[10,10],[50,60]]}]})"));
        QGuiApplication::clipboard()->setMimeData(data);
        trigger(f, actions, "paste");
        QTRY_COMPARE(f.count(), 1u);
        f.settle();
        const domain::Label* fox = f.labels->findByName(QStringLiteral("fox"));
        QVERIFY(fox);
        QCOMPARE(QColor::fromRgb(fox->colour).name(), QStringLiteral("#123456"));
        QCOMPARE(f.at(0).labelId, fox->id);
    }

    void readsOnlySoundShapesFromTheClipboard_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArrayLiteral("hello");
        QTest::newRow("an array") << QByteArrayLiteral("[1,2]");
        QTest::newRow("unknown shape") << QByteArrayLiteral(
            R"({"shapes":[{"label":"a","shape":"blob","points":[[1,1]]}]})");
        QTest::newRow("no area") << QByteArrayLiteral(
            R"({"shapes":[{"label":"a","shape":"bndbox","points":[[1,1],[1,5]]}]})");
        QTest::newRow("too few points") << QByteArrayLiteral(
            R"({"shapes":[{"label":"a","shape":"polygon","points":[[1,1],[3,5]]}]})");
        QTest::newRow("forbidden label") << QByteArrayLiteral(
            R"({"shapes":[{"label":"a/b","shape":"point","points":[[1,1]]}]})");
    }
    void readsOnlySoundShapesFromTheClipboard()
    {
        QFETCH(QByteArray, json);
        QVERIFY(canvas::fromClipboardJson(json).empty());
    }

    void keepsMarksAndAttributesOnTheClipboard()
    {
        CanvasFixture f;
        domain::Annotation a = CanvasFixture::box(kCat, 1.5, 2, 10, 20);
        a.isDifficult = a.isHard = true;
        a.pose = QStringLiteral("Left");
        a.attributes.insert(QStringLiteral("colour"), QStringLiteral("黑"));
        const auto back = canvas::fromClipboardJson(canvas::toClipboardJson({a}, *f.labels));
        QCOMPARE(back.size(), 1u);
        domain::Annotation expected = a;
        expected.labelId = {};
        expected.author.clear();
        QCOMPARE(back[0].annotation, expected);
        QCOMPARE(back[0].labelName, QStringLiteral("cat"));
    }

    void switchesMarksOfTheSelection()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        f.select({0, 1});
        trigger(f, actions, "occluded");
        QVERIFY(f.at(0).isOccluded && f.at(1).isOccluded && !f.at(2).isOccluded);
        QVERIFY(actions.action(QStringLiteral("occluded"))->isChecked());
        f.select({0, 2});
        QVERIFY(!actions.action(QStringLiteral("occluded"))->isChecked());
        trigger(f, actions, "occluded"); // not all have it: all get it
        QVERIFY(f.at(2).isOccluded);
        trigger(f, actions, "occluded");
        QVERIFY(!f.at(0).isOccluded && f.at(1).isOccluded && !f.at(2).isOccluded);
    }

    void changesTheStackingOrder()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        const domain::AnnotationId lowest = f.at(0).id;
        f.select({0});
        trigger(f, actions, "orderTop");
        QCOMPARE(f.at(2).id, lowest);
        trigger(f, actions, "orderDown");
        QCOMPARE(f.at(1).id, lowest);
        trigger(f, actions, "orderBottom");
        QCOMPARE(f.at(0).id, lowest);
    }

    void goesFromShapeToShapeByTab()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        for (size_t expected : {0u, 1u, 2u, 0u}) {
            trigger(f, actions, "selectNext");
            QCOMPARE(f.view->scene().selection(), Ids{f.at(expected).id});
        }
        trigger(f, actions, "selectPrevious");
        QCOMPARE(f.view->scene().selection(), Ids{f.at(2).id});
    }

    void zoomsToEachShapeInTurn()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        trigger(f, actions, "zoomToNext");
        const canvas::ViewTransform& t = f.view->transform();
        QVERIFY(t.zoom() > 2);
        QVERIFY(t.viewRect().contains(t.toView(f.bounds(0))));
        trigger(f, actions, "zoomToNext");
        QVERIFY(t.viewRect().contains(t.toView(f.bounds(1))));
        trigger(f, actions, "fit");
        QVERIFY(t.viewRect().contains(t.toView(t.imageRect())));
    }

    void clearsAllShapesInOneStep()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        const auto before = f.shapes();
        trigger(f, actions, "clearShapes");
        QCOMPARE(f.count(), 0u);
        verifyUndoRedo(f, before);
    }

    void repeatsThePreviousPicturesShapes()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        const std::vector<domain::Annotation> previous = f.document->annotations();
        QVERIFY(f.document->load(f.project.ids().last()).has_value());
        actions.commands().repeatShapes(previous);
        f.settle();
        QCOMPARE(f.count(), 3u);
        QCOMPARE(f.document->undoKind(), domain::EditKind::RepeatPrevious);
    }

    void optionsFollowTheirActions()
    {
        CanvasFixture f;
        CanvasActions actions(*f.view);
        QAction* snap = actions.action(QStringLiteral("snap"));
        QVERIFY(!snap->isChecked());
        snap->trigger();
        QVERIFY(f.view->options().snaps);
        f.set(&CanvasOptions::snaps, false);
        QVERIFY(!snap->isChecked());
    }

    void toolActionsShowTheActiveTool()
    {
        CanvasFixture f;
        CanvasActions actions(*f.view);
        actions.toolAction(QStringLiteral("polygon"))->trigger();
        QCOMPARE(f.view->tools().activeId(), QStringLiteral("polygon"));
        f.tool("box");
        QVERIFY(actions.toolAction(QStringLiteral("box"))->isChecked());
        f.view->tools().setAllowedShapes({domain::ShapeKind::BoundingBox});
        QVERIFY(!actions.toolAction(QStringLiteral("polygon"))->isEnabled());
    }

    void theMenuFitsTheSelection()
    {
        CanvasFixture f(three());
        CanvasActions actions(*f.view);
        const std::unique_ptr<QMenu> empty(actions.makeMenu(nullptr));
        QVERIFY(empty->actions().contains(actions.toolAction(QStringLiteral("box"))));
        f.select({0});
        const std::unique_ptr<QMenu> menu(actions.makeMenu(nullptr));
        QVERIFY(menu->actions().contains(actions.action(QStringLiteral("delete"))));
        auto* labels = menu->findChild<QMenu*>(QStringLiteral("canvas.menu.labels"));
        QVERIFY(labels);
        labels->actions().at(1)->trigger();
        f.settle();
        QCOMPARE(f.at(0).labelId, kDog);
    }
};

QTEST_MAIN(TestCanvasActions)
#include "tst_CanvasActions.moc"
