// SPDX-License-Identifier: GPL-3.0-or-later
//! The board on which a skeleton is laid out.
#pragma once

#include "widgets/dialogs/SkeletonDraft.h"

#include <QWidget>

#include <optional>

namespace lw::dialogs {

/// Click: a new joint. Drag a joint: moves it. Shift and drag, or drag while drawing bones: a bone to another joint, or
/// away with it. Keys: arrows move the selected joint (Shift: farther), Insert adds one, Delete removes it, Page Up and
/// Page Down select the others.
class SkeletonBoard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SkeletonBoard)

public:
    /// `draft` must outlive it.
    explicit SkeletonBoard(SkeletonDraft& draft, QWidget* parent = nullptr);

    /// -1: none.
    void select(int joint);
    [[nodiscard]] int selected() const { return m_selected; }
    /// Drags draw bones instead of moving joints.
    void setDrawingBones(bool isDrawing);
    /// Where a joint is, widget coordinates.
    [[nodiscard]] QPointF positionOf(int joint) const;
    /// Adds a joint beside the selected one and selects it.
    void addJoint();
    void removeSelected();
    [[nodiscard]] QSize sizeHint() const override { return {340, 350}; }

Q_SIGNALS:
    /// The draft was changed here.
    void edited();
    void selectionChanged(int joint);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRectF board() const;
    [[nodiscard]] domain::JointPlace placeAt(QPointF at) const;
    [[nodiscard]] int jointAt(QPointF at) const;
    void paintName(QPainter& painter);
    bool moveByKey(const QKeyEvent& event);

    SkeletonDraft& m_draft;
    int m_selected = -1;
    bool m_drawsBones = false;
    bool m_isMoving = false;
    std::optional<QPointF> m_boneTo; ///< end of the bone being drawn from the selected joint
};

} // namespace lw::dialogs
