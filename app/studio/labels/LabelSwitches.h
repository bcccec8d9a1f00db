// SPDX-License-Identifier: GPL-3.0-or-later
//! How whole samples of one dataset are labelled: one label or several, and whether one goes on by itself.
#pragma once

#include "models/domain/Ids.h"

namespace lw::studio {

class AppContext;

/// Remembered per dataset in the user's settings. GUI thread only; needs an open project.
class LabelSwitches {
public:
    LabelSwitches(AppContext& context, domain::DatasetId dataset) : m_context(context), m_dataset(dataset) {}

    /// A new label takes the place of the others. Until the person decides: true while no sample has several.
    [[nodiscard]] bool isSingle() const;
    void setSingle(bool isSingle);
    /// After a label the next unlabelled picture comes. True until the person decides.
    [[nodiscard]] bool advances() const;
    void setAdvances(bool advances);

private:
    [[nodiscard]] QString key(const char* what) const;

    AppContext& m_context;
    domain::DatasetId m_dataset;
};

} // namespace lw::studio
