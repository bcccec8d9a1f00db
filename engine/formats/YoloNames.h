// SPDX-License-Identifier: GPL-3.0-or-later
//! What the files beside YOLO labels say: class names, splits, joints.
#pragma once

#include "models/core/Problem.h"
#include "models/domain/Sample.h"

#include <QStringList>

#include <string>
#include <utility>
#include <vector>

namespace lw::formats {

/// The content of data.yaml, or of Darknet's obj.data and obj.names, or of classes.txt.
struct YoloNames {
    QStringList classes;     ///< by number; an empty name has no class
    bool hasClasses = false; ///< they were stated, even if there are none
    QStringList joints;      ///< names, as many as jointCount, if they are stated
    int jointCount = 0;      ///< kpt_shape; 0: not stated
    int jointNumbers = 0;    ///< per joint: 2 or 3
    std::string root;        ///< absolute, UTF-8: where the pictures lie
    /// Folders, or lists of pictures (.txt), as they are written, with their usage.
    std::vector<std::pair<std::string, domain::SampleUsage>> splits;
};

/// Reads what `from` is or has: a yaml file, a .data file, or a folder with one of those, a .names file or a
/// classes.txt, at its top or one level below. Problems are reported; the names are empty if there are none.
[[nodiscard]] YoloNames readYoloNames(const QString& from, core::ProblemList& problems);

/// The text of data.yaml.
struct YoloSplit {
    const char* key = "train"; ///< train, val, test
    std::string folder;
};
[[nodiscard]] QByteArray yoloYaml(const YoloNames& names, const std::vector<YoloSplit>& splits);

} // namespace lw::formats
