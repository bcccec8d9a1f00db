// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws one sample as a grid cell or a list row.
#pragma once

#include "models/domain/Sample.h"
#include "models/items/SampleListModel.h"
#include "widgets/gallery/LabelChips.h"
#include "widgets/gallery/ThumbnailSource.h"

#include <QFont>
#include <QIcon>
#include <QRect>

#include <optional>

class QPainter;

namespace lw::document {
class LabelSet;
}

namespace lw::gallery {

/// Everything that a cell shows; null pointers while not fetched.
struct Cell {
    QRect rect;
    const domain::Sample* sample = nullptr;
    const QList<items::LabelCount>* labels = nullptr;
    const std::vector<items::Outline>* outlines = nullptr; ///< null also when they are not to be drawn
    Thumbnail thumbnail;
    bool isSelected = false;
    bool isCurrent = false; ///< has the keyboard focus, and the view has it
    bool isHovered = false;
    std::optional<float> likeness; ///< 0 to 1: to what the list is ordered by
    bool isKept = false;           ///< the one of its group of near-duplicates that stays
};

/// Colours and icons are taken once, when it is made. Painting never reads anything.
class CellPainter {
public:
    CellPainter(const document::LabelSet& labels, const QFont& font);

    /// Size of a grid cell for thumbnails of `edge`.
    [[nodiscard]] QSize gridCell(int edge) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int headerHeight() const;
    /// Height of the title of a group, with the room above it.
    [[nodiscard]] int sectionHeight() const;
    /// Longest side of the thumbnail in a list row.
    [[nodiscard]] int rowEdge() const;

    void paintGridCell(QPainter& painter, const Cell& cell) const;
    void paintListRow(QPainter& painter, const Cell& cell) const;
    /// Column titles of the list.
    void paintHeader(QPainter& painter, const QRect& rect) const;

    /// Title of a group of near-duplicates: its number and its facts.
    void paintSection(QPainter& painter, const QRect& rect, int number, const QString& facts) const;

    /// Where the tick mark that selects a grid cell is, in the cell's coordinates.
    [[nodiscard]] QRect tickRect(const QRect& cell) const;
    /// The label whose chip lies under `at`, invalid if none.
    [[nodiscard]] domain::LabelId chipAt(const Cell& cell, bool isGrid, const QPoint& at) const;

private:
    struct Columns {
        QRect thumbnail, name, labels, state, size, changed;
    };
    [[nodiscard]] QRect pictureArea(const QRect& cell) const;
    [[nodiscard]] QRect chipArea(const Cell& cell, bool isGrid) const;
    [[nodiscard]] Columns columnsOf(const QRect& row) const;
    void paintGround(QPainter& painter, const Cell& cell, int radius) const;
    /// Returns where the picture was drawn.
    QRect paintPicture(QPainter& painter, const Cell& cell, const QRect& area) const;
    void paintOutlines(QPainter& painter, const Cell& cell, const QRect& picture) const;
    void paintMarks(QPainter& painter, const Cell& cell, const QRect& area) const;
    /// The likeness, else the confidence of proposals, as a pill in the lower left corner of `area`.
    void paintLikeness(QPainter& painter, const Cell& cell, const QRect& area) const;
    void paintTick(QPainter& painter, const Cell& cell) const;
    void paintChips(QPainter& painter, const Cell& cell, const QRect& area) const;
    void paintSkeleton(QPainter& painter, const QRect& area) const;
    void paintState(QPainter& painter, const Cell& cell, const QRect& area) const;

    const document::LabelSet& m_labels;
    QFont m_font;
    QFont m_small;
    LabelChips m_chips;
    QIcon m_broken, m_image, m_hard, m_missing, m_labelled, m_toConfirm, m_tick;
};

} // namespace lw::gallery
