// SPDX-License-Identifier: GPL-3.0-or-later
//! Resolves choices of samples.
#include "app/scenarios/SampleChoice.h"

#include "app/scenarios/LabelNames.h"
#include "models/store/SampleRepository.h"

#include <QCoreApplication>

namespace lw::scenarios {

namespace {

struct Choices {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::Choices)
};

} // namespace

core::Result<domain::SampleFilter> filterFromText(store::Store& store, domain::DatasetId dataset, const QString& text)
{
    const core::Result<domain::FilterExpression> parsed = domain::parseFilter(text);
    if (!parsed) {
        return core::failure(core::ErrorCode::InvalidArgument,
                             Choices::tr("The filter term “%1” is not understood.").arg(parsed.error().detail));
    }
    const core::Result<QList<domain::LabelId>> labels = labelIds(store, dataset, parsed->labelNames);
    if (!labels) {
        return core::failure(core::ErrorCode::InvalidArgument,
                             Choices::tr("The dataset has no label “%1”.").arg(labels.error().detail));
    }
    domain::SampleFilter filter = parsed->filter;
    filter.labels = *labels;
    return filter;
}

core::Result<QList<domain::SampleId>> chosenSamples(store::Store& store, domain::DatasetId dataset,
                                                    const SampleChoice& choice, const std::stop_token& stop)
{
    if (choice.selection) {
        return *choice.selection;
    }
    return store::SampleRepository(store).ids(dataset, choice.filter, domain::SampleSort::Imported, false, stop);
}

} // namespace lw::scenarios
