// SPDX-License-Identifier: GPL-3.0-or-later
//! In-memory state, history and hand-over to the writer.
#include "models/document/SampleDocument.h"

#include "models/core/WhenDone.h"
#include "models/document/commands/ReviewCommands.h"
#include "models/domain/WholeLabels.h"
#include "models/store/EditRepository.h"
#include "models/store/SampleRepository.h"

#include <algorithm>

namespace lw::document {

using domain::Annotation;
using domain::AnnotationChange;
using domain::AnnotationId;
using domain::SampleEdit;

SampleDocument::SampleDocument(store::Store& store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(&m_store, &store::Store::changed, this, &SampleDocument::followStore);
}

SampleDocument::~SampleDocument() = default;

core::Result<> SampleDocument::load(domain::SampleId sample)
{
    m_sample = {};
    m_annotations.clear();
    m_history.clear();
    m_position = 0;
    m_nextId = 1;
    m_ownChangesExpected = 0;
    core::Result<> result;
    if (sample.isValid()) {
        result = read(sample);
    }
    Q_EMIT changed({.isReset = true, .annotations = {}, .isSampleChanged = true});
    Q_EMIT historyChanged();
    return result;
}

core::Result<> SampleDocument::read(domain::SampleId id)
{
    const store::SampleRepository samples(m_store);
    const auto sample = samples.find(id);
    const auto annotations = samples.annotations(id);
    const auto history = samples.history(id);
    if (!sample || !annotations || !history) {
        return core::failure(!sample ? sample.error() : !annotations ? annotations.error() : history.error());
    }
    m_sample = *sample;
    m_annotations = *annotations;
    m_nextId = history->nextAnnotation;
    for (domain::EditKind kind : history->kinds) {
        m_history.push_back({kind, std::nullopt});
    }
    m_position = std::min(size_t(history->position), m_history.size());
    return {};
}

void SampleDocument::followStore(const store::Change& change)
{
    // Our own writes are in memory already; what others wrote to this sample is read anew once ours are through.
    const bool concerns = change.dataset == m_sample.datasetId &&
                          (change.kinds & (store::Change::Samples | store::Change::Annotations)) &&
                          (change.samples.isEmpty() || change.samples.contains(m_sample.id));
    if (isEmpty() || !concerns) {
        return;
    }
    if (m_ownChangesExpected > 0 && !change.isExternal && change.samples.size() == 1) {
        --m_ownChangesExpected; // it comes before the write is known to be finished
        return;
    }
    if (m_pendingWrites > 0) {
        return;
    }
    const domain::SampleId id = m_sample.id;
    if (const auto loaded = load(id); !loaded) {
        Q_EMIT saveFailed(loaded.error());
    }
}

const Annotation* SampleDocument::find(AnnotationId id) const
{
    const auto found = std::find_if(m_annotations.begin(), m_annotations.end(),
                                    [id](const Annotation& a) { return a.id == id; });
    return found == m_annotations.end() ? nullptr : &*found;
}

AnnotationId SampleDocument::takeId()
{
    return AnnotationId(m_nextId++);
}

int SampleDocument::topOrder() const
{
    return m_annotations.empty() ? 1 : m_annotations.back().order + 1;
}

void SampleDocument::applyInMemory(const SampleEdit& edit)
{
    DocumentChange change;
    for (const AnnotationChange& step : edit.changes) {
        change.annotations.push_back(step.id());
    }
    domain::applyChanges(m_annotations, edit.changes);
    if (edit.hardAfter) {
        m_sample.isHard = edit.hardAfter->isHard;
        m_sample.hardCoefficient = edit.hardAfter->coefficient;
        m_sample.hardReasons = edit.hardAfter->reasons;
        change.isSampleChanged = true;
    }
    m_sample.annotationCount = int(m_annotations.size());
    if (!edit.changes.empty()) {
        setState(m_annotations.empty() ? domain::SampleState::Unlabelled : domain::SampleState::Labelled, change);
    }
    if (edit.stateAfter) {
        setState(*edit.stateAfter, change);
    }
    Q_EMIT changed(change);
}

void SampleDocument::setState(domain::SampleState state, DocumentChange& change)
{
    change.isSampleChanged = change.isSampleChanged || state != m_sample.state;
    m_sample.state = state;
}

/// Whoever corrects a sample to confirm has confirmed it, unless proposals of a model are left that were not looked at, or
/// the last of them were just refused: that nothing, or nothing more, is on the picture is to be said as well. Taking the
/// correction back asks for it again.
SampleEdit SampleDocument::withState(const SampleEdit& edit) const
{
    SampleEdit whole = edit;
    if (!edit.changes.empty() && !edit.stateAfter && m_sample.state == domain::SampleState::ToConfirm) {
        std::vector<Annotation> after = m_annotations;
        domain::applyChanges(after, edit.changes);
        const auto isRefusal = [](const AnnotationChange& change) {
            return change.before && !change.after && commands::isProposal(*change.before);
        };
        const bool isOpen = edit.kind != domain::EditKind::SetLabels &&
                            (std::any_of(after.begin(), after.end(), commands::isProposal) ||
                             std::any_of(edit.changes.begin(), edit.changes.end(), isRefusal));
        whole.stateBefore = m_sample.state;
        whole.stateAfter = isOpen          ? domain::SampleState::ToConfirm
                           : after.empty() ? domain::SampleState::Unlabelled
                                           : domain::SampleState::Labelled;
    }
    return whole;
}

void SampleDocument::perform(const SampleEdit& asked)
{
    if (isEmpty() || asked.isEmpty()) {
        return;
    }
    const SampleEdit edit = withState(asked);
    m_history.resize(m_position);
    m_history.push_back({edit.kind, edit});
    ++m_position;
    applyInMemory(edit);
    Q_EMIT historyChanged();
    follow(store::EditRepository(m_store).apply(m_sample.id, edit, qint64(m_position) - 1));
}

void SampleDocument::undo()
{
    if (!canUndo()) {
        return;
    }
    const SampleEdit* step = editAt(m_position - 1);
    if (step == nullptr) {
        return;
    }
    --m_position;
    const SampleEdit inverse = step->inverted();
    applyInMemory(inverse);
    Q_EMIT historyChanged();
    follow(store::EditRepository(m_store).move(m_sample.id, inverse, qint64(m_position)));
}

void SampleDocument::redo()
{
    if (!canRedo()) {
        return;
    }
    const SampleEdit* step = editAt(m_position);
    if (step == nullptr) {
        return;
    }
    ++m_position;
    applyInMemory(*step);
    Q_EMIT historyChanged();
    follow(store::EditRepository(m_store).move(m_sample.id, *step, qint64(m_position)));
}

domain::EditKind SampleDocument::undoKind() const
{
    return m_history.at(m_position - 1).kind;
}

domain::EditKind SampleDocument::redoKind() const
{
    return m_history.at(m_position).kind;
}

const SampleEdit* SampleDocument::editAt(size_t index)
{
    Step& step = m_history.at(index);
    if (!step.edit) {
        auto stored = store::SampleRepository(m_store).step(m_sample.id, qint64(index));
        if (!stored) {
            Q_EMIT saveFailed(stored.error());
            return nullptr;
        }
        step.edit = std::move(*stored);
        domain::complete(*step.edit, index < m_position, [this](AnnotationId id) { return find(id); });
    }
    return &*step.edit;
}

void SampleDocument::follow(const QFuture<core::Result<>>& write)
{
    if (++m_pendingWrites == 1) {
        Q_EMIT savingChanged(true);
    }
    ++m_ownChangesExpected;
    core::whenDone(write, this,
                   [this, sample = m_sample.id](const core::Result<>& result) { finishWrite(result, sample); });
}

void SampleDocument::finishWrite(const core::Result<>& result, domain::SampleId sample)
{
    --m_pendingWrites;
    if (!result) {
        if (m_sample.id == sample) {
            // What one sees must be what is kept.
            const auto reloaded = load(sample);
            Q_UNUSED(reloaded);
        }
        Q_EMIT saveFailed(result.error());
    }
    if (m_pendingWrites == 0) {
        Q_EMIT savingChanged(false);
    }
}

} // namespace lw::document
