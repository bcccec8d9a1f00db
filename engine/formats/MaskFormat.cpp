// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads and writes folders of masks.
#include "engine/formats/MaskFormat.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/MaskPixels.h"
#include "engine/formats/NearestFile.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/ReadSession.h"

#include <algorithm>

namespace lw::formats {

using core::ProblemCode;

namespace {

constexpr int kMostUnknown = 20; ///< colours reported per mask; a blurred one has thousands
constexpr int kBorder = 255;     ///< of PASCAL VOC: belongs to no class
constexpr QRgb kOpaque = 0xff000000U;

QString colourDetail(QRgb colour)
{
    return QStringLiteral("colour=") + QString::fromLatin1(colourText(colour));
}

} // namespace

core::Result<ReadSummary> MaskReader::read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                           core::ProblemList& problems, const core::Control& control)
{
    m_root = from.toStdString();
    const auto listed = io::listFiles(
        m_root, [](std::string_view name) { return hasPictureSuffix(name) || isColourMapName(name); }, problems, control);
    if (!listed) {
        return core::failure(listed.error());
    }
    ReadSession session(options, sink, problems, control);
    m_session = &session;
    const MaskPairs pairs = pairMasks(*listed);
    loadMap(*listed, pairs, session);
    const qint64 total = qint64(pairs.pictures.size());
    qint64 done = 0;
    for (const MaskPair& pair : pairs.pictures) {
        if (!session.step(done++, total)) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        ImportedSample sample;
        if (!session.beginSample(sample, m_root + '/' + pair.picture)) {
            continue;
        }
        sample.sample.usage = usageOfPath(pair.picture);
        if (!pair.mask.empty()) {
            takeMask(pair.mask, sample, session);
        }
        if (!session.finishSample(std::move(sample))) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    for (const std::string& orphan : pairs.orphans) {
        problems.add(ProblemCode::AnnotationOrphan, QString::fromStdString(m_root + '/' + orphan));
    }
    control.report(total, total);
    return session.summary();
}

void MaskReader::loadMap(const std::vector<std::string>& files, const MaskPairs& pairs, ReadSession& session)
{
    m_classes.push_back({});
    for (const std::string& file : files) {
        if (m_hasMap || hasPictureSuffix(file)) {
            continue;
        }
        const QString path = QString::fromStdString(m_root + '/' + file);
        session.setFile(path);
        auto map = readColourMap(path);
        if (!map) {
            session.add(ProblemCode::FieldInvalid, map.error().line, map.error().detail);
            continue;
        }
        m_map = std::move(*map);
        m_hasMap = true;
    }
    const bool isVoc = std::any_of(pairs.pictures.begin(), pairs.pictures.end(), [](const MaskPair& pair) {
        return pair.mask.find("SegmentationClass/") != std::string::npos;
    });
    if (!m_hasMap && isVoc) {
        m_map = vocClasses();
        m_hasMap = true;
    }
    for (const MaskClass& entry : m_map) {
        int number = 0;
        if (!entry.isBackground) {
            const bool isBad = !session.isGoodLabel(entry.name);
            number = int(m_classes.size());
            m_classes.push_back({isBad ? QString() : entry.name, isBad});
            if (!isBad) {
                domain::Label label;
                label.name = entry.name;
                label.colour = entry.colour.value_or(0);
                session.declare(label);
            }
        }
        if (entry.colour) {
            m_byColour.insert(*entry.colour | kOpaque, number);
        }
        if (entry.index >= 0) {
            m_byIndex.insert(entry.index, number);
        }
    }
    m_byColour.insert(qRgb(0, 0, 0), m_byColour.value(qRgb(0, 0, 0), 0));
}

int MaskReader::numberOfIndex(int index)
{
    const auto known = m_byIndex.constFind(index);
    if (known != m_byIndex.constEnd()) {
        return *known;
    }
    if (index == 0 || index == kBorder) {
        return 0;
    }
    if (m_hasMap) {
        return -1;
    }
    m_classes.push_back({QStringLiteral("class_%1").arg(index), false});
    m_byIndex.insert(index, int(m_classes.size()) - 1);
    return int(m_classes.size()) - 1;
}

std::vector<int> MaskReader::numbersOf(const QImage& mask, ReadSession& session)
{
    bool isUsed[256] = {};
    for (int y = 0; y < mask.height(); ++y) {
        const uchar* const row = mask.constScanLine(y);
        for (int x = 0; x < mask.width(); ++x) {
            isUsed[row[x]] = true;
        }
    }
    std::vector<int> used;
    for (int i = 0; i < 256; ++i) {
        if (isUsed[i]) {
            used.push_back(i);
        }
    }
    const auto colourAt = [&mask](int i) { return i < mask.colorCount() ? mask.color(i) | kOpaque : kOpaque; };
    const bool isByColour = m_hasMap && std::all_of(used.begin(), used.end(), [&](int i) {
                                return i < mask.colorCount() && m_byColour.contains(colourAt(i));
                            });
    const bool hasOther = std::any_of(used.begin(), used.end(), [&](int i) { return colourAt(i) != kOpaque; });
    std::vector<int> numbers(256, 0);
    for (const int i : used) {
        const int number = isByColour && hasOther ? m_byColour.value(colourAt(i)) : numberOfIndex(i);
        if (number < 0) {
            session.add(ProblemCode::FieldInvalid, 0, QStringLiteral("class=%1").arg(i));
            ++session.summary().skippedAnnotations;
        }
        numbers[size_t(i)] = std::max(0, number);
    }
    return numbers;
}

QHash<QRgb, int> MaskReader::coloursOf(const QImage& mask, ReadSession& session)
{
    QHash<QRgb, int> numbers;
    QList<QRgb> unknown;
    QRgb last = 0;
    for (int y = 0; y < mask.height(); ++y) {
        const auto* const row = reinterpret_cast<const QRgb*>(mask.constScanLine(y));
        for (int x = 0; x < mask.width(); ++x) {
            const QRgb colour = row[x] | kOpaque;
            if (colour == last || numbers.contains(colour)) {
                continue;
            }
            last = colour;
            const auto known = m_byColour.constFind(colour);
            numbers.insert(colour, known == m_byColour.constEnd() ? 0 : *known);
            if (known == m_byColour.constEnd()) {
                unknown.append(colour);
            }
        }
    }
    for (qsizetype i = 0; i < std::min<qsizetype>(unknown.size(), kMostUnknown); ++i) {
        session.add(ProblemCode::FieldInvalid, 0, colourDetail(unknown[i]));
    }
    if (unknown.size() > kMostUnknown) {
        session.add(ProblemCode::FieldInvalid, 0, QStringLiteral("%1 colours").arg(unknown.size()));
    }
    session.summary().skippedAnnotations += unknown.size();
    return numbers;
}

void MaskReader::takeMask(const std::string& mask, ImportedSample& sample, ReadSession& session)
{
    const QString path = QString::fromStdString(m_root + '/' + mask);
    session.setFile(path);
    const core::Result<QImage> read = readMaskPicture(path);
    if (!read) {
        session.add(ProblemCode::ImageUnreadable, 0, read.error().detail);
        return;
    }
    sample.hasAnnotationFile = true;
    const QImage& picture = *read;
    if (sample.sample.width == 0 || sample.sample.height == 0) {
        sample.sample.width = picture.width();
        sample.sample.height = picture.height();
    } else if (picture.size() != QSize(sample.sample.width, sample.sample.height)) {
        session.add(ProblemCode::FieldInvalid, 0,
                    QStringLiteral("%1x%2, %3x%4")
                        .arg(picture.width())
                        .arg(picture.height())
                        .arg(sample.sample.width)
                        .arg(sample.sample.height));
        ++session.summary().skippedAnnotations;
        return;
    }
    std::function<void(int, int*)> fill;
    if (picture.format() == QImage::Format_Indexed8) {
        fill = [&picture, numbers = numbersOf(picture, session)](int y, int* row) {
            const uchar* const from = picture.constScanLine(y);
            std::transform(from, from + picture.width(), row, [&numbers](uchar pixel) { return numbers[pixel]; });
        };
    } else {
        fill = [&picture, numbers = coloursOf(picture, session)](int y, int* row) {
            const auto* const from = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
            std::transform(from, from + picture.width(), row,
                           [&numbers](QRgb pixel) { return numbers.value(pixel | kOpaque); });
        };
    }
    for (ClassRegion& region : regionsOf(picture.size(), fill)) {
        const Class& known = m_classes[size_t(region.number)];
        if (known.isBad) {
            ++session.summary().skippedAnnotations;
            continue;
        }
        NamedAnnotation annotation;
        annotation.label = known.name;
        annotation.annotation.shape = domain::Shape::fromMask(std::move(region.mask));
        session.addAnnotation(sample, std::move(annotation));
    }
}

core::Result<> MaskWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_places = PicturePlaces({options.inputLocation, true, options.linkPictures});
    m_colours = ClassColours(options.labels);
    return m_folder.begin(folder);
}

