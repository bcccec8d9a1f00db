// SPDX-License-Identifier: GPL-3.0-or-later
//! A picture of 20,000 × 20,000 pixels in the canvas: time to the first pixels and to full detail, frames while
//! panning, peak memory. Each format is measured in a process of its own, with and without its tiles on disk.
#include "app/jobs/JobPools.h"
#include "app/jobs/PictureLoader.h"
#include "models/document/LabelSet.h"
#include "models/document/SampleDocument.h"
#include "models/store/SampleRepository.h"
#include "tests/bench/Synthetic.h"
#include "widgets/canvas/CanvasView.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QMouseEvent>
#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include <jpeglib.h>
#include <png.h>
#include <tiffio.h>

using namespace lw;

namespace {

constexpr int kSide = 20'000;
constexpr double kGoalFrame = 16;   // ms
constexpr double kGoalMemory = 600; // MB

/// Soft shapes with a little noise, about as hard to compress as a photograph.
void fillRow(int y, std::vector<uchar>& row)
{
    quint32 noise = quint32(y) * 2'654'435'761U + 1;
    for (int x = 0; x < kSide; ++x) {
        noise = noise * 1'664'525U + 1'013'904'223U;
        const int grain = int(noise >> 30);
        row[size_t(x) * 3] = uchar(((x >> 5) + (y >> 6)) + grain);
        row[size_t(x) * 3 + 1] = uchar(((x >> 6) ^ (y >> 5)) + grain);
        row[size_t(x) * 3 + 2] = uchar(((x + y) >> 7) + grain);
    }
}

void writeJpeg(const QString& path)
{
    FILE* file = std::fopen(path.toLocal8Bit().constData(), "wb");
    jpeg_compress_struct encoder;
    jpeg_error_mgr errors;
    encoder.err = jpeg_std_error(&errors);
    jpeg_create_compress(&encoder);
    jpeg_stdio_dest(&encoder, file);
    encoder.image_width = encoder.image_height = kSide;
    encoder.input_components = 3;
    encoder.in_color_space = JCS_RGB;
    jpeg_set_defaults(&encoder);
    jpeg_set_quality(&encoder, 88, TRUE);
    jpeg_start_compress(&encoder, TRUE);
    std::vector<uchar> row(size_t(kSide) * 3);
    for (int y = 0; y < kSide; ++y) {
        fillRow(y, row);
        JSAMPROW rows[1] = {row.data()};
        jpeg_write_scanlines(&encoder, rows, 1);
    }
    jpeg_finish_compress(&encoder);
    jpeg_destroy_compress(&encoder);
    std::fclose(file);
}

void writePng(const QString& path)
{
    FILE* file = std::fopen(path.toLocal8Bit().constData(), "wb");
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop facts = png_create_info_struct(png);
    png_init_io(png, file);
    png_set_compression_level(png, 1);
    png_set_IHDR(png, facts, kSide, kSide, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_filter(png, 0, PNG_FILTER_SUB);
    png_write_info(png, facts);
    std::vector<uchar> row(size_t(kSide) * 3);
    for (int y = 0; y < kSide; ++y) {
        fillRow(y, row);
        png_write_row(png, row.data());
    }
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &facts);
    std::fclose(file);
}

void writeTiff(const QString& path)
{
    TIFF* file = TIFFOpen(path.toLocal8Bit().constData(), "w");
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, kSide);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, kSide);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, 8);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, 3);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, 32);
    TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
    std::vector<uchar> row(size_t(kSide) * 3);
    for (int y = 0; y < kSide; ++y) {
        fillRow(y, row);
        TIFFWriteScanline(file, row.data(), uint32_t(y));
    }
    TIFFClose(file);
}

double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:")) {
                return line.mid(6).simplified().split(' ').value(0).toDouble() / 1024;
            }
        }
    }
    return 0;
}

