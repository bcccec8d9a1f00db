// SPDX-License-Identifier: GPL-3.0-or-later
//! Made-up samples with every shape and field, and the way through a format and back.
#pragma once

#include "engine/formats/LossReport.h"
#include "engine/formats/ReadBack.h"
#include "tests/engine/formats/FormatDump.h"

#include <random>

namespace lw::tests {

/// Says that every picture is as large as those of makeSamples().
inline core::Result<formats::ProbedImage> probeMadeUp(const QString& path)
{
    if (!QFileInfo(path).isFile()) {
        return core::failure(core::ErrorCode::NotFound, {}, path);
    }
    return formats::ProbedImage{640, 480, 1, QFileInfo(path).size(), 1, {}};
}

/// One shape of a kind somewhere on a picture of 640 x 480.
inline domain::Shape makeShape(domain::ShapeKind kind, std::mt19937& random)
{
    using domain::Shape;
    std::uniform_real_distribution<double> place(60, 420);
    std::uniform_real_distribution<double> length(5, 50);
    const auto rounded = [](double value) { return std::round(value * 100) / 100; };
    const domain::ImagePoint at{rounded(place(random)), rounded(place(random))};
    const double a = rounded(length(random)), b = rounded(length(random));
    switch (kind) {
    case domain::ShapeKind::BoundingBox:
        return Shape::box(at, {at.x + a, at.y + b});
    case domain::ShapeKind::Polygon:
        switch (random() % 3) {
        case 0:
            return Shape::polygon({at, {at.x + a, at.y}, {at.x + a, at.y + b}, {at.x + a / 2, at.y + b / 3}});
        case 1: // two parts
            return Shape::polygon(std::vector<std::vector<domain::ImagePoint>>{
                {at, {at.x + a, at.y}, {at.x, at.y + b}},
                {{at.x + 100, at.y}, {at.x + 130, at.y}, {at.x + 100, at.y + b}}});
        default: // a hole
            return Shape::polygon(std::vector<std::vector<domain::ImagePoint>>{
                {at, {at.x + 40, at.y}, {at.x + 40, at.y + 40}, {at.x, at.y + 40}},
                {{at.x + 10, at.y + 10}, {at.x + 30, at.y + 10}, {at.x + 10, at.y + 30}}});
        }
    case domain::ShapeKind::Circle:
        return Shape::circle(at, a);
    case domain::ShapeKind::Line:
    case domain::ShapeKind::DashedLine:
        return Shape::line(at, {at.x + a, at.y + b}, kind == domain::ShapeKind::DashedLine);
    case domain::ShapeKind::Point:
        return Shape::point(at);
    case domain::ShapeKind::RotatedBox:
        return Shape::rotatedBox(at, a, b, length(random));
    case domain::ShapeKind::Ellipse:
        return Shape::ellipse(at, a, b, length(random));
    case domain::ShapeKind::Polyline:
        return Shape::polyline({at, {at.x + a, at.y}, {at.x + a, at.y + b}});
    case domain::ShapeKind::Skeleton:
        return Shape::skeleton(
            {at, {at.x + a, at.y + b}, {0, 0}},
            {domain::JointVisibility::Visible, domain::JointVisibility::Hidden, domain::JointVisibility::Absent});
    case domain::ShapeKind::Mask: {
        std::vector<uchar> pixels(30 * 20);
        for (size_t i = 0; i < pixels.size(); ++i) {
            pixels[i] = random() % 3 != 0;
        }
        return Shape::fromMask(domain::Mask::fromPixels(pixels.data(), 30, {int(at.x), int(at.y), 30, 20}));
    }
    case domain::ShapeKind::WholeSample:
        return Shape::wholeSample();
    }
    return {};
}

inline std::vector<domain::Label> madeUpLabels()
{
    std::vector<domain::Label> labels(3);
    labels[0].name = QStringLiteral("交通灯");
    labels[1].name = QStringLiteral("traffic sign");
    labels[2].name = QStringLiteral("person");
    for (domain::Label& label : labels) {
        label.skeleton.joints = QStringList{QStringLiteral("head"), QStringLiteral("hand"), QStringLiteral("foot")};
        label.skeleton.bones = {{0, 1}, {0, 2}};
    }
    return labels;
}

/// `count` samples with pictures below `folder`, and every shape that datasets of `type` can have.
inline std::vector<formats::ImportedSample> makeSamples(const QString& folder, domain::DatasetType type, int count)
{
    std::mt19937 random(7);
    std::vector<formats::ImportedSample> samples;
    const std::vector<domain::Label> labels = madeUpLabels();
    for (int i = 0; i < count; ++i) {
        formats::ImportedSample sample;
        // Names that meet each other once their folder or suffix is gone.
        sample.path = folder + QStringLiteral("/%1/图 %2.%3")
                                   .arg(i % 2)
                                   .arg(i / 2)
                                   .arg(i % 3 ? QStringLiteral("jpg") : QStringLiteral("png"));
        makeFile(sample.path);
        sample.sample.id = domain::SampleId(i + 1);
        sample.sample.name = QFileInfo(sample.path).fileName();
        sample.sample.width = 640;
        sample.sample.height = 480;
        sample.sample.usage = domain::SampleUsage(i % 4);
        sample.sample.isHard = i % 5 == 0;
        for (const domain::ShapeKind kind : domain::shapeKindsOf(type)) {
            formats::NamedAnnotation named;
            named.label = labels[random() % labels.size()].name;
            named.annotation.shape = makeShape(kind, random);
            named.annotation.order = int(sample.annotations.size());
            named.annotation.isOccluded = random() % 2 != 0;
            named.annotation.isDifficult = random() % 2 != 0;
            if (random() % 2 != 0) {
                named.annotation.confidence = 0.25;
                named.annotation.attributes.insert(QStringLiteral("colour"), QStringLiteral("red \"1\""));
                named.annotation.author = QStringLiteral("ann");
                named.annotation.createdAt = 1700000000000;
            }
            if (i % 7 != 6) {
                sample.annotations.push_back(std::move(named));
            }
        }
        samples.push_back(std::move(sample));
    }
    return samples;
}

/// What a way through a format and back gave.
struct RoundTrip {
    QStringList differences; ///< "name: what differs"
    QStringList problems;
    formats::LossReport losses;
    std::vector<domain::Label> labels;
    formats::WriteSummary written;
};

inline RoundTrip throughFormat(const formats::Format& format, const std::vector<formats::ImportedSample>& samples,
                               const QString& target, formats::WriteOptions options)
{
    RoundTrip trip;
    core::ProblemList problems;
    options.labels = madeUpLabels();
    formats::LossCounter losses(format.abilities, options);
    QHash<QString, formats::ImportedSample> expected;
    auto writer = format.makeWriter();
    if (!writer->begin(target, options)) {
        trip.problems.append(QStringLiteral("begin"));
        return trip;
    }
    for (formats::ImportedSample sample : samples) {
        if (!losses.reduce(sample)) {
            continue;
        }
        if (!writer->add(sample, problems)) {
            trip.problems.append(QStringLiteral("add"));
        }
        expected.insert(writer->lastPicture(), std::move(sample));
    }
    const auto written = writer->finish();
    if (!written) {
        trip.problems.append(QStringLiteral("finish ") + written.error().detail);
        return trip;
    }
    trip.written = *written;
    trip.losses = losses.report();
    formats::ReadOptions read;
    read.type = options.type;
    read.inputLocation = options.inputLocation;
    read.probe = probeMadeUp;
    read.labels = [&trip](const domain::Label& label) { trip.labels.push_back(label); };
    const auto done = format.makeReader()->read(
        written->path, read,
        [&](formats::ImportedSample&& sample) {
            const auto found = expected.constFind(sample.path);
            if (found == expected.constEnd()) {
                trip.differences.append(sample.path + QStringLiteral(": not expected"));
                return true;
            }
            const QStringList facts = formats::differencesOf(*found, sample, format.abilities);
            if (!facts.isEmpty()) {
                trip.differences.append(sample.path + QStringLiteral(": ") + facts.join(u';'));
            }
            expected.remove(sample.path);
            return true;
        },
        problems, {});
    if (!done) {
        trip.problems.append(QStringLiteral("read ") + done.error().detail);
    }
    trip.problems += problemLines(problems);
    for (auto it = expected.constBegin(); it != expected.constEnd(); ++it) {
        trip.differences.append(it.key() + QStringLiteral(": missing"));
    }
    return trip;
}

} // namespace lw::tests
