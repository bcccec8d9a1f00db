// SPDX-License-Identifier: GPL-3.0-or-later
//! From shapes to numbers and back.
#include "widgets/panels/CoordinateFields.h"

#include "models/domain/Frames.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>

#include <cmath>

namespace lw::panels {

namespace {

using domain::Shape;
using domain::ShapeKind;

/// A field shows two decimals: what differs by less was not edited.
constexpr double kShown = 0.0051;

/// `shape` stretched and moved so that its bounding rectangle becomes `target`.
Shape fittedInto(const Shape& shape, const QRectF& target)
{
    const QRectF box = shape.boundingRect();
    if (shape.kind == ShapeKind::Mask) {
        return shape.translated(target.left() - box.left(), target.top() - box.top());
    }
    Shape fitted = shape;
    for (domain::ImagePoint& point : fitted.points) {
        point.x = target.left() + (box.width() > 0 ? (point.x - box.left()) * target.width() / box.width() : 0);
        point.y = target.top() + (box.height() > 0 ? (point.y - box.top()) * target.height() / box.height() : 0);
    }
    if (shape.kind == ShapeKind::Circle && box.width() > 0) {
        // A circle stays one: the side that was changed sets the radius.
        const bool isWidthChanged = std::abs(target.width() - box.width()) > 0.005;
        fitted.radius = (isWidthChanged ? target.width() : target.height()) / 2;
        fitted.points = {{target.left() + fitted.radius, target.top() + fitted.radius}};
    }
    return fitted;
}

bool hasSides(const Shape& shape)
{
    return shape.kind != ShapeKind::Point && shape.kind != ShapeKind::Mask;
}

} // namespace

CoordinateFields::CoordinateFields(QWidget* parent) : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    addNumber(X, QStringLiteral("x"), tr("X"));
    addNumber(Y, QStringLiteral("y"), tr("Y"));
    addNumber(Width, QStringLiteral("width"), tr("W"));
    addNumber(Height, QStringLiteral("height"), tr("H"));
    addNumber(Angle, QStringLiteral("angle"), tr("Angle"));
    m_numbers[Angle]->setRange(-360, 360);
    m_numbers[Angle]->setSuffix(QStringLiteral("°"));
    m_numbers[Angle]->setWrapping(true);
    clear();
}

void CoordinateFields::addNumber(Number number, const QString& name, const QString& caption)
{
    auto* field = new QDoubleSpinBox(this);
    field->setObjectName(name);
    field->setDecimals(2);
    field->setRange(number <= Y ? -1e6 : 0, 1e6);
    field->setKeyboardTracking(false);
    field->setMinimumWidth(72);
    auto* label = new QLabel(caption, this);
    label->setBuddy(field);
    auto* grid = qobject_cast<QGridLayout*>(layout());
    const int row = number / 2;
    const int column = number % 2 * 2;
    if (number == Angle) {
        // The caption is longer than the other ones: it stands in the field's column.
        grid->addWidget(label, row, 0, 1, 2, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(field, row, 3);
    } else {
        grid->addWidget(label, row, column);
        grid->addWidget(field, row, column + 1);
    }
    connect(field, &QDoubleSpinBox::valueChanged, this, &CoordinateFields::apply);
    m_numbers.at(number) = field;
    m_captions.at(number) = label;
}

void CoordinateFields::describe()
{
    const bool isTurned = m_hasShape && domain::hasFrame(m_shape);
    const std::array<QString, kNumberCount> texts =
        isTurned ? std::array{tr("Centre, from the left, in pixels"), tr("Centre, from the top, in pixels"),
                              tr("Width in pixels"), tr("Height in pixels"), tr("Angle in degrees, clockwise")}
                 : std::array{tr("Left edge in pixels"), tr("Top edge in pixels"), tr("Width in pixels"),
                              tr("Height in pixels"), tr("Angle in degrees, clockwise")};
    for (size_t i = 0; i < texts.size(); ++i) {
        m_numbers.at(i)->setToolTip(texts.at(i));
        m_numbers.at(i)->setAccessibleName(texts.at(i));
    }
    m_numbers[Angle]->setVisible(isTurned);
    m_captions[Angle]->setVisible(isTurned);
}

CoordinateFields::Values CoordinateFields::valuesOf(const Shape& shape) const
{
    if (const auto frame = domain::frameOf(shape)) {
        return {frame->centre.x, frame->centre.y, frame->width, frame->height, domain::degreesOf(frame->angle)};
    }
    const QRectF box = shape.boundingRect();
    return {box.left(), box.top(), box.width(), box.height(), 0};
}

void CoordinateFields::setShape(const Shape& shape)
{
    m_shape = shape;
    m_hasShape = true;
    setEnabled(true);
    m_numbers[Width]->setEnabled(hasSides(shape));
    m_numbers[Height]->setEnabled(hasSides(shape));
    describe();
    show(valuesOf(shape));
}

void CoordinateFields::clear()
{
    m_hasShape = false;
    setEnabled(false);
    describe();
    m_isShowing = true;
    for (QDoubleSpinBox* number : m_numbers) {
        number->clear();
    }
    m_isShowing = false;
}

void CoordinateFields::show(const Values& values)
{
    m_isShowing = true;
    for (size_t i = 0; i < values.size(); ++i) {
        m_numbers.at(i)->setValue(values.at(i));
    }
    m_isShowing = false;
}

void CoordinateFields::apply()
{
    if (m_isShowing || !m_hasShape) {
        return;
    }
    const Values before = valuesOf(m_shape);
    Values after = before;
    for (size_t i = 0; i < after.size(); ++i) {
        const double shown = m_numbers.at(i)->value();
        after.at(i) = std::abs(shown - before.at(i)) < kShown ? before.at(i) : shown;
    }
    if (after == before) {
        return;
    }
    const bool isTurned = domain::hasFrame(m_shape);
    const Shape shape =
        isTurned ? domain::shapeIn({{after[X], after[Y]}, after[Width], after[Height], after[Angle] * M_PI / 180},
                                   m_shape.kind)
                 : fittedInto(m_shape, QRectF(after[X], after[Y], after[Width], after[Height]));
    if (shape.isValid()) {
        Q_EMIT edited(shape);
    } else {
        show(before); // zero width or height: back to what it was
    }
}

} // namespace lw::panels
