// SPDX-License-Identifier: GPL-3.0-or-later
//! Vectors are made once and again when files change; groups, likeness, pairs, the map and the label check come of
//! them.
#include "engine/learn/base/Files.h"
#include "engine/learn/embed/VectorStore.h"
#include "engine/learn/worker/NeighbourIndex.h"
#include "engine/learn/worker/SimilarPairs.h"
#include "tests/engine/learn/support/Check.h"
#include "tests/engine/learn/support/Conversation.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>

using namespace lw::learn;
using namespace lw::learn::tests;

namespace {

/// Pictures of two kinds in turn, red rectangles on dark and blue discs on light, with ids from 100 on.
struct Pictures {
    explicit Pictures(int count)
    {
        for (int i = 0; i < count; ++i) {
            const cv::Rect place(10 + i % 10 * 3, 8 + i % 10 * 2, 40 + i / 10 * 4, 36);
            cv::Mat picture(96, 128, CV_8UC3, i % 2 == 0 ? cv::Scalar(70, 70, 70) : cv::Scalar(170, 150, 140));
            if (i % 2 == 0) {
                cv::rectangle(picture, place, cv::Scalar(20, 20, 240), cv::FILLED);
            } else {
                cv::circle(picture, (place.tl() + place.br()) / 2, place.height / 2, cv::Scalar(240, 20, 20),
                           cv::FILLED);
            }
            const std::string path = folder + "/" + std::to_string(i) + ".png";
            cv::imwrite(path, picture);
            list.push_back({{"id", 100 + i}, {"path", path}});
            ids.push_back(100 + i);
        }
    }

    Json request(const std::string& operation, const Json& more = Json::object()) const
    {
        Json request = {{"op", operation}, {"net", "hand"}, {"side", 64}, {"store", folder + "/vectors"}, {"ids", ids}};
        request.update(more);
        return request;
    }
    Json embedding() const { return request("embed", {{"pictures", list}}); }

    std::string folder = freshFolder();
    Json list = Json::array();
    Json ids = Json::array();
};

/// Rows of length 1 in `kinds` bundles; row i is of the bundle i % kinds.
at::Tensor bundles(std::int64_t kinds, std::int64_t count, double spread)
{
    torch::manual_seed(11);
    const at::Tensor centres = torch::randn({kinds, 32});
    const at::Tensor rows = centres.index_select(0, torch::arange(count).remainder(kinds));
    return normalised(rows + spread * torch::randn({count, 32}));
}

} // namespace

LW_TEST(changedPicturesAreLookedAtAgain)
{
    Pictures pictures(6);
    const std::vector<Json> first = ask({pictures.embedding(), pictures.embedding()});
    LW_EQUAL(first[0]["result"]["new"].get<int>(), 6);
    LW_EQUAL(first[1]["result"]["new"].get<int>(), 0);
    // Another program, another session: what was kept counts, but for the file that is another one now.
    std::filesystem::copy_file(pictures.folder + "/3.png", pictures.folder + "/2.png",
                               std::filesystem::copy_options::overwrite_existing);
    std::filesystem::last_write_time(pictures.folder + "/2.png",
                                     std::filesystem::last_write_time(pictures.folder + "/3.png") +
                                         std::chrono::seconds(5));
    const std::vector<Json> second =
        ask({pictures.embedding(), pictures.request("similar", {{"sources", {102}}, {"count", 2}})});
    LW_EQUAL(second[0]["result"]["new"].get<int>(), 1);
    LW_CHECK(second[1]["result"]["ids"] == Json({102, 103}));
    LW_CHECK(second[1]["result"]["similarities"][1].get<double>() > 0.999);
}

LW_TEST(picturesThatBreakLeaveTheStore)
{
    Pictures pictures(4);
    LW_EQUAL(ask({pictures.embedding()})[0]["result"]["count"].get<int>(), 4);
    LW_GOOD(replaceFile(pictures.folder + "/1.png", "broken"));
    std::filesystem::remove(pictures.folder + "/3.png");
    const std::vector<Json> answers = ask({pictures.embedding(), pictures.request("group", {{"groups", 2}})});
    LW_EQUAL(answers[0]["result"]["count"].get<int>(), 2);
    LW_EQUAL(answers[0]["result"]["broken"].size(), std::size_t(2));
    LW_EQUAL(answers[0]["result"]["broken"][0]["id"].get<int>(), 101);
    LW_CHECK(answers[1]["result"]["ids"] == Json({100, 102}));
}

LW_TEST(damagedStoresAreMadeAnew)
{
    Pictures pictures(3);
    for (const std::string& damage : {std::string("nonsense"), std::string(), std::string(400, '\xff')}) {
        LW_GOOD(replaceFile(pictures.folder + "/vectors", damage));
        LW_EQUAL(ask({pictures.embedding()})[0]["result"]["new"].get<int>(), 3);
    }
    // Vectors of another lens are not taken for this one's.
    Json other = pictures.embedding();
    other["side"] = 96;
    LW_EQUAL(ask({other})[0]["result"]["new"].get<int>(), 3);
}

