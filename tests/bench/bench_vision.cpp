// SPDX-License-Identifier: GPL-3.0-or-later
//! How well and how quickly four clicks find an outline on real objects, and what mask strokes cost.
#include "engine/vision/ExtremePoints.h"
#include "engine/vision/LiveWire.h"
#include "engine/vision/MagicWand.h"
#include "engine/vision/MaskOps.h"
#include "tests/support/TestData.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace lw;
using namespace lw::vision;

namespace {

struct Object {
    QImage picture;
    Region truth;
};

struct Score {
    std::vector<double> overlap, oracle, confidence, milliseconds;
    std::vector<std::vector<double>> perMethod = std::vector<std::vector<double>>(4);
};

constexpr int kLeastPixels = 700;

double mean(const std::vector<double>& values)
{
    double sum = 0;
    for (const double v : values) {
        sum += v;
    }
    return values.empty() ? 0 : sum / double(values.size());
}

double share(const std::vector<double>& values, double least)
{
    const auto count = std::count_if(values.begin(), values.end(), [least](double v) { return v >= least; });
    return values.empty() ? 0 : double(count) / double(values.size());
}

double quantile(std::vector<double> values, double part)
{
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    return values[size_t(part * double(values.size() - 1))];
}

double correlation(const std::vector<double>& a, const std::vector<double>& b)
{
    const double ma = mean(a), mb = mean(b);
    double ab = 0, aa = 0, bb = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - ma) * (b[i] - mb);
        aa += (a[i] - ma) * (a[i] - ma);
        bb += (b[i] - mb) * (b[i] - mb);
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

/// 8-connected parts of one value of an index mask.
std::vector<Region> partsOf(const QImage& mask, int value)
{
    std::vector<Region> parts;
    Region seen(mask.width(), mask.height());
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            if (seen.at(x, y) || mask.constScanLine(y)[x] != value) {
                continue;
            }
            Region part(mask.width(), mask.height());
            std::vector<QPoint> open = {{x, y}};
            seen.at(x, y) = 1;
            int count = 0;
            while (!open.empty()) {
                const QPoint p = open.back();
                open.pop_back();
                part.at(p) = 1;
                ++count;
                for (int dy = -1; dy <= 1; ++dy) {
                    for (int dx = -1; dx <= 1; ++dx) {
                        const QPoint n = p + QPoint(dx, dy);
                        if (seen.contains(n) && !seen.at(n) && mask.constScanLine(n.y())[n.x()] == value) {
                            seen.at(n) = 1;
                            open.push_back(n);
                        }
                    }
                }
            }
            if (count >= kLeastPixels) {
                parts.push_back(std::move(part));
            }
        }
    }
    return parts;
}

std::vector<Object> camvidObjects(const QString& split)
{
    std::vector<Object> objects;
    const QString root = tests::sharedData(QStringLiteral("segmentation/camvid"));
    const QDir folder(root + u'/' + split);
    for (const QString& name : root.isEmpty() ? QStringList() : folder.entryList(QDir::Files, QDir::Name)) {
        const QImage picture(folder.filePath(name));
        const QImage mask = QImage(QString(root + u'/' + split + QStringLiteral("annot/") + name));
        const QImage indices = mask.format() == QImage::Format_Indexed8 || mask.format() == QImage::Format_Grayscale8
                                   ? mask
                                   : mask.convertToFormat(QImage::Format_Grayscale8);
        for (const int value : {8, 9, 10}) {
            for (Region& part : partsOf(indices, value)) {
                objects.push_back({picture, std::move(part)});
            }
        }
    }
    return objects;
}

