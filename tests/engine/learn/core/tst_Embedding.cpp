// SPDX-License-Identifier: GPL-3.0-or-later
//! Vectors are kept, heads are fitted to their minimum, unlabelled rows help, queries are spread out.
#include "engine/learn/base/Files.h"
#include "engine/learn/data/Random.h"
#include "engine/learn/embed/Clusters.h"
#include "engine/learn/embed/ConventionSearch.h"
#include "engine/learn/embed/Difficulty.h"
#include "engine/learn/embed/Embedding.h"
#include "engine/learn/embed/HandFeatures.h"
#include "engine/learn/embed/Lens.h"
#include "engine/learn/embed/Layout.h"
#include "engine/learn/embed/LogisticHead.h"
#include "engine/learn/embed/Neighbours.h"
#include "engine/learn/embed/SelfTraining.h"
#include "engine/learn/embed/VectorStore.h"
#include "engine/learn/evaluate/ScoreCurve.h"
#include "engine/learn/nets/NetList.h"
#include "tests/engine/learn/support/Check.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <set>

using namespace lw::learn;
using lw::learn::tests::freshFolder;

namespace {

/// `each` rows around each of `classes` points, in turn: row i is of the class i % classes.
at::Tensor clouds(std::int64_t classes, std::int64_t each, std::int64_t size, double spread)
{
    torch::manual_seed(3);
    const at::Tensor centres = torch::randn({classes, size});
    const at::Tensor labels = torch::arange(classes * each).remainder(classes);
    return centres.index_select(0, labels) + spread * torch::randn({classes * each, size});
}

at::Tensor labelsOf(std::int64_t classes, std::int64_t each)
{
    return torch::arange(classes * each).remainder(classes);
}

double accuracy(const at::Tensor& probabilities, const at::Tensor& labels)
{
    return probabilities.argmax(1).eq(labels).to(at::kFloat).mean().item<double>();
}

} // namespace

LW_TEST(vectorsSurviveTheDisk)
{
    const std::string path = freshFolder() + "/vectors";
    VectorStore store("net 1", 3);
    store.put({7, 9, 8}, torch::arange(9).view({3, 3}).to(at::kFloat));
    store.remove(9);
    store.put({11, 7}, torch::full({2, 3}, 5.0), {{1234567890123, {1.5F, 0.25F, 40.F}}, {-5, {}}});
    LW_EQUAL(store.count(), std::size_t(3));
    LW_GOOD(store.save(path));
    const Result<VectorStore> again = VectorStore::open(path, "net 1", 3);
    LW_GOOD(again);
    LW_EQUAL(again->count(), std::size_t(3));
    LW_CHECK(!again->contains(9));
    LW_CHECK(again->get({8, 7, 9}).equal(torch::tensor({6.F, 7.F, 8.F, 5.F, 5.F, 5.F, 0.F, 0.F, 0.F}).view({3, 3})));
    LW_EQUAL(again->facts(11).stamp, std::int64_t(1234567890123));
    LW_CHECK(again->facts(11).measures == (std::array<float, 3>{1.5F, 0.25F, 40.F}));
    LW_EQUAL(again->facts(7).stamp, std::int64_t(-5));
    LW_EQUAL(again->facts(9).stamp, std::int64_t(0));
    const Result<VectorStore> other = VectorStore::open(path, "net 2", 3);
    LW_GOOD(other);
    LW_EQUAL(other->count(), std::size_t(0));
    LW_GOOD(VectorStore::open(freshFolder() + "/none", "net 1", 3));
    LW_GOOD(replaceFile(path, "nonsense"));
    LW_CHECK(!VectorStore::open(path, "net 1", 3));
}

LW_TEST(conventionIsFoundThatTheNetworkWasTrainedWith)
{
    // Reddish pictures of two classes that anybody tells apart, and a network whose first normalisation has seen them.
    Random random(4);
    std::vector<Picture> pictures;
    std::vector<std::int64_t> labels;
    for (int i = 0; i < 40; ++i) {
        Picture picture(32, 32);
        for (std::size_t k = 0; k < picture.pixels.size(); ++k) {
            picture.pixels[k] = std::uint8_t((k % 3 == 0 ? 150 : 30) + (i % 2 == 0 ? 60 : 0) + random.below(40));
        }
        pictures.push_back(picture);
        labels.push_back(i % 2);
    }
    for (const InputConvention& truth : allConventions()) {
        const Result<std::shared_ptr<Backbone>> net = makeNet("cifar_resnet20", 2);
        LW_GOOD(net);
        (*net)->train();
        for (int i = 0; i < 60; ++i) {
            const torch::NoGradGuard noGrad;
            (*net)->stages(networkInput(bytesOf(pictures), truth, at::kCPU));
        }
        (*net)->eval();
        LW_CHECK(rankConventions(**net, pictures, labels, 2, 32, at::kCPU).front().convention == truth);
    }
}

