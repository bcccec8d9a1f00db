// SPDX-License-Identifier: GPL-3.0-or-later
//! Doubt first, then variety among the most doubtful.
#include "app/scenarios/NextSamples.h"

#include "app/scenarios/LabelKnowledge.h"
#include "app/scenarios/TwoSteps.h"
#include "models/store/SampleRepository.h"

#include <QJsonArray>

#include <algorithm>

namespace lw::scenarios {

namespace {

using domain::SampleId;

/// Variety is looked for among this many times as many doubtful samples as are asked for.
constexpr int kDoubtful = 6;

/// The samples that a model was least sure of; empty where too few have been judged.
core::Result<QList<SampleId>> doubtful(store::Store& store, const QList<SampleId>& open, int count)
{
    auto rows = store::SampleRepository(store).rows(open);
    if (!rows) {
        return core::failure(rows.error());
    }
    std::erase_if(*rows, [](const domain::Sample& sample) { return !sample.hardCoefficient; });
    std::ranges::stable_sort(*rows, std::greater(), [](const domain::Sample& sample) { return *sample.hardCoefficient; });
    QList<SampleId> ids;
    for (const domain::Sample& sample : *rows) {
        ids.append(sample.id);
    }
    return ids.size() < count ? QList<SampleId>() : ids.mid(0, qsizetype(kDoubtful) * count);
}

/// One typical sample of each of `count` kinds among `candidates`, in the order of `candidates`.
core::Result<QList<SampleId>> varied(const LabelKnowledge& known, const QList<SampleId>& candidates, int count,
                                     const EngineLens& engine, const QString& projectFolder, const core::Control& control)
{
    LabelKnowledge asked;
    asked.dataset = known.dataset;
    asked.labels.append(domain::LabelId()); // the engine wants a class, even if nothing is of it
    for (const SampleId id : candidates) {
        asked.ids.append(id.value);
        asked.numbers.append(-1);
    }
    QJsonObject body = suggestRequest(asked, engine.lens, projectFolder);
    body.insert(QStringLiteral("query"), std::min<qint64>(count, candidates.size()));
    const auto answer = engine.ask(QStringLiteral("suggest"), body, control);
    if (!answer) {
        return core::failure(answer.error());
    }
    QList<SampleId> next = suggestedNext(*answer);
    std::ranges::stable_sort(next, {}, [&candidates](SampleId id) { return candidates.indexOf(id); });
    return next;
}

} // namespace

core::Result<NextOutcome> nextSamples(store::Store& store, domain::DatasetId dataset, int count,
                                      const EngineLens& engine, const core::Control& control)
{
    if (count < 1) {
        return core::failure(core::ErrorCode::InvalidArgument, QString::number(count));
    }
    const auto known = gatherLabels(store, dataset);
    if (!known) {
        return core::failure(known.error());
    }
    NextOutcome outcome;
    const QList<SampleId> open = known->open.unlabelled + known->open.proposed;
    if (open.isEmpty()) {
        return outcome;
    }
    const bool knowsLabels = known->dataset.type == domain::DatasetType::ImageClassification && known->classes >= 2;
    const auto worst = knowsLabels ? core::Result<QList<SampleId>>(QList<SampleId>()) : doubtful(store, open, count);
    if (!worst) {
        return core::failure(worst.error());
    }
    outcome.isFirstRound = !knowsLabels && worst->isEmpty();
    QList<SampleId> looked = worst->isEmpty() ? open : *worst;
    if (knowsLabels) {
        looked.clear();
        for (const QJsonValue& id : known->ids) {
            looked.append(SampleId(id.toInteger()));
        }
    }
    auto embedded = embedSamples(store, dataset, engine, looked, firstStep(control));
    if (!embedded) {
        return core::failure(embedded.error());
    }
    outcome.problems = std::move(embedded->problems);
    if (embedded->ids.isEmpty()) {
        return outcome;
    }
    core::Result<QList<SampleId>> next;
    if (knowsLabels) {
        QJsonObject body = suggestRequest(*known, engine.lens, store.folder());
        body.insert(QStringLiteral("validates"), false);
        body.insert(QStringLiteral("query"), std::min<qint64>(count, open.size()));
        const auto answer = engine.ask(QStringLiteral("suggest"), body, secondStep(control));
        next = answer ? core::Result<QList<SampleId>>(suggestedNext(*answer)) : core::failure(answer.error());
    } else {
        looked.removeIf([&](SampleId id) { return !std::ranges::binary_search(embedded->ids, id); });
        next = varied(*known, looked, count, engine, store.folder(), secondStep(control));
    }
    if (!next) {
        return core::failure(next.error());
    }
    outcome.next = std::move(*next);
    return outcome;
}

} // namespace lw::scenarios
