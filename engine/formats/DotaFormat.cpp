// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads and writes DOTA folders.
#include "engine/formats/DotaFormat.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/ManifestRow.h"
#include "engine/formats/NearestFile.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/ReadSession.h"
#include "engine/formats/TextNumbers.h"
#include "engine/formats/TextWords.h"

#include <algorithm>
#include <cmath>

namespace lw::formats {

using core::ProblemCode;
using domain::ImagePoint;
using domain::Shape;
using domain::ShapeKind;

namespace {

constexpr qint64 kMostBytes = 100 * 1024 * 1024;

/// Four corners with right angles are a box; any others are a polygon.
Shape shapeOf(const std::vector<ImagePoint>& p)
{
    // Corners are often whole numbers, so a right angle is one within two pixels.
    constexpr double kTolerance = 2;
    const bool isParallel = std::hypot(p[0].x + p[2].x - p[1].x - p[3].x, p[0].y + p[2].y - p[1].y - p[3].y) <= kTolerance;
    const double diagonals = std::hypot(p[2].x - p[0].x, p[2].y - p[0].y) - std::hypot(p[3].x - p[1].x, p[3].y - p[1].y);
    return isParallel && std::abs(diagonals) <= kTolerance ? Shape{ShapeKind::RotatedBox, p, 0} : Shape::polygon(p);
}

/// One file into `sample`.
class FileText {
public:
    FileText(ReadSession& session, ImportedSample& sample) : m_session(session), m_sample(sample) {}

