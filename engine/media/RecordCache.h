// SPDX-License-Identifier: GPL-3.0-or-later
//! Many small things computed from files, kept in one file between runs.
#pragma once

#include "models/core/Result.h"

#include <QByteArray>
#include <QFile>
#include <QLockFile>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace lw::media {

/// Stands for a file in one state: another size or time gives another key.
struct RecordKey {
    std::array<quint64, 2> words{};

    /// `identity` names the file, in a form that survives moving the project.
    [[nodiscard]] static RecordKey of(const QString& identity, qint64 bytes, qint64 modifiedAt);
    auto operator<=>(const RecordKey&) const = default;
};

/// Records are appended as they come, so that what was computed before a stop or a crash stays. A file that is cut or
/// damaged loses records, never more: everything in it can be made again, and nothing is forced to the disk. One
/// process at a time keeps records; others read what there is and keep theirs in memory. Any thread.
class RecordCache final {
public:
    /// Opens or makes the cache at `path`. Never fails: a folder that cannot be written means that nothing is kept.
    explicit RecordCache(const QString& path);
    /// Writes what is still in memory.
    ~RecordCache();
    Q_DISABLE_COPY_MOVE(RecordCache)

    [[nodiscard]] bool contains(const RecordKey& key) const;
    /// nullopt when it is not there or was damaged.
    [[nodiscard]] std::optional<QByteArray> get(const RecordKey& key) const;
    /// Keeps a record of at most 16 MiB; one that is there already is replaced.
    void put(const RecordKey& key, const QByteArray& record);
    void flush();

    /// Rewrites the file with the records of `wanted` (sorted) only, when the others fill more than half of it.
    void dropOthers(const std::vector<RecordKey>& wanted);

    [[nodiscard]] qint64 count() const;

private:
    struct Place {
        qint64 offset = 0; ///< of the record in the file, or in m_pending from m_written on
        quint32 size = 0;
    };

    void load();
    bool writePending();
    [[nodiscard]] QByteArray readAt(const Place& place) const;

    QString m_path;
    std::unique_ptr<QLockFile> m_lock; ///< null: another process keeps records
    mutable std::mutex m_mutex;        ///< guards everything below
    mutable QFile m_file;
    std::map<RecordKey, Place> m_places;
    QByteArray m_pending; ///< appended to the file soon
    qint64 m_written = 0; ///< bytes of the file that are good
};

} // namespace lw::media
