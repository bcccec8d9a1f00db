// SPDX-License-Identifier: GPL-3.0-or-later
//! Hashes, their index and the check by pixels find copies and nothing else.
#include "engine/vision/DuplicateCandidates.h"
#include "engine/vision/HashIndex.h"
#include "engine/vision/PictureMatch.h"
#include "tests/engine/vision/PictureVariants.h"

#include <QSet>
#include <QtTest>

#include <set>

using namespace lw;
using namespace lw::vision;
using namespace lw::tests;

namespace {

constexpr int kRadius = 18;
constexpr double kThreshold = 0.85;

double similarity(const QImage& a, const QImage& b, bool isMirrored)
{
    return MatchPatch(a).similarity(MatchPatch(b), isMirrored);
}

/// The two stages on one pair, as the search runs them.
bool isFound(const QImage& original, const QImage& copy)
{
    const std::vector<PictureHash> hashes = {pictureHash(original), pictureHash(copy)};
    for (const DuplicateCandidate& pair : DuplicateCandidates(hashes).all()) {
        if (similarity(comparisonPatch(original), comparisonPatch(copy), pair.isMirrored) >= kThreshold) {
            return true;
        }
    }
    return false;
}

std::vector<quint64> randomHashes(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<quint64> hashes;
    for (int i = 0; i < count; ++i) {
        // Half of them near an earlier one, so that there is something to find.
        if (i % 2 == 1) {
            quint64 near = hashes[size_t(random.bounded(i))];
            for (int flips = int(random.bounded(20)); flips > 0; --flips) {
                near ^= quint64(1) << random.bounded(64);
            }
            hashes.push_back(near);
        } else {
            hashes.push_back(random.generate64());
        }
    }
    return hashes;
}

} // namespace

