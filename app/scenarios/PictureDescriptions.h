// SPDX-License-Identifier: GPL-3.0-or-later
//! What near-duplicate search and "more like this" know of the pictures of a dataset (AN-12).
#pragma once

#include "engine/media/PixelLimit.h"
#include "engine/media/RecordCache.h"
#include "engine/vision/FeatureIndex.h"
#include "engine/vision/PictureHash.h"
#include "engine/vision/PictureMatch.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/Dataset.h"
#include "models/domain/Sample.h"
#include "models/store/Store.h"

#include <memory>
#include <mutex>
#include <vector>

class QThreadPool;

namespace lw::scenarios {

struct DescribeOptions {
    QThreadPool* pool = nullptr; ///< helps if it has free threads; must outlive the work
    qint64 maxPixels = media::kDefaultMaxPixels;
};

/// Hash, feature vector and comparison patch of every picture that can be read. They are kept in the project's cache
/// folder, by the file's place, size and time, so that only new and changed pictures are looked at; what a cancelled
/// run has looked at stays kept. Without the cache everything works, more slowly.
class PictureDescriptions final {
public:
    /// Describes all samples in sight. Pictures that cannot be read are left out and listed in problems().
    /// On a job thread; blocks. Errors: NotFound (dataset), Cancelled, those of the store.
    static core::Result<std::unique_ptr<PictureDescriptions>>
    make(store::Store& store, domain::DatasetId dataset, const DescribeOptions& options, const core::Control& control);
    ~PictureDescriptions();
    Q_DISABLE_COPY_MOVE(PictureDescriptions)

    /// Rows are numbered from 0, in the order of import.
    [[nodiscard]] const std::vector<domain::SampleId>& ids() const { return m_ids; }
    [[nodiscard]] const std::vector<vision::PictureHash>& hashes() const { return m_hashes; }
    [[nodiscard]] const vision::FeatureIndex& features() const { return m_features; }
    /// -1 for a sample that could not be described.
    [[nodiscard]] int rowOf(domain::SampleId id) const;
    /// Read from the cache, else made again. Null when the picture is gone by now. Any thread.
    [[nodiscard]] vision::MatchPatch patch(int row) const;

    /// Samples that were looked at, described or not.
    [[nodiscard]] qint64 samples() const { return m_samples; }
    /// How many of them were not known from the cache.
    [[nodiscard]] qint64 computed() const { return m_computed; }
    [[nodiscard]] const core::ProblemList& problems() const { return m_problems; }

    /// Where descriptions of a dataset are kept.
    [[nodiscard]] static QString cachePath(const store::Store& store, const domain::Dataset& dataset,
                                           const vision::FeatureExtractor& extractor);

private:
    struct Description {
        vision::PictureHash hash;
        vision::FeatureVector features;
        QByteArray patch; ///< JPEG
    };
    struct Attempt;

    PictureDescriptions(store::Store& store, domain::Dataset dataset, const DescribeOptions& options);
    core::Result<> run(const core::Control& control);
    void describe(const domain::Sample& sample, Attempt& attempt, const core::Control& control);
    core::Result<Description> compute(const QString& path, const core::Control& control) const;
    void take(const domain::Sample& sample, Attempt& attempt);
    [[nodiscard]] static QByteArray toBytes(const Description& description);
    [[nodiscard]] std::optional<Description> fromBytes(const QByteArray& bytes) const;

    store::Store& m_store;
    domain::Dataset m_dataset;
    DescribeOptions m_options;
    std::unique_ptr<vision::FeatureExtractor> m_extractor;
    std::unique_ptr<media::RecordCache> m_cache;
    std::vector<domain::SampleId> m_ids; ///< ascending
    std::vector<vision::PictureHash> m_hashes;
    std::vector<media::RecordKey> m_keys;
    vision::FeatureIndex m_features;
    core::ProblemList m_problems;
    qint64 m_samples = 0;
    qint64 m_computed = 0;
};

} // namespace lw::scenarios
