// SPDX-License-Identifier: GPL-3.0-or-later
//! The two interfaces of a file format, its options, and what it can hold.
#pragma once

#include "engine/formats/ImportedSample.h"
#include "models/domain/DatasetType.h"
#include "models/domain/Label.h"

#include <QStringList>

#include <memory>
#include <span>

namespace lw::formats {

/// What a look into a picture file yields without decoding it.
struct ProbedImage {
    int width = 0; ///< pixels after EXIF orientation
    int height = 0;
    int orientation = 1;        ///< EXIF 1 to 8
    qint64 bytes = 0;           ///< file size
    qint64 modifiedAt = 0;      ///< ms since 1970 UTC
    QList<core::Problem> notes; ///< e.g. ImageTruncated, ImageTypeMismatch; the file name is filled in by the reader
};

/// Looks into the picture at an absolute path. NotFound, TooLarge and ReadFailed are reported as such, every other
/// error as ImageUnreadable with its detail. Called on the reader's thread.
using ImageProbe = std::function<core::Result<ProbedImage>(const QString& path)>;

/// Takes a label that a file declares, before the first sample that has it: name, attributes, skeleton, and the colour
/// (0: none stated). Other fields are unused.
using LabelSink = std::function<void(const domain::Label&)>;

/// "Sources that begin with `prefix` lie in `folder`", e.g. s3://bucket/flowers/ -> /data/flowers.
struct MappingRule {
    QString prefix; ///< beginning of a source; a trailing slash makes no difference
    QString folder; ///< absolute folder

    bool operator==(const MappingRule&) const = default;
};

struct ReadOptions {
    domain::DatasetType type = domain::DatasetType::ObjectDetection;
    QString inputLocation{};            ///< the dataset's, absolute; manifest sources are looked for here by name
    QString annotationFolder{};         ///< VOC: where the XML files are, when not found by themselves
    QString pictureFolder{};            ///< VOC: where the pictures are, when not found by themselves
    std::vector<MappingRule> mapping{}; ///< manifest: the person's rules, first match first
    QStringList labelsToTake{}; ///< only annotations with these labels and only samples that have one; empty: all
    bool withLabels = true;     ///< false: samples only
    bool hardOnly = false;      ///< only samples that are hard or have a hard annotation
    bool boxesOnly = false;     ///< detection: objects that have a box and an outline become boxes
    ImageProbe probe{};         ///< optional: without it sizes are those that annotation files state
    LabelSink labels{};         ///< optional: is told the label set that the files state
};

struct ReadSummary {
    qint64 samples = 0;            ///< handed to the sink
    qint64 annotations = 0;        ///< handed to the sink
    qint64 skippedSamples = 0;     ///< left out because of a problem
    qint64 skippedAnnotations = 0; ///< left out because of a problem
    qint64 filteredSamples = 0;    ///< left out by labelsToTake or hardOnly
    bool isComplete = true;        ///< false: the folder vanished half-way; what was read so far is good
};

/// Reads one format. One use per object; not thread-safe.
class DatasetReader {
public:
    virtual ~DatasetReader() = default;

    /// Hands every sample of `from` (a folder or a file, absolute) to `sink`, in an order that depends on the input
    /// only. Bad files, lines and annotations go to `problems` and the rest goes on.
    /// Errors: NotFound, ReadFailed (`from` itself), InvalidArgument, Cancelled (also when the sink returns false).
    virtual core::Result<ReadSummary> read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                           core::ProblemList& problems, const core::Control& control) = 0;
};

struct WriteOptions {
    domain::DatasetType type = domain::DatasetType::ObjectDetection;
    QString name{};            ///< of the manifest file, without suffix; empty: the folder's name
    bool withHard = false;     ///< write the hard attributes (VE-1)
    QString inputLocation{};   ///< pictures within keep their subfolders when they are copied
    bool devkitLayout = false; ///< VOC: Annotations, JPEGImages, ImageSets instead of XML beside the pictures
    bool linkPictures = false; ///< hard links where the file system can, instead of copies
    bool withPictures = true;  ///< COCO: false writes the annotations only, which name the pictures where they are
    bool compactMasks = false; ///< COCO: masks as compressed text instead of lists of numbers
    std::vector<domain::Label> labels{}; ///< the dataset's label set, in its order; others are added as they come
    QString unknownAuthor{};   ///< manifest: what "annotated-by" says where no author is known; empty: nothing
};

struct WriteSummary {
    qint64 samples = 0;
    qint64 annotations = 0;
    qint64 skippedSamples = 0; ///< their picture could not be copied
    QString path;              ///< the manifest, or the folder for formats without one main file
};

/// Writes one format. Everything goes to a hidden folder beside the target, which takes its place in finish():
/// an object that is destroyed before leaves nothing behind. One use per object; not thread-safe.
class DatasetWriter {
public:
    virtual ~DatasetWriter() = default;

    /// Starts writing `folder` (absolute; made when absent).
    /// Errors: AlreadyExists if it exists and is not empty, ReadOnly, DiskFull, WriteFailed.
    virtual core::Result<> begin(const QString& folder, const WriteOptions& options) = 0;
    /// Writes one sample; its annotations in the order of their `order`. A picture that cannot be copied is a problem,
    /// not an error. Errors: ReadOnly, DiskFull, WriteFailed.
    virtual core::Result<> add(const ImportedSample& sample, core::ProblemList& problems) = 0;
    /// Where the picture of the sample that was added last will lie after finish(): absolute; the sample's own path for
    /// formats without pictures; empty if the sample was left out.
    [[nodiscard]] virtual QString lastPicture() const = 0;
    /// Flushes to the disk and puts the folder in its place. Errors as in begin().
    virtual core::Result<WriteSummary> finish() = 0;
};

/// What a shape becomes that a format cannot hold as it is.
struct ShapeRule {
    domain::ShapeKind from;
    domain::ShapeKind to;
};

/// Which polygons of several rings a format can hold.
enum class RingSupport {
    All,
    Parts, ///< parts beside each other: holes are joined to the rings around them by bridges without width
    One,   ///< one ring only: further ones are joined to it by bridges without width
};

/// What a format keeps of a sample and its annotations; an export says beforehand what it would lose.
struct FormatAbilities {
    std::span<const domain::ShapeKind> shapes;   ///< kept as they are
    std::span<const ShapeRule> conversions = {}; ///< for the other kinds; those without a rule are left out
    RingSupport rings = RingSupport::All;
    double coordinateStep = 0;  ///< pixels that coordinates are rounded to; 0: kept exactly
    double relativeError = 0;   ///< of coordinates after writing and reading, as a share of the picture's size
    bool attributes = false;    ///< attribute values of annotations
    bool flags = false;         ///< difficult, truncated, occluded, pose
    bool difficult = false;     ///< of these at least difficult
    bool confidence = false;
    bool hardAnnotations = false;
    bool hardSamples = false;
    bool hardReasons = false;      ///< why samples are hard
    bool sampleAttributes = false; ///< attributes of whole samples
    bool usage = false;          ///< train, eval, test
    bool authors = false;        ///< who made an annotation and when
    bool unknownFields = false;  ///< imported fields that the program does not know
    bool copiesPictures = false; ///< a written dataset has the pictures in it
    bool folders = true;         ///< pictures keep their subfolders
    bool severalLabels = true;   ///< a sample may have more than one label of the whole sample
    bool unlabelled = true;      ///< samples without annotations are written
    bool order = true;           ///< annotations keep their order
    bool classRegions = false;   ///< areas are painted as classes, so those that touch or cover each other change
};

} // namespace lw::formats
