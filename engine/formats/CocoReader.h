// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads COCO files: detection, segmentation with polygons and run lengths, keypoints.
#pragma once

#include "engine/formats/CocoAnnotation.h"
#include "engine/formats/CocoFiles.h"
#include "engine/formats/JsonScan.h"
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
    struct Index;

    [[nodiscard]] core::Result<> readFile(const CocoFile& file, const SampleSink& sink);
    void makeIndex(Index& index);
    size_t noteImages(Index& index, JsonScan& scan, size_t at);
    size_t noteAnnotations(Index& index, JsonScan& scan, size_t at);
    void declareLabels(const Index& index);
    void sortAnnotations(Index& index);
    [[nodiscard]] bool readImages(const CocoFile& file, Index& index, const SampleSink& sink);
    [[nodiscard]] bool readImage(simdjson::dom::object object, size_t offset, const CocoFile& file,
                                 ImportedSample& sample);
    [[nodiscard]] bool findPicture(std::string_view name, size_t offset, ImportedSample& sample);
    void readAnnotations(const Index& index, size_t image, CocoAnnotationReader& reader, ImportedSample& sample);
    [[nodiscard]] bool parse(size_t offset, size_t end, simdjson::dom::object& object);
    void add(core::ProblemCode code, size_t offset, const QString& detail);

    const ReadOptions* m_options = nullptr;
    core::ProblemList* m_problems = nullptr;
    const core::Control* m_control = nullptr;
    ReadSummary m_summary;
    QString m_path; ///< of the current file
    const MappedFile* m_file = nullptr;
    std::optional<PictureFinder> m_finder;
    simdjson::dom::parser m_parser;
    std::string m_picture;
    SeenPlaces m_seen;   ///< pictures of all files
    size_t m_parsed = 0; ///< bytes since the pages were given back
    qint64 m_done = 0;
};

} // namespace lw::formats
