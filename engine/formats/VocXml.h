// SPDX-License-Identifier: GPL-3.0-or-later
//! PASCAL VOC XML with the reference's shapes, as text in memory.
#pragma once

#include "engine/formats/ImportedSample.h"
#include "models/domain/DatasetType.h"

#include <QByteArrayView>

#include <optional>

namespace lw::formats {

/// Files above this are refused with FileTooLarge.
inline constexpr qint64 kMaxVocBytes = 100 * 1024 * 1024;

/// Width and height in pixels, both 0 while unknown.
struct PictureSize {
    int width = 0;
    int height = 0;

    bool operator==(const PictureSize&) const = default;
    [[nodiscard]] bool isKnown() const { return width > 0 && height > 0; }
};

/// One XML file.
struct VocDocument {
    QString folder;
    QString fileName;                         ///< <filename>: the picture
    PictureSize size;                         ///< as the file states it
    std::vector<NamedAnnotation> annotations; ///< in the file's order; `order` counts from 0
    qint64 skipped = 0;                       ///< objects left out because of a problem
    QByteArray extra;                         ///< JSON object of everything that has no place above; or empty
    QByteArray sampleExtra; ///< JSON object of unknown fields of the sample, written by this program; or empty
};

/// Parses one VOC file; `path` is only used to name problems. Shapes are checked against `real` when it is known, else
/// against the size that the file states. Objects that are wrong are left out and reported with their line.
/// On failure (Malformed) the reason is in `problems` already. About 10 microseconds for 2 kB.
[[nodiscard]] core::Result<VocDocument> parseVoc(QByteArrayView bytes, const QString& path, core::ProblemList& problems,
                                                 PictureSize real = {});

class ClassColours;

struct VocWriteOptions {
    bool withHard = false;       ///< write hard and hard-coefficient
    bool withSampleExtra = true; ///< write the sample's unknown fields too (not when a manifest row holds them)
    QString picturePath{};       ///< where the picture will lie, when not at the sample's path
    QByteArray maskSource{};     ///< where the mask picture will lie, UTF-8; empty: there is none
    const ClassColours* colours = nullptr; ///< for <mask_color>; null: not written
};

/// Replaces the content of `out` by the XML of `sample`: UTF-8, same bytes for same input. Annotations are written in
/// the order of their `order`; invalid shapes are the caller's fault and written as they are.
void writeVoc(QByteArray& out, const ImportedSample& sample, const VocWriteOptions& options = {});

/// Reads the XML file at `path` into `sample` (annotations, extra, size when unknown): what a sidecar file says. With a
/// `type`, objects that such datasets cannot hold are left out and reported.
/// False if the file was of no use; the reason is in `problems`. Adds the number of skipped objects to `skipped`.
bool readVocFile(const QString& path, ImportedSample& sample, core::ProblemList& problems, qint64& skipped,
                 std::optional<domain::DatasetType> type = {});

} // namespace lw::formats
