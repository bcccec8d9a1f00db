// SPDX-License-Identifier: GPL-3.0-or-later
//! Counts off the window's thread while the slider moves.
#include "app/studio/flows/ConfirmFlows.h"

#include "app/studio/flows/BatchFlows.h"
#include "models/store/SampleRepository.h"
#include "widgets/gallery/ConfirmBar.h"

namespace lw::studio {

namespace {

constexpr int kCountMs = 60;
constexpr double kUsualConfidence = 0.9;
const QString kThresholdKey = QStringLiteral("review/acceptAbove");

/// Those of the list's filter that wait and are sure enough.
domain::SampleFilter sureOnes(domain::SampleFilter filter, double least)
{
    filter.state = domain::SampleState::ToConfirm;
    filter.minConfidence = std::max(least, filter.minConfidence.value_or(0));
    return filter;
}

} // namespace

ConfirmFlows::ConfirmFlows(AppContext& context, domain::DatasetId dataset, BatchFlows& batches, QWidget* page)
    : FlowHost(context, page), m_dataset(dataset), m_list(context.project()->samples(dataset)), m_batches(batches)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kCountMs);
    connect(&m_soon, &QTimer::timeout, this, &ConfirmFlows::count);
    connect(&store(), &store::Store::changed, this, [this](const store::Change& change) {
        if (change.kinds & (store::Change::Samples | store::Change::Annotations)) {
            refresh();
        }
    });
}

gallery::ConfirmBar* ConfirmFlows::makeBar(QWidget* parent)
{
    m_bar = new gallery::ConfirmBar(parent);
    m_bar->setThreshold(context().settings().state(kThresholdKey, kUsualConfidence).toDouble());
    m_bar->hide();
    connect(m_bar, &gallery::ConfirmBar::thresholdChanged, this, [this](double least) {
        context().settings().setState(kThresholdKey, least);
        refresh();
    });
    connect(m_bar, &gallery::ConfirmBar::acceptRequested, this, &ConfirmFlows::acceptAbove);
    connect(m_bar, &gallery::ConfirmBar::reviewRequested, this,
            [this] { Q_EMIT reviewRequested(m_list.model.idAt(0)); });
    return m_bar;
}

void ConfirmFlows::refresh()
{
    const bool isShown = m_list.search.query().filter.state == domain::SampleState::ToConfirm;
    m_bar->setVisible(isShown);
    if (isShown) {
        m_soon.start();
    }
}

void ConfirmFlows::count()
{
    const quint64 serial = ++m_serial;
    const auto ask = [dataset = m_dataset, filter = m_list.search.query().filter,
                      least = m_bar->threshold()](store::Store& store) -> core::Result<std::pair<qint64, qint64>> {
        const store::SampleRepository samples(store);
        const auto above = samples.ids(dataset, sureOnes(filter, least));
        const auto all = samples.ids(dataset, filter);
        if (!above || !all) {
            return core::failure(above ? all.error() : above.error());
        }
        return std::pair(qint64(above->size()), qint64(all->size()));
    };
    soon(ask, [this, serial](const std::pair<qint64, qint64>& counts) {
        if (serial == m_serial) {
            m_bar->setCounts(counts.first, counts.second);
        }
    });
}

void ConfirmFlows::acceptAbove(double least)
{
    const auto ask = [dataset = m_dataset, filter = m_list.search.query().filter, least](store::Store& store) {
        return store::SampleRepository(store).ids(dataset, sureOnes(filter, least));
    };
    soon(ask, [this](const QList<domain::SampleId>& samples) { m_batches.confirm(samples); });
}

} // namespace lw::studio
