// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. The drawing of a LineChart: curves by Qt Charts, axes and read-out by hand.
#pragma once

#include "widgets/charts/LineChart.h"

#include <QtCharts/QChartView>

class QLineSeries;
class QValueAxis;

namespace lw::charts {

/// The curves as they are shown: colour resolved, hidden ones left out.
class LinePlot final : public QChartView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinePlot)

public:
    explicit LinePlot(QWidget* parent);

    void setAxes(const LineAxes& axes);
    [[nodiscard]] const LineAxes& axes() const { return m_axes; }
    void setSeries(const std::vector<LineSeries>& series);
    void readAt(std::optional<double> x);
    [[nodiscard]] QString readText() const;
    [[nodiscard]] qsizetype drawnPoints(const QString& name) const;

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// A curve's point nearest to what is read.
    struct Reading {
        const LineSeries* series;
        QPointF point;
    };

    void refresh();
    void rebuild();
    void measure();
    void layOut();
    [[nodiscard]] bool canShow(const QPointF& point) const;
    [[nodiscard]] double scaled(double y) const;
    [[nodiscard]] QPointF toView(const QPointF& point) const;
    [[nodiscard]] QList<double> yTicks() const;
    [[nodiscard]] QStringList yTickTexts(const QList<double>& ticks) const;
    /// With more digits than a tick: for reading out.
    [[nodiscard]] QString yText(double y) const;
    [[nodiscard]] std::vector<Reading> readings() const;
    void drawReading(QPainter* painter) const;

    LineAxes m_axes;
    std::vector<LineSeries> m_series;
    std::vector<QLineSeries*> m_lines;
    QValueAxis* m_x;
    QValueAxis* m_y;
    QRectF m_range{0, 0, 1, 1}; ///< of the values, y not scaled
    std::optional<double> m_read;
};

} // namespace lw::charts
