// SPDX-License-Identifier: GPL-3.0-or-later
//! Options, services, window.
#include "app/studio/Program.h"

#include "app/scenarios/Messages.h"
#include "app/studio/AppContext.h"
#include "app/studio/Languages.h"
#include "app/studio/MainWindow.h"
#include "app/studio/Screenshot.h"
#include "app/studio/StartReport.h"
#include "app/studio/flows/SampleFlow.h"
#include "widgets/common/Icons.h"
#include "widgets/common/MessageBox.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QImageReader>
#include <QTextStream>
#include <QTimer>

namespace lw::studio {

namespace {

constexpr int kWrongUsage = 2;
constexpr int kFailed = 3;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lw::studio::Program)
};

struct Options {
    QString project;
    bool wantsSample = false;
    QString language;
    QString theme;
    QString settings;
    QString screenshot;
    bool reportsStart = false;
    std::optional<Route> route;
    QSize size;
    QString error; ///< a sentence when the options make no sense
};

QCommandLineOption option(const char* name, const QString& text, const char* value = nullptr)
{
    return value ? QCommandLineOption(QLatin1String(name), text, QLatin1String(value))
                 : QCommandLineOption(QLatin1String(name), text);
}

std::optional<QSize> sizeFrom(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    bool isWidth = false;
    bool isHeight = false;
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(&isWidth), parts[1].toInt(&isHeight)) : QSize();
    return isWidth && isHeight && size.width() >= 320 && size.height() >= 240 ? std::optional(size) : std::nullopt;
}

Options readOptions(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Annotate pictures and publish datasets, offline."));
    const QCommandLineOption sample =
        option("sample", Texts::tr("Open the sample project; it is created first if needed."));
    const QCommandLineOption project = option("project", Texts::tr("Open the project in this folder."), "folder");
    const QCommandLineOption language = option("lang", Texts::tr("Language for this run: en or zh_CN."), "language");
    const QCommandLineOption theme = option("theme", Texts::tr("Theme for this run: light or dark."), "theme");
    const QCommandLineOption settings =
        option("settings", Texts::tr("Use this settings file instead of your own."), "file");
    const QCommandLineOption screenshot =
        option("screenshot", Texts::tr("Save a picture of the window and quit."), "file");
    const QCommandLineOption reportStart = option(
        "report-start", Texts::tr("Report when the window was painted and how much memory that took, then quit."));
    const QCommandLineOption route = option("route", Texts::tr("Open this page, for example samples/1."), "place");
    const QCommandLineOption size = option("size", Texts::tr("Size of the window, for example 1280x800."), "size");
    parser.addOptions({sample, project, language, theme, settings, screenshot, reportStart, route, size});
    parser.addPositionalArgument(QStringLiteral("project"), Texts::tr("A project's folder or file."),
                                 QStringLiteral("[project]"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);

    Options options;
    options.wantsSample = parser.isSet(sample);
    options.project = parser.isSet(project) ? parser.value(project) : parser.positionalArguments().value(0);
    options.language = parser.value(language);
    options.theme = parser.value(theme);
    options.settings = parser.value(settings);
    options.screenshot = parser.value(screenshot);
    options.reportsStart = parser.isSet(reportStart);
    if (parser.isSet(route)) {
        options.route = Route::fromText(parser.value(route));
        if (!options.route) {
            options.error = Texts::tr("There is no page “%1”.").arg(parser.value(route));
        }
    }
    if (parser.isSet(size)) {
        const auto wanted = sizeFrom(parser.value(size));
        options.size = wanted.value_or(QSize());
        if (!wanted) {
            options.error = Texts::tr("“%1” is not a window size; write it as 1280x800.").arg(parser.value(size));
        }
    }
    return options;
}

/// Opens what the options name, or what was open last. False after a failure that ends the program.
bool openProject(const Options& options, AppContext& context, MainWindow& window)
{
    if (!options.project.isEmpty()) {
        const auto opened = context.openProject(options.project);
        if (!opened && !options.screenshot.isEmpty()) {
            QTextStream(stderr) << scenarios::errorText(opened.error()) << Qt::endl;
            return false;
        }
        if (!opened) {
            common::showError(&window, MainWindow::tr("The project could not be opened"),
                              scenarios::errorText(opened.error()));
        }
        return true;
    }
    const QList<RecentProject> recent = context.settings().recentProjects();
    if (options.wantsSample || recent.isEmpty()) {
        openSampleProject(context, &window);
    } else {
        // A project that is not there any more is shown so on the first page.
        (void)context.openProject(recent.front().folder);
    }
    return true;
}

/// Now, or once the sample project has been made.
void goTo(const Route& route, AppContext& context, MainWindow& window)
{
    window.navigate(route);
    if (route.needsProject() && !context.project()) {
        QObject::connect(
            &context, &AppContext::projectChanged, &window, [&window, route] { window.navigate(route); },
            Qt::SingleShotConnection);
    }
}

} // namespace

int runProgram(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Labelwright"));
    QApplication::setOrganizationName(QStringLiteral("Labelwright"));
    QApplication::setApplicationVersion(QStringLiteral(LW_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("labelwright"));
    const Options options = readOptions(application);
    if (!options.error.isEmpty()) {
        QTextStream(stderr) << options.error << Qt::endl;
        return kWrongUsage;
    }
    AppContext context(options.settings);
    LanguageSwitch languages(application);
    languages.apply(options.language.isEmpty() ? context.settings().language() : options.language);
    common::applyTheme(application,
                       options.theme.isEmpty() ? context.settings().theme() : common::themeModeFromName(options.theme));
    context.shortcuts().reloadTexts();
    MainWindow window(context, languages);
    if (!openProject(options, context, window)) {
        return kFailed;
    }
    window.restore();
    if (options.route) {
        goTo(*options.route, context, window);
    }
    if (options.size.isValid()) {
        window.resize(options.size);
    }
    if (options.reportsStart) {
        new StartReport(&window);
    }
    window.show();
    if (options.screenshot.isEmpty()) {
        return QApplication::exec();
    }
    Screenshot screenshot(context, window, options.screenshot);
    QObject::connect(&screenshot, &Screenshot::taken, &application,
                     [](bool isSaved) { QApplication::exit(isSaved ? 0 : kFailed); });
    return QApplication::exec();
}

} // namespace lw::studio
