// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints a card of columns for each feature, two or three beside one another.
#include "widgets/charts/FeatureBars.h"

#include "models/items/Texts.h"
#include "widgets/common/Theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace lw::charts {

namespace {

constexpr int kCardHeight = 190;
constexpr int kCardLeast = 360;
constexpr int kGap = 16;
constexpr int kPadding = 16;

} // namespace

FeatureBars::FeatureBars(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("featureBars"));
    setAccessibleName(tr("Results by features of the data"));
}

void FeatureBars::setRows(const std::vector<FeatureRow>& rows)
{
    m_rows = rows;
    QStringList words;
    for (const FeatureRow& row : m_rows) {
        QStringList columns;
        for (const FeatureColumn& column : row.columns) {
            columns.append(tr("%1: %2").arg(column.range, items::percentText(column.score)));
        }
        words.append(tr("%1 (%2)").arg(row.title, columns.join(QStringLiteral(", "))));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    setFixedHeight(sizeHint().height());
    update();
}

int FeatureBars::columnsOfRows() const
{
    return std::max(1, (width() + kGap) / (kCardLeast + kGap));
}

QSize FeatureBars::sizeHint() const
{
    const int across = columnsOfRows();
    const int down = (int(m_rows.size()) + across - 1) / across;
    return {kCardLeast * 2 + kGap, std::max(1, down * (kCardHeight + kGap) - kGap)};
}

void FeatureBars::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setFixedHeight(sizeHint().height());
}

void FeatureBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int across = columnsOfRows();
    const double wide = double(width() - (across - 1) * kGap) / across;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        paintRow(painter, m_rows[size_t(i)],
                 QRectF((i % across) * (wide + kGap), (i / across) * (kCardHeight + kGap), wide, kCardHeight));
    }
}

void FeatureBars::paintRow(QPainter& painter, const FeatureRow& row, const QRectF& room) const
{
    const common::ThemeColours& colours = common::colours();
    painter.setPen(colours.border);
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    const QRectF inner = room.adjusted(kPadding, 10, -kPadding, -10);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(colours.text);
    painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft, row.title);
    painter.setFont(font());
    if (row.isNotable) {
        painter.setPen(colours.warning);
        painter.drawText(inner, Qt::AlignTop | Qt::AlignRight, tr("matters"));
    }
    const double line = fontMetrics().height() + 2;
    const QRectF plot = inner.adjusted(0, 2 * line + 4, 0, -2 * line);
    const double step = plot.width() / double(std::max<size_t>(1, row.columns.size()));
    QFont small = font();
    small.setPixelSize(11);
    for (size_t i = 0; i < row.columns.size(); ++i) {
        const FeatureColumn& column = row.columns[i];
        const double high = plot.height() * std::clamp(column.score, 0.0, 1.0);
        const QRectF place(plot.left() + double(i) * step, plot.top(), step, plot.height());
        const double wide = std::min(56.0, step * 0.6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(column.samples > 0 ? colours.chart[0] : colours.border);
        painter.drawRoundedRect(QRectF(place.center().x() - wide / 2, plot.bottom() - std::max(2.0, high), wide,
                                       std::max(2.0, high)),
                                3, 3);
        painter.setPen(colours.text);
        painter.drawText(QRectF(place.left(), plot.bottom() - high - line, step, line), Qt::AlignCenter,
                         items::percentText(column.score));
        painter.setFont(small);
        painter.setPen(colours.textMuted);
        painter.drawText(QRectF(place.left(), plot.bottom() + 3, step, line), Qt::AlignCenter,
                         QFontMetrics(small).elidedText(column.range, Qt::ElideRight, int(step) - 4));
        painter.drawText(QRectF(place.left(), plot.bottom() + line, step, line), Qt::AlignCenter,
                         //: number of samples beneath a column
                         tr("n = %1").arg(QLocale().toString(column.samples)));
        painter.setFont(font());
    }
}

} // namespace lw::charts
