// SPDX-License-Identifier: GPL-3.0-or-later
//! Scrolling, fetching and painting of the gallery; input is in GalleryViewInput.cpp.
#include "widgets/gallery/GalleryView.h"

#include "models/document/LabelSet.h"
#include "models/items/SampleListModel.h"
#include "models/items/Texts.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/CellPainter.h"
#include "widgets/gallery/ThumbnailSource.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace lw::gallery {

namespace {

/// Time for reading rows per turn of the event loop; leaves the rest of a frame to painting.
constexpr int kFetchBudgetMs = 6;
/// Scroll bars are 32 bits wide; beyond this height they move in larger steps.
constexpr qint64 kMaxScrollRange = 1 << 30;
/// More selected rows than this are not looked for again after the list was replaced.
constexpr qint64 kMaxRemembered = 100'000;
/// Thumbnails are asked for in these steps, so that the size slider does not cause a new one at every position.
constexpr int kEdgeStep = 64;

} // namespace

GalleryView::GalleryView(const Services& services, QWidget* parent)
    : QAbstractScrollArea(parent), m_services(services),
      m_painter(std::make_unique<CellPainter>(*services.labels, font())), m_fetcher(new QTimer(this)),
      m_dragScroller(new QTimer(this))
{
    setObjectName(QStringLiteral("galleryView"));
    setAccessibleName(tr("Samples"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setAcceptDrops(true);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_fetcher->setSingleShot(true);
    m_fetcher->setInterval(0);
    connect(m_fetcher, &QTimer::timeout, this, &GalleryView::fetchVisible);
    m_dragScroller->setInterval(30);
    connect(m_dragScroller, &QTimer::timeout, this, &GalleryView::scrollWhileDragging);
    connectModel();
    connect(m_services.thumbnails, &ThumbnailSource::ready, this, &GalleryView::takeThumbnail);
    connect(m_services.labels, &document::LabelSet::changed, viewport(), qOverload<>(&QWidget::update));
}

GalleryView::~GalleryView()
{
    for (domain::SampleId id : std::as_const(m_requested)) {
        m_services.thumbnails->cancel(id);
    }
}

void GalleryView::connectModel()
{
    items::SampleListModel* model = m_services.model;
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &GalleryView::rememberSelection);
    connect(model, &QAbstractItemModel::modelReset, this, &GalleryView::recallSelection);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        m_selection.rowsInserted(first, last - first + 1);
        findSections();
        relayout();
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
        const qint64 before = m_selection.count();
        m_selection.rowsRemoved(first, last, m_services.model->rowCount());
        findSections();
        relayout();
        if (before != m_selection.count()) {
            announceSelection();
        }
    });
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        const RowRange shown = visibleRows();
        if (first.row() <= shown.last && last.row() >= shown.first) {
            m_isFetched = false;
            m_fetcher->start();
        }
    });
}

void GalleryView::rememberSelection()
{
    m_remembered.clear();
    m_rememberedCurrent = currentId();
    if (m_selection.count() <= kMaxRemembered) {
        m_remembered = selectedIds();
    }
}

void GalleryView::recallSelection()
{
    const qint64 before = m_selection.count();
    const QSet<domain::SampleId> wanted(m_remembered.begin(), m_remembered.end());
    const QList<domain::SampleId>& ids = m_services.model->ids();
    m_selection = {};
    RowRanges rows;
    for (qsizetype row = 0; row < ids.size() && (!wanted.isEmpty() || m_rememberedCurrent.isValid()); ++row) {
        const int at = static_cast<int>(row);
        if (wanted.contains(ids.at(row))) {
            rows.add(at, at);
        }
        if (ids.at(row) == m_rememberedCurrent) {
            m_selection.setCurrent(at);
            m_selection.setAnchor(at);
        }
    }
    m_selection.setRows(rows);
    m_remembered.clear();
    m_hovered = -1;
    findSections();
    relayout();
    if (before != m_selection.count()) {
        announceSelection();
    }
}

void GalleryView::selectIds(const QList<domain::SampleId>& ids)
{
    m_remembered = ids;
    m_rememberedCurrent = ids.isEmpty() ? currentId() : ids.front();
    recallSelection();
    announceSelection();
    scrollToRow(m_selection.current());
}

void GalleryView::setViewMode(ViewMode mode)
{
    if (mode != viewMode()) {
        const int top = topRow();
        GalleryLayout::Metrics metrics = m_layout.metrics();
        metrics.mode = mode;
        m_layout.setMetrics(metrics);
        relayout();
        setOffset(m_layout.offsetOf(top));
    }
}

