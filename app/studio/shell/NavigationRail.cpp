// SPDX-License-Identifier: GPL-3.0-or-later
//! Navigation buttons in two groups; the pages of a dataset appear once one is chosen.
#include "app/studio/shell/NavigationRail.h"

#include "app/studio/shortcuts/ShortcutRegistry.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/ShortcutHint.h"
#include "widgets/common/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

constexpr int kWideWidth = 184;
constexpr int kCompactWidth = 56;
constexpr int kLogoSize = 28;

} // namespace

NavigationRail::NavigationRail(const ShortcutRegistry& shortcuts, QWidget* parent)
    : QFrame(parent), m_shortcuts(shortcuts)
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Navigation"));
    common::setRole(this, "sidebar");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(common::kGrid, common::kGrid + 4, common::kGrid, common::kGrid);
    column->setSpacing(2);

    auto* brand = new QHBoxLayout;
    brand->setContentsMargins(6, 0, 0, common::kGrid);
    brand->setSpacing(common::kGrid);
    m_logo = new QLabel(this);
    m_logo->setPixmap(common::appIcon().pixmap(QSize(kLogoSize, kLogoSize), devicePixelRatioF()));
    m_name = new QLabel(QStringLiteral("Labelwright"), this);
    common::setRole(m_name, "heading");
    brand->addWidget(m_logo);
    brand->addWidget(m_name, 1);
    column->addLayout(brand);

    addEntry(column, PageKind::Welcome, QStringLiteral("home"), tr("Projects"), QStringLiteral("nav.projects"));
    addEntry(column, PageKind::Datasets, QStringLiteral("datasets"), tr("Datasets"), QStringLiteral("nav.datasets"));
    addEntry(column, PageKind::Training, QStringLiteral("training"), tr("Training"), QStringLiteral("nav.training"));
    addEntry(column, PageKind::Models, QStringLiteral("model"), tr("Models"), QStringLiteral("nav.models"));

    m_datasetPart = new QWidget(this);
    auto* part = new QVBoxLayout(m_datasetPart);
    part->setContentsMargins(0, common::kGrid * 2, 0, 0);
    part->setSpacing(2);
    m_dataset = new common::ElidedLabel({}, Qt::ElideMiddle, m_datasetPart);
    m_dataset->setObjectName(QStringLiteral("navDatasetName"));
    m_dataset->setContentsMargins(6, 0, 0, 4);
    common::setRole(m_dataset, "muted");
    part->addWidget(m_dataset);
    addEntry(part, PageKind::Overview, QStringLiteral("overview"), tr("Overview"), QStringLiteral("nav.overview"));
    addEntry(part, PageKind::Samples, QStringLiteral("gallery"), tr("Samples"), QStringLiteral("nav.samples"));
    addEntry(part, PageKind::Canvas, QStringLiteral("edit"), tr("Annotate"), QStringLiteral("nav.canvas"));
    addEntry(part, PageKind::Versions, QStringLiteral("version"), tr("Versions"), QStringLiteral("nav.versions"));
    column->addWidget(m_datasetPart);
    column->addStretch(1);

    addEntry(column, PageKind::Tasks, QStringLiteral("tasks"), tr("Tasks"), QStringLiteral("nav.tasks"));
    addEntry(column, PageKind::Trash, QStringLiteral("trash"), tr("Trash"), QStringLiteral("nav.trash"));
    addEntry(column, PageKind::Settings, QStringLiteral("settings"), tr("Settings"), QStringLiteral("nav.settings"));
    addEntry(column, PageKind::Help, QStringLiteral("help"), tr("Help"), QStringLiteral("nav.help"));
    setFixedWidth(kWideWidth);
}

void NavigationRail::addEntry(QVBoxLayout* column, PageKind page, const QString& icon, const QString& text,
                              const QString& action)
{
    auto* button = new QPushButton(common::icon(icon), text, this);
    button->setObjectName(action);
    button->setAccessibleName(text);
    button->setIconSize({18, 18});
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    common::setRole(button, "nav");
    const QString tip = common::withShortcut(text, m_shortcuts.keys(action).value(0));
    button->setToolTip(tip);
    connect(button, &QPushButton::clicked, this, [this, page] { go(page); });
    column->addWidget(button);
    m_entries.append({button, page, text, tip});
}

void NavigationRail::go(PageKind page)
{
    // The click has toggled the button; only showPlace() marks where one is.
    markPlace();
    Route route{.page = page};
    if (route.needsDataset() || page == PageKind::Tasks) {
        route.dataset = m_place.dataset;
    }
    Q_EMIT routeRequested(route);
}

void NavigationRail::showPlace(const Route& route, const QString& projectName, const QString& datasetName)
{
    m_place = route;
    m_dataset->setText(datasetName);
    m_datasetPart->setVisible(route.dataset.isValid() && !projectName.isEmpty());
    for (const Entry& entry : std::as_const(m_entries)) {
        entry.button->setEnabled(!Route{.page = entry.page}.needsProject() || !projectName.isEmpty());
    }
    markPlace();
}

void NavigationRail::markPlace()
{
    const PageKind section = m_place.section() == PageKind::Training ? PageKind::Training : m_place.page;
    for (const Entry& entry : std::as_const(m_entries)) {
        entry.button->setChecked(entry.page == section);
    }
}

void NavigationRail::setCompact(bool isCompact)
{
    if (m_isCompact == isCompact) {
        return;
    }
    m_isCompact = isCompact;
    setFixedWidth(isCompact ? kCompactWidth : kWideWidth);
    m_name->setVisible(!isCompact);
    m_dataset->setVisible(!isCompact);
    for (const Entry& entry : std::as_const(m_entries)) {
        entry.button->setText(isCompact ? QString() : entry.text);
    }
}

} // namespace lw::studio
