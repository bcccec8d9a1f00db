// SPDX-License-Identifier: GPL-3.0-or-later
//! Two columns: how to begin, and where one was before.
#include "app/studio/pages/WelcomePage.h"

#include "app/scenarios/Messages.h"
#include "app/studio/AppContext.h"
#include "app/studio/flows/SampleFlow.h"
#include "app/studio/shell/CardButton.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/Icons.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/SectionHeader.h"
#include "widgets/common/Theme.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

constexpr int kStartWidth = 300;
constexpr int kPageWidth = 1160;

} // namespace

WelcomePage::WelcomePage(AppContext& context, QWidget* parent) : Page(context, parent)
{
    setObjectName(QStringLiteral("welcomePage"));
    auto* sheet = new QWidget(this);
    sheet->setMaximumWidth(kPageWidth);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(sheet, 1);
    row->addStretch(0);
    auto* page = new QVBoxLayout(sheet);
    page->setContentsMargins(32, 24, 32, 24);
    page->setSpacing(common::kGrid * 3);
    auto* title = new QLabel(tr("Welcome to Labelwright"), this);
    common::setRole(title, "title");
    auto* subtitle =
        new QLabel(tr("From a folder of pictures to a published dataset, offline and without losing a stroke."), this);
    common::setRole(subtitle, "muted");
    auto* head = new QVBoxLayout;
    head->setSpacing(4);
    head->addWidget(title);
    head->addWidget(subtitle);
    page->addLayout(head);
    if (context.settings().keyProfile().isEmpty()) {
        m_profiles = makeProfileChooser();
        page->addWidget(m_profiles);
    }
    auto* columns = new QHBoxLayout;
    columns->setSpacing(common::kGrid * 4);
    columns->addWidget(makeStart());
    columns->addWidget(makeRecent(), 1);
    page->addLayout(columns, 1);
}

QString WelcomePage::title() const
{
    return tr("Projects");
}

void WelcomePage::open(const Route&)
{
    fillRecent();
}

QWidget* WelcomePage::makeStart()
{
    auto* part = new QWidget(this);
    part->setFixedWidth(kStartWidth);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(common::kGrid);
    column->addWidget(new common::SectionHeader(tr("Start"), part));
    auto* fresh = new CardButton(CardButton::Look::Line, QStringLiteral("add"), tr("New project"),
                                 tr("In an empty folder"), part);
    fresh->setObjectName(QStringLiteral("newProjectButton"));
    auto* existing = new CardButton(CardButton::Look::Line, QStringLiteral("folder-open"), tr("Open a project"),
                                    tr("From its folder"), part);
    existing->setObjectName(QStringLiteral("openProjectButton"));
    auto* sample = new CardButton(CardButton::Look::Line, QStringLiteral("image"), tr("Sample project"),
                                  tr("Labelled pictures to try everything out"), part);
    sample->setObjectName(QStringLiteral("sampleProjectButton"));
    column->addWidget(fresh);
    column->addWidget(existing);
    column->addWidget(sample);
    column->addStretch(1);
    // The window owns these two: they work on every page.
    connect(fresh, &QAbstractButton::clicked, this, [this] { triggerInWindow(QStringLiteral("app.newProject")); });
    connect(existing, &QAbstractButton::clicked, this, [this] { triggerInWindow(QStringLiteral("app.openProject")); });
    connect(sample, &QAbstractButton::clicked, this, [this] { openSampleProject(context(), window()); });
    return part;
}

QWidget* WelcomePage::makeRecent()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(common::kGrid);
    column->addWidget(new common::SectionHeader(tr("Recent projects"), part));
    auto* scroll = new QScrollArea(part);
    scroll->setObjectName(QStringLiteral("recentProjects"));
    scroll->setWidgetResizable(true);
    auto* list = new QWidget(scroll);
    common::setRole(list, "page");
    m_recent = new QVBoxLayout(list);
    m_recent->setContentsMargins(0, 0, common::kGrid, 0);
    m_recent->setSpacing(common::kGrid);
    scroll->setWidget(list);
    column->addWidget(scroll, 1);
    return part;
}

void WelcomePage::fillRecent()
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const QList<RecentProject> projects = context().settings().recentProjects();
    for (const RecentProject& project : projects) {
        const bool isMissing =
            !QFileInfo::exists(QDir(project.folder).filePath(QLatin1String(store::kProjectFileName)));
        const QString when = QLocale().toString(project.openedAt.toLocalTime(), QLocale::ShortFormat);
        const QString hint =
            isMissing ? tr("%1 · no longer there").arg(project.folder) : tr("%1 · opened %2").arg(project.folder, when);
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto* button =
            new CardButton(CardButton::Look::Line, isMissing ? QStringLiteral("missing") : QStringLiteral("dataset"),
                           QDir(project.folder).dirName(), hint, line);
        button->setObjectName(QStringLiteral("recentProject"));
        button->setEnabled(!isMissing);
        button->setToolTip(project.folder);
        auto* remove = new QToolButton(line);
        remove->setObjectName(QStringLiteral("forgetProject"));
        remove->setIcon(common::icon(QStringLiteral("close")));
        remove->setToolTip(tr("Remove from this list; the project itself stays"));
        remove->setAccessibleName(tr("Remove %1 from the list").arg(project.folder));
        row->addWidget(button, 1);
        row->addWidget(remove);
        m_recent->addWidget(line);
        connect(button, &QAbstractButton::clicked, this, [this, folder = project.folder] { openRecent(folder); });
        connect(remove, &QToolButton::clicked, this, [this, folder = project.folder] {
            context().settings().removeRecentProject(folder);
            fillRecent();
        });
    }
    if (projects.isEmpty()) {
        auto* empty = new QLabel(tr("Projects that you open appear here."));
        common::setRole(empty, "muted");
        m_recent->addWidget(empty);
    }
    m_recent->addStretch(1);
}

void WelcomePage::openRecent(const QString& folder)
{
    if (context().project() && context().project()->folder() == folder) {
        Q_EMIT routeRequested(Route{.page = PageKind::Datasets});
        return;
    }
    if (const auto opened = context().openProject(folder); !opened) {
        common::showError(this, tr("The project could not be opened"), scenarios::errorText(opened.error()));
        fillRecent();
    }
}

QWidget* WelcomePage::makeProfileChooser()
{
    auto* card = new QFrame(this);
    card->setObjectName(QStringLiteral("profileChooser"));
    common::setRole(card, "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(common::kGrid);
    auto* heading = new QLabel(tr("Which labelling tool are you used to?"), card);
    common::setRole(heading, "heading");
    auto* hint = new QLabel(
        tr("Keys and mouse wheel will then work as they do there. You can change this at any time in the settings."),
        card);
    common::setRole(hint, "muted");
    hint->setWordWrap(true);
    auto* choices = new common::FlowLayout(nullptr, common::kGrid, common::kGrid);
    for (const KeyProfile& profile : context().shortcuts().profiles()) {
        const bool isOwn = profile.id == QLatin1String("default");
        auto* button = new QPushButton(isOwn ? tr("None of these") : profile.name, card);
        button->setObjectName(QStringLiteral("profile.") + profile.id);
        button->setToolTip(profile.hint);
        connect(button, &QPushButton::clicked, this, [this, id = profile.id] {
            context().shortcuts().setProfile(id);
            m_profiles->hide();
        });
        choices->addWidget(button);
    }
    column->addWidget(heading);
    column->addWidget(hint);
    column->addLayout(choices);
    return card;
}

} // namespace lw::studio
