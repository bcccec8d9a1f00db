// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads the store, writes and reads JSON.
#include "app/scenarios/LabelKnowledge.h"

#include "models/store/DatasetRepository.h"
#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"

#include <QSet>

#include <algorithm>

namespace lw::scenarios {

using domain::LabelId;
using domain::SampleId;

core::Result<LabelKnowledge> gatherLabels(store::Store& store, domain::DatasetId id)
{
    auto dataset = store::DatasetRepository(store).find(id);
    if (!dataset) {
        return core::failure(dataset.error());
    }
    LabelKnowledge known;
    known.dataset = std::move(*dataset);
    const store::SampleRepository samples(store);
    domain::SampleFilter labelled;
    labelled.state = domain::SampleState::Labelled;
    const auto labels = store::LabelRepository(store).list(id);
    const auto finished = samples.ids(id, labelled);
    auto sets = samples.labelSets(id);
    auto open = store::ProposalRepository(store).open(id);
    if (!labels || !finished || !sets || !open) {
        return core::failure(!labels     ? labels.error()
                             : !finished ? finished.error()
                             : !sets     ? sets.error()
                                         : open.error());
    }
    for (const domain::Label& label : *labels) {
        known.labels.append(label.id);
    }
    known.sets = std::move(*sets);
    known.open = std::move(*open);
    QSet<qsizetype> used;
    for (const SampleId sample : *finished) {
        const QList<LabelId> own = known.sets.value(sample);
        if (own.size() == 1) {
            const qsizetype number = known.labels.indexOf(own.front());
            used.insert(number);
            known.ids.append(sample.value);
            known.numbers.append(number);
        }
    }
    known.classes = int(used.size());
    for (const SampleId sample : known.open.unlabelled + known.open.proposed) {
        known.ids.append(sample.value);
        known.numbers.append(-1);
    }
    return known;
}

QJsonObject suggestRequest(const LabelKnowledge& known, const PictureLens& lens, const QString& projectFolder)
{
    QJsonObject body = lens.request();
    body.insert(QStringLiteral("store"), lens.vectorFile(projectFolder, known.dataset));
    body.insert(QStringLiteral("ids"), known.ids);
    body.insert(QStringLiteral("labels"), known.numbers);
    body.insert(QStringLiteral("classes"), known.labels.size());
    return body;
}

QList<SampleId> suggestedNext(const QJsonObject& answer)
{
    const QJsonArray ids = answer.value(QStringLiteral("ids")).toArray();
    const QJsonArray margins = answer.value(QStringLiteral("margin")).toArray();
    QHash<SampleId, double> certainty;
    for (qsizetype i = 0; i < std::min(ids.size(), margins.size()); ++i) {
        certainty.insert(SampleId(ids.at(i).toInteger()), margins.at(i).toDouble());
    }
    QList<SampleId> next;
    for (const QJsonValue& each : answer.value(QStringLiteral("next")).toArray()) {
        next.append(SampleId(each.toInteger()));
    }
    std::ranges::stable_sort(next, {}, [&certainty](SampleId id) { return certainty.value(id); });
    return next;
}

} // namespace lw::scenarios
