// SPDX-License-Identifier: GPL-3.0-or-later
//! What mouse, keys and drops do in the gallery.
#include "widgets/gallery/GalleryView.h"

#include "models/items/HardReasonTexts.h"
#include "models/items/SampleListModel.h"
#include "models/items/Texts.h"
#include "widgets/gallery/CellPainter.h"
#include "widgets/common/DroppedFiles.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QTimer>
#include <QToolTip>
#include <QUrl>

#include <algorithm>

namespace lw::gallery {

namespace {

constexpr int kWheelStep = 120;
constexpr int kSizeStep = 32;

} // namespace

void GalleryView::setCurrentId(domain::SampleId id)
{
    const int row = m_services.model->rowOf(id);
    if (row >= 0) {
        m_selection.selectOnly(row);
        scrollToRow(row);
        announceSelection();
        announceCurrent();
    }
}

void GalleryView::selectAll()
{
    m_selection.selectAll(m_services.model->rowCount());
    announceSelection();
}

void GalleryView::selectPage()
{
    const RowRange shown = visibleRows();
    RowRanges rows;
    rows.add(shown.first, shown.last);
    m_selection.setRows(rows);
    announceSelection();
}

void GalleryView::invertSelection()
{
    m_selection.invert(m_services.model->rowCount());
    announceSelection();
}

void GalleryView::clearSelection()
{
    m_selection.clear();
    announceSelection();
}

void GalleryView::announceSelection()
{
    viewport()->update();
    Q_EMIT selectionChanged();
}

void GalleryView::announceCurrent()
{
    Q_EMIT currentChanged(currentId());
    if (!QAccessible::isActive()) {
        return;
    }
    const std::optional<domain::Sample> sample = m_services.model->sampleAt(m_selection.current());
    if (sample) {
        //: read out by screen readers: file name, state, place in the list
        setAccessibleDescription(tr("%1, %2, %3 of %4")
                                     .arg(sample->name, items::stateText(sample->state))
                                     .arg(m_selection.current() + 1)
                                     .arg(m_services.model->rowCount()));
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
}

void GalleryView::setHovered(int row)
{
    if (row != m_hovered) {
        updateRow(m_hovered);
        m_hovered = row;
        updateRow(m_hovered);
    }
}

bool GalleryView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        setHovered(-1);
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos());
        const domain::Sample* sample = m_services.model->cachedSample(row);
        if (sample) {
            QStringList lines{sample->name, sample->folder, items::pixelsText(sample->width, sample->height),
                              items::bytesText(sample->bytes), items::stateText(sample->state)};
            if (sample->isHard) {
                lines.append(items::hardText(*sample));
            }
            lines.append(thumbnailOf(*sample).reason);
            lines.removeAll(QString());
            // File names come from outside and must not be taken for HTML.
            QToolTip::showText(help->globalPos(),
                               lines.join(u'\n').toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")), viewport(),
                               visualRect(row));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void GalleryView::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    m_pressedAt = at;
    m_pressedContentY = m_offset + at.y();
    m_pressedRow = rowAt(at);
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (m_pressedRow < 0) {
        if (!(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) && m_selection.count() > 0) {
            clearSelection();
        }
        m_selectionBeforeBand = m_selection.rows();
        return;
    }
    const bool isTick = viewMode() == ViewMode::Grid && m_painter->tickRect(visualRect(m_pressedRow)).contains(at);
    m_selection.click(m_pressedRow, isTick ? event->modifiers() | Qt::ControlModifier : event->modifiers());
    scrollToRow(m_pressedRow);
    announceSelection();
    announceCurrent();
}

void GalleryView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    if (!(event->buttons() & Qt::LeftButton)) {
        const int row = rowAt(at);
        setHovered(row);
        const bool isChip = row >= 0 && m_painter->chipAt(cellOf(row), viewMode() == ViewMode::Grid, at).isValid();
        viewport()->setCursor(isChip ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return;
    }
    if (m_pressedRow >= 0 || (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance()) {
        return;
    }
    m_isRubberBanding = true;
    updateRubberBand(at);
    const bool isOutside = at.y() < 0 || at.y() > viewport()->height();
    if (isOutside && !m_dragScroller->isActive()) {
        m_dragScroller->start();
    }
}

void GalleryView::updateRubberBand(const QPoint& position)
{
    m_bandEnd = position;
    const int header = m_layout.metrics().header;
    const qint64 endY = m_offset + position.y();
    m_band = QRect(QPoint(m_pressedAt.x(), static_cast<int>(m_pressedContentY - m_offset)), position).normalized();
    RowRanges rows = m_selectionBeforeBand;
    const RowRanges touched =
        m_layout.rowsIn(std::min(m_pressedAt.x(), position.x()), std::max(m_pressedAt.x(), position.x()),
                        std::min(m_pressedContentY, endY) - header, std::max(m_pressedContentY, endY) - header);
    for (const RowRange& range : touched.ranges()) {
        rows.add(range.first, range.last);
    }
    m_selection.setRows(rows);
    viewport()->update();
}

void GalleryView::scrollWhileDragging()
{
    const int below = m_bandEnd.y() - viewport()->height();
    const int beyond = m_bandEnd.y() < 0 ? m_bandEnd.y() : std::max(0, below);
    if (!m_isRubberBanding || beyond == 0) {
        m_dragScroller->stop();
        return;
    }
    setOffset(m_offset + beyond);
    updateRubberBand(m_bandEnd);
}

void GalleryView::mouseReleaseEvent(QMouseEvent* event)
{
    m_dragScroller->stop();
    if (m_isRubberBanding) {
        m_isRubberBanding = false;
        announceSelection();
        return;
    }
    const QPoint at = event->position().toPoint();
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && m_pressedRow >= 0 &&
        rowAt(at) == m_pressedRow) {
        const domain::LabelId label = m_painter->chipAt(cellOf(m_pressedRow), viewMode() == ViewMode::Grid, at);
        if (label.isValid()) {
            Q_EMIT labelClicked(label);
        }
    }
}

void GalleryView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const domain::SampleId id = m_services.model->idAt(rowAt(event->position().toPoint()));
    if (event->button() == Qt::LeftButton && id.isValid()) {
        Q_EMIT openRequested(id);
    }
}