LW_TEST(embeddingsHaveTheirLengthAndNoNonsense)
{
    const Result<std::shared_ptr<Backbone>> net = makeNet("shufflenet_v2_series_x0_5", 2);
    LW_GOOD(net);
    (*net)->eval();
    LW_EQUAL(embeddingSize(**net), 480);
    std::vector<Picture> pictures(3, Picture(64, 64));
    std::fill(pictures[1].pixels.begin(), pictures[1].pixels.end(), std::uint8_t(200));
    const at::Tensor vectors = embed(**net, pictures, {64, {true, false}, 2}, at::kCPU);
    LW_CHECK(vectors.sizes() == at::IntArrayRef({3, 480}));
    LW_CHECK(torch::isfinite(vectors).all().item<bool>());
    LW_CHECK(vectors[0].equal(vectors[2]) || torch::allclose(vectors[0], vectors[2]));
    LW_CHECK(!torch::allclose(vectors[0], vectors[1]));
}

namespace {

/// Noise around a colour, with stripes of so many pixels.
Picture striped(int red, int green, int blue, int period, std::uint64_t seed, bool isUpright = true)
{
    Random random(seed);
    Picture picture(64, 64);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) {
            const int light = ((isUpright ? x : y) / period) % 2 == 0 ? 40 : 0;
            const int noise = int(random.below(12));
            picture.at(x, y)[0] = std::uint8_t(red + light + noise);
            picture.at(x, y)[1] = std::uint8_t(green + light + noise);
            picture.at(x, y)[2] = std::uint8_t(blue + light + noise);
        }
    }
    return picture;
}

double distance(const Picture& one, const Picture& other)
{
    const std::vector<float> a = handFeatures(one);
    const std::vector<float> b = handFeatures(other);
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return std::sqrt(sum);
}

} // namespace

LW_TEST(handFeaturesTellColoursAndStripesApart)
{
    const Picture red = striped(150, 40, 40, 8, 1);
    LW_EQUAL(handFeatures(red).size(), std::size_t(kHandFeatureSize));
    const double noise = distance(red, striped(150, 40, 40, 8, 2));
    LW_CHECK(distance(red, striped(40, 40, 150, 8, 3)) > 3 * noise);        // another colour
    LW_CHECK(distance(red, striped(150, 40, 40, 8, 4, false)) > 3 * noise); // lying stripes
    for (const Picture& odd : {Picture(1, 1), Picture(2, 40), Picture(9, 8), Picture(33, 500)}) {
        const std::vector<float> features = handFeatures(odd);
        LW_EQUAL(features.size(), std::size_t(kHandFeatureSize));
        LW_CHECK(std::all_of(features.begin(), features.end(), [](float each) { return std::isfinite(each); }));
    }
}

LW_TEST(measuresFollowWhatPeopleSee)
{
    const PictureMeasures grey = measuresOf(striped(100, 100, 100, 4, 1));
    const PictureMeasures red = measuresOf(striped(200, 20, 20, 4, 1));
    LW_CHECK(grey.colourfulness < 1 && red.colourfulness > 40);
    LW_CHECK(measuresOf(halved(halved(striped(100, 100, 100, 2, 1)))).sharpness <
             0.5 * measuresOf(striped(100, 100, 100, 2, 1)).sharpness);
    LW_CHECK(measuresOf(Picture(20, 20)).brightness == 0 && measuresOf(Picture(20, 20)).sharpness == 0);
    LW_CHECK(std::abs(grey.brightness - 125.5 / 255) < 0.02);
}

LW_TEST(lensesNameWhatTheirVectorsDependOn)
{
    const Result<std::shared_ptr<Backbone>> net = makeNet("cifar_resnet20", 2);
    LW_GOOD(net);
    std::set<std::string> origins;
    for (const int side : {48, 64}) {
        const std::unique_ptr<Lens> deep = backboneLens("cifar_resnet20", "w", *net, {side, {}, 4}, at::kCPU);
        const std::unique_ptr<Lens> plain = handLens(side);
        origins.insert({deep->origin(), plain->origin()});
        for (Lens* lens : {deep.get(), plain.get()}) {
            const Pyramid red({striped(150, 40, 40, 8, 1), 64, 64});
            const Pyramid blue({striped(40, 40, 150, 8, 1), 64, 64});
            const at::Tensor all = embedViews(*lens, {&red, &blue, &red}, {kAllViews.begin(), kAllViews.end()});
            LW_CHECK(all.sizes() == at::IntArrayRef({3, 4, lens->size()}));
            LW_CHECK(torch::isfinite(all).all().item<bool>());
            LW_CHECK(torch::allclose(all[0], all[2]) && !torch::allclose(all[0], all[1]));
            LW_CHECK(!torch::allclose(all[0][0], all[0][2]));
        }
    }
    LW_EQUAL(origins.size(), std::size_t(4));
}

