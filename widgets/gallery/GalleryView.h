// SPDX-License-Identifier: GPL-3.0-or-later
//! The gallery: a grid or list of samples of any number, painting and fetching only what is visible.
#pragma once

#include "models/domain/Ids.h"
#include "models/items/SampleArrangement.h"
#include "widgets/gallery/GalleryLayout.h"
#include "widgets/gallery/GallerySelection.h"

#include <QAbstractScrollArea>
#include <QSet>

#include <memory>

class QTimer;

namespace lw::document {
class LabelSet;
}
namespace lw::items {
class SampleListModel;
}

namespace lw::domain {
struct Sample;
}

namespace lw::gallery {

struct Cell;
class CellPainter;
struct Thumbnail;
class ThumbnailSource;

/// Keys: arrows, Page Up/Down, Home, End move; Shift extends; Ctrl moves without selecting; Space toggles; Enter opens;
/// Ctrl+A selects all that match; Escape clears; Ctrl+plus and Ctrl+minus change the thumbnail size.
/// Painting never reads or decodes: missing rows are drawn as placeholders and fetched a few milliseconds at a time.
class GalleryView final : public QAbstractScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GalleryView)

public:
    static constexpr int kMinEdge = 96;
    static constexpr int kMaxEdge = 320;

    /// `model`, `thumbnails` and `labels` must outlive the view. `inputLocation` is the dataset's folder.
    struct Services {
        items::SampleListModel* model = nullptr;
        ThumbnailSource* thumbnails = nullptr;
        document::LabelSet* labels = nullptr;
        QString inputLocation;
    };

    explicit GalleryView(const Services& services, QWidget* parent = nullptr);
    ~GalleryView() override;

    [[nodiscard]] ViewMode viewMode() const { return m_layout.mode(); }
    void setViewMode(ViewMode mode);
    /// Longest side of thumbnails in device-independent pixels, kMinEdge to kMaxEdge.
    [[nodiscard]] int thumbnailEdge() const { return m_edge; }
    void setThumbnailEdge(int edge);
    /// Draws the outlines of annotations on the thumbnails.
    [[nodiscard]] bool isOverlayShown() const { return m_isOverlayShown; }
    void setOverlayShown(bool isShown);

    /// Shows likeness on the thumbnails and groups as sections; null: neither. The list's order is the caller's
    /// business.
    void setArrangement(const items::SampleArrangement::Pointer& arrangement);

    [[nodiscard]] qint64 selectedCount() const { return m_selection.count(); }
    [[nodiscard]] bool isSelected(int row) const { return m_selection.contains(row); }
    /// In list order.
    [[nodiscard]] QList<domain::SampleId> selectedIds() const;
    /// The sample with the keyboard focus; invalid when the list is empty.
    [[nodiscard]] domain::SampleId currentId() const;
    [[nodiscard]] int currentRow() const { return m_selection.current(); }
    /// Makes `id` current and the only selected one, and scrolls to it. Unknown ids are ignored.
    void setCurrentId(domain::SampleId id);
    /// Selects those of `ids` that are in the list and scrolls to the first of `ids`.
    void selectIds(const QList<domain::SampleId>& ids);
    void selectAll();
    /// Selects what is wholly or partly visible now.
    void selectPage();
    void invertSelection();
    void clearSelection();

    /// Rows visible at least in part; {0, -1} when there are none.
    [[nodiscard]] RowRange visibleRows() const;
    /// Place of a row in viewport coordinates; it may lie outside of the viewport.
    [[nodiscard]] QRect visualRect(int row) const;
    /// Row at a point of the viewport, -1 if none.
    [[nodiscard]] int rowAt(const QPoint& position) const;
    void scrollToRow(int row);
    /// True once everything visible is fetched and every visible thumbnail is there or broken.
    [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
    /// Sent once per gesture.
    void selectionChanged();
    void currentChanged(lw::domain::SampleId id);
    /// Double click or Enter.
    void openRequested(lw::domain::SampleId id);
    /// Right click or the menu key; the sample under it is selected first. `id` is invalid on empty space.
    void contextMenuRequested(lw::domain::SampleId id, const QPoint& globalPosition);
    void deleteRequested();
    /// A label chip beneath a thumbnail was clicked.
    void labelClicked(lw::domain::LabelId id);
    /// Local files and folders were dropped.
    void filesDropped(const QStringList& paths);
    void thumbnailEdgeChanged(int edge);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void connectModel();
    void rememberSelection();
    void recallSelection();
    void relayout();
    void findSections();
    void paintSections(QPainter& painter, const QRect& area) const;
    void setOffset(qint64 offset);
    [[nodiscard]] int topRow() const;
    void fetchVisible();
    void cancelScrolledAway();
    [[nodiscard]] Thumbnail thumbnailOf(const domain::Sample& sample);
    void takeThumbnail(domain::SampleId id);
    [[nodiscard]] Cell cellOf(int row);
    void updateRow(int row);
    void setHovered(int row);
    void moveCurrent(int row, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] int rowAfterKey(int key) const;
    void updateRubberBand(const QPoint& position);
    void scrollWhileDragging();
    void announceSelection();
    void announceCurrent();

    Services m_services;
    std::unique_ptr<CellPainter> m_painter;
    GalleryLayout m_layout;
    GallerySelection m_selection;
    qint64 m_offset = 0;     ///< content pixels above the viewport
    qint64 m_scrollStep = 1; ///< content pixels per step of the scroll bar
    bool m_isSettingBar = false;
    int m_edge = 160;
    bool m_isOverlayShown = false;
    int m_hovered = -1;
    QTimer* m_fetcher;
    QTimer* m_dragScroller;
    items::SampleArrangement::Pointer m_arrangement;
    std::vector<int> m_sectionStarts;   ///< first row of each group in the list
    QSet<domain::SampleId> m_requested; ///< thumbnails asked for and not yet there
    bool m_isFetched = false;           ///< everything visible was read
    int m_pressedRow = -1;
    QPoint m_pressedAt;           ///< viewport coordinates
    qint64 m_pressedContentY = 0; ///< viewport y plus offset: stays with the content while it scrolls
    bool m_isRubberBanding = false;
    QRect m_band;     ///< viewport coordinates
    QPoint m_bandEnd; ///< where the mouse is, viewport coordinates
    RowRanges m_selectionBeforeBand;
    QList<domain::SampleId> m_remembered; ///< selected before the list was replaced
    domain::SampleId m_rememberedCurrent;
};

} // namespace lw::gallery
