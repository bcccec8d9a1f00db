// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws a thinned map while it moves and the whole one when it rests.
#include "widgets/charts/EmbeddingMap.h"

#include "widgets/common/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace lw::charts {

namespace {

constexpr double kMargin = 20;      ///< pixels around the whole plane
constexpr double kAir = 0.06;       ///< around all dots, by their extent
constexpr double kMaxZoom = 4'000;
constexpr double kHoverReach = 10;  ///< pixels
constexpr double kAround = 48;      ///< pixels that the key for the surroundings takes
constexpr qint64 kDraftDots = 150'000;
constexpr int kQuietMs = 90;
constexpr int kPreviewEdge = 160;

int dotSizeFor(qint64 seen)
{
    return seen > 200'000 ? 2 : seen > 20'000 ? 3 : seen > 2'000 ? 4 : 6;
}

} // namespace

EmbeddingMap::EmbeddingMap(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("embeddingMap"));
    setAccessibleName(tr("Map of the pictures"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietMs);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        if (m_isDraft) {
            redraw(false);
        }
    });
}

void EmbeddingMap::setDots(std::vector<MapDot> dots)
{
    m_field = DotField(std::move(dots));
    m_selected.assign(size_t(m_field.size()), false);
    m_hovered = m_current = -1;
    m_lasso.clear();
    zoomToFit();
}

void EmbeddingMap::setGroups(std::vector<MapGroup> groups, const std::function<int(domain::SampleId)>& groupOf)
{
    m_groups = std::move(groups);
    m_field.regroup([&groupOf](const MapDot& dot) { return groupOf(dot.id); });
    redraw(false);
}

void EmbeddingMap::refreshPreview(domain::SampleId id)
{
    if (m_hovered >= 0 && m_field.at(m_hovered).id == id) {
        update();
    }
}

QList<domain::SampleId> EmbeddingMap::selected() const
{
    QList<domain::SampleId> ids;
    for (int i = 0; i < m_field.size(); ++i) {
        if (m_selected[size_t(i)]) {
            ids.append(m_field.at(i).id);
        }
    }
    return ids;
}

void EmbeddingMap::setSelected(const QList<domain::SampleId>& ids)
{
    const QSet<domain::SampleId> wanted(ids.begin(), ids.end());
    for (int i = 0; i < m_field.size(); ++i) {
        m_selected[size_t(i)] = wanted.contains(m_field.at(i).id);
    }
    redraw(false);
}

void EmbeddingMap::clearSelection()
{
    choose({}, Choice::Replace);
}

void EmbeddingMap::selectAll()
{
    m_selected.assign(m_selected.size(), true);
    redraw(false);
    Q_EMIT selectionChanged();
}

domain::SampleId EmbeddingMap::current() const
{
    return m_current >= 0 ? m_field.at(m_current).id : domain::SampleId();
}

/// The part of the plane that the widget shows; both axes have the same scale.
QRectF EmbeddingMap::window() const
{
    const double edge = std::max(1.0, std::min(width(), height()) - 2 * kMargin) * m_zoom;
    const QSizeF size(width() / edge, height() / edge);
    return {m_centre.x() - size.width() / 2, m_centre.y() - size.height() / 2, size.width(), size.height()};
}

QPointF EmbeddingMap::toWidget(const QPointF& plane) const
{
    const QRectF seen = window();
    return {(plane.x() - seen.left()) / seen.width() * width(), (plane.y() - seen.top()) / seen.height() * height()};
}

QPointF EmbeddingMap::toPlane(const QPointF& widget) const
{
    const QRectF seen = window();
    return {seen.left() + widget.x() / width() * seen.width(), seen.top() + widget.y() / height() * seen.height()};
}

double EmbeddingMap::reach(double pixels) const
{
    return pixels / width() * window().width();
}

void EmbeddingMap::zoomBy(double factor, const QPointF& around)
{
    const QPointF fixed = toPlane(around);
    m_isFitted = false;
    m_zoom = std::clamp(m_zoom * factor, 0.5, kMaxZoom);
    m_centre += fixed - toPlane(around);
    redraw(true);
}

void EmbeddingMap::zoomToFit()
{
    const QRectF bounds = m_field.bounds();
    const double wide = std::max(1e-3, bounds.width() * (1 + 2 * kAir)), high = std::max(1e-3, bounds.height() * (1 + 2 * kAir));
    const double roomX = std::max(1.0, width() - 2 * kMargin), roomY = std::max(1.0, height() - 2 * kMargin);
    m_zoom = m_field.size() < 2 ? 1 : std::min(roomX / wide, roomY / high) / std::min(roomX, roomY);
    m_centre = m_field.size() == 0 ? QPointF(0.5, 0.5) : bounds.center();
    m_isFitted = true;
    redraw(false);
}