LW_TEST(logisticHeadReachesItsMinimum)
{
    const at::Tensor vectors = standardised(clouds(3, 40, 8, 2.0));
    const at::Tensor labels = labelsOf(3, 40);
    const double strength = 0.5;
    const LogisticHead head = fitLogistic(vectors, labels, 3, {strength, 300});
    // At the minimum of C * sum(cross entropy) + |w|^2 / 2 the gradient vanishes.
    const at::Tensor difference = head.probabilities(vectors) - torch::one_hot(labels, 3);
    const at::Tensor gradient = strength * difference.t().mm(vectors) + head.weight;
    LW_CHECK(gradient.abs().max().item<double>() < 0.02);
    LW_CHECK(difference.sum(0).abs().max().item<double>() < 0.02);
    LW_CHECK(accuracy(head.probabilities(vectors), labels) > 0.6);
}

LW_TEST(rowWeightsCountAsRepeatedRows)
{
    const at::Tensor vectors = standardised(clouds(2, 10, 4, 2.0));
    const at::Tensor labels = labelsOf(2, 10);
    at::Tensor weights = torch::ones({20});
    weights[3] = 3;
    const at::Tensor rows = torch::cat({torch::arange(20), torch::tensor({std::int64_t(3), std::int64_t(3)})});
    const LogisticHead weighted = fitLogistic(vectors, labels, 2, {1, 300}, weights);
    const LogisticHead repeated = fitLogistic(vectors.index_select(0, rows), labels.index_select(0, rows), 2, {1, 300});
    LW_CHECK(torch::allclose(weighted.weight, repeated.weight, 1e-2, 1e-3));
}

LW_TEST(classesWithoutRowsAreUnlikely)
{
    const at::Tensor vectors = standardised(clouds(2, 10, 4, 0.5));
    const LogisticHead head = fitLogistic(vectors, labelsOf(2, 10), 3);
    LW_CHECK(head.probabilities(vectors).select(1, 2).max().item<double>() < 0.34);
    LW_CHECK(accuracy(head.probabilities(vectors), labelsOf(2, 10)) > 0.99);
}

LW_TEST(crossValidationTellsGoodFromUselessVectors)
{
    const at::Tensor labels = labelsOf(4, 25);
    LW_CHECK(crossValidated(standardised(clouds(4, 25, 8, 0.5)), labels, 4, 5) > 0.95);
    torch::manual_seed(1);
    LW_CHECK(crossValidated(torch::randn({100, 8}), labels, 4, 5) < 0.5);
}

LW_TEST(neighboursAreTheNearest)
{
    const at::Tensor vectors = normalised(clouds(5, 300, 16, 0.8)); // more than one block
    const Neighbours neighbours = nearest(vectors, 10);
    LW_CHECK(neighbours.indices.sizes() == at::IntArrayRef({1500, 10}));
    for (const std::int64_t row : {0, 700, 1499}) {
        const at::Tensor cosines = vectors.mv(vectors[row]);
        cosines[row] = -2;
        LW_CHECK(torch::allclose(std::get<0>(cosines.topk(10)), neighbours.cosines[row], 1e-4, 1e-5));
        LW_CHECK(!neighbours.indices[row].eq(row).any().item<bool>());
    }
    LW_EQUAL(nearest(vectors.narrow(0, 0, 1), 10).indices.size(1), 0);
}

LW_TEST(labelsSpreadToTheirClouds)
{
    const at::Tensor labels = labelsOf(3, 60);
    const at::Tensor few = labels.clone();
    few.narrow(0, 6, 174).fill_(-1); // two of each class are known
    const at::Tensor vectors = standardised(clouds(3, 60, 16, 0.4));
    const at::Tensor spread = propagate(nearest(normalised(vectors), 10), few, 3);
    LW_CHECK(accuracy(spread, labels) > 0.95);
    LW_CHECK(torch::allclose(spread.sum(1), torch::ones({180}), 1e-4));
}