class tst_NearDuplicates final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsChangedCopies_data()
    {
        QTest::addColumn<int>("variant");
        QTest::addColumn<int>("least"); // of 20 pictures
        for (size_t i = 0; i < pictureVariants().size(); ++i) {
            const bool isHard = i >= 6;
            QTest::addRow("%s", pictureVariants()[i].name) << int(i) << (isHard ? 8 : i == 5 ? 16 : 20);
        }
    }

    void findsChangedCopies()
    {
        QFETCH(int, variant);
        QFETCH(int, least);
        int found = 0;
        for (quint32 seed = 0; seed < 20; ++seed) {
            const QImage original = drawnPicture(seed);
            found += isFound(original, pictureVariants()[size_t(variant)].make(original)) ? 1 : 0;
        }
        QVERIFY2(found >= least, qPrintable(QStringLiteral("found %1 of 20").arg(found)));
    }

    void takesDifferentPicturesForDifferent()
    {
        int wrong = 0;
        for (quint32 a = 0; a < 30; ++a) {
            for (quint32 b = a + 1; b < 30; ++b) {
                wrong += isFound(drawnPicture(a), drawnPicture(b)) ? 1 : 0;
            }
        }
        QCOMPARE(wrong, 0);
    }

    void thePictureItselfIsWhollyAlike()
    {
        const QImage patch = comparisonPatch(drawnPicture(3));
        QCOMPARE(patch.size(), QSize(96, 96));
        QVERIFY(similarity(patch, patch, false) > 0.999);
        QVERIFY(similarity(patch.mirrored(true, false), patch, true) > 0.999);
        QVERIFY(similarity(patch.mirrored(true, false), patch, false) < kThreshold);
    }

    void evenPicturesAreComparedByBrightness()
    {
        QImage grey(50, 50, QImage::Format_RGB32), other(80, 60, QImage::Format_RGB32);
        grey.fill(QColor(100, 100, 100));
        other.fill(QColor(101, 101, 101));
        QVERIFY(similarity(comparisonPatch(grey), comparisonPatch(other), false) > 0.95);
        other.fill(QColor(200, 200, 200));
        QCOMPARE(similarity(comparisonPatch(grey), comparisonPatch(other), false), 0.0);
        QCOMPARE(similarity(comparisonPatch(grey), comparisonPatch(drawnPicture(1)), false), 0.0);
    }

    void nothingIsLikeANullPicture()
    {
        QCOMPARE(pictureHash(QImage()), PictureHash());
        QVERIFY(comparisonPatch(QImage()).isNull());
        QCOMPARE(similarity(QImage(), comparisonPatch(drawnPicture(1)), false), 0.0);
    }

    void theMirroredHashIsThatOfTheMirrorImage()
    {
        for (quint32 seed = 0; seed < 10; ++seed) {
            const QImage picture = drawnPicture(seed);
            const PictureHash hash = pictureHash(picture);
            const PictureHash mirrored = pictureHash(picture.mirrored(true, false));
            QVERIFY(hashDistance(hash.mirrored, mirrored.plain) <= 2);
            QVERIFY(hashDistance(hash.plain, mirrored.mirrored) <= 2);
        }
    }

    void indexFindsWhatLookingAtAllFinds_data()
    {
        QTest::addColumn<int>("radius");
        for (const int radius : {0, 1, 4, 7, 10, 14, 18, 24}) {
            QTest::addRow("%d bits", radius) << radius;
        }
    }

    void indexFindsWhatLookingAtAllFinds()
    {
        QFETCH(int, radius);
        const std::vector<quint64> hashes = randomHashes(3000, 7);
        const HashIndex index(hashes);
        std::vector<HashHit> hits;
        for (size_t query = 0; query < hashes.size(); query += 17) {
            index.find(hashes[query], radius, hits);
            QSet<int> found;
            for (const HashHit& hit : hits) {
                QCOMPARE(hit.distance, hashDistance(hashes[query], hashes[size_t(hit.index)]));
                QVERIFY(!found.contains(hit.index)); // each once
                found.insert(hit.index);
            }
            for (size_t i = 0; i < hashes.size(); ++i) {
                QCOMPARE(found.contains(int(i)), hashDistance(hashes[query], hashes[i]) <= radius);
            }
        }
    }

    void candidatesAreThePairsWithinTheRadius()
    {
        const std::vector<quint64> plain = randomHashes(600, 11), mirrored = randomHashes(600, 12);
        std::vector<PictureHash> hashes;
        for (size_t i = 0; i < plain.size(); ++i) {
            hashes.push_back({plain[i], i % 5 == 0 ? plain[(i + 7) % plain.size()] : mirrored[i]});
        }
        std::set<std::tuple<int, int, bool>> wanted;
        for (int a = 0; a < int(hashes.size()); ++a) {
            for (int b = a + 1; b < int(hashes.size()); ++b) {
                if (hashDistance(hashes[size_t(a)].plain, hashes[size_t(b)].plain) <= kRadius) {
                    wanted.insert({a, b, false});
                }
                if (hashDistance(hashes[size_t(a)].mirrored, hashes[size_t(b)].plain) <= kRadius) {
                    wanted.insert({a, b, true});
                }
            }
        }
        QVERIFY(wanted.size() > 100);
        std::set<std::tuple<int, int, bool>> found;
        for (const DuplicateCandidate& pair : DuplicateCandidates(hashes, {kRadius, 1000}).all()) {
            found.insert({pair.a, pair.b, pair.isMirrored});
        }
        QVERIFY(found == wanted);
    }

    void thousandsOfEqualPicturesStayLinkedWithoutMillionsOfPairs()
    {
        const std::vector<PictureHash> hashes(5000, PictureHash{0x1234, 0x1234});
        const auto pairs = DuplicateCandidates(hashes).all();
        QVERIFY(pairs.size() < 5000 * 32);
        std::vector<int> linked(hashes.size(), 0);
        std::set<std::tuple<int, int, bool>> seen;
        for (const DuplicateCandidate& pair : pairs) {
            QVERIFY(pair.a < pair.b && seen.insert({pair.a, pair.b, pair.isMirrored}).second);
            if (pair.a == 0 && !pair.isMirrored) {
                linked[size_t(pair.b)] = 1;
            }
        }
        QCOMPARE(std::count(linked.begin(), linked.end(), 1), 4999);
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        core::Control control{stop.get_token(), [&](qint64, qint64) { stop.request_stop(); }};
        std::vector<PictureHash> hashes;
        for (const quint64 hash : randomHashes(2000, 3)) {
            hashes.push_back({hash, 0});
        }
        QVERIFY(DuplicateCandidates(hashes).all(control).empty());
    }
};

QTEST_GUILESS_MAIN(tst_NearDuplicates)
#include "tst_NearDuplicates.moc"
