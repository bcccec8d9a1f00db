// SPDX-License-Identifier: GPL-3.0-or-later
//! Every kind of shape is seen on a thumbnail, at half its size.
#include "models/document/LabelSet.h"
#include "models/domain/Skeletons.h"
#include "tests/support/TempProject.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/OutlinePainter.h"

#include <QPainter>
#include <QtTest>

using namespace lw;
using domain::ImagePoint;
using domain::JointVisibility;
using domain::Shape;

namespace {

domain::Mask square()
{
    const QRect window(40, 40, 40, 40);
    std::vector<uchar> pixels(1600, 255);
    return domain::Mask::fromPixels(pixels.data(), 40, window);
}

} // namespace

class TestOutlinePainter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        common::applyTheme(*qApp, common::ThemeMode::Light);
        domain::Label cat = store::LabelRepository(*m_project.store).list(m_project.dataset)->front();
        cat.skeleton = {{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, {{0, 1}, {1, 2}}, {}};
        QVERIFY(store::LabelRepository(*m_project.store).update(cat).result());
        m_labels = std::make_unique<document::LabelSet>(*m_project.store, m_project.dataset);
    }
    void cleanupTestCase() { m_labels.reset(); }

    void drawsEveryKind_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<QPoint>("on"); // thumbnail pixels
        QTest::addColumn<QPoint>("off");
        using Ring = std::vector<ImagePoint>;
        QTest::newRow("rotated box") << Shape::rotatedBox({100, 100}, 100, 100, M_PI / 4) << QPoint(50, 15)
                                     << QPoint(25, 25);
        QTest::newRow("ellipse") << Shape::ellipse({100, 100}, 80, 40, 0) << QPoint(90, 50) << QPoint(88, 30);
        QTest::newRow("polyline") << Shape::polyline({{20, 20}, {100, 20}, {100, 100}}) << QPoint(50, 30)
                                  << QPoint(30, 30);
        QTest::newRow("hole") << Shape::polygon(std::vector<Ring>{{{20, 20}, {180, 20}, {180, 180}, {20, 180}},
                                                                  {{60, 60}, {140, 60}, {140, 140}, {60, 140}}})
                              << QPoint(50, 30) << QPoint(20, 20);
        QTest::newRow("no line from ring to ring")
            << Shape::polygon(std::vector<Ring>{{{20, 20}, {60, 20}, {60, 60}}, {{140, 140}, {180, 140}, {180, 180}}})
            << QPoint(80, 70) << QPoint(50, 50);
        QTest::newRow("bone") << Shape::skeleton({{20, 100}, {100, 100}, {100, 180}},
                                                 std::vector(3, JointVisibility::Visible))
                              << QPoint(30, 50) << QPoint(30, 70);
        QTest::newRow("absent joint") << Shape::skeleton({{20, 100}, {100, 100}, {100, 180}},
                                                         {JointVisibility::Visible, JointVisibility::Hidden,
                                                          JointVisibility::Absent})
                                      << QPoint(30, 50) << QPoint(50, 75);
        QTest::newRow("mask") << Shape::fromMask(square()) << QPoint(30, 30) << QPoint(45, 45);
    }
    void drawsEveryKind()
    {
        QFETCH(Shape, shape);
        QFETCH(QPoint, on);
        QFETCH(QPoint, off);
        QVERIFY(shape.isValid());
        QImage image(100, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        gallery::paintOutlines(painter, {{m_project.cat, shape}}, *m_labels, {200, 200}, image.rect());
        painter.end();
        QVERIFY(isInked(image, on));
        QVERIFY(!isInked(image, off));
    }

private:
    /// Something is drawn within a pixel of it.
    static bool isInked(const QImage& image, QPoint at)
    {
        for (int y = -1; y <= 1; ++y) {
            for (int x = -1; x <= 1; ++x) {
                if (image.pixelColor(at + QPoint(x, y)) != QColor(Qt::white)) {
                    return true;
                }
            }
        }
        return false;
    }

    tests::TempProject m_project;
    std::unique_ptr<document::LabelSet> m_labels;
};

QTEST_MAIN(TestOutlinePainter)
#include "tst_OutlinePainter.moc"
