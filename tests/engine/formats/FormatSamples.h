// SPDX-License-Identifier: GPL-3.0-or-later
//! Samples with every kind of figure, and round trips through a format.
#pragma once

#include "engine/formats/MaskPixels.h"
#include "tests/engine/formats/FormatDump.h"

#include <QImage>

namespace lw::tests {

/// A picture file of one colour; its suffix says the format.
inline void makePicture(const QString& path, QSize size = {64, 48}, QRgb colour = qRgb(40, 90, 160))
{
    QDir().mkpath(QFileInfo(path).path());
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(colour);
    QVERIFY2(picture.save(path), qPrintable(path));
}

inline formats::ImportedSample sampleOf(const QString& path, QSize size = {64, 48})
{
    formats::ImportedSample sample;
    sample.path = path;
    sample.sample.name = QFileInfo(path).fileName();
    sample.sample.width = size.width();
    sample.sample.height = size.height();
    return sample;
}

inline formats::NamedAnnotation named(const QString& label, domain::Shape shape, int order = 0)
{
    formats::NamedAnnotation annotation;
    annotation.label = label;
    annotation.annotation.shape = std::move(shape);
    annotation.annotation.order = order;
    return annotation;
}

/// A ring of pixels with a hole and a part of its own.
inline domain::Mask holedMask()
{
    QImage pixels(12, 9, QImage::Format_Grayscale8);
    pixels.fill(0);
    for (int y = 0; y < 7; ++y) {
        for (int x = 0; x < 8; ++x) {
            pixels.scanLine(y)[x] = x > 1 && x < 5 && y > 1 && y < 4 ? 0 : 255;
        }
    }
    pixels.scanLine(8)[11] = 255;
    return domain::Mask::fromPixels(pixels.constBits(), pixels.bytesPerLine(), {20, 10, 12, 9});
}

/// One valid figure of each kind that datasets of `type` hold, fractions included, within 64 x 48 pixels.
inline std::vector<domain::Shape> everyShape(domain::DatasetType type)
{
    using domain::Shape;
    std::vector<Shape> shapes;
    for (const domain::ShapeKind kind : domain::shapeKindsOf(type)) {
        switch (kind) {
        case domain::ShapeKind::BoundingBox:
            shapes.push_back(Shape::box({1, 2.25}, {30.5, 40}));
            break;
        case domain::ShapeKind::Polygon:
            shapes.push_back(Shape::polygon({{3, 3}, {20.5, 4}, {18, 22.125}}));
            shapes.push_back(Shape::polygon({{{2, 2}, {30, 2}, {30, 30}, {2, 30}}, {{8, 8}, {12, 8}, {10, 14}},
                                             {{40, 5}, {50, 5}, {45, 11}}}));
            break;
        case domain::ShapeKind::Circle:
            shapes.push_back(Shape::circle({32, 24}, 7.5));
            break;
        case domain::ShapeKind::Line:
            shapes.push_back(Shape::line({1, 1}, {60, 40.5}));
            break;
        case domain::ShapeKind::DashedLine:
            shapes.push_back(Shape::line({5, 40}, {50, 3}, true));
            break;
        case domain::ShapeKind::Point:
            shapes.push_back(Shape::point({12.5, 13.25}));
            break;
        case domain::ShapeKind::RotatedBox:
            shapes.push_back(Shape::rotatedBox({30, 20}, 20, 10, 0.5));
            break;
        case domain::ShapeKind::Ellipse:
            shapes.push_back(Shape::ellipse({30, 24}, 12, 6, 0.25));
            break;
        case domain::ShapeKind::Polyline:
            shapes.push_back(Shape::polyline({{2, 2}, {10, 20}, {30, 5.5}, {60, 44}}));
            break;
        case domain::ShapeKind::Skeleton:
            shapes.push_back(Shape::skeleton({{10, 10}, {0, 0}, {20.5, 30}},
                                             {domain::JointVisibility::Visible, domain::JointVisibility::Absent,
                                              domain::JointVisibility::Hidden}));
            break;
        case domain::ShapeKind::Mask:
            shapes.push_back(Shape::fromMask(holedMask()));
            break;
        case domain::ShapeKind::WholeSample:
            shapes.push_back(Shape::wholeSample());
            break;
        }
    }
    return shapes;
}

/// Writes `samples` to `folder`; the summary, or a failed test.
inline formats::WriteSummary writeAll(const char* format, const QString& folder,
                                      const std::vector<formats::ImportedSample>& samples,
                                      const formats::WriteOptions& options)
{
    auto writer = formats::findFormat(QString::fromLatin1(format))->makeWriter();
    core::ProblemList problems;
    core::Result<> done = writer->begin(folder, options);
    for (const formats::ImportedSample& sample : samples) {
        done = done ? writer->add(sample, problems) : done;
    }
    const auto summary = done ? writer->finish() : core::Result<formats::WriteSummary>(core::failure(done.error()));
    if (!summary) {
        QTest::qFail(qPrintable(summary.error().detail + u' ' + summary.error().path), __FILE__, __LINE__);
        return {};
    }
    if (!problems.isEmpty()) {
        QTest::qFail(qPrintable(problemLines(problems).join(u'\n')), __FILE__, __LINE__);
    }
    return *summary;
}

} // namespace lw::tests
