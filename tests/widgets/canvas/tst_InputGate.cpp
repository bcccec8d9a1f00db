// SPDX-License-Identifier: GPL-3.0-or-later
//! Input that comes while a gesture is being saved.
#include "tests/widgets/canvas/CanvasFixture.h"
#include "widgets/canvas/InputGate.h"

#include <QKeyEvent>
#include <QMouseEvent>

using namespace lw;
using canvas::InputGate;
using tests::CanvasFixture;

namespace {

QMouseEvent mouse(QEvent::Type type, int x)
{
    return {type, QPointF(x, 0), QPointF(x, 0), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier};
}

} // namespace

class TestInputGate final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letsEverythingThroughWhileNothingIsSaved()
    {
        InputGate gate([] { return false; }, [](QEvent&) { QFAIL("delivered twice"); });
        QVERIFY(!gate.keeps(mouse(QEvent::MouseButtonPress, 1)));
        QVERIFY(!gate.keeps(QKeyEvent(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier)));
        bool wasRun = false;
        gate.run([&] { wasRun = true; });
        QVERIFY(wasRun);
    }

    void keepsGesturesButNotIdleMoves()
    {
        InputGate gate([] { return true; }, [](QEvent&) {});
        QVERIFY(!gate.keeps(mouse(QEvent::MouseMove, 1)));
        QVERIFY(gate.keeps(mouse(QEvent::MouseButtonPress, 1)));
        QVERIFY(gate.keeps(mouse(QEvent::MouseMove, 2))); // behind the press, so in order
        QVERIFY(!gate.keeps(QEvent(QEvent::Paint)));
    }

    void replaysEventsAndActionsInOrder()
    {
        bool isBlocked = true;
        QStringList seen;
        InputGate gate(
            [&] { return isBlocked; },
            [&](QEvent& event) { seen << QString::number(static_cast<QMouseEvent&>(event).position().x()); });
        QVERIFY(gate.keeps(mouse(QEvent::MouseButtonPress, 1)));
        gate.run([&] { seen << QStringLiteral("action"); });
        QVERIFY(gate.keeps(mouse(QEvent::MouseButtonRelease, 2)));
        gate.release();
        QVERIFY(seen.isEmpty()); // still blocked
        isBlocked = false;
        gate.release();
        QCOMPARE(seen, (QStringList{QStringLiteral("1"), QStringLiteral("action"), QStringLiteral("2")}));
        QVERIFY(!gate.isHolding());
    }

    void stopsReplayingWhenTheNextGestureIsBeingSaved()
    {
        bool isBlocked = true;
        int delivered = 0;
        InputGate gate([&] { return isBlocked; },
                       [&](QEvent&) {
                           ++delivered;
                           isBlocked = delivered == 2;
                       });
        for (int i = 0; i < 4; ++i) {
            QVERIFY(gate.keeps(mouse(i % 2 ? QEvent::MouseButtonRelease : QEvent::MouseButtonPress, i)));
        }
        isBlocked = false;
        gate.release();
        QCOMPARE(delivered, 2);
        QVERIFY(gate.isHolding());
        isBlocked = false;
        gate.release();
        QCOMPARE(delivered, 4);
    }

    /// Boxes drawn faster than the disk takes them: all arrive, in order, and never two are on their way at once.
    void losesNoGestureOnTheCanvas()
    {
        CanvasFixture f;
        f.tool("box");
        int early = 0;
        connect(f.document.get(), &document::SampleDocument::changed, this,
                [&] { early += f.document->isSaving() ? 1 : 0; });
        for (int i = 0; i < 12; ++i) {
            const QPoint from(10 + 40 * i, 20);
            f.press(from);
            f.move(from + QPoint(20, 30), {}, Qt::LeftButton);
            f.release(from + QPoint(30, 60 + i));
        }
        QVERIFY(f.view->gate().isHolding()); // or this test proves nothing
        f.settle();
        QCOMPARE(f.count(), 12u);
        for (int i = 0; i < 12; ++i) {
            QCOMPARE(f.bounds(size_t(i)), QRectF(10 + 40 * i, 20, 30, 60 + i));
        }
        QCOMPARE(early, 0); // no gesture finished before the one ahead of it was kept
        // What is seen is what is on the disk.
        const auto kept = store::SampleRepository(*f.project.store).annotations(f.document->sample().id);
        QCOMPARE(kept->size(), 12u);
    }
};

QTEST_MAIN(TestInputGate)
#include "tst_InputGate.moc"