template <typename Condition> double millisecondsUntil(const QElapsedTimer& clock, Condition isReached)
{
    while (!isReached()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return double(clock.nsecsElapsed()) / 1e6;
}

/// The longest time between two turns of the event loop.
class LongestGap final : public QObject {
public:
    LongestGap()
    {
        m_clock.start();
        connect(&m_timer, &QTimer::timeout, this, [this] { m_longest = std::max(m_longest, m_clock.restart()); });
        m_timer.start(5);
    }
    [[nodiscard]] qint64 milliseconds() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

/// Processor time of the window's thread in ms: what a frame takes on a machine that does nothing else.
double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

struct Frames {
    std::vector<double> wall;      ///< ms, sorted
    std::vector<double> processor; ///< ms, sorted
};

Frames panFrames(canvas::CanvasView& view)
{
    const auto mouse = [&view](QEvent::Type type, QPointF at) {
        QMouseEvent event(type, at, view.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::MiddleButton,
                          Qt::MiddleButton, Qt::NoModifier);
        QApplication::sendEvent(&view, &event);
    };
    Frames frames;
    for (int stroke = 0; stroke < 12; ++stroke) {
        QPointF at(1100, 700);
        mouse(QEvent::MouseButtonPress, at);
        for (int step = 0; step < 25; ++step) {
            QElapsedTimer clock;
            clock.start();
            const double before = threadMilliseconds();
            at -= QPointF(stroke % 2 != 0 ? 38 : 12, stroke % 2 != 0 ? 6 : 24);
            mouse(QEvent::MouseMove, at);
            view.repaint();
            frames.wall.push_back(double(clock.nsecsElapsed()) / 1e6);
            frames.processor.push_back(threadMilliseconds() - before);
            QCoreApplication::processEvents(QEventLoop::AllEvents, 8);
        }
        mouse(QEvent::MouseButtonRelease, at);
    }
    std::sort(frames.wall.begin(), frames.wall.end());
    std::sort(frames.processor.begin(), frames.processor.end());
    return frames;
}

int measure(const QString& path, const QString& cache)
{
    bench::SyntheticProject project = bench::syntheticProject(10, 0);
    document::LabelSet labels(*project.store, project.dataset);
    document::SampleDocument document(*project.store);
    const auto ids = store::SampleRepository(*project.store).ids(project.dataset, {});
    if (!ids || !document.load(ids->front())) {
        return 1;
    }
    canvas::CanvasView view(document, labels, QString());
    view.resize(1280, 800);
    view.show();
    QCoreApplication::processEvents();

    jobs::JobPools pools;
    jobs::PictureLoader::Options options;
    options.cacheFolder = cache;
    jobs::PictureLoader loader(pools.compute(), options);
    LongestGap gap;
    QElapsedTimer clock;
    clock.start();
    const auto source = loader.open(path, QSize(kSide, kSide));
    view.setPicture(source.get());
    view.scene().setPictureSize(QSizeF(kSide, kSide));
    const double first =
        millisecondsUntil(clock, [&] { return !source->preview().isNull() || source->levelCount() > 1; });
    const double whole = millisecondsUntil(clock, [&] { return source->levelCount() > 1; });
    const qint64 longest = gap.milliseconds();
    view.zoomToActualSize();
    (void)millisecondsUntil(clock, [&] { return view.isComplete(); });
    const auto [wall, processor] = panFrames(view);
    const size_t late = wall.size() * 95 / 100;
    std::printf(
        "%-4s %-5s first pixels %5.0f ms, full detail %6.0f ms, window held up %3lld ms | frame p50 %.1f, p95 %.1f, "
        "max %.1f ms; processor p95 %.1f, max %.1f ms (goal %.0f) | peak %.0f MB (goal %.0f)\n",
        qPrintable(path.section(u'.', -1)), qPrintable(cache.section(u'-', -1)), first, whole,
        static_cast<long long>(longest), wall[wall.size() / 2], wall[late], wall.back(), processor[late],
        processor.back(), kGoalFrame, peakMegabytes(), kGoalMemory);
    view.setPicture(nullptr);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--picture")) {
        return measure(arguments.value(2), arguments.value(3));
    }
    const QDir folder(qEnvironmentVariable("LW_BENCH_DIR", QDir::tempPath()));
    folder.mkpath(QStringLiteral("."));
    const QString cache = folder.filePath(QStringLiteral("large-tiles-"));
    struct Kind {
        QString name;
        void (*write)(const QString&);
    };
    int result = 0;
    for (const Kind& kind : {Kind{QStringLiteral("large.jpg"), writeJpeg}, Kind{QStringLiteral("large.png"), writePng},
                             Kind{QStringLiteral("large.tif"), writeTiff}}) {
        const QString path = folder.filePath(kind.name);
        if (!QFile::exists(path)) {
            kind.write(path);
        }
        QDir(cache + QStringLiteral("new")).removeRecursively();
        for (const char* state : {"new", "known"}) {
            if (state == std::string_view("known")) {
                QDir(cache + QStringLiteral("known")).removeRecursively();
                QDir().rename(cache + QStringLiteral("new"), cache + QStringLiteral("known"));
            }
            result |= QProcess::execute(QCoreApplication::applicationFilePath(),
                                        {QStringLiteral("--picture"), path, cache + QLatin1String(state)});
        }
        QDir(cache + QStringLiteral("known")).removeRecursively();
    }
    return result;
}
