// SPDX-License-Identifier: GPL-3.0-or-later
//! Sets of sample ids by state, with the edits of the moment laid over them.
#include "app/studio/canvas/ToDoList.h"

#include "app/studio/ProjectSession.h"
#include "models/core/WhenDone.h"
#include "models/store/SampleRepository.h"

#include <algorithm>

namespace lw::studio {

using domain::SampleId;
using domain::SampleState;

namespace {

/// Rows that are looked at one by one while the answer is on its way.
constexpr int kBlindRows = 64;

} // namespace

ToDoList::ToDoList(ProjectSession& project, SampleList& list, QObject* parent)
    : QObject(parent), m_project(project), m_list(list)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200);
    connect(&m_soon, &QTimer::timeout, this, &ToDoList::refresh);
    connect(&project.store(), &store::Store::changed, this, &ToDoList::follow);
    connect(&list.search, &items::SampleSearch::finished, this, &ToDoList::refresh);
}

void ToDoList::follow(const store::Change& change)
{
    const bool concerns = change.dataset == m_list.search.query().dataset || !change.dataset.isValid();
    // A commit of one sample is one of our own, which mark() has told already.
    const bool isOwn = !change.isExternal && change.samples.size() == 1 &&
                       m_marks.contains(change.samples.front());
    if (concerns && (change.kinds & (store::Change::Samples | store::Change::Annotations)) && !isOwn) {
        m_marks.clear();
        m_soon.start();
    }
}

void ToDoList::refresh()
{
    struct States {
        QList<SampleId> unlabelled;
        QList<SampleId> toConfirm;
    };
    const auto read = [query = m_list.search.query()](store::Store& store) -> core::Result<States> {
        domain::SampleFilter filter = query.filter;
        filter.state = SampleState::Unlabelled;
        const auto unlabelled = store::SampleRepository(store).ids(query.dataset, filter);
        filter.state = SampleState::ToConfirm;
        const auto toConfirm = store::SampleRepository(store).ids(query.dataset, filter);
        if (!unlabelled || !toConfirm) {
            return core::failure(!unlabelled ? unlabelled.error() : toConfirm.error());
        }
        return States{*unlabelled, *toConfirm};
    };
    const quint64 serial = ++m_serial;
    core::whenDone(m_project.inBackground(read), this, [this, serial](const core::Result<States>& states) {
        if (serial != m_serial || !states) {
            return;
        }
        m_unlabelled = QSet<SampleId>(states->unlabelled.begin(), states->unlabelled.end());
        m_toConfirm = QSet<SampleId>(states->toConfirm.begin(), states->toConfirm.end());
        m_isReady = true;
        Q_EMIT ready();
    });
}

bool ToDoList::isIn(int row, SampleState state) const
{
    const SampleId id = m_list.model.idAt(row);
    const auto mark = m_marks.constFind(id);
    if (mark != m_marks.cend()) {
        return *mark == state;
    }
    if (!m_isReady) {
        const auto sample = m_list.model.sampleAt(row);
        return sample && sample->state == state;
    }
    return (state == SampleState::ToConfirm ? m_toConfirm : m_unlabelled).contains(id);
}

QList<int> ToDoList::after(int row, SampleState state, int count) const
{
    QList<int> rows;
    const int total = m_list.model.rowCount();
    const int from = row < 0 ? total - 1 : row;
    const int others = row < 0 ? total : total - 1;
    const int steps = m_isReady ? others : std::min(others, kBlindRows);
    for (int step = 1; step <= steps && rows.size() < count; ++step) {
        const int at = (from + step) % total;
        if (isIn(at, state)) {
            rows.append(at);
        }
    }
    return rows;
}

} // namespace lw::studio
