// SPDX-License-Identifier: GPL-3.0-or-later
//! The line of label chips beneath a thumbnail: as many as fit, then "+3".
#pragma once

#include "models/items/SampleListModel.h"

#include <QColor>
#include <QFont>
#include <QRect>

class QPainter;

namespace lw::document {
class LabelSet;
}

namespace lw::gallery {

/// `labels` must outlive it.
class LabelChips {
public:
    LabelChips(const document::LabelSet& labels, const QFont& font) : m_labels(labels), m_font(font) {}

    [[nodiscard]] int height() const;
    void paint(QPainter& painter, const QList<items::LabelCount>& labels, const QRect& area) const;
    /// The label whose chip in `area` lies under `at`, invalid if none.
    [[nodiscard]] domain::LabelId labelAt(const QList<items::LabelCount>& labels, const QRect& area,
                                          const QPoint& at) const;

private:
    struct Chip {
        QRect rect;
        QString text;
        QColor colour; ///< invalid for the "+3" at the end
        domain::LabelId label;
    };

    [[nodiscard]] std::vector<Chip> layOut(const QList<items::LabelCount>& labels, const QRect& area) const;

    const document::LabelSet& m_labels;
    QFont m_font;
};

} // namespace lw::gallery
