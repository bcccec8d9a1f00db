// SPDX-License-Identifier: GPL-3.0-or-later
//! Opening, connections and the change feed.
#include "models/store/Store.h"

#include "models/store/ImportRecovery.h"
#include "models/store/Migrations.h"
#include "models/store/Writer.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

#include <atomic>
#include <map>
#include <mutex>
#include <set>

namespace lw::store {

namespace {

constexpr int kForeignPollMs = 300;

/// Readers of this thread, by the serial of their store. Pool threads outlive stores: those of closed stores go when
/// the thread opens its next one. Serials are never used twice.
thread_local std::map<quint64, std::unique_ptr<Connection>> t_readers;

std::mutex g_openStoresMutex; ///< guards g_openStores
std::set<quint64> g_openStores;

quint64 nextSerial()
{
    static std::atomic<quint64> serial = 0;
    const std::lock_guard lock(g_openStoresMutex);
    g_openStores.insert(++serial);
    return serial;
}

void forgetClosedStores()
{
    const std::lock_guard lock(g_openStoresMutex);
    std::erase_if(t_readers, [](const auto& entry) { return !g_openStores.contains(entry.first); });
}

core::Result<> checkWritable(const QString& folder)
{
    const QFileInfo info(folder);
    if (!info.isDir()) {
        return core::failure(core::ErrorCode::NotFound, {}, folder);
    }
    if (!info.isWritable()) {
        return core::failure(core::ErrorCode::ReadOnly, {}, folder);
    }
    return {};
}

} // namespace

Store::Store(const QString& folder, const QString& filePath)
    : m_folder(folder), m_filePath(filePath), m_serial(nextSerial())
{
    static const int registered = qRegisterMetaType<Change>();
    Q_UNUSED(registered);
}

Store::~Store()
{
    m_writer.reset();
    {
        const std::lock_guard lock(g_openStoresMutex);
        g_openStores.erase(m_serial);
    }
    forgetClosedStores();
}

core::Result<std::unique_ptr<Store>> Store::create(const QString& folder)
{
    if (!QDir().mkpath(folder)) {
        return core::failure(core::ErrorCode::WriteFailed, QStringLiteral("cannot make the folder"), folder);
    }
    const QString path = QDir(folder).absolutePath();
    if (QFileInfo::exists(path + u'/' + QLatin1String(kProjectFileName))) {
        return core::failure(core::ErrorCode::AlreadyExists, {}, path);
    }
    return openFile(path, path + u'/' + QLatin1String(kProjectFileName));
}

core::Result<std::unique_ptr<Store>> Store::open(const QString& path)
{
    const QFileInfo info(path);
    const QString filePath =
        info.isDir() ? info.absoluteFilePath() + u'/' + QLatin1String(kProjectFileName) : info.absoluteFilePath();
    if (!QFileInfo::exists(filePath)) {
        return core::failure(core::ErrorCode::NotFound, {}, filePath);
    }
    return openFile(QFileInfo(filePath).absolutePath(), filePath);
}

core::Result<std::unique_ptr<Store>> Store::openFile(const QString& folder, const QString& filePath)
{
    if (auto writable = checkWritable(folder); !writable) {
        return core::failure(writable.error());
    }
    return guarded<std::unique_ptr<Store>>(filePath, [&]() -> core::Result<std::unique_ptr<Store>> {
        auto connection = std::make_unique<Connection>(filePath, Connection::Mode::Write);
        if (auto migrated = migrate(*connection, filePath); !migrated) {
            return core::failure(migrated.error());
        }
        takeBackInterruptedImports(*connection);
        std::unique_ptr<Store> store(new Store(folder, filePath));
        Statement& last = connection->prepare("SELECT coalesce(max(seq), 0) FROM change");
        last.executeStep();
        store->m_lastSeenChange = int64At(last, 0);
        last.reset();
        store->m_writer = std::make_unique<Writer>(*store, std::move(connection));
        auto* timer = new QTimer(store.get());
        connect(timer, &QTimer::timeout, store.get(), &Store::lookForForeignChanges);
        timer->start(kForeignPollMs);
        return store;
    });
}

void Store::enqueue(std::unique_ptr<Job> job)
{
    m_writer->enqueue(std::move(job));
}

Connection& Store::reader() const
{
    auto& slot = t_readers[m_serial];
    if (!slot) {
        slot = std::make_unique<Connection>(m_filePath, Connection::Mode::Read);
        forgetClosedStores();
    }
    return *slot;
}

void Store::flush()
{
    write<void>([](WriteContext&) -> core::Result<> { return {}; }).waitForFinished();
}

void Store::announce(const Change& change)
{
    QMetaObject::invokeMethod(this, [this, change] { Q_EMIT changed(change); }, Qt::QueuedConnection);
}

void Store::lookForForeignChanges()
{
    const core::Result<> result = guarded<void>(m_filePath, [&]() -> core::Result<> {
        Connection& connection = reader();
        Statement& version = connection.prepare("PRAGMA data_version");
        version.executeStep();
        const qint64 now = int64At(version, 0);
        version.reset();
        if (now == m_dataVersion) {
            return {};
        }
        m_dataVersion = now;
        Statement& rows = connection.prepare(
            "SELECT seq, origin, kinds, dataset_id, samples FROM change WHERE seq > ? ORDER BY seq");
        rows.bind(1, m_lastSeenChange);
        QList<Change> seen;
        while (rows.executeStep()) {
            m_lastSeenChange = int64At(rows, 0);
            if (int64At(rows, 1) == m_writer->origin()) {
                continue;
            }
            Change change{Change::Kinds(intAt(rows, 2)), domain::DatasetId(int64At(rows, 3)), {}, true};
            const QByteArray ids = blobAt(rows, 4);
            const auto* first = reinterpret_cast<const qint64*>(ids.constData());
            for (qsizetype i = 0; i < ids.size() / qsizetype(sizeof(qint64)); ++i) {
                change.samples.append(domain::SampleId(first[i]));
            }
            seen.append(change);
        }
        rows.reset();
        for (const Change& change : seen) {
            Q_EMIT changed(change);
        }
        return {};
    });
    // A busy or vanished file shows itself at the next write; a poll has nobody to tell.
    Q_UNUSED(result);
}

} // namespace lw::store
