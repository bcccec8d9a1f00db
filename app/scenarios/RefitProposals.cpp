// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels of people in, better guesses out.
#include "app/scenarios/RefitProposals.h"

#include "app/scenarios/LabelKnowledge.h"
#include "models/store/ProposalRepository.h"
#include "models/store/SampleRepository.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace lw::scenarios {

namespace {

using domain::LabelId;
using domain::SampleId;

/// Confidences that differ by less look the same.
constexpr double kSameConfidence = 0.01;
/// About 20 ms of writing: a gesture made meanwhile waits no longer than that.
constexpr size_t kChunk = 200;

/// What the engine says about proposals that may change, where it differs.
std::vector<domain::Proposal> changes(store::Store& store, const LabelKnowledge& known, const QSet<SampleId>& keep,
                                      const QJsonObject& answer)
{
    const QSet<SampleId> proposed(known.open.proposed.begin(), known.open.proposed.end());
    QHash<SampleId, double> confidences;
    const auto rows = store::SampleRepository(store).rows(known.open.proposed);
    for (const domain::Sample& row : rows ? *rows : std::vector<domain::Sample>()) {
        confidences.insert(row.id, row.minConfidence.value_or(-1));
    }
    const QJsonArray ids = answer.value(QStringLiteral("ids")).toArray();
    const QJsonArray labels = answer.value(QStringLiteral("labels")).toArray();
    const QJsonArray confidence = answer.value(QStringLiteral("confidence")).toArray();
    std::vector<domain::Proposal> list;
    for (qsizetype i = 0; i < std::min({ids.size(), labels.size(), confidence.size()}); ++i) {
        const SampleId sample(ids.at(i).toInteger());
        const auto number = qsizetype(labels.at(i).toDouble());
        if (!proposed.contains(sample) || keep.contains(sample) || number < 0 || number >= known.labels.size()) {
            continue;
        }
        domain::Annotation said;
        said.labelId = known.labels.at(number);
        said.shape = domain::Shape::wholeSample();
        said.confidence = std::clamp(confidence.at(i).toDouble(), 0.0, 1.0);
        const bool isSame = known.sets.value(sample) == QList<LabelId>{said.labelId} &&
                            std::abs(*said.confidence - confidences.value(sample)) < kSameConfidence;
        if (!isSame) {
            list.push_back({sample, {said}, {}});
        }
    }
    return list;
}

} // namespace

core::Result<RefitOutcome> refitProposals(store::Store& store, const RefitRequest& request, const EngineLens& engine,
                                          const core::Control& control)
{
    const auto known = gatherLabels(store, request.dataset);
    if (!known) {
        return core::failure(known.error());
    }
    if (known->dataset.type != domain::DatasetType::ImageClassification) {
        return core::failure(core::ErrorCode::Unsupported, known->dataset.name);
    }
    if (known->classes < 2) {
        return core::failure(core::ErrorCode::InvalidArgument, known->dataset.name);
    }
    QJsonObject body = suggestRequest(*known, engine.lens, store.folder());
    body.insert(QStringLiteral("isPrecise"), request.isPrecise);
    body.insert(QStringLiteral("validates"), request.estimatesAccuracy);
    body.insert(QStringLiteral("query"),
                std::min<qint64>(request.next, known->open.unlabelled.size() + known->open.proposed.size()));
    const auto answer = engine.ask(QStringLiteral("suggest"), body, control);
    if (!answer) {
        return core::failure(answer.error());
    }
    RefitOutcome outcome;
    outcome.labelled = answer->value(QStringLiteral("labelled")).toInteger();
    outcome.next = suggestedNext(*answer);
    if (answer->contains(QStringLiteral("accuracy"))) {
        outcome.accuracy = answer->value(QStringLiteral("accuracy")).toDouble();
    }
    const std::vector<domain::Proposal> proposals = changes(store, *known, request.keep, *answer);
    for (size_t start = 0; start < proposals.size() && !control.isCancelled(); start += kChunk) {
        const auto end = proposals.begin() + qsizetype(std::min(proposals.size(), start + kChunk));
        const auto changed = store::ProposalRepository(store)
                                 .refine(request.dataset, {proposals.begin() + qsizetype(start), end})
                                 .result();
        if (!changed) {
            return core::failure(changed.error());
        }
        outcome.changed += *changed;
    }
    return outcome;
}

} // namespace lw::scenarios
