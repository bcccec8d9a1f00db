// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to app/scenarios. Whole-sample labels of people and open samples, as the engine's "suggest" wants them.
#pragma once

#include "app/scenarios/PictureLens.h"
#include "models/domain/Dataset.h"
#include "models/store/ProposalRepository.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace lw::scenarios {

struct LabelKnowledge {
    domain::Dataset dataset;
    QList<domain::LabelId> labels;
    store::OpenSamples open;
    QHash<domain::SampleId, QList<domain::LabelId>> sets; ///< of labelled samples and proposals
    QJsonArray ids;
    QJsonArray numbers; ///< of the labels, -1 for open samples
    int classes = 0;    ///< that people have used
};

/// Samples with several labels are left out. Errors: NotFound, those of the store.
core::Result<LabelKnowledge> gatherLabels(store::Store& store, domain::DatasetId dataset);

/// The request that both proposals and the order of asking come from; add "query" and the like.
[[nodiscard]] QJsonObject suggestRequest(const LabelKnowledge& known, const PictureLens& lens,
                                         const QString& projectFolder);

/// "next" of the answer, the least certain first where the answer tells.
[[nodiscard]] QList<domain::SampleId> suggestedNext(const QJsonObject& answer);

} // namespace lw::scenarios