    void read(std::string_view text)
    {
        if (text.starts_with("\xEF\xBB\xBF")) {
            text.remove_prefix(3);
        }
        for (qint64 line = 1; !text.empty(); ++line) {
            const size_t end = text.find('\n');
            readLine(trimmed(text.substr(0, end)), line);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        if (!m_header.isEmpty()) {
            const QByteArray json = m_header.take();
            JsonObject extra;
            extra.addRaw("dota", std::string_view(json.constData(), size_t(json.size())));
            m_sample.sample.extra = extra.take();
        }
    }

private:
    void readLine(std::string_view line, qint64 number)
    {
        if (line.empty()) {
            return;
        }
        for (const std::string_view key : {"imagesource", "gsd"}) {
            if (line.starts_with(key) && line.substr(key.size()).starts_with(':')) {
                m_header.addString(key, trimmed(line.substr(key.size() + 1)));
                return;
            }
        }
        const std::vector<std::string_view> words = wordsOf(line);
        std::vector<ImagePoint> points;
        for (size_t i = 0; i + 1 < std::min<size_t>(words.size(), 8); i += 2) {
            const std::optional<double> x = parseNumber(words[i]), y = parseNumber(words[i + 1]);
            if (!x || !y) {
                break;
            }
            points.push_back({*x, *y});
        }
        if (words.size() < 9 || points.size() != 4) {
            m_session.add(ProblemCode::FieldInvalid, number, QString::fromUtf8(line.data(), qsizetype(line.size())).left(80));
            ++m_session.summary().skippedAnnotations;
            return;
        }
        // Labels may have spaces, as ours do; the mark is the last word if it is a number.
        const bool hasMark = words.size() > 9 && parseNumber(words.back());
        const char* const from = words[8].data();
        const std::string_view last = words[words.size() - (hasMark ? 2 : 1)];
        NamedAnnotation named;
        named.label = QString::fromUtf8(from, last.data() + last.size() - from);
        named.annotation.shape = shapeOf(points);
        named.annotation.isDifficult = hasMark && *parseNumber(words.back()) != 0;
        m_session.addAnnotation(m_sample, std::move(named), number);
    }

    ReadSession& m_session;
    ImportedSample& m_sample;
    JsonObject m_header;
};

} // namespace

core::Result<ReadSummary> DotaReader::read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                           core::ProblemList& problems, const core::Control& control)
{
    const std::string root = from.toStdString();
    const auto listed = io::listFiles(
        root, [](std::string_view name) { return hasPictureSuffix(name) || hasSuffix(name, "txt"); }, problems, control);
    if (!listed) {
        return core::failure(listed.error());
    }
    FilesByName texts;
    for (const std::string& path : *listed) {
        if (!hasPictureSuffix(path)) {
            texts.emplace(fileNameOf(withoutSuffix(path)), &path);
        }
    }
    ReadSession session(options, sink, problems, control);
    QSet<const std::string*> used;
    QByteArray bytes;
    qint64 done = 0;
    for (const std::string& path : *listed) {
        if (!session.step(done++, qint64(listed->size()))) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        ImportedSample sample;
        if (!hasPictureSuffix(path) || !session.beginSample(sample, root + '/' + path)) {
            continue;
        }
        sample.sample.usage = usageOfPath(path);
        if (const std::string* text = nearestFile(texts, path)) {
            used.insert(text);
            const QString file = QString::fromStdString(root + '/' + *text);
            session.setFile(file);
            if (const int error = io::readFile((root + '/' + *text).c_str(), bytes, kMostBytes); error != 0) {
                problems.add(io::readProblem(error, file));
            } else {
                sample.hasAnnotationFile = true;
                FileText(session, sample).read({bytes.constData(), size_t(bytes.size())});
            }
        }
        if (!session.finishSample(std::move(sample))) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    for (const auto& [name, path] : texts) {
        if (!used.contains(path) && fileNameOf(*path) != "classes.txt" &&
            usageFromWord(QString::fromUtf8(name.data(), qsizetype(name.size()))) == domain::SampleUsage::None) {
            problems.add(ProblemCode::AnnotationOrphan, QString::fromStdString(root + '/' + *path));
        }
    }
    return session.summary();
}

core::Result<> DotaWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_places = PicturePlaces({options.inputLocation, false, options.linkPictures});
    return m_folder.begin(folder);
}

core::Result<> DotaWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    const std::string usage = wordOfUsage(sample.sample.usage).toStdString();
    const std::string prefix = usage.empty() ? std::string() : usage + '/';
    const std::string name = m_places.take(sample.path, usage);
    m_lastPicture.clear();
    const core::Result<bool> copied = m_places.copy(sample.path, m_folder, prefix + "images/" + name, problems);
    if (!copied) {
        return core::failure(copied.error());
    }
    if (!*copied) {
        ++m_summary.skippedSamples;
        return {};
    }
    m_lastPicture = m_folder.target() + u'/' + QString::fromStdString(prefix + "images/" + name);
    std::vector<const NamedAnnotation*> ordered;
    for (const NamedAnnotation& named : sample.annotations) {
        ordered.push_back(&named);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const NamedAnnotation* a, const NamedAnnotation* b) {
        return a->annotation.order < b->annotation.order;
    });
    QByteArray text;
    forEachMember(sample.sample.extra, [&text](std::string_view key, simdjson::dom::element value) {
        simdjson::dom::object header;
        if (key == "dota" && value.get(header) == simdjson::SUCCESS) {
            for (const simdjson::dom::key_value_pair& field : header) {
                const std::string_view line = textOf(field.value);
                text.append(field.key.data(), qsizetype(field.key.size())).append(':');
                text.append(line.data(), qsizetype(line.size())).append('\n');
            }
        }
    });
    for (const NamedAnnotation* named : ordered) {
        const Shape& shape = named->annotation.shape;
        for (const ImagePoint& corner : shape.points) {
            appendNumber(text, corner.x);
            text.append(' ');
            appendNumber(text, corner.y);
            text.append(' ');
        }
        text.append(named->label.toUtf8()).append(named->annotation.isDifficult ? " 1\n" : " 0\n");
    }
    const std::string place = prefix + "labelTxt/" + std::string(withoutSuffix(name)) + ".txt";
    if (!text.isEmpty() || sample.hasAnnotationFile) {
        if (const core::Result<> written = m_folder.write(place, text); !written) {
            return written;
        }
    }
    ++m_summary.samples;
    m_summary.annotations += qint64(sample.annotations.size());
    return {};
}

core::Result<WriteSummary> DotaWriter::finish()
{
    if (const core::Result<> done = m_folder.commit(); !done) {
        return core::failure(done.error());
    }
    m_summary.path = m_folder.target();
    return m_summary;
}

} // namespace lw::formats
