// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs write jobs one after the other.
#include "models/store/Writer.h"

#include <QRandomGenerator>

namespace lw::store {

namespace {
// Enough for a process that slept through a while; older rows mean "ask for everything again" anyway.
constexpr int kKeptChanges = 2000;
} // namespace

Writer::Writer(Store& store, std::unique_ptr<Connection> connection)
    : m_store(store), m_connection(std::move(connection)),
      m_origin(qint64(QRandomGenerator::global()->generate64() >> 1)), m_thread([this] { run(); })
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Writer::enqueue(std::unique_ptr<Store::Job> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Writer::run()
{
    for (;;) {
        std::unique_ptr<Store::Job> job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_isStopping || !m_jobs.empty(); });
            if (m_jobs.empty()) {
                return;
            }
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        execute(*job);
    }
}

void Writer::execute(Store::Job& job)
{
    Change change;
    const core::Result<> result = guarded<void>(m_store.filePath(), [&]() -> core::Result<> {
        Transaction transaction(*m_connection);
        WriteContext context{*m_connection, change};
        if (const std::optional<core::Error> failed = job.run(context)) {
            return core::failure(*failed);
        }
        if (change.kinds) {
            record(change);
        }
        transaction.commit();
        return {};
    });
    if (result && change.kinds) {
        m_store.announce(change);
    }
    if (!result && result.error().code != core::ErrorCode::Cancelled) {
        const core::Error error = result.error();
        QMetaObject::invokeMethod(&m_store, [store = &m_store, error] { Q_EMIT store->writeFailed(error); });
    }
    job.finish(result ? nullptr : &result.error());
}

void Writer::record(const Change& change)
{
    Statement& insert =
        m_connection->prepare("INSERT INTO change (origin, kinds, dataset_id, samples) VALUES (?, ?, ?, ?)");
    insert.bind(1, m_origin);
    insert.bind(2, int(change.kinds));
    insert.bind(3, change.dataset.value);
    if (change.samples.isEmpty()) {
        insert.bind(4);
    } else {
        bindBlob(insert, 4,
                 QByteArray::fromRawData(reinterpret_cast<const char*>(change.samples.constData()),
                                         change.samples.size() * qsizetype(sizeof(domain::SampleId))));
    }
    insert.exec();
    const qint64 newest = m_connection->lastInsertId();
    if (newest % 500 == 0) {
        Statement& prune = m_connection->prepare("DELETE FROM change WHERE seq <= ?");
        prune.bind(1, newest - kKeptChanges);
        prune.exec();
    }
}

} // namespace lw::store
