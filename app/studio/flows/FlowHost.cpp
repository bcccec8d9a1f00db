// SPDX-License-Identifier: GPL-3.0-or-later
//! Shared helpers of the flows.
#include "app/studio/flows/FlowHost.h"

#include "app/scenarios/Messages.h"
#include "models/store/DatasetRepository.h"
#include "widgets/common/Toast.h"

#include <QDialog>

namespace lw::studio {

FlowHost::FlowHost(AppContext& context, QWidget* page) : QObject(page), m_context(context), m_page(page) {}

std::optional<domain::Dataset> FlowHost::find(domain::DatasetId id)
{
    auto dataset = store::DatasetRepository(store()).find(id);
    if (!dataset) {
        report(dataset.error());
        return std::nullopt;
    }
    return *dataset;
}

QStringList FlowHost::datasetNames(domain::DatasetId except) const
{
    QStringList names;
    if (const auto all = store::DatasetRepository(store()).list()) {
        for (const domain::Dataset& each : *all) {
            if (each.id != except) {
                names.append(each.name);
            }
        }
    }
    return names;
}

void FlowHost::show(QDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void FlowHost::report(const core::Error& error)
{
    if (error.code != core::ErrorCode::Cancelled) {
        common::Toast::showMessage(m_page, {scenarios::errorText(error), common::ToastKind::Error});
    }
}

} // namespace lw::studio
