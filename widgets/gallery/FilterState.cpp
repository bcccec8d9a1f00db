// SPDX-License-Identifier: GPL-3.0-or-later
//! JSON form of a filter; only what is set is written.
#include "widgets/gallery/FilterState.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lw::gallery {

namespace {

/// Calls `visit(key, member)` for each optional number or truth value of a filter.
void forEachOptional(auto& filter, auto visit)
{
    visit(QLatin1String("hard"), filter.isHard);
    visit(QLatin1String("missing"), filter.isMissing);
    visit(QLatin1String("from"), filter.createdFrom);
    visit(QLatin1String("to"), filter.createdTo);
    visit(QLatin1String("minConfidence"), filter.minConfidence);
    visit(QLatin1String("maxConfidence"), filter.maxConfidence);
    visit(QLatin1String("minWidth"), filter.minWidth);
    visit(QLatin1String("maxWidth"), filter.maxWidth);
    visit(QLatin1String("minHeight"), filter.minHeight);
    visit(QLatin1String("maxHeight"), filter.maxHeight);
    visit(QLatin1String("minBytes"), filter.minBytes);
    visit(QLatin1String("maxBytes"), filter.maxBytes);
}

} // namespace

QByteArray filterStateToBytes(const FilterState& state)
{
    QJsonObject json;
    forEachOptional(state.filter, [&](QLatin1String key, const auto& value) {
        if (value) {
            json.insert(key, QJsonValue::fromVariant(QVariant(*value)));
        }
    });
    QJsonArray labels;
    for (domain::LabelId id : state.filter.labels) {
        labels.append(id.value);
    }
    json.insert(QLatin1String("labels"), labels);
    json.insert(QLatin1String("reasons"), domain::hardReasonsText(state.filter.hardReasons));
    QJsonArray attributes;
    for (const domain::AttributeCriterion& each : state.filter.attributes) {
        attributes.append(QJsonObject{{QLatin1String("name"), each.name},
                                      {QLatin1String("values"), QJsonArray::fromStringList(each.values)}});
    }
    json.insert(QLatin1String("attributes"), attributes);
    json.insert(QLatin1String("all"), state.filter.needsAllLabels);
    json.insert(QLatin1String("text"), state.filter.text);
    json.insert(QLatin1String("folder"), state.filter.folder);
    json.insert(QLatin1String("author"), state.filter.author);
    json.insert(QLatin1String("sort"), static_cast<int>(state.sort));
    json.insert(QLatin1String("descending"), state.isDescending);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<FilterState> filterStateFromBytes(const QByteArray& bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) {
        return std::nullopt;
    }
    const QJsonObject json = document.object();
    FilterState state;
    forEachOptional(state.filter, [&](QLatin1String key, auto& value) {
        using Value = typename std::remove_reference_t<decltype(value)>::value_type;
        if (json.contains(key)) {
            value = json.value(key).toVariant().value<Value>();
        }
    });
    for (const QJsonValue& id : json.value(QLatin1String("labels")).toArray()) {
        state.filter.labels.append(domain::LabelId(id.toInteger()));
    }
    state.filter.hardReasons =
        domain::hardReasonsFromText(json.value(QLatin1String("reasons")).toString()).value_or(domain::HardReasons());
    for (const QJsonValue& each : json.value(QLatin1String("attributes")).toArray()) {
        state.filter.attributes.append({each[QLatin1String("name")].toString(),
                                        each[QLatin1String("values")].toVariant().toStringList()});
    }
    state.filter.needsAllLabels = json.value(QLatin1String("all")).toBool();
    state.filter.text = json.value(QLatin1String("text")).toString();
    state.filter.folder = json.value(QLatin1String("folder")).toString();
    state.filter.author = json.value(QLatin1String("author")).toString();
    const int sort = json.value(QLatin1String("sort")).toInt();
    if (sort >= 0 && sort <= static_cast<int>(domain::SampleSort::Hardness)) {
        state.sort = static_cast<domain::SampleSort>(sort);
    }
    state.isDescending = json.value(QLatin1String("descending")).toBool();
    return state;
}

} // namespace lw::gallery