void EmbeddingMap::moveBy(const QPointF& pixels)
{
    const QRectF seen = window();
    m_isFitted = false;
    m_centre -= QPointF(pixels.x() / width() * seen.width(), pixels.y() / height() * seen.height());
    m_centre = {std::clamp(m_centre.x(), 0.0, 1.0), std::clamp(m_centre.y(), 0.0, 1.0)};
    redraw(true);
}

void EmbeddingMap::redraw(bool isMoving)
{
    m_isStale = true;
    m_isDraft = isMoving;
    if (isMoving) {
        m_quiet.start();
    }
    update();
}

void EmbeddingMap::render()
{
    const double ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_image.size() != pixels) {
        m_image = QImage(pixels, QImage::Format_RGB32);
    }
    const common::ThemeColours& theme = common::colours();
    m_image.setDevicePixelRatio(1);
    m_image.fill(theme.canvas);
    const bool hasSelection = std::find(m_selected.begin(), m_selected.end(), true) != m_selected.end();
    DotField::Look look;
    look.window = window();
    for (const MapGroup& group : m_groups) {
        // What is not chosen steps back.
        look.colours.push_back(
            (hasSelection ? common::blended(theme.canvas, group.colour, 0.35) : group.colour).rgb());
    }
    if (look.colours.empty()) {
        look.colours.push_back((hasSelection ? theme.border : theme.accent).rgb());
    }
    const qint64 seen = m_field.countIn(look.window);
    look.dotSize = int(std::lround(dotSizeFor(seen) * ratio));
    look.budget = m_isDraft ? kDraftDots : 0;
    look.emphasised = hasSelection ? &m_selected : nullptr;
    look.emphasis = theme.accent.rgb();
    m_field.draw(m_image, look);
    m_image.setDevicePixelRatio(ratio);
    m_isStale = false;
}

void EmbeddingMap::paintEvent(QPaintEvent*)
{
    if (m_isStale) {
        render();
    }
    const common::ThemeColours& theme = common::colours();
    QPainter painter(this);
    painter.drawImage(QPoint(), m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_lasso.size() > 1) {
        QColor inside = theme.accent;
        inside.setAlphaF(0.15F);
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(inside);
        painter.drawPolygon(m_lasso);
    }
    painter.setBrush(Qt::NoBrush);
    for (const int dot : {m_hovered, hasFocus() ? m_current : -1}) {
        if (dot >= 0) {
            painter.setPen(QPen(dot == m_current ? theme.accent : theme.text, 2));
            painter.drawEllipse(toWidget(QPointF(m_field.at(dot).x, m_field.at(dot).y)), 7, 7);
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
    paintPreview(painter);
}

void EmbeddingMap::paintPreview(QPainter& painter)
{
    const int dot = m_hovered >= 0 ? m_hovered : hasFocus() ? m_current : -1;
    if (dot < 0 || !m_preview || m_dragFrom || !m_lasso.isEmpty()) {
        return;
    }
    const MapPreview shown = m_preview(m_field.at(dot).id);
    const QSizeF picture = shown.picture.isNull()
                               ? QSizeF(kPreviewEdge, kPreviewEdge / 2)
                               : QSizeF(shown.picture.size()).scaled(kPreviewEdge, kPreviewEdge, Qt::KeepAspectRatio);
    const double textHeight = fontMetrics().height() + 4;
    QRectF box(toWidget(QPointF(m_field.at(dot).x, m_field.at(dot).y)) + QPointF(14, 14),
               QSizeF(kPreviewEdge + 2 * common::kGrid, picture.height() + textHeight + 2 * common::kGrid));
    if (box.right() > width()) {
        box.moveRight(box.left() - 28);
    }
    if (box.bottom() > height()) {
        box.moveBottom(box.top() - 28);
    }
    const common::ThemeColours& theme = common::colours();
    painter.setPen(theme.border);
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(box, common::kRadius, common::kRadius);
    const QRectF area(box.left() + common::kGrid + (kPreviewEdge - picture.width()) / 2, box.top() + common::kGrid,
                      picture.width(), picture.height());
    if (!shown.picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(area, shown.picture, QRectF(shown.picture.rect()));
    }
    painter.setPen(theme.text);
    painter.drawText(QRectF(box.left() + common::kGrid, area.bottom() + 4, kPreviewEdge, textHeight), Qt::AlignCenter,
                     fontMetrics().elidedText(shown.text, Qt::ElideMiddle, kPreviewEdge));
}

void EmbeddingMap::resizeEvent(QResizeEvent*)
{
    if (m_isFitted) {
        zoomToFit();
    }
    redraw(false);
}

void EmbeddingMap::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton) {
        m_lasso = {event->position()};
    } else if (event->button() == Qt::MiddleButton || event->button() == Qt::RightButton) {
        m_dragFrom = event->position();
        setCursor(Qt::ClosedHandCursor);
    }
}

