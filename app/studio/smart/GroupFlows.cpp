// SPDX-License-Identifier: GPL-3.0-or-later
//! Dialog, request, job.
#include "app/studio/smart/GroupFlows.h"

#include "app/scenarios/GroupSamples.h"
#include "app/studio/Route.h"
#include "app/studio/smart/OwnEngine.h"
#include "models/store/AttributeRepository.h"
#include "widgets/dialogs/GroupDialog.h"

#include <algorithm>

namespace lw::studio {

namespace {

struct Known {
    std::vector<scenarios::PictureLens> lenses;
    QString chosen; ///< id of the model, "hand" for none
    QStringList attributes;
};

QString idOf(const scenarios::PictureLens& lens)
{
    return lens.isBuiltIn() ? QStringLiteral("hand") : lens.modelId;
}

} // namespace

GroupFlows::GroupFlows(AppContext& context, domain::DatasetId dataset, QWidget* page)
    : FlowHost(context, page), m_dataset(dataset), m_list(context.project()->samples(dataset))
{
}

void GroupFlows::askAndGroup()
{
    const auto dataset = find(m_dataset);
    if (!dataset) {
        return;
    }
    const auto read = [facts = *dataset](store::Store& store) -> core::Result<Known> {
        Known known;
        known.lenses = scenarios::usableLenses(store.folder());
        if (const auto lens = scenarios::chosenLens(store, facts)) {
            known.chosen = idOf(*lens);
        }
        const auto attributes = store::AttributeRepository(store).list(facts.id);
        for (const domain::AttributeUse& use : attributes.value_or(std::vector<domain::AttributeUse>())) {
            known.attributes.append(use.name);
        }
        return known;
    };
    soon(read, [this, facts = *dataset](const Known& known) {
        dialogs::GroupDialog::Facts shown;
        shown.samples = facts.counters.total;
        shown.shown = m_list.model.rowCount();
        shown.attributes = known.attributes;
        for (const scenarios::PictureLens& lens : known.lenses) {
            shown.lenses.push_back({idOf(lens), lens.isBuiltIn() ? tr("Built-in features") : lens.modelName});
        }
        shown.lens = known.chosen;
        shown.fewest = scenarios::kFewestGroups;
        shown.most = scenarios::kMostGroups;
        auto* dialog = new dialogs::GroupDialog(shown, context().settings().file(), page()->window());
        connect(dialog, &QDialog::accepted, this,
                [this, dialog, lenses = known.lenses] { begin(dialog->choice(), lenses); });
        show(dialog);
    });
}

void GroupFlows::begin(const dialogs::GroupChoice& choice, const std::vector<scenarios::PictureLens>& lenses)
{
    scenarios::GroupRequest request;
    request.dataset = m_dataset;
    if (choice.onlyShown) {
        request.samples.selection = m_list.model.ids();
    }
    request.groups = choice.groups;
    request.weights = {choice.sharpness, choice.brightness, choice.colour};
    request.attribute = choice.attribute;
    request.location = choice.location;
    request.copiesFiles = choice.copiesFiles;
    const auto lens = std::find_if(lenses.begin(), lenses.end(), [&](const auto& each) { return idOf(each) == choice.lens; });
    const scenarios::EngineLens engine{lens == lenses.end() ? scenarios::builtInLens() : *lens, ownEngine()};
    jobs::JobRequest job;
    const auto dataset = find(m_dataset);
    job.title = [name = dataset ? dataset->name : QString()] { return tr("Group the pictures of %1").arg(name); };
    job.kind = domain::TaskKind::GroupSamples;
    job.dataset = m_dataset;
    job.target = dataset ? dataset->name : QString();
    job.link = Route{.page = PageKind::Samples, .dataset = m_dataset}.toText();
    job.work = [request, engine, store = &store()](const core::Control& control) {
        const auto outcome = scenarios::groupSamples(*store, request, engine, control);
        return jobResult<scenarios::GroupOutcome>(outcome, [](const scenarios::GroupOutcome& done) {
            return tr("%Ln pictures, groups: %1", nullptr, int(done.samples)).arg(done.groups.size());
        });
    };
    start(std::move(job));
}

} // namespace lw::studio
