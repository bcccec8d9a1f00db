// SPDX-License-Identifier: GPL-3.0-or-later
//! One line per format.
#include "engine/formats/FormatRegistry.h"

#include "engine/formats/ManifestReader.h"
#include "engine/formats/ManifestWriter.h"
#include "engine/formats/VocReader.h"
#include "engine/formats/VocWriter.h"

#include <algorithm>

namespace lw::formats {

namespace {

template <typename Base, typename Type> std::unique_ptr<Base> make()
{
    return std::make_unique<Type>();
}

template <typename Reader, typename Writer>
constexpr Format format(const char* id, bool readsFolder, const FormatAbilities& abilities)
{
    return {id, readsFolder, abilities, &make<DatasetReader, Reader>, &make<DatasetWriter, Writer>};
}

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
    format<VocReader, VocWriter>("voc", true, kVoc),
    format<ManifestReader, ManifestWriter>("manifest", false, kManifest),
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

} // namespace lw::formats
