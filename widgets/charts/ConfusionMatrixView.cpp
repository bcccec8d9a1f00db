// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints the square, names turned where they would not fit.
#include "widgets/charts/ConfusionMatrixView.h"

#include "widgets/common/Theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace lw::charts {

namespace {

constexpr int kLeastSide = 16;
constexpr int kMostSide = 88;
constexpr int kLeastForText = 24;
constexpr int kMostName = 132;
constexpr int kGap = 8;
constexpr int kTitle = 24;

} // namespace

ConfusionMatrixView::ConfusionMatrixView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("confusionMatrix"));
    setAccessibleName(tr("Confusion matrix"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
}

void ConfusionMatrixView::setMatrix(const QStringList& labels, const std::vector<std::vector<qint64>>& counts)
{
    m_labels = labels;
    m_counts = counts;
    m_countsPixels = false;
    m_sums.clear();
    for (std::vector<qint64>& row : m_counts) {
        row.resize(m_counts.size(), 0);
        qint64 sum = 0;
        for (const qint64 each : row) {
            sum += each;
        }
        m_sums.push_back(sum);
    }
    m_current = {};
    layOut();
    viewport()->update();
}

void ConfusionMatrixView::setPixels(const QStringList& labels, const std::vector<std::vector<qint64>>& counts)
{
    setMatrix(labels, counts);
    m_countsPixels = true;
}

qint64 ConfusionMatrixView::at(int isTrue, int said) const
{
    return m_counts.at(size_t(isTrue)).at(size_t(said));
}

QString ConfusionMatrixView::nameOf(int index, bool isTrue) const
{
    if (!isBackground(index)) {
        return m_labels.at(index);
    }
    if (m_countsPixels) {
        //: row and column of the confusion matrix beside the labels: pixels without one
        return tr("(no label)");
    }
    //: row and column of the confusion matrix beside the labels
    return isTrue ? tr("(nothing there)") : tr("(nothing found)");
}

double ConfusionMatrixView::shareOf(int isTrue, int said) const
{
    const qint64 sum = m_sums[size_t(isTrue)];
    return sum > 0 ? double(at(isTrue, said)) / double(sum) : 0.0;
}

QString ConfusionMatrixView::numberText(int isTrue, int said) const
{
    const QLocale locale;
    if (!m_countsPixels) {
        return locale.toString(at(isTrue, said));
    }
    const double percent = shareOf(isTrue, said) * 100;
    return QString(percent > 0 && percent < 0.5 ? QStringLiteral("<1") : locale.toString(percent, 'f', 0)) +
           locale.percent();
}

QString ConfusionMatrixView::pixelText(int isTrue, int said) const
{
    const QString share = numberText(isTrue, said);
    if (isBackground(isTrue)) {
        return isBackground(said) ? tr("%1 of the pixels without a label are right.").arg(share)
                                  : tr("%1 of the pixels without a label were taken for “%2”.")
                                        .arg(share, nameOf(said, false));
    }
    if (isBackground(said)) {
        return tr("%1 of the pixels of “%2” were not found.").arg(share, nameOf(isTrue, true));
    }
    return isTrue == said ? tr("%1 of the pixels of “%2” are right.").arg(share, nameOf(isTrue, true))
                          : tr("%1 of the pixels of “%2” were taken for “%3”.")
                                .arg(share, nameOf(isTrue, true), nameOf(said, false));
}

QString ConfusionMatrixView::cellText(int isTrue, int said) const
{
    if (m_countsPixels) {
        return pixelText(isTrue, said);
    }
    const QLocale locale;
    const qint64 count = at(isTrue, said);
    const QString number = locale.toString(count);
    const QString of = locale.toString(m_sums.at(size_t(isTrue)));
    if (isBackground(isTrue)) {
        return tr("“%1” found where nothing is: %2").arg(nameOf(said, false), number);
    }
    if (isBackground(said)) {
        return tr("%1 of %2 “%3” were not found.").arg(number, of, nameOf(isTrue, true));
    }
    return isTrue == said ? tr("%1 of %2 “%3” are right.").arg(number, of, nameOf(isTrue, true))
                          : tr("%1 of %2 “%3” were taken for “%4”.")
                                .arg(number, of, nameOf(isTrue, true), nameOf(said, false));
}

void ConfusionMatrixView::layOut()
{
    int widest = 0;
    for (int i = 0; i < count(); ++i) {
        widest = std::max({widest, fontMetrics().horizontalAdvance(nameOf(i, true)),
                           fontMetrics().horizontalAdvance(nameOf(i, false))});
    }
    widest = std::min(widest, kMostName);
    m_left = kTitle + widest + kGap;
    m_top = kTitle + widest + kGap;
    const int n = std::max(1, count());
    const int room = std::min(viewport()->width() - m_left, viewport()->height() - m_top) - 2;
    m_side = std::clamp(room / n, kLeastSide, kMostSide);
    const auto setUp = [&](QScrollBar* bar, int size, int margin) {
        const int page = std::max(0, size - margin);
        bar->setRange(0, std::max(0, m_side * n + 2 - page));
        bar->setPageStep(page);
        bar->setSingleStep(m_side);
    };
    setUp(horizontalScrollBar(), viewport()->width(), m_left);
    setUp(verticalScrollBar(), viewport()->height(), m_top);
}

QRect ConfusionMatrixView::cellRect(int isTrue, int said) const
{
    return {m_left + said * m_side - horizontalScrollBar()->value(),
            m_top + isTrue * m_side - verticalScrollBar()->value(), m_side, m_side};
}

ConfusionMatrixView::Cell ConfusionMatrixView::cellAt(const QPoint& at) const
{
    if (at.x() < m_left || at.y() < m_top) {
        return {};
    }
    const int said = (at.x() - m_left + horizontalScrollBar()->value()) / m_side;
    const int isTrue = (at.y() - m_top + verticalScrollBar()->value()) / m_side;
    return said < count() && isTrue < count() ? Cell{isTrue, said} : Cell{};
}

void ConfusionMatrixView::paintEvent(QPaintEvent*)
{
    const common::ThemeColours& colours = common::colours();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), colours.surface);
    if (m_counts.empty()) {
        return;
    }
    painter.save();
    painter.setClipRect(QRect(m_left, m_top, viewport()->width(), viewport()->height()));
    paintCells(painter);
    painter.restore();
    paintNames(painter);
    if (hasFocus() && m_current.isValid()) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellRect(m_current.isTrue, m_current.said).adjusted(0, 0, -1, -1));
    }
}

