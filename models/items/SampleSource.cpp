// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads rows and annotations of a screenful from the store.
#include "models/items/SampleSource.h"

#include "models/store/SampleRepository.h"

namespace lw::items {

std::vector<domain::Sample> StoreSampleSource::rows(const QList<domain::SampleId>& ids) const
{
    return store::SampleRepository(m_store).rows(ids).value_or(std::vector<domain::Sample>());
}

std::vector<domain::Annotation> StoreSampleSource::annotations(domain::SampleId sample) const
{
    return store::SampleRepository(m_store).annotations(sample).value_or(std::vector<domain::Annotation>());
}

} // namespace lw::items
