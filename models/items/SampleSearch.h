// SPDX-License-Identifier: GPL-3.0-or-later
//! Keeps a sample list in step with a filter: asks again, off the window's thread, when the data moved.
#pragma once

#include "models/core/Result.h"
#include "models/domain/SampleFilter.h"
#include "models/items/SampleArrangement.h"
#include "models/store/Change.h"

#include <QFuture>
#include <QObject>

#include <functional>

class QTimer;

namespace lw::items {

class SampleListModel;

struct SampleQuery {
    domain::DatasetId dataset;
    domain::SampleFilter filter;
    domain::SampleSort sort = domain::SampleSort::Imported;
    bool isDescending = false;
    /// If set, the filtered samples come in this order instead, and only those that belong to it.
    SampleArrangement::Pointer arrangement{};

    bool operator==(const SampleQuery&) const = default;
};

/// Runs SampleRepository::ids() on another thread. A future that is cancelled should stop the query.
using QueryRunner = std::function<QFuture<core::Result<QList<domain::SampleId>>>(const SampleQuery& query)>;

/// GUI thread only. A result that arrives after a newer query was started is dropped.
class SampleSearch final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SampleSearch)

public:
    /// Pause between a change of the data and the next query.
    static constexpr int kDebounceMs = 250;

    SampleSearch(SampleListModel& model, QueryRunner runner, QObject* parent = nullptr);
    ~SampleSearch() override;

    [[nodiscard]] const SampleQuery& query() const { return m_query; }
    /// Starts at once. The same query again does nothing.
    void setQuery(const SampleQuery& query);
    /// Runs the present query again at once.
    void refresh();
    /// While held, changes of the data do not move samples out of the list (the canvas page's filmstrip); the query
    /// runs once when released, if something changed.
    void setHeld(bool isHeld);
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

public Q_SLOTS:
    /// Connect to store::Store::changed(). Hands the change to the model and asks again, after kDebounceMs, when it
    /// can have changed which samples are in the list or their order.
    void applyChange(const lw::store::Change& change);

Q_SIGNALS:
    void started();
    /// The model shows the answer.
    void finished(qint64 count);
    void failed(const lw::core::Error& error);

private:
    void start();
    void take(const core::Result<QList<domain::SampleId>>& result);
    [[nodiscard]] bool canMove(const store::Change& change) const;

    SampleListModel& m_model;
    QueryRunner m_runner;
    SampleQuery m_query;
    QTimer* m_debounce;
    QFuture<core::Result<QList<domain::SampleId>>> m_future;
    quint64 m_serial = 0; ///< of the last query started
    bool m_isRunning = false;
    bool m_isHeld = false;
    bool m_isStale = false; ///< changed while held
};

} // namespace lw::items
