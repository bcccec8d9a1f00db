// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads folders of pictures with PASCAL VOC files.
#pragma once

#include "engine/formats/VocLayout.h"
#include "engine/formats/VocParser.h"

namespace lw::formats {

/// `from` is a folder; see findVocFiles() for the layouts. Samples come in the order of their paths' bytes.
class VocReader final : public DatasetReader {
public:
    core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                   core::ProblemList& problems, const core::Control& control) override;

private:
    /// False when the sink or the stop token asks to stop.
    [[nodiscard]] bool readFiles(const VocFiles& files, const ReadOptions& options, const SampleSink& sink,
                                 core::ProblemList& problems, const core::Control& control);
    /// Reads one sample; false if it is left out.
    [[nodiscard]] bool readSample(const VocFiles& files, const VocPair& pair, const ReadOptions& options,
                                  ImportedSample& sample, core::ProblemList& problems);
    [[nodiscard]] bool noteVanished(const VocFiles& files, core::ProblemList& problems);

    VocParser m_parser;
    ReadSummary m_summary;
    std::string m_path;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace lw::formats
