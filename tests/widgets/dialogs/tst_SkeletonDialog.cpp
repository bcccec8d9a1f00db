// SPDX-License-Identifier: GPL-3.0-or-later
//! The board and the table of a skeleton, and what the label dialog says of it.
#include "models/domain/Skeletons.h"
#include "widgets/common/Theme.h"
#include "widgets/dialogs/LabelEditDialog.h"
#include "widgets/dialogs/SkeletonBoard.h"
#include "widgets/dialogs/SkeletonDialog.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QtTest>

using namespace lw;
using dialogs::SkeletonBoard;
using dialogs::SkeletonDialog;
using dialogs::SkeletonDraft;
using domain::SkeletonLayout;

namespace {

using Bones = std::vector<std::pair<int, int>>;

SkeletonLayout triangle()
{
    return {{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")},
            {{0, 1}, {1, 2}},
            {{0.2, 0.2}, {0.8, 0.2}, {0.5, 0.8}}};
}

domain::Label dancer(qint64 annotations)
{
    domain::Label label;
    label.id = domain::LabelId(1);
    label.name = QStringLiteral("dancer");
    label.skeleton = triangle();
    label.annotations = annotations;
    return label;
}

void drag(SkeletonBoard& board, QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(&board, Qt::LeftButton, modifiers, from.toPoint());
    QMouseEvent move(QEvent::MouseMove, to.toPoint(), board.mapToGlobal(to.toPoint()), Qt::NoButton, Qt::LeftButton,
                     modifiers);
    QApplication::sendEvent(&board, &move);
    QTest::mouseRelease(&board, Qt::LeftButton, modifiers, to.toPoint());
}

} // namespace

class TestSkeletonDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { common::applyTheme(*qApp, common::ThemeMode::Light); }

    void init()
    {
        m_dialog = std::make_unique<SkeletonDialog>(QStringLiteral("dancer"), SkeletonDraft(triangle()));
        m_dialog->show();
        m_board = m_dialog->findChild<SkeletonBoard*>();
        m_table = m_dialog->findChild<QTableWidget*>(QStringLiteral("jointTable"));
        QVERIFY(m_board && m_table);
    }
    void cleanup() { m_dialog.reset(); }

    void clicksAddJoints()
    {
        const QPointF at = (m_board->positionOf(0) + m_board->positionOf(2)) / 2;
        QTest::mouseClick(m_board, Qt::LeftButton, {}, at.toPoint());
        QCOMPARE(layout().joints.size(), 4);
        QCOMPARE(m_board->selected(), 3);
        QCOMPARE(m_table->rowCount(), 4);
        QCOMPARE(m_table->currentRow(), 3);
        QVERIFY(QLineF(m_board->positionOf(3), at).length() < 1.5);
        QCOMPARE(m_dialog->draft().origins(), (std::vector<int>{0, 1, 2, -1}));
    }

    void dragsMoveJoints()
    {
        const QPointF to = m_board->positionOf(0) + QPointF(25, 40);
        drag(*m_board, m_board->positionOf(0), to);
        QVERIFY(QLineF(m_board->positionOf(0), to).length() < 1.5);
        QCOMPARE(layout().joints.size(), 3);
        QCOMPARE(layout().bones, triangle().bones);
    }

    void shiftDragsDrawAndTakeBones()
    {
        drag(*m_board, m_board->positionOf(0), m_board->positionOf(2), Qt::ShiftModifier);
        QCOMPARE(layout().bones, (Bones{{0, 1}, {1, 2}, {0, 2}}));
        QCOMPARE(m_table->item(0, 2)->text(), QStringLiteral("2, 3"));
        drag(*m_board, m_board->positionOf(1), m_board->positionOf(0), Qt::ShiftModifier);
        QCOMPARE(layout().bones, (Bones{{1, 2}, {0, 2}}));
        QCOMPARE(layout().places, triangle().places);
    }

    void drawsBonesWithTheButtonOn()
    {
        m_dialog->findChild<QToolButton*>(QStringLiteral("drawBones"))->click();
        drag(*m_board, m_board->positionOf(0), m_board->positionOf(2));
        QCOMPARE(layout().bones.size(), 3u);
        QTest::mouseClick(m_board, Qt::LeftButton, {}, m_board->rect().center());
        QCOMPARE(layout().joints.size(), 3);
    }

