// SPDX-License-Identifier: GPL-3.0-or-later
//! Layout helpers: wrapping rows, elided text, pills, key caps, empty pages.
#include "widgets/common/Badge.h"
#include "widgets/common/BusyBar.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/ShortcutHint.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <limits>

using namespace lw::common;

namespace {

QWidget* block(QWidget* parent, int width)
{
    auto* widget = new QWidget(parent);
    widget->setFixedSize(width, 20);
    return widget;
}

QStringList keysOf(const ShortcutHint& hint)
{
    QStringList keys;
    for (const QLabel* key : hint.findChildren<QLabel*>())
        keys += key->text();
    return keys;
}

} // namespace

class tst_LayoutHelpers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void flowStartsANewRowWhenTheWidthIsUsedUp()
    {
        QWidget host;
        auto* flow = new FlowLayout(&host, 10, 5);
        QList<QWidget*> blocks;
        for (int i = 0; i < 3; ++i)
            flow->addWidget(blocks.emplaceBack(block(&host, 100)));
        QCOMPARE(flow->heightForWidth(320), 20);
        QCOMPARE(flow->heightForWidth(319), 45);
        QCOMPARE(flow->heightForWidth(100), 70);
        host.resize(210, 100);
        host.show();
        QCOMPARE(blocks.at(1)->pos(), QPoint(110, 0));
        QCOMPARE(blocks.at(2)->pos(), QPoint(0, 25));
    }

    void flowSkipsHiddenItems()
    {
        QWidget host;
        auto* flow = new FlowLayout(&host, 10, 5);
        flow->addWidget(block(&host, 100));
        QWidget* hidden = block(&host, 100);
        flow->addWidget(hidden);
        hidden->hide();
        flow->addWidget(block(&host, 100));
        QCOMPARE(flow->heightForWidth(210), 20);
    }

    void flowBeginsAtTheRightInSuchLanguages()
    {
        QWidget host;
        host.setLayoutDirection(Qt::RightToLeft);
        auto* flow = new FlowLayout(&host, 10, 5);
        QWidget* first = block(&host, 100);
        flow->addWidget(first);
        host.resize(300, 40);
        host.show();
        QCOMPARE(first->geometry().right(), 299);
    }

    void flowGivesBackTakenItems()
    {
        QWidget host;
        auto* flow = new FlowLayout(&host);
        flow->addWidget(block(&host, 10));
        const std::unique_ptr<QLayoutItem> item(flow->takeAt(0));
        QVERIFY(item != nullptr);
        QCOMPARE(flow->count(), 0);
        QVERIFY(flow->takeAt(0) == nullptr);
    }

    void elidedLabelShortensAndExplainsItself()
    {
        const QString path = QStringLiteral("/a/very/long/path/to/a/picture/<b>name</b>.jpg");
        ElidedLabel label(path, Qt::ElideMiddle);
        label.resize(120, 20);
        label.show();
        QVERIFY(label.shownText() != path);
        QVERIFY(label.shownText().endsWith(QStringLiteral(".jpg")));
        QCOMPARE(label.accessibleName(), path);
        QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(&label, &help);
        QCOMPARE(QToolTip::text(), path.toHtmlEscaped());
        QToolTip::hideText();
    }

    void elidedLabelShowsAllWhenThereIsRoom()
    {
        ElidedLabel label(QStringLiteral("one\nline"));
        label.resize(label.sizeHint());
        QCOMPARE(label.shownText(), QStringLiteral("one line"));
    }

    void elidedLabelLetsItsWindowShrink()
    {
        const ElidedLabel label(QString(500, QLatin1Char('x')));
        QVERIFY(label.minimumSizeHint().width() < 100);
    }

    void badgeIsAPillAsWideAsItsText()
    {
        const Badge shortOne(QStringLiteral("1"));
        const Badge longOne(QStringLiteral("ready to publish"));
        QVERIFY(shortOne.sizeHint().width() >= shortOne.sizeHint().height());
        QVERIFY(longOne.sizeHint().width() > shortOne.sizeHint().width());
        QCOMPARE(longOne.accessibleName(), QStringLiteral("ready to publish"));
    }

    void badgeIsFilledWithTheGivenColour()
    {
        Badge badge(QStringLiteral("cat"), QColor(Qt::darkBlue));
        badge.resize(badge.sizeHint());
        const QImage image = badge.grab().toImage();
        QCOMPARE(image.pixelColor(4, image.height() / 2), QColor(Qt::darkBlue));
    }

    void emptyStateOffersItsButtons()
    {
        EmptyState state(QStringLiteral("image"), QStringLiteral("No pictures"), QStringLiteral("Add some."));
        QPushButton* add = state.addPrimaryButton(QStringLiteral("Add"), QStringLiteral("add"));
        state.addSecondaryButton(QStringLiteral("Import"));
        state.resize(300, 400);
        state.show();
        const QSignalSpy clicked(add, &QPushButton::clicked);
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(state.findChildren<QPushButton*>().size(), 2);
        for (const QLabel* label : state.findChildren<QLabel*>())
            QVERIFY2(state.rect().contains(label->geometry()), "a label is cut off in a narrow panel");
    }

    void sectionHeaderKeepsActionsAtTheEnd()
    {
        SectionHeader header(QStringLiteral("Samples"));
        header.setNote(QStringLiteral("12 of 30"));
        auto* action = new QPushButton(QStringLiteral("Import"));
        header.addAction(action);
        header.resize(600, 40);
        header.show();
        QCOMPARE(action->geometry().right(), header.rect().right());
        QCOMPARE(header.accessibleName(), QStringLiteral("Samples"));
    }

    void busyBarTakesCountsOfAnySize()
    {
        BusyBar bar(QStringLiteral("Import"));
        QWidget host;
        auto* row = new QHBoxLayout(&host);
        row->addWidget(&bar);
        const qint64 huge = std::numeric_limits<qint64>::max();
        bar.showProgress(huge / 4, huge);
        QCOMPARE(bar.value() * 4, bar.maximum());
        bar.showProgress(7, 0);
        QCOMPARE(bar.maximum(), 0);
        QVERIFY(!bar.isHidden());
        bar.finish();
        QVERIFY(bar.isHidden());
        bar.setParent(nullptr);
    }

    void shortcutHintShowsOneCapPerKey()
    {
        QCOMPARE(keysOf(ShortcutHint(QKeySequence(QStringLiteral("Ctrl+Shift+Z")))),
                 QStringList({QStringLiteral("Ctrl"), QStringLiteral("Shift"), QStringLiteral("Z")}));
        QCOMPARE(keysOf(ShortcutHint(QKeySequence(QStringLiteral("Ctrl++")))),
                 QStringList({QStringLiteral("Ctrl"), QStringLiteral("+")}));
    }

    void shortcutHintReplacesItsKeys()
    {
        ShortcutHint hint(QKeySequence(QStringLiteral("A")));
        hint.setSequence(QKeySequence(QStringLiteral("Ctrl+B")));
        QCOMPARE(keysOf(hint), QStringList({QStringLiteral("Ctrl"), QStringLiteral("B")}));
        QCOMPARE(withShortcut(QStringLiteral("Save"), QKeySequence(QStringLiteral("Ctrl+S"))),
                 QStringLiteral("Save (Ctrl+S)"));
        QCOMPARE(withShortcut(QStringLiteral("Save"), {}), QStringLiteral("Save"));
    }
};

QTEST_MAIN(tst_LayoutHelpers)
#include "tst_LayoutHelpers.moc"
