// SPDX-License-Identifier: GPL-3.0-or-later
//! Writes a manifest with VOC files below it.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/FileIo.h"
#include "engine/formats/StagedFolder.h"
#include "engine/formats/UniqueNames.h"
#include "engine/formats/VocMaskFile.h"

#include <optional>

namespace lw::formats {

/// <folder>/<name>.manifest and, for all but classification, <folder>/annotation/<picture>.xml; for segmentation also
/// <folder>/segmentationClassRaw/<picture>.png. Pictures stay where they are.
class ManifestWriter final : public DatasetWriter {
public:
    core::Result<> begin(const QString& folder, const WriteOptions& options) override;
    core::Result<> add(const ImportedSample& sample, core::ProblemList& problems) override;
    [[nodiscard]] QString lastPicture() const override { return m_lastPicture; }
    core::Result<WriteSummary> finish() override;

private:
    [[nodiscard]] core::Result<> flushRows();
    [[nodiscard]] core::Result<> writeXml(const ImportedSample& sample, std::string& xml);
    void appendRow(const ImportedSample& sample, const std::string& xml);
    void appendAnnotation(const ImportedSample& sample, const std::string& xml);
    void appendLabels(const ImportedSample& sample);
    void appendLabel(const NamedAnnotation& named);

    WriteOptions m_options;
    StagedFolder m_folder;
    UniqueNames m_names;
    QByteArray m_rows; ///< not yet written
    QByteArray m_xml;
    QString m_fileName;
    QString m_lastPicture;
    WriteSummary m_summary;
    std::optional<VocMaskWriter> m_masks; ///< segmentation only
    io::OutputFile m_file;
};

} // namespace lw::formats
