// SPDX-License-Identifier: GPL-3.0-or-later
//! One function for each operation; arrays in the answers have one entry for each of "ids".
#include "engine/learn/worker/VectorOperations.h"

#include "engine/learn/embed/Clusters.h"
#include "engine/learn/embed/Difficulty.h"
#include "engine/learn/embed/Layout.h"
#include "engine/learn/weights/Safetensors.h"
#include "engine/learn/worker/SimilarPairs.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lw::learn {

namespace {

using Ready = Result<std::shared_ptr<ReadyVectors>>;

const Error kCancelled = failure(ErrorCode::Cancelled, "The request was cancelled.");
constexpr std::int64_t kMapNeighbours = 15;
constexpr std::int64_t kProgressParts = 1000;

/// Five places: more is noise, and makes the answer long.
Json numbersOf(const at::Tensor& tensor)
{
    const at::Tensor plain = tensor.to(at::kDouble).contiguous();
    Json list = Json::array();
    list.get_ref<Json::array_t&>().reserve(std::size_t(plain.numel()));
    for (std::int64_t i = 0; i < plain.numel(); ++i) {
        list.push_back(std::round(plain.data_ptr<double>()[i] * 1e5) / 1e5);
    }
    return list;
}

Json wholesOf(const at::Tensor& tensor)
{
    const at::Tensor plain = tensor.to(at::kLong).contiguous();
    return Json(
        std::vector<std::int64_t>(plain.data_ptr<std::int64_t>(), plain.data_ptr<std::int64_t>() + plain.numel()));
}

/// Reports `share` of the way, and tells whether to go on.
bool step(RequestContext& context, double share)
{
    context.progress({{"done", std::int64_t(share * kProgressParts)}, {"of", kProgressParts}});
    return !context.isCancelled();
}

struct MeasureWeights {
    double sharpness = 0;
    double brightness = 0;
    double colour = 0;
};

/// Contents of length 1, and beside them the wanted measures, which vary by their weights.
at::Tensor withMeasures(const at::Tensor& directions, const std::vector<std::int64_t>& ids, const VectorStore& store,
                        const MeasureWeights& weights)
{
    if (weights.sharpness <= 0 && weights.brightness <= 0 && weights.colour <= 0) {
        return directions;
    }
    const at::Tensor measures = at::zeros({std::int64_t(ids.size()), 3});
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const PictureFacts facts = store.facts(ids[i]);
        float* row = measures.data_ptr<float>() + 3 * i;
        row[0] = std::log1p(facts.measures[0]); // twice as sharp is one step, wherever it begins
        row[1] = facts.measures[1];
        row[2] = std::log1p(facts.measures[2]);
    }
    const at::Tensor scale = at::tensor({weights.sharpness, weights.brightness, weights.colour}, at::kFloat);
    return normalised(at::cat({directions, standardised(measures).clamp(-3, 3) * scale}, 1));
}

/// Numbers the groups by their size, the greatest first.
at::Tensor bySize(const at::Tensor& labels, std::int64_t groups)
{
    const at::Tensor counts = at::bincount(labels, {}, groups);
    std::vector<std::int64_t> order((std::size_t(groups)));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::int64_t a, std::int64_t b) {
        return counts[a].item<std::int64_t>() > counts[b].item<std::int64_t>();
    });
    const at::Tensor places = at::zeros({groups}, at::kLong);
    for (std::size_t place = 0; place < order.size(); ++place) {
        places[order[place]] = std::int64_t(place);
    }
    return places.index_select(0, labels);
}

Result<Json> group(VectorRoom& room, const Json& request, RequestContext& context)
{
    Fields fields(request);
    const std::int64_t groups = fields.whole("groups", 0);
    ClusterSettings settings;
    settings.isSpherical = true;
    settings.starts = int(fields.whole("starts", 3));
    Fields weights(fields.object("measures"));
    const MeasureWeights wanted{weights.number("sharpness", 0), weights.number("brightness", 0),
                                weights.number("colour", 0)};
    if (fields.failed() || weights.failed()) {
        return fields.failed() ? fields.error() : weights.error();
    }
    if (groups < 1 || groups > 10000 || settings.starts < 1 || settings.starts > 100) {
        return failure(ErrorCode::InvalidArgument, "The number of groups or of starts is out of range.");
    }
    const Ready ready = room.vectors(request);
    const Result<std::shared_ptr<VectorStore>> store = room.store(request);
    if (!ready || !store) {
        return !ready ? ready.error() : store.error();
    }
    const at::Tensor rows = withMeasures((*ready)->directions(), (*ready)->ids, **store, wanted);
    settings.watch = [&](int done, int of) { return step(context, double(done) / of); };
    const Clustering clustering = kMeans(rows, groups, settings);
    if (!clustering.labels.defined()) {
        return kCancelled;
    }
    return Json{{"ids", (*ready)->ids},
                {"groups", wholesOf(bySize(clustering.labels, clustering.centres.size(0)))},
                {"distances", numbersOf(clustering.distances.clamp_min(0).sqrt())}};
}

