// SPDX-License-Identifier: GPL-3.0-or-later
//! Lines below, dots above.
#include "widgets/canvas/SkeletonPainter.h"

#include "models/domain/Skeletons.h"
#include "models/items/ShapeTexts.h"
#include "widgets/canvas/OverlayPainter.h"

#include <QPainter>

#include <algorithm>

namespace lw::canvas {

namespace {

using domain::JointVisibility;
using domain::Shape;

constexpr double kJointRadius = 4;
constexpr double kSmall = 60; ///< skeletons smaller than this have smaller joints, device-independent pixels

JointVisibility visibilityOf(const Shape& skeleton, int joint)
{
    return joint < 0 || size_t(joint) >= std::min(skeleton.points.size(), skeleton.visibility.size())
               ? JointVisibility::Absent
               : skeleton.visibility[size_t(joint)];
}

QList<QLineF> bonesOf(const Shape& skeleton, const ViewTransform& transform, const ShapeLook& look)
{
    QList<QLineF> lines;
    if (!look.skeleton) {
        return lines;
    }
    for (const auto& [a, b] : look.skeleton->bones) {
        if (visibilityOf(skeleton, a) != JointVisibility::Absent &&
            visibilityOf(skeleton, b) != JointVisibility::Absent) {
            lines.append(QLineF(transform.toView(skeleton.points[size_t(a)]).toPointF(),
                                transform.toView(skeleton.points[size_t(b)]).toPointF()));
        }
    }
    return lines;
}

} // namespace

void paintSkeleton(QPainter& painter, const Shape& skeleton, const ViewTransform& transform, const ShapeLook& look)
{
    const QList<QLineF> bones = bonesOf(skeleton, transform, look);
    const QRectF bounds = transform.toView(skeleton.boundingRect());
    const bool isStrong = look.isSelected || look.isHovered;
    const bool isFine = look.quality == Quality::Fine;
    const double radius = std::max(bounds.width(), bounds.height()) < kSmall ? kJointRadius / 2 : kJointRadius;
    painter.setRenderHint(QPainter::Antialiasing, isFine);
    const double width = look.isSelected ? 3 : 2;
    if (isFine) {
        painter.setPen(QPen(QColor(0, 0, 0, isStrong ? 150 : 110), width + 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLines(bones);
    }
    QPen pen(look.colour, width, Qt::SolidLine, Qt::RoundCap);
    if (look.isDotted) {
        pen.setDashPattern({2, 2});
    }
    painter.setPen(pen);
    painter.drawLines(bones);
    for (size_t i = 0; i < skeleton.points.size(); ++i) {
        const JointVisibility seen = visibilityOf(skeleton, int(i));
        if (seen == JointVisibility::Absent) {
            continue;
        }
        const QPointF at = transform.toView(skeleton.points[i]).toPointF();
        painter.setBrush(seen == JointVisibility::Visible ? look.colour : QColor(Qt::white));
        painter.setPen(QPen(QColor(0, 0, 0, 170), 1));
        painter.drawEllipse(at, radius, radius);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(seen == JointVisibility::Visible ? QColor(255, 255, 255, 220) : look.colour, 1));
        painter.drawEllipse(at, radius - 1, radius - 1);
    }
}

void paintJointName(QPainter& painter, const Shape& skeleton, int joint, const domain::SkeletonLayout& layout,
                    const ViewTransform& transform)
{
    if (joint < 0 || size_t(joint) >= skeleton.points.size()) {
        return;
    }
    const JointVisibility seen = visibilityOf(skeleton, joint);
    const bool isAbsent = seen == JointVisibility::Absent;
    const domain::ImagePoint place = isAbsent ? domain::likelyPlace(skeleton, joint, domain::placesOf(layout))
                                              : skeleton.points[size_t(joint)];
    const ViewPoint at = transform.toView(place);
    if (isAbsent) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        for (const QPen& pen : {QPen(QColor(0, 0, 0, 170), 3), QPen(Qt::white, 1.4, Qt::DotLine)}) {
            painter.setPen(pen);
            painter.drawEllipse(at.toPointF(), kJointRadius + 2, kJointRadius + 2);
        }
    }
    paintMeasure(painter, items::jointText(layout, joint, seen), at, transform.viewSize());
}

} // namespace lw::canvas