void GalleryView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setThumbnailEdge(m_edge + (event->angleDelta().y() > 0 ? kSizeStep : -kSizeStep));
    } else if (!event->pixelDelta().isNull()) {
        setOffset(m_offset - event->pixelDelta().y());
    } else {
        setOffset(m_offset - event->angleDelta().y() * kWheelStep / QWheelEvent::DefaultDeltasPerStep);
    }
    event->accept();
}

int GalleryView::rowAfterKey(int key) const
{
    const int last = m_services.model->rowCount() - 1;
    const int current = std::max(0, m_selection.current());
    switch (key) {
    case Qt::Key_Left:
        return std::max(0, current - 1);
    case Qt::Key_Right:
        return std::min(last, current + 1);
    case Qt::Key_Up:
        return m_layout.rowBeside(current, -1);
    case Qt::Key_Down:
        return m_layout.rowBeside(current, 1);
    case Qt::Key_PageUp:
        return m_layout.rowBeside(current, -m_layout.linesPerPage());
    case Qt::Key_PageDown:
        return m_layout.rowBeside(current, m_layout.linesPerPage());
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return last;
    default:
        return -1;
    }
}

void GalleryView::moveCurrent(int row, Qt::KeyboardModifiers modifiers)
{
    m_selection.move(row, modifiers);
    scrollToRow(row);
    announceSelection();
    announceCurrent();
}

void GalleryView::keyPressEvent(QKeyEvent* event)
{
    if (m_services.model->rowCount() == 0) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (const int row = rowAfterKey(event->key()); row >= 0 && !(event->modifiers() & Qt::AltModifier)) {
        moveCurrent(row, event->modifiers());
        return;
    }
    switch (event->key()) {
    case Qt::Key_Space:
        m_selection.toggleCurrent();
        announceSelection();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT openRequested(currentId());
        return;
    case Qt::Key_Delete:
        if (m_selection.count() > 0) {
            Q_EMIT deleteRequested();
        }
        return;
    case Qt::Key_Escape:
        if (m_selection.count() > 0) {
            clearSelection();
            return;
        }
        break;
    default:
        break;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->matches(QKeySequence::ZoomIn) || event->matches(QKeySequence::ZoomOut)) {
        setThumbnailEdge(m_edge + (event->matches(QKeySequence::ZoomIn) ? kSizeStep : -kSizeStep));
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void GalleryView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const int row = isKey ? m_selection.current() : rowAt(event->pos());
    if (row >= 0 && !m_selection.contains(row)) {
        m_selection.selectOnly(row);
        announceSelection();
        announceCurrent();
    }
    const QPoint at = isKey && row >= 0 ? viewport()->mapToGlobal(visualRect(row).center()) : event->globalPos();
    Q_EMIT contextMenuRequested(m_services.model->idAt(row), at);
}

void GalleryView::dragEnterEvent(QDragEnterEvent* event)
{
    if (!common::droppedFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void GalleryView::dragMoveEvent(QDragMoveEvent* event)
{
    event->acceptProposedAction();
}

void GalleryView::dropEvent(QDropEvent* event)
{
    const QStringList paths = common::droppedFiles(event->mimeData());
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT filesDropped(paths);
    }
}

void GalleryView::focusInEvent(QFocusEvent*)
{
    updateRow(m_selection.current());
}

void GalleryView::focusOutEvent(QFocusEvent*)
{
    updateRow(m_selection.current());
}

} // namespace lw::gallery
