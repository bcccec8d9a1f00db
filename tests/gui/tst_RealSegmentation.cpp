// SPDX-License-Identifier: GPL-3.0-or-later
//! Real outlines through the real window: import, four clicks, brush, hole, publish, every format and back.
#include "app/jobs/EngineVision.h"
#include "models/store/SampleRepository.h"
#include "models/store/TaskRepository.h"
#include "models/store/VersionRepository.h"
#include "tests/gui/support/GuiFixture.h"
#include "tests/support/TestData.h"
#include "widgets/canvas/CanvasView.h"
#include "widgets/canvas/VisionService.h"

#include <QComboBox>
#include <QDirIterator>
#include <QDoubleSpinBox>
#include <QLabel>

#include <map>

using namespace lw;
using namespace lw::tests;
using domain::Annotation;
using domain::ShapeKind;

namespace {

using Annotations = std::vector<Annotation>;

/// The annotations of a dataset with the names of their labels, by picture.
struct Objects {
    struct Object {
        QString label;
        domain::Shape shape;
    };
    std::map<QString, std::vector<Object>> byPicture;
    std::map<QString, QSize> sizes;
};

class SegmentationGui {
public:
    SegmentationGui() { [&] { QVERIFY(gui.context().createProject(gui.path(QStringLiteral("project")))); }(); }

    domain::DatasetId makeDataset(const QString& name)
    {
        domain::Dataset row;
        row.name = name;
        row.type = domain::DatasetType::ImageSegmentation;
        row.inputLocation = gui.path(QStringLiteral("in-") + name);
        row.outputLocation = gui.path(QStringLiteral("out-") + name);
        QDir().mkpath(row.inputLocation);
        QDir().mkpath(row.outputLocation);
        auto made = store::DatasetRepository(gui.store()).create(row, {});
        [&] { QTRY_VERIFY(made.isFinished()); }();
        return *made.result();
    }
    /// Through the dialog; `format` must be what it recognises.
    void import(domain::DatasetId id, const QString& from, const QString& format)
    {
        gui.window().navigate(studio::Route{.page = studio::PageKind::Samples, .dataset = id});
        gui.click("importButton");
        QDialog* dialog = gui.dialog("importDialog");
        GuiFixture::fill(dialog, "from", from);
        QTRY_COMPARE(dialog->findChild<QComboBox*>(QStringLiteral("format"))->currentData().toString(), format);
        GuiFixture::accept(dialog);
        gui.awaitJobs();
    }
    /// Through the dialog and the page of losses, with the check of what was written.
    void exportAs(domain::DatasetId id, const QString& format, const QString& folder)
    {
        gui.window().navigate(studio::Route{.page = studio::PageKind::Overview, .dataset = id});
        gui.click("exportButton");
        QDialog* dialog = gui.dialog("exportDialog");
        auto* formats = dialog->findChild<QComboBox*>(QStringLiteral("format"));
        QVERIFY2(formats->findData(format) >= 0, qPrintable(format));
        formats->setCurrentIndex(formats->findData(format));
        GuiFixture::fill(dialog, "folder", folder);
        GuiFixture::accept(dialog);
        QDialog* losses = gui.dialog("lossDialog");
        QTest::mouseClick(losses->findChild<QAbstractButton*>(QStringLiteral("acceptButton")), Qt::LeftButton);
        QTRY_VERIFY(QFileInfo::exists(folder));
        gui.awaitJobs();
        const auto tasks = store::TaskRepository(gui.store()).list(id);
        const auto problems = store::TaskRepository(gui.store()).problems(tasks->front().id);
        for (const core::Problem& problem : *problems) {
            QVERIFY2(problem.code != core::ProblemCode::ReadBackDiffers,
                     qPrintable(problem.file + QStringLiteral(": ") + problem.detail));
        }
    }
    [[nodiscard]] Objects objects(domain::DatasetId id)
    {
        Objects result;
        items::SampleListModel& list = gui.context().project()->samples(id).model;
        const store::SampleRepository samples(gui.store());
        [&] { QTRY_VERIFY(list.rowCount() > 0); }();
        for (int row = 0; row < list.rowCount(); ++row) {
            const auto sample = samples.find(list.idAt(row));
            const auto annotations = samples.annotations(list.idAt(row));
            result.sizes[sample->name] = QSize(sample->width, sample->height);
            for (const Annotation& each : *annotations) {
                const domain::Label* label = gui.context().project()->labels(id).find(each.labelId);
                result.byPicture[sample->name].push_back({label ? label->name : QString(), each.shape});
            }
        }
        return result;
    }

