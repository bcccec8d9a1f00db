// SPDX-License-Identifier: GPL-3.0-or-later
//! A segmentation dataset with one generated picture, open on the real canvas.
#pragma once

#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"
#include "tests/gui/support/GuiFixture.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/canvas/VisionService.h"

namespace lw::tests {

inline constexpr QSize kSize(320, 240);
inline constexpr QRect kObject(100, 60, 120, 110); ///< of the ellipse in the picture

/// An orange ellipse on green.
inline void writeObject(const QString& path)
{
    QImage image(kSize, QImage::Format_RGB32);
    image.fill(QColor(60, 140, 50));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(220, 120, 30));
    painter.drawEllipse(kObject);
    painter.end();
    QVERIFY2(image.save(path), qPrintable(path));
}

/// A segmentation dataset with one picture, open on the canvas, at a known zoom.
class SegmentGui {
public:
    explicit SegmentGui(domain::DatasetType type = domain::DatasetType::ImageSegmentation)
    {
        const QString input = gui.path(QStringLiteral("data"));
        QDir().mkpath(input);
        writeObject(input + QStringLiteral("/object.png"));
        [&] { QVERIFY(gui.context().createProject(gui.path(QStringLiteral("project")))); }();
        domain::Dataset row;
        row.name = QStringLiteral("objects");
        row.type = type;
        row.inputLocation = input;
        row.outputLocation = gui.path(QStringLiteral("output"));
        QDir().mkpath(row.outputLocation);
        auto made = store::DatasetRepository(gui.store()).create(row, {});
        [&] { QTRY_VERIFY(made.isFinished()); }();
        dataset = *made.result();
        domain::Label label;
        label.datasetId = dataset;
        label.name = QStringLiteral("thing");
        label.colour = 0xFF3366FF;
        auto added = store::LabelRepository(gui.store()).create(label);
        [&] { QTRY_VERIFY(added.isFinished()); }();
        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = dataset});
        gui.click("syncButton");
        gui.awaitJobs();
        [&] { QTRY_COMPARE(list().rowCount(), 1); }();
        open();
    }

    [[nodiscard]] items::SampleListModel& list() { return gui.context().project()->samples(dataset).model; }
    void open()
    {
        gui.window().navigate(
            studio::Route{.page = studio::PageKind::Canvas, .dataset = dataset, .sample = list().idAt(0)});
        view = gui.find<canvas::CanvasView>("canvas");
        [&] { QTRY_VERIFY(view->isVisible() && view->transform().imageSize() == QSizeF(kSize)); }();
        canvas::CanvasOptions options = view->options();
        options.asksForLabel = false; // the popup has its own tests
        view->setOptions(options);
        view->setFocus();
        [&] { QTRY_VERIFY(view->tools().vision() && view->tools().vision()->isReady()); }();
    }
    [[nodiscard]] QPoint at(double x, double y) const
    {
        const auto point = view->transform().toView(domain::ImagePoint{x, y});
        return {qRound(point.x), qRound(point.y)};
    }
    void click(double x, double y, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseMove(view, at(x, y));
        QTest::mouseClick(view, Qt::LeftButton, modifiers, at(x, y));
    }
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mousePress(view, Qt::LeftButton, modifiers, at(from.x(), from.y()));
        QTest::mouseMove(view, at((from.x() + to.x()) / 2, (from.y() + to.y()) / 2));
        QTest::mouseMove(view, at(to.x(), to.y()));
        QTest::mouseRelease(view, Qt::LeftButton, modifiers, at(to.x(), to.y()));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(view, key, modifiers); }
    void tool(const char* id)
    {
        gui.trigger(qPrintable(QStringLiteral("action.canvas.tool.") + QString::fromLatin1(id)));
        QCOMPARE(view->tools().activeId(), QString::fromLatin1(id));
    }
    void clickExtremes() const
    {
        click(160, 60.5);
        click(100.5, 115);
        click(160, 169.5);
        click(219.5, 115);
    }
    [[nodiscard]] std::vector<domain::Annotation> stored()
    {
        return store::SampleRepository(gui.store())
            .annotations(list().idAt(0))
            .value_or(std::vector<domain::Annotation>{});
    }
    /// Of the first object; an empty one while nothing is stored or listed yet.
    [[nodiscard]] domain::Shape storedShape()
    {
        const std::vector<domain::Annotation> all = stored();
        return all.empty() ? domain::Shape() : all.front().shape;
    }
    [[nodiscard]] domain::Mask truth() const
    {
        return view->tools().vision()->maskOf(
            domain::Shape::ellipse({160, 115}, kObject.width() / 2.0, kObject.height() / 2.0, 0), kSize);
    }
    /// Shared pixels over pixels of either.
    [[nodiscard]] double likeness(const domain::Shape& shape) const
    {
        const domain::Mask mask = view->tools().vision()->maskOf(shape, kSize);
        const double either = double(view->tools().vision()->united(mask, truth()).area());
        return (double(mask.area() + truth().area()) - either) / either;
    }
    /// Until the question to the image processing is answered.
    void awaitAnswer()
    {
        gui.context().pools().compute().waitForDone();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    /// Until what was done is on the disk.
    void settle() const { QTRY_VERIFY(!view->scene().document().isSaving()); }

    GuiFixture gui;
    domain::DatasetId dataset;
    canvas::CanvasView* view = nullptr;
};

} // namespace lw::tests
