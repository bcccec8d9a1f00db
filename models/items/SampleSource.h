// SPDX-License-Identifier: GPL-3.0-or-later
//! Where a sample list gets rows and annotations from.
#pragma once

#include "models/domain/Annotation.h"
#include "models/domain/Sample.h"

#include <QList>

#include <vector>

namespace lw::store {
class Store;
}

namespace lw::items {

/// Quick reads of a screenful, called on the window's thread.
class SampleSource {
public:
    virtual ~SampleSource() = default;
    /// Rows in the order of `ids`; those that cannot be read are left out.
    [[nodiscard]] virtual std::vector<domain::Sample> rows(const QList<domain::SampleId>& ids) const = 0;
    /// In stacking order; empty when they cannot be read.
    [[nodiscard]] virtual std::vector<domain::Annotation> annotations(domain::SampleId sample) const = 0;
};

/// The project's own samples.
class StoreSampleSource final : public SampleSource {
public:
    explicit StoreSampleSource(store::Store& store) : m_store(store) {}
    [[nodiscard]] std::vector<domain::Sample> rows(const QList<domain::SampleId>& ids) const override;
    [[nodiscard]] std::vector<domain::Annotation> annotations(domain::SampleId sample) const override;

private:
    store::Store& m_store;
};

} // namespace lw::items
