// SPDX-License-Identifier: GPL-3.0-or-later
//! The square of counts tells, opens and scrolls, for two labels and for eighty.
#include "widgets/charts/ConfusionMatrixView.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using lw::charts::ConfusionMatrixView;

class tst_ConfusionMatrixView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clickingACellTellsTrueAndSaid()
    {
        ConfusionMatrixView view;
        view.resize(500, 500);
        view.setMatrix({QStringLiteral("cat"), QStringLiteral("dog")}, {{7, 3}, {0, 5}});
        view.show();
        QSignalSpy opened(&view, &ConfusionMatrixView::cellActivated);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cellRect(0, 1).center());
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.front(), (QVariantList{0, 1}));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {1, 1});
        QCOMPARE(opened.count(), 1);
        QCOMPARE(view.cellText(0, 1), QStringLiteral("3 of 10 “cat” were taken for “dog”."));
        QCOMPARE(view.cellText(1, 1), QStringLiteral("5 of 5 “dog” are right."));
    }

    void theBackgroundHasItsOwnWords()
    {
        ConfusionMatrixView view;
        view.setMatrix({QStringLiteral("cat")}, {{4, 2}, {1, 0}});
        QCOMPARE(view.cellText(0, 1), QStringLiteral("2 of 6 “cat” were not found."));
        QCOMPARE(view.cellText(1, 0), QStringLiteral("“cat” found where nothing is: 1"));
    }

    void pixelsAreTheirShares()
    {
        ConfusionMatrixView view;
        view.resize(500, 500);
        view.setPixels({QStringLiteral("road"), QStringLiteral("sky")},
                       {{900000, 99000, 1000}, {0, 500, 500}, {30, 10, 60}});
        QCOMPARE(view.cellText(0, 0), QStringLiteral("90% of the pixels of “road” are right."));
        QCOMPARE(view.cellText(0, 2), QStringLiteral("<1% of the pixels of “road” were not found."));
        QCOMPARE(view.cellText(0, 1), QStringLiteral("10% of the pixels of “road” were taken for “sky”."));
        QCOMPARE(view.cellText(2, 0), QStringLiteral("30% of the pixels without a label were taken for “road”."));
        QCOMPARE(view.cellText(2, 2), QStringLiteral("60% of the pixels without a label are right."));
        view.setMatrix({QStringLiteral("cat")}, {{4, 2}, {1, 0}});
        QCOMPARE(view.cellText(0, 1), QStringLiteral("2 of 6 “cat” were not found."));
    }

    void eightyLabelsScrollAndKeysReachTheLast()
    {
        QStringList labels;
        std::vector<std::vector<qint64>> counts(80, std::vector<qint64>(80, 1));
        for (int i = 0; i < 80; ++i) {
            labels.append(QStringLiteral("label %1").arg(i));
        }
        ConfusionMatrixView view;
        view.resize(400, 400);
        view.setMatrix(labels, counts);
        view.show();
        QVERIFY(view.cellSide() >= 16);
        QVERIFY(view.horizontalScrollBar()->maximum() > 0);
        QSignalSpy opened(&view, &ConfusionMatrixView::cellActivated);
        for (int i = 0; i < 79; ++i) {
            QTest::keyClick(&view, Qt::Key_Right);
            QTest::keyClick(&view, Qt::Key_Down);
        }
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.front(), (QVariantList{79, 79}));
        QVERIFY(view.viewport()->rect().contains(view.cellRect(79, 79)));
    }

    void aShortRowIsFilledUp()
    {
        ConfusionMatrixView view;
        view.setMatrix({QStringLiteral("a"), QStringLiteral("b")}, {{1}, {2, 3}});
        QCOMPARE(view.at(0, 1), 0);
        view.setMatrix({}, {});
        QCOMPARE(view.count(), 0);
    }
};

QTEST_MAIN(tst_ConfusionMatrixView)
#include "tst_ConfusionMatrixView.moc"