Result<Json> similar(VectorRoom& room, const Json& request, RequestContext&)
{
    Fields fields(request);
    const Result<std::vector<std::int64_t>> sources = wholeNumbers(fields.list("sources"));
    const std::int64_t count = fields.whole("count", 0);
    if (fields.failed() || !sources) {
        return fields.failed() ? fields.error() : sources.error();
    }
    const Ready ready = room.vectors(request);
    if (!ready) {
        return ready.error();
    }
    const std::vector<std::int64_t>& ids = (*ready)->ids;
    std::vector<std::int64_t> queries;
    for (const std::int64_t source : *sources) {
        const auto found = std::find(ids.begin(), ids.end(), source);
        if (found != ids.end()) {
            queries.push_back(found - ids.begin());
        }
    }
    if (queries.empty()) {
        return failure(ErrorCode::NotFound, "None of the pictures to compare with has a vector.");
    }
    // Every row is compared: a hundred thousand take a few hundredths of a second, and no index has to be made.
    const at::Tensor& rows = (*ready)->rows;
    const at::Tensor wanted = rows.index_select(0, at::tensor(queries, at::kLong));
    const at::Tensor likeness = std::get<0>(rows.mm(wanted.t()).max(1)).clamp_max(1);
    likeness.index_fill_(0, at::tensor(queries, at::kLong), 1); // not 0.9999
    const std::int64_t most = count > 0 ? std::min(count, likeness.numel()) : likeness.numel();
    const at::Tensor order = std::get<1>(likeness.sort(true, 0, true)).narrow(0, 0, most);
    std::vector<std::int64_t> ordered;
    for (std::int64_t i = 0; i < most; ++i) {
        ordered.push_back(ids[std::size_t(order.data_ptr<std::int64_t>()[i])]);
    }
    return Json{{"ids", std::move(ordered)}, {"similarities", numbersOf(likeness.index_select(0, order))}};
}

Result<Json> pairs(VectorRoom& room, const Json& request, RequestContext& context)
{
    Fields fields(request);
    PairSettings settings;
    settings.least = fields.number("least", settings.least);
    settings.mostPerRow = fields.whole("most", settings.mostPerRow);
    if (fields.failed()) {
        return fields.error();
    }
    if (!(settings.least > 0 && settings.least <= 1) || settings.mostPerRow < 1 || settings.mostPerRow > 1000) {
        return failure(ErrorCode::InvalidArgument, "The least cosine or the number of pairs is out of range.");
    }
    const Ready ready = room.vectors(request);
    if (!ready) {
        return ready.error();
    }
    const auto found = similarPairs(**ready, settings, [&](std::int64_t done, std::int64_t of) {
        return step(context, double(done) / double(std::max<std::int64_t>(of, 1)));
    });
    if (!found) {
        return kCancelled;
    }
    Json list = Json::array();
    for (const SimilarRows& pair : *found) {
        list.push_back({(*ready)->ids[std::size_t(pair.a)], (*ready)->ids[std::size_t(pair.b)],
                        std::round(double(pair.cosine) * 1e5) / 1e5});
    }
    return Json{{"count", (*ready)->ids.size()}, {"pairs", std::move(list)}};
}

/// The layout that was kept beside the store, if it is of the same vectors.
at::Tensor keptMap(const std::string& path, const std::string& state, std::int64_t rows)
{
    const Result<WeightFile> file = readWeights(path);
    const at::Tensor* points = file ? file->find("points") : nullptr;
    const auto found = file ? file->metadata.find("state") : std::map<std::string, std::string>::const_iterator();
    const bool fits = points && found != file->metadata.end() && found->second == state &&
                      points->scalar_type() == at::kFloat && points->sizes() == at::IntArrayRef({rows, 2});
    return fits ? points->clone() : at::Tensor();
}

