// SPDX-License-Identifier: GPL-3.0-or-later
//! Asks the store for the members of each group.
#include "app/studio/smart/MapColours.h"

#include "models/items/Texts.h"
#include "models/store/AttributeRepository.h"
#include "models/store/SampleRepository.h"

#include <QCoreApplication>

namespace lw::studio {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::studio::MapColours)
};

/// Group 0 takes whatever is in no other.
MapColouring withRest(const QString& name, const QColor& rest)
{
    MapColouring colouring;
    colouring.groups.push_back({name, rest});
    return colouring;
}

core::Result<> addMembers(store::Store& store, domain::DatasetId dataset, const domain::SampleFilter& filter,
                          const MapColouring::Group& group, MapColouring& colouring)
{
    const auto ids = store::SampleRepository(store).ids(dataset, filter);
    if (!ids) {
        return core::failure(ids.error());
    }
    const int index = int(colouring.groups.size());
    colouring.groups.push_back(group);
    for (const domain::SampleId id : *ids) {
        colouring.groupOf.insert(id, index);
    }
    return {};
}

core::Result<MapColouring> byState(store::Store& store, domain::DatasetId dataset, const std::vector<QColor>& palette,
                                   const QColor& rest)
{
    MapColouring colouring = withRest(items::stateText(domain::SampleState::Unlabelled), rest);
    size_t next = 0;
    for (const domain::SampleState state : {domain::SampleState::Labelled, domain::SampleState::ToConfirm}) {
        domain::SampleFilter filter;
        filter.state = state;
        const QColor colour = palette[next++ % palette.size()];
        if (const auto added = addMembers(store, dataset, filter, {items::stateText(state), colour}, colouring); !added) {
            return core::failure(added.error());
        }
    }
    return colouring;
}

core::Result<MapColouring> byLabel(store::Store& store, domain::DatasetId dataset,
                                   const std::vector<domain::Label>& labels, const QColor& rest)
{
    const auto sets = store::SampleRepository(store).labelSets(dataset);
    if (!sets) {
        return core::failure(sets.error());
    }
    MapColouring colouring = withRest(Words::tr("No label"), rest);
    QHash<domain::LabelId, int> index;
    for (const domain::Label& label : labels) {
        index.insert(label.id, int(colouring.groups.size()));
        colouring.groups.push_back({label.name, QColor::fromRgb(label.colour)});
    }
    const int several = int(colouring.groups.size());
    colouring.groups.push_back({Words::tr("Several labels"), rest.lighter(140)});
    for (auto each = sets->cbegin(); each != sets->cend(); ++each) {
        colouring.groupOf.insert(each.key(), each->size() == 1 ? index.value(each->front(), 0) : several);
    }
    return colouring;
}

core::Result<MapColouring> byAttribute(store::Store& store, domain::DatasetId dataset, const QString& name,
                                       const std::vector<QColor>& palette, const QColor& rest)
{
    const auto attributes = store::AttributeRepository(store).list(dataset);
    if (!attributes) {
        return core::failure(attributes.error());
    }
    MapColouring colouring = withRest(Words::tr("None"), rest);
    for (const domain::AttributeUse& use : *attributes) {
        for (size_t i = 0; use.name == name && i < use.values.size(); ++i) {
            domain::SampleFilter filter;
            filter.attributes = {{name, {use.values[i].value}}};
            // More groups than colours: each round is a little darker.
            const QColor colour = palette[i % palette.size()].darker(100 + 25 * int(i / palette.size() % 4));
            if (const auto added = addMembers(store, dataset, filter, {use.values[i].value, colour}, colouring); !added) {
                return core::failure(added.error());
            }
        }
    }
    return colouring;
}

} // namespace

QStringList mapAttributes(store::Store& store, domain::DatasetId dataset)
{
    QStringList names;
    const auto attributes = store::AttributeRepository(store).list(dataset);
    for (const domain::AttributeUse& use : attributes.value_or(std::vector<domain::AttributeUse>())) {
        names.append(use.name);
    }
    return names;
}

core::Result<MapColouring> mapColouring(store::Store& store, domain::DatasetId dataset, const MapCriterion& criterion,
                                        const std::vector<domain::Label>& labels, const std::vector<QColor>& palette,
                                        const QColor& rest)
{
    const QString attribute = QStringLiteral("attribute:");
    if (criterion.startsWith(attribute)) {
        return byAttribute(store, dataset, criterion.mid(attribute.size()), palette, rest);
    }
    return criterion == QLatin1String("label") ? byLabel(store, dataset, labels, rest)
                                               : byState(store, dataset, palette, rest);
}

} // namespace lw::studio