LW_TEST(groupsAreTheKindsGreatestFirst)
{
    Pictures pictures(13); // seven red, six blue
    const Json wanted = pictures.request("group", {{"groups", 2}});
    const std::vector<Json> answers = ask({pictures.embedding(), wanted, wanted});
    const Json groups = answers[1]["result"]["groups"];
    for (std::size_t i = 0; i < 13; ++i) {
        LW_EQUAL(groups[i].get<int>(), int(i % 2));
    }
    LW_EQUAL(answers[1]["result"]["distances"].size(), std::size_t(13));
    LW_CHECK(answers[1]["result"] == answers[2]["result"]);
}

LW_TEST(brightnessGroupsWhenItWeighs)
{
    // The same drawing, dark or light; the place of the rectangle differs more than the brightness.
    Pictures pictures(0);
    for (int i = 0; i < 12; ++i) {
        const int grey = i % 2 == 0 ? 60 : 190;
        cv::Mat picture(96, 96, CV_8UC3, cv::Scalar(grey, grey, grey));
        const int place = (i / 2) % 3 * 30;
        cv::rectangle(picture, cv::Rect(place, place, 34, 34), cv::Scalar(grey + 40, grey + 40, grey + 40), cv::FILLED);
        const std::string path = pictures.folder + "/grey" + std::to_string(i) + ".png";
        cv::imwrite(path, picture);
        pictures.list.push_back({{"id", i}, {"path", path}});
        pictures.ids.push_back(i);
    }
    const std::vector<Json> answers =
        ask({pictures.embedding(), pictures.request("group", {{"groups", 2}, {"measures", {{"brightness", 1.0}}}})});
    const Json groups = answers[1]["result"]["groups"];
    for (std::size_t i = 0; i < 12; ++i) {
        LW_EQUAL(groups[i].get<int>(), groups[i % 2].get<int>());
    }
    LW_CHECK(groups[0] != groups[1]);
}

LW_TEST(oneOrNoPictureIsGrouped)
{
    Pictures one(1);
    const std::vector<Json> answers =
        ask({one.request("group", {{"groups", 5}}), one.embedding(), one.request("group", {{"groups", 5}}),
             one.request("map"), one.request("pairs"), one.request("similar", {{"sources", {100}}}),
             one.request("similar", {{"sources", {7}}}), one.request("group", {{"groups", 0}})});
    LW_EQUAL(errorCode(answers[0]), "NotFound");
    LW_CHECK(answers[2]["result"]["groups"] == Json({0}));
    LW_CHECK(answers[3]["result"]["x"] == Json({0.5}));
    LW_CHECK(answers[4]["result"]["pairs"] == Json::array());
    LW_CHECK(answers[5]["result"]["similarities"] == Json({1.0}));
    LW_EQUAL(errorCode(answers[6]), "NotFound");
    LW_EQUAL(errorCode(answers[7]), "InvalidArgument");
}

LW_TEST(requestsOfTheWrongKindAreRefused)
{
    const Pictures pictures(2);
    Json noStore = pictures.embedding();
    noStore.erase("store");
    const std::vector<Json> answers =
        ask({pictures.request("embed", {{"pictures", 3}}), pictures.request("embed", {{"pictures", {{{"id", "x"}}}}}),
             noStore, pictures.request("group", {{"ids", {"x"}}, {"groups", 2}}),
             pictures.request("pairs", {{"least", 7}}), pictures.request("check", {{"labels", {0, 5}}, {"classes", 2}}),
             pictures.request("map", {{"net", "shufflenet_v2_x0_5"}, {"weights", "/none"}}),
             pictures.request("map", {{"side", 5}})});
    const std::vector<std::string> codes = {"InvalidArgument", "InvalidArgument", "InvalidArgument", "InvalidArgument",
                                            "InvalidArgument", "InvalidArgument", "NotFound",        "InvalidArgument"};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        LW_EQUAL(errorCode(answers[i]), codes[i]);
    }
}

LW_TEST(mapsAreKeptUntilSomethingChanges)
{
    Pictures pictures(20);
    const Json wanted = pictures.request("map");
    const std::vector<Json> first = ask({pictures.embedding(), wanted});
    const Json map = first[1]["result"];
    LW_EQUAL(map["x"].size(), std::size_t(20));
    const std::string path = pictures.folder + "/vectors.map";
    LW_CHECK(std::filesystem::exists(path));
    const auto time = std::filesystem::last_write_time(path);
    LW_CHECK(ask({wanted})[0]["result"] == map);
    LW_CHECK(std::filesystem::last_write_time(path) == time);
    Json fewer = wanted;
    fewer["ids"].erase(0);
    LW_EQUAL(ask({fewer})[0]["result"]["x"].size(), std::size_t(19));
    LW_GOOD(replaceFile(path, "nonsense"));
    LW_CHECK(ask({wanted})[0]["result"] == map);
}

