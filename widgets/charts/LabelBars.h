// SPDX-License-Identifier: GPL-3.0-or-later
//! The bars of the label distribution, built on Qt Charts.
#pragma once

#include "models/domain/Label.h"

#include <QColor>
#include <QtCharts/QChartView>

#include <vector>

namespace lw::charts {

struct Bar {
    domain::LabelId label; ///< invalid for the sum of the others
    QString name;
    QColor colour;
    qint64 value = 0;

    bool operator==(const Bar&) const = default;
};

/// As high as its bars need, to be put into a scroll area. Up and Down choose a bar, Enter clicks it.
class LabelBars final : public QChartView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelBars)

public:
    /// Pixels from one bar to the next.
    static constexpr int kBarHeight = 28;

    explicit LabelBars(QWidget* parent = nullptr);

    void setBars(const std::vector<Bar>& bars);
    [[nodiscard]] const std::vector<Bar>& bars() const { return m_bars; }
    /// The bar at a height of this widget, -1 if none.
    [[nodiscard]] int barAt(int y) const;
    /// The line of a bar in this widget, name and value included.
    [[nodiscard]] QRectF barRect(int index) const;

Q_SIGNALS:
    void barClicked(int index);

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void addSeries();
    void addAxes(QAbstractSeries* series);
    [[nodiscard]] qint64 highestValue() const;
    void setHovered(int index);

    std::vector<Bar> m_bars;
    int m_hovered = -1;
    int m_nameWidth = 0;
};

} // namespace lw::charts
