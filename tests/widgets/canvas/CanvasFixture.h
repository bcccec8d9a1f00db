// SPDX-License-Identifier: GPL-3.0-or-later
//! A canvas on a sample of a temporary project, with mouse and keys in picture coordinates.
#pragma once

#include "models/document/LabelSet.h"
#include "models/document/SampleDocument.h"
#include "tests/support/TempProject.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/canvas/MemoryPicture.h"

#include <QtTest>

namespace lw::tests {

/// The picture is 640 x 480 and lies at the widget's origin at zoom 1, so picture and widget coordinates are equal.
class CanvasFixture {
public:
    explicit CanvasFixture(const std::vector<domain::Annotation>& annotations = {}, const QColor& background = Qt::gray)
        : picture(filled(background))
    {
        project.addSamples(2, [&](int i) { return i == 0 ? annotations : std::vector<domain::Annotation>(); });
        labels = std::make_unique<document::LabelSet>(*project.store, project.dataset);
        document = std::make_unique<document::SampleDocument>(*project.store);
        if (!document->load(project.ids().first())) {
            qFatal("the sample cannot be loaded");
        }
        view = std::make_unique<canvas::CanvasView>(*document, *labels, QStringLiteral("human"));
        view->resize(640, 480);
        view->setPicture(&picture);
        view->show();
        view->zoomToActualSize();
        canvas::CanvasOptions options;
        options.asksForLabel = false;
        options.showsCrosshair = false;
        view->setOptions(options);
        view->setFocus();
        QCoreApplication::processEvents();
    }

    static domain::Annotation box(domain::LabelId label, double x, double y, double w, double h)
    {
        return shape(label, domain::Shape::box({x, y}, {x + w, y + h}));
    }
    static domain::Annotation shape(domain::LabelId label, const domain::Shape& shape)
    {
        domain::Annotation a;
        a.labelId = label;
        a.shape = shape;
        a.author = QStringLiteral("human");
        return a;
    }

    void tool(const char* id) { view->tools().activate(QString::fromLatin1(id)); }
    void press(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(view.get(), Qt::LeftButton, modifiers, at);
    }
    void release(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseRelease(view.get(), Qt::LeftButton, modifiers, at);
    }
    void move(QPoint at, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButtons buttons = {})
    {
        QMouseEvent event(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, buttons, modifiers);
        QApplication::sendEvent(view.get(), &event);
    }
    void click(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        move(at, modifiers);
        press(at, modifiers);
        release(at, modifiers);
        settle();
    }
    /// As a window system sends it: press, release, double click, release.
    void doubleClick(QPoint at)
    {
        press(at);
        release(at);
        QMouseEvent event(QEvent::MouseButtonDblClick, at, view->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton, {});
        QApplication::sendEvent(view.get(), &event);
        release(at);
        settle();
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        move(from, modifiers);
        press(from, modifiers);
        move((from + to) / 2, modifiers, Qt::LeftButton);
        move(to, modifiers, Qt::LeftButton);
        release(to, modifiers);
        settle();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(view.get(), key, modifiers);
        settle();
    }
    /// Until all gestures are on the disk.
    void settle() { QTRY_VERIFY(!document->isSaving() && !view->gate().isHolding()); }

    [[nodiscard]] size_t count() const { return document->annotations().size(); }
    [[nodiscard]] const domain::Annotation& at(size_t index) const { return document->annotations().at(index); }
    [[nodiscard]] QRectF bounds(size_t index) const { return at(index).shape.boundingRect(); }
    void select(std::initializer_list<size_t> indices)
    {
        canvas::Ids ids;
        for (size_t index : indices) {
            ids.push_back(at(index).id);
        }
        view->scene().setSelection(ids);
    }
    [[nodiscard]] std::vector<domain::Shape> shapes() const
    {
        std::vector<domain::Shape> all;
        for (const domain::Annotation& a : document->annotations()) {
            all.push_back(a.shape);
        }
        return all;
    }
    void set(bool canvas::CanvasOptions::*option, bool value)
    {
        canvas::CanvasOptions options = view->options();
        options.*option = value;
        view->setOptions(options);
    }
    /// What the view shows, with everything drawn.
    QImage rendered()
    {
        view->finishRendering();
        return view->grab().toImage().convertToFormat(QImage::Format_RGB32);
    }

    TempProject project;
    canvas::MemoryPicture picture;
    std::unique_ptr<document::LabelSet> labels;
    std::unique_ptr<document::SampleDocument> document;
    std::unique_ptr<canvas::CanvasView> view;

private:
    static QImage filled(const QColor& colour)
    {
        QImage image(640, 480, QImage::Format_RGB32);
        image.fill(colour);
        return image;
    }
};

/// Undo and redo, twice, lead to the states before and after the last step.
inline void verifyUndoRedo(CanvasFixture& f, const std::vector<domain::Shape>& before)
{
    const std::vector<domain::Shape> after = f.shapes();
    QVERIFY(before != after);
    for (int round = 0; round < 2; ++round) {
        f.document->undo();
        f.settle();
        QVERIFY(f.shapes() == before);
        f.document->redo();
        f.settle();
        QVERIFY(f.shapes() == after);
    }
}

} // namespace lw::tests
