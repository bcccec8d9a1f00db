// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads and keeps the switches.
#include "app/studio/labels/LabelSwitches.h"

#include "app/studio/AppContext.h"
#include "models/store/DatasetRepository.h"

namespace lw::studio {

QString LabelSwitches::key(const char* what) const
{
    return QStringLiteral("samples/%1/%2").arg(m_context.project()->name()).arg(m_dataset.value) + QLatin1Char('/') +
           QLatin1String(what);
}

bool LabelSwitches::isSingle() const
{
    const QVariant chosen = m_context.settings().state(key("singleLabel"));
    if (chosen.isValid()) {
        return chosen.toBool();
    }
    const auto dataset = store::DatasetRepository(m_context.project()->store()).find(m_dataset);
    return !dataset || dataset->counters.annotations <= dataset->counters.labelled + dataset->counters.toConfirm;
}

void LabelSwitches::setSingle(bool isSingle)
{
    m_context.settings().setState(key("singleLabel"), isSingle);
}

bool LabelSwitches::advances() const
{
    return m_context.settings().state(key("advance"), true).toBool();
}

void LabelSwitches::setAdvances(bool advances)
{
    m_context.settings().setState(key("advance"), advances);
}

} // namespace lw::studio
