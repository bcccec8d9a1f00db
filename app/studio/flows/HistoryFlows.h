// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows who made and changed a sample or one of its annotations.
#pragma once

#include "app/studio/flows/FlowHost.h"
#include "models/domain/Annotation.h"
#include "models/domain/Sample.h"

namespace lw::studio {

class HistoryFlows final : public FlowHost {
    Q_OBJECT

public:
    using FlowHost::FlowHost;

    void showSample(const domain::Sample& sample);
    void showAnnotation(const domain::Sample& sample, const domain::Annotation& annotation);

private:
    void showHistory(const QString& title, domain::DatasetId dataset, domain::SampleId sample,
                     std::optional<domain::AnnotationId> annotation);
};

} // namespace lw::studio
