// SPDX-License-Identifier: GPL-3.0-or-later
//! LabelMe files to samples.
#include "engine/formats/LabelMeReader.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/LabelMeShape.h"
#include "engine/formats/ManifestRow.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/TextNumbers.h"
#include "engine/formats/VocMaskFile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace lw::formats {

using core::ProblemCode;
using simdjson::dom::element;

namespace {

/// Embedded pictures make files large.
constexpr qint64 kMostBytes = 512 * 1024 * 1024;

bool isJson(std::string_view name)
{
    return hasSuffix(name, "json");
}

std::string folderOf(const std::string& path)
{
    return path.substr(0, path.rfind('/'));
}

bool exists(const std::string& path)
{
    io::FileFacts facts;
    return io::isFile(path.c_str(), facts);
}

/// A relative path of ordinary parts; file systems and people both write backslashes.
bool isTame(std::string& name)
{
    std::replace(name.begin(), name.end(), '\\', '/');
    const QStringList parts = QString::fromStdString(name).split(u'/');
    return !name.empty() && !parts.contains(QStringLiteral("..")) && name.size() < 4096;
}

} // namespace

core::Result<ReadSummary> LabelMeReader::read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                              core::ProblemList& problems, const core::Control& control)
{
    ReadSession session(options, sink, problems, control);
    m_session = &session;
    std::vector<std::string> pictures, files;
    const bool isOneFile = QFileInfo(from).isFile();
    m_root = isOneFile ? QFileInfo(from).path().toStdString() : from.toStdString();
    if (isOneFile) {
        files.push_back(from.toStdString());
    } else {
        auto listed = io::listFiles(
            m_root, [](std::string_view name) { return hasPictureSuffix(name) || isJson(name); }, problems, control);
        if (!listed) {
            return core::failure(listed.error());
        }
        for (std::string& path : *listed) {
            if (isJson(path)) {
                files.push_back(m_root + '/' + path);
            } else if (!isInMaskFolder(path)) {
                pictures.push_back(std::move(path));
            }
        }
    }
    m_pictures = NameIndex(pictures);
    const qint64 total = qint64(files.size() + pictures.size());
    qint64 done = 0;
    bool goesOn = true;
    for (auto file = files.begin(); file != files.end() && goesOn; ++file) {
        goesOn = session.step(done++, total) && readFile(*file);
    }
    for (auto picture = pictures.begin(); picture != pictures.end() && goesOn; ++picture) {
        goesOn = session.step(done++, total) && readPicture(m_root + '/' + *picture);
    }
    if (!goesOn) {
        for (const QString& path : m_extracted) {
            QFile::remove(path);
        }
        return core::failure(core::ErrorCode::Cancelled);
    }
    control.report(total, total);
    return session.summary();
}

/// A picture that no file speaks of.
bool LabelMeReader::readPicture(const std::string& picture)
{
    if (m_owners.contains(picture)) {
        return true;
    }
    ImportedSample sample;
    return !m_session->beginSample(sample, picture) || m_session->finishSample(std::move(sample));
}