LW_TEST(selfTrainingUsesWhatIsNotLabelled)
{
    const std::int64_t each = 200;
    const at::Tensor labels = labelsOf(4, each);
    const at::Tensor vectors = standardised(clouds(4, each, 24, 2.2));
    const at::Tensor few = labels.clone();
    few.narrow(0, 12, 4 * each - 12).fill_(-1);
    const LogisticHead plain = fitLogistic(vectors.narrow(0, 0, 12), labels.narrow(0, 0, 12), 4);
    const SelfTrained trained = selfTrain(vectors, few, 4);
    LW_CHECK(accuracy(trained.probabilities, labels) > accuracy(plain.probabilities(vectors), labels) + 0.03);
    LW_CHECK(accuracy(trained.head.probabilities(vectors), labels) > accuracy(plain.probabilities(vectors), labels));
}

LW_TEST(clustersAreTheClouds)
{
    const at::Tensor vectors = clouds(6, 50, 16, 0.3);
    for (const bool isSpherical : {false, true}) {
        ClusterSettings settings;
        settings.isSpherical = isSpherical;
        const Clustering clustering = kMeans(isSpherical ? normalised(vectors) : vectors, 6, settings);
        for (std::int64_t i = 0; i < 6; ++i) { // rows of one cloud are six apart
            const at::Tensor own = clustering.labels.slice(0, i, 300, 6);
            LW_CHECK(own.eq(own[0]).all().item<bool>());
        }
        LW_CHECK(kMeans(vectors, 6, settings).labels.equal(kMeans(vectors, 6, settings).labels));
    }
    LW_EQUAL(kMeans(vectors.narrow(0, 0, 2), 5).centres.size(0), 2);
    LW_EQUAL(kMeans(vectors.narrow(0, 0, 0), 5).labels.numel(), 0);
}

LW_TEST(firstQueryTakesOneOfEachKind)
{
    std::set<std::int64_t> kinds;
    for (const std::int64_t row : firstQuery(clouds(6, 50, 16, 0.3), 6, 1)) {
        kinds.insert(row % 6);
    }
    LW_EQUAL(kinds.size(), std::size_t(6));
}

LW_TEST(nextQueryTakesUnsureRowsThatDiffer)
{
    const at::Tensor vectors = clouds(4, 30, 16, 0.1);
    at::Tensor probabilities = torch::zeros({120, 2});
    probabilities.select(1, 0).fill_(0.95);
    probabilities.narrow(0, 0, 40).select(1, 0).fill_(0.55); // unsure rows of all four clouds
    probabilities.select(1, 1).copy_(1 - probabilities.select(1, 0));
    std::vector<std::int64_t> candidates;
    for (std::int64_t row = 4; row < 120; ++row) {
        candidates.push_back(row);
    }
    const std::vector<std::int64_t> chosen = nextQuery(vectors, probabilities, candidates, 4, 1);
    std::set<std::int64_t> kinds;
    for (const std::int64_t row : chosen) {
        LW_CHECK(row >= 4 && row < 40);
        kinds.insert(row % 4);
    }
    LW_EQUAL(kinds.size(), std::size_t(4));
}

LW_TEST(ranksShareTheirPlaces)
{
    LW_CHECK(torch::allclose(ranks(torch::tensor({5.F, 1.F, 5.F, 9.F, -2.F})),
                             torch::tensor({0.625F, 0.25F, 0.625F, 1.F, 0.F})));
    LW_EQUAL(ranks(torch::tensor({3.F})).item<float>(), 0.F);
}

LW_TEST(wrongLabelsAreSuspicious)
{
    const at::Tensor labels = labelsOf(4, 100);
    at::Tensor given = labels.clone();
    std::vector<std::int64_t> wrong;
    for (std::int64_t row = 5; row < 400; row += 13) {
        given[row] = (labels[row].item<std::int64_t>() + 1) % 4;
        wrong.push_back(row);
    }
    const LabelDoubts doubts = doubtLabels(standardised(clouds(4, 100, 24, 0.9)), given, 4);
    const at::Tensor scores = doubts.scores;
    LW_CHECK(doubts.suggestions.eq(labels).to(at::kFloat).mean().item<double>() > 0.9);
    LW_CHECK(doubts.confidence.min().item<double>() >= 0.25);
    std::vector<ScoredAnswer> answers;
    for (std::int64_t row = 0; row < 400; ++row) {
        answers.push_back(
            {scores[row].item<double>(), given[row].item<std::int64_t>() != labels[row].item<std::int64_t>()});
    }
    LW_CHECK(scoreCurve(answers, long(wrong.size())).auroc > 0.95);
}

