// SPDX-License-Identifier: GPL-3.0-or-later
//! Routes, history and the frame around the pages.
#include "app/studio/MainWindow.h"

#include "app/scenarios/Messages.h"
#include "app/studio/AppContext.h"
#include "app/studio/Languages.h"
#include "app/studio/Page.h"
#include "app/studio/flows/TrashFlows.h"
#include "app/studio/pages/PageFactory.h"
#include "app/studio/shell/HeaderBar.h"
#include "app/studio/shell/NavigationRail.h"
#include "app/studio/shortcuts/CommandPalette.h"
#include "app/studio/shortcuts/ShortcutCard.h"
#include "models/store/DatasetRepository.h"
#include "widgets/common/DroppedFiles.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/Icons.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/Toast.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QSystemTrayIcon>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

constexpr int kHistoryLimit = 100;
constexpr QSize kFirstSize(1280, 800);
constexpr int kTitleBar = 40; ///< left free at first, because the window manager's frame is not known yet
constexpr QSize kMinimumSize(960, 600);

/// Pages of a dataset share a place in memory per dataset, the others have one for all.
std::pair<PageKind, domain::DatasetId> keyOf(const Route& route)
{
    return {route.page, route.needsDataset() ? route.dataset : domain::DatasetId()};
}

/// Pages with a key of their own; the actions are called "nav.<name>".
constexpr std::pair<const char*, PageKind> kPlaces[] = {
    {"projects", PageKind::Welcome}, {"datasets", PageKind::Datasets}, {"overview", PageKind::Overview},
    {"samples", PageKind::Samples},  {"canvas", PageKind::Canvas},     {"versions", PageKind::Versions},
    {"training", PageKind::Training}, {"models", PageKind::Models},    {"tasks", PageKind::Tasks},
    {"trash", PageKind::Trash},      {"settings", PageKind::Settings}, {"help", PageKind::Help}};

bool isProject(const QStringList& files)
{
    return files.size() == 1 && files.front().endsWith(QLatin1String(".labelwright"));
}

} // namespace

MainWindow::MainWindow(AppContext& context, LanguageSwitch& languages, QWidget* parent)
    : QMainWindow(parent), m_context(context), m_languages(languages)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(common::appIcon());
    setMinimumSize(kMinimumSize);
    resize(kFirstSize);
    setAcceptDrops(true);
    m_trash = new TrashFlows(context, this);
    build();
    connect(&context, &AppContext::projectClosing, this, [this] {
        leavePages();
        dropPages(false);
    });
    connect(&context, &AppContext::projectChanged, this, &MainWindow::projectChanged);
    connect(&context.settings(), &Settings::appearanceChanged, this, &MainWindow::applyAppearance,
            Qt::QueuedConnection); // the page that asked for it is destroyed, so its handler must have returned
    connect(&context.jobs(), &jobs::JobCenter::jobFinished, this, &MainWindow::announce);
    connect(&context.jobs(), &jobs::JobCenter::becameIdle, this, [this] {
        if (m_isQuitting) {
            close();
        }
    });
}

MainWindow::~MainWindow()
{
    // Pages use the project, which may go right after the window.
    leavePages();
    dropPages(true);
}

void MainWindow::build()
{
    makeActions();
    delete takeCentralWidget(); // at once: what it shows is of another language or theme
    auto* central = new QWidget(this);
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new NavigationRail(m_context.shortcuts(), central);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    m_header = new HeaderBar({m_back, m_forward, m_palette}, m_context.jobs(), central);
    m_stack = new QStackedWidget(central);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    setCentralWidget(central);
    connect(m_rail, &NavigationRail::routeRequested, this, [this](const Route& route) { goTo(route.page); });
    connect(m_header, &HeaderBar::routeRequested, this, &MainWindow::navigate);
}

template <typename Slot> QAction* MainWindow::addCommand(const QString& id, Slot slot)
{
    auto* action = new QAction(this);
    m_context.shortcuts().bind(action, id);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    m_commands.append(action);
    return action;
}

