// SPDX-License-Identifier: GPL-3.0-or-later
//! The published versions of a dataset (VE-3).
#pragma once

#include "app/studio/Page.h"
#include "models/items/VersionListModel.h"

#include <QTimer>

namespace lw::panels {
class VersionPanel;
}

namespace lw::studio {

class OutputFlows;

class VersionsPage final : public Page {
    Q_OBJECT

public:
    VersionsPage(AppContext& context, domain::DatasetId dataset, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(VersionsPage)

    void open(const Route& route) override;
    [[nodiscard]] QString title() const override;

private:
    void reload();
    [[nodiscard]] const domain::Version* version(domain::VersionId id) const;

    domain::DatasetId m_dataset;
    items::VersionListModel m_model;
    OutputFlows* m_flows;
    panels::VersionPanel* m_panel;
    QTimer m_soon;
};

} // namespace lw::studio