void ConfusionMatrixView::paintCells(QPainter& painter) const
{
    const common::ThemeColours& colours = common::colours();
    QFont small = font();
    small.setPixelSize(std::clamp(m_side / 3, 9, 14));
    painter.setFont(small);
    const QFontMetrics metrics(small);
    for (int i = 0; i < count(); ++i) {
        for (int j = 0; j < count(); ++j) {
            const QRect cell = cellRect(i, j);
            if (!cell.intersects(viewport()->rect())) {
                continue;
            }
            const qint64 number = at(i, j);
            const double share = shareOf(i, j);
            const bool isEmptyCorner = isBackground(i) && isBackground(j) && !m_countsPixels;
            const QColor ink = i == j ? colours.accent : colours.danger;
            const QColor fill = number > 0 && !isEmptyCorner
                                    ? common::blended(colours.surface, ink, 0.10 + 0.80 * share)
                                    : colours.surface;
            painter.fillRect(cell.adjusted(0, 0, -1, -1), fill);
            painter.setPen(colours.border);
            painter.drawRect(cell.adjusted(0, 0, -1, -1));
            const QString text = numberText(i, j);
            if (number > 0 && m_side >= kLeastForText && metrics.horizontalAdvance(text) <= m_side - 4) {
                painter.setPen(share > 0.45 ? common::readableOn(fill) : colours.text);
                painter.drawText(cell, Qt::AlignCenter, text);
            }
        }
    }
    if (m_current.isValid()) {
        painter.setPen(QPen(colours.text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellRect(m_current.isTrue, m_current.said).adjusted(0, 0, -1, -1));
    }
}

void ConfusionMatrixView::paintNames(QPainter& painter) const
{
    const common::ThemeColours& colours = common::colours();
    const QFontMetrics metrics(font());
    painter.setFont(font());
    // Every second name, or third, where lines are lower than the letters.
    const int step = std::max(1, (metrics.height() + m_side - 1) / m_side);
    for (int i = 0; i < count(); ++i) {
        const bool isShown = i % step == 0 || m_current.isTrue == i;
        const QRect row = cellRect(i, 0);
        if (isShown && row.bottom() > m_top && row.top() < viewport()->height()) {
            painter.setPen(m_current.isTrue == i ? colours.text : colours.textMuted);
            const QRect room(kTitle, row.center().y() - metrics.height() / 2, m_left - kTitle - kGap,
                             metrics.height() + 2);
            painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                             metrics.elidedText(nameOf(i, true), Qt::ElideRight, room.width()));
        }
        const QRect column = cellRect(0, i);
        if ((i % step == 0 || m_current.said == i) && column.right() > m_left &&
            column.left() < viewport()->width()) {
            painter.setPen(m_current.said == i ? colours.text : colours.textMuted);
            painter.save();
            painter.translate(column.center().x(), m_top - kGap);
            painter.rotate(-90);
            const QRect room(0, -metrics.height() / 2, m_top - kTitle - kGap, metrics.height() + 2);
            painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                             metrics.elidedText(nameOf(i, false), Qt::ElideRight, room.width()));
            painter.restore();
        }
    }
    painter.setPen(colours.textMuted);
    const int square = std::min(m_side * count(), viewport()->width() - m_left);
    painter.drawText(QRect(m_left, 0, square, kTitle), Qt::AlignCenter,
                     metrics.elidedText(tr("Answer of the model"), Qt::ElideRight, square));
    const int high = std::min(m_side * count(), viewport()->height() - m_top);
    painter.save();
    painter.translate(0, m_top + high);
    painter.rotate(-90);
    painter.drawText(QRect(0, 0, high, kTitle), Qt::AlignCenter,
                     metrics.elidedText(tr("True label"), Qt::ElideRight, high));
    painter.restore();
}

