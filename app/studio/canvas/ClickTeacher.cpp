// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs in, models out.
#include "app/studio/canvas/ClickTeacher.h"

#include "app/scenarios/EngineText.h"
#include "app/studio/AppContext.h"
#include "app/studio/smart/OwnEngine.h"
#include "models/core/WhenDone.h"
#include "models/domain/Algorithms.h"
#include "models/store/DatasetRepository.h"

#include <QtConcurrent>

#include <algorithm>

namespace lw::studio {

namespace {

constexpr int kLookEvery = 5;         ///< outlines
constexpr double kWorthAgain = 1.5;   ///< so many times the outlines of the last training
constexpr double kLearnedShare = 0.8; ///< of the outlines; the rest is held out

bool isFor(const domain::EngineJob& job, const QString& datasetUid)
{
    return job.algorithm == domain::kClickAlgorithm && !job.inputs.isEmpty() &&
           job.inputs.front().datasetUid == datasetUid;
}

} // namespace

ClickTeacher::ClickTeacher(AppContext& context, domain::DatasetId dataset, QObject* parent)
    : QObject(parent), m_context(context), m_dataset(dataset)
{
    if (const auto facts = store::DatasetRepository(context.project()->store()).find(dataset)) {
        m_datasetUid = facts->uid;
    }
    const jobs::JobWatch& watch = context.project()->jobWatch();
    connect(&watch, &jobs::JobWatch::jobsChanged, this, &ClickTeacher::changed);
    connect(&watch, &jobs::JobWatch::jobEnded, this, [this, &watch](const QString& id) {
        const domain::EngineJob* job = watch.find(id);
        if (job && isFor(*job, m_datasetUid) && job->state == domain::EngineJobState::Failed) {
            Q_EMIT failed({core::ErrorCode::InvalidArgument, scenarios::jobErrorText(*job), {}, 0});
        }
        refresh();
    });
}

ClickTeacher::~ClickTeacher()
{
    m_end.request_stop();
    m_inPool.await();
}

const domain::EngineJob* ClickTeacher::running() const
{
    const auto& jobs = m_context.project()->jobWatch().list();
    const auto found = std::ranges::find_if(
        jobs, [this](const domain::EngineJob& job) { return !job.isOver() && isFor(job, m_datasetUid); });
    return found == jobs.end() ? nullptr : &*found;
}

ClickTeacher::State ClickTeacher::state() const
{
    return m_isStarting || running() ? State::Teaching : m_isComparing ? State::Comparing : State::Idle;
}

double ClickTeacher::progress() const
{
    const domain::EngineJob* job = running();
    return job ? job->progress : 0;
}

void ClickTeacher::refresh()
{
    struct Known {
        std::optional<scenarios::TaughtClicks> taught;
        bool isComparable = false;
    };
    const auto read = [uid = m_datasetUid](store::Store& store) {
        return Known{scenarios::taughtClicks(store.folder(), uid),
                     !scenarios::uncomparedClicks(store.folder(), uid).empty()};
    };
    core::whenDone(m_context.project()->inBackground(read), this, [this](const Known& known) {
        m_taught = known.taught;
        Q_EMIT changed();
        if (known.isComparable) {
            compare();
        }
    });
}

void ClickTeacher::compare()
{
    if (m_isComparing) {
        return;
    }
    m_isComparing = true;
    const auto work = [folder = m_context.project()->folder(), uid = m_datasetUid, stop = m_end.get_token(),
                       token = m_inPool.take()]() -> core::Result<> {
        const scenarios::AskEngine ask = ownEngine();
        for (const domain::LibraryModel& model : scenarios::uncomparedClicks(folder, uid)) {
            if (const auto done = scenarios::compareClicks(folder, model, ask, {stop, {}}); !done) {
                return core::failure(done.error());
            }
        }
        return {};
    };
    Q_EMIT changed();
    core::whenDone(QtConcurrent::run(&m_context.pools().batch(), work), this, [this](const core::Result<>& done) {
        m_isComparing = false;
        if (done) {
            refresh();
        } else if (done.error().code != core::ErrorCode::Cancelled) {
            Q_EMIT failed(done.error()); // tried again when somebody comes back
        }
        Q_EMIT changed();
    });
}

void ClickTeacher::teach()
{
    start(true);
}

void ClickTeacher::noticeOutline()
{
    if (++m_noticed % kLookEvery != 0 || state() != State::Idle || !hasEngine() ||
        m_context.project()->jobWatch().runningCount() > 0) {
        return;
    }
    const double known = m_taught ? double(m_taught->outlines) / kLearnedShare * kWorthAgain : 0;
    const auto isWorthIt = [id = m_dataset, known](store::Store& store) {
        const auto count = scenarios::countOutlines(store, id, {});
        return count && *count >= scenarios::kOutlinesToTeach && double(*count) >= known;
    };
    core::whenDone(m_context.project()->inBackground(isWorthIt), this, [this](bool isWorth) {
        if (isWorth && state() == State::Idle) {
            start(false);
        }
    });
}

void ClickTeacher::start(bool isAsked)
{
    if (state() != State::Idle) {
        return;
    }
    m_isStarting = true;
    Q_EMIT changed();
    const auto work = [id = m_dataset](store::Store& store) { return scenarios::startTeaching(store, id, {}); };
    core::whenDone(m_context.project()->inBackground(work), this,
                   [this, isAsked](const core::Result<domain::EngineJob>& job) {
                       m_isStarting = false;
                       m_context.project()->jobWatch().refresh();
                       if (!job && isAsked) {
                           Q_EMIT failed(job.error());
                       }
                       Q_EMIT changed();
                   });
}

} // namespace lw::studio
