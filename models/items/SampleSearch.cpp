// SPDX-License-Identifier: GPL-3.0-or-later
//! Starts queries, drops outdated answers and waits for the data to settle.
#include "models/items/SampleSearch.h"

#include "models/core/WhenDone.h"
#include "models/items/SampleListModel.h"

#include <QTimer>

namespace lw::items {

SampleSearch::SampleSearch(SampleListModel& model, QueryRunner runner, QObject* parent)
    : QObject(parent), m_model(model), m_runner(std::move(runner)), m_debounce(new QTimer(this))
{
    m_debounce->setSingleShot(true);
    m_debounce->setInterval(kDebounceMs);
    connect(m_debounce, &QTimer::timeout, this, &SampleSearch::refresh);
}

SampleSearch::~SampleSearch()
{
    m_future.cancel();
}

void SampleSearch::setQuery(const SampleQuery& query)
{
    if (m_serial > 0 && query == m_query) {
        return;
    }
    m_query = query;
    m_model.setDataset(query.dataset);
    start();
}

void SampleSearch::refresh()
{
    if (m_query.dataset.isValid()) {
        start();
    }
}

void SampleSearch::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    if (isHeld) {
        m_isStale = m_isStale || m_debounce->isActive();
        m_debounce->stop();
    } else if (m_isStale) {
        refresh();
    }
}

void SampleSearch::applyChange(const store::Change& change)
{
    m_model.applyChange(change);
    if (!canMove(change)) {
        return;
    }
    if (m_isHeld) {
        m_isStale = true;
    } else if (!m_debounce->isActive()) {
        // Not restarted by further changes: a running import would otherwise never show anything.
        m_debounce->start();
    }
}

bool SampleSearch::canMove(const store::Change& change) const
{
    if (!m_query.dataset.isValid() || (change.dataset.isValid() && change.dataset != m_query.dataset)) {
        return false;
    }
    if (change.kinds & store::Change::Membership) {
        return true;
    }
    const bool isContent = change.kinds & (store::Change::Samples | store::Change::Annotations);
    const bool isOrderFixed = m_query.sort == domain::SampleSort::Imported || m_query.sort == domain::SampleSort::Name;
    return isContent && (!m_query.filter.isEmpty() || !isOrderFixed);
}

void SampleSearch::start()
{
    m_debounce->stop();
    m_isStale = false;
    m_future.cancel();
    const quint64 serial = ++m_serial;
    m_isRunning = true;
    Q_EMIT started();
    m_future = m_runner(m_query);
    core::whenDone(m_future, this, [this, serial](const core::Result<QList<domain::SampleId>>& result) {
        if (serial == m_serial) {
            take(result);
        }
    });
}

void SampleSearch::take(const core::Result<QList<domain::SampleId>>& result)
{
    m_isRunning = false;
    if (!result) {
        Q_EMIT failed(result.error());
        return;
    }
    m_model.setIds(*result);
    Q_EMIT finished(result->size());
}

} // namespace lw::items
