// SPDX-License-Identifier: GPL-3.0-or-later
//! Losses as sentences and as JSON.
#include "app/scenarios/LossText.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QLocale>

namespace lw::scenarios {

using domain::ShapeKind;
using formats::Loss;
using formats::LossKind;

namespace {

struct Losses {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Losses)
};

constexpr size_t kMostNames = 20;

QString conversionText(const Loss& loss)
{
    const QString shapes = shapesText(loss.from);
    const bool isRound = loss.from == ShapeKind::Circle || loss.from == ShapeKind::Ellipse;
    switch (loss.to) {
    case ShapeKind::BoundingBox:
        //: %1 is a kind of shapes, e.g. "Circles"
        return Losses::tr("%1 become bounding boxes.").arg(shapes);
    case ShapeKind::Polygon:
        return isRound ? Losses::tr("%1 become polygons of %2 points.").arg(shapes).arg(formats::kCircleSegments)
                       : Losses::tr("%1 become polygons.").arg(shapes);
    case ShapeKind::RotatedBox:
        return Losses::tr("%1 become the smallest rotated boxes around them.").arg(shapes);
    case ShapeKind::Mask:
        return loss.from == ShapeKind::Polygon ? Losses::tr("Polygons with holes become masks of whole pixels.")
                                               : Losses::tr("%1 become masks of whole pixels.").arg(shapes);
    case ShapeKind::Ellipse:
        return Losses::tr("%1 become ellipses.").arg(shapes);
    case ShapeKind::Line:
        return Losses::tr("%1 become plain lines.").arg(shapes);
    case ShapeKind::Polyline:
        return Losses::tr("%1 become polylines.").arg(shapes);
    default:
        return Losses::tr("%1 become other shapes.").arg(shapes);
    }
}

QString sampleText(LossKind kind)
{
    switch (kind) {
    case LossKind::SeveralLabels:
        return Losses::tr("Only the first label of a sample is kept.");
    case LossKind::Unlabelled:
        return Losses::tr("Samples without annotations are left out.");
    case LossKind::Usage:
        return Losses::tr("The marks for training, evaluation and test are lost.");
    case LossKind::HardSamples:
        return Losses::tr("The hard marks of samples are lost.");
    case LossKind::HardReasons:
        return Losses::tr("The reasons why samples are hard are lost.");
    case LossKind::SampleAttributes:
        return Losses::tr("The attributes of samples are lost.");
    case LossKind::Renamed:
        return Losses::tr("Files get another name or folder.");
    default:
        return Losses::tr("Imported fields that the program does not know are lost.");
    }
}

QString objectText(const Loss& loss)
{
    switch (loss.kind) {
    case LossKind::ShapeDropped:
        //: %1 is a kind of shapes, e.g. "Circles"
        return Losses::tr("%1 are left out.").arg(shapesText(loss.from));
    case LossKind::ShapeConverted:
        return conversionText(loss);
    case LossKind::RingsJoined:
        return Losses::tr("Polygons with holes or several parts become one outline, joined by bridges.");
    case LossKind::RegionsChanged:
        return Losses::tr("Areas are painted as classes: what others cover is lost, those of a label that touch become "
                          "one, and parts become areas of their own.");
    case LossKind::Rounded:
        return Losses::tr("Coordinates are rounded.");
    case LossKind::Attributes:
        return Losses::tr("The attribute values are lost.");
    case LossKind::Flags:
        return Losses::tr("Difficult, truncated, occluded and pose are lost.");
    case LossKind::Confidence:
        return Losses::tr("The confidence is lost.");
    case LossKind::HardAnnotations:
        return Losses::tr("The hard marks of objects are lost.");
    case LossKind::Authors:
        return Losses::tr("Who made the annotations, and when, is lost.");
    default:
        return {};
    }
}

} // namespace

QString shapesText(ShapeKind kind)
{
    switch (kind) {
    case ShapeKind::BoundingBox:
        return Losses::tr("Bounding boxes");
    case ShapeKind::Polygon:
        return Losses::tr("Polygons");
    case ShapeKind::Circle:
        return Losses::tr("Circles");
    case ShapeKind::Line:
        return Losses::tr("Lines");
    case ShapeKind::DashedLine:
        return Losses::tr("Dashed lines");
    case ShapeKind::Point:
        return Losses::tr("Points");
    case ShapeKind::RotatedBox:
        return Losses::tr("Rotated boxes");
    case ShapeKind::Ellipse:
        return Losses::tr("Ellipses");
    case ShapeKind::Polyline:
        return Losses::tr("Polylines");
    case ShapeKind::Skeleton:
        return Losses::tr("Skeletons");
    case ShapeKind::Mask:
        return Losses::tr("Masks");
    case ShapeKind::WholeSample:
        return Losses::tr("Labels of whole samples");
    }
    return {};
}

QString lossText(const Loss& loss)
{
    const QString what = objectText(loss);
    const QLocale locale;
    //: %1 is a number, %2 a sentence on what happens to so many annotations
    return what.isEmpty() ? Losses::tr("%1 times: %2").arg(locale.toString(loss.count), sampleText(loss.kind))
                          : Losses::tr("%1 objects: %2").arg(locale.toString(loss.count), what);
}

QJsonArray toJson(const formats::LossReport& report)
{
    QJsonArray list;
    for (const Loss& loss : report.losses) {
        QJsonObject object{{QStringLiteral("kind"), formats::lossName(loss.kind)},
                           {QStringLiteral("count"), loss.count}};
        if (loss.kind == LossKind::ShapeDropped || loss.kind == LossKind::ShapeConverted) {
            object.insert(QStringLiteral("from"), domain::shapeName(loss.from));
        }
        if (loss.kind == LossKind::ShapeConverted) {
            object.insert(QStringLiteral("to"), domain::shapeName(loss.to));
        }
        QJsonArray names;
        for (size_t i = 0; i < std::min(kMostNames, loss.first.size()); ++i) {
            names.append(loss.first[i].name);
        }
        object.insert(QStringLiteral("samples"), names);
        list.append(object);
    }
    return list;
}

QString formatText(const formats::Format& format)
{
    return QCoreApplication::translate("Formats", format.name);
}

} // namespace lw::scenarios
