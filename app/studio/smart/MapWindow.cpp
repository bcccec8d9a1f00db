// SPDX-License-Identifier: GPL-3.0-or-later
//! Map, colours with a legend, thumbnails, and what is done with the chosen ones.
#include "app/studio/smart/MapWindow.h"

#include "app/studio/ProjectSession.h"
#include "app/studio/smart/MapColours.h"
#include "models/core/WhenDone.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "widgets/charts/EmbeddingMap.h"
#include "widgets/common/Badge.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QToolButton>

#include <algorithm>

namespace lw::studio {

namespace {

constexpr int kPreviewEdge = 160;
constexpr int kMostInLegend = 24;

} // namespace

MapWindow::MapWindow(ProjectSession& project, domain::DatasetId dataset,
                     const std::vector<scenarios::MapPoint>& points, QWidget* parent)
    : QDialog(parent, Qt::Window), m_project(project), m_dataset(dataset), m_map(new charts::EmbeddingMap(this)),
      m_by(new QComboBox(this)), m_count(new QLabel(this)), m_select(new QToolButton(this)),
      m_clear(new QToolButton(this)), m_legend(new QWidget(this)),
      m_legendRow(new common::FlowLayout(m_legend, common::kGrid, 4))
{
    setObjectName(QStringLiteral("mapWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    if (const auto facts = store::DatasetRepository(project.store()).find(dataset)) {
        m_inputLocation = facts->inputLocation;
        setWindowTitle(tr("Map of %1").arg(facts->name));
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_map, 1);
    m_legend->setObjectName(QStringLiteral("mapLegend"));
    m_legendRow->setContentsMargins(common::kGrid * 2, common::kGrid, common::kGrid * 2, common::kGrid);
    column->addWidget(m_legend);
    std::vector<charts::MapDot> dots;
    dots.reserve(points.size());
    for (const scenarios::MapPoint& point : points) {
        dots.push_back({point.id, point.x, point.y, 0});
    }
    m_map->setDots(std::move(dots));
    m_map->setPreview([this](domain::SampleId id) {
        charts::MapPreview preview;
        if (const auto sample = store::SampleRepository(m_project.store()).find(id)) {
            preview.text = sample->name;
            preview.picture = m_project.thumbnails()
                                  .request({id, domain::absolutePath(*sample, m_inputLocation), kPreviewEdge,
                                            sample->modifiedAt})
                                  .pixmap;
        }
        return preview;
    });
    connect(&project.thumbnails(), &gallery::ThumbnailSource::ready, m_map, &charts::EmbeddingMap::refreshPreview);
    connect(m_map, &charts::EmbeddingMap::selectionChanged, this, [this] {
        showCount();
        Q_EMIT chosen(m_map->selected());
    });
    connect(m_map, &charts::EmbeddingMap::openRequested, this, &MapWindow::openRequested);
    m_colourSoon.setSingleShot(true);
    m_colourSoon.setInterval(300);
    connect(&m_colourSoon, &QTimer::timeout, this, &MapWindow::colour);
    connect(&project.store(), &store::Store::changed, &m_colourSoon, qOverload<>(&QTimer::start));
    fillChoices();
    showCount();
    m_map->setFocus();
    resize(QSize(720, 640).expandedTo(minimumSizeHint()));
    placeBeside();
}

/// So that one sees the gallery follow: right of the window, or as far right as the screen goes.
void MapWindow::placeBeside()
{
    const QWidget* gallery = parentWidget() ? parentWidget()->window() : nullptr;
    if (gallery) {
        const QRect room = gallery->screen()->availableGeometry();
        const QRect beside = gallery->frameGeometry();
        move(std::min(beside.right() + common::kGrid, room.right() - width()),
             std::clamp(beside.top(), room.top(), std::max(room.top(), room.bottom() - height())));
    }
}

QWidget* MapWindow::makeBar()
{
    auto* bar = new QFrame(this);
    common::setRole(bar, "bar");
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(common::kGrid * 2, 6, common::kGrid * 2, 6);
    row->setSpacing(common::kGrid);
    auto* title = new QLabel(tr("Colour by"), bar);
    common::setRole(title, "muted");
    title->setBuddy(m_by);
    row->addWidget(title);
    m_by->setObjectName(QStringLiteral("mapColours"));
    m_by->setAccessibleName(tr("Colour by"));
    m_by->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_by);
    m_count->setObjectName(QStringLiteral("mapCount"));
    row->addWidget(m_count, 1);
    const auto add = [&](QToolButton* button, const char* name, const char* icon, const QString& text,
                         const QString& tip) {
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(tip);
        button->setIcon(common::icon(QLatin1String(icon)));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(button);
    };
    auto* fit = new QToolButton(bar);
    add(fit, "mapFit", "zoom-fit", tr("Whole map"), tr("Show the whole map (0)"));
    add(m_select, "mapSelect", "check", tr("Select them"), tr("Select what the lasso took in the gallery"));
    add(m_clear, "mapClear", "close", tr("Choose none"), tr("Show all samples again (Esc)"));
    connect(fit, &QToolButton::clicked, m_map, &charts::EmbeddingMap::zoomToFit);
    connect(m_select, &QToolButton::clicked, this, [this] { Q_EMIT selectRequested(m_map->selected()); });
    connect(m_clear, &QToolButton::clicked, m_map, &charts::EmbeddingMap::clearSelection);
    connect(m_by, &QComboBox::activated, this, &MapWindow::colour);
    return bar;
}

void MapWindow::fillChoices()
{
    m_by->addItem(tr("State"), QStringLiteral("state"));
    m_by->addItem(tr("Label"), QStringLiteral("label"));
    colour();
    const auto read = [dataset = m_dataset](store::Store& store) { return mapAttributes(store, dataset); };
    core::whenDone(m_project.inBackground(read), this, [this](const QStringList& names) {
        for (const QString& name : names) {
            m_by->addItem(tr("Attribute: %1").arg(name), QString(QStringLiteral("attribute:") + name));
        }
    });
}

void MapWindow::colour()
{
    const quint64 serial = ++m_serial;
    const common::ThemeColours& theme = common::colours();
    const auto read = [dataset = m_dataset, criterion = m_by->currentData().toString(),
                       labels = m_project.labels(m_dataset).labels(),
                       palette = std::vector<QColor>(theme.chart.begin(), theme.chart.end()),
                       rest = theme.textMuted](store::Store& store) {
        return mapColouring(store, dataset, criterion, labels, palette, rest);
    };
    core::whenDone(m_project.inBackground(read), this, [this, serial](const core::Result<MapColouring>& found) {
        if (serial != m_serial || !found) {
            return;
        }
        std::vector<charts::MapGroup> groups;
        for (const MapColouring::Group& group : found->groups) {
            groups.push_back({group.name, group.colour});
        }
        m_map->setGroups(std::move(groups),
                         [&found](domain::SampleId id) { return found->groupOf.value(id, 0); });
        showLegend();
    });
}

void MapWindow::showLegend()
{
    while (QLayoutItem* item = m_legendRow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int shown = 0;
    for (const charts::MapGroup& group : m_map->groups()) {
        if (shown++ == kMostInLegend) {
            break; // the colours repeat anyway
        }
        m_legendRow->addWidget(new common::Badge(group.name, group.colour, m_legend));
    }
}

void MapWindow::showCount()
{
    const auto chosenCount = m_map->selected().size();
    m_count->setText(chosenCount == 0
                         ? tr("%Ln pictures. Draw around some to see them in the gallery.", nullptr, m_map->field().size())
                         : tr("%L1 of %L2 pictures chosen").arg(chosenCount).arg(m_map->field().size()));
    m_select->setEnabled(chosenCount > 0);
    m_clear->setEnabled(chosenCount > 0);
}

} // namespace lw::studio
