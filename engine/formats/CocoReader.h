// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads COCO files: detection, segmentation with polygons and run lengths, keypoints.
#pragma once

#include "engine/formats/CocoAnnotation.h"
#include "engine/formats/CocoFiles.h"
#include "engine/formats/CocoIndex.h"
#include "engine/formats/PictureFinder.h"
#include "engine/formats/SeenPlaces.h"

namespace lw::formats {

/// `from` is a JSON file or a folder with some; see findCocoFiles(). The file is never parsed as a whole: places of
/// images and annotations are noted first (about 20 bytes each), in whatever order they stand, then the samples come in
/// the order of the file's images.
class CocoReader final : public DatasetReader {
public:
    core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                   core::ProblemList& problems, const core::Control& control) override;

private:
    [[nodiscard]] core::Result<> readFile(const CocoFile& file, const SampleSink& sink, core::ProblemList& problems);
    void declareLabels(const CocoIndex& index);
    [[nodiscard]] bool readImages(CocoSource& source, const CocoIndex& index, domain::SampleUsage usage,
                                  const SampleSink& sink);
    [[nodiscard]] bool readImage(CocoSource& source, simdjson::dom::object object, size_t offset,
                                 domain::SampleUsage usage, ImportedSample& sample);
    [[nodiscard]] bool findPicture(CocoSource& source, std::string_view name, size_t offset, ImportedSample& sample);
    void readAnnotations(CocoSource& source, const CocoIndex& index, size_t image, CocoAnnotationReader& reader,
                         ImportedSample& sample);

    const ReadOptions* m_options = nullptr;
    const core::Control* m_control = nullptr;
    ReadSummary m_summary;
    std::optional<PictureFinder> m_finder; ///< of the current file
    std::string m_picture;
    SeenPlaces m_seen; ///< pictures of all files
    qint64 m_done = 0;
};

} // namespace lw::formats
