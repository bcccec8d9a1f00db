// SPDX-License-Identifier: GPL-3.0-or-later
//! The twelve dataset types (DS-1) and their names in files and on the command line.
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace lw::domain {

/// Stored as its number: append only.
enum class DatasetType {
    ImageClassification,
    ObjectDetection,
    ImageSegmentation,
    AudioClassification,
    AudioContent,
    AudioSegmentation,
    TextClassification,
    TextEntity,
    TextTriplet,
    Table,
    Video,
    FreeForm,
};

inline constexpr std::array kAllDatasetTypes = {
    DatasetType::ImageClassification, DatasetType::ObjectDetection,    DatasetType::ImageSegmentation,
    DatasetType::AudioClassification, DatasetType::AudioContent,       DatasetType::AudioSegmentation,
    DatasetType::TextClassification,  DatasetType::TextEntity,         DatasetType::TextTriplet,
    DatasetType::Table,               DatasetType::Video,              DatasetType::FreeForm,
};

/// The contract name, e.g. "object_detection".
[[nodiscard]] QString typeName(DatasetType type);
/// The inverse of typeName(); nullopt for any other text.
[[nodiscard]] std::optional<DatasetType> typeFromName(const QString& name);
/// The types this build can annotate; the others are not offered anywhere.
[[nodiscard]] bool isAvailable(DatasetType type);

} // namespace lw::domain
