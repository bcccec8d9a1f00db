// SPDX-License-Identifier: GPL-3.0-or-later
//! YOLO classification: pictures in folders that are called like their label, within train, val and test.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/PicturePlaces.h"

namespace lw::formats {

/// `from` is the folder that holds train, val and test, or the folders of the labels. The folder of a picture is its
/// label; pictures that lie in none are taken without one.
class YoloClassesReader final : public DatasetReader {
public:
    core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                   core::ProblemList& problems, const core::Control& control) override;
};

/// <split>/<label>/<picture>; samples without a usage lie in <label> at the top.
class YoloClassesWriter final : public DatasetWriter {
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
