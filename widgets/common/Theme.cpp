// SPDX-License-Identifier: GPL-3.0-or-later
//! Holds the two colour sets and turns the active one into palette, font and style sheet.
#include "widgets/common/Theme.h"

#include "resources/UiResources.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QLocale>
#include <QPalette>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>
#include <QWidget>

#include <cmath>
#include <utility>

namespace lw::common {

namespace {

constexpr int kFontPixels = 13;

ThemeColours lightColours()
{
    ThemeColours c;
    c.window = QColor(0xF3F5F9);
    c.surface = QColor(0xFFFFFF);
    c.raised = QColor(0xFAFBFD);
    c.border = QColor(0xD6DCE6);
    c.text = QColor(0x1B2432);
    c.textMuted = QColor(0x5D6A7E);
    c.accent = QColor(0x2F5BD8);
    c.accentText = QColor(0xFFFFFF);
    c.accentSoft = QColor(0xE4ECFD);
    c.hover = QColor(0xEBEFF5);
    c.selection = QColor(0xD9E4FC);
    c.success = QColor(0x18794E);
    c.warning = QColor(0xA15C07);
    c.danger = QColor(0xC8322F);
    c.canvas = QColor(0xE3E7EE);
    c.chart = {QColor(0x056CB7), QColor(0xE69F00), QColor(0x009E73), QColor(0xCF74B1),
               QColor(0xE23E00), QColor(0x4CAAF4), QColor(0x808E1F), QColor(0x735970)};
    return c;
}

ThemeColours darkColours()
{
    ThemeColours c;
    c.window = QColor(0x161A21);
    c.surface = QColor(0x1D222B);
    c.raised = QColor(0x252B36);
    c.border = QColor(0x39414F);
    c.text = QColor(0xE5E9F0);
    c.textMuted = QColor(0x9AA5B6);
    c.accent = QColor(0x7A9BFF);
    c.accentText = QColor(0x0E1424);
    c.accentSoft = QColor(0x27335A);
    c.hover = QColor(0x2B323E);
    c.selection = QColor(0x2E3E6E);
    c.success = QColor(0x4CC38A);
    c.warning = QColor(0xF0A54A);
    c.danger = QColor(0xFF7B78);
    c.canvas = QColor(0x0F1217);
    c.chart = {QColor(0x5691E7), QColor(0xFF9316), QColor(0x24DB81), QColor(0xCC79B7),
               QColor(0xE6703D), QColor(0x82CDFF), QColor(0xC3E863), QColor(0xB5CBBF)};
    return c;
}

struct ActiveTheme {
    ThemeMode mode = ThemeMode::System;
    bool dark = false;
    ThemeColours colours = lightColours();
};

/// GUI thread only, like every widget that reads it.
ActiveTheme& active()
{
    static ActiveTheme theme;
    return theme;
}

/// Whether the desktop is dark. Asked once: afterwards the palette is ours and says nothing about the desktop.
bool isDesktopDark()
{
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

QPalette paletteOf(const ThemeColours& c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.textMuted);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.danger);
    palette.setColor(QPalette::Light, blended(c.raised, c.surface, 0.5));
    palette.setColor(QPalette::Midlight, c.hover);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, blended(c.border, c.text, 0.2));
    palette.setColor(QPalette::Shadow, blended(c.border, c.text, 0.5));
    palette.setColor(QPalette::Highlight, c.selection);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    const QColor faded = blended(c.window, c.textMuted, 0.65);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Base, c.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.hover);
    return palette;
}

