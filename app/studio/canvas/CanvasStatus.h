// SPDX-License-Identifier: GPL-3.0-or-later
//! The line under the canvas: hints, the pixel under the cursor, zoom.
#pragma once

#include "models/domain/Shape.h"

#include <QFrame>
#include <QRgb>
#include <QTimer>

class QLabel;

namespace lw::common {
class ColourSwatch;
class ElidedLabel;
} // namespace lw::common

namespace lw::studio {

class CanvasStatus final : public QFrame {
    Q_OBJECT

public:
    explicit CanvasStatus(QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(CanvasStatus)

    /// A sentence that goes after some seconds.
    void tell(const QString& message);
    /// What stands there when nothing else does.
    void setHint(const QString& hint);
    void setCursor(domain::ImagePoint at, QRgb colour);
    void clearCursor();
    void setZoom(double zoom);
    void setPictureSize(const QSize& size);
    /// Measures of the selected shape; empty: none is shown.
    void setShape(const QString& size);

private:
    common::ElidedLabel* m_message;
    QLabel* m_shape;
    QLabel* m_cursor;
    common::ColourSwatch* m_colour;
    QLabel* m_size;
    QLabel* m_zoom;
    QTimer m_fade;
    QString m_hint;
};

} // namespace lw::studio
