// SPDX-License-Identifier: GPL-3.0-or-later
//! Finds the local file that a manifest's source names.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/FileIo.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace lw::formats {

/// How a source was turned into a file; the order in which the ways are tried.
enum class MappingWay {
    Rule,           ///< a rule of the person
    Relative,       ///< relative to the manifest's folder
    SamePath,       ///< the absolute path itself
    BesideManifest, ///< the end of the source below the manifest's folder
    ByName,         ///< the one file of that name in the input location, most common end of the path first
    NotFound,
    Outside,     ///< refused: ".." leaves the folder that it is relative to
    NameTooLong, ///< refused: a part over 255 bytes
    NotAFile,    ///< content://… or an empty source
};

struct MappedSource {
    MappingWay way = MappingWay::NotFound;
    QString path; ///< absolute and clean if found; where it was looked for first if not
};

/// One line for the import dialog: what is tried, in order.
struct MappingStep {
    MappingWay way = MappingWay::Rule;
    QString prefix; ///< Rule only
    QString folder; ///< where this step looks; empty for SamePath
};

/// Maps sources (s3://…, obs://…, file://…, absolute, relative) to files. Remembers what it listed; one import each.
class SourceMapping {
public:
    /// `manifestFolder` and `inputLocation` are absolute; `inputLocation` may be empty.
    SourceMapping(QString manifestFolder, QString inputLocation, std::vector<MappingRule> rules);
    ~SourceMapping();
    Q_DISABLE_COPY_MOVE(SourceMapping)

    /// The local file of `source`. About a microsecond when the first way that applies finds it; ByName lists the
    /// input location once, at its first use.
    [[nodiscard]] MappedSource map(const QString& source);
    /// The same without strings of Qt's, for readers: `path` is MappedSource::path in UTF-8.
    [[nodiscard]] MappingWay map(std::string_view source, std::string& path);
    /// Asks `isFile` instead of the file system whether there is a file at an absolute path: a reader that opens each
    /// file anyway need not look it up twice, which would be a fifth of the cost of a row.
    using FileCheck = std::function<bool(const std::string& path)>;
    [[nodiscard]] MappingWay map(std::string_view source, std::string& path, const FileCheck& isFile);
    /// Size and time of the file that map() without a check of the caller's found last.
    [[nodiscard]] const io::FileFacts& facts() const;
    /// What map() tries, in order.
    [[nodiscard]] std::vector<MappingStep> describe() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Rules that would find `sources` below `folders`, the one that serves most first. Looks at file names only.
[[nodiscard]] std::vector<MappingRule> suggestRules(const QStringList& sources, const QStringList& folders);

/// The `source` of the first `count` readable rows of a manifest, for a preview. Errors: NotFound, ReadFailed.
[[nodiscard]] core::Result<QStringList> firstSources(const QString& manifestPath, int count);

} // namespace lw::formats
