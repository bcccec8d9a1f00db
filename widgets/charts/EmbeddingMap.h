// SPDX-License-Identifier: GPL-3.0-or-later
//! The map of a dataset: samples that look alike lie together; a lasso chooses some (AN-12).
#pragma once

#include "widgets/charts/DotField.h"

#include <QColor>
#include <QPixmap>
#include <QSet>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace lw::charts {

/// What a colour on the map stands for.
struct MapGroup {
    QString name;
    QColor colour;
};

/// What is shown beside the mouse.
struct MapPreview {
    QPixmap picture; ///< null while it is being made
    QString text;
};

/// Left drag: lasso (Ctrl adds, Alt takes away). Middle or right drag, or Shift+arrows: move. Wheel, + and -: zoom.
/// Arrows go from dot to dot, Space chooses the dot, G what is around it, Return opens it. GUI thread only.
class EmbeddingMap final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmbeddingMap)

public:
    explicit EmbeddingMap(QWidget* parent = nullptr);

    /// Shows other dots, whole; nothing is chosen then.
    void setDots(std::vector<MapDot> dots);
    /// Colours and, by `groupOf`, which dot has which.
    void setGroups(std::vector<MapGroup> groups, const std::function<int(domain::SampleId)>& groupOf);
    /// Makes the picture beside the mouse; may be asked again for the same sample.
    void setPreview(std::function<MapPreview(domain::SampleId)> preview) { m_preview = std::move(preview); }
    /// The preview of a sample has something new to say.
    void refreshPreview(domain::SampleId id);

    [[nodiscard]] const DotField& field() const { return m_field; }
    [[nodiscard]] const std::vector<MapGroup>& groups() const { return m_groups; }
    [[nodiscard]] QList<domain::SampleId> selected() const;
    /// Does not emit selectionChanged().
    void setSelected(const QList<domain::SampleId>& ids);
    void clearSelection();
    void selectAll();
    /// Of the keyboard; invalid if none.
    [[nodiscard]] domain::SampleId current() const;

    void zoomBy(double factor, const QPointF& around);
    void zoomToFit();
    /// Where a place of the plane is on the widget.
    [[nodiscard]] QPointF toWidget(const QPointF& plane) const;
    [[nodiscard]] QPointF toPlane(const QPointF& widget) const;

    [[nodiscard]] QSize sizeHint() const override { return {640, 480}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 180}; }

Q_SIGNALS:
    /// A person chose others.
    void selectionChanged();
    void openRequested(lw::domain::SampleId id);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Choice { Replace, Add, TakeAway };

    [[nodiscard]] QRectF window() const;
    [[nodiscard]] double reach(double pixels) const;
    void render();
    void paintPreview(QPainter& painter);
    /// Draws anew: quickly now, everything once it is quiet.
    void redraw(bool isMoving);
    void moveBy(const QPointF& pixels);
    void hover(const QPointF& at);
    void choose(const QList<int>& dots, Choice choice);
    void finishLasso(Qt::KeyboardModifiers modifiers);
    void step(const QPointF& direction);
    void revealCurrent();

    DotField m_field;
    std::vector<MapGroup> m_groups;
    std::vector<bool> m_selected; ///< by index
    std::function<MapPreview(domain::SampleId)> m_preview;
    QImage m_image;
    QTimer m_quiet;
    double m_zoom = 1;           ///< 1: the whole plane in the widget
    bool m_isFitted = true;      ///< shows all dots, and goes on so when the widget is resized
    QPointF m_centre{0.5, 0.5};  ///< of the widget, in the plane
    QPolygonF m_lasso;           ///< widget coordinates; empty while none is drawn
    std::optional<QPointF> m_dragFrom;
    int m_hovered = -1;
    int m_current = -1;
    bool m_isStale = true;
    bool m_isDraft = false;
};

} // namespace lw::charts
