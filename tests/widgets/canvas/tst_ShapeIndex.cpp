// SPDX-License-Identifier: GPL-3.0-or-later
//! The spatial index against a search through everything.
#include "widgets/canvas/ShapeIndex.h"

#include <QtTest>

#include <random>

using namespace lw;
using canvas::ShapeIndex;
using domain::Annotation;
using domain::AnnotationId;
using domain::Shape;

class TestShapeIndex final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatASearchThroughEverythingFinds()
    {
        std::mt19937 random(7);
        std::vector<Annotation> all = many(random, 800);
        ShapeIndex index;
        index.rebuild(all);
        // Changes of every kind, then the same answers are expected.
        qint64 nextId = 10'000;
        for (int step = 0; step < 200; ++step) {
            const size_t at = random() % all.size();
            const AnnotationId id = all[at].id;
            std::vector<AnnotationId> changed{id};
            switch (step % 4) {
            case 0:
                all[at].shape = all[at].shape.translated(5, -3);
                break;
            case 1:
                all.erase(all.begin() + qsizetype(at));
                break;
            case 2:
                std::rotate(all.begin() + qsizetype(at), all.begin() + qsizetype(at) + 1, all.end());
                break;
            default:
                all.push_back(many(random, 1).front());
                all.back().id = AnnotationId(nextId++);
                changed = {all.back().id};
                break;
            }
            index.update(all, changed);
        }
        for (int i = 0; i < 300; ++i) {
            const QRectF rect(double(random() % 900), double(random() % 900), double(random() % 200), 60);
            std::vector<qint64> expected;
            for (size_t p = 0; p < all.size(); ++p) {
                const QRectF b = all[p].shape.boundingRect();
                if (b.left() <= rect.right() && b.right() >= rect.left() && b.top() <= rect.bottom() &&
                    b.bottom() >= rect.top()) {
                    expected.push_back(qint64(p));
                }
            }
            QCOMPARE(index.positionsIn(rect), expected);
        }
    }

    void ordersHitsByAreaThenByStack()
    {
        std::vector<Annotation> all;
        const auto add = [&](qint64 id, const Shape& shape) {
            Annotation a;
            a.id = AnnotationId(id);
            a.shape = shape;
            all.push_back(a);
        };
        add(1, Shape::box({0, 0}, {100, 100}));
        add(2, Shape::box({40, 40}, {60, 60}));
        add(3, Shape::point({50, 52}));
        add(4, Shape::box({41, 41}, {61, 61}));
        add(5, Shape::circle({300, 300}, 10));
        ShapeIndex index;
        index.rebuild(all);
        std::vector<qint64> ids;
        for (const canvas::Hit& hit : index.hitsAt(all, {50, 50}, 4)) {
            ids.push_back(hit.id.value);
        }
        QCOMPARE(ids, (std::vector<qint64>{3, 4, 2, 1}));
        QVERIFY(index.hitsAt(all, {200, 200}, 4).empty());
    }

    void hitsOutlinesFromOutsideWithinTheTolerance()
    {
        Annotation a;
        a.id = AnnotationId(1);
        a.shape = Shape::line({10, 10}, {110, 10});
        const std::vector<Annotation> all{a};
        ShapeIndex index;
        index.rebuild(all);
        QCOMPARE(index.hitsAt(all, {60, 13}, 4).size(), 1u);
        QCOMPARE(index.hitsAt(all, {60, 13}, 4)[0].proximity, 3.0);
        QVERIFY(index.hitsAt(all, {60, 15}, 4).empty());
    }

private:
    static std::vector<Annotation> many(std::mt19937& random, int count)
    {
        std::vector<Annotation> all;
        for (int i = 0; i < count; ++i) {
            Annotation a;
            a.id = AnnotationId(i + 1);
            const double x = double(random() % 1000);
            const double y = double(random() % 1000);
            a.shape = i % 5 == 0 ? Shape::point({x, y}) : Shape::box({x, y}, {x + 1 + double(random() % 80), y + 9});
            all.push_back(a);
        }
        return all;
    }
};

QTEST_GUILESS_MAIN(TestShapeIndex)
#include "tst_ShapeIndex.moc"
