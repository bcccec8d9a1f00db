// SPDX-License-Identifier: GPL-3.0-or-later
//! Search field and colour button: what they report, and when.
#include "widgets/common/ColourButton.h"
#include "widgets/common/SearchField.h"

#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace lw::common;

class tst_Inputs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void searchReportsOnceAfterTyping()
    {
        SearchField field(QStringLiteral("Search"));
        field.setDelay(1);
        const QSignalSpy changed(&field, &SearchField::searchChanged);
        QTest::keyClicks(&field, QStringLiteral(" cat "));
        QCOMPARE(changed.count(), 0);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toString(), QStringLiteral("cat"));
    }

    void returnReportsAtOnceAndOnlyOnce()
    {
        SearchField field(QStringLiteral("Search"));
        field.setDelay(3'600'000);
        const QSignalSpy changed(&field, &SearchField::searchChanged);
        QTest::keyClicks(&field, QStringLiteral("dog"));
        QTest::keyClick(&field, Qt::Key_Return);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
    }

    void escapeEmptiesTheField()
    {
        SearchField field(QStringLiteral("Search"));
        field.setDelay(3'600'000);
        QTest::keyClicks(&field, QStringLiteral("dog"));
        QTest::keyClick(&field, Qt::Key_Return);
        const QSignalSpy changed(&field, &SearchField::searchChanged);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toString(), QString());
    }

    void escapeInAnEmptyFieldGoesOnToTheParent()
    {
        QDialog dialog;
        auto* field = new SearchField(QStringLiteral("Search"), &dialog);
        dialog.show();
        const QSignalSpy rejected(&dialog, &QDialog::rejected);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(rejected.count(), 1);
    }

    void paletteColourIsChosenByOneClick()
    {
        ColourButton button(QStringLiteral("Colour of cat"), Qt::red);
        button.setChoices({Qt::green, Qt::blue});
        button.show();
        const QSignalSpy chosen(&button, &ColourButton::colourChosen);
        QTest::mouseClick(&button, Qt::LeftButton);
        auto* menu = button.findChild<QMenu*>(QStringLiteral("colourPalette"));
        QVERIFY(menu != nullptr);
        auto* choice = menu->findChild<QToolButton*>(QStringLiteral("choice-#0000ff"));
        QVERIFY(choice != nullptr);
        QTest::mouseClick(choice, Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(button.colour(), QColor(Qt::blue));
        QVERIFY(!menu->isVisible());
    }

    void hexFieldTakesAColourWithOrWithoutHash()
    {
        ColourButton button(QStringLiteral("Colour"), Qt::red);
        button.show();
        button.click();
        auto* menu = button.findChild<QMenu*>(QStringLiteral("colourPalette"));
        QVERIFY(menu != nullptr);
        auto* hex = menu->findChild<QLineEdit*>(QStringLiteral("colourHex"));
        hex->clear();
        QTest::keyClicks(hex, QStringLiteral("12xx34ef"));
        QTest::keyClick(hex, Qt::Key_Return);
        QCOMPARE(button.colour(), QColor(0x12, 0x34, 0xef));
    }

    void settingAColourIsNotChoosingIt()
    {
        ColourButton button(QStringLiteral("Colour"), Qt::red);
        const QSignalSpy chosen(&button, &ColourButton::colourChosen);
        button.setColour(Qt::green);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(button.accessibleDescription(), QStringLiteral("#00ff00"));
    }

    void colourIconIsCrispAtTwiceThePixels()
    {
        const QPixmap pixmap = colourIcon(Qt::blue, 14).pixmap(QSize(14, 14), 2.0);
        QCOMPARE(pixmap.size(), QSize(28, 28));
        QCOMPARE(pixmap.toImage().pixelColor(14, 14), QColor(Qt::blue));
    }
};

QTEST_MAIN(tst_Inputs)
#include "tst_Inputs.moc"
