// SPDX-License-Identifier: GPL-3.0-or-later
//! The theme: readable colours, complete style sheet, switch at run time.
#include "widgets/common/Theme.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace lw::common;

namespace {

struct Linear {
    double r, g, b;
};

double linear(double v)
{
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

Linear linearOf(const QColor& colour)
{
    return {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
}

double luminance(const QColor& colour)
{
    const Linear l = linearOf(colour);
    return 0.2126 * l.r + 0.7152 * l.g + 0.0722 * l.b;
}

/// WCAG 2 contrast ratio, 1 to 21.
double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return qMax(a, b) / qMin(a, b);
}

/// What a person without green (deuteranopia) or red (protanopia) receptors sees; matrices of Viénot 1999 in linear
/// RGB.
Linear withoutGreen(const Linear& c)
{
    return {0.29275 * c.r + 0.70725 * c.g, 0.29275 * c.r + 0.70725 * c.g, -0.02234 * c.r + 0.02234 * c.g + c.b};
}

Linear withoutRed(const Linear& c)
{
    return {0.11238 * c.r + 0.88762 * c.g, 0.11238 * c.r + 0.88762 * c.g, 0.00401 * c.r - 0.00401 * c.g + c.b};
}

/// Distance in CIELAB (D65), where 2.3 can just be told apart side by side.
double distance(const Linear& one, const Linear& other)
{
    const auto lab = [](const Linear& c) {
        const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0; };
        const double x = f((0.4124 * c.r + 0.3576 * c.g + 0.1805 * c.b) / 0.9505);
        const double y = f(0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b);
        const double z = f((0.0193 * c.r + 0.1192 * c.g + 0.9505 * c.b) / 1.089);
        return Linear{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    };
    const Linear a = lab(one);
    const Linear b = lab(other);
    return std::sqrt(std::pow(a.r - b.r, 2) + std::pow(a.g - b.g, 2) + std::pow(a.b - b.b, 2));
}

} // namespace

class tst_Theme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("studio.qss|stylesheet"))); }

    void replacesEveryTokenOfTheStyleSheet_data() { bothThemes(); }
    void replacesEveryTokenOfTheStyleSheet()
    {
        QFETCH(ThemeMode, mode);
        applyTheme(*qApp, mode);
        QVERIFY(qApp->styleSheet().size() > 1000);
        QVERIFY(!qApp->styleSheet().contains(QLatin1Char('@')));
    }

    void refersOnlyToFilesThatExist_data() { bothThemes(); }
    void refersOnlyToFilesThatExist()
    {
        QFETCH(ThemeMode, mode);
        applyTheme(*qApp, mode);
        static const QRegularExpression url(QStringLiteral("url\\(([^)]*)\\)"));
        int seen = 0;
        const QString sheet = qApp->styleSheet();
        for (auto matches = url.globalMatch(sheet); matches.hasNext(); ++seen) {
            const QString path = matches.next().captured(1);
            QVERIFY2(QFile::exists(path), qPrintable(path));
        }
        QVERIFY(seen > 5);
    }

    void textIsReadableOnItsBackground_data() { bothThemes(); }
    void textIsReadableOnItsBackground()
    {
        QFETCH(ThemeMode, mode);
        applyTheme(*qApp, mode);
        const ThemeColours& c = colours();
        const double enough = 4.5; // WCAG 2, level AA
        for (const QColor& background : {c.window, c.surface, c.raised, c.hover, c.selection}) {
            QVERIFY2(contrast(c.text, background) >= enough, qPrintable(background.name()));
        }
        for (const QColor& ink : {c.textMuted, c.accent, c.success, c.warning, c.danger}) {
            QVERIFY2(contrast(ink, c.surface) >= enough, qPrintable(ink.name()));
            QVERIFY2(contrast(ink, c.window) >= enough, qPrintable(ink.name()));
        }
        QVERIFY(contrast(c.accentText, c.accent) >= enough);
        QVERIFY(contrast(c.accent, c.accentSoft) >= enough);
        QVERIFY(contrast(readableOn(c.danger), c.danger) >= enough);
    }

    void chartColoursDifferForColourBlindPeople_data() { bothThemes(); }
    void chartColoursDifferForColourBlindPeople()
    {
        QFETCH(ThemeMode, mode);
        applyTheme(*qApp, mode);
        const auto& chart = colours().chart;
        for (size_t i = 0; i < chart.size(); ++i) {
            for (size_t j = i + 1; j < chart.size(); ++j) {
                const Linear a = linearOf(chart[i]);
                const Linear b = linearOf(chart[j]);
                const double least = qMin(distance(a, b), qMin(distance(withoutGreen(a), withoutGreen(b)),
                                                               distance(withoutRed(a), withoutRed(b))));
                QVERIFY2(
                    least >= 15.0,
                    qPrintable(
                        QStringLiteral("%1 and %2 are %3 apart").arg(chart[i].name(), chart[j].name()).arg(least)));
            }
        }
    }

    void switchesColoursAndPaletteTogether()
    {
        applyTheme(*qApp, ThemeMode::Light);
        QVERIFY(!isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), colours().window);
        QVERIFY(colours().window.lightness() > 200);
        applyTheme(*qApp, ThemeMode::Dark);
        QVERIFY(isDark());
        QCOMPARE(themeMode(), ThemeMode::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), colours().window);
        QVERIFY(colours().window.lightness() < 60);
    }

    void systemFollowsTheDesktopAndNotOurLastTheme()
    {
        // The offscreen platform has a light palette.
        applyTheme(*qApp, ThemeMode::Dark);
        applyTheme(*qApp, ThemeMode::System);
        QVERIFY(!isDark());
    }

    void roleChangesTheLookOfAWidgetThatIsShownAlready()
    {
        applyTheme(*qApp, ThemeMode::Light);
        QPushButton button(QStringLiteral("x"));
        button.resize(80, 32);
        button.show();
        QVERIFY(QTest::qWaitForWindowExposed(&button, lw::tests::kPatienceMs));
        const QPoint inside(8, 8);
        QCOMPARE(button.grab().toImage().pixelColor(inside), colours().surface);
        setRole(&button, "primary");
        QCOMPARE(button.grab().toImage().pixelColor(inside), colours().accent);
    }

    void modeNamesComeBack()
    {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::System})
            QCOMPARE(themeModeFromName(themeModeName(mode)), mode);
        QCOMPARE(themeModeFromName(QStringLiteral("purple")), ThemeMode::System);
    }

    void readableInkIsBlackOrWhite()
    {
        QCOMPARE(readableOn(Qt::yellow), QColor(Qt::black));
        QCOMPARE(readableOn(Qt::darkBlue), QColor(Qt::white));
    }

private:
    static void bothThemes()
    {
        QTest::addColumn<ThemeMode>("mode");
        QTest::newRow("light") << ThemeMode::Light;
        QTest::newRow("dark") << ThemeMode::Dark;
    }
};

QTEST_MAIN(tst_Theme)
#include "tst_Theme.moc"
