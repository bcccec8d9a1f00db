// SPDX-License-Identifier: GPL-3.0-or-later
//! Networks that help on the real canvas: an imported assistant that answers clicks and boxes, outlines that were
//! learned. Most tests talk with a script that pretends to be the worker, so that its answers, and its failures, are
//! known.
#include "app/studio/canvas/AssistBar.h"
#include "engine/jobs/ModelLibrary.h"
#include "tests/engine/jobs/WorkerScript.h"
#include "tests/gui/support/SegmentGui.h"
#include "tests/support/Torch.h"
#include "widgets/canvas/tools/PromptTool.h"
#include "widgets/common/ElidedLabel.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

using namespace lw;
using namespace lw::tests;
using domain::ShapeKind;

namespace {

/// What the pretended worker finds wherever it is asked.
const QByteArray kFound =
    "{\\\"mask\\\":{\\\"x\\\":100,\\\"y\\\":60,\\\"width\\\":120,\\\"height\\\":110,\\\"runs\\\":[0,13200]},"
    "\\\"polygon\\\":[[[100,60],[220,60],[220,170],[100,170]]],\\\"confidence\\\":0.75}";

/// Answers `op` with the lines of shell given, anything else with an empty result. All requests are kept beside the
/// script, in "<script>.asked".
QByteArray answering(const QByteArray& op, const QByteArray& lines)
{
    return "echo '{\"hello\":{\"protocol\":1,\"version\":\"0\"}}'\n"
           "while read -r line; do\n"
           "  echo \"$line\" >> \"$0.asked\"\n"
           "  id=$(echo \"$line\" | sed 's/.*\"id\":\\([0-9]*\\).*/\\1/')\n"
           "  case \"$line\" in\n"
           "  *'\"op\":\"" +
           op + "\"'*)\n" + lines +
           "\n  ;;\n"
           "  *) echo \"{\\\"id\\\":$id,\\\"result\\\":{}}\" ;;\n"
           "  esac\n"
           "done\n";
}

QByteArray result(const QByteArray& json)
{
    return "echo \"{\\\"id\\\":$id,\\\"result\\\":" + json + "}\"";
}

/// A model in the library, written by hand: what its programs are only the worker must know.
void addModel(const QString& project, const QString& id, const QJsonObject& more)
{
    const QString folder = project + QStringLiteral("/models/") + id;
    QVERIFY(QDir().mkpath(folder));
    QJsonObject json{{QStringLiteral("format"), 1},
                     {QStringLiteral("name"), id},
                     {QStringLiteral("version"), QStringLiteral("V0001")},
                     {QStringLiteral("file"), QStringLiteral("model.pt")},
                     {QStringLiteral("fileFormat"), QStringLiteral("torchscript")},
                     {QStringLiteral("createdAt"), 1}};
    for (auto it = more.begin(); it != more.end(); ++it) {
        json.insert(it.key(), it.value());
    }
    QFile file(folder + QStringLiteral("/model.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(json).toJson());
}

class AssistedGui : public SegmentGui {
public:
    using SegmentGui::SegmentGui;

    [[nodiscard]] QString project() { return gui.context().project()->folder(); }
    /// Comes back to the canvas, as after an import on the page of models.
    void comeBack()
    {
        gui.window().navigate(studio::Route{.page = studio::PageKind::Models});
        open();
    }
    void addAssistant()
    {
        addModel(project(), QStringLiteral("helper"),
                 {{QStringLiteral("use"), QStringLiteral("point-and-box")},
                  {QStringLiteral("net"), QStringLiteral("point_and_box")}});
        comeBack();
        QTRY_VERIFY(view->tools().vision()->hasAssistant());
    }
    /// Outlines that were learned on this dataset, and how well.
    void addLearned(double learned, double builtIn)
    {
        const QString uid = store::DatasetRepository(gui.store()).find(dataset)->uid;
        addModel(project(), QStringLiteral("clicks"),
                 {{QStringLiteral("use"), QStringLiteral("four-clicks")},
                  {QStringLiteral("datasetUid"), uid},
                  {QStringLiteral("jobId"), QStringLiteral("job")},
                  {QStringLiteral("metrics"), QJsonObject{{QStringLiteral("iou"), learned},
                                                          {QStringLiteral("builtInIou"), builtIn},
                                                          {QStringLiteral("compared"), 10},
                                                          {QStringLiteral("outlines"), 42}}}});
        comeBack();
    }
    /// The worker from now on.
    void pretend(const QByteArray& script)
    {
        m_script = workerScript(gui.path(QStringLiteral("worker")), script);
        qputenv("LABELWRIGHT_ENGINE", m_script.toUtf8());
    }
    [[nodiscard]] QByteArray asked() const
    {
        QFile file(m_script + QStringLiteral(".asked"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QByteArray lastAsked(const char* op) const
    {
        const QByteArray wanted = QByteArray("\"op\":\"") + op + '"';
        QByteArray last;
        for (const QByteArray& line : asked().split('\n')) {
            if (line.contains(wanted)) {
                last = line;
            }
        }
        return last;
    }
    [[nodiscard]] QString message() { return gui.find<common::ElidedLabel>("canvasMessage")->text(); }

private:
    QString m_script;
};

} // namespace

class tst_Assistants : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("LABELWRIGHT_ENGINE"); }

    void theToolIsOnlyThereWithAnAssistant()
    {
        AssistedGui canvas;
        canvas.pretend(answering("assistant-mask", result(kFound)));
        const auto button = [&] { return canvas.gui.find<QToolButton>("action.canvas.tool.prompt.button"); };
        QVERIFY(!button()->isVisible());
        canvas.view->tools().activate(QStringLiteral("prompt"));
        QCOMPARE(canvas.view->tools().activeId(), QStringLiteral("select"));
        canvas.addAssistant();
        QTRY_VERIFY(button()->isVisible());
        canvas.tool("prompt");
        QVERIFY(canvas.gui.find<studio::AssistBar>("assistBar")->isVisible());
        QCOMPARE(canvas.gui.find<QComboBox>("assistantChoice")->currentText(), QStringLiteral("helper"));

        // It goes with its last assistant, and whoever used it selects again.
        QVERIFY(worker::ModelLibrary(canvas.project()).remove(QStringLiteral("helper")));
        canvas.comeBack();
        QTRY_VERIFY(!button()->isVisible());
        QCOMPARE(canvas.view->tools().activeId(), QStringLiteral("select"));
    }

    void aClickShowsTheOutlineAndEnterTakesIt()
    {
        AssistedGui canvas;
        canvas.pretend(answering("assistant-mask", result(kFound)));
        canvas.addAssistant();
        canvas.tool("prompt");
        // The picture is looked at before anybody asks.
        QTRY_VERIFY(!canvas.lastAsked("assistant-embed").isEmpty());
        QVERIFY(canvas.lastAsked("assistant-embed").contains("object.png"));
        const QImage before = canvas.view->grab().toImage();
        canvas.click(160, 115);
        QTRY_VERIFY(canvas.view->grab().toImage() != before);
        awaitOutline(canvas);
        QVERIFY(canvas.lastAsked("assistant-mask").contains("\"points\":[[160,115,1]]"));
        QVERIFY(canvas.stored().empty());

        // What is not part of it: Alt, Shift, or X and a click.
        canvas.click(110, 70, Qt::AltModifier);
        QTRY_VERIFY(canvas.lastAsked("assistant-mask").contains("[[160,115,1],[110,70,0]]"));
        canvas.click(210, 70, Qt::ShiftModifier);
        QTRY_VERIFY(canvas.lastAsked("assistant-mask").contains("[210,70,0]]"));
        canvas.key(Qt::Key_X);
        canvas.click(210, 160);
        QTRY_VERIFY(canvas.lastAsked("assistant-mask").contains("[210,160,0]]"));

        // Ctrl+Z takes back the last one, and asks about the rest.
        canvas.gui.trigger("action.canvas.undo");
        QTRY_VERIFY(canvas.lastAsked("assistant-mask").contains("[[160,115,1],[110,70,0],[210,70,0]]"));
        awaitOutline(canvas);
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        const domain::Annotation made = canvas.stored().front();
        QCOMPARE(made.shape.kind, ShapeKind::Polygon);
        QCOMPARE(made.shape.boundingRect(), QRectF(100, 60, 120, 110));
        QCOMPARE(made.confidence, std::optional(0.75));
        QVERIFY(!canvas.view->tools().active().isBusy());

        // There and back again, twice.
        for (int round = 0; round < 2; ++round) {
            canvas.settle();
            canvas.gui.trigger("action.canvas.undo");
            QTRY_VERIFY(canvas.stored().empty());
            canvas.settle();
            canvas.gui.trigger("action.canvas.redo");
            QTRY_COMPARE(canvas.stored().size(), size_t(1));
            QCOMPARE(canvas.stored().front().shape, made.shape);
        }
    }

    void aDraggedBoxAndTheKeyboardWorkToo()
    {
        AssistedGui canvas;
        canvas.pretend(answering("assistant-mask", result(kFound)));
        canvas.addAssistant();
        canvas.tool("prompt");
        canvas.drag({90, 50}, {230, 180});
        QTRY_VERIFY(canvas.lastAsked("assistant-mask").contains("\"box\":[90,50,140,130]"));
        awaitOutline(canvas);
        canvas.key(Qt::Key_Escape);
        QVERIFY(!canvas.view->tools().active().isBusy());
        QVERIFY(canvas.stored().empty());

        // Arrow keys move a crosshair from the middle, Enter sets a point, Enter again takes the outline.
        QTest::mouseMove(canvas.view, canvas.at(160, 115));
        canvas.key(Qt::Key_Right);
        canvas.key(Qt::Key_Return);
        awaitOutline(canvas);
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
    }

    void objectsBecomeWhatTheDatasetHas()
    {
        {
            AssistedGui detection(domain::DatasetType::ObjectDetection);
            detection.pretend(answering("assistant-mask", result(kFound)));
            detection.addAssistant();
            takeOne(detection);
            QCOMPARE(detection.stored().front().shape.kind, ShapeKind::BoundingBox);
            QCOMPARE(detection.stored().front().shape.boundingRect(), QRectF(100, 60, 120, 110));
        }
        AssistedGui masks;
        masks.pretend(answering("assistant-mask", result(kFound)));
        auto row = *store::DatasetRepository(masks.gui.store()).find(masks.dataset);
        row.defaultShape = ShapeKind::Mask;
        auto written = store::DatasetRepository(masks.gui.store()).update(row);
        QTRY_VERIFY(written.isFinished());
        masks.addAssistant();
        takeOne(masks);
        QCOMPARE(masks.stored().front().shape.kind, ShapeKind::Mask);
        QCOMPARE(masks.stored().front().shape.mask.area(), qint64(120 * 110));
    }

    void aWorkerThatDiesIsSaidAndTheNextClickIsAnswered()
    {
        AssistedGui canvas;
        canvas.pretend(answering(
            "assistant-mask", "if [ ! -e \"$0.died\" ]; then touch \"$0.died\"; kill -SEGV $$; fi\n" + result(kFound)));
        canvas.addAssistant();
        canvas.tool("prompt");
        canvas.click(160, 115);
        QTRY_VERIFY2(canvas.message().startsWith(QStringLiteral("The assistant gives no answer.")),
                     qPrintable(canvas.message()));
        QVERIFY(!canvas.view->tools().active().isBusy()); // the click without an answer is gone
        QVERIFY(canvas.stored().empty());
        canvas.click(160, 115);
        awaitOutline(canvas);
        // The new process was given the assistant before it was asked.
        QCOMPARE(canvas.asked().count("\"op\":\"assistant-open\""), 2);
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
    }

    void nonsenseIsNoOutline_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("says");
        const QString none = QStringLiteral("The assistant gives no answer.");
        QTest::newRow("runs beyond the box")
            << result("{\\\"mask\\\":{\\\"x\\\":0,\\\"y\\\":0,\\\"width\\\":4,\\\"height\\\":4,\\\"runs\\\":[0,99]},"
                      "\\\"polygon\\\":[[[0,0],[4,0],[4,4]]]}")
            << none;
        QTest::newRow("nothing") << result("{\\\"mask\\\":{\\\"runs\\\":[]},\\\"polygon\\\":[],\\\"confidence\\\":0.9}")
                                 << QStringLiteral("The assistant finds nothing there.");
        QTest::newRow("words") << result("{\\\"mask\\\":\\\"none\\\",\\\"polygon\\\":\\\"none\\\"}")
                               << QStringLiteral("The assistant finds nothing there.");
        QTest::newRow("picture unreadable")
            << QByteArray("echo \"{\\\"id\\\":$id,\\\"error\\\":{\\\"code\\\":\\\"Malformed\\\",\\\"text\\\":"
                          "\\\"The picture cannot be read.\\\"}}\"")
            << none;
        QTest::newRow("no protocol") << QByteArray("echo garbage") << none;
    }
    void nonsenseIsNoOutline()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, says);
        AssistedGui canvas;
        canvas.pretend(answering("assistant-mask", answer));
        canvas.addAssistant();
        canvas.tool("prompt");
        canvas.click(160, 115);
        QTRY_VERIFY2(canvas.message().startsWith(says), qPrintable(canvas.message()));
        canvas.key(Qt::Key_Return);
        canvas.key(Qt::Key_Escape);
        canvas.settle();
        QVERIFY(canvas.stored().empty());
    }