Result<at::Tensor> mapOf(ReadyVectors& ready, RequestContext& context)
{
    // Half of the time is for the neighbours where there are many, hardly any where there are few.
    const double share = std::int64_t(ready.ids.size()) > kExactRows ? 0.5 : 0.1;
    const Neighbours neighbours =
        neighboursOf(ready.directions(), kMapNeighbours, ready.index, [&](std::int64_t done, std::int64_t of) {
            return step(context, share * double(done) / double(std::max<std::int64_t>(of, 1)));
        });
    if (!neighbours.indices.defined()) {
        return kCancelled;
    }
    const std::int64_t known = std::min<std::int64_t>(ready.components.size(1), 2);
    const at::Tensor start = at::zeros({ready.components.size(0), 2});
    start.narrow(1, 0, known).copy_(ready.components.narrow(1, 0, known));
    const at::Tensor points = layOut(neighbours, start, {}, [&](int done, int of) {
        return step(context, share + (1 - share) * double(done) / of);
    });
    return points.defined() ? Result<at::Tensor>(points) : kCancelled;
}

Result<Json> map(VectorRoom& room, const Json& request, RequestContext& context)
{
    const Ready ready = room.vectors(request);
    if (!ready) {
        return ready.error();
    }
    Fields fields(request);
    const std::string path = fields.text("store") + ".map";
    at::Tensor points = keptMap(path, (*ready)->state, std::int64_t((*ready)->ids.size()));
    if (!points.defined()) {
        const Result<at::Tensor> made = mapOf(**ready, context);
        if (!made) {
            return made.error();
        }
        points = *made;
        // Without room on the disk it is made again the next time.
        (void)writeSafetensors(path, {{"points", points.contiguous()}},
                               {{"kind", "labelwright-map"}, {"state", (*ready)->state}});
    }
    return Json{{"ids", (*ready)->ids}, {"x", numbersOf(points.select(1, 0))}, {"y", numbersOf(points.select(1, 1))}};
}

Result<Json> check(VectorRoom& room, const Json& request, RequestContext&)
{
    Fields fields(request);
    const std::int64_t classes = fields.whole("classes", 0);
    const Result<std::vector<std::int64_t>> ids = wholeNumbers(fields.list("ids"));
    const Result<std::vector<std::int64_t>> labels = wholeNumbers(fields.list("labels"));
    if (fields.failed() || !ids || !labels) {
        return fields.failed() ? fields.error() : !ids ? ids.error() : labels.error();
    }
    if (ids->size() != labels->size() || classes < 2 || classes > 10000 ||
        std::any_of(labels->begin(), labels->end(),
                    [&](std::int64_t label) { return label < 0 || label >= classes; })) {
        return failure(ErrorCode::InvalidArgument, "The labels do not fit the ids or the classes.");
    }
    const Result<std::shared_ptr<VectorStore>> store = room.store(request);
    if (!store) {
        return store.error();
    }
    std::vector<std::int64_t> known;
    std::vector<std::int64_t> given;
    for (std::size_t i = 0; i < ids->size(); ++i) {
        if ((*store)->contains((*ids)[i])) {
            known.push_back((*ids)[i]);
            given.push_back((*labels)[i]);
        }
    }
    if (known.empty()) {
        return failure(ErrorCode::NotFound, "None of the pictures has a vector.");
    }
    const LabelDoubts doubts = doubtLabels(standardised((*store)->get(known)), at::tensor(given, at::kLong), classes);
    return Json{{"ids", std::move(known)},
                {"scores", numbersOf(doubts.scores)},
                {"suggestions", wholesOf(doubts.suggestions)},
                {"confidence", numbersOf(doubts.confidence)}};
}

} // namespace

void addVectorOperations(Session& session, const std::shared_ptr<VectorRoom>& room)
{
    using Function = Result<Json> (*)(VectorRoom&, const Json&, RequestContext&);
    const std::pair<const char*, Function> operations[] = {
        {"group", group}, {"similar", similar}, {"pairs", pairs}, {"map", map}, {"check", check}};
    for (const auto& [name, function] : operations) {
        session.add(name, [room, run = function](const Json& request, RequestContext& context) {
            return run(*room, request, context);
        });
    }
    session.add("embed", [room](const Json& request, RequestContext& context) { return room->fill(request, context); });
}

} // namespace lw::learn
