// SPDX-License-Identifier: GPL-3.0-or-later
//! The folder that is the contract between a job and whoever watches it.
#pragma once

#include "engine/learn/worker/EventFile.h"
#include "engine/learn/worker/Json.h"

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace lw::learn {

/// job.json (what to do), status.json (replaced whole), log.txt, metrics.jsonl, event files, output/. A file called
/// "stop" asks the job to end; it can then be resumed. Any thread.
class JobFolder {
public:
    /// Reads job.json and takes the folder: a job that runs already (its process lives) is refused.
    static Result<std::unique_ptr<JobFolder>> open(const std::string& path);
    ~JobFolder();

    const Json& job() const { return m_job; }
    std::string file(const std::string& name) const { return m_path + '/' + name; }
    std::string output(const std::string& name) const { return m_path + "/output/" + name; }

    /// "running", "done", "stopped", "failed".
    void setState(const std::string& state);
    void setError(const Error& error);
    /// Adds to what status.json tells: progress, remaining seconds …; written twice a second at most.
    void setStatus(const Json& fields);
    /// The part of the whole job that "progress" is about from now on: work of several phases goes forward only.
    void setPhase(const std::string& name, double from, double to);
    void log(const std::string& line);
    /// A line in metrics.jsonl, and points in the event file.
    void addMetrics(std::int64_t step, const std::map<std::string, double>& metrics, const std::string& group);

    bool shouldStop() const;
    /// The same as the file "stop", from a signal's handler.
    static void requestStop();

private:
    JobFolder(std::string path, Json job);
    JobFolder(const JobFolder&) = delete;
    JobFolder& operator=(const JobFolder&) = delete;

    void writeStatus(bool isForced);
    void append(const std::string& name, const std::string& line);

    std::string m_path;
    Json m_job;
    int m_lock = -1;            ///< descriptor of the lock file, locked while the job runs
    mutable std::mutex m_mutex; ///< guards what follows
    Json m_status;
    double m_from = 0; ///< of the phase's progress
    double m_to = 1;
    double m_lastStatus = 0;
    std::optional<EventFile> m_events;
};

} // namespace lw::learn
