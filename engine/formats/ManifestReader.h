// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads ModelArts manifests: JSON Lines with embedded annotations or VOC files.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/ManifestObject.h"
#include "engine/formats/SeenPlaces.h"
#include "engine/formats/SourceMapping.h"
#include "engine/formats/VocParser.h"

namespace lw::formats {

class ManifestLines;

/// `from` is a manifest file. Samples come in the order of its rows; a file that is named twice is taken once.
/// Memory does not grow with the file but for 16 bytes a row.
class ManifestReader final : public DatasetReader {
public:
    core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                   core::ProblemList& problems, const core::Control& control) override;

private:
    /// Reads one row; false to stop.
    [[nodiscard]] bool readLine(std::string_view line, const SampleSink& sink);
    [[nodiscard]] bool fillSample(const ManifestRow& row, ImportedSample& sample);
    [[nodiscard]] bool findFile(std::string_view source);
    [[nodiscard]] bool probeFile(const std::string& path);
    void takeAnnotations(simdjson::dom::element list, ImportedSample& sample);
    void takeAnnotation(simdjson::dom::object object, ImportedSample& sample);
    [[nodiscard]] bool isWantedType(std::string_view type);
    struct FileReference;
    void takeVocFile(simdjson::dom::object object, std::string_view location, ImportedSample& sample);
    [[nodiscard]] bool sortReference(simdjson::dom::object object, FileReference& reference);
    [[nodiscard]] bool findVocFile(std::string_view location);
    void add(core::ProblemCode code, const QString& detail = {});
    void addAll(const std::vector<RowIssue>& issues);

    QString m_manifest;
    const ReadOptions* m_options = nullptr;
    core::ProblemList* m_problems = nullptr;
    std::unique_ptr<SourceMapping> m_mapping;
    ReadSummary m_summary;
    ManifestRowParser m_rows;
    ManifestObjectReader m_objects;
    VocParser m_voc;
    SeenPlaces m_seen;
    std::string m_wantedType; ///< without "modelarts/"
    std::string m_path;       ///< of the current row's file
    std::string m_xmlPath;
    SourceMapping::FileCheck m_probeFile; ///< empty without a probe
    QString m_probedPath;                 ///< the path that was probed last
    core::Result<ProbedImage> m_probed;   ///< what the probe said of it
    qint64 m_line = 0;
};

} // namespace lw::formats