bool LabelMeReader::readFile(const std::string& json)
{
    m_file = QString::fromStdString(json);
    m_session->setFile(m_file);
    if (const int error = io::readFile(json.c_str(), m_bytes, kMostBytes); error != 0) {
        m_session->problems().add(io::readProblem(error, m_file));
        return true;
    }
    simdjson::dom::object root;
    const auto failed = m_parser.parse(m_bytes.constData(), size_t(m_bytes.size())).get(root);
    if (failed != simdjson::SUCCESS) {
        m_session->add(failed == simdjson::UTF8_ERROR ? ProblemCode::EncodingInvalid : ProblemCode::JsonMalformed, 0,
                       QString::fromLatin1(simdjson::error_message(failed)));
        return true;
    }
    element shapes;
    if (root.at_key("shapes").get(shapes) != simdjson::SUCCESS) {
        m_session->add(ProblemCode::FieldMissing, 0, QStringLiteral("shapes"));
        return true;
    }
    const std::string picture = pictureOf(json, root);
    if (picture.empty()) {
        ++m_session->summary().skippedSamples;
        return true;
    }
    if (const auto [owner, isNew] = m_owners.emplace(picture, json); !isNew) {
        m_session->add(ProblemCode::FileDuplicate, 0, QString::fromStdString(owner->second));
        ++m_session->summary().skippedSamples;
        return true;
    }
    ImportedSample sample;
    if (!m_session->beginSample(sample, picture)) {
        return true;
    }
    sample.hasAnnotationFile = true;
    PictureSize stated;
    JsonObject extra;
    QByteArray flags;
    simdjson::dom::array labels;
    bool hasLabels = false;
    QByteArray foreign = "{}"; // what other formats brought along
    for (const simdjson::dom::key_value_pair& field : root) {
        const std::string_view key = field.key;
        if (key == "imageWidth" || key == "imageHeight") {
            (key == "imageWidth" ? stated.width : stated.height) = int(std::clamp(numberOf(field.value).value_or(0), 0., 1e6));
        } else if (key == "flags") {
            takeFlags(field.value, sample, flags);
        } else if (key == "labels" && fitsType(domain::ShapeKind::WholeSample, m_session->options().type) &&
                   field.value.get(labels) == simdjson::SUCCESS) {
            hasLabels = true;
        } else if (key == "extra" && field.value.is_object()) {
            foreign = QByteArray::fromStdString(compactJson(field.value));
        } else if (key != "shapes" && key != "imagePath" && key != "imageData" && key != "version" &&
                   !field.value.is_null()) {
            extra.addRaw(key, compactJson(field.value));
        }
    }
    if (!flags.isEmpty()) {
        extra.addRaw("flags", std::string_view(flags.constData(), size_t(flags.size())));
    }
    JsonObject all;
    all.addAll(foreign);
    if (!extra.isEmpty()) {
        const QByteArray kept = extra.take();
        all.addRaw("labelme", std::string_view(kept.constData(), size_t(kept.size())));
    }
    sample.sample.extra = all.take();
    if (hasLabels) {
        takeLabels(labels, sample);
    }
    m_session->settleSize(sample, stated);
    takeShapes(shapes, sample);
    return m_session->finishSample(std::move(sample));
}

/// Absolute path of the picture, empty if there is none.
std::string LabelMeReader::pictureOf(const std::string& json, simdjson::dom::object root)
{
    element value;
    std::string named =
        root.at_key("imagePath").get(value) == simdjson::SUCCESS ? std::string(textOf(value)) : std::string();
    const std::string folder = folderOf(json);
    const bool isAbsolute = named.starts_with('/');
    const std::string_view data =
        root.at_key("imageData").get(value) == simdjson::SUCCESS ? textOf(value) : std::string_view();
    if (isAbsolute && exists(named) && hasPictureSuffix(named)) {
        return named;
    }
    if (isTame(named) && !isAbsolute && hasPictureSuffix(named) && exists(folder + '/' + named)) {
        return folder + '/' + named;
    }
    // Folders that were moved: the picture of this name, the best place first.
    const std::string base(withoutSuffix(json));
    for (const char* suffix : {".jpg", ".jpeg", ".png", ".JPG", ".JPEG", ".PNG", ".bmp", ".webp", ".tif", ".tiff", ".gif"}) {
        if (exists(base + suffix)) {
            return base + suffix;
        }
    }
    if (const std::string* found = named.empty() ? nullptr : m_pictures.find(named)) {
        return m_root + '/' + *found;
    }
    if (!data.empty()) {
        return extract(named.empty() ? fileNameOf(json) : fileNameOf(named), data);
    }
    m_session->add(ProblemCode::FileMissing, 0, QString::fromStdString(folder + '/' + named));
    return {};
}

