// SPDX-License-Identifier: GPL-3.0-or-later
//! Sentences about figures.
#include "models/items/ShapeTexts.h"

#include "models/domain/Frames.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lw::items {

namespace {

using domain::ImagePoint;
using domain::Shape;
using domain::ShapeKind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::items::ShapeTexts)
};

double lengthOf(const std::vector<ImagePoint>& path)
{
    double length = 0;
    for (size_t i = 1; i < path.size(); ++i) {
        length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    }
    return length;
}

QString sides(double width, double height)
{
    //: width and height in pixels
    return Words::tr("%1 × %2").arg(std::lround(width)).arg(std::lround(height));
}

QString jointsText(const Shape& skeleton)
{
    const auto absent =
        std::count(skeleton.visibility.begin(), skeleton.visibility.end(), domain::JointVisibility::Absent);
    return Words::tr("%1 of %n joints", nullptr, int(skeleton.points.size()))
        .arg(qint64(skeleton.points.size()) - qint64(absent));
}

} // namespace

QString sizeText(const Shape& shape)
{
    const QRectF box = shape.boundingRect();
    switch (shape.kind) {
    case ShapeKind::BoundingBox:
        return sides(box.width(), box.height());
    case ShapeKind::RotatedBox:
    case ShapeKind::Ellipse:
        if (const auto frame = domain::frameOf(shape)) {
            //: width, height and angle of a rotated box or an ellipse
            return Words::tr("%1 × %2, %3°")
                .arg(std::lround(frame->width))
                .arg(std::lround(frame->height))
                .arg(QLocale().toString(std::round(domain::degreesOf(frame->angle) * 10) / 10, 'f', 1));
        }
        return {};
    case ShapeKind::Circle:
        //: %1 is the radius of a circle in pixels
        return Words::tr("r %1").arg(std::lround(shape.radius));
    case ShapeKind::Line:
    case ShapeKind::DashedLine:
        return Words::tr("%L1 px").arg(std::lround(lengthOf(shape.points)));
    case ShapeKind::Polyline:
        return Words::tr("%n points, %1 px", nullptr, int(shape.points.size()))
            .arg(QLocale().toString(qlonglong(std::lround(lengthOf(shape.points)))));
    case ShapeKind::Polygon:
        return Words::tr("%1, %n points", nullptr, int(shape.points.size())).arg(sides(box.width(), box.height()));
    case ShapeKind::Skeleton:
        return jointsText(shape);
    case ShapeKind::Mask:
        return Words::tr("%1, %L2 pixels").arg(sides(box.width(), box.height())).arg(shape.mask.area());
    case ShapeKind::Point:
    case ShapeKind::WholeSample:
        break;
    }
    return {};
}

QString visibilityText(domain::JointVisibility visibility)
{
    switch (visibility) {
    case domain::JointVisibility::Visible:
        return Words::tr("visible");
    case domain::JointVisibility::Hidden:
        return Words::tr("covered");
    case domain::JointVisibility::Absent:
        break;
    }
    return Words::tr("absent");
}

QString jointName(const domain::SkeletonLayout& layout, int joint)
{
    const QString name = joint >= 0 && joint < layout.joints.size() ? layout.joints.at(joint) : QString();
    return name.isEmpty() ? Words::tr("Joint %1").arg(joint + 1) : name;
}

QString jointText(const domain::SkeletonLayout& layout, int joint, domain::JointVisibility visibility)
{
    //: %1 is a joint of a skeleton, %2 is "visible", "covered" or "absent"
    return Words::tr("%1: %2").arg(jointName(layout, joint), visibilityText(visibility));
}

} // namespace lw::items
