// SPDX-License-Identifier: GPL-3.0-or-later
//! Steps through the ids of the shared list.
#include "app/studio/canvas/SampleWalk.h"

#include "app/studio/ProjectSession.h"
#include "models/core/WhenDone.h"
#include "models/store/SampleRepository.h"

#include <QSet>

namespace lw::studio {

namespace {

/// The first id of `wanted` met when walking from `row` in `direction` around the end; invalid if none is in the list.
domain::SampleId nearest(const QList<domain::SampleId>& ids, const QList<domain::SampleId>& wanted, int row,
                         int direction)
{
    const QSet<domain::SampleId> set(wanted.begin(), wanted.end());
    const qsizetype count = ids.size();
    qsizetype at = row;
    for (qsizetype steps = 0; steps < count; ++steps) {
        at = ((at + direction) % count + count) % count;
        if (set.contains(ids[at]) && at != row) {
            return ids[at];
        }
    }
    return {};
}

} // namespace

SampleWalk::SampleWalk(ProjectSession& project, SampleList& list, QObject* parent)
    : QObject(parent), m_project(project), m_list(list)
{
    const auto follow = [this] {
        m_row = m_list.model.rowOf(m_current);
        Q_EMIT moved();
    };
    connect(&list.model, &QAbstractItemModel::modelReset, this, follow);
    connect(&list.model, &QAbstractItemModel::rowsInserted, this, follow);
    connect(&list.model, &QAbstractItemModel::rowsRemoved, this, follow);
}

int SampleWalk::count() const
{
    return m_list.model.rowCount();
}

void SampleWalk::setCurrent(domain::SampleId id)
{
    m_current = id;
    // Neighbours are the common case; a search through a million ids is not for every key press.
    for (const int row : {m_row, m_row + 1, m_row - 1}) {
        if (row >= 0 && row < count() && m_list.model.idAt(row) == id) {
            m_row = row;
            return;
        }
    }
    m_row = m_list.model.rowOf(id);
}

void SampleWalk::step(int direction)
{
    const int row = m_row < 0 ? (direction > 0 ? 0 : count() - 1) : m_row + direction;
    if (row < 0 || row >= count()) {
        Q_EMIT atEnd();
        return;
    }
    Q_EMIT chosen(m_list.model.idAt(row));
}

void SampleWalk::jump(int number)
{
    if (number >= 1 && number <= count()) {
        Q_EMIT chosen(m_list.model.idAt(number - 1));
    }
}

void SampleWalk::findUnlabelled(int direction)
{
    find({domain::SampleState::Unlabelled}, direction);
}

void SampleWalk::findToDo()
{
    find({domain::SampleState::ToConfirm, domain::SampleState::Unlabelled}, 1);
}

void SampleWalk::find(const QList<domain::SampleState>& states, int direction)
{
    const auto search = [query = m_list.search.query(), ids = m_list.model.ids(), row = m_row, states,
                         direction](store::Store& store) -> core::Result<domain::SampleId> {
        for (domain::SampleState state : states) {
            domain::SampleFilter filter = query.filter;
            filter.state = state;
            const auto wanted =
                store::SampleRepository(store).ids(query.dataset, filter, query.sort, query.isDescending);
            if (!wanted) {
                return core::failure(wanted.error());
            }
            if (const domain::SampleId found = nearest(ids, *wanted, row, direction); found.isValid()) {
                return found;
            }
        }
        return domain::SampleId();
    };
    core::whenDone(m_project.inBackground(search), this, [this](const core::Result<domain::SampleId>& found) {
        if (!found) {
            Q_EMIT failed(found.error());
        } else if (found->isValid()) {
            Q_EMIT chosen(*found);
        } else {
            Q_EMIT allLabelled();
        }
    });
}

std::optional<domain::Sample> SampleWalk::neighbour(int distance) const
{
    const int row = m_row + distance;
    return m_row >= 0 && row >= 0 && row < count() ? m_list.model.sampleAt(row) : std::nullopt;
}

} // namespace lw::studio
