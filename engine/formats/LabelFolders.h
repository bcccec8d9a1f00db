// SPDX-License-Identifier: GPL-3.0-or-later
//! Classification by folders and by text files: ImageNet's layout and the reference's (IO-1).
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/PicturePlaces.h"

#include <QHash>

namespace lw::formats {

class ReadSession;

/// Takes the labels of a picture's text file, one per line, into `sample`. False, and a problem, if it cannot be read.
/// A UTF-8 text of more than 64 KB is no label file.
bool readLabelFile(const QString& path, ImportedSample& sample, ReadSession& session);

/// `from` is a folder. A picture's label is the name of its deepest folder, unless a text file of its name lies beside
/// it: its lines are the labels then. Folders train, val, test and the like, right below `from`, say the usage. Pictures
/// in `from` itself, or in a usage folder itself, are unlabelled without a text file.
class LabelFolderReader final : public DatasetReader {
public:
    core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                   core::ProblemList& problems, const core::Control& control) override;
};

/// One folder per label, below train, val and test where samples have a usage.
class LabelFolderWriter final : public DatasetWriter {
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

/// Pictures with a text file beside each that has labels, one label per line.
class LabelFileWriter final : public DatasetWriter {
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