    void aPairThatDoesNotFitIsSaid()
    {
        AssistedGui canvas;
        canvas.pretend(answering("assistant-open",
                                 "echo \"{\\\"id\\\":$id,\\\"error\\\":{\\\"code\\\":\\\"Mismatch\\\",\\\"text\\\":"
                                 "\\\"The decoder does not take the features.\\\"}}\""));
        canvas.addAssistant();
        canvas.tool("prompt");
        QTRY_VERIFY2(canvas.message().contains(QStringLiteral("does not take the features")),
                     qPrintable(canvas.message()));
    }

    void aSlowAssistantBlocksNobodyAndEscapeDropsTheQuestion()
    {
        AssistedGui canvas;
        // Answers only what was asked after "$0.go" is there.
        canvas.pretend(answering("assistant-mask", "while [ ! -e \"$0.go\" ]; do sleep 0.05; done\n" + result(kFound)));
        canvas.addAssistant();
        canvas.tool("prompt");
        canvas.click(160, 115);
        QTRY_VERIFY(!canvas.lastAsked("assistant-mask").isEmpty());
        canvas.key(Qt::Key_Escape);
        QVERIFY(!canvas.view->tools().active().isBusy());
        // Meanwhile one draws.
        canvas.tool("box");
        canvas.drag({20, 20}, {60, 60});
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        QFile go(canvas.gui.path(QStringLiteral("worker.go")));
        QVERIFY(go.open(QIODevice::WriteOnly));
        canvas.settle();
        QCOMPARE(canvas.stored().size(), size_t(1));
    }

