// SPDX-License-Identifier: GPL-3.0-or-later
//! Sliders for brightness, contrast and gamma in a corner of the canvas.
#pragma once

#include "widgets/canvas/CanvasOptions.h"

#include <QFrame>

class QSlider;

namespace lw::canvas {

class CanvasView;

/// A child of the view. Changes what is seen, never the file.
class AdjustPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdjustPanel)

public:
    explicit AdjustPanel(CanvasView& view);

    /// Shows it in the upper right corner and gives it the keyboard.
    void open();

Q_SIGNALS:
    void closed();

protected:
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QSlider* addSlider(const QString& id, const QString& text, int limit);
    void apply();
    void show(const Adjustments& adjustments);

    CanvasView& m_view;
    QSlider* m_brightness = nullptr;
    QSlider* m_contrast = nullptr;
    QSlider* m_gamma = nullptr; ///< 20 times the binary logarithm
};

} // namespace lw::canvas