void MainWindow::makeActions()
{
    qDeleteAll(std::exchange(m_commands, {}));
    m_back = addCommand(QStringLiteral("nav.back"), [this] { goBack(); });
    m_forward = addCommand(QStringLiteral("nav.forward"), [this] { goForward(); });
    for (const auto& [name, page] : kPlaces) {
        addCommand(QString(QStringLiteral("nav.") + QLatin1String(name)), [this, to = page] { goTo(to); });
    }
    addCommand(QStringLiteral("app.newProject"), [this] { newProject(); });
    addCommand(QStringLiteral("app.openProject"), [this] { openProjectFolder(); });
    addCommand(QStringLiteral("app.fullScreen"), [this] { toggleFullScreen(); });
    m_palette = addCommand(QStringLiteral("app.palette"), [this] { openPalette(); });
    addCommand(QStringLiteral("app.shortcutCard"), [this] { showShortcutCard(); });
    addCommand(QStringLiteral("app.quit"), [this] { close(); });
}

void MainWindow::applyAppearance()
{
    leavePages();
    m_languages.apply(m_context.settings().language());
    common::applyTheme(*qApp, m_context.settings().theme());
    m_context.shortcuts().reloadTexts();
    dropPages(true);
    build();
    showRoute(m_route);
}

Page* MainWindow::currentPage() const
{
    return qobject_cast<Page*>(m_stack->currentWidget());
}

void MainWindow::navigate(const Route& wanted)
{
    const Route route = reachable(wanted);
    if (route == m_route && currentPage()) {
        return;
    }
    if (currentPage()) {
        m_past.append(m_route);
        if (m_past.size() > kHistoryLimit) {
            m_past.removeFirst();
        }
        m_future.clear();
    }
    showRoute(route);
}

Route MainWindow::reachable(Route route) const
{
    if (route.needsProject() && !m_context.project()) {
        return Route{.page = PageKind::Welcome};
    }
    if (route.needsDataset() && datasetName(route.dataset).isEmpty()) {
        return Route{.page = PageKind::Datasets};
    }
    return route;
}

void MainWindow::showRoute(const Route& route)
{
    if (Page* before = currentPage()) {
        before->leave();
    }
    // Pages of another dataset would go on following the store.
    for (auto each = m_pages.begin(); each != m_pages.end();) {
        const bool isForeign =
            each->first.second.isValid() && route.dataset.isValid() && each->first.second != route.dataset;
        if (isForeign) {
            each->second->deleteLater();
            m_stack->removeWidget(each->second);
        }
        each = isForeign ? m_pages.erase(each) : std::next(each);
    }
    m_route = route;
    m_dataset = route.dataset.isValid() ? route.dataset : m_dataset;
    Page* page = pageFor(route);
    m_stack->setCurrentWidget(page);
    page->open(route);
    updateShell();
    page->setFocus(Qt::OtherFocusReason);
}

Page* MainWindow::pageFor(const Route& route)
{
    const PageKey key = keyOf(route);
    const auto known = m_pages.find(key);
    if (known != m_pages.end()) {
        return known->second;
    }
    Page* page = makePage(route, m_context, m_stack);
    m_pages.emplace(key, page);
    m_stack->addWidget(page);
    connect(page, &Page::routeRequested, this, &MainWindow::navigate, Qt::QueuedConnection);
    connect(page, &Page::routeReplaced, this, [this, page](const Route& moved) {
        if (page == currentPage()) {
            m_route = moved;
            updateShell();
        }
    });
    return page;
}

void MainWindow::leavePages()
{
    if (m_stack) {
        if (Page* page = currentPage()) {
            page->leave();
        }
    }
}

void MainWindow::dropPages(bool alsoGlobal)
{
    for (auto each = m_pages.begin(); each != m_pages.end();) {
        const bool goes =
            alsoGlobal || Route{.page = each->first.first}.needsProject() || each->first.first == PageKind::Tasks;
        if (goes) {
            // At once, not later: what the page uses is about to go.
            delete each->second;
        }
        each = goes ? m_pages.erase(each) : std::next(each);
    }
}