void GalleryView::setThumbnailEdge(int edge)
{
    edge = std::clamp(edge, kMinEdge, kMaxEdge);
    if (edge == m_edge) {
        return;
    }
    // What one looks at stays in sight: the current cell if it is visible, else the first.
    const RowRange shown = visibleRows();
    const int current = m_selection.current();
    const int anchor = current >= shown.first && current <= shown.last ? current : shown.first;
    m_edge = edge;
    const int anchorTop = visualRect(anchor).top();
    relayout();
    setOffset(m_layout.offsetOf(anchor) - anchorTop);
    Q_EMIT thumbnailEdgeChanged(edge);
}

void GalleryView::setOverlayShown(bool isShown)
{
    m_isOverlayShown = isShown;
    viewport()->update();
}

void GalleryView::relayout()
{
    GalleryLayout::Metrics metrics;
    metrics.mode = viewMode();
    const bool isGrid = metrics.mode == ViewMode::Grid;
    metrics.cell = isGrid ? m_painter->gridCell(m_edge) : QSize(0, m_painter->rowHeight());
    metrics.header = isGrid ? 0 : m_painter->headerHeight();
    metrics.viewport = viewport()->size();
    metrics.count = m_services.model->rowCount();
    m_layout.setMetrics(metrics);
    m_layout.setSections(m_sectionStarts, m_painter->sectionHeight());
    if (m_selection.current() < 0 && metrics.count > 0) {
        m_selection.setCurrent(0);
        m_selection.setAnchor(0);
    }
    const qint64 range = m_layout.maximumOffset();
    m_scrollStep = range / kMaxScrollRange + 1;
    m_isSettingBar = true;
    verticalScrollBar()->setRange(0, static_cast<int>(range / m_scrollStep));
    verticalScrollBar()->setPageStep(static_cast<int>(std::max(1, metrics.viewport.height()) / m_scrollStep + 1));
    verticalScrollBar()->setSingleStep(40);
    m_isSettingBar = false;
    m_offset = std::clamp<qint64>(m_offset, 0, range);
    setOffset(m_offset);
    m_isFetched = false;
    m_fetcher->start();
    viewport()->update();
}

void GalleryView::setOffset(qint64 offset)
{
    offset = std::clamp<qint64>(offset, 0, m_layout.maximumOffset());
    const qint64 moved = m_offset - offset;
    m_offset = offset;
    m_isSettingBar = true;
    verticalScrollBar()->setValue(static_cast<int>(offset / m_scrollStep));
    m_isSettingBar = false;
    if (moved == 0) {
        return;
    }
    const int header = m_layout.metrics().header;
    const QRect area = viewport()->rect().adjusted(0, header, 0, 0);
    if (m_isRubberBanding || std::abs(moved) >= area.height()) {
        viewport()->update();
    } else {
        viewport()->scroll(0, static_cast<int>(moved), area);
    }
    setHovered(-1);
    m_isFetched = false;
    m_fetcher->start();
}

void GalleryView::scrollContentsBy(int, int)
{
    if (!m_isSettingBar) {
        setOffset(verticalScrollBar()->value() * m_scrollStep);
    }
}

void GalleryView::resizeEvent(QResizeEvent*)
{
    // The first visible row stays where it is, however many fit into a line now.
    const int top = topRow();
    const qint64 within = m_offset - m_layout.offsetOf(top);
    relayout();
    setOffset(m_layout.offsetOf(top) + within);
}

void GalleryView::fetchVisible()
{
    const RowRange shown = visibleRows();
    if (shown.last < shown.first) {
        m_isFetched = true;
        cancelScrolledAway();
        return;
    }
    if (!m_isFetched) {
        m_isFetched = m_services.model->fetch(shown.first, shown.last, kFetchBudgetMs);
        viewport()->update();
        m_fetcher->start();
        return;
    }
    // What the next turn of the wheel will show.
    const int page = shown.last - shown.first + 1;
    const RowRange ahead{std::max(0, shown.first - page / 2),
                         std::min(shown.last + page, m_services.model->rowCount() - 1)};
    if (!m_services.model->fetch(ahead.first, ahead.last, kFetchBudgetMs)) {
        m_fetcher->start();
        return;
    }
    for (int row = shown.last + 1; row <= ahead.last; ++row) {
        if (const domain::Sample* sample = m_services.model->cachedSample(row)) {
            (void)thumbnailOf(*sample);
        }
    }
    cancelScrolledAway();
}

