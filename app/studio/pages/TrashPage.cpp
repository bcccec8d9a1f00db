// SPDX-License-Identifier: GPL-3.0-or-later
//! The trash panel over the store, its requests as flows.
#include "app/studio/pages/TrashPage.h"

#include "app/studio/AppContext.h"
#include "app/studio/flows/TrashFlows.h"
#include "models/store/TrashRepository.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/TrashPanel.h"

#include <QVBoxLayout>

namespace lw::studio {

TrashPage::TrashPage(AppContext& context, QWidget* parent)
    : Page(context, parent),
      m_model([this](const domain::TrashFilter& filter, domain::TrashId before, int limit) {
          const auto page = store::TrashRepository(project().store()).list(filter, before, limit);
          if (!page) {
              report(page.error());
          }
          return page.value_or(std::vector<domain::TrashEntry>());
      }),
      m_flows(new TrashFlows(context, this))
{
    setObjectName(QStringLiteral("trashPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(common::kGrid * 4, common::kGrid * 3, common::kGrid * 4, common::kGrid * 2);
    m_panel = new panels::TrashPanel(m_model, this);
    column->addWidget(m_panel, 1);
    setFocusProxy(m_panel);
    connect(m_panel, &panels::TrashPanel::restoreRequested, m_flows, &TrashFlows::restore);
    connect(m_panel, &panels::TrashPanel::purgeRequested, m_flows, &TrashFlows::deleteForGood);
    connect(m_panel, &panels::TrashPanel::emptyRequested, m_flows, &TrashFlows::empty);
    m_soon.setSingleShot(true);
    m_soon.setInterval(50);
    connect(&m_soon, &QTimer::timeout, this, &TrashPage::reload);
    connect(&project().store(), &store::Store::changed, this, [this](const store::Change& change) {
        // Gestures and imports change no membership of the trash.
        if (change.kinds & (store::Change::Membership | store::Change::Datasets | store::Change::Versions)) {
            m_soon.start();
        }
    });
}

QString TrashPage::title() const
{
    return tr("Trash");
}

void TrashPage::open(const Route&)
{
    reload();
}

void TrashPage::reload()
{
    const auto counts = store::TrashRepository(project().store()).counts();
    if (!counts) {
        report(counts.error());
        return;
    }
    m_panel->setCounts(*counts);
    m_model.reload();
}

} // namespace lw::studio