std::vector<Object> labelmeObjects()
{
    std::vector<Object> objects;
    const QString root = tests::sharedData(QStringLiteral("formats/labelme/instance_segmentation/data_annotated"));
    const QDir folder(root);
    for (const QString& name : root.isEmpty() ? QStringList() : folder.entryList({QStringLiteral("*.json")})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        const QImage picture(folder.filePath(json.value(QLatin1String("imagePath")).toString()));
        for (const QJsonValue& shape : json.value(QLatin1String("shapes")).toArray()) {
            Ring ring;
            for (const QJsonValue& point : shape[QLatin1String("points")].toArray()) {
                ring.push_back({point[0].toDouble(), point[1].toDouble()});
            }
            const SpanRows spans = spansOf({ring}, picture.rect());
            if (spans.area() < kLeastPixels || shape[QLatin1String("label")].toString().startsWith(u'_')) {
                continue;
            }
            Region truth(picture.width(), picture.height());
            for (int y = spans.top(); y < spans.bottom(); ++y) {
                for (const Span& span : spans.row(y)) {
                    std::fill(truth.row(y) + span.from, truth.row(y) + span.to, uint8_t(1));
                }
            }
            objects.push_back({picture, std::move(truth)});
        }
    }
    return objects;
}

/// The true extreme points, each moved by up to 2 pixels in both directions.
ExtremeClicks clicksOn(const Region& truth, QRandomGenerator& random)
{
    const SpanRows spans = spansOf(truth);
    const QRect box = spans.bounds();
    const auto middleOfRow = [&](int y) {
        const auto row = spans.row(y);
        return (row.begin()->from + (row.end() - 1)->to) / 2.0;
    };
    const auto middleOfColumn = [&](int x) {
        int first = -1, last = -1;
        for (int y = 0; y < truth.height; ++y) {
            if (truth.at(x, y)) {
                first = first < 0 ? y : first;
                last = y;
            }
        }
        return (first + last + 1) / 2.0;
    };
    ExtremeClicks clicks = {{{middleOfRow(box.top()), box.top() + 0.5},
                             {box.left() + 0.5, middleOfColumn(box.left())},
                             {middleOfRow(box.bottom()), box.bottom() + 0.5},
                             {box.right() + 0.5, middleOfColumn(box.right())}}};
    for (domain::ImagePoint& p : clicks) {
        p.x = std::clamp(p.x + random.generateDouble() * 4 - 2, 0.0, double(truth.width));
        p.y = std::clamp(p.y + random.generateDouble() * 4 - 2, 0.0, double(truth.height));
    }
    return clicks;
}

double overlapWith(const std::vector<Ring>& rings, const Region& truth)
{
    const SpanRows found = spansOf(rings, QRect(0, 0, truth.width, truth.height));
    const SpanRows real = spansOf(truth);
    const qint64 both = combined(found, real, Combine::Intersection).area();
    const qint64 either = combined(found, real, Combine::Union).area();
    return either > 0 ? double(both) / double(either) : 0;
}

Score measure(const std::vector<Object>& objects, int repeats)
{
    Score score;
    QRandomGenerator random(7);
    for (int round = 0; round < repeats; ++round) {
        for (const Object& object : objects) {
            const ExtremeClicks clicks = clicksOn(object.truth, random);
            QElapsedTimer clock;
            clock.start();
            const auto found = contourFromClicks(PictureWindow::whole(object.picture), clicks);
            score.milliseconds.push_back(double(clock.nsecsElapsed()) / 1e6);
            if (!found) {
                score.overlap.push_back(0);
                continue;
            }
            double best = 0;
            for (const ContourCandidate& candidate : *found) {
                const double value = overlapWith(candidate.rings, object.truth);
                score.perMethod[size_t(candidate.method)].push_back(value);
                best = std::max(best, value);
            }
            score.overlap.push_back(overlapWith(found->front().rings, object.truth));
            score.oracle.push_back(best);
            score.confidence.push_back(found->front().confidence);
        }
    }
    return score;
}

void print(const char* name, const std::vector<Object>& objects, int repeats)
{
    if (objects.empty()) {
        std::printf("%-18s no data here\n", name);
        return;
    }
    const Score s = measure(objects, repeats);
    std::printf("%-14s %4zu  %.3f (%.2f)  %.3f (%.2f)  %.3f    %.3f  %.3f     %.3f  %5.2f  %6.0f %6.0f\n", name,
                objects.size(), mean(s.overlap), share(s.overlap, 0.8), mean(s.oracle), share(s.oracle, 0.8),
                mean(s.perMethod[1]), mean(s.perMethod[2]), mean(s.perMethod[3]), mean(s.confidence),
                correlation(s.confidence, s.overlap), quantile(s.milliseconds, 0.5), quantile(s.milliseconds, 0.95));
}

