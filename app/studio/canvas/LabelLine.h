// SPDX-License-Identifier: GPL-3.0-or-later
//! The labels of the shown picture as a line of chips beneath it; a click takes one off.
#pragma once

#include "widgets/gallery/LabelChips.h"

#include <QFrame>

namespace lw::studio {

class LabelLine final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabelLine)

public:
    /// `labels` must outlive it.
    explicit LabelLine(const document::LabelSet& labels, QWidget* parent = nullptr);

    void setLabels(const QList<domain::LabelId>& labels);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void labelClicked(lw::domain::LabelId id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRect area() const;

    const document::LabelSet& m_set;
    gallery::LabelChips m_chips;
    QList<items::LabelCount> m_labels;
};

} // namespace lw::studio
