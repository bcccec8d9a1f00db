// SPDX-License-Identifier: GPL-3.0-or-later
//! Which samples of a list still want a label or a confirmation, known at once and kept in memory.
#pragma once

#include "models/domain/Sample.h"
#include "models/store/Change.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace lw::studio {

class ProjectSession;
struct SampleList;

/// Asks the store off the window's thread, so that the next sample needs no question at the moment of a key press.
/// GUI thread only. The list and the project must outlive it.
class ToDoList final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToDoList)

public:
    ToDoList(ProjectSession& project, SampleList& list, QObject* parent = nullptr);

    /// Reads the states anew.
    void refresh();
    /// False until the first answer has come; until then only the next rows are known.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// An edit made here, which the store may not know of yet.
    void mark(domain::SampleId id, domain::SampleState state) { m_marks.insert(id, state); }
    /// Rows after `row` (around the end) whose sample is in `state`, the nearest first, at most `count`.
    [[nodiscard]] QList<int> after(int row, domain::SampleState state, int count) const;

Q_SIGNALS:
    void ready();

private:
    void follow(const store::Change& change);
    [[nodiscard]] bool isIn(int row, domain::SampleState state) const;

    ProjectSession& m_project;
    SampleList& m_list;
    QSet<domain::SampleId> m_unlabelled;
    QSet<domain::SampleId> m_toConfirm;
    QHash<domain::SampleId, domain::SampleState> m_marks;
    QTimer m_soon;
    quint64 m_serial = 0;
    bool m_isReady = false;
};

} // namespace lw::studio
