// SPDX-License-Identifier: GPL-3.0-or-later
//! The icon set: one style, theme colours, any size.
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace lw::common;

namespace {

QStringList iconNames()
{
    QStringList names;
    const QFileInfoList files = QDir(QStringLiteral(":/icons")).entryInfoList({QStringLiteral("*.svg")});
    for (const QFileInfo& file : files)
        names += file.completeBaseName();
    return names;
}

/// The colour of the most opaque pixel.
QColor inkOf(const QPixmap& pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > ink.alpha())
                ink = image.pixelColor(x, y);
        }
    }
    return ink;
}

} // namespace

class tst_Icons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
    void init() { applyTheme(*qApp, ThemeMode::Light); }

    void everyFileDrawsSomething()
    {
        QVERIFY(iconNames().size() > 100);
        for (const QString& name : iconNames()) {
            const QPixmap pixmap = icon(name).pixmap(QSize(24, 24), 1.0);
            QCOMPARE(pixmap.size(), QSize(24, 24));
            QVERIFY2(inkOf(pixmap).alpha() > 100, qPrintable(name));
        }
    }

    void everyFileFollowsTheCommonStyle()
    {
        for (const QString& name : iconNames()) {
            if (name == QLatin1String("app"))
                continue;
            QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray source = file.readAll();
            for (const char* part : {"viewBox=\"0 0 24 24\"", "stroke=\"currentColor\"", "stroke-width=\"1.75\"",
                                     "stroke-linecap=\"round\"", "stroke-linejoin=\"round\""})
                QVERIFY2(source.contains(part), qPrintable(name));
            QVERIFY2(!source.contains('#'), qPrintable(name));
        }
    }

    void isDrawnInTheTextColour()
    {
        QCOMPARE(inkOf(icon(QStringLiteral("add")).pixmap(QSize(48, 48), 1.0)).rgb(), colours().text.rgb());
    }

    void existingIconFollowsAThemeSwitch()
    {
        const QIcon existing = icon(QStringLiteral("add"));
        const QColor before = inkOf(existing.pixmap(QSize(48, 48), 1.0));
        applyTheme(*qApp, ThemeMode::Dark);
        const QColor after = inkOf(existing.pixmap(QSize(48, 48), 1.0));
        QVERIFY(before != after);
        QCOMPARE(after.rgb(), colours().text.rgb());
    }

    void checkedIconHasTheAccentColour()
    {
        const QPixmap on = icon(QStringLiteral("lock")).pixmap(QSize(48, 48), 1.0, QIcon::Normal, QIcon::On);
        QCOMPARE(inkOf(on).rgb(), colours().accent.rgb());
    }

    void disabledIconIsFainter()
    {
        const QIcon normal = icon(QStringLiteral("add"));
        QVERIFY(inkOf(normal.pixmap(QSize(48, 48), 1.0, QIcon::Disabled)).lightness() >
                inkOf(normal.pixmap(QSize(48, 48), 1.0)).lightness() + 60);
        const QIcon fixed = icon(QStringLiteral("add"), QColor(Qt::red));
        QVERIFY(inkOf(fixed.pixmap(QSize(48, 48), 1.0, QIcon::Disabled)).alpha() < 128);
    }

    void givenColourWins()
    {
        QCOMPARE(inkOf(icon(QStringLiteral("add"), Qt::magenta).pixmap(QSize(48, 48), 1.0)).rgb(),
                 QColor(Qt::magenta).rgb());
    }

    void isRenderedInDevicePixels()
    {
        const QPixmap pixmap = icon(QStringLiteral("add")).pixmap(QSize(24, 24), 2.0);
        QCOMPARE(pixmap.size(), QSize(48, 48));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }

    void unknownNameGivesANullIcon()
    {
        QTest::ignoreMessage(QtWarningMsg, "there is no icon no-such-icon");
        QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
    }

    void programIconHasItsOwnColours()
    {
        const QImage image = appIcon().pixmap(QSize(128, 128), 1.0).toImage();
        QVERIFY(image.pixelColor(64, 14).blue() > 150);
        QVERIFY(image.pixelColor(0, 0).alpha() < 10);
    }
};

QTEST_MAIN(tst_Icons)
#include "tst_Icons.moc"
