// SPDX-License-Identifier: GPL-3.0-or-later
//! A wrapping row of widgets: badges, swatches, filter chips.
#pragma once

#include <QLayout>
#include <QList>

namespace lw::common {

/// Places items from left to right (right to left in such languages) and starts a new row when the width is used up.
/// Rows are as high as their highest item; items are centred in their row.
class FlowLayout final : public QLayout {
public:
    /// Gaps in device-independent pixels.
    explicit FlowLayout(QWidget* parent = nullptr, int horizontalGap = 8, int verticalGap = 8);
    ~FlowLayout() override;
    Q_DISABLE_COPY_MOVE(FlowLayout)

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Lays the rows out in `rect` and returns the height that they need; moves items only when `apply` is set.
    int arrange(const QRect& rect, bool apply) const;

    QList<QLayoutItem*> m_items;
    int m_horizontalGap;
    int m_verticalGap;
};

} // namespace lw::common
