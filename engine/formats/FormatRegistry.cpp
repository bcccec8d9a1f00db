// SPDX-License-Identifier: GPL-3.0-or-later
//! One line per format.
#include "engine/formats/FormatRegistry.h"

#include "engine/formats/CocoReader.h"
#include "engine/formats/CocoWriter.h"
#include "engine/formats/CsvFormat.h"
#include "engine/formats/CvatReader.h"
#include "engine/formats/CvatWriter.h"
#include "engine/formats/DotaFormat.h"
#include "engine/formats/LabelFolders.h"
#include "engine/formats/LabelMeReader.h"
#include "engine/formats/LabelMeWriter.h"
#include "engine/formats/ManifestReader.h"
#include "engine/formats/ManifestWriter.h"
#include "engine/formats/MaskFormat.h"
#include "engine/formats/VocReader.h"
#include "engine/formats/VocWriter.h"
#include "engine/formats/YoloClasses.h"
#include "engine/formats/YoloReader.h"
#include "engine/formats/YoloWriter.h"

#include <QtCore/qglobal.h>

#include <algorithm>

namespace lw::formats {

namespace {

using domain::DatasetType;
using domain::ShapeKind;

template <typename Base, typename Type> std::unique_ptr<Base> make()
{
    return std::make_unique<Type>();
}

/// Where a reader looks: a folder, a file with a name like `filePattern`, or either.
struct Source {
    bool folder = false;
    const char* filePattern = "";
};

template <typename Reader, typename Writer>
constexpr Format format(const char* id, const char* name, Source source, std::span<const DatasetType> types,
                        const FormatAbilities& abilities)
{
    return {id,
            name,
            source.folder,
            *source.filePattern != 0,
            source.filePattern,
            types,
            abilities,
            &make<DatasetReader, Reader>,
            &make<DatasetWriter, Writer>};
}

constexpr std::array kImages = {DatasetType::ImageClassification, DatasetType::ObjectDetection,
                                DatasetType::ImageSegmentation};

constexpr FormatAbilities kVoc{.shapes = domain::kAllShapeKinds,
                               .attributes = true,
                               .flags = true,
                               .confidence = true,
                               .hardAnnotations = true,
                               .hardSamples = false,
                               .usage = false,
                               .authors = true,
                               .unknownFields = true,
                               .copiesPictures = true};
constexpr FormatAbilities kManifest{.shapes = domain::kAllShapeKinds,
                                    .attributes = true,
                                    .flags = true,
                                    .confidence = true,
                                    .hardAnnotations = true,
                                    .hardSamples = true,
                                    .hardReasons = true,
                                    .sampleAttributes = true,
                                    .usage = true,
                                    .authors = true,
                                    .unknownFields = true,
                                    .copiesPictures = false};

constexpr std::array kCocoKinds = {ShapeKind::BoundingBox, ShapeKind::Polygon, ShapeKind::Mask, ShapeKind::Skeleton,
                                   ShapeKind::WholeSample};
constexpr std::array kRoundToPolygon = {ShapeRule{ShapeKind::Circle, ShapeKind::Polygon},
                                        ShapeRule{ShapeKind::Ellipse, ShapeKind::Polygon},
                                        ShapeRule{ShapeKind::RotatedBox, ShapeKind::Polygon}};
constexpr FormatAbilities kCoco{.shapes = kCocoKinds,
                                .conversions = kRoundToPolygon,
                                .rings = RingSupport::Parts,
                                .attributes = true,
                                .flags = true,
                                .confidence = true,
                                .hardAnnotations = true,
                                .hardSamples = true,
                                .usage = true,
                                .authors = true,
                                .unknownFields = true,
                                .copiesPictures = true};

constexpr std::array kFigures = {DatasetType::ObjectDetection, DatasetType::ImageSegmentation};
constexpr std::array kWholes = {DatasetType::ImageClassification};

/// Every YOLO label is a share of the picture's size with twelve decimals.
constexpr FormatAbilities yoloAbilities(std::span<const ShapeKind> shapes, std::span<const ShapeRule> conversions)
{
    return {.shapes = shapes,
            .conversions = conversions,
            .rings = RingSupport::One,
            .relativeError = 1e-8,
            .usage = true,
            .copiesPictures = true};
}
template <ShapeKind Kind> constexpr std::array kOnly = {Kind};
constexpr std::array kToBox = {
    ShapeRule{ShapeKind::Polygon, ShapeKind::BoundingBox},    ShapeRule{ShapeKind::Circle, ShapeKind::BoundingBox},
    ShapeRule{ShapeKind::RotatedBox, ShapeKind::BoundingBox}, ShapeRule{ShapeKind::Ellipse, ShapeKind::BoundingBox},
    ShapeRule{ShapeKind::Skeleton, ShapeKind::BoundingBox},   ShapeRule{ShapeKind::Mask, ShapeKind::BoundingBox},
};
constexpr std::array kToPolygon = {
    ShapeRule{ShapeKind::BoundingBox, ShapeKind::Polygon}, ShapeRule{ShapeKind::Circle, ShapeKind::Polygon},
    ShapeRule{ShapeKind::RotatedBox, ShapeKind::Polygon},  ShapeRule{ShapeKind::Ellipse, ShapeKind::Polygon},
    ShapeRule{ShapeKind::Mask, ShapeKind::Polygon},
};
constexpr std::array kToRotatedBox = {
    ShapeRule{ShapeKind::BoundingBox, ShapeKind::RotatedBox}, ShapeRule{ShapeKind::Polygon, ShapeKind::RotatedBox},
    ShapeRule{ShapeKind::Circle, ShapeKind::RotatedBox},      ShapeRule{ShapeKind::Ellipse, ShapeKind::RotatedBox},
    ShapeRule{ShapeKind::Mask, ShapeKind::RotatedBox},
};
constexpr FormatAbilities kYoloClasses{.shapes = kOnly<ShapeKind::WholeSample>,
                                       .usage = true,
                                       .copiesPictures = true,
                                       .folders = false,
                                       .severalLabels = false,
                                       .unlabelled = false};
constexpr std::array kLabelMeKinds = {ShapeKind::BoundingBox, ShapeKind::Polygon, ShapeKind::Circle,
                                      ShapeKind::Line,        ShapeKind::Point,   ShapeKind::Polyline,
                                      ShapeKind::Mask,        ShapeKind::WholeSample};
constexpr std::array kLabelMeRules = {ShapeRule{ShapeKind::RotatedBox, ShapeKind::Polygon},
                                      ShapeRule{ShapeKind::Ellipse, ShapeKind::Polygon},
                                      ShapeRule{ShapeKind::DashedLine, ShapeKind::Line},
                                      ShapeRule{ShapeKind::Skeleton, ShapeKind::BoundingBox}};
constexpr FormatAbilities kLabelMe{.shapes = kLabelMeKinds,
                                   .conversions = kLabelMeRules,
                                   .rings = RingSupport::Parts,
                                   .relativeError = 1e-12,
                                   .attributes = true,
                                   .flags = true,
                                   .confidence = true,
                                   .hardAnnotations = true,
                                   .authors = true,
                                   .unknownFields = true,
                                   .copiesPictures = true};

constexpr std::array kCvatKinds = {ShapeKind::BoundingBox, ShapeKind::Polygon,  ShapeKind::RotatedBox,
                                   ShapeKind::Ellipse,     ShapeKind::Polyline, ShapeKind::Skeleton,
                                   ShapeKind::Point,       ShapeKind::Mask,     ShapeKind::WholeSample};
constexpr std::array kCvatRules = {ShapeRule{ShapeKind::Circle, ShapeKind::Ellipse},
                                   ShapeRule{ShapeKind::Line, ShapeKind::Polyline},
                                   ShapeRule{ShapeKind::DashedLine, ShapeKind::Polyline}};
constexpr FormatAbilities kCvat{.shapes = kCvatKinds,
                                .conversions = kCvatRules,
                                .rings = RingSupport::Parts,
                                .relativeError = 1e-9,
                                .attributes = true,
                                .flags = true,
                                .usage = true,
                                .copiesPictures = true};
constexpr FormatAbilities kLabelFolders{.shapes = kOnly<ShapeKind::WholeSample>,
                                        .usage = true,
                                        .copiesPictures = true,
                                        .folders = false,
                                        .severalLabels = false};
constexpr FormatAbilities kLabelFiles{.shapes = kOnly<ShapeKind::WholeSample>,
                                      .usage = true,
                                      .copiesPictures = true,
                                      .folders = false};
constexpr FormatAbilities kDota{.shapes = kOnly<ShapeKind::RotatedBox>,
                                .conversions = kToRotatedBox,
                                .difficult = true,
                                .usage = true,
                                .copiesPictures = true,
                                .folders = false};
constexpr std::array kCsvKinds = {ShapeKind::BoundingBox, ShapeKind::WholeSample};
constexpr FormatAbilities kCsv{.shapes = kCsvKinds,
                               .conversions = kToBox,
                               .attributes = true,
                               .flags = true,
                               .confidence = true,
                               .usage = true,
                               .copiesPictures = true};
constexpr std::array kSegments = {DatasetType::ImageSegmentation};
constexpr std::array kToMask = {
    ShapeRule{ShapeKind::BoundingBox, ShapeKind::Mask}, ShapeRule{ShapeKind::Polygon, ShapeKind::Mask},
    ShapeRule{ShapeKind::Circle, ShapeKind::Mask},      ShapeRule{ShapeKind::RotatedBox, ShapeKind::Mask},
    ShapeRule{ShapeKind::Ellipse, ShapeKind::Mask},
};
constexpr FormatAbilities kMasks{.shapes = kOnly<ShapeKind::Mask>,
                                 .conversions = kToMask,
                                 .usage = true,
                                 .copiesPictures = true,
                                 .order = false,
                                 .classRegions = true};

constexpr std::array kFormats = {
    format<VocReader, VocWriter>("voc", QT_TRANSLATE_NOOP("Formats", "Pascal VOC (XML)"), {true, ""}, kImages, kVoc),
    format<CocoReader, CocoWriter>("coco", QT_TRANSLATE_NOOP("Formats", "COCO (JSON)"), {true, "*.json"}, kImages,
                                   kCoco),
    format<YoloBoxReader, YoloBoxWriter>("yolo", QT_TRANSLATE_NOOP("Formats", "YOLO boxes"), {true, "*.yaml"}, kFigures,
                                         yoloAbilities(kOnly<ShapeKind::BoundingBox>, kToBox)),
    format<YoloOutlineReader, YoloOutlineWriter>("yolo_segmentation", QT_TRANSLATE_NOOP("Formats", "YOLO segmentation"),
                                                 {true, "*.yaml"}, kFigures,
                                                 yoloAbilities(kOnly<ShapeKind::Polygon>, kToPolygon)),
    format<YoloRotatedReader, YoloRotatedWriter>("yolo_obb", QT_TRANSLATE_NOOP("Formats", "YOLO rotated boxes"),
                                                 {true, "*.yaml"}, kFigures,
                                                 yoloAbilities(kOnly<ShapeKind::RotatedBox>, kToRotatedBox)),
    format<YoloPoseReader, YoloPoseWriter>("yolo_pose", QT_TRANSLATE_NOOP("Formats", "YOLO pose"), {true, "*.yaml"},
                                           kFigures, yoloAbilities(kOnly<ShapeKind::Skeleton>, {})),
    format<YoloClassesReader, YoloClassesWriter>(
        "yolo_classification", QT_TRANSLATE_NOOP("Formats", "YOLO classification"), {true, ""}, kWholes, kYoloClasses),
    format<ManifestReader, ManifestWriter>("manifest", QT_TRANSLATE_NOOP("Formats", "Manifest (JSON Lines)"),
                                           {false, "*.manifest"}, kImages, kManifest),
    format<LabelMeReader, LabelMeWriter>("labelme", QT_TRANSLATE_NOOP("Formats", "LabelMe (JSON)"), {true, "*.json"},
                                         kImages, kLabelMe),
    format<CvatReader, CvatWriter>("cvat", QT_TRANSLATE_NOOP("Formats", "CVAT for images (XML)"), {true, "*.xml"},
                                   kImages, kCvat),
    format<LabelFolderReader, LabelFolderWriter>("imagenet", QT_TRANSLATE_NOOP("Formats", "Folder per label (ImageNet)"),
                                                 {true, ""}, kWholes, kLabelFolders),
    format<LabelFolderReader, LabelFileWriter>("txt", QT_TRANSLATE_NOOP("Formats", "Text file per picture"), {true, ""},
                                               kWholes, kLabelFiles),
    format<CsvReader, CsvWriter>("csv", QT_TRANSLATE_NOOP("Formats", "CSV table"), {true, "*.csv"}, kImages, kCsv),
    format<MaskReader, MaskWriter>("masks", QT_TRANSLATE_NOOP("Formats", "Mask pictures (PNG)"), {true, ""}, kSegments,
                                   kMasks),
    format<DotaReader, DotaWriter>("dota", QT_TRANSLATE_NOOP("Formats", "DOTA (text files)"), {true, ""}, kFigures, kDota),
};

} // namespace

std::span<const Format> allFormats()
{
    return kFormats;
}

const Format* findFormat(const QString& id)
{
    const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                    [&id](const Format& candidate) { return id == QLatin1String(candidate.id); });
    return found == kFormats.end() ? nullptr : &*found;
}

bool fits(const Format& format, domain::DatasetType type)
{
    return std::find(format.types.begin(), format.types.end(), type) != format.types.end();
}

} // namespace lw::formats
