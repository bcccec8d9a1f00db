// SPDX-License-Identifier: GPL-3.0-or-later
//! Which label is taken for which: a square of counts that can be clicked.
#pragma once

#include <QAbstractScrollArea>
#include <QStringList>

#include <vector>

namespace lw::charts {

/// Rows are the true labels, columns what was said. Numbers are written while the cells have room for them, which they
/// have to about thirty labels; beyond, hovering tells. Names stay in sight while one scrolls. Arrow keys move from
/// cell to cell, Enter opens one. GUI thread only.
class ConfusionMatrixView final : public QAbstractScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfusionMatrixView)

public:
    explicit ConfusionMatrixView(QWidget* parent = nullptr);

    /// `counts` holds a row for each true label. A row and column more than there are `labels` is the background: what
    /// was overlooked, and what was found where nothing is.
    void setMatrix(const QStringList& labels, const std::vector<std::vector<qint64>>& counts);
    /// What is counted are pixels: cells show shares of their row, and pixels of no label that stayed so are right.
    void setPixels(const QStringList& labels, const std::vector<std::vector<qint64>>& counts);
    [[nodiscard]] int count() const { return int(m_counts.size()); }
    [[nodiscard]] qint64 at(int isTrue, int said) const;
    /// The name of a row; for the background its own words.
    [[nodiscard]] QString nameOf(int index, bool isTrue) const;
    /// What a cell means, as a sentence.
    [[nodiscard]] QString cellText(int isTrue, int said) const;
    /// Of a cell, in the viewport.
    [[nodiscard]] QRect cellRect(int isTrue, int said) const;
    /// Side of the cells now.
    [[nodiscard]] int cellSide() const { return m_side; }

    [[nodiscard]] QSize sizeHint() const override { return {560, 520}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 220}; }

Q_SIGNALS:
    void cellActivated(int isTrue, int said);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Cell {
        int isTrue = -1;
        int said = -1;

        bool operator==(const Cell&) const = default;
        [[nodiscard]] bool isValid() const { return isTrue >= 0; }
    };

    void layOut();
    [[nodiscard]] Cell cellAt(const QPoint& at) const;
    void setCurrent(const Cell& cell);
    void paintCells(QPainter& painter) const;
    void paintNames(QPainter& painter) const;
    [[nodiscard]] bool isBackground(int index) const { return index >= m_labels.size(); }
    /// Of the row; 0 in an empty one.
    [[nodiscard]] double shareOf(int isTrue, int said) const;
    [[nodiscard]] QString pixelText(int isTrue, int said) const;
    [[nodiscard]] QString numberText(int isTrue, int said) const;

    QStringList m_labels;
    std::vector<std::vector<qint64>> m_counts;
    std::vector<qint64> m_sums; ///< of the rows
    Cell m_current;             ///< beneath the mouse, or chosen by keys
    bool m_countsPixels = false;
    int m_side = 24;
    int m_left = 0; ///< room for the names of the rows
    int m_top = 0;  ///< room for the names of the columns
};

} // namespace lw::charts