/// Latin families first, then the families that have Chinese. Where Noto CJK also serves for Latin, its Korean cut
/// comes first outside of Chinese: the others draw quotation marks as wide as a Chinese character.
QFont baseFont()
{
    QFont font;
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    font.setFamilies({QStringLiteral("Noto Sans"),
                      isChinese ? QStringLiteral("Noto Sans CJK SC") : QStringLiteral("Noto Sans CJK KR"),
                      QStringLiteral("Source Han Sans SC"), QStringLiteral("WenQuanYi Micro Hei"),
                      QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif")});
    font.setPixelSize(kFontPixels);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

QString tokenValue(const QString& token, const ThemeColours& c, bool dark)
{
    const std::pair<QLatin1String, QColor> named[] = {
        {QLatin1String("window"), c.window},
        {QLatin1String("surface"), c.surface},
        {QLatin1String("raised"), c.raised},
        {QLatin1String("border"), c.border},
        {QLatin1String("borderStrong"), blended(c.border, c.text, 0.25)},
        {QLatin1String("text"), c.text},
        {QLatin1String("textMuted"), c.textMuted},
        {QLatin1String("textFaded"), blended(c.window, c.textMuted, 0.65)},
        {QLatin1String("accent"), c.accent},
        {QLatin1String("accentHover"), blended(c.accent, c.text, dark ? 0.2 : 0.15)},
        {QLatin1String("accentPressed"), blended(c.accent, c.text, dark ? 0.35 : 0.3)},
        {QLatin1String("accentText"), c.accentText},
        {QLatin1String("accentSoft"), c.accentSoft},
        {QLatin1String("hover"), c.hover},
        {QLatin1String("pressed"), blended(c.hover, c.text, 0.08)},
        {QLatin1String("selection"), c.selection},
        {QLatin1String("success"), c.success},
        {QLatin1String("warning"), c.warning},
        {QLatin1String("danger"), c.danger},
        {QLatin1String("dangerHover"), blended(c.danger, c.text, 0.15)},
        {QLatin1String("dangerText"), readableOn(c.danger)},
        {QLatin1String("canvas"), c.canvas},
    };
    if (token == QLatin1String("theme"))
        return dark ? QStringLiteral("dark") : QStringLiteral("light");
    for (const auto& [name, colour] : named) {
        if (token == name)
            return colour.name();
    }
    qWarning("studio.qss: unknown token @%s", qUtf8Printable(token));
    return {};
}

QString styleSheetFor(const ThemeColours& colourSet, bool dark)
{
    resources::initUi();
    QFile file(QStringLiteral(":/styles/studio.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression token(QStringLiteral("@([A-Za-z]+)"));
    QString sheet;
    qsizetype done = 0;
    for (auto matches = token.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        sheet += QStringView(source).mid(done, match.capturedStart() - done);
        sheet += tokenValue(match.captured(1), colourSet, dark);
        done = match.capturedEnd();
    }
    sheet += QStringView(source).mid(done);
    return sheet;
}

/// Relative luminance of WCAG 2.
double luminance(const QColor& colour)
{
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const ThemeColours& colours()
{
    return active().colours;
}

bool isDark()
{
    return active().dark;
}

ThemeMode themeMode()
{
    return active().mode;
}

void applyTheme(QApplication& application, ThemeMode mode)
{
    const bool desktopDark = isDesktopDark();
    ActiveTheme& theme = active();
    theme.mode = mode;
    theme.dark = mode == ThemeMode::Dark || (mode == ThemeMode::System && desktopDark);
    theme.colours = theme.dark ? darkColours() : lightColours();

    // The style sheet wraps the style, so the wrapped one is only set once: replacing it polishes every widget again.
    static bool hasStyle = false;
    if (!std::exchange(hasStyle, true))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(baseFont());
    const QPalette palette = paletteOf(theme.colours);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    application.setStyleSheet(styleSheetFor(theme.colours, theme.dark));
}

void setRole(QWidget* widget, const char* role)
{
    widget->setProperty("role", QLatin1String(role));
    // A style sheet looks at properties only when a widget is polished, which may have happened already.
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QString themeModeName(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::Light:
        return QStringLiteral("light");
    case ThemeMode::Dark:
        return QStringLiteral("dark");
    case ThemeMode::System:
        break;
    }
    return QStringLiteral("system");
}

ThemeMode themeModeFromName(const QString& name)
{
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        if (themeModeName(mode) == name)
            return mode;
    }
    return ThemeMode::System;
}

QColor readableOn(const QColor& background)
{
    // 0.179 is where black and white have the same contrast ratio.
    return luminance(background) > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

QColor blended(const QColor& bottom, const QColor& top, double opacity)
{
    const auto mix = [opacity](int from, int to) { return qRound(from + (to - from) * opacity); };
    return {mix(bottom.red(), top.red()), mix(bottom.green(), top.green()), mix(bottom.blue(), top.blue())};
}

} // namespace lw::common
