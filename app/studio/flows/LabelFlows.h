// SPDX-License-Identifier: GPL-3.0-or-later
//! Changing and deleting labels and samples, with the questions that this asks for.
#pragma once

#include "app/studio/flows/FlowHost.h"
#include "models/domain/Label.h"
#include "widgets/dialogs/DeleteLabelDialog.h"

namespace lw::studio {

class LabelFlows final : public FlowHost {
    Q_OBJECT

public:
    LabelFlows(AppContext& context, domain::DatasetId dataset, QWidget* page)
        : FlowHost(context, page), m_dataset(dataset)
    {
    }

    void edit(domain::LabelId label);
    void rename(domain::LabelId label, const QString& name);
    /// The three ways of AN-5.
    void remove(domain::LabelId label);
    /// After a confirmation that says what else uses the samples (AN-6).
    void deleteSamples(const QList<domain::SampleId>& samples);

private:
    [[nodiscard]] const domain::Label* labelOf(domain::LabelId id) const;
    void apply(const domain::Label& before, const domain::Label& after, const std::vector<int>& jointOrigins);
    void startRemoval(const domain::Label& label, dialogs::LabelRemoval choice);
    void startDeletion(const QList<domain::SampleId>& samples, bool withFiles);

    domain::DatasetId m_dataset;
};

} // namespace lw::studio
