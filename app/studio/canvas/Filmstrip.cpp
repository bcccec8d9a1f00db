// SPDX-License-Identifier: GPL-3.0-or-later
//! Cells of equal width over the shared sample list.
#include "app/studio/canvas/Filmstrip.h"

#include "models/items/SampleListModel.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/ThumbnailSource.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace lw::studio {

namespace {

constexpr int kMargin = 4;
constexpr int kFetchBudgetMs = 4;
constexpr int kFetchPauseMs = 8;

} // namespace

Filmstrip::Filmstrip(items::SampleListModel& model, gallery::ThumbnailSource& thumbnails, const QString& inputLocation,
                     QWidget* parent)
    : QAbstractScrollArea(parent), m_model(model), m_thumbnails(thumbnails), m_inputLocation(inputLocation)
{
    setObjectName(QStringLiteral("filmstrip"));
    setAccessibleName(tr("Neighbouring pictures"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // keys belong to the canvas, which has its own for next and previous
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(kCell + 2 * kMargin);
    viewport()->setMouseTracking(true);
    m_fetcher.setSingleShot(true);
    m_fetcher.setInterval(kFetchPauseMs);
    connect(&m_fetcher, &QTimer::timeout, this, &Filmstrip::fetchVisible);
    const auto repaint = [this] {
        refreshRange();
        viewport()->update();
    };
    connect(&model, &QAbstractItemModel::modelReset, this, repaint);
    connect(&model, &QAbstractItemModel::rowsInserted, this, repaint);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, repaint);
    connect(&model, &QAbstractItemModel::dataChanged, this, repaint);
    connect(&thumbnails, &gallery::ThumbnailSource::ready, viewport(), qOverload<>(&QWidget::update));
    refreshRange();
}

QRect Filmstrip::cell(int row) const
{
    return {row * kCell - horizontalScrollBar()->value(), kMargin, kCell, kCell};
}

std::pair<int, int> Filmstrip::visibleRows() const
{
    const int first = horizontalScrollBar()->value() / kCell;
    const int last = (horizontalScrollBar()->value() + viewport()->width()) / kCell;
    return {std::max(0, first), std::min(m_model.rowCount() - 1, last)};
}

int Filmstrip::rowAt(const QPoint& position) const
{
    const int row = (position.x() + horizontalScrollBar()->value()) / kCell;
    return row >= 0 && row < m_model.rowCount() ? row : -1;
}

void Filmstrip::refreshRange()
{
    const int content = m_model.rowCount() * kCell;
    horizontalScrollBar()->setRange(0, std::max(0, content - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(kCell);
}

void Filmstrip::setCurrentRow(int row)
{
    m_current = row;
    if (row >= 0) {
        refreshRange();
        horizontalScrollBar()->setValue(row * kCell + kCell / 2 - viewport()->width() / 2);
    }
    viewport()->update();
}

void Filmstrip::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), common::colours().surface);
    const auto [first, last] = visibleRows();
    bool isComplete = true;
    for (int row = first; row <= last; ++row) {
        paintCell(painter, row);
        isComplete = isComplete && m_model.cachedSample(row);
    }
    if (!isComplete && !m_fetcher.isActive()) {
        m_fetcher.start();
    }
}

void Filmstrip::paintCell(QPainter& painter, int row) const
{
    const auto& colours = common::colours();
    const QRect frame = cell(row).adjusted(3, 3, -3, -3);
    painter.fillRect(frame, colours.canvas);
    if (const domain::Sample* sample = m_model.cachedSample(row)) {
        gallery::ThumbnailRequest request;
        request.sample = sample->id;
        request.path = domain::absolutePath(*sample, m_inputLocation);
        request.edge = int(frame.width() * devicePixelRatioF());
        request.modifiedAt = sample->modifiedAt;
        const gallery::Thumbnail thumbnail = m_thumbnails.request(request);
        if (!thumbnail.pixmap.isNull()) {
            const QSize size = thumbnail.pixmap.size().scaled(frame.size(), Qt::KeepAspectRatio);
            QRect target(QPoint(), size);
            target.moveCenter(frame.center());
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawPixmap(target, thumbnail.pixmap);
        }
        paintMarks(painter, frame, row);
    }
    if (row == m_current || row == m_hovered) {
        const int width = row == m_current ? 3 : 1;
        painter.setPen(QPen(colours.accent, width));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    }
}

void Filmstrip::paintMarks(QPainter& painter, const QRect& frame, int row) const
{
    const domain::Sample* sample = m_model.cachedSample(row);
    const auto& colours = common::colours();
    const auto dot = [&](int place, const QColor& colour) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.surface, 2));
        painter.setBrush(colour);
        painter.drawEllipse(QPoint(frame.right() - 9 - place * 14, frame.bottom() - 9), 5, 5);
        painter.setRenderHint(QPainter::Antialiasing, false);
    };
    int place = 0;
    if (sample->state == domain::SampleState::Labelled) {
        dot(place++, colours.success);
    } else if (sample->state == domain::SampleState::ToConfirm) {
        dot(place++, colours.warning);
    }
    if (sample->isHard) {
        dot(place, colours.danger);
    }
}

void Filmstrip::fetchVisible()
{
    const auto [first, last] = visibleRows();
    const bool isComplete = first > last || m_model.fetch(first, last, kFetchBudgetMs);
    viewport()->update();
    if (!isComplete) {
        m_fetcher.start();
    }
}

void Filmstrip::resizeEvent(QResizeEvent*)
{
    setCurrentRow(m_current);
    refreshRange();
}

void Filmstrip::scrollContentsBy(int, int)
{
    viewport()->update();
}

void Filmstrip::wheelEvent(QWheelEvent* event)
{
    const QPoint delta = event->angleDelta();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (delta.x() != 0 ? delta.x() : delta.y()));
    event->accept();
}

void Filmstrip::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && row >= 0) {
        Q_EMIT sampleChosen(m_model.idAt(row));
    }
}

void Filmstrip::mouseMoveEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    if (row != m_hovered) {
        m_hovered = row;
        viewport()->update();
    }
}

void Filmstrip::leaveEvent(QEvent*)
{
    m_hovered = -1;
    viewport()->update();
}

bool Filmstrip::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = rowAt(help->pos());
        const domain::Sample* sample = row < 0 ? nullptr : m_model.cachedSample(row);
        QToolTip::showText(help->globalPos(), sample ? sample->name.toHtmlEscaped() : QString(), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace lw::studio