void MainWindow::goBack()
{
    if (!m_past.isEmpty()) {
        m_future.prepend(m_route);
        showRoute(reachable(m_past.takeLast()));
    }
}

void MainWindow::goForward()
{
    if (!m_future.isEmpty()) {
        m_past.append(m_route);
        showRoute(reachable(m_future.takeFirst()));
    }
}

void MainWindow::goTo(PageKind page)
{
    Route route{.page = page};
    if (route.needsDataset()) {
        if (datasetName(m_dataset).isEmpty()) {
            return;
        }
        route.dataset = m_dataset;
    }
    navigate(route);
}

QString MainWindow::datasetName(domain::DatasetId id) const
{
    if (!m_context.project() || !id.isValid()) {
        return {};
    }
    const auto dataset = store::DatasetRepository(m_context.project()->store()).find(id);
    return dataset ? dataset->name : QString();
}

void MainWindow::updateShell()
{
    const Page* page = currentPage();
    const QString project = m_context.project() ? m_context.project()->name() : QString();
    const QString dataset = datasetName(m_dataset);
    m_rail->setCompact(page && page->wantsRoom());
    Route place = m_route;
    place.dataset = dataset.isEmpty() ? domain::DatasetId() : m_dataset;
    m_rail->showPlace(place, project, dataset);
    m_back->setEnabled(!m_past.isEmpty());
    m_forward->setEnabled(!m_future.isEmpty());

    QList<Crumb> crumbs;
    if (m_route.needsProject()) {
        crumbs.append({project, Route{.page = PageKind::Datasets}});
    }
    if (m_route.needsDataset()) {
        crumbs.append({dataset, Route{.page = PageKind::Overview, .dataset = m_route.dataset}});
    }
    if (m_route.page == PageKind::Canvas) {
        crumbs.append({tr("Samples"), Route{.page = PageKind::Samples, .dataset = m_route.dataset}});
    }
    if (m_route.page != PageKind::Training && m_route.section() == PageKind::Training) {
        crumbs.append({tr("Training"), Route{.page = PageKind::Training}});
    }
    const QString title = page ? page->title() : QString();
    crumbs.append({title, m_route});
    m_header->setCrumbs(crumbs);
    setWindowTitle(project.isEmpty() ? tr("%1 – Labelwright").arg(title)
                                     : tr("%1 – %2 – Labelwright").arg(title, project));
}

void MainWindow::openProjectFolder()
{
    const QString folder = common::chooseFolder(this, tr("Open a project"));
    if (!folder.isEmpty()) {
        openPath(folder);
    }
}

void MainWindow::newProject()
{
    const QString folder = common::chooseFolder(this, tr("Choose an empty folder for the new project"));
    if (folder.isEmpty()) {
        return;
    }
    if (const auto made = m_context.createProject(folder); !made) {
        common::showError(this, tr("The project could not be created"), scenarios::errorText(made.error()));
    }
}

void MainWindow::openPath(const QString& path)
{
    if (const auto opened = m_context.openProject(path); !opened) {
        common::showError(this, tr("The project could not be opened"), scenarios::errorText(opened.error()));
    }
}

void MainWindow::projectChanged()
{
    m_past.clear();
    m_future.clear();
    m_dataset = {};
    showRoute(Route{.page = m_context.project() ? PageKind::Datasets : PageKind::Welcome});
    if (m_context.project()) {
        connect(&m_context.project()->store(), &store::Store::writeFailed, this, [this](const core::Error& error) {
            common::Toast::showMessage(this, {scenarios::errorText(error), common::ToastKind::Error});
        });
    }
}

