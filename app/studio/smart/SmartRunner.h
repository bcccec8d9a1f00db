// SPDX-License-Identifier: GPL-3.0-or-later
//! Smart labelling behind the pages: writes what finished runs propose, and learns from each confirmation.
#pragma once

#include "app/jobs/Outstanding.h"
#include "models/domain/EngineJob.h"
#include "models/domain/Ids.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <stop_token>

namespace lw::studio {

class AppContext;

/// One for an open project; pages come and go. GUI thread only.
class SmartRunner final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmartRunner)

public:
    /// Pause between a confirmation and the next fit: quick answers share one.
    static constexpr int kRefitMs = 250;

    /// `context` must have a project and outlive this.
    explicit SmartRunner(AppContext& context, QObject* parent = nullptr);
    /// Ends what is being fitted and waits for it.
    ~SmartRunner() override;

    /// A person said what a sample is: where whole pictures are labelled, proposals that nobody has touched are made
    /// anew soon, if there are any, and so is next() if somebody asked for it.
    void learnFrom(domain::DatasetId dataset);
    /// The samples whose labels would teach the most, the most useful first, as last found out; may be out of date.
    [[nodiscard]] QList<domain::SampleId> next(domain::DatasetId dataset) const { return m_next.value(dataset); }
    void setNext(domain::DatasetId dataset, const QList<domain::SampleId>& samples);
    /// What somebody looks at, or will in a moment, keeps what it says.
    void setLookedAt(domain::DatasetId dataset, const QSet<domain::SampleId>& samples);

Q_SIGNALS:
    /// Proposals were made anew after confirmations.
    void refitted(lw::domain::DatasetId dataset, qint64 changed);
    void nextChanged(lw::domain::DatasetId dataset);

private:
    void look();
    void apply(const domain::EngineJob& job);
    void tellFailure(const domain::EngineJob& job);
    void refit();
    [[nodiscard]] domain::DatasetId datasetOf(const domain::EngineJob& job) const;

    AppContext& m_context;
    QSet<QString> m_applying; ///< ids of jobs whose proposals are being written, or were
    QTimer m_soon;
    QSet<domain::DatasetId> m_waiting; ///< datasets to fit
    QHash<domain::DatasetId, QSet<domain::SampleId>> m_lookedAt;
    QHash<domain::DatasetId, QList<domain::SampleId>> m_next;
    std::stop_source m_end;
    jobs::Outstanding m_running; ///< fits use the store
    bool m_isFitting = false;
};

} // namespace lw::studio