    GuiFixture gui;
};

/// Shared pixels over pixels of either.
double likeness(const canvas::VisionService& vision, const domain::Shape& a, const domain::Shape& b, QSize size)
{
    const domain::Mask first = vision.maskOf(a, size), second = vision.maskOf(b, size);
    const double either = double(vision.united(first, second).area());
    return either == 0 ? 1 : (double(first.area() + second.area()) - either) / either;
}

/// Every object of `before` has one of its label in `after` that covers the same pixels but for `tolerance`.
void compareObjects(const canvas::VisionService& vision, const Objects& before, const Objects& after, double tolerance,
                    const QString& format)
{
    for (const auto& [picture, objects] : before.byPicture) {
        const auto other = after.byPicture.find(picture);
        QVERIFY2(other != after.byPicture.end(), qPrintable(format + u' ' + picture));
        QVERIFY2(other->second.size() == objects.size(), qPrintable(format + u' ' + picture));
        for (const Objects::Object& object : objects) {
            double best = 0;
            for (const Objects::Object& candidate : other->second) {
                if (candidate.label == object.label) {
                    best = std::max(best, likeness(vision, object.shape, candidate.shape, before.sizes.at(picture)));
                }
            }
            QVERIFY2(best >= 1 - tolerance, qPrintable(QStringLiteral("%1, %2, %3: %4 of the pixels")
                                                           .arg(format, picture, object.label)
                                                           .arg(best)));
        }
    }
}

/// The number in each pixel's "class_number", 0 where nothing is; later objects cover earlier ones.
std::map<QString, QImage> classPictures(const canvas::VisionService& vision, const Objects& objects)
{
    std::map<QString, QImage> result;
    for (const auto& [picture, list] : objects.byPicture) {
        const QSize size = objects.sizes.at(picture);
        QImage image(size, QImage::Format_Grayscale8);
        image.fill(0);
        for (const Objects::Object& object : list) {
            vision.maskOf(object.shape, size)
                .drawOn(image.bits(), image.bytesPerLine(), image.rect(), uchar(object.label.mid(6).toInt()));
        }
        result[picture] = image;
    }
    return result;
}

void compareClasses(const std::map<QString, QImage>& before, const std::map<QString, QImage>& after,
                    const QString& format)
{
    QCOMPARE(after.size(), before.size());
    for (const auto& [picture, image] : before) {
        const auto other = after.find(picture);
        QVERIFY2(other != after.end() && other->second.size() == image.size(), qPrintable(format + u' ' + picture));
        qint64 different = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                different += image.constScanLine(y)[x] != other->second.constScanLine(y)[x] ? 1 : 0;
            }
        }
        QVERIFY2(different == 0,
                 qPrintable(QStringLiteral("%1, %2: %3 pixels").arg(format, picture).arg(different)));
    }
}

/// The outermost points of an outline: top, left, bottom, right.
std::array<domain::ImagePoint, 4> extremes(const domain::Shape& shape)
{
    const auto by = [&shape](auto isBefore) {
        return *std::min_element(shape.points.begin(), shape.points.end(), isBefore);
    };
    using Point = domain::ImagePoint;
    return {by([](const Point& a, const Point& b) { return a.y < b.y; }),
            by([](const Point& a, const Point& b) { return a.x < b.x; }),
            by([](const Point& a, const Point& b) { return a.y > b.y; }),
            by([](const Point& a, const Point& b) { return a.x > b.x; })};
}

} // namespace

