// SPDX-License-Identifier: GPL-3.0-or-later
//! One line per format.
#include "engine/formats/FormatRegistry.h"

#include "engine/formats/ManifestReader.h"
#include "engine/formats/ManifestWriter.h"
#include "engine/formats/VocReader.h"
#include "engine/formats/VocWriter.h"

#include <QtCore/qglobal.h>

#include <algorithm>

namespace lw::formats {

namespace {

using domain::DatasetType;

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
    return {id,        name,  source.folder, *source.filePattern != 0,      source.filePattern,
            types,     abilities, &make<DatasetReader, Reader>, &make<DatasetWriter, Writer>};
}

constexpr std::array kDetection = {DatasetType::ObjectDetection};

// The reference's six.
constexpr std::span<const domain::ShapeKind> kReferenceKinds = std::span(domain::kAllShapeKinds).first<6>();

constexpr FormatAbilities kVoc{.shapes = kReferenceKinds,
                               .attributes = true,
                               .flags = true,
                               .confidence = true,
                               .hardAnnotations = true,
                               .hardSamples = false,
                               .usage = false,
                               .authors = true,
                               .unknownFields = true,
                               .copiesPictures = true};
constexpr FormatAbilities kManifest{.shapes = kReferenceKinds,
                                    .attributes = true,
                                    .flags = true,
                                    .confidence = true,
                                    .hardAnnotations = true,
                                    .hardSamples = true,
                                    .usage = true,
                                    .authors = true,
                                    .unknownFields = true,
                                    .copiesPictures = false};

constexpr std::array kFormats = {
    format<VocReader, VocWriter>("voc", QT_TRANSLATE_NOOP("Formats", "Pascal VOC (XML)"), {true, ""}, kDetection, kVoc),
    format<ManifestReader, ManifestWriter>("manifest", QT_TRANSLATE_NOOP("Formats", "Manifest (JSON Lines)"),
                                           {false, "*.manifest"}, kDetection, kManifest),
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