LW_TEST(hardRowsRankFirstAndHaveAReason)
{
    // Row 1 has a small margin, row 2 changes with the view, row 3 has other neighbours.
    const at::Tensor probabilities = torch::tensor({.9F, .1F, .52F, .48F, .8F, .2F, .85F, .15F}).view({4, 2});
    const at::Tensor view = torch::tensor({.9F, .1F, .6F, .4F, .1F, .9F, .85F, .15F}).view({4, 2});
    const Difficulty difficulty = rankDifficulty(probabilities, {view}, torch::tensor({0.F, 0.1F, 0.1F, 0.9F}));
    LW_CHECK(difficulty.scores[0].item<float>() == difficulty.scores.min().item<float>());
    LW_CHECK(difficulty.reasons[1] == Reason::Margin);
    LW_CHECK(difficulty.reasons[2] == Reason::Views);
    LW_CHECK(difficulty.reasons[3] == Reason::Neighbours);
}

LW_TEST(neighboursThatSayElseDisagree)
{
    const at::Tensor vectors = normalised(clouds(3, 40, 16, 0.3));
    const at::Tensor labels = labelsOf(3, 40);
    const at::Tensor known = labels.clone();
    known.narrow(0, 60, 60).fill_(-1);
    LW_CHECK(neighbourDisagreement(vectors, known, labels, 10).mean().item<double>() < 0.1);
    LW_CHECK(neighbourDisagreement(vectors, known, (labels + 1).remainder(3), 10).mean().item<double>() > 0.9);
    LW_CHECK(neighbourDisagreement(vectors, torch::full({120}, -1, at::kLong), labels, 10).sum().item<double>() == 0);
}

LW_TEST(principalComponentsKeepTheDistances)
{
    torch::manual_seed(5);
    const at::Tensor flat = torch::randn({200, 3}).mm(torch::randn({3, 20}));
    const at::Tensor reduced = principal(flat, 3);
    LW_CHECK(torch::allclose((flat[3] - flat[9]).norm(), (reduced[3] - reduced[9]).norm(), 1e-3));
    LW_CHECK(reduced.var(0)[0].item<double>() >= reduced.var(0)[2].item<double>());
    LW_EQUAL(principal(flat, 99).size(1), 20);
}

LW_TEST(layoutKeepsCloudsTogether)
{
    const at::Tensor vectors = clouds(6, 60, 16, 0.4);
    const Neighbours neighbours = nearest(normalised(vectors), 15);
    LayoutSettings settings;
    settings.rounds = 120;
    const at::Tensor map = layOut(neighbours, principal(vectors, 2), settings);
    LW_CHECK(map.sizes() == at::IntArrayRef({360, 2}));
    LW_CHECK(map.min().item<double>() >= 0 && map.max().item<double>() <= 1);
    LW_CHECK(map.isfinite().all().item<bool>());
    // The nearest on the map are of the same cloud: rows i and i + 6.
    const at::Tensor distances = torch::cdist(map, map) + torch::eye(360) * 9;
    const at::Tensor close = std::get<1>(distances.topk(10, 1, false)).remainder(6);
    const double same = close.eq(torch::arange(360).remainder(6).unsqueeze(1)).to(at::kFloat).mean().item<double>();
    LW_CHECK(same > 0.95);
    LW_CHECK(map.equal(layOut(neighbours, principal(vectors, 2), settings)));
}

LW_TEST(layoutOfFewOrEqualRowsIsALayout)
{
    for (const std::int64_t rows : {0, 1, 2, 3}) {
        const at::Tensor vectors = torch::randn({rows, 8});
        const Neighbours neighbours = nearest(normalised(vectors), 15);
        const at::Tensor map = layOut(neighbours, torch::randn({rows, 2}));
        LW_CHECK(map.sizes() == at::IntArrayRef({rows, 2}));
        LW_CHECK(map.isfinite().all().item<bool>());
    }
    const at::Tensor equal = torch::ones({40, 8});
    const at::Tensor map = layOut(nearest(normalised(equal), 15), torch::zeros({40, 2}));
    LW_CHECK(map.isfinite().all().item<bool>());
}

LW_TEST(layoutEndsWhenTold)
{
    const at::Tensor vectors = clouds(3, 20, 8, 0.4);
    int rounds = 0;
    const at::Tensor map = layOut(nearest(normalised(vectors), 5), principal(vectors, 2), {},
                                  [&](int done, int) { return (rounds = done) < 7; });
    LW_CHECK(!map.defined());
    LW_EQUAL(rounds, 7);
}