void EmbeddingMap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragFrom) {
        moveBy(event->position() - *m_dragFrom);
        m_dragFrom = event->position();
    } else if (!m_lasso.isEmpty()) {
        m_lasso.append(event->position());
        update();
    } else {
        hover(event->position());
    }
}

void EmbeddingMap::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_lasso.isEmpty()) {
        finishLasso(event->modifiers());
    } else if (m_dragFrom) {
        m_dragFrom.reset();
        unsetCursor();
    }
}

void EmbeddingMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int dot = m_field.nearest(toPlane(event->position()), reach(kHoverReach));
    m_lasso.clear();
    if (dot >= 0) {
        Q_EMIT openRequested(m_field.at(dot).id);
    }
}

void EmbeddingMap::finishLasso(Qt::KeyboardModifiers modifiers)
{
    const QRectF box = m_lasso.boundingRect();
    QList<int> dots;
    if (std::max(box.width(), box.height()) < 4) { // a click
        const int dot = m_field.nearest(toPlane(m_lasso.front()), reach(kHoverReach));
        m_current = dot >= 0 ? dot : m_current;
        dots = dot >= 0 ? QList<int>{dot} : QList<int>();
    } else {
        QPolygonF plane;
        for (const QPointF& corner : std::as_const(m_lasso)) {
            plane.append(toPlane(corner));
        }
        dots = m_field.within(plane);
    }
    m_lasso.clear();
    choose(dots, modifiers & Qt::ControlModifier ? Choice::Add
                 : modifiers & Qt::AltModifier   ? Choice::TakeAway
                                                 : Choice::Replace);
}

void EmbeddingMap::choose(const QList<int>& dots, Choice choice)
{
    if (choice == Choice::Replace) {
        m_selected.assign(m_selected.size(), false);
    }
    for (const int dot : dots) {
        m_selected[size_t(dot)] = choice != Choice::TakeAway;
    }
    redraw(false);
    Q_EMIT selectionChanged();
}

void EmbeddingMap::wheelEvent(QWheelEvent* event)
{
    zoomBy(std::pow(1.0015, event->angleDelta().y()), event->position());
    event->accept();
}

void EmbeddingMap::hover(const QPointF& at)
{
    const int dot = m_field.nearest(toPlane(at), reach(kHoverReach));
    if (dot != m_hovered) {
        m_hovered = dot;
        update();
    }
}

void EmbeddingMap::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

void EmbeddingMap::step(const QPointF& direction)
{
    const int next = m_current < 0 ? m_field.nearest(m_centre, 2) : m_field.towards(m_current, direction);
    if (next >= 0) {
        m_current = next;
        m_hovered = -1;
        revealCurrent();
    }
    update();
}

void EmbeddingMap::revealCurrent()
{
    const QPointF at(m_field.at(m_current).x, m_field.at(m_current).y);
    if (!QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin).contains(toWidget(at))) {
        m_centre = at;
        redraw(false);
    }
}

void EmbeddingMap::keyPressEvent(QKeyEvent* event)
{
    constexpr double kStep = 60;
    const bool isMove = event->modifiers() & Qt::ShiftModifier;
    const auto arrow = [&](double x, double y) { isMove ? moveBy({-x * kStep, -y * kStep}) : step({x, y}); };
    switch (event->key()) {
    case Qt::Key_Left:
        return arrow(-1, 0);
    case Qt::Key_Right:
        return arrow(1, 0);
    case Qt::Key_Up:
        return arrow(0, -1);
    case Qt::Key_Down:
        return arrow(0, 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1.25, QRectF(rect()).center());
    case Qt::Key_Minus:
        return zoomBy(0.8, QRectF(rect()).center());
    case Qt::Key_0:
        return zoomToFit();
    default:
        break;
    }
    const bool isAdding = event->modifiers() & Qt::ControlModifier;
    if (event->key() == Qt::Key_A && isAdding) {
        selectAll();
    } else if (event->key() == Qt::Key_Escape && std::find(m_selected.begin(), m_selected.end(), true) != m_selected.end()) {
        clearSelection();
    } else if (event->key() == Qt::Key_Space && m_current >= 0) {
        choose({m_current}, m_selected[size_t(m_current)] ? Choice::TakeAway : Choice::Add);
    } else if (event->key() == Qt::Key_G && m_current >= 0) {
        const QPointF at(m_field.at(m_current).x, m_field.at(m_current).y);
        choose(m_field.within(at, reach(kAround)), isAdding ? Choice::Add : Choice::Replace);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current >= 0) {
        Q_EMIT openRequested(m_field.at(m_current).id);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace lw::charts
