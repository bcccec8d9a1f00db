// SPDX-License-Identifier: GPL-3.0-or-later
//! Writes pictures with PASCAL VOC files into a folder.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/PicturePlaces.h"
#include "engine/formats/VocMaskFile.h"

#include <array>
#include <optional>

namespace lw::formats {

/// XML beside copies of the pictures, or the devkit layout; for segmentation with mask pictures in segmentationClassRaw
/// or SegmentationClass. Subfolders of the input location are kept; pictures from
/// elsewhere go to the top. Names that collide get _2, _3 … .
class VocWriter final : public DatasetWriter {
public:
    core::Result<> begin(const QString& folder, const WriteOptions& options) override;
    core::Result<> add(const ImportedSample& sample, core::ProblemList& problems) override;
    [[nodiscard]] QString lastPicture() const override { return m_lastPicture; }
    core::Result<WriteSummary> finish() override;

private:
    void list(const std::string& name, domain::SampleUsage usage);

    WriteOptions m_options;
    StagedFolder m_folder;
    PicturePlaces m_places;
    QString m_lastPicture;
    std::optional<VocMaskWriter> m_masks; ///< segmentation only
    QByteArray m_xml;
    QByteArray m_all;                  ///< ImageSets/Main/trainval.txt: every picture that is not for testing
    std::array<QByteArray, 3> m_lists; ///< train, val, test
    WriteSummary m_summary;
};

} // namespace lw::formats