class tst_RealSegmentation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outlinesFromFolderThroughEveryFormatAndBack()
    {
        LW_REQUIRE_DATA(data, "formats/labelme/instance_segmentation/data_annotated");
        SegmentationGui studio;
        GuiFixture& gui = studio.gui;
        const domain::DatasetId id = studio.makeDataset(QStringLiteral("people"));
        studio.import(id, data, QStringLiteral("labelme"));
        items::SampleListModel& list = gui.context().project()->samples(id).model;
        QTRY_COMPARE(list.rowCount(), 3);
        QCOMPARE(store::DatasetRepository(gui.store()).find(id)->counters.annotations, 14);

        // A bus again.
        const domain::SampleId bus = list.idAt(2);
        const auto imported = store::SampleRepository(gui.store()).annotations(bus);
        const auto largest = std::max_element(
            imported->begin(), imported->end(),
            [](const Annotation& a, const Annotation& b) { return a.shape.area() < b.shape.area(); });
        edits(studio, id, bus, largest->shape);
        const Objects before = studio.objects(id);
        publishes(studio, id, QStringLiteral("people"), 3);

        // The canvas is gone by now.
        const jobs::EngineVision vision(gui.context().pools().compute(), [] { return nullptr; });
        for (const char* name : {"voc", "coco", "labelme", "yolo_segmentation", "cvat"}) {
            const QString format = QString::fromLatin1(name);
            const QString folder = gui.path(QStringLiteral("export-") + format);
            studio.exportAs(id, format, folder);
            const domain::DatasetId again = studio.makeDataset(QString(format).replace(u'_', u'-'));
            studio.import(again, folder, format);
            const bool isRounded = format.startsWith(QLatin1String("yolo"));
            compareObjects(vision, before, studio.objects(again), isRounded ? 0.03 : 0.001, format);
        }
    }

    void masksFromFolderThroughEveryFormatAndBack()
    {
        LW_REQUIRE_DATA(data, "segmentation/camvid");
        SegmentationGui studio;
        GuiFixture& gui = studio.gui;
        const QString from = gui.path(QStringLiteral("camvid"));
        std::map<QString, QImage> expected;
        for (const char* name : {"0016E5_07959", "0016E5_08001"}) {
            for (const char* folder : {"/val", "/valannot"}) {
                const QString file = QLatin1String(folder) + u'/' + QLatin1String(name) + QStringLiteral(".png");
                QVERIFY(QDir().mkpath(from + QLatin1String(folder)));
                QVERIFY2(QFile::copy(data + file, from + file), qPrintable(file));
                expected[QFileInfo(file).fileName()] = QImage(from + file).convertToFormat(QImage::Format_Grayscale8);
            }
        }
        const domain::DatasetId id = studio.makeDataset(QStringLiteral("streets"));
        studio.import(id, from, QStringLiteral("masks"));
        items::SampleListModel& list = gui.context().project()->samples(id).model;
        QTRY_COMPARE(list.rowCount(), 2);
        const jobs::EngineVision vision(gui.context().pools().compute(), [] { return nullptr; });
        compareClasses(expected, classPictures(vision, studio.objects(id)), QStringLiteral("the source"));

        // A car again.
        const domain::Label* car = gui.context().project()->labels(id).findByName(QStringLiteral("class_8"));
        QVERIFY(car);
        const auto imported = store::SampleRepository(gui.store()).annotations(list.idAt(0));
        const auto largest =
            std::max_element(imported->begin(), imported->end(), [car](const Annotation& a, const Annotation& b) {
                const auto rank = [car](const Annotation& each) {
                    return each.labelId == car->id ? each.shape.area() : 0.0;
                };
                return rank(a) < rank(b);
            });
        QVERIFY(largest != imported->end() && largest->labelId == car->id);
        edits(studio, id, list.idAt(0), vision.polygonOf(largest->shape.mask, 0.5));
        const Objects before = studio.objects(id);
        publishes(studio, id, QStringLiteral("streets"), 2);

        const auto edited = classPictures(vision, before);
        for (const char* name : {"masks", "coco", "voc", "labelme", "yolo_segmentation", "cvat"}) {
            const QString format = QString::fromLatin1(name);
            const QString folder = gui.path(QStringLiteral("export-") + format);
            studio.exportAs(id, format, folder);
            const domain::DatasetId again = studio.makeDataset(QString(format).replace(u'_', u'-'));
            studio.import(again, folder, format);
            compareClasses(edited, classPictures(vision, studio.objects(again)), format);
        }
    }