core::Result<> MaskWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    const std::string usage = wordOfUsage(sample.sample.usage).toStdString();
    const std::string name = (usage.empty() ? "" : usage + '/') + m_places.take(sample.path, usage);
    m_lastPicture.clear();
    const core::Result<bool> copied = m_places.copy(sample.path, m_folder, "images/" + name, problems);
    if (!copied) {
        return core::failure(copied.error());
    }
    if (!*copied) {
        ++m_summary.skippedSamples;
        return {};
    }
    m_lastPicture = m_folder.target() + QStringLiteral("/images/") + QString::fromStdString(name);
    if (!sample.annotations.empty() || sample.hasAnnotationFile) {
        // Numbers first, so that one picture does not change its kind half-way.
        for (const NamedAnnotation& named : sample.annotations) {
            static_cast<void>(m_colours.number(named.label));
        }
        const QImage mask = paintClasses(sample, m_colours);
        const std::string place = "masks/" + std::string(withoutSuffix(name)) + ".png";
        if (const auto written = mask.isNull() ? core::Result<>() : m_folder.write(place, toPng(mask)); !written) {
            return written;
        }
    }
    ++m_summary.samples;
    m_summary.annotations += qint64(sample.annotations.size());
    return {};
}

core::Result<WriteSummary> MaskWriter::finish()
{
    QByteArray map("# label:color_rgb:parts:actions\nbackground:0,0,0::\n");
    for (int i = 1; i < int(m_colours.names().size()); ++i) {
        map.append(m_colours.names()[i].toUtf8()).append(':').append(colourText(m_colours.colour(i))).append("::\n");
    }
    if (const core::Result<> written = m_folder.write("labelmap.txt", map); !written) {
        return core::failure(written.error());
    }
    if (const core::Result<> done = m_folder.commit(); !done) {
        return core::failure(done.error());
    }
    m_summary.path = m_folder.target();
    return m_summary;
}

} // namespace lw::formats
