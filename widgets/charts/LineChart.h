// SPDX-License-Identifier: GPL-3.0-or-later
//! Curves over time or steps: learning curves, precision over recall, use of the machine.
#pragma once

#include <QColor>
#include <QList>
#include <QPointF>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;

namespace lw::common {
class FlowLayout;
}

namespace lw::charts {

class LinePlot;

/// One curve, its points in ascending x.
struct LineSeries {
    QString name;
    QList<QPointF> points;
    QColor colour = {};    ///< invalid: the theme's next chart colour
    bool isDashed = false; ///< the quieter one of a pair

    bool operator==(const LineSeries&) const = default;
};

/// How a chart is drawn.
struct LineAxes {
    QString xTitle = {};
    QString yTitle = {};
    bool isLogarithmic = false;         ///< of y; values of 0 and less are left out
    bool isShare = false;               ///< y runs from 0 to 1 and is written in per cent
    std::optional<double> xMost = {};   ///< x runs from 0 to this instead of ending with the points
    bool startsAtZero = false;          ///< y

    bool operator==(const LineAxes&) const = default;
};

/// A plot with a legend whose entries hide and show their curves. The mouse, or Left and Right, reads the values.
/// Tens of thousands of points are fine: what is drawn is thinned. New points of known curves replace the old ones
/// without anything else being built anew. GUI thread only.
class LineChart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineChart)

public:
    explicit LineChart(const QString& title, QWidget* parent = nullptr);
    ~LineChart() override;

    void setAxes(const LineAxes& axes);
    void setSeries(const std::vector<LineSeries>& series);
    /// Shown while there is no point.
    void setEmptyText(const QString& text);
    [[nodiscard]] bool isLogarithmic() const;
    void setLogarithmic(bool isLogarithmic);
    [[nodiscard]] const std::vector<LineSeries>& series() const { return m_series; }

    /// Reads the values at the points nearest to this x, as hovering does; nullopt: none.
    void readAt(std::optional<double> x);
    /// What is read out now, a line per curve; empty when nothing is.
    [[nodiscard]] QString readText() const;
    /// Points that are drawn of the curve with this name; 0 when it is hidden.
    [[nodiscard]] qsizetype drawnPoints(const QString& name) const;

    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 140}; }
    [[nodiscard]] QSize sizeHint() const override { return {480, 260}; }

private:
    void buildLegend();
    void refresh();

    QString m_title;
    std::vector<LineSeries> m_series;
    std::vector<bool> m_isHidden;
    LinePlot* m_plot;
    QWidget* m_legend;
    common::FlowLayout* m_entries;
    QLabel* m_empty;
};

} // namespace lw::charts
