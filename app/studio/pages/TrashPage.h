// SPDX-License-Identifier: GPL-3.0-or-later
//! What was deleted in the project, to be restored or deleted for good (AN-10).
#pragma once

#include "app/studio/Page.h"
#include "models/items/TrashListModel.h"

#include <QTimer>

namespace lw::panels {
class TrashPanel;
}

namespace lw::studio {

class TrashFlows;

class TrashPage final : public Page {
    Q_OBJECT

public:
    explicit TrashPage(AppContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(TrashPage)

    void open(const Route& route) override;
    [[nodiscard]] QString title() const override;

private:
    void reload();

    items::TrashListModel m_model;
    TrashFlows* m_flows;
    panels::TrashPanel* m_panel;
    QTimer m_soon;
};

} // namespace lw::studio
