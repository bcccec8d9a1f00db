// SPDX-License-Identifier: GPL-3.0-or-later
//! Names of the dataset types.
#include "models/domain/DatasetType.h"

namespace lw::domain {

namespace {
constexpr std::array kNames = {
    "image_classification", "object_detection",    "image_segmentation", "audio_classification",
    "audio_content",        "audio_segmentation",  "text_classification", "text_entity",
    "text_triplet",         "table",               "video",               "free_form",
};
static_assert(kNames.size() == kAllDatasetTypes.size());
} // namespace

QString typeName(DatasetType type)
{
    return QString::fromLatin1(kNames.at(static_cast<size_t>(type)));
}

std::optional<DatasetType> typeFromName(const QString& name)
{
    for (DatasetType type : kAllDatasetTypes) {
        if (name == typeName(type)) {
            return type;
        }
    }
    return std::nullopt;
}

bool isAvailable(DatasetType type)
{
    return type == DatasetType::ImageClassification || type == DatasetType::ObjectDetection ||
           type == DatasetType::ImageSegmentation;
}

} // namespace lw::domain
