// SPDX-License-Identifier: GPL-3.0-or-later
//! Segmenting in the real window: four clicks, brush, eraser, wand, scissors, and what becomes of the shapes.
#include "tests/gui/support/SegmentGui.h"

#include <QSignalSpy>
#include <QToolButton>
#include <QWheelEvent>

using namespace lw;
using namespace lw::tests;
using domain::ShapeKind;

class tst_SegmentTools : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void toolsAreOfferedWhereTheirShapesFit()
    {
        {
            SegmentGui canvas;
            for (const char* id : {"extreme", "brush", "eraser", "wand", "scissors"}) {
                const QString name = QStringLiteral("action.canvas.tool.%1.button").arg(QLatin1String(id));
                QVERIFY2(canvas.gui.find<QToolButton>(name)->isVisible(), id);
            }
        }
        SegmentGui detection(domain::DatasetType::ObjectDetection);
        for (const char* id : {"brush", "eraser", "wand"}) {
            const QString name = QStringLiteral("action.canvas.tool.%1.button").arg(QLatin1String(id));
            QVERIFY2(!detection.gui.find<QToolButton>(name)->isVisible(), id);
        }
        QVERIFY(detection.gui.find<QToolButton>("action.canvas.tool.extreme.button")->isVisible());
    }

    void fourClicksMakeAnEditablePolygon()
    {
        SegmentGui canvas;
        canvas.tool("extreme");
        canvas.clickExtremes();
        canvas.awaitAnswer();
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        const domain::Annotation made = canvas.stored().front();
        QCOMPARE(made.shape.kind, ShapeKind::Polygon);
        QVERIFY(made.shape.points.size() > 6);
        QVERIFY2(canvas.likeness(made.shape) > 0.93, qPrintable(QString::number(canvas.likeness(made.shape))));
        QVERIFY(made.confidence && *made.confidence > 0.5 && *made.confidence <= 1);

        // A point of it can be dragged.
        canvas.settle();
        canvas.key(Qt::Key_V);
        canvas.view->scene().setSelection({made.id});
        const domain::ImagePoint vertex = made.shape.points.front();
        canvas.drag({vertex.x, vertex.y}, {vertex.x + 15, vertex.y + 10});
        QTRY_VERIFY(!canvas.stored().empty() && canvas.storedShape() != made.shape);
        QCOMPARE(canvas.stored().front().shape.points.size(), made.shape.points.size());
        QVERIFY(!canvas.stored().front().confidence); // a person's work now
    }

    void oneKeyShowsTheNextGuess()
    {
        SegmentGui canvas;
        canvas.tool("extreme");
        canvas.clickExtremes();
        canvas.awaitAnswer();
        QList<QImage> guesses;
        for (int i = 0; i < 5; ++i) {
            guesses.append(canvas.view->grab().toImage());
            canvas.key(Qt::Key_C);
        }
        QVERIFY(guesses[0] != guesses[1]);
        QVERIFY(guesses[2] != guesses[3]);
        QCOMPARE(guesses[4], guesses[0]); // four guesses, then round
        canvas.key(Qt::Key_Escape);
        QVERIFY(!canvas.view->tools().active().isBusy());
        QVERIFY(canvas.stored().empty());
    }

    void pointsOutsideThePictureAreRefused()
    {
        SegmentGui canvas;
        canvas.tool("extreme");
        QSignalSpy told(canvas.view, &canvas::CanvasView::messageGiven);
        canvas.click(-8, 100);
        QVERIFY(!canvas.view->tools().active().isBusy());
        QVERIFY(told.count() > 0);
    }

    void undoTakesBackOneClick()
    {
        SegmentGui canvas;
        canvas.tool("extreme");
        canvas.click(160, 60);
        canvas.click(100, 115);
        canvas.gui.trigger("action.canvas.undo");
        QVERIFY(canvas.view->tools().active().isBusy());
        canvas.gui.trigger("action.canvas.undo");
        QVERIFY(!canvas.view->tools().active().isBusy());
    }

    void brushMakesAMaskAndGoesOnWithIt()
    {
        SegmentGui canvas;
        canvas.tool("brush");
        canvas.drag({60, 60}, {120, 60});
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        const domain::Mask first = canvas.stored().front().shape.mask;
        QCOMPARE(canvas.stored().front().shape.kind, ShapeKind::Mask);
        QVERIFY(first.contains(90, 60) && first.contains(60, 70) && !first.contains(90, 90));
        canvas.settle();
        canvas.drag({60, 150}, {120, 150});
        QTRY_VERIFY(canvas.storedShape().mask.contains(90, 150));
        QCOMPARE(canvas.stored().size(), size_t(1));
        QVERIFY(canvas.stored().front().shape.mask.contains(90, 60));
        canvas.settle();

        // Escape lets go of it: the next stroke is another mask.
        canvas.key(Qt::Key_Escape);
        canvas.drag({200, 60}, {220, 60});
        QTRY_COMPARE(canvas.stored().size(), size_t(2));
    }

    void strokesAreUndoneAlsoAfterARestart()
    {
        SegmentGui canvas;
        canvas.tool("brush");
        canvas.drag({60, 60}, {120, 60});
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        canvas.settle();
        const domain::Mask first = canvas.stored().front().shape.mask;
        canvas.drag({60, 150}, {120, 150});
        QTRY_VERIFY(!canvas.stored().empty() && canvas.storedShape().mask != first);
        canvas.settle();
        const domain::Mask second = canvas.stored().front().shape.mask;
        canvas.gui.restart();
        canvas.open();
        canvas.gui.trigger("action.canvas.undo");
        QTRY_COMPARE(canvas.storedShape().mask, first);
        canvas.settle();
        canvas.gui.trigger("action.canvas.redo");
        QTRY_COMPARE(canvas.storedShape().mask, second);
    }

    void bracketsAndWheelChangeTheBrush()
    {
        SegmentGui canvas;
        canvas.tool("brush");
        canvas.click(80, 80);
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        const qint64 normal = canvas.stored().front().shape.mask.area();
        canvas.settle();
        canvas.key(Qt::Key_Escape);
        for (int i = 0; i < 3; ++i) {
            canvas.key(Qt::Key_BracketRight);
        }
        canvas.click(200, 80);
        QTRY_COMPARE(canvas.stored().size(), size_t(2));
        QVERIFY(canvas.stored().back().shape.mask.area() > 2 * normal);
        canvas.settle();
        canvas.key(Qt::Key_Escape);
        const double zoom = canvas.view->transform().zoom();
        for (int i = 0; i < 6; ++i) {
            QWheelEvent wheel(canvas.at(100, 180), canvas.view->mapToGlobal(canvas.at(100, 180)), {}, {0, -120},
                              Qt::NoButton, Qt::ShiftModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(canvas.view, &wheel);
        }
        QCOMPARE(canvas.view->transform().zoom(), zoom);
        canvas.click(100, 180);
        QTRY_COMPARE(canvas.stored().size(), size_t(3));
        QVERIFY(canvas.stored().back().shape.mask.area() < normal);
    }

    void eraserTakesAwayUpToTheWholeMask()
    {
        SegmentGui canvas;
        canvas.tool("brush");
        canvas.drag({60, 60}, {120, 60});
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        canvas.settle();
        canvas.tool("eraser");
        canvas.click(90, 60);
        QTRY_VERIFY(!canvas.stored().empty() && !canvas.storedShape().mask.contains(90, 60));
        QVERIFY(canvas.stored().front().shape.mask.contains(60, 60));
        canvas.settle();
        canvas.drag({40, 60}, {140, 60});
        canvas.settle();
        canvas.drag({40, 50}, {140, 50});
        canvas.settle();
        canvas.drag({40, 70}, {140, 70});
        QTRY_VERIFY(canvas.stored().empty());
    }

    void brushWithControlErases()
    {
        SegmentGui canvas;
        canvas.tool("brush");
        canvas.drag({60, 60}, {120, 60});
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        canvas.settle();
        canvas.drag({90, 40}, {90, 80}, Qt::ControlModifier);
        QTRY_VERIFY(!canvas.stored().empty() && !canvas.storedShape().mask.contains(90, 60));
    }

    void escapeGivesUpAStroke()
    {
        SegmentGui canvas;
        canvas.tool("brush");
        QTest::mousePress(canvas.view, Qt::LeftButton, {}, canvas.at(60, 60));
        QTest::mouseMove(canvas.view, canvas.at(120, 60));
        canvas.key(Qt::Key_Escape);
        QTest::mouseRelease(canvas.view, Qt::LeftButton, {}, canvas.at(120, 60));
        canvas.settle();
        QVERIFY(canvas.stored().empty());
    }

    void wandTakesTheColour()
    {
        SegmentGui canvas;
        canvas.tool("wand");
        canvas.click(160, 115);
        canvas.awaitAnswer();
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        const domain::Annotation made = canvas.stored().front();
        QCOMPARE(made.shape.kind, ShapeKind::Mask);
        QVERIFY2(canvas.likeness(made.shape) > 0.95, qPrintable(QString::number(canvas.likeness(made.shape))));
    }

    void scissorsFollowTheOutline()
    {
        SegmentGui canvas;
        canvas.tool("scissors");
        canvas.click(160, 60.5);
        // The edges become known a moment later; what was clicked before that would be straight.
        const auto& tool = canvas.view->tools().active();
        QVERIFY(tool.isBusy());
        canvas.awaitAnswer();
        canvas.click(219.5, 115);
        canvas.click(160, 169.5);
        canvas.click(100.5, 115);
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        const domain::Shape shape = canvas.stored().front().shape;
        QCOMPARE(shape.kind, ShapeKind::Polygon);
        QVERIFY2(canvas.likeness(shape) > 0.93, qPrintable(QString::number(canvas.likeness(shape))));
    }

    void shapesConvertBothWays()
    {
        SegmentGui canvas;
        canvas.tool("box");
        canvas.drag({40, 50}, {120, 110});
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        canvas.settle();
        canvas.key(Qt::Key_V);
        canvas.view->scene().setSelection({canvas.stored().front().id});
        const double area = canvas.stored().front().shape.area();
        canvas.gui.trigger("action.canvas.toMask");
        QTRY_COMPARE(canvas.storedShape().kind, ShapeKind::Mask);
        QCOMPARE(double(canvas.stored().front().shape.mask.area()), area);
        canvas.settle();
        canvas.gui.trigger("action.canvas.toPolygon");
        QTRY_COMPARE(canvas.storedShape().kind, ShapeKind::Polygon);
        QCOMPARE(canvas.stored().front().shape.points.size(), size_t(4));
        QCOMPARE(canvas.stored().front().shape.area(), area);
    }

    void joinsCutsAndFills()
    {
        SegmentGui canvas;
        auto& document = canvas.view->scene().document();
        const domain::LabelId label = canvas.view->scene().labels().current();
        const auto add = [&](double x, double y, double side) {
            const auto id = document::commands::addShape(
                document, label, domain::Shape::polygon({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}),
                QStringLiteral("human"));
            canvas.settle();
            return id;
        };
        const auto large = add(20, 20, 100), small = add(40, 40, 20), beside = add(200, 20, 30);

        canvas.view->scene().setSelection({small, large});
        canvas.gui.trigger("action.canvas.cutHole");
        canvas.settle();
        QCOMPARE(document.annotations().size(), size_t(2));
        QCOMPARE(document.find(large)->shape.ringCount(), 2);
        QCOMPARE(document.find(large)->shape.area(), 10'000.0 - 400);

        canvas.view->scene().setSelection({beside, large});
        canvas.gui.trigger("action.canvas.joinParts");
        canvas.settle();
        QCOMPARE(document.annotations().size(), size_t(1));
        QCOMPARE(document.find(large)->shape.ringCount(), 3);
        QCOMPARE(document.find(large)->shape.area(), 10'000.0 - 400 + 900);

        canvas.gui.trigger("action.canvas.fillHoles");
        canvas.settle();
        QCOMPARE(document.find(large)->shape.ringCount(), 2);
        QCOMPARE(document.find(large)->shape.area(), 10'000.0 + 900);

        // Each was one step.
        canvas.gui.trigger("action.canvas.undo");
        canvas.settle();
        canvas.gui.trigger("action.canvas.undo");
        canvas.settle();
        canvas.gui.trigger("action.canvas.undo");
        canvas.settle();
        QCOMPARE(document.annotations().size(), size_t(3));
        QCOMPARE(document.find(large)->shape.area(), 10'000.0);
    }
};

QTEST_MAIN(tst_SegmentTools)
#include "tst_SegmentTools.moc"