/// Milliseconds of each of `count` runs.
template <typename Work> std::vector<double> timed(int count, Work work)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer clock;
        clock.start();
        work(i);
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    return times;
}

void printTime(const char* name, const std::vector<double>& times)
{
    std::printf("%-52s %8.2f %8.2f\n", name, quantile(times, 0.5), quantile(times, 0.95));
}

/// Ragged shapes of many runs, as brushes leave them.
domain::Mask raggedMask(QSize size)
{
    domain::Mask mask;
    QRandomGenerator random(3);
    const QRect limits(QPoint(0, 0), size);
    for (int i = 0; i < 150; ++i) {
        const domain::ImagePoint at{double(random.bounded(size.width())), double(random.bounded(size.height()))};
        paint(mask,
              {at, {at.x + random.bounded(400), at.y + random.bounded(300)}, 10.0 + random.bounded(60), i % 4 == 3},
              limits);
    }
    return mask;
}

QImage texturedPicture(QSize size)
{
    QImage picture(size, QImage::Format_RGB32);
    quint32 seed = 1;
    for (int y = 0; y < size.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            seed = seed * 1'664'525 + 1'013'904'223;
            const int noise = int(seed >> 27);
            const bool isObject =
                std::hypot(x - size.width() / 2.0, (y - size.height() / 2.0) * 1.3) < size.width() / 3.0;
            row[x] = isObject ? qRgb(150 + noise, 90 + noise, 60 + noise) : qRgb(90 + noise, 110 + noise, 80 + noise);
        }
    }
    return picture;
}

void printTimes()
{
    std::printf("\n%-52s %8s %8s\n", "milliseconds", "median", "p95");
    const QImage crop = texturedPicture({1250, 1250});
    const auto window = PictureWindow::whole(crop);
    const ExtremeClicks clicks = {{{625, 305}, {209, 625}, {625, 945}, {1041, 625}}};
    printTime("four clicks, window of a megapixel and a half",
              timed(15, [&](int) { (void)contourFromClicks(window, clicks); }));

    const QSize size(4000, 3000);
    const QRect limits(QPoint(0, 0), size);
    domain::Mask mask = raggedMask(size);
    QRandomGenerator random(9);
    printTime("brush step on a mask of 4000 x 3000", timed(300, [&](int i) {
                  const domain::ImagePoint at{double(random.bounded(4000)), double(random.bounded(3000))};
                  paint(mask, {at, {at.x + 20, at.y + 9}, 40, i % 2 == 1}, limits);
              }));
    printTime("outline of it", timed(20, [&](int) { (void)polygonOf(mask, 1); }));
    const domain::Shape exact = polygonOf(mask, 0);
    printTime("its outline to a mask", timed(20, [&](int) { (void)maskOf(exact, size); }));
    printTime("fill its holes", timed(20, [&](int) { (void)holesFilled(mask); }));
    const MagicWand wand(window);
    printTime("magic wand in a megapixel and a half", timed(20, [&](int) { (void)wand.select({625, 625}, {}); }));
    LiveWire wire(PictureWindow{crop.copy(0, 0, 420, 420), QRectF(0, 0, 420, 420), crop.size()});
    printTime("scissors, a new anchor and the longest path", timed(30, [&](int i) {
                  wire.startAt({double(i), 0});
                  (void)wire.pathTo({419, 419});
              }));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    std::printf("%-14s %4s  %-12s  %-12s  %-7s  %-5s  %-8s  %-5s  %-5s  %6s %6s\n", "four clicks", "n", "IoU (>= .8)",
                "best of all", "colours", "edges", "ellipses", "sure", "corr", "ms", "p95");
    print("camvid test", camvidObjects(QStringLiteral("test")), 1);
    print("camvid val", camvidObjects(QStringLiteral("val")), 1);
    if (app.arguments().contains(QLatin1String("--all"))) {
        print("camvid train", camvidObjects(QStringLiteral("train")), 1);
    }
    print("labelme", labelmeObjects(), 4);
    printTimes();
    return 0;
}
