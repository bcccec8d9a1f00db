// SPDX-License-Identifier: GPL-3.0-or-later
//! Smart labelling (SM-1, SM-2): the machine learns from what is labelled and proposes labels for the rest.
#pragma once

#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/EngineJob.h"
#include "models/domain/Label.h"
#include "models/domain/SmartRun.h"
#include "models/store/Store.h"

#include <QString>

#include <optional>
#include <vector>

namespace lw::scenarios {

enum class SmartMode {
    Fast,    ///< learns from the labelled samples only
    Precise, ///< also from the unlabelled ones, and longer
    Model,   ///< learns nothing: a model of the library says what it knows (pre-annotation)
};

/// "fast", "precise", "model": the contract of the command line.
[[nodiscard]] QString smartModeName(SmartMode mode);
[[nodiscard]] std::optional<SmartMode> smartModeFromName(const QString& name);

/// Whether a machine can propose labels in datasets of this type.
[[nodiscard]] bool canSmartLabel(domain::DatasetType type);

/// SM-1 asks for this much.
inline constexpr int kLeastSmartLabels = 2;
inline constexpr qint64 kLeastSmartSamples = 5;

struct SmartLabelRequest {
    domain::DatasetId dataset;
    SmartMode mode = SmartMode::Fast;
    /// Id or name in the library. With Model: what predicts. Else what pictures are looked at with (classification) or
    /// what the training starts from (detection, segmentation); "hand" for nothing. Empty: what the last run used, else
    /// the newest that fits.
    QString model;
    double seconds = 0;    ///< of training, detection and segmentation only; 0: what the mode takes
    double hardShare = 0.2; ///< of the proposed samples that are marked as hard, 0 to 1
    std::optional<double> leastConfidence; ///< proposals below are not made; absent: none for whole samples, for objects
                                           ///< what divides right from wrong best where labels are known
    int threads = 0;       ///< 0: the job decides
    quint64 seed = 1;
};

/// Why a run cannot start.
enum class SmartCondition {
    TypeUnsupported, ///< no type that can be learned yet
    TooFewLabels,    ///< count: labels that are used, at least kLeastSmartLabels are needed
    TooFewSamples,   ///< subject: a label; count: its labelled samples, at least kLeastSmartSamples are needed
    NothingOpen,     ///< every sample is labelled
    AnotherRun,      ///< subject: id of the job that runs on the dataset
    ModelMissing,    ///< subject: what was asked for
    ModelUnfit,      ///< subject: the model; it says something about other samples, or knows none of the labels
    EngineMissing,   ///< there is no worker program
};

struct UnmetCondition {
    SmartCondition condition = SmartCondition::NothingOpen;
    QString subject;
    qint64 count = 0;

    bool operator==(const UnmetCondition&) const = default;
};

/// One sentence for people.
[[nodiscard]] QString conditionText(const UnmetCondition& condition);

/// A label and on how many labelled samples it is.
struct SmartLabelUse {
    domain::Label label;
    qint64 samples = 0;
};

struct SmartLabelCheck {
    std::vector<UnmetCondition> unmet;  ///< all of them
    std::vector<SmartLabelUse> labels;  ///< all labels of the dataset
    qint64 labelled = 0;
    qint64 unlabelled = 0;
    qint64 proposed = 0;    ///< to confirm, touched by nobody: they get new proposals
    QString modelName;      ///< what the run would use; empty: nothing from the library
    double seconds = 0;     ///< estimate of the whole run

    [[nodiscard]] bool canStart() const { return unmet.empty(); }
};

/// What a run would work with and what keeps it from starting. Reads the store and the job folders. On a job thread.
/// Errors: NotFound (dataset), those of the store.
core::Result<SmartLabelCheck> checkSmartLabel(store::Store& store, const SmartLabelRequest& request);

/// Makes the job and starts its process. On a job thread. Errors: InvalidArgument with the conditions' sentences when
/// one is unmet, those of worker::JobFolders::create() and worker::startJob().
core::Result<domain::EngineJob> startSmartLabel(store::Store& store, const SmartLabelRequest& request);

struct SmartApplyOutcome {
    domain::SmartRun run;
    bool wasApplied = false;    ///< somebody had written all of it before
    core::ProblemList problems; ///< pictures that could not be read
};

/// Writes the proposals of a job that has succeeded: in short writes, only to samples that no person has labelled or
/// touched meanwhile, as one step that can be undone. Enters a task into the history. May be called any number of times
/// and by several programs: what is written stays written once, and a killed call is completed by the next. On a job
/// thread; blocks. Errors: InvalidArgument (the job is no smart labelling, or is not done), NotFound (dataset gone),
/// Malformed, Cancelled (what was written stays; another call goes on).
core::Result<SmartApplyOutcome> applySmartLabel(store::Store& store, const domain::EngineJob& job,
                                                const core::Control& control);
/// Whether the job's proposals wait to be written.
[[nodiscard]] bool needsApplying(store::Store& store, const domain::EngineJob& job);

/// One run for the history.
struct SmartRunEntry {
    QString jobId;
    std::optional<domain::EngineJob> job; ///< absent when its folder was deleted
    std::optional<domain::SmartRun> run;  ///< absent while nothing was written
    SmartMode mode = SmartMode::Fast;
    QString modelName;
    qint64 labelled = 0;           ///< samples that it learned from
    QString metric;                ///< "accuracy", "map50", "miou": what `quality` is; empty for Model
    std::optional<double> quality; ///< 0 to 1, estimated where labels are known
    qint64 createdAt = 0;          ///< ms since 1970 UTC
};

/// All runs on the dataset, the newest first. Reads the job folders. On a job thread. Errors: NotFound.
core::Result<std::vector<SmartRunEntry>> smartLabelRuns(store::Store& store, domain::DatasetId dataset);

/// Confirms the samples to confirm whose annotations all have at least this confidence (0 to 1), as one step. Returns how
/// many. On a job thread. Errors: Cancelled, those of the store.
core::Result<qint64> confirmAbove(store::Store& store, domain::DatasetId dataset, double leastConfidence,
                                  const core::Control& control);
/// The samples that confirmAbove() would confirm.
core::Result<QList<domain::SampleId>> samplesAbove(store::Store& store, domain::DatasetId dataset,
                                                   double leastConfidence);

} // namespace lw::scenarios
