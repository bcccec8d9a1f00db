// SPDX-License-Identifier: GPL-3.0-or-later
//! What leaves a dataset: versions and exports.
#pragma once

#include "app/studio/flows/FlowHost.h"

namespace lw::studio {

/// What a gallery has to offer to an export.
struct ExportOffer {
    QList<domain::SampleId> selected;
    QList<domain::SampleId> matching;
    bool isFiltered = false;
};

class OutputFlows final : public FlowHost {
    Q_OBJECT

public:
    using FlowHost::FlowHost;

    void publish(domain::DatasetId id);
    void exportFrom(domain::DatasetId id, const ExportOffer& offer = {});
    /// Unpublished work is kept as a draft.
    void setCurrentVersion(const domain::Version& version);
    /// After a confirmation; its files stay on disk.
    void deleteVersion(const domain::Version& version);
    /// Shows what differs. `before` is the older one.
    void compare(const domain::Version& before, const domain::Version& after);

Q_SIGNALS:
    /// The person wants to see the samples behind a number of the comparison.
    void samplesRequested(const QList<lw::domain::SampleId>& samples);
    /// The person wants to see the samples of which an export would lose something.
    void lostSamplesRequested(lw::domain::DatasetId dataset, const QList<lw::domain::SampleId>& samples);
    /// Open this one sample.
    void sampleRequested(lw::domain::SampleId sample);

private:
    void showLosses(const domain::Dataset& dataset, const ExportOffer& offer, const struct ExportAnswer& answer);
    void startExport(const domain::Dataset& dataset, const ExportOffer& offer, const struct ExportAnswer& answer);
};

} // namespace lw::studio