void ConfusionMatrixView::setCurrent(const Cell& cell)
{
    if (cell != m_current) {
        m_current = cell;
        const bool canOpen = cell.isValid() && at(cell.isTrue, cell.said) > 0;
        viewport()->setCursor(canOpen ? Qt::PointingHandCursor : Qt::ArrowCursor);
        setAccessibleDescription(cell.isValid() ? cellText(cell.isTrue, cell.said) : QString());
        viewport()->update();
    }
}

void ConfusionMatrixView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void ConfusionMatrixView::mouseMoveEvent(QMouseEvent* event)
{
    setCurrent(cellAt(event->position().toPoint()));
}

void ConfusionMatrixView::mouseReleaseEvent(QMouseEvent* event)
{
    const Cell cell = cellAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && cell.isValid()) {
        Q_EMIT cellActivated(cell.isTrue, cell.said);
    }
}

void ConfusionMatrixView::leaveEvent(QEvent*)
{
    setCurrent({});
}

bool ConfusionMatrixView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        setCurrent({});
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Cell cell = cellAt(help->pos());
        if (cell.isValid()) {
            QToolTip::showText(help->globalPos(), cellText(cell.isTrue, cell.said), viewport());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ConfusionMatrixView::keyPressEvent(QKeyEvent* event)
{
    if (m_counts.empty()) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    Cell cell = m_current.isValid() ? m_current : Cell{0, 0};
    const int last = count() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        cell.said = std::max(0, cell.said - 1);
        break;
    case Qt::Key_Right:
        cell.said = std::min(last, cell.said + 1);
        break;
    case Qt::Key_Up:
        cell.isTrue = std::max(0, cell.isTrue - 1);
        break;
    case Qt::Key_Down:
        cell.isTrue = std::min(last, cell.isTrue + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current.isValid()) {
            Q_EMIT cellActivated(cell.isTrue, cell.said);
        }
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    setCurrent(cell);
    const QRect at = cellRect(cell.isTrue, cell.said);
    const auto keepInSight = [](QScrollBar* bar, int from, int to, int least, int most) {
        bar->setValue(bar->value() + (from < least ? from - least : to > most ? to - most : 0));
    };
    keepInSight(horizontalScrollBar(), at.left(), at.right(), m_left, viewport()->width() - 1);
    keepInSight(verticalScrollBar(), at.top(), at.bottom(), m_top, viewport()->height() - 1);
}

} // namespace lw::charts
