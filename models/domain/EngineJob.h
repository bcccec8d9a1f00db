// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs of the learning engine and models of the library, as plain values. The files behind them: engine/jobs.
#pragma once

#include "models/domain/DatasetType.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace lw::domain {

/// What a job does. Its name in job.json is engineJobKindName().
enum class EngineJobKind { Train, Evaluate, Predict, SmartLabel };

/// TR-3. A job whose process is gone without having said how it ended is Failed; it can be resumed.
enum class EngineJobState { Initialising, Queued, Running, Succeeded, Failed, Stopped };

/// A dataset that a job reads, and at which version.
struct JobInput {
    QString datasetUid;
    QString datasetName;
    QString versionName; ///< empty: the labels as they were when the job was made

    bool operator==(const JobInput&) const = default;
};

/// One job, read from its folder.
struct EngineJob {
    QString id; ///< name of its folder below the project's "jobs": "cells-V0002"; never used again
    EngineJobKind kind = EngineJobKind::Train;
    QString name;
    QString version; ///< "V0001", one higher with each run of the same name
    QString description;
    DatasetType type = DatasetType::ObjectDetection;
    QString algorithm;      ///< id in algorithms(); empty for jobs that use a model
    QString model;          ///< id of the library's model that it starts from or uses; may be empty
    QList<JobInput> inputs;
    QStringList labels;
    QJsonObject parameters; ///< the algorithm's, by id
    qint64 samples = 0;     ///< that it reads
    qint64 labelled = 0;    ///< of them with labels
    QString folder;         ///< absolute

    EngineJobState state = EngineJobState::Initialising;
    qint64 createdAt = 0;  ///< ms since 1970 UTC
    qint64 startedAt = 0;  ///< 0 until then
    qint64 finishedAt = 0; ///< 0 until then
    double progress = 0;   ///< 0 to 1
    std::optional<double> remainingSeconds;
    qint64 pid = 0;        ///< of the process that runs it, 0 if none
    QString error;         ///< one sentence in English from the worker, or empty; for people: scenarios::jobErrorText()
    QString errorCode;     ///< the worker's: "DiskFull", "OutOfMemory", …; "Ended" when its process is gone
    QJsonObject result;    ///< output/result.json once it is there

    bool operator==(const EngineJob&) const = default;
    [[nodiscard]] bool isOver() const { return state >= EngineJobState::Succeeded; }
};

/// A point of a job's curves: metrics.jsonl holds a line for each step and group.
struct MetricPoint {
    QString name; ///< "train/loss", "validation/map50", "system/memory"
    qint64 step = 0;
    double seconds = 0; ///< since the job began
    double value = 0;

    bool operator==(const MetricPoint&) const = default;
};

/// A model of the library: a folder below the project's "models".
struct LibraryModel {
    QString id;      ///< name of its folder: "cells-V0001"
    QString name;
    QString version; ///< "V0001"
    QString description;
    std::optional<DatasetType> type; ///< absent for weights that only start a training
    QString net;          ///< id of the network, "torchscript" for a program of its own
    QStringList labels;   ///< in the order of its outputs
    QString format;       ///< "safetensors", "pth", "torchscript", …: of `file`
    QString file;         ///< absolute
    QString jobId;        ///< that made it; empty for imported ones
    QString importedFrom; ///< path at the time of the import; empty for trained ones
    qint64 bytes = 0;
    qint64 createdAt = 0; ///< ms since 1970 UTC
    QJsonObject metrics;  ///< the best validation's numbers by name: "map50": 0.81
    QJsonObject details;  ///< width, height, convention, …: what the worker needs to use it

    bool operator==(const LibraryModel&) const = default;
    /// Whether it says something about samples; else it can only be a training's start.
    [[nodiscard]] bool canPredict() const { return type.has_value(); }
};

/// "train", "evaluate", "predict", "smart-label".
[[nodiscard]] QString engineJobKindName(EngineJobKind kind);
[[nodiscard]] std::optional<EngineJobKind> engineJobKindFromName(const QString& name);
/// "initialising", "queued", "running", "succeeded", "failed", "stopped": the contract of the command line.
[[nodiscard]] QString engineJobStateName(EngineJobState state);

} // namespace lw::domain
