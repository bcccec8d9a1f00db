// SPDX-License-Identifier: GPL-3.0-or-later
//! The stratified train/validation split of a version (VE-1).
#pragma once

#include "models/domain/Ids.h"
#include "models/domain/Sample.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <map>
#include <vector>

namespace lw::scenarios {

/// Shown to people and used when they choose none.
inline constexpr quint64 kDefaultSeed = 42;

/// Samples are grouped by their set of labels (unlabelled ones are a group of their own); within a group they are put
/// into an order that a hash of seed, folder and file name decides; then every sample whose running number crosses a
/// whole share of `trainRatio` goes to TRAIN, the others to EVAL, counting on from group to group. So the whole and
/// every group keep the ratio to within one sample, also where groups are tiny, and the same samples with the same
/// labels and seed give the same split, whatever their ids or order.
///
/// A locked split asks the hash alone: a sample stays in its part whatever else is labelled later, so a model that
/// learns on from an older one is never measured on what that one learned. Its ratio is met on average only; at least
/// one sample goes to EVAL (the only one that may move).
class SampleSplit {
public:
    SampleSplit(double trainRatio, quint64 seed, bool isLocked = false)
        : m_trainRatio(trainRatio), m_seed(seed), m_isLocked(isLocked)
    {
    }

    /// `labels`: the names of the sample's labels, in any order, repeated or not.
    void add(domain::SampleId id, const QString& folder, const QString& name, QStringList labels);
    /// Train or Eval for each sample added.
    [[nodiscard]] QHash<domain::SampleId, domain::SampleUsage> result();

private:
    struct Item {
        quint64 hash = 0;
        QByteArray path; ///< decides between equal hashes
        domain::SampleId id;
    };
    [[nodiscard]] QHash<domain::SampleId, domain::SampleUsage> lockedResult() const;

    double m_trainRatio;
    quint64 m_seed;
    bool m_isLocked;
    std::map<QString, std::vector<Item>> m_groups;
};

} // namespace lw::scenarios
