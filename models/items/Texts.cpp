// SPDX-License-Identifier: GPL-3.0-or-later
//! Puts values into words, in the person's language.
#include "models/items/Texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace lw::items {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::items::Texts)
};

} // namespace

QString typeHint(domain::DatasetType type)
{
    using enum domain::DatasetType;
    switch (type) {
    case ImageClassification:
        return Words::tr("Whole pictures get one or several labels.");
    case ObjectDetection:
        return Words::tr("Boxes, polygons and other shapes mark the objects in pictures.");
    case ImageSegmentation:
        return Words::tr("Every pixel of an object is marked.");
    case AudioClassification:
        return Words::tr("Whole recordings get labels.");
    case AudioContent:
        return Words::tr("Speech is written down.");
    case AudioSegmentation:
        return Words::tr("Parts of a recording get labels.");
    case TextClassification:
        return Words::tr("Whole texts get labels.");
    case TextEntity:
        return Words::tr("Words and phrases in texts get labels.");
    case TextTriplet:
        return Words::tr("Entities in texts are joined by relations.");
    case Table:
        return Words::tr("Rows of named columns.");
    case Video:
        return Words::tr("Objects are followed through the frames of videos.");
    case FreeForm:
        return Words::tr("Files of any kind, kept and versioned.");
    }
    return {};
}

QString shapeText(domain::ShapeKind kind)
{
    switch (kind) {
    case domain::ShapeKind::BoundingBox:
        return Words::tr("Box");
    case domain::ShapeKind::Polygon:
        return Words::tr("Polygon");
    case domain::ShapeKind::Circle:
        return Words::tr("Circle");
    case domain::ShapeKind::Line:
        return Words::tr("Line");
    case domain::ShapeKind::DashedLine:
        return Words::tr("Dashed line");
    case domain::ShapeKind::Point:
        return Words::tr("Point");
    case domain::ShapeKind::RotatedBox:
        return Words::tr("Rotated box");
    case domain::ShapeKind::Ellipse:
        return Words::tr("Ellipse");
    case domain::ShapeKind::Polyline:
        return Words::tr("Polyline");
    case domain::ShapeKind::Skeleton:
        return Words::tr("Skeleton");
    case domain::ShapeKind::Mask:
        return Words::tr("Mask");
    case domain::ShapeKind::WholeSample:
        return Words::tr("Whole sample");
    }
    return {};
}

QString shapeIcon(domain::ShapeKind kind)
{
    switch (kind) {
    case domain::ShapeKind::BoundingBox:
        return QStringLiteral("box");
    case domain::ShapeKind::Polygon:
        return QStringLiteral("polygon");
    case domain::ShapeKind::Circle:
        return QStringLiteral("circle");
    case domain::ShapeKind::Line:
        return QStringLiteral("line");
    case domain::ShapeKind::DashedLine:
        return QStringLiteral("dashed-line");
    case domain::ShapeKind::Point:
        return QStringLiteral("point");
    case domain::ShapeKind::RotatedBox:
        return QStringLiteral("rotated-box");
    case domain::ShapeKind::Ellipse:
        return QStringLiteral("ellipse");
    case domain::ShapeKind::Polyline:
        return QStringLiteral("polyline");
    case domain::ShapeKind::Skeleton:
        return QStringLiteral("skeleton");
    case domain::ShapeKind::Mask:
        return QStringLiteral("mask");
    case domain::ShapeKind::WholeSample:
        return QStringLiteral("tag");
    }
    return {};
}

QString taskKindIcon(domain::TaskKind kind)
{
    switch (kind) {
    case domain::TaskKind::Import:
        return QStringLiteral("import");
    case domain::TaskKind::Sync:
        return QStringLiteral("sync");
    case domain::TaskKind::Export:
        return QStringLiteral("export");
    case domain::TaskKind::Publish:
        return QStringLiteral("publish");
    case domain::TaskKind::SetCurrent:
        return QStringLiteral("version");
    case domain::TaskKind::AddFiles:
        return QStringLiteral("add");
    case domain::TaskKind::DeleteSamples:
    case domain::TaskKind::DeleteForGood:
        return QStringLiteral("delete");
    case domain::TaskKind::RestoreDeleted:
        return QStringLiteral("restore");
    case domain::TaskKind::LabelSamples:
        return QStringLiteral("tag");
    case domain::TaskKind::SmartLabel:
        return QStringLiteral("wand");
    case domain::TaskKind::GroupSamples:
        return QStringLiteral("gallery");
    }
    return {};
}

QString timeText(qint64 at)
{
    return at == 0 ? QString() : QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat);
}

QString bytesText(qint64 bytes)
{
    return bytes == 0 ? QString() : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString pixelsText(int width, int height)
{
    //: width and height of a picture in pixels
    return width <= 0 || height <= 0 ? QString() : Words::tr("%1 × %2").arg(width).arg(height);
}

QString percentText(double share)
{
    return Words::tr("%1%").arg(QLocale().toString(share * 100, 'f', share > 0 && share < 0.1 ? 1 : 0));
}

QString durationText(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + 999) / 1000;
    if (seconds < 60) {
        return Words::tr("%1 s").arg(seconds);
    }
    if (seconds < 3600) {
        return Words::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    }
    return Words::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

} // namespace lw::items
