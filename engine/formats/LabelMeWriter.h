// SPDX-License-Identifier: GPL-3.0-or-later
//! Writes pictures with LabelMe JSON files into a folder.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/PicturePlaces.h"

namespace lw::formats {

/// A JSON file beside a copy of each picture that has annotations; subfolders of the input location are kept. Labels of
/// the whole picture become its flags.
class LabelMeWriter final : public DatasetWriter {
public:
    core::Result<> begin(const QString& folder, const WriteOptions& options) override;
    core::Result<> add(const ImportedSample& sample, core::ProblemList& problems) override;
    [[nodiscard]] QString lastPicture() const override { return m_lastPicture; }
    core::Result<WriteSummary> finish() override;

private:
    void compose(const ImportedSample& sample, std::string_view pictureName);
    void appendFlags(const ImportedSample& sample, const QByteArray& kept);

    WriteOptions m_options;
    StagedFolder m_folder;
    PicturePlaces m_places;
    QString m_lastPicture;
    QByteArray m_json;
    WriteSummary m_summary;
};

} // namespace lw::formats