LW_TEST(wrongLabelsAreFoundWithTheRightOne)
{
    Pictures pictures(40);
    Json labels = Json::array();
    for (int i = 0; i < 40; ++i) {
        labels.push_back(i == 7 || i == 20 ? 1 - i % 2 : i % 2);
    }
    const std::vector<Json> answers =
        ask({pictures.embedding(), pictures.request("check", {{"labels", labels}, {"classes", 2}})});
    const Json result = answers[1]["result"];
    std::vector<std::pair<double, int>> order;
    for (int i = 0; i < 40; ++i) {
        order.emplace_back(-result["scores"][std::size_t(i)].get<double>(), i);
    }
    std::sort(order.begin(), order.end());
    LW_CHECK((std::set<int>{order[0].second, order[1].second} == std::set<int>{7, 20}));
    LW_EQUAL(result["suggestions"][7].get<int>(), 1);
    LW_EQUAL(result["suggestions"][20].get<int>(), 0);
}

LW_TEST(stoppedFillKeepsWhatItDid)
{
    const Pictures pictures(40);
    const Result<std::shared_ptr<Lens>> lens = openLens(pictures.request("embed"));
    LW_GOOD(lens);
    const Result<std::vector<PictureFile>> files = pictureFilesOf(pictures.list);
    LW_GOOD(files);
    VectorStore store((*lens)->origin(), (*lens)->size());
    const VectorFill stopped = fillVectors(store, **lens, *files, [](std::size_t, std::size_t) { return false; });
    LW_CHECK(stopped.isStopped);
    LW_CHECK(store.count() > 0 && store.count() < 40);
    LW_EQUAL(stopped.added, store.count());
    LW_EQUAL(fillVectors(store, **lens, *files, {}).added, 40 - stopped.added);
    LW_CHECK(store.facts(100).measures[1] > 0.2F && store.facts(100).measures[1] < 0.7F);
}

LW_TEST(indexFindsNearlyAllNeighbours)
{
    const at::Tensor rows = bundles(40, 3000, 0.7);
    const std::unique_ptr<NeighbourIndex> index = NeighbourIndex::build(rows, {});
    const Neighbours found = index->all(10, {});
    const Neighbours exact = nearest(rows, 10);
    LW_CHECK(found.indices.sizes() == exact.indices.sizes());
    // Cosines, because equal ones may come in another order.
    const double share =
        found.cosines.ge(exact.cosines.select(1, 9).unsqueeze(1) - 1e-5).to(at::kFloat).mean().item<double>();
    LW_CHECK(share > 0.9);
    LW_CHECK(!found.indices.eq(torch::arange(3000).unsqueeze(1)).any().item<bool>());
    LW_CHECK(NeighbourIndex::build(rows, {})->all(10, {}).indices.equal(found.indices));
    LW_CHECK(!NeighbourIndex::build(rows, [](std::int64_t, std::int64_t) { return false; }));
    LW_CHECK(!index->all(10, [](std::int64_t, std::int64_t) { return false; }).indices.defined());
}

LW_TEST(pairsOfManyRowsAreThoseOfFew)
{
    // 21,000 rows go through the index; every hundredth is nearly the one before it.
    torch::manual_seed(2);
    at::Tensor rows = torch::randn({21000, 24});
    for (std::int64_t i = 100; i < 21000; i += 100) {
        rows[i].copy_(rows[i - 1] + 0.05 * torch::randn({24}));
    }
    rows = normalised(rows);
    ReadyVectors many;
    many.rows = rows;
    many.components = rows;
    PairSettings settings;
    settings.least = 0.95;
    const auto found = similarPairs(many, settings, {});
    LW_CHECK(found.has_value());
    std::set<std::int64_t> seconds;
    for (const SimilarRows& pair : *found) {
        seconds.insert(pair.b == pair.a + 1 ? pair.b : -1);
    }
    LW_CHECK(seconds.size() >= 200);
    ReadyVectors few;
    few.rows = rows.narrow(0, 0, 5000);
    few.components = few.rows;
    LW_EQUAL(similarPairs(few, settings, {})->size(), std::size_t(49));
    LW_CHECK(!similarPairs(few, settings, [](std::int64_t, std::int64_t) { return false; }));
    few.rows = torch::ones({1500, 4}) / 2; // all the same
    settings.mostPerRow = 3;
    LW_CHECK(similarPairs(few, settings, {})->size() <= 1500 * 3);
}
