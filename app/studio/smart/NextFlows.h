// SPDX-License-Identifier: GPL-3.0-or-later
//! "Label these next": asks which samples would teach the most, shows them in the gallery, and leads from one to the
//! next.
#pragma once

#include "app/studio/smart/EngineFlows.h"

#include <QTimer>

class QToolButton;

namespace lw::gallery {
class GalleryBar;
}

namespace lw::studio {

struct SampleList;

class NextFlows final : public EngineFlows {
    Q_OBJECT

public:
    NextFlows(AppContext& context, domain::DatasetId dataset, QWidget* page);

    /// Makes the bar above the gallery, hidden until such samples are shown.
    [[nodiscard]] gallery::GalleryBar* makeBar(QWidget* parent);
    /// The list or its samples are others.
    void refresh();

    /// Finds them as a job; found() follows unless there are none.
    void findNext();
    /// Leads to the most useful one known that still waits, other than `except`; finds some first where none is known.
    void openNext(domain::SampleId except = {});

Q_SIGNALS:
    void found(const QList<lw::domain::SampleId>& samples);
    void openRequested(lw::domain::SampleId sample);

private:
    struct Counts {
        domain::SampleId first; ///< that waits; invalid when none does
        qint64 waiting = 0;
    };

    /// Of `samples`, in their order, those that wait for a person.
    static core::Result<Counts> waiting(store::Store& store, domain::DatasetId dataset,
                                        const QList<domain::SampleId>& samples, domain::SampleId except);
    void count();
    void showCounts(const Counts& counts, qint64 all);

    SampleList& m_list;
    gallery::GalleryBar* m_bar = nullptr;
    QToolButton* m_open = nullptr;
    QTimer m_soon;
    quint64 m_serial = 0;  ///< answers to older questions are dropped
    bool m_opens = false;  ///< the first one that is found
};

} // namespace lw::studio
