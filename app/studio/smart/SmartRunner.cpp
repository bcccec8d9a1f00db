// SPDX-License-Identifier: GPL-3.0-or-later
//! Follows the project's jobs; asks the window's engine session for quick fits, one at a time.
#include "app/studio/smart/SmartRunner.h"

#include "app/scenarios/EngineText.h"
#include "app/scenarios/RefitProposals.h"
#include "app/scenarios/SmartLabel.h"
#include "app/scenarios/SmartVerdict.h"
#include "app/studio/AppContext.h"
#include "app/studio/Route.h"
#include "app/studio/flows/FlowHost.h"
#include "models/core/WhenDone.h"
#include "models/store/DatasetRepository.h"

#include <QJsonArray>

namespace lw::studio {

SmartRunner::SmartRunner(AppContext& context, QObject* parent) : QObject(parent), m_context(context)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRefitMs);
    connect(&m_soon, &QTimer::timeout, this, &SmartRunner::refit);
    jobs::JobWatch& watch = context.project()->jobWatch();
    connect(&watch, &jobs::JobWatch::firstLookDone, this, &SmartRunner::look);
    connect(&watch, &jobs::JobWatch::jobEnded, this, [this, &watch](const QString& id) {
        if (const domain::EngineJob* job = watch.find(id); job && job->kind == domain::EngineJobKind::SmartLabel) {
            job->state == domain::EngineJobState::Succeeded ? apply(*job) : tellFailure(*job);
        }
    });
    if (watch.hasLooked()) {
        look();
    }
}

SmartRunner::~SmartRunner()
{
    m_end.request_stop();
    m_running.await();
}

domain::DatasetId SmartRunner::datasetOf(const domain::EngineJob& job) const
{
    const auto datasets = store::DatasetRepository(m_context.project()->store()).list();
    for (const domain::Dataset& each : datasets.value_or(std::vector<domain::Dataset>())) {
        if (!job.inputs.isEmpty() && job.inputs.front().datasetUid == each.uid) {
            return each.id;
        }
    }
    return {};
}

/// Runs that ended while no window was open.
void SmartRunner::look()
{
    for (const domain::EngineJob& job : m_context.project()->jobWatch().list()) {
        if (job.kind != domain::EngineJobKind::SmartLabel || job.state != domain::EngineJobState::Succeeded) {
            continue;
        }
        const auto ask = [job](store::Store& store) { return scenarios::needsApplying(store, job); };
        core::whenDone(m_context.project()->inBackground(ask), this, [this, job](bool needs) {
            if (needs) {
                apply(job);
            }
        });
    }
}

void SmartRunner::apply(const domain::EngineJob& ended)
{
    if (m_applying.contains(ended.id)) {
        return;
    }
    m_applying.insert(ended.id);
    const QString name = ended.inputs.isEmpty() ? QString() : ended.inputs.front().datasetName;
    jobs::JobRequest request;
    request.title = [name] { return tr("Smart labelling of %1").arg(name); };
    request.kind = domain::TaskKind::SmartLabel;
    request.dataset = datasetOf(ended);
    request.target = name;
    const Route route{.page = PageKind::Samples, .dataset = request.dataset, .anchor = QStringLiteral("to-confirm")};
    request.link = route.toText();
    request.work = [ended, store = &m_context.project()->store()](const core::Control& control) {
        const auto outcome = scenarios::applySmartLabel(*store, ended, control);
        return jobResult<scenarios::SmartApplyOutcome>(outcome, [](const scenarios::SmartApplyOutcome& done) {
            return scenarios::smartRunText(done.run.proposed, done.run.about);
        });
    };
    QList<domain::SampleId> next;
    for (const QJsonValue& id : ended.result.value(QStringLiteral("next")).toArray()) {
        next.append(domain::SampleId(id.toInteger()));
    }
    setNext(request.dataset, next);
    m_context.jobs().start(std::move(request));
}

void SmartRunner::tellFailure(const domain::EngineJob& job)
{
    if (job.state != domain::EngineJobState::Failed) {
        return; // stopped by a person
    }
    jobs::JobRequest request;
    const QString name = job.inputs.isEmpty() ? QString() : job.inputs.front().datasetName;
    request.title = [name] { return tr("Smart labelling of %1").arg(name); };
    request.kind = domain::TaskKind::SmartLabel;
    request.dataset = datasetOf(job);
    request.target = name;
    request.isInquiry = true;
    request.link = Route{.page = PageKind::Job, .anchor = job.id}.toText(); // where it can go on
    request.work = [job](const core::Control&) {
        jobs::JobResult result;
        result.error = core::Error{core::ErrorCode::InvalidArgument, scenarios::jobErrorText(job), {}, 0};
        return result;
    };
    m_context.jobs().start(std::move(request));
}

void SmartRunner::setLookedAt(domain::DatasetId dataset, const QSet<domain::SampleId>& samples)
{
    m_lookedAt[dataset] = samples;
}

void SmartRunner::setNext(domain::DatasetId dataset, const QList<domain::SampleId>& samples)
{
    if (m_next.value(dataset) != samples) {
        m_next.insert(dataset, samples);
        Q_EMIT nextChanged(dataset);
    }
}

void SmartRunner::learnFrom(domain::DatasetId dataset)
{
    const auto facts = store::DatasetRepository(m_context.project()->store()).find(dataset);
    // Without proposals there is nothing to renew, and no reason to start the engine.
    if (!facts || facts->type != domain::DatasetType::ImageClassification ||
        (facts->counters.toConfirm == 0 && m_next.value(dataset).isEmpty())) {
        return;
    }
    m_waiting.insert(dataset);
    if (!m_isFitting) {
        m_soon.start();
    }
}

void SmartRunner::refit()
{
    if (m_waiting.isEmpty() || m_isFitting) {
        return;
    }
    const domain::DatasetId dataset = *m_waiting.begin();
    m_waiting.remove(dataset);
    scenarios::RefitRequest request;
    request.dataset = dataset;
    request.keep = m_lookedAt.value(dataset);
    m_isFitting = true;
    store::Store* store = &m_context.project()->store();
    const auto fit = [store, request, stop = m_end.get_token(),
                      token = m_running.take()](worker::WorkerSession& session) -> core::Result<scenarios::RefitOutcome> {
        const auto facts = store::DatasetRepository(*store).find(request.dataset);
        if (!facts) {
            return core::failure(facts.error());
        }
        const auto lens = scenarios::chosenLens(*store, *facts);
        if (!lens) {
            return core::failure(lens.error());
        }
        const scenarios::EngineLens engine{*lens, [&session](const QString& operation, const QJsonObject& body,
                                                             const core::Control& control) {
                                               return session.ask(operation, body, control);
                                           }};
        return scenarios::refitProposals(*store, request, engine, {stop, {}});
    };
    core::whenDone(m_context.engine().withSession(fit), this,
                   [this, dataset](const core::Result<scenarios::RefitOutcome>& outcome) {
                       m_isFitting = false;
                       // Without vectors, or with one label only, there is nothing to renew: no failure.
                       if (outcome) {
                           setNext(dataset, outcome->next);
                       }
                       if (outcome && outcome->changed > 0) {
                           Q_EMIT refitted(dataset, outcome->changed);
                       }
                       if (!m_waiting.isEmpty()) {
                           m_soon.start();
                       }
                   });
}

} // namespace lw::studio
