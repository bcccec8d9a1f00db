// SPDX-License-Identifier: GPL-3.0-or-later
//! Imports: many samples in short transactions that a cancelled or killed import takes back as a whole.
#pragma once

#include "models/domain/Annotation.h"
#include "models/domain/Label.h"
#include "models/domain/Sample.h"
#include "models/store/Store.h"

#include <deque>
#include <memory>
#include <vector>

namespace lw::store {

/// What to do when the file is a sample already.
enum class MergeMode {
    AddMissing,          ///< annotations that it does not have yet are added; nothing is removed
    ReplaceIfUntouched,  ///< as the file says, unless a person has edited the sample since: then AddMissing
    KeepExisting,        ///< leave it as it is
};

/// A sample on its way in. Label ids are resolved; annotation ids are given by the store.
struct IncomingSample {
    domain::Sample sample;
    std::vector<domain::Annotation> annotations;
    MergeMode mode = MergeMode::AddMissing;
};

struct BulkCounts {
    qint64 samplesAdded = 0;
    qint64 samplesUpdated = 0;
    qint64 samplesUnchanged = 0; ///< were there already and say the same
    qint64 annotationsAdded = 0;
};

struct ImportCaches;

/// Used by one job thread. Chunks go to the store's writer while the next is being read; at most two wait. Samples
/// appear in the window as they arrive.
class BulkWriter
{
public:
    /// `task` is a running task of this process.
    BulkWriter(Store& store, domain::DatasetId dataset, domain::TaskId task);
    /// Takes back everything unless finish() succeeded.
    ~BulkWriter();
    Q_DISABLE_COPY_MOVE(BulkWriter)

    /// Adds a label that goes again with the import, unless somebody else has used it. Waits for the writer.
    /// Errors: InvalidArgument (name), AlreadyExists.
    core::Result<domain::LabelId> addLabel(const domain::Label& label);
    /// Errors of an earlier chunk come back here.
    core::Result<> add(IncomingSample sample);
    /// Marks samples whose files are gone (or back).
    core::Result<> setMissing(const QList<domain::SampleId>& samples, bool isMissing);
    /// Commits the rest and forgets how to take back. Until then the import is undone by a kill.
    core::Result<BulkCounts> finish();

private:
    core::Result<> sendChunk();
    core::Result<> awaitOldest();

    Store& m_store;
    domain::DatasetId m_dataset;
    domain::TaskId m_task;
    std::vector<IncomingSample> m_chunk;
    qsizetype m_chunkAnnotations = 0;
    struct InFlight {
        /// Freed where it was filled: memory that goes back to another thread's pool is dear.
        std::unique_ptr<std::vector<IncomingSample>> samples;
        QFuture<core::Result<BulkCounts>> done;
    };
    std::deque<InFlight> m_inFlight;
    std::shared_ptr<ImportCaches> m_caches;
    BulkCounts m_counts;
    int m_chunkNumber = 0;
    bool m_isFinished = false;
};

} // namespace lw::store
