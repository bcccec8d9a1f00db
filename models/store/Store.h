// SPDX-License-Identifier: GPL-3.0-or-later
//! An open project file: one writer thread, a read connection per thread, a feed of changes.
#pragma once

#include "models/core/Result.h"
#include "models/store/Change.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <optional>

namespace lw::store {

class Connection;
class Writer;

/// What a write works with; valid during the write only.
struct WriteContext {
    Connection& connection;
    Change& change; ///< fill in what is changed; announced after the commit
};

/// File name of the database within a project folder.
inline constexpr const char* kProjectFileName = "project.labelwright";

/// Lives on the thread that opened it (the window's); that thread's event loop delivers the signals. Several processes
/// may have the same project open.
class Store final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Store)

public:
    /// Makes the folder and an empty project in it. Errors: AlreadyExists, WriteFailed, DiskFull, ReadOnly.
    static core::Result<std::unique_ptr<Store>> create(const QString& folder);
    /// Opens a project by its folder or its file; upgrades old files after a backup and takes back what a killed
    /// import left behind. Errors: NotFound, NewerVersion, Corrupt, ReadOnly, ReadFailed, DiskFull.
    static core::Result<std::unique_ptr<Store>> open(const QString& path);
    /// Waits until everything handed over is committed.
    ~Store() override;

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] const QString& filePath() const { return m_filePath; }
    /// Name written into rows and history for changes by people: a member's, or "human".
    [[nodiscard]] const QString& author() const { return m_author; }
    void setAuthor(const QString& author) { m_author = author; }

    /// Queues `work` for the writer thread, which runs it in one transaction and commits durably, or rolls back if it
    /// returns an error. Writes take effect in the order of the calls. Any thread; never blocks. For models/store:
    /// everybody else uses the repositories.
    template <typename T>
    QFuture<core::Result<T>> write(std::function<core::Result<T>(WriteContext&)> work)
    {
        auto job = std::make_unique<JobOf<T>>(std::move(work));
        QFuture<core::Result<T>> future = job->promise.future();
        enqueue(std::move(job));
        return future;
    }

    /// The calling thread's read connection. For models/store only. Throws SQLite::Exception.
    [[nodiscard]] Connection& reader() const;
    /// Waits until all writes queued so far are done. Not on the window's thread.
    void flush();

Q_SIGNALS:
    /// After a commit of this process, or when another process's commits are seen (at most 300 ms later).
    void changed(const lw::store::Change& change);
    /// A write failed; its transaction was rolled back. Whoever asked for it learns it from the future too.
    void writeFailed(const lw::core::Error& error);

private:
    friend class Writer;

    struct Job {
        virtual ~Job() = default;
        /// Inside the transaction; an error asks for a rollback.
        virtual std::optional<core::Error> run(WriteContext& context) = 0;
        /// After the commit (null) or the rollback.
        virtual void finish(const core::Error* failed) = 0;
    };
    template <typename T>
    struct JobOf final : Job {
        explicit JobOf(std::function<core::Result<T>(WriteContext&)> w) : work(std::move(w)) { promise.start(); }
        std::optional<core::Error> run(WriteContext& context) override
        {
            result = work(context);
            return result->has_value() ? std::nullopt : std::optional(result->error());
        }
        void finish(const core::Error* failed) override
        {
            promise.addResult(failed ? core::Result<T>(core::failure(*failed)) : std::move(*result));
            promise.finish();
        }
        std::function<core::Result<T>(WriteContext&)> work;
        QPromise<core::Result<T>> promise;
        std::optional<core::Result<T>> result;
    };

    Store(const QString& folder, const QString& filePath);
    static core::Result<std::unique_ptr<Store>> openFile(const QString& folder, const QString& filePath);
    void enqueue(std::unique_ptr<Job> job);
    void announce(const Change& change);
    void lookForForeignChanges();

    QString m_folder;
    QString m_filePath;
    QString m_author = QStringLiteral("human");
    std::unique_ptr<Writer> m_writer;
    qint64 m_lastSeenChange = 0;
    qint64 m_dataVersion = -1;
    quint64 m_serial; ///< tells the stores of one process apart in the per-thread cache of readers
};

} // namespace lw::store
