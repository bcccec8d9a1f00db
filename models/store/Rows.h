// SPDX-License-Identifier: GPL-3.0-or-later
//! Reading rows into domain values, and the counters that every write keeps. Private to models/store.
#pragma once

#include "models/domain/Dataset.h"
#include "models/domain/Label.h"
#include "models/store/Connection.h"
#include "models/store/Encoding.h"
#include "models/store/Store.h"

#include <map>
#include <unordered_map>

namespace lw::store {

[[nodiscard]] qint64 nowMs();

/// Id of the author's row, made when new; NULL-able id 0 for an empty name. Within a write.
[[nodiscard]] qint64 authorId(Connection& connection, const QString& name);

/// Column list for readSample(); the table is named s, its folder f, its author a.
#define LW_SAMPLE_COLUMNS                                                                                              \
    "s.id, s.dataset_id, f.path, s.name, s.state, s.is_hard, s.hard_coefficient, s.usage, s.width, s.height, "         \
    "s.orientation, s.bytes, s.modified_at, s.is_missing, s.annotation_count, s.min_confidence, a.name, "              \
    "s.created_at, s.changed_at, s.external_id, s.source_uri, s.extra, s.hard_reasons, s.attributes"
/// How many columns that is.
inline constexpr int kSampleColumns = 24;
#define LW_SAMPLE_TABLES "sample s JOIN folder f ON f.id = s.folder_id LEFT JOIN author a ON a.id = s.author_id"
/// NULL: none.
[[nodiscard]] domain::HardReasons reasonsAt(const Statement& row, int column);
[[nodiscard]] domain::Sample readSample(const Statement& row);

/// All annotations of a sample in stacking order.
[[nodiscard]] std::vector<domain::Annotation> readAnnotations(Connection& connection, domain::SampleId sample);
/// Inserts or replaces one row.
void writeAnnotation(Connection& connection, domain::SampleId sample, const domain::Annotation& annotation);

[[nodiscard]] std::vector<domain::Label> readLabels(Connection& connection, domain::DatasetId dataset);

/// Sums of what a write did to the counters of a dataset and its labels; written once at the end.
class CounterDelta
{
public:
    explicit CounterDelta(domain::DatasetId dataset) : m_dataset(dataset) {}

    /// A sample in sight came (+1) or went (-1).
    void countSample(domain::SampleState state, bool isHard, int sign);
    void countAnnotations(qint64 difference) { m_annotations += difference; }
    /// A sample's number of annotations of a label went from `before` to `after`.
    void countLabel(qint64 label, qint64 before, qint64 after);
    void write(Connection& connection, Change& change);
    [[nodiscard]] domain::DatasetId dataset() const { return m_dataset; }

private:
    struct LabelDelta {
        qint64 samples = 0;
        qint64 annotations = 0;
    };
    domain::DatasetId m_dataset;
    qint64 m_total = 0, m_labelled = 0, m_toConfirm = 0, m_hard = 0, m_annotations = 0;
    std::unordered_map<qint64, LabelDelta> m_labels;
};

/// Label id -> number of annotations.
using LabelCounts = std::map<qint64, qint64>;

/// Rewrites sample_label for a sample whose counts changed, and adds the difference to `delta`.
void updateSampleLabels(Connection& connection, domain::SampleId sample, const LabelCounts& before,
                        const LabelCounts& after, CounterDelta& delta);

/// Enters the attributes of a sample into the tables that filters read: those of `before` leave them.
void indexAttributes(Connection& connection, domain::DatasetId dataset, domain::SampleId sample,
                     const domain::SampleAttributes& before, const domain::SampleAttributes& after);

/// Makes a sample say exactly `content`: annotations, state, marks, counters. Within a write. The sample must exist.
/// Returns what it said before.
SampleContent replaceContent(Connection& connection, domain::SampleId sample, const SampleContent& content,
                             const QString& author, CounterDelta& delta);
[[nodiscard]] SampleContent readContent(Connection& connection, domain::SampleId sample);

/// The next free id of an annotation. Ids are never used twice, because the undo history names them.
[[nodiscard]] domain::AnnotationId nextAnnotation(Connection& connection, domain::SampleId sample);

/// State of a sample after work by a person: labelled if it has annotations.
[[nodiscard]] domain::SampleState stateFor(qint64 annotationCount);

} // namespace lw::store
