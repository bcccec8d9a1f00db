// SPDX-License-Identifier: GPL-3.0-or-later
//! Writes COCO files: annotations/instances_<split>.json and the pictures in images/<split>.
#pragma once

#include "engine/formats/CocoText.h"
#include "engine/formats/FileIo.h"
#include "engine/formats/PicturePlaces.h"

#include <array>
#include <unordered_set>

namespace lw::formats {

/// One file per split (train, val, test; default for samples without a usage). Memory does not grow with the number of
/// annotations: these go to the file at once, the images to a file beside it that is put behind them at the end.
/// Image ids are those that were imported, where they are numbers that nobody has yet.
class CocoWriter final : public DatasetWriter {
public:
    core::Result<> begin(const QString& folder, const WriteOptions& options) override;
    core::Result<> add(const ImportedSample& sample, core::ProblemList& problems) override;
    [[nodiscard]] QString lastPicture() const override { return m_lastPicture; }
    core::Result<WriteSummary> finish() override;

private:
    /// A text that goes to a file in blocks.
    struct Stream {
        io::OutputFile file;
        std::string path;
        QByteArray block;
    };
    struct Part {
        Stream annotations;
        Stream images;
        bool isOpen = false;
        bool hasImages = false;
        bool hasAnnotations = false;
    };

    [[nodiscard]] core::Result<> open(Part& part, size_t split);
    [[nodiscard]] core::Result<> openStream(Stream& stream, const std::string& relative);
    [[nodiscard]] core::Result<> flush(Stream& stream, qsizetype above);
    [[nodiscard]] core::Result<> close(Part& part);
    [[nodiscard]] core::Result<bool> place(const ImportedSample& sample, size_t split, std::string& name,
                                           core::ProblemList& problems);
    [[nodiscard]] qint64 imageId(const ImportedSample& sample);

    WriteOptions m_options;
    StagedFolder m_folder;
    PicturePlaces m_places;
    CocoLabels m_labels;
    std::array<Part, 4> m_parts; ///< by splitOf()
    std::unordered_set<qint64> m_imageIds;
    qint64 m_nextImage = 1;
    qint64 m_nextAnnotation = 1;
    QString m_lastPicture;
    WriteSummary m_summary;
};

} // namespace lw::formats