void GalleryView::cancelScrolledAway()
{
    const RowRange shown = visibleRows();
    const int page = shown.last - shown.first + 1;
    QSet<domain::SampleId> near;
    for (int row = std::max(0, shown.first - page); row <= shown.last + page; ++row) {
        near.insert(m_services.model->idAt(row));
    }
    for (auto it = m_requested.begin(); it != m_requested.end();) {
        if (near.contains(*it)) {
            ++it;
        } else {
            m_services.thumbnails->cancel(*it);
            it = m_requested.erase(it);
        }
    }
}

Thumbnail GalleryView::thumbnailOf(const domain::Sample& sample)
{
    const int edge = viewMode() == ViewMode::Grid ? m_edge : m_painter->rowEdge();
    const int pixels = static_cast<int>(std::ceil(edge * devicePixelRatioF()));
    const Thumbnail thumbnail =
        m_services.thumbnails->request({sample.id, domain::absolutePath(sample, m_services.inputLocation),
                                        (pixels + kEdgeStep - 1) / kEdgeStep * kEdgeStep, sample.modifiedAt});
    if (thumbnail.state == ThumbnailState::Pending) {
        m_requested.insert(sample.id);
    } else {
        m_requested.remove(sample.id);
    }
    return thumbnail;
}

void GalleryView::takeThumbnail(domain::SampleId id)
{
    m_requested.remove(id);
    const RowRange shown = visibleRows();
    for (int row = shown.first; row <= shown.last; ++row) {
        if (m_services.model->idAt(row) == id) {
            updateRow(row);
            return;
        }
    }
}

bool GalleryView::isSettled() const
{
    const RowRange shown = visibleRows();
    for (int row = shown.first; row <= shown.last; ++row) {
        if (m_requested.contains(m_services.model->idAt(row))) {
            return false;
        }
    }
    return m_isFetched;
}

void GalleryView::updateRow(int row)
{
    if (row >= 0) {
        viewport()->update(visualRect(row));
    }
}

RowRange GalleryView::visibleRows() const
{
    return m_layout.visible(m_offset);
}

QRect GalleryView::visualRect(int row) const
{
    return m_layout.rect(row, m_offset);
}

int GalleryView::topRow() const
{
    return std::max(0, visibleRows().first);
}

int GalleryView::rowAt(const QPoint& position) const
{
    return m_layout.rowAt(position, m_offset);
}

void GalleryView::scrollToRow(int row)
{
    if (row >= 0 && row < m_services.model->rowCount()) {
        setOffset(m_layout.offsetToShow(row, m_offset));
    }
}

Cell GalleryView::cellOf(int row)
{
    Cell cell;
    cell.rect = visualRect(row);
    cell.sample = m_services.model->cachedSample(row);
    cell.labels = m_services.model->cachedLabels(row);
    cell.outlines = m_isOverlayShown ? m_services.model->cachedOutlines(row) : nullptr;
    cell.isSelected = m_selection.contains(row);
    cell.isCurrent = row == m_selection.current() && hasFocus();
    cell.isHovered = row == m_hovered;
    if (m_arrangement) {
        const domain::SampleId id = m_services.model->idAt(row);
        cell.likeness = m_arrangement->similarity(id);
        cell.isKept = m_arrangement->isKept(id);
    }
    if (cell.sample) {
        cell.thumbnail = thumbnailOf(*cell.sample);
    }
    return cell;
}

void GalleryView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const common::ThemeColours& colours = common::colours();
    painter.fillRect(event->rect(), colours.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const RowRange shown = visibleRows();
    for (int row = shown.first; row <= shown.last; ++row) {
        if (!visualRect(row).intersects(event->rect())) {
            continue;
        }
        if (viewMode() == ViewMode::Grid) {
            m_painter->paintGridCell(painter, cellOf(row));
        } else {
            m_painter->paintListRow(painter, cellOf(row));
        }
    }
    paintSections(painter, event->rect());
    if (viewMode() == ViewMode::List) {
        m_painter->paintHeader(painter, {0, 0, viewport()->width(), m_layout.metrics().header});
    }
    if (m_isRubberBanding) {
        QColor fill = colours.accent;
        fill.setAlpha(40);
        painter.setPen(QPen(colours.accent, 1));
        painter.setBrush(fill);
        painter.drawRect(QRectF(m_band).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

QList<domain::SampleId> GalleryView::selectedIds() const
{
    const QList<domain::SampleId>& ids = m_services.model->ids();
    QList<domain::SampleId> selected;
    selected.reserve(m_selection.count());
    for (const RowRange& range : m_selection.rows().ranges()) {
        selected += ids.mid(range.first, range.last - range.first + 1);
    }
    return selected;
}

domain::SampleId GalleryView::currentId() const
{
    return m_services.model->idAt(m_selection.current());
}

} // namespace lw::gallery
