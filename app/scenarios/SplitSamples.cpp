// SPDX-License-Identifier: GPL-3.0-or-later
//! Systematic sampling over label sets.
#include "app/scenarios/SplitSamples.h"

#include <algorithm>
#include <cmath>

namespace lw::scenarios {

namespace {

/// FNV-1a, finished by the mixing step of splitmix64: own code, so that the split never changes with a library.
quint64 hashOf(const QByteArray& bytes, quint64 seed)
{
    quint64 hash = 0xcbf29ce484222325ULL ^ seed;
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    hash += 0x9e3779b97f4a7c15ULL * (seed + 1);
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31);
}

} // namespace

void SampleSplit::add(domain::SampleId id, const QString& folder, const QString& name, QStringList labels)
{
    labels.sort();
    labels.removeDuplicates();
    QByteArray path = QString(folder + u'/' + name).toUtf8();
    const quint64 hash = hashOf(path, m_seed);
    m_groups[labels.join(u'\n')].push_back({hash, std::move(path), id});
}

QHash<domain::SampleId, domain::SampleUsage> SampleSplit::result()
{
    if (m_isLocked) {
        return lockedResult();
    }
    QHash<domain::SampleId, domain::SampleUsage> usage;
    qint64 number = 0;
    // Half a share ahead, so that the whole is rounded to the nearest number, not down.
    const auto trainBefore = [this](qint64 n) { return qint64(std::floor(double(n) * m_trainRatio + 0.5)); };
    for (auto& [labels, items] : m_groups) {
        std::sort(items.begin(), items.end(),
                  [](const Item& a, const Item& b) { return a.hash != b.hash ? a.hash < b.hash : a.path < b.path; });
        for (const Item& item : items) {
            const bool isTrain = trainBefore(number + 1) > trainBefore(number);
            usage.insert(item.id, isTrain ? domain::SampleUsage::Train : domain::SampleUsage::Eval);
            ++number;
        }
    }
    return usage;
}

QHash<domain::SampleId, domain::SampleUsage> SampleSplit::lockedResult() const
{
    QHash<domain::SampleId, domain::SampleUsage> usage;
    const Item* last = nullptr;
    bool hasEval = false;
    for (const auto& [labels, items] : m_groups) {
        for (const Item& item : items) {
            const double place = double(item.hash >> 11U) * 0x1.0p-53;
            const bool isTrain = place < m_trainRatio;
            usage.insert(item.id, isTrain ? domain::SampleUsage::Train : domain::SampleUsage::Eval);
            hasEval = hasEval || !isTrain;
            if (!last || item.hash > last->hash) {
                last = &item;
            }
        }
    }
    if (!hasEval && usage.size() > 1) {
        usage.insert(last->id, domain::SampleUsage::Eval);
    }
    return usage;
}

} // namespace lw::scenarios