    void fourClicksUseWhatWasLearnedWhenItIsBetter()
    {
        AssistedGui canvas;
        canvas.pretend(answering("contour", result(kFound)));
        canvas.addLearned(0.84, 0.75);
        canvas.tool("extreme");
        auto* way = canvas.gui.find<QComboBox>("outlineWay");
        QTRY_VERIFY2(way->currentText().startsWith(QStringLiteral("learned from 42 ")), qPrintable(way->currentText()));
        QVERIFY(way->currentText().endsWith(QStringLiteral("(IoU 0.84)")));
        canvas.clickExtremes();
        QTRY_VERIFY(canvas.asked().count("\"op\":\"contour\"") >= 2); // the first one warmed it up
        canvas.awaitAnswer();
        // C goes on to the built-in guesses, then round.
        QList<QImage> guesses;
        QTRY_VERIFY2((guesses = looks(canvas, 6), guesses[0] == guesses[5] && guesses[0] != guesses[1]),
                     "one learned and four built-in guesses");

        // What was learned comes first.
        canvas.key(Qt::Key_Escape);
        canvas.clickExtremes();
        QTRY_VERIFY((canvas.key(Qt::Key_Return), canvas.stored().size() == 1));
        QCOMPARE(canvas.stored().front().shape.boundingRect(), QRectF(100, 60, 120, 110));
        QCOMPARE(canvas.stored().front().confidence, std::optional(0.75));

        // A person may prefer the built-in way.
        way->setCurrentIndex(0);
        Q_EMIT way->activated(0);
        canvas.settle();
        const qsizetype before = canvas.asked().count("\"op\":\"contour\"");
        canvas.clickExtremes();
        canvas.awaitAnswer();
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored().size(), size_t(2));
        QCOMPARE(canvas.asked().count("\"op\":\"contour\""), before);
    }

    void whatWasLearnedBadlyIsNotUsed()
    {
        AssistedGui canvas;
        canvas.pretend(answering("contour", result(kFound)));
        canvas.addLearned(0.70, 0.75);
        canvas.tool("extreme");
        QTRY_VERIFY(canvas.gui.find<QLabel>("assistNote")
                        ->text()
                        .startsWith(QStringLiteral("What was learned is not better: IoU 0.70 against 0.75 on 10 ")));
        QCOMPARE(canvas.gui.find<QComboBox>("outlineWay")->currentText(), QStringLiteral("built-in"));
        canvas.clickExtremes();
        canvas.awaitAnswer();
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        QVERIFY(!canvas.asked().contains("contour"));
        QVERIFY(canvas.likeness(canvas.stored().front().shape) > 0.9);
    }

    void withoutTheWorkerTheBuiltInWayAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("dies") << QByteArray("kill -SEGV $$");
        QTest::newRow("says nothing") << QByteArray("exec sleep 1000");
        QTest::newRow("refuses") << QByteArray("echo \"{\\\"id\\\":$id,\\\"error\\\":{\\\"code\\\":\\\"NotFound\\\","
                                               "\\\"text\\\":\\\"Gone.\\\"}}\"");
        QTest::newRow("nonsense") << result("{\\\"polygon\\\":[[[1,1]]]}");
    }
    void withoutTheWorkerTheBuiltInWayAnswers()
    {
        QFETCH(QByteArray, answer);
        AssistedGui canvas;
        canvas.pretend(answering("contour", answer));
        canvas.addLearned(0.84, 0.75);
        canvas.tool("extreme");
        QTRY_VERIFY(canvas.gui.find<QComboBox>("outlineWay")->isEnabled());
        canvas.clickExtremes();
        QTRY_VERIFY2(canvas.message().startsWith(QStringLiteral("What was learned does not answer")),
                     qPrintable(canvas.message()));
        canvas.awaitAnswer();
        QTRY_VERIFY((canvas.key(Qt::Key_Return), !canvas.view->tools().active().isBusy()));
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        QVERIFY(canvas.likeness(canvas.stored().front().shape) > 0.9);
    }

    void teachingSaysWhatIsMissing()
    {
        AssistedGui canvas;
        LW_REQUIRE_WORKER(program);
        qputenv("LABELWRIGHT_ENGINE", program.toUtf8());
        canvas.tool("extreme");
        canvas.clickExtremes();
        canvas.awaitAnswer();
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        canvas.settle();
        canvas.gui.click("canvas.teachClicks.button");
        QTRY_VERIFY(toastSays(canvas, QStringLiteral("there are 1 so far")));
        QVERIFY(worker::ModelLibrary(canvas.project()).list().empty());
    }

    void theRealWorkerAnswersPointsAndBoxes()
    {
        LW_REQUIRE_WORKER(program);
        qputenv("LABELWRIGHT_ENGINE", program.toUtf8());
        AssistedGui canvas;
        LW_REQUIRE_TORCH(pair, canvas.gui.path(QStringLiteral("programs")));
        canvas.gui.window().navigate(studio::Route{.page = studio::PageKind::Models});
        canvas.gui.click("importAssistantButton");
        QDialog* dialog = canvas.gui.dialog("importAssistantDialog");
        GuiFixture::fill(dialog, "assistantEncoder", pair.encoder);
        GuiFixture::fill(dialog, "assistantDecoder", pair.decoder);
        GuiFixture::fill(dialog, "assistantName", QStringLiteral("colours"));
        dialog->findChild<QSpinBox*>(QStringLiteral("assistantSide"))->setValue(256);
        GuiFixture::accept(dialog);
        QTRY_COMPARE(worker::ModelLibrary(canvas.project()).list().size(), size_t(1));
        canvas.open();
        QTRY_VERIFY(canvas.view->tools().vision()->hasAssistant());
        canvas.tool("prompt");
        canvas.click(160, 115);
        awaitOutline(canvas);
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
        const domain::Shape shape = canvas.stored().front().shape;
        QVERIFY2(canvas.likeness(shape) > 0.85, qPrintable(QString::number(canvas.likeness(shape))));
    }

private:
    /// Until the tool has something that Enter would take: it says how sure it is.
    static void awaitOutline(AssistedGui& canvas)
    {
        const auto* tool = dynamic_cast<canvas::PromptTool*>(&canvas.view->tools().active());
        QVERIFY(tool);
        QTRY_VERIFY(tool->hasOutline());
    }
    static void takeOne(AssistedGui& canvas)
    {
        canvas.tool("prompt");
        canvas.click(160, 115);
        awaitOutline(canvas);
        canvas.key(Qt::Key_Return);
        QTRY_COMPARE(canvas.stored().size(), size_t(1));
    }
    /// The canvas after each of `count` presses of C; the cursor stands still.
    static QList<QImage> looks(AssistedGui& canvas, int count)
    {
        QList<QImage> images;
        for (int i = 0; i < count; ++i) {
            images.append(canvas.view->grab().toImage());
            canvas.key(Qt::Key_C);
        }
        return images;
    }
    static bool toastSays(AssistedGui& canvas, const QString& words)
    {
        const QList<QLabel*> labels = canvas.gui.window().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](QLabel* label) { return label->text().contains(words); });
    }
};

QTEST_MAIN(tst_Assistants)
#include "tst_Assistants.moc"
