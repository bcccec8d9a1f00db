// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads folders of pictures with LabelMe JSON files.
#pragma once

#include "engine/formats/NameIndex.h"
#include "engine/formats/ReadSession.h"

#include <map>
#include <simdjson.h>

namespace lw::formats {

/// `from` is a folder, or one JSON file. Each JSON file belongs to the picture that it names, else to the one beside it
/// with the same base name, else to the one it embeds, which is written to ReadOptions::inputLocation. Pictures without
/// JSON file are unlabelled samples.
class LabelMeReader final : public DatasetReader {
public:
    core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                   core::ProblemList& problems, const core::Control& control) override;

private:
    [[nodiscard]] bool readFile(const std::string& json);
    [[nodiscard]] bool readPicture(const std::string& picture);
    [[nodiscard]] std::string pictureOf(const std::string& json, simdjson::dom::object root);
    [[nodiscard]] std::string extract(std::string_view name, std::string_view base64);
    void takeFlags(simdjson::dom::element flags, ImportedSample& sample, QByteArray& kept);
    void takeLabels(simdjson::dom::array labels, ImportedSample& sample);
    void takeShapes(simdjson::dom::element shapes, ImportedSample& sample);
    void takeShape(simdjson::dom::object object, ImportedSample& sample);

    ReadSession* m_session = nullptr;
    std::string m_root;
    NameIndex m_pictures;
    std::map<std::string, std::string, std::less<>> m_owners; ///< picture -> JSON file, absolute
    std::vector<QString> m_extracted;
    simdjson::dom::parser m_parser;
    QByteArray m_bytes;
    QString m_file;
};

} // namespace lw::formats
