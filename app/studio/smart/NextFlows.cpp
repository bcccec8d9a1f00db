// SPDX-License-Identifier: GPL-3.0-or-later
//! The list's order of its own is what is shown; the runner knows the latest.
#include "app/studio/smart/NextFlows.h"

#include "app/scenarios/NextSamples.h"
#include "app/studio/smart/SmartRunner.h"
#include "models/store/SampleRepository.h"
#include "widgets/gallery/GalleryBar.h"

#include <QToolButton>

namespace lw::studio {

using domain::SampleId;
using items::SampleArrangement;

namespace {

constexpr int kCountMs = 60;

} // namespace

NextFlows::NextFlows(AppContext& context, domain::DatasetId dataset, QWidget* page)
    : EngineFlows(context, dataset, page), m_list(context.project()->samples(dataset))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kCountMs);
    connect(&m_soon, &QTimer::timeout, this, &NextFlows::count);
}

gallery::GalleryBar* NextFlows::makeBar(QWidget* parent)
{
    m_bar = new gallery::GalleryBar(QStringLiteral("next"), tr("Label these next"), parent);
    m_bar->hide();
    m_open = m_bar->addButton(QStringLiteral("openNext"), tr("Label them"), QStringLiteral("edit"),
                              tr("Open the first that waits; Ctrl+Alt+N leads on to the next that teaches the most"));
    QToolButton* more = m_bar->addButton(QStringLiteral("findNext"), tr("Find the next ones"), QStringLiteral("sync"),
                                         tr("Find others, by what is labelled now (Ctrl+Alt+N)"));
    QToolButton* leave = m_bar->addButton(QStringLiteral("leaveNext"), {}, QStringLiteral("close"),
                                          tr("Back to the usual order (Ctrl+Shift+J)"));
    leave->setAccessibleName(tr("Back to the usual order"));
    connect(m_open, &QToolButton::clicked, this, [this] { openNext(); });
    connect(more, &QToolButton::clicked, this, &NextFlows::findNext);
    connect(leave, &QToolButton::clicked, this, [this] {
        items::SampleQuery query = m_list.search.query();
        query.arrangement = {};
        m_list.search.setQuery(query);
    });
    connect(&store(), &store::Store::changed, this, [this](const store::Change& change) {
        if (change.kinds & (store::Change::Samples | store::Change::Annotations)) {
            refresh();
        }
    });
    return m_bar;
}

void NextFlows::refresh()
{
    const SampleArrangement::Pointer& shown = m_list.search.query().arrangement;
    const bool isShown = shown && shown->kind() == SampleArrangement::Kind::Next;
    m_bar->setVisible(isShown);
    if (isShown) {
        m_soon.start();
    }
}

core::Result<NextFlows::Counts> NextFlows::waiting(store::Store& store, domain::DatasetId dataset,
                                                   const QList<SampleId>& samples, SampleId except)
{
    QSet<SampleId> open;
    for (const domain::SampleState state : {domain::SampleState::Unlabelled, domain::SampleState::ToConfirm}) {
        domain::SampleFilter filter;
        filter.samples = samples;
        filter.state = state;
        const auto ids = store::SampleRepository(store).ids(dataset, filter);
        if (!ids) {
            return core::failure(ids.error());
        }
        open.unite(QSet<SampleId>(ids->begin(), ids->end()));
    }
    Counts counts;
    for (const SampleId id : samples) {
        if (open.contains(id) && id != except) {
            ++counts.waiting;
            counts.first = counts.first.isValid() ? counts.first : id;
        }
    }
    return counts;
}

void NextFlows::count()
{
    const SampleArrangement::Pointer shown = m_list.search.query().arrangement;
    if (!shown || shown->kind() != SampleArrangement::Kind::Next) {
        return;
    }
    const quint64 serial = ++m_serial;
    const auto ask = [id = dataset(), samples = shown->order()](store::Store& store) {
        return waiting(store, id, samples, {});
    };
    soon(ask, [this, serial, all = shown->order().size()](const Counts& counts) {
        if (serial == m_serial) {
            showCounts(counts, all);
        }
    });
}

void NextFlows::showCounts(const Counts& counts, qint64 all)
{
    m_open->setEnabled(counts.waiting > 0);
    m_bar->setText(counts.waiting > 0
                       //: %1 is the number of those that wait for a label, %2 of all that are shown
                       ? tr("Their labels would teach the most: %L1 of %L2 wait").arg(counts.waiting).arg(all)
                       : tr("All of these are labelled. Find the next ones, or start smart labelling."));
}

void NextFlows::findNext()
{
    const auto facts = find(dataset());
    if (!facts) {
        return;
    }
    EngineInquiry<scenarios::NextOutcome> inquiry;
    inquiry.title = [name = facts->name] { return tr("Find what to label next in %1").arg(name); };
    inquiry.work = [id = facts->id](store::Store& store, const scenarios::EngineLens& engine,
                                    const core::Control& control) {
        return scenarios::nextSamples(store, id, scenarios::kUsualNext, engine, control);
    };
    inquiry.summary = [](const scenarios::NextOutcome& done) {
        return done.next.isEmpty() ? tr("No sample waits for a label.")
               : done.isFirstRound ? tr("%Ln typical samples, each of another kind", nullptr, int(done.next.size()))
                                   : tr("%Ln samples that would teach the most", nullptr, int(done.next.size()));
    };
    inquire(std::move(inquiry), [this](const scenarios::NextOutcome& outcome) {
        context().smart()->setNext(dataset(), outcome.next);
        if (!outcome.next.isEmpty()) {
            Q_EMIT found(outcome.next);
            if (std::exchange(m_opens, false)) {
                Q_EMIT openRequested(outcome.next.front());
            }
        }
    });
}

void NextFlows::openNext(SampleId except)
{
    const auto ask = [id = dataset(), samples = context().smart()->next(dataset()), except](store::Store& store) {
        return waiting(store, id, samples, except);
    };
    soon(ask, [this](const Counts& counts) {
        if (counts.first.isValid()) {
            Q_EMIT openRequested(counts.first);
        } else {
            m_opens = true;
            findNext();
        }
    });
}

} // namespace lw::studio
