// SPDX-License-Identifier: GPL-3.0-or-later
//! What all flows share: the open project, dialogs without nested loops, jobs and failures.
#pragma once

#include "app/jobs/JobCenter.h"
#include "app/studio/AppContext.h"
#include "models/domain/Dataset.h"
#include "models/core/WhenDone.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

class QDialog;

namespace lw::studio {

/// GUI thread only; belongs to the page on which it is used. Needs an open project.
class FlowHost : public QObject {
    Q_OBJECT

public:
    FlowHost(AppContext& context, QWidget* page);
    Q_DISABLE_COPY_MOVE(FlowHost)

protected:
    [[nodiscard]] AppContext& context() const { return m_context; }
    [[nodiscard]] QWidget* page() const { return m_page; }
    [[nodiscard]] store::Store& store() const { return m_context.project()->store(); }
    /// Nothing, and a message, if it is gone.
    [[nodiscard]] std::optional<domain::Dataset> find(domain::DatasetId id);
    [[nodiscard]] QStringList datasetNames(domain::DatasetId except = {}) const;
    /// Opens `dialog` over the window; it deletes itself.
    void show(QDialog* dialog);
    void report(const core::Error& error);
    void start(jobs::JobRequest request) { m_context.jobs().start(std::move(request)); }

    /// Runs `work(store)` off the window's thread, then `done(value)` here, or reports the error.
    template <typename Work, typename Done> void soon(Work work, Done done)
    {
        core::whenDone(m_context.project()->inBackground(std::move(work)), this, [this, done](auto result) {
            if (result) {
                done(*result);
            } else {
                report(result.error());
            }
        });
    }

private:
    AppContext& m_context;
    QWidget* m_page;
};

/// Ends a job with the outcome of a scenario: `sentence` makes the summary from the value.
template <typename T>
jobs::JobResult jobResult(const core::Result<T>& outcome, std::function<QString(const T&)> sentence)
{
    jobs::JobResult result;
    if (!outcome) {
        result.error = outcome.error();
        return result;
    }
    if constexpr (requires { outcome->problems; }) {
        result.problems = outcome->problems;
    }
    result.summary = [sentence, value = *outcome] { return sentence(value); };
    return result;
}

} // namespace lw::studio
