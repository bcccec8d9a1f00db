// SPDX-License-Identifier: GPL-3.0-or-later
//! Colour and edge vectors, and the flat search over them.
#include "engine/vision/FeatureIndex.h"
#include "tests/engine/vision/PictureVariants.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace lw::vision;
using namespace lw::tests;

namespace {

float cosine(const FeatureVector& a, const FeatureVector& b)
{
    float sum = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

} // namespace

class tst_FeatureIndex final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectorsHaveTheStatedSizeAndLengthOne()
    {
        const auto extractor = colourEdgeExtractor();
        const FeatureVector vector = extractor->extract(drawnPicture(1));
        QCOMPARE(int(vector.size()), extractor->dimension());
        QVERIFY(std::abs(cosine(vector, vector) - 1) < 1e-4);
        QCOMPARE(extractor->extract(drawnPicture(1)), vector);
        QVERIFY(std::all_of(vector.begin(), vector.end(), [](float v) { return v >= 0 && v <= 1; }));
        const FeatureVector nothing = extractor->extract(QImage());
        QCOMPARE(int(nothing.size()), extractor->dimension());
        QCOMPARE(cosine(nothing, nothing), 0.0F);
    }

    void copiesAreNearerThanOthers()
    {
        const auto extractor = colourEdgeExtractor();
        for (quint32 seed = 0; seed < 8; ++seed) {
            const FeatureVector original = extractor->extract(drawnPicture(seed));
            float nearestOther = 0;
            for (quint32 other = 100; other < 120; ++other) {
                nearestOther = std::max(nearestOther, cosine(original, extractor->extract(drawnPicture(other))));
            }
            for (const int variant : {0, 1, 2, 5}) {
                const QImage copy = pictureVariants()[size_t(variant)].make(drawnPicture(seed));
                const float similarity = cosine(original, extractor->extract(copy));
                QVERIFY2(similarity > nearestOther, pictureVariants()[size_t(variant)].name);
            }
        }
    }

    void colourTellsEqualShapesApart()
    {
        const auto extractor = colourEdgeExtractor();
        const auto even = [&](const QColor& colour) {
            QImage picture(40, 40, QImage::Format_RGB32);
            picture.fill(colour);
            return extractor->extract(picture);
        };
        QVERIFY(cosine(even(Qt::red), even(Qt::green)) < 0.1F);
        QVERIFY(cosine(even(Qt::red), even(QColor(245, 10, 5))) > 0.95F);
    }

    void searchGivesTheNearestInOrder()
    {
        QRandomGenerator random(5);
        FeatureIndex index(19);
        std::vector<FeatureVector> vectors;
        for (int i = 0; i < 500; ++i) {
            FeatureVector vector(19);
            float squares = 0;
            for (float& value : vector) {
                value = float(random.generateDouble()) - 0.5F;
                squares += value * value;
            }
            for (float& value : vector) {
                value /= std::sqrt(squares);
            }
            vectors.push_back(vector);
            index.add(vector);
        }
        QCOMPARE(index.size(), 500);
        std::vector<int> order(500);
        for (int i = 0; i < 500; ++i) {
            order[size_t(i)] = i;
        }
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            return cosine(vectors[42], vectors[size_t(a)]) > cosine(vectors[42], vectors[size_t(b)]);
        });
        const auto matches = index.search(vectors[42], 10);
        QCOMPARE(matches.size(), size_t(10));
        QCOMPARE(matches[0].row, 42);
        for (size_t i = 0; i < matches.size(); ++i) {
            QCOMPARE(matches[i].row, order[i]);
            QVERIFY(std::abs(matches[i].similarity - cosine(vectors[42], vectors[size_t(order[i])])) < 1e-5F);
        }
        QCOMPARE(index.search(vectors[42], 1000).size(), size_t(500));
        QVERIFY(index.search(vectors[42], 0).empty());
    }

    void severalQueriesCountByTheNearest()
    {
        FeatureIndex index(2);
        index.add(FeatureVector{1, 0});
        index.add(FeatureVector{0, 1});
        index.add(FeatureVector{0.6F, 0.8F});
        const std::vector<int> queries = {0, 1};
        const std::vector<float> similarities = index.similarities(queries);
        QCOMPARE(similarities[0], 1.0F);
        QCOMPARE(similarities[1], 1.0F);
        QCOMPARE(similarities[2], 0.8F);
        QCOMPARE(index.similarities({}), (std::vector<float>{0, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(tst_FeatureIndex)
#include "tst_FeatureIndex.moc"
