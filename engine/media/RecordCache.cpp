// SPDX-License-Identifier: GPL-3.0-or-later
//! Layout: eight bytes of magic, then records of size, check sum, key and bytes, all little endian.
#include "engine/media/RecordCache.h"

#include "engine/media/CacheFolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace lw::media {

namespace {

constexpr char kMagic[] = "LWREC\0\0\1";
constexpr qint64 kMagicSize = 8;
constexpr qint64 kHeadSize = 24; ///< size, check sum, key
constexpr quint32 kMostBytes = 16U << 20;
constexpr qsizetype kPendingBytes = 1 << 20;
/// Smaller files are not worth tidying.
constexpr qint64 kLeastToTidy = 4 << 20;

/// FNV-1a: tells damage, needs no table.
quint32 checkSum(const RecordKey& key, QByteArrayView bytes)
{
    quint32 sum = 2166136261U;
    for (const quint64 word : key.words) {
        for (int shift = 0; shift < 64; shift += 8) {
            sum = (sum ^ quint32(word >> shift & 0xff)) * 16777619U;
        }
    }
    for (const char byte : bytes) {
        sum = (sum ^ quint8(byte)) * 16777619U;
    }
    return sum;
}

void appendHead(QByteArray& to, const RecordKey& key, const QByteArray& record)
{
    char head[kHeadSize];
    qToLittleEndian(quint32(record.size()), head);
    qToLittleEndian(checkSum(key, record), head + 4);
    qToLittleEndian(key.words[0], head + 8);
    qToLittleEndian(key.words[1], head + 16);
    to.append(head, kHeadSize);
}

} // namespace

RecordKey RecordKey::of(const QString& identity, qint64 bytes, qint64 modifiedAt)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(identity.toUtf8());
    for (const qint64 number : {bytes, modifiedAt}) {
        hash.addData(QByteArray::number(number).prepend('\0'));
    }
    const QByteArray digest = hash.result();
    return {{qFromLittleEndian<quint64>(digest.constData()), qFromLittleEndian<quint64>(digest.constData() + 8)}};
}

RecordCache::RecordCache(const QString& path) : m_path(path), m_file(path)
{
    QDir().mkpath(QFileInfo(path).path());
    m_lock = std::make_unique<QLockFile>(QString(path + QStringLiteral(".lock")));
    m_lock->setStaleLockTime(0); // held for as long as the work takes; only a dead owner makes it stale
    if (!m_lock->tryLock(0)) {
        m_lock.reset();
    }
    load();
}

RecordCache::~RecordCache()
{
    flush();
}

void RecordCache::load()
{
    if (!m_file.open(m_lock ? QIODevice::ReadWrite : QIODevice::ReadOnly)) {
        m_lock.reset();
        return;
    }
    if (m_file.read(kMagicSize) != QByteArray(kMagic, kMagicSize)) {
        if (!m_lock || !m_file.resize(0) || !m_file.seek(0) || m_file.write(kMagic, kMagicSize) != kMagicSize ||
            !m_file.flush()) {
            m_lock.reset();
            m_file.close();
            return;
        }
    }
    const qint64 size = m_file.size();
    qint64 at = kMagicSize;
    char head[kHeadSize];
    while (at + kHeadSize <= size && m_file.seek(at) && m_file.read(head, kHeadSize) == kHeadSize) {
        const auto bytes = qFromLittleEndian<quint32>(head);
        if (bytes > kMostBytes || at + kHeadSize + bytes > size) {
            break; // cut by a crash, or damaged
        }
        m_places[{{qFromLittleEndian<quint64>(head + 8), qFromLittleEndian<quint64>(head + 16)}}] = {at, bytes};
        at += kHeadSize + bytes;
    }
    m_written = at;
    if (m_lock && at < size && !m_file.resize(at)) {
        m_lock.reset();
    }
}

bool RecordCache::contains(const RecordKey& key) const
{
    const std::scoped_lock guard(m_mutex);
    return m_places.contains(key);
}

qint64 RecordCache::count() const
{
    const std::scoped_lock guard(m_mutex);
    return qint64(m_places.size());
}

QByteArray RecordCache::readAt(const Place& place) const
{
    const qint64 size = kHeadSize + place.size;
    if (place.offset >= m_written) {
        return m_pending.mid(place.offset - m_written, size);
    }
    return m_file.seek(place.offset) ? m_file.read(size) : QByteArray();
}

std::optional<QByteArray> RecordCache::get(const RecordKey& key) const
{
    const std::scoped_lock guard(m_mutex);
    const auto found = m_places.find(key);
    if (found == m_places.end()) {
        return std::nullopt;
    }
    const QByteArray whole = readAt(found->second);
    const QByteArray record = whole.mid(kHeadSize);
    if (record.size() != qsizetype(found->second.size) ||
        qFromLittleEndian<quint32>(whole.constData() + 4) != checkSum(key, record)) {
        return std::nullopt;
    }
    return record;
}

void RecordCache::put(const RecordKey& key, const QByteArray& record)
{
    if (record.size() > qsizetype(kMostBytes)) {
        return;
    }
    const std::scoped_lock guard(m_mutex);
    m_places[key] = {m_written + m_pending.size(), quint32(record.size())};
    appendHead(m_pending, key, record);
    m_pending.append(record);
    if (m_pending.size() >= kPendingBytes) {
        (void)writePending();
    }
}

void RecordCache::flush()
{
    const std::scoped_lock guard(m_mutex);
    (void)writePending();
}

bool RecordCache::writePending()
{
    if (m_pending.isEmpty() || !m_lock) {
        return m_pending.isEmpty();
    }
    const bool isWritten = m_file.seek(m_written) && m_file.write(m_pending) == m_pending.size() && m_file.flush();
    if (!isWritten) {
        // A full disk: from now on records stay in memory, and the file ends where it was good.
        m_file.resize(m_written);
        m_lock.reset();
        return false;
    }
    m_written += m_pending.size();
    m_pending.clear();
    return true;
}

void RecordCache::dropOthers(const std::vector<RecordKey>& wanted)
{
    const std::scoped_lock guard(m_mutex);
    if (!writePending() || !m_lock || m_written < kLeastToTidy) {
        return;
    }
    qint64 kept = kMagicSize;
    for (const auto& [key, place] : m_places) {
        kept += std::binary_search(wanted.begin(), wanted.end(), key) ? kHeadSize + place.size : 0;
    }
    if (kept * 2 > m_written) {
        return;
    }
    const QString part = partPath(m_path);
    QFile tidy(part);
    std::map<RecordKey, Place> places;
    qint64 at = kMagicSize;
    bool isGood = tidy.open(QIODevice::WriteOnly) && tidy.write(kMagic, kMagicSize) == kMagicSize;
    for (const auto& [key, place] : m_places) {
        if (isGood && std::binary_search(wanted.begin(), wanted.end(), key)) {
            const QByteArray whole = readAt(place);
            isGood = tidy.write(whole) == kHeadSize + place.size;
            places[key] = {at, place.size};
            at += whole.size();
        }
    }
    isGood = isGood && tidy.flush();
    tidy.close();
    m_file.close();
    if (!isGood) {
        tidy.remove();
    } else if (commitPart(part, m_path)) {
        m_places = std::move(places);
        m_written = at;
    }
    if (!m_file.open(QIODevice::ReadWrite)) {
        m_places.clear();
        m_lock.reset();
    }
}

} // namespace lw::media
