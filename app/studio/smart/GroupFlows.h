// SPDX-License-Identifier: GPL-3.0-or-later
//! Auto-grouping from the gallery (SM-5).
#pragma once

#include "app/scenarios/PictureLens.h"
#include "app/studio/flows/FlowHost.h"

#include <vector>

namespace lw::dialogs {
struct GroupChoice;
}

namespace lw::studio {

struct SampleList;

class GroupFlows final : public FlowHost {
    Q_OBJECT

public:
    GroupFlows(AppContext& context, domain::DatasetId dataset, QWidget* page);

    /// Asks how, then groups as a job.
    void askAndGroup();

private:
    void begin(const dialogs::GroupChoice& choice, const std::vector<scenarios::PictureLens>& lenses);

    domain::DatasetId m_dataset;
    SampleList& m_list;
};

} // namespace lw::studio
