// SPDX-License-Identifier: GPL-3.0-or-later
//! Place, size and angle of one shape as numbers.
#pragma once

#include "models/domain/Shape.h"

#include <QWidget>

#include <array>

class QDoubleSpinBox;
class QLabel;

namespace lw::panels {

/// Rotated boxes and ellipses show their centre, their own sides and their angle, all others the edges of their
/// bounding rectangle. Empty and off while there is no shape.
class CoordinateFields final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CoordinateFields)

public:
    explicit CoordinateFields(QWidget* parent = nullptr);

    void setShape(const domain::Shape& shape);
    /// No shape, or several.
    void clear();

Q_SIGNALS:
    /// A number was changed; `shape` is valid. It may reach out of the picture.
    void edited(const lw::domain::Shape& shape);

private:
    enum Number { X, Y, Width, Height, Angle, kNumberCount };
    using Values = std::array<double, kNumberCount>;

    void addNumber(Number number, const QString& name, const QString& caption);
    void describe();
    void show(const Values& values);
    void apply();
    [[nodiscard]] Values valuesOf(const domain::Shape& shape) const;

    domain::Shape m_shape;
    bool m_hasShape = false;
    bool m_isShowing = false;
    std::array<QDoubleSpinBox*, kNumberCount> m_numbers{}; ///< picture pixels, degrees
    std::array<QLabel*, kNumberCount> m_captions{};
};

} // namespace lw::panels