void MainWindow::announce(jobs::JobId id)
{
    const jobs::Job* job = m_context.jobs().find(id);
    if (!job || job->state == jobs::JobState::Cancelled || m_isQuitting) {
        return;
    }
    const bool isFailed = job->state == jobs::JobState::Failed;
    if (job->request.isQuiet && !isFailed) {
        return;
    }
    common::Toast::Message message;
    message.text = isFailed ? tr("%1: %2").arg(job->title(), scenarios::errorText(*job->result.error))
                            : (job->result.summary ? job->result.summary() : tr("%1: done").arg(job->title()));
    message.kind = isFailed                                         ? common::ToastKind::Error
                   : job->state == jobs::JobState::DoneWithProblems ? common::ToastKind::Warning
                                                                    : common::ToastKind::Success;
    const auto link = job->state == jobs::JobState::Done ? Route::fromText(job->request.link)
                                                         : Route{.page = PageKind::Tasks, .dataset = m_route.dataset};
    const QList<domain::TrashId> deleted = job->result.deleted;
    message.actionText = !deleted.isEmpty() ? tr("Undo") : link ? tr("Show") : QString();
    auto* toast = common::Toast::showMessage(this, message);
    if (!deleted.isEmpty()) {
        connect(toast, &common::Toast::actionTriggered, m_context.project(), [this, deleted] {
            m_trash->restore(deleted);
        });
    } else if (link) {
        connect(toast, &common::Toast::actionTriggered, this, [this, route = *link] { navigate(route); });
    }
    notifyDesktop(job->title(), message.text);
}

void MainWindow::notifyDesktop(const QString& title, const QString& text)
{
    // Somebody who looks at the window has seen the toast.
    if (isActiveWindow() || !m_context.settings().wantsNotifications() || !QSystemTrayIcon::isSystemTrayAvailable()) {
        return;
    }
    if (!m_tray) {
        m_tray = new QSystemTrayIcon(common::appIcon(), this);
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, [this] { activateWindow(); });
    }
    m_tray->show();
    m_tray->showMessage(title, text, common::appIcon());
}

void MainWindow::toggleFullScreen()
{
    const bool isFull = !isFullScreen();
    m_rail->setVisible(!isFull);
    m_header->setVisible(!isFull);
    isFull ? showFullScreen() : showNormal();
}

void MainWindow::openPalette()
{
    // What one can do right here comes first.
    QList<QAction*> actions = currentPage() ? currentPage()->findChildren<QAction*>() : QList<QAction*>();
    actions += m_commands;
    auto* palette = new CommandPalette(m_context.shortcuts(), actions, this);
    palette->popUp();
}

void MainWindow::showShortcutCard()
{
    auto* card = new ShortcutCard(m_context.shortcuts(), this);
    card->setAttribute(Qt::WA_DeleteOnClose);
    card->open();
}

void MainWindow::restore()
{
    const QByteArray geometry = m_context.settings().state(QStringLiteral("window/geometry")).toByteArray();
    if (geometry.isEmpty()) {
        resize(kFirstSize.boundedTo(screen()->availableSize() - QSize(0, kTitleBar)));
    } else {
        restoreGeometry(geometry);
    }
    const QString last = m_context.settings().state(QStringLiteral("window/route")).toString();
    const auto route = Route::fromText(last);
    navigate(route && m_context.project()
                 ? *route
                 : Route{.page = m_context.project() ? PageKind::Datasets : PageKind::Welcome});
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const int active = m_context.jobs().activeCount();
    if (active > 0) {
        event->ignore();
        if (m_isQuitting) {
            return;
        }
        common::Message question;
        question.title = tr("%n tasks are still running", nullptr, active);
        question.text = tr("Changes made by unfinished tasks are undone.");
        question.acceptText = tr("Stop them and quit");
        if (common::confirm(this, question) == common::Choice::Accept) {
            m_isQuitting = true;
            setEnabled(false);
            m_context.jobs().cancelAll();
        }
        return;
    }
    leavePages();
    if (!isFullScreen()) {
        m_context.settings().setState(QStringLiteral("window/geometry"), saveGeometry());
    }
    m_context.settings().setState(QStringLiteral("window/route"), m_route.toText());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QStringList files = common::droppedFiles(event->mimeData());
    if (isProject(files) || (!files.isEmpty() && currentPage() != nullptr && currentPage()->takesFiles())) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList files = common::droppedFiles(event->mimeData());
    if (isProject(files)) {
        openPath(files.front());
    } else if (!files.isEmpty() && currentPage() != nullptr) {
        currentPage()->takeFiles(files);
    }
}

} // namespace lw::studio
