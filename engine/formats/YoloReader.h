// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads pictures with YOLO label files: boxes, outlines, rotated boxes, joints.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/NameIndex.h"
#include "engine/formats/YoloLine.h"
#include "engine/formats/YoloNames.h"

#include <unordered_map>
#include <unordered_set>

namespace lw::formats {

/// `from` is the dataset's folder, its data.yaml or its obj.data. The label file of a picture has its path with the
/// folder "images" replaced by "labels", or lies beside it. Shares become pixels by the size of the picture, so that a
/// probe is needed (or a size that is known). Samples come in the order of their paths' bytes.
class YoloReader : public DatasetReader {
public:
    core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                   core::ProblemList& problems, const core::Control& control) override;

protected:
    explicit YoloReader(YoloKind kind) : m_kind(kind) {}

private:
    [[nodiscard]] core::Result<std::vector<std::string>> listPictures(const core::Control& control);
    void readSplits(const std::vector<std::string>& pictures);
    void readList(const std::string& path, domain::SampleUsage usage, const NameIndex& index);
    [[nodiscard]] domain::SampleUsage usageOf(const std::string& picture) const;
    [[nodiscard]] std::string labelFileOf(const std::string& picture) const;
    void declareLabels();
    [[nodiscard]] bool readSample(const std::string& picture, ImportedSample& sample);
    void readLabels(const std::string& relative, ImportedSample& sample);
    void readLine(std::string_view text, qint64 number, const QString& path, ImportedSample& sample);

    YoloKind m_kind;
    const ReadOptions* m_options = nullptr;
    core::ProblemList* m_problems = nullptr;
    ReadSummary m_summary;
    YoloNames m_names;
    std::vector<bool> m_isNameValid;
    std::unordered_set<std::string> m_labelFiles; ///< relative to the root
    std::unordered_map<std::string, domain::SampleUsage> m_listed;
    std::vector<std::pair<std::string, domain::SampleUsage>> m_folders; ///< relative, with their usage
    QByteArray m_text;
};

class YoloBoxReader final : public YoloReader {
public:
    YoloBoxReader() : YoloReader(YoloKind::Box) {}
};
class YoloOutlineReader final : public YoloReader {
public:
    YoloOutlineReader() : YoloReader(YoloKind::Outline) {}
};
class YoloRotatedReader final : public YoloReader {
public:
    YoloRotatedReader() : YoloReader(YoloKind::Rotated) {}
};
class YoloPoseReader final : public YoloReader {
public:
    YoloPoseReader() : YoloReader(YoloKind::Pose) {}
};

} // namespace lw::formats
