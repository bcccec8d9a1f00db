// SPDX-License-Identifier: GPL-3.0-or-later
//! What goes into the import dialog and comes out of it.
#pragma once

#include "models/core/Problem.h"

#include <QColor>
#include <QHash>
#include <QPixmap>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace lw::dialogs {

/// "Sources that begin with `prefix` lie in `folder`."
struct SourceRule {
    QString prefix;
    QString folder;

    bool operator==(const SourceRule&) const = default;
};

/// One source of the manifest and where it is.
struct SourcePreview {
    QString source;
    QString file; ///< absolute path, empty when not found
    QString way;  ///< how it was found or why not, in words
};

struct MappingPreview {
    std::vector<SourcePreview> rows; ///< the first of the manifest
    qint64 found = 0;                ///< among `rows`
    QString error;                   ///< a sentence when the manifest cannot be read
};

/// Looks at the first rows of a manifest; quick enough for the window's thread (some tens of rows).
using MappingPreviewer = std::function<MappingPreview(const QString& manifest, const std::vector<SourceRule>& rules)>;

/// A format that fits the dataset.
struct ImportFormat {
    QString id;
    QString name; ///< for people
    bool readsFolder = false;
    bool readsFile = false;
    QString filePattern; ///< of file names, e.g. "*.json"; may be empty
};

/// What the import dialog must know beforehand.
struct ImportFacts {
    QString datasetName;
    QString inputLocation;
    std::vector<ImportFormat> formats;
    QStringList labels; ///< of the dataset
    bool isDetection = false;
    bool labelsWholeSamples = false; ///< pictures have labels instead of objects
    int maxMegapixels = 1000; ///< larger pictures are refused
    MappingPreviewer mapping;
    std::function<QString(const core::Problem&)> problemText;
};

/// A format that the source looks like.
struct RecognisedFormat {
    QString id;
    QString reason; ///< a sentence: what the guess rests on
};

struct FoundPicture {
    QPixmap pixmap; ///< small, its objects drawn in; null if it cannot be read
    QString name;
    qint64 objects = 0;
    QStringList labels = {}; ///< of the whole picture
};

struct FoundLabelRow {
    QString name;
    QColor colour;
    qint64 objects = 0;
};

/// What an import would bring.
struct ImportFindings {
    qint64 pictures = 0;
    qint64 labelled = 0;
    qint64 objects = 0;
    qint64 missing = 0; ///< pictures that are named and were not found
    qint64 leftOut = 0; ///< pictures that have another problem or do not pass the options
    std::vector<std::pair<QString, qint64>> kinds; ///< "Polygons" and how many
    std::vector<FoundLabelRow> labels;
    std::vector<FoundPicture> first;
    core::ProblemList problems;
};

/// What the person asked for.
struct ImportRequest {
    QString format;                ///< id
    QString from;                  ///< absolute folder or file (the annotations' folder when two are given)
    QString annotationFolder;      ///< VOC, when given apart; else empty
    QString pictureFolder;         ///< VOC, when given apart; else empty
    std::vector<SourceRule> rules; ///< manifest
    bool copyFiles = false;        ///< into the input location
    bool withLabels = true;
    bool boxesOnly = false;
    bool hardOnly = false;
    int maxMegapixels = 1000;
    QHash<QString, QString> labels; ///< what labels become; an empty name leaves them out
    QStringList labelsToTake;       ///< only pictures that have one of these; empty: all pictures
};

} // namespace lw::dialogs
