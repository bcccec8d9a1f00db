// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs that look at all pictures, and the groups they lead to.
#include "app/studio/flows/SimilarFlows.h"

#include "app/scenarios/SimilarSamples.h"
#include "app/studio/Route.h"
#include "app/studio/smart/OwnEngine.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "widgets/common/EmptyState.h"
#include "widgets/gallery/DuplicatesBar.h"
#include "widgets/gallery/FilterBar.h"
#include "widgets/gallery/GalleryView.h"

#include <QPushButton>

namespace lw::studio {

using domain::SampleId;
using items::SampleArrangement;

namespace {

constexpr int kRegroupMs = 60;

/// What pictures are compared by: vectors of the learning engine where it is installed.
std::optional<scenarios::EngineLens> lensOf(store::Store& store, domain::DatasetId id)
{
    const auto dataset = store::DatasetRepository(store).find(id);
    const auto lens = dataset && hasEngine() ? scenarios::chosenLens(store, *dataset)
                                             : core::failure(core::ErrorCode::NotFound);
    return lens ? std::optional(scenarios::EngineLens{*lens, ownEngine()}) : std::nullopt;
}

void arrange(SampleList& list, const SampleArrangement::Pointer& arrangement)
{
    items::SampleQuery query = list.search.query();
    query.arrangement = arrangement;
    list.search.setQuery(query);
}

} // namespace

SimilarFlows::SimilarFlows(AppContext& context, domain::DatasetId dataset, QWidget* page)
    : FlowHost(context, page), m_dataset(dataset), m_list(context.project()->samples(dataset))
{
    m_regroupSoon.setSingleShot(true);
    m_regroupSoon.setInterval(kRegroupMs);
    connect(&m_regroupSoon, &QTimer::timeout, this, &SimilarFlows::regroup);
}

gallery::DuplicatesBar* SimilarFlows::makeBar(QWidget* parent)
{
    m_bar = new gallery::DuplicatesBar(scenarios::kLowestThreshold, parent);
    m_bar->hide();
    connect(m_bar, &gallery::DuplicatesBar::thresholdChanged, &m_regroupSoon, qOverload<>(&QTimer::start));
    connect(m_bar, &gallery::DuplicatesBar::selectCopiesRequested, this, &SimilarFlows::selectCopies);
    connect(m_bar, &gallery::DuplicatesBar::keepRequested, this, &SimilarFlows::keepSelected);
    connect(m_bar, &gallery::DuplicatesBar::deleteCopiesRequested, this, &SimilarFlows::deleteCopies);
    connect(m_bar, &gallery::DuplicatesBar::closeRequested, this, &SimilarFlows::leave);
    return m_bar;
}

common::EmptyState* SimilarFlows::makeEmptyState(QWidget* parent)
{
    m_empty =
        new common::EmptyState(QStringLiteral("copy"), tr("No near-duplicates"),
                               tr("No two pictures of this dataset are as alike as that. With less likeness, looser "
                                  "copies are found."),
                               parent);
    m_empty->setObjectName(QStringLiteral("noDuplicates"));
    QPushButton* back = m_empty->addPrimaryButton(tr("Back to all samples"));
    back->setObjectName(QStringLiteral("leaveDuplicates"));
    connect(back, &QPushButton::clicked, this, &SimilarFlows::leave);
    return m_empty;
}

void SimilarFlows::attach(gallery::GalleryView* gallery, gallery::FilterBar* filters)
{
    m_gallery = gallery;
    m_filters = filters;
    connect(m_filters, &gallery::FilterBar::arrangementLeft, this, &SimilarFlows::leave);
    connect(m_gallery, &gallery::GalleryView::selectionChanged, this,
            [this] { m_bar->setCanKeep(m_gallery->selectedCount() > 0); });
    m_bar->setCanKeep(false);
}

void SimilarFlows::run(const jobs::TextMaker& title, bool isQuiet,
                       const std::function<Found(const core::Control&)>& work)
{
    auto found = std::make_shared<Arrangement>();
    jobs::JobRequest job;
    job.title = title;
    job.dataset = m_dataset;
    job.link = Route{.page = PageKind::Samples, .dataset = m_dataset}.toText();
    job.isInquiry = true;
    job.isQuiet = isQuiet;
    if (const auto dataset = find(m_dataset)) {
        job.target = dataset->name;
    }
    job.work = [work, found](const core::Control& control) {
        Found made = work(control);
        *found = made.arrangement;
        return made.result;
    };
    const jobs::JobId id = context().jobs().start(std::move(job));
    // The page may be gone by then; the list is not.
    auto* receiver = new QObject(context().project());
    connect(&context().jobs(), &jobs::JobCenter::jobFinished, receiver,
            [id, found, receiver, &list = m_list](jobs::JobId finished) {
                if (finished == id) {
                    receiver->deleteLater();
                    if (*found) {
                        arrange(list, *found);
                    }
                }
            });
}

void SimilarFlows::findSimilar()
{
    const QList<SampleId> sources = m_gallery->selectedIds();
    const auto first = sources.isEmpty() ? std::nullopt : m_list.model.sampleAt(m_list.model.rowOf(sources.front()));
    if (!first) {
        return;
    }
    const scenarios::DescribeOptions options{&context().pools().batch(), context().settings().maxPixels()};
    run([] { return tr("Find similar pictures"); }, true,
        [sources, name = first->name, options, dataset = m_dataset, store = &store()](const core::Control& control) {
            const auto engine = lensOf(*store, dataset);
            const auto outcome =
                scenarios::similarSamples(*store, dataset, sources, options, control, engine ? &*engine : nullptr);
            Found found;
            found.result = jobResult<scenarios::SimilarOutcome>(outcome, [](const scenarios::SimilarOutcome& done) {
                return tr("Compared %Ln pictures", nullptr, int(done.order.size()));
            });
            if (outcome) {
                found.arrangement = SampleArrangement::similar(sources, name, outcome->order);
            }
            return found;
        });
}

void SimilarFlows::findDuplicates()
{
    const scenarios::DescribeOptions options{&context().pools().batch(), context().settings().maxPixels()};
    run([] { return tr("Find near-duplicates"); }, false,
        [options, dataset = m_dataset, store = &store()](const core::Control& control) {
            const auto engine = lensOf(*store, dataset);
            const auto outcome =
                scenarios::findDuplicates(*store, dataset, options, control, engine ? &*engine : nullptr);
            Found found;
            if (outcome) {
                found.arrangement = SampleArrangement::duplicates(outcome->findings, scenarios::kDuplicateThreshold);
            }
            const qint64 groups = found.arrangement ? qint64(found.arrangement->groups().size()) : 0;
            found.result =
                jobResult<scenarios::DuplicatesOutcome>(outcome, [groups](const scenarios::DuplicatesOutcome& done) {
                    return tr("Compared %L1 pictures; groups of near-duplicates: %L2")
                        .arg(done.findings->compared)
                        .arg(groups);
                });
            return found;
        });
}

const items::SampleArrangement::Pointer& SimilarFlows::arrangement() const
{
    return m_list.search.query().arrangement;
}

void SimilarFlows::setArrangement(const Arrangement& arrangement)
{
    arrange(m_list, arrangement);
}

void SimilarFlows::leave()
{
    setArrangement({});
}

void SimilarFlows::regroup()
{
    const Arrangement now = arrangement();
    if (now && now->findings() && m_bar->threshold() != now->threshold()) {
        setArrangement(SampleArrangement::duplicates(now->findings(), m_bar->threshold(), now->preferred()));
    }
}

void SimilarFlows::keepSelected()
{
    const Arrangement now = arrangement();
    if (!now || !now->findings()) {
        return;
    }
    const QList<SampleId> selected = m_gallery->selectedIds();
    QSet<int> groups;
    QSet<SampleId> preferred = now->preferred();
    for (const SampleId id : selected) {
        const int group = now->groupOf(id);
        if (group < 0 || groups.contains(group)) {
            continue; // of several in one group the first
        }
        groups.insert(group);
        for (const domain::GroupMember& member : now->groups()[size_t(group)].members) {
            preferred.remove(member.id);
        }
        preferred.insert(id);
    }
    setArrangement(SampleArrangement::duplicates(now->findings(), now->threshold(), preferred));
}

QList<SampleId> SimilarFlows::copies() const
{
    const Arrangement now = arrangement();
    QList<SampleId> ids;
    if (now && now->findings()) {
        for (const SampleId id : m_list.model.ids()) {
            if (now->groupOf(id) >= 0 && !now->isKept(id)) {
                ids.append(id);
            }
        }
    }
    return ids;
}

void SimilarFlows::selectCopies()
{
    const QList<SampleId> ids = copies();
    if (!ids.isEmpty()) {
        m_gallery->selectIds(ids);
        m_gallery->setFocus();
    }
}

void SimilarFlows::deleteCopies()
{
    const QList<SampleId> ids = copies();
    if (!ids.isEmpty()) {
        m_gallery->selectIds(ids);
        Q_EMIT deleteRequested(ids);
    }
}

/// Groups whose kept picture left the dataset must keep another one, else all the rest would be copies.
void SimilarFlows::replaceLostKept()
{
    const Arrangement now = arrangement();
    QHash<int, SampleId> firstOf;
    QSet<int> hasKept;
    for (const SampleId id : m_list.model.ids()) {
        const int group = now->groupOf(id);
        if (!firstOf.contains(group)) {
            firstOf.insert(group, id);
        }
        if (now->isKept(id)) {
            hasKept.insert(group);
        }
    }
    QSet<SampleId> preferred = now->preferred();
    const store::SampleRepository samples(store());
    for (auto it = firstOf.cbegin(); it != firstOf.cend(); ++it) {
        if (it.key() >= 0 && !hasKept.contains(it.key()) &&
            !samples.find(now->groups()[size_t(it.key())].members.front().id)) {
            for (const domain::GroupMember& member : now->groups()[size_t(it.key())].members) {
                preferred.remove(member.id);
            }
            preferred.insert(it.value());
        }
    }
    if (preferred != now->preferred()) {
        setArrangement(SampleArrangement::duplicates(now->findings(), now->threshold(), preferred));
    }
}

void SimilarFlows::showResult()
{
    const Arrangement now = arrangement();
    m_gallery->setArrangement(now);
    const bool isGroups = now && now->kind() == SampleArrangement::Kind::Duplicates;
    m_bar->setVisible(isGroups);
    if (!now) {
        m_filters->setArrangement({});
    } else if (now->kind() == SampleArrangement::Kind::Next) {
        m_filters->setArrangement(tr("Label these next"));
    } else if (!isGroups) {
        const auto count = static_cast<int>(now->sources().size());
        m_filters->setArrangement(count == 1 ? tr("Like %1").arg(now->name())
                                             : tr("Like %Ln pictures", nullptr, count));
    } else {
        m_filters->setArrangement(tr("Near-duplicates"));
        QSet<int> groups;
        for (const SampleId id : m_list.model.ids()) {
            groups.insert(now->groupOf(id));
        }
        m_bar->setCounts(groups.size(), m_list.model.rowCount(), copies().size());
        if (!m_regroupSoon.isActive()) {
            m_bar->setThreshold(now->threshold());
        }
        replaceLostKept();
    }
}

QWidget* SimilarFlows::emptyState() const
{
    const Arrangement now = arrangement();
    const bool isGroups = now && now->kind() == SampleArrangement::Kind::Duplicates;
    return isGroups && m_list.search.query().filter.isEmpty() ? m_empty : nullptr;
}

} // namespace lw::studio
