// SPDX-License-Identifier: GPL-3.0-or-later
//! Writes YOLO datasets: data.yaml, images/<split>, labels/<split>.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/PicturePlaces.h"
#include "engine/formats/YoloLine.h"
#include "engine/formats/YoloNames.h"

#include <QHash>

#include <array>

namespace lw::formats {

/// Class numbers are places in the dataset's label set. Samples without a usage go to images and labels themselves;
/// they serve for training and validation when there are no others. Skeletons are padded to the longest one.
class YoloWriter : public DatasetWriter {
public:
    core::Result<> begin(const QString& folder, const WriteOptions& options) override;
    core::Result<> add(const ImportedSample& sample, core::ProblemList& problems) override;
    [[nodiscard]] QString lastPicture() const override { return m_lastPicture; }
    core::Result<WriteSummary> finish() override;

protected:
    explicit YoloWriter(YoloKind kind) : m_kind(kind) {}

private:
    [[nodiscard]] int numberOf(const QString& label);
    void appendLines(const ImportedSample& sample, core::ProblemList& problems);

    YoloKind m_kind;
    WriteOptions m_options;
    StagedFolder m_folder;
    PicturePlaces m_places;
    YoloNames m_names;
    QHash<QString, int> m_numbers;
    std::array<bool, 4> m_isUsed{}; ///< default, train, val, test
    QByteArray m_text;
    QString m_lastPicture;
    WriteSummary m_summary;
};

class YoloBoxWriter final : public YoloWriter {
public:
    YoloBoxWriter() : YoloWriter(YoloKind::Box) {}
};
class YoloOutlineWriter final : public YoloWriter {
public:
    YoloOutlineWriter() : YoloWriter(YoloKind::Outline) {}
};
class YoloRotatedWriter final : public YoloWriter {
public:
    YoloRotatedWriter() : YoloWriter(YoloKind::Rotated) {}
};
class YoloPoseWriter final : public YoloWriter {
public:
    YoloPoseWriter() : YoloWriter(YoloKind::Pose) {}
};

} // namespace lw::formats
