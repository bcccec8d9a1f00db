// SPDX-License-Identifier: GPL-3.0-or-later
//! Where one is in the list of samples, and how one gets to the next.
#pragma once

#include "models/core/Error.h"
#include "models/domain/Sample.h"

#include <QObject>

#include <optional>

namespace lw::studio {

class ProjectSession;
struct SampleList;

/// GUI thread only. The list and the project must outlive it.
class SampleWalk final : public QObject {
    Q_OBJECT

public:
    SampleWalk(ProjectSession& project, SampleList& list, QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(SampleWalk)

    [[nodiscard]] domain::SampleId current() const { return m_current; }
    /// -1: the current sample is not in the list.
    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] int count() const;
    /// Remembers where one is; does not emit chosen().
    void setCurrent(domain::SampleId id);

    /// +1 or -1. At the end it stays and says so by atEnd().
    void step(int direction);
    /// `number` counts from 1.
    void jump(int number);
    /// The nearest unlabelled sample after (+1) or before (-1) the current one, around the end. Asks the store off the
    /// window's thread.
    void findUnlabelled(int direction);
    /// The next sample to confirm, else the next unlabelled one; otherwise as findUnlabelled().
    void findToDo();
    /// The sample `distance` rows away; nullopt beyond the ends.
    [[nodiscard]] std::optional<domain::Sample> neighbour(int distance) const;

Q_SIGNALS:
    void chosen(lw::domain::SampleId id);
    void atEnd();
    /// There is no unlabelled sample in the list.
    void allLabelled();
    /// row() or count() may be others: the list changed.
    void moved();
    void failed(const lw::core::Error& error);

private:
    /// The nearest sample in the first of `states` that any sample of the list is in.
    void find(const QList<domain::SampleState>& states, int direction);

    ProjectSession& m_project;
    SampleList& m_list;
    domain::SampleId m_current;
    int m_row = -1;
};

} // namespace lw::studio
