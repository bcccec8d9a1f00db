// SPDX-License-Identifier: GPL-3.0-or-later
//! DOTA: turned boxes in text files.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/PicturePlaces.h"

namespace lw::formats {

/// `from` is a folder with pictures and text files of the same names, in folders of any name (images, labelTxt). A line
/// is the four corners of a box, the label and, optionally, 0 or 1 for difficult; "imagesource:" and "gsd:" lines are
/// kept. Folders train, val and test on the way say the usage.
class DotaReader final : public DatasetReader {
public:
    core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                   core::ProblemList& problems, const core::Control& control) override;
};

/// images/ and labelTxt/, below train, val and test where samples have a usage.
class DotaWriter final : public DatasetWriter {
public:
    core::Result<> begin(const QString& folder, const WriteOptions& options) override;
    core::Result<> add(const ImportedSample& sample, core::ProblemList& problems) override;
    [[nodiscard]] QString lastPicture() const override { return m_lastPicture; }
    core::Result<WriteSummary> finish() override;

private:
    StagedFolder m_folder;
    PicturePlaces m_places;
    QString m_lastPicture;
    WriteSummary m_summary;
};

} // namespace lw::formats