    void removesJointsWithTheirBones()
    {
        m_board->select(1);
        m_dialog->findChild<QToolButton*>(QStringLiteral("removeJoint"))->click();
        QCOMPARE(layout().joints, (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
        QVERIFY(layout().bones.empty());
        QCOMPARE(m_dialog->draft().origins(), (std::vector<int>{0, 2}));
        QCOMPARE(layout().places.size(), 2u);
    }

    void worksByKeysAlone()
    {
        QTest::keyClick(m_board, Qt::Key_PageDown);
        QCOMPARE(m_board->selected(), 0);
        QTest::keyClick(m_board, Qt::Key_PageUp);
        QCOMPARE(m_board->selected(), 2);
        QTest::keyClick(m_board, Qt::Key_Insert);
        QCOMPARE(m_board->selected(), 3);
        const double x = layout().places[3].x;
        QTest::keyClick(m_board, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(qAbs(layout().places[3].x - x - 0.05) < 1e-9);
        m_table->item(3, 2)->setText(QStringLiteral("1 3, 9, 4"));
        QCOMPARE(layout().bones, (Bones{{0, 1}, {1, 2}, {3, 0}, {3, 2}}));
        QCOMPARE(m_table->item(3, 2)->text(), QStringLiteral("1, 3"));
        QTest::keyClick(m_board, Qt::Key_Delete);
        QCOMPARE(layout(), triangle());
    }

    void refusesJointsWithoutOrWithTheSameName()
    {
        QVERIFY(m_dialog->isAcceptable());
        m_table->item(0, 1)->setText(QStringLiteral("b"));
        QVERIFY(!m_dialog->isAcceptable());
        m_table->item(0, 1)->setText(QString());
        QVERIFY(!m_dialog->isAcceptable());
        m_table->item(0, 1)->setText(QStringLiteral("head"));
        QVERIFY(m_dialog->isAcceptable());
        QCOMPARE(layout().joints.first(), QStringLiteral("head"));
    }

    void takesPresets()
    {
        m_dialog->findChild<QAction*>(QStringLiteral("presetPerson"))->trigger();
        QCOMPARE(layout(), domain::personLayout());
        QCOMPARE(m_table->rowCount(), 17);
        QCOMPARE(m_dialog->draft().origins(), std::vector(17, -1));
        m_dialog->findChild<QAction*>(QStringLiteral("presetEmpty"))->trigger();
        QCOMPARE(layout(), SkeletonLayout());
    }

    void presetsKeepJointsOfTheSameName()
    {
        SkeletonDraft draft({{QStringLiteral("left_knee"), QStringLiteral("nose")}, {}, {}});
        draft.replace(domain::personLayout());
        QCOMPARE(draft.origins().at(0), 1);
        QCOMPARE(draft.origins().at(13), 0);
        QCOMPARE(std::count(draft.origins().begin(), draft.origins().end(), -1), 15);
    }

    void theLabelDialogSaysWhatRemovingDoes()
    {
        dialogs::LabelEditDialog dialog(dancer(7), {});
        dialog.show();
        auto* note = dialog.findChild<QLabel*>(QStringLiteral("skeletonNote"));
        QVERIFY(!note->isVisible());
        removeJoint(dialog, 1);
        QVERIFY(note->isVisible());
        QVERIFY(note->text().contains(QLatin1Char('7')) && note->text().contains(QStringLiteral(" b.")));
        QCOMPARE(dialog.label().skeleton.joints.size(), 2);
        QCOMPARE(dialog.jointOrigins(), (std::vector<int>{0, 2}));
        dialogs::LabelEditDialog unused(dancer(0), {});
        unused.show();
        removeJoint(unused, 1);
        QVERIFY(!unused.findChild<QLabel*>(QStringLiteral("skeletonNote"))->isVisible());
    }

    void lookingChangesNothing()
    {
        domain::Label label = dancer(3);
        label.skeleton.places.clear();
        dialogs::LabelEditDialog dialog(label, {});
        dialog.show();
        QCOMPARE(dialog.label(), label);
    }

private:
    [[nodiscard]] const SkeletonLayout& layout() const { return m_dialog->draft().layout(); }

    static void removeJoint(dialogs::LabelEditDialog& dialog, int joint)
    {
        dialog.findChild<QPushButton*>(QStringLiteral("editSkeleton"))->click();
        auto* editor = dialog.findChild<SkeletonDialog*>();
        QVERIFY(editor);
        auto* board = editor->findChild<SkeletonBoard*>();
        board->select(joint);
        board->removeSelected();
        editor->accept();
    }

    std::unique_ptr<SkeletonDialog> m_dialog;
    SkeletonBoard* m_board = nullptr;
    QTableWidget* m_table = nullptr;
};

QTEST_MAIN(TestSkeletonDialog)
#include "tst_SkeletonDialog.moc"
