// SPDX-License-Identifier: GPL-3.0-or-later
//! How results depend on features of the data: a row of columns per feature.
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace lw::charts {

/// One column: samples whose feature lies in a range.
struct FeatureColumn {
    QString range; ///< "0.2 – 0.5"
    double score = 0; ///< 0 to 1
    qint64 samples = 0;

    bool operator==(const FeatureColumn&) const = default;
};

struct FeatureRow {
    QString title;
    std::vector<FeatureColumn> columns; ///< values rising
    bool isNotable = false;             ///< results depend on it

    bool operator==(const FeatureRow&) const = default;
};

/// As high as its rows need, to be put into a scroll area.
class FeatureBars final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FeatureBars)

public:
    explicit FeatureBars(QWidget* parent = nullptr);

    void setRows(const std::vector<FeatureRow>& rows);
    [[nodiscard]] const std::vector<FeatureRow>& rows() const { return m_rows; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int columnsOfRows() const;
    void paintRow(QPainter& painter, const FeatureRow& row, const QRectF& room) const;

    std::vector<FeatureRow> m_rows;
};

} // namespace lw::charts