private:
    /// Draws `drawn` again by four clicks on its outline, states how sure that is, paints an object and rubs a hole.
    static void edits(SegmentationGui& studio, domain::DatasetId id, domain::SampleId sample,
                      const domain::Shape& drawn)
    {
        GuiFixture& gui = studio.gui;
        gui.window().navigate(studio::Route{.page = studio::PageKind::Canvas, .dataset = id, .sample = sample});
        auto* view = gui.find<canvas::CanvasView>("canvas");
        QTRY_VERIFY(view->isVisible() && !view->transform().imageSize().isEmpty());
        QTRY_VERIFY(view->tools().vision() && view->tools().vision()->isReady());
        canvas::CanvasOptions options = view->options();
        options.asksForLabel = false;
        view->setOptions(options);
        view->setFocus();
        const auto stored = [&] {
            return store::SampleRepository(gui.store()).annotations(sample).value_or(Annotations{});
        };
        const auto at = [view](double x, double y) {
            const auto point = view->transform().toView(domain::ImagePoint{x, y});
            return QPoint(qRound(point.x), qRound(point.y));
        };
        const Annotations imported = stored();
        gui.trigger("action.canvas.tool.extreme");
        for (const domain::ImagePoint& point : extremes(drawn)) {
            const QSizeF size = view->transform().imageSize();
            QTest::mouseClick(view, Qt::LeftButton, {},
                              at(std::clamp(point.x, 1.0, size.width() - 2), std::clamp(point.y, 1.0, size.height() - 2)));
        }
        gui.context().pools().compute().waitForDone();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_COMPARE(stored().size(), imported.size() + 1);
        QTRY_VERIFY(!view->scene().document().isSaving());
        const Annotation four = stored().back();
        const QSize size = view->transform().imageSize().toSize();
        const double same = likeness(*view->tools().vision(), four.shape, drawn, size);
        QVERIFY2(same > 0.6, qPrintable(QString::number(same)));

        // Its confidence is shown and can be changed.
        QVERIFY(four.confidence);
        QTest::keyClick(view, Qt::Key_V);
        view->scene().setSelection({four.id});
        auto* confidence = gui.find<QDoubleSpinBox>("objectConfidence");
        QTRY_VERIFY(qAbs(confidence->value() - *four.confidence * 100) < 0.06);
        confidence->setValue(62.5);
        QTRY_VERIFY(stored().back().confidence == 0.625);
        QTRY_VERIFY(!view->scene().document().isSaving());

        // A brush stroke with a hole rubbed into it.
        view->setFocus();
        view->scene().setSelection({});
        gui.trigger("action.canvas.tool.brush");
        for (const int y : {40, 60, 80}) {
            QTest::mousePress(view, Qt::LeftButton, {}, at(60, y));
            QTest::mouseMove(view, at(100, y));
            QTest::mouseMove(view, at(140, y));
            QTest::mouseRelease(view, Qt::LeftButton, {}, at(140, y));
            QTRY_VERIFY(!view->scene().document().isSaving());
        }
        QTRY_COMPARE(stored().size(), imported.size() + 2);
        const qint64 painted = stored().back().shape.mask.area();
        gui.trigger("action.canvas.tool.eraser");
        QTest::mouseClick(view, Qt::LeftButton, {}, at(100, 60));
        QTRY_VERIFY(stored().back().shape.mask.area() < painted);
        QVERIFY(!stored().back().shape.mask.contains(100, 60));
        QTRY_VERIFY(!view->scene().document().isSaving());
    }

    /// A version with polygons, mask_source, mask_color and the pictures of masks.
    static void publishes(SegmentationGui& studio, domain::DatasetId id, const QString& name, int pictures)
    {
        GuiFixture& gui = studio.gui;
        gui.window().navigate(studio::Route{.page = studio::PageKind::Overview, .dataset = id});
        gui.click("publishButton");
        GuiFixture::accept(gui.dialog("publishDialog"));
        gui.awaitJobs();
        QTRY_COMPARE(store::VersionRepository(gui.store()).list(id)->size(), size_t(1));
        const auto versions = store::VersionRepository(gui.store()).list(id);
        QVERIFY(QFileInfo::exists(versions->front().manifestPath));
        int xmlFiles = 0, masks = 0;
        QDirIterator files(gui.path(QStringLiteral("out-") + name), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.endsWith(QLatin1String(".png"))) {
                ++masks;
                QVERIFY(!QImage(path).isNull());
            } else if (path.endsWith(QLatin1String(".xml"))) {
                ++xmlFiles;
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray xml = file.readAll();
                for (const char* tag : {"<mask_source>", "<mask_color>", "<polygon>"}) {
                    QVERIFY2(xml.contains(tag), qPrintable(path));
                }
            }
        }
        QCOMPARE(xmlFiles, pictures);
        QVERIFY(masks >= pictures);
    }
};

QTEST_MAIN(tst_RealSegmentation)
#include "tst_RealSegmentation.moc"
