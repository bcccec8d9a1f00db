// SPDX-License-Identifier: GPL-3.0-or-later
//! How many changed copies of real photos are recognised, how many wrong pairs come along, and how fast it is.
#include "engine/vision/DuplicateCandidates.h"
#include "engine/vision/FeatureIndex.h"
#include "engine/vision/PictureMatch.h"
#include "tests/engine/vision/PictureVariants.h"
#include "tests/support/TestData.h"

#include <QDirIterator>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace lw;
using namespace lw::vision;
using namespace lw::tests;

namespace {

constexpr int kOriginals = 200;

struct Photo {
    QString category;
    QImage picture;
    PictureHash hash;
    MatchPatch patch;
    FeatureVector features;
};

Photo described(const QImage& picture, const FeatureExtractor& extractor, const QString& category = {})
{
    return {category, picture, pictureHash(picture), MatchPatch(comparisonPatch(picture)), extractor.extract(picture)};
}

float cosine(const FeatureVector& a, const FeatureVector& b)
{
    float sum = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

/// The best verified similarity of a pair that is a candidate, else 0.
double verified(const Photo& a, const Photo& b, int radius)
{
    double best = 0;
    for (const bool isMirrored : {false, true}) {
        if (hashDistance(isMirrored ? a.hash.mirrored : a.hash.plain, b.hash.plain) <= radius) {
            best = std::max(best, a.patch.similarity(b.patch, isMirrored));
        }
    }
    return best;
}

void measureRecall(const std::vector<Photo>& photos, const FeatureExtractor& extractor)
{
    std::printf("recall over %d originals: candidates at 10 / 14 / 18 bits; verified at 18 bits >= .80 .85 .90 .93; "
                "lowest coarse / cosine of features\n",
                kOriginals);
    for (const PictureVariant& variant : pictureVariants()) {
        int near[3] = {}, found[4] = {};
        double lowestCoarse = 1;
        float lowest = 1;
        const size_t step = photos.size() / kOriginals;
        for (size_t i = 0; i < size_t(kOriginals); ++i) {
            const Photo& original = photos[i * step];
            const Photo copy = described(variant.make(original.picture), extractor);
            const int distance = std::min(hashDistance(original.hash.plain, copy.hash.plain),
                                          hashDistance(original.hash.mirrored, copy.hash.plain));
            near[0] += distance <= 10;
            near[1] += distance <= 14;
            near[2] += distance <= 18;
            const double similarity = verified(original, copy, 18);
            found[0] += similarity >= 0.80;
            found[1] += similarity >= 0.85;
            found[2] += similarity >= 0.90;
            found[3] += similarity >= 0.93;
            if (similarity >= 0.85) {
                lowestCoarse = std::min(lowestCoarse, std::max(original.patch.coarseSimilarity(copy.patch, false),
                                                               original.patch.coarseSimilarity(copy.patch, true)));
            }
            lowest = std::min(lowest, cosine(original.features, copy.features));
        }
        const auto share = [](int count) { return double(count) / kOriginals; };
        std::printf("  %-20s %.2f %.2f %.2f   %.2f %.2f %.2f %.2f   %.2f %.2f\n", variant.name, share(near[0]),
                    share(near[1]), share(near[2]), share(found[0]), share(found[1]), share(found[2]), share(found[3]),
                    lowestCoarse, double(lowest));
    }
}

void measureWrongPairs(const std::vector<Photo>& photos)
{
    std::vector<PictureHash> hashes;
    for (const Photo& photo : photos) {
        hashes.push_back(photo.hash);
    }
    QElapsedTimer clock;
    clock.start();
    const auto pairs = DuplicateCandidates(hashes).all();
    const double candidateTime = double(clock.nsecsElapsed()) / 1e9;
    clock.restart();
    int found[4] = {}, mirrored = 0, alike = 0, alikeFound = 0, coarse[5] = {};
    for (const DuplicateCandidate& pair : pairs) {
        mirrored += pair.isMirrored ? 1 : 0;
        const bool isAlike =
            cosine(photos[size_t(pair.a)].features, photos[size_t(pair.b)].features) >= (pair.isMirrored ? 0.6F : 0.8F);
        alike += isAlike;
        const double first =
            photos[size_t(pair.a)].patch.coarseSimilarity(photos[size_t(pair.b)].patch, pair.isMirrored);
        for (int i = 0; i < 5; ++i) {
            coarse[i] += first >= 0.5 + i * 0.1;
        }
        const double similarity =
            photos[size_t(pair.a)].patch.similarity(photos[size_t(pair.b)].patch, pair.isMirrored);
        found[0] += similarity >= 0.80;
        found[1] += similarity >= 0.85;
        found[2] += similarity >= 0.90;
        found[3] += similarity >= 0.93;
        alikeFound += isAlike && similarity >= 0.85;
    }
    std::printf("coarse >= .5 %d, .6 %d, .7 %d, .8 %d, .9 %d\n", coarse[0], coarse[1], coarse[2], coarse[3], coarse[4]);
    std::printf("mirrored %d; alike by features %d, of them verified %d\n", mirrored, alike, alikeFound);
    const double matchTime = double(clock.nsecsElapsed()) / 1e9;
    std::printf("natural pairs of %zu photos: %zu candidates in %.3f s; verified >= .80 %d, .85 %d, .90 %d, .93 %d; "
                "%.2f ms a pair\n",
                photos.size(), pairs.size(), candidateTime, found[0], found[1], found[2], found[3],
                matchTime * 1000 / double(std::max<size_t>(1, pairs.size())));
}

void measureRetrieval(const std::vector<Photo>& photos, const FeatureExtractor& extractor)
{
    FeatureIndex index(extractor.dimension());
    for (const Photo& photo : photos) {
        index.add(photo.features);
    }
    int right = 0, all = 0;
    for (size_t i = 0; i < photos.size(); i += 5) {
        for (const FeatureMatch& match : index.search(photos[i].features, 11)) {
            if (size_t(match.row) != i) {
                right += photos[size_t(match.row)].category == photos[i].category ? 1 : 0;
                ++all;
            }
        }
    }
    std::printf("more like this: of the 10 nearest %.3f have the same label (chance %.3f)\n", double(right) / all,
                1.0 / 5);
    FeatureIndex large(extractor.dimension());
    for (size_t i = 0; i < 100'000; ++i) {
        large.add(photos[i % photos.size()].features);
    }
    QElapsedTimer clock;
    clock.start();
    const std::vector<int> query = {7};
    const auto similarities = large.similarities(query);
    std::printf("flat search over %zu vectors of %d: %.1f ms\n", similarities.size(), extractor.dimension(),
                double(clock.nsecsElapsed()) / 1e6);
}

void measureSpeed(const QStringList& files, const FeatureExtractor& extractor)
{
    QElapsedTimer clock;
    clock.start();
    for (const QString& file : files) {
        (void)described(QImage(file), extractor);
    }
    std::printf("decode and describe: %.0f pictures/s on one core\n",
                double(files.size()) * 1e9 / double(clock.nsecsElapsed()));
    std::vector<PictureHash> hashes;
    QRandomGenerator random(1);
    for (int i = 0; i < 100'000; ++i) {
        hashes.push_back({random.generate64(), random.generate64()});
        if (i % 10 == 9) {
            hashes.back().plain =
                hashes[size_t(i - 5)].plain ^ (quint64(1) << random.bounded(64)) ^ (quint64(1) << random.bounded(64));
        }
    }
    clock.restart();
    const auto pairs = DuplicateCandidates(hashes).all();
    std::printf("candidates among 100,000 hashes: %zu in %.2f s\n", pairs.size(), double(clock.nsecsElapsed()) / 1e9);
}

} // namespace

int main()
{
    const QString root = sharedData(QStringLiteral("images/flowers"));
    if (root.isEmpty()) {
        std::printf("shared data is not here: images/flowers\n");
        return 0;
    }
    QStringList files;
    for (QDirIterator walk(root, {QStringLiteral("*.jpg")}, QDir::Files, QDirIterator::Subdirectories);
         walk.hasNext();) {
        files.append(walk.next());
    }
    files.sort();
    const auto extractor = colourEdgeExtractor();
    std::vector<Photo> photos;
    for (const QString& file : files) {
        photos.push_back(described(QImage(file), *extractor, file.section(u'/', -2, -2)));
    }
    measureRecall(photos, *extractor);
    measureWrongPairs(photos);
    measureRetrieval(photos, *extractor);
    measureSpeed(files, *extractor);
    return 0;
}
