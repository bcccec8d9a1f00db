// SPDX-License-Identifier: GPL-3.0-or-later
//! A piece of long work as the person sees it: what it is, how far it is, how it ended.
#pragma once

#include "models/core/Error.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/domain/Dataset.h"
#include "models/domain/Trash.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace lw::jobs {

using JobId = core::Id<struct JobTag>;

enum class JobState { Waiting, Running, Done, DoneWithProblems, Failed, Cancelled };

/// Makes a text in the language of the moment it is called, so that finished jobs follow a language switch.
using TextMaker = std::function<QString()>;

/// How a piece of work ended.
struct JobResult {
    std::optional<core::Error> error; ///< Cancelled counts as cancelled, any other as failed
    TextMaker summary;                ///< one sentence on what was done; unset after errors
    core::ProblemList problems;       ///< what was left out or repaired
    QList<domain::TrashId> deleted;   ///< what it moved to the trash: "Undo" restores it
};

/// What JobCenter::start() needs.
struct JobRequest {
    TextMaker title; ///< "Import into birds"
    domain::TaskKind kind = domain::TaskKind::Import;
    domain::DatasetId dataset; ///< invalid if none
    QString target;            ///< folder, file or version name, as in domain::Task
    QString link;              ///< opaque: where a click on the finished job leads (a route's text); may be empty
    /// Runs on a pool thread. Polls `stop` at least every 50 ms of work.
    std::function<JobResult(const core::Control&)> work;
    bool isQuiet = false; ///< no message at the end unless it failed
    /// Changes nothing and is not entered in the task history: shown by its title instead of its kind.
    bool isInquiry = false;
};

struct Job {
    JobId id;
    JobRequest request; ///< its `work` is moved to the thread that runs it
    JobState state = JobState::Waiting;
    bool isCancelling = false;
    qint64 done = 0;
    qint64 total = 0;      ///< 0 while unknown
    qint64 startedAt = 0;  ///< ms since 1970 UTC, 0 while waiting
    qint64 finishedAt = 0; ///< ms since 1970 UTC, 0 until then
    JobResult result;

    [[nodiscard]] QString title() const { return request.title ? request.title() : QString(); }
    [[nodiscard]] bool isOver() const { return state != JobState::Waiting && state != JobState::Running; }
    /// Time left in ms judged by the speed so far; nullopt while that would be a guess.
    [[nodiscard]] std::optional<qint64> remaining(qint64 now) const;
};

} // namespace lw::jobs