std::string LabelMeReader::extract(std::string_view name, std::string_view base64)
{
    const QString folder = m_session->options().inputLocation;
    const QByteArray bytes =
        QByteArray::fromBase64(QByteArray::fromRawData(base64.data(), qsizetype(base64.size())));
    if (folder.isEmpty() || bytes.isEmpty()) {
        m_session->add(bytes.isEmpty() ? ProblemCode::FieldInvalid : ProblemCode::FileMissing, 0,
                       bytes.isEmpty() ? QStringLiteral("imageData") : QString::fromUtf8(name.data(), qsizetype(name.size())));
        return {};
    }
    const std::string base = folder.toStdString() + '/' + std::string(withoutSuffix(name));
    const std::string suffix = hasPictureSuffix(name) ? std::string(name.substr(withoutSuffix(name).size()))
                               : bytes.startsWith("\x89PNG") ? ".png"
                                                             : ".jpg";
    constexpr int kMostTries = 1000;
    for (int n = 1; n <= kMostTries; ++n) {
        const std::string path = base + (n > 1 ? '_' + std::to_string(n) : std::string()) + suffix;
        const int error = io::writeNewFile(path.c_str(), bytes);
        if (error == 0) {
            m_extracted.push_back(QString::fromStdString(path));
            return path;
        }
        QByteArray there;
        if (error == EEXIST && io::readFile(path.c_str(), there, bytes.size()) == 0 && there == bytes) {
            return path; // from an earlier import
        }
        if (error != EEXIST) {
            m_session->add(ProblemCode::CopyFailed, 0, io::errorText(error));
            return {};
        }
    }
    m_session->add(ProblemCode::CopyFailed, 0, QString::fromStdString(base + suffix));
    return {};
}

/// Flags of the picture are its labels in classification; elsewhere they are kept.
void LabelMeReader::takeFlags(element value, ImportedSample& sample, QByteArray& kept)
{
    simdjson::dom::object flags;
    if (value.get(flags) != simdjson::SUCCESS) {
        return;
    }
    if (!fitsType(domain::ShapeKind::WholeSample, m_session->options().type)) {
        kept = flags.begin() == flags.end() ? QByteArray() : QByteArray::fromStdString(compactJson(value));
        return;
    }
    for (const simdjson::dom::key_value_pair& flag : flags) {
        const QString name = QString::fromUtf8(flag.key.data(), qsizetype(flag.key.size()));
        if (domain::isValidLabelName(name)) {
            m_session->declare(name);
        }
        if (flagOf(flag.value).value_or(false)) {
            m_session->addLabel(sample, name);
        }
    }
}

/// What our writer knows of labels besides their flags, and their order. The flags decide which labels there are.
void LabelMeReader::takeLabels(simdjson::dom::array labels, ImportedSample& sample)
{
    size_t next = 0;
    for (const element item : labels) {
        simdjson::dom::object object;
        if (item.get(object) != simdjson::SUCCESS) {
            continue;
        }
        const auto read = readLabelMeShape(object);
        if (!read || read->annotations.empty()) {
            continue;
        }
        const auto found =
            std::find_if(sample.annotations.begin() + ptrdiff_t(next), sample.annotations.end(),
                         [&read](const NamedAnnotation& named) { return named.label == read->annotations[0].label; });
        if (found != sample.annotations.end()) {
            *found = read->annotations[0];
            found->annotation.shape = domain::Shape::wholeSample();
            std::rotate(sample.annotations.begin() + ptrdiff_t(next++), found, found + 1);
        }
    }
    for (size_t i = 0; i < sample.annotations.size(); ++i) {
        sample.annotations[i].annotation.order = int(i);
    }
}

void LabelMeReader::takeShapes(element value, ImportedSample& sample)
{
    simdjson::dom::array shapes;
    if (value.get(shapes) != simdjson::SUCCESS) {
        m_session->add(ProblemCode::FieldInvalid, 0, QStringLiteral("shapes"));
        return;
    }
    for (const element item : shapes) {
        simdjson::dom::object object;
        if (item.get(object) == simdjson::SUCCESS) {
            takeShape(object, sample);
        } else {
            m_session->add(ProblemCode::FieldInvalid, 0, QStringLiteral("shapes"));
            ++m_session->summary().skippedAnnotations;
        }
    }
    joinGroups(sample.annotations);
}

void LabelMeReader::takeShape(simdjson::dom::object object, ImportedSample& sample)
{
    auto shape = readLabelMeShape(object);
    if (!shape) {
        m_session->add(shape.error().code, 0, shape.error().detail);
        ++m_session->summary().skippedAnnotations;
        return;
    }
    for (const ShapeIssue& note : shape->notes) {
        m_session->add(note.code, 0, note.detail);
    }
    for (NamedAnnotation& named : shape->annotations) {
        m_session->addAnnotation(sample, std::move(named));
    }
}

} // namespace lw::formats
