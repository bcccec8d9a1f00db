// SPDX-License-Identifier: GPL-3.0-or-later
//! What flows share that ask the learning engine about a dataset's pictures: a job first, what it found after it.
#pragma once

#include "app/scenarios/PictureLens.h"
#include "app/studio/flows/FlowHost.h"
#include "app/studio/smart/OwnEngine.h"

namespace lw::studio {

/// A question that takes seconds and changes nothing. `Outcome` is what a scenario answers.
template <typename Outcome> struct EngineInquiry {
    jobs::TextMaker title;
    std::function<core::Result<Outcome>(store::Store& store, const scenarios::EngineLens& engine,
                                        const core::Control& control)>
        work;                                          ///< on a pool thread
    std::function<QString(const Outcome&)> summary;    ///< one sentence on what was found
    bool isQuiet = false;                              ///< no message at the end unless it failed
};

class EngineFlows : public FlowHost {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineFlows)

public:
    EngineFlows(AppContext& context, domain::DatasetId dataset, QWidget* page)
        : FlowHost(context, page), m_dataset(dataset)
    {
    }

protected:
    [[nodiscard]] domain::DatasetId dataset() const { return m_dataset; }

    /// Calls `done(outcome)` here at the end. One waits for it: who has gone elsewhere meanwhile gets nothing.
    template <typename Outcome, typename Done> void inquire(EngineInquiry<Outcome> inquiry, Done done)
    {
        const auto facts = find(m_dataset);
        if (!facts) {
            return;
        }
        auto found = std::make_shared<std::optional<Outcome>>();
        jobs::JobRequest job;
        job.title = std::move(inquiry.title);
        job.dataset = m_dataset;
        job.target = facts->name;
        job.isInquiry = true;
        job.isQuiet = inquiry.isQuiet;
        job.work = [found, facts = *facts, store = &store(), work = std::move(inquiry.work),
                    summary = std::move(inquiry.summary)](const core::Control& control) {
            const auto lens = scenarios::chosenLens(*store, facts);
            const auto outcome = lens ? work(*store, {*lens, ownEngine()}, control)
                                      : core::Result<Outcome>(core::failure(lens.error()));
            if (outcome) {
                *found = *outcome;
            }
            return jobResult<Outcome>(outcome, summary);
        };
        const jobs::JobId id = context().jobs().start(std::move(job));
        connect(&context().jobs(), &jobs::JobCenter::jobFinished, this, [id, found, done](jobs::JobId finished) {
            if (finished == id && *found) {
                done(**found);
            }
        });
    }

private:
    domain::DatasetId m_dataset;
};

} // namespace lw::studio
