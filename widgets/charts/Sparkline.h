// SPDX-License-Identifier: GPL-3.0-or-later
//! A small curve without axes: how a training goes, or how runs got better.
#pragma once

#include <QList>
#include <QPointF>
#include <QWidget>

#include <optional>

namespace lw::charts {

/// GUI thread only.
class Sparkline final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sparkline)

public:
    explicit Sparkline(QWidget* parent = nullptr);

    /// Ascending x. Values that are no numbers are left out.
    void setPoints(const QList<QPointF>& points);
    [[nodiscard]] const QList<QPointF>& points() const { return m_points; }
    /// Bounds of y; without them they follow the points.
    void setRange(double lowest, double highest);
    /// Marks each point with a dot and writes its value in per cent: for few points.
    void setLabelled(bool isLabelled);

    [[nodiscard]] QSize sizeHint() const override { return {120, 28}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {48, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<QPointF> m_points;
    std::optional<double> m_lowest;
    std::optional<double> m_highest;
    bool m_isLabelled = false;
};

} // namespace lw::charts
