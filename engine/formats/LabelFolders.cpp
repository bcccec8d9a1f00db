// SPDX-License-Identifier: GPL-3.0-or-later
//! Label folders and label files.
#include "engine/formats/LabelFolders.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/ReadSession.h"
#include "engine/formats/TextNumbers.h"
#include "engine/formats/VocMaskFile.h"

#include <QFile>

#include <algorithm>
#include <simdjson.h>

namespace lw::formats {

using core::ProblemCode;

namespace {

constexpr qint64 kMostBytes = 64 * 1024;

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// What the folders of a picture say: usage, and the deepest that is not one.
struct FolderWords {
    domain::SampleUsage usage = domain::SampleUsage::None;
    QString label;
};

FolderWords folderWordsOf(const std::string& path)
{
    FolderWords words;
    QStringList folders = QString::fromStdString(path).split(u'/');
    folders.removeLast();
    if (!folders.isEmpty()) {
        words.usage = usageFromWord(folders.front());
    }
    if (words.usage != domain::SampleUsage::None) {
        folders.removeFirst();
    }
    words.label = folders.isEmpty() ? QString() : folders.back();
    return words;
}

std::vector<const NamedAnnotation*> inOrder(const ImportedSample& sample)
{
    std::vector<const NamedAnnotation*> ordered;
    for (const NamedAnnotation& named : sample.annotations) {
        ordered.push_back(&named);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const NamedAnnotation* a, const NamedAnnotation* b) {
        return a->annotation.order < b->annotation.order;
    });
    return ordered;
}

} // namespace

bool readLabelFile(const QString& path, ImportedSample& sample, ReadSession& session)
{
    QByteArray bytes;
    session.setFile(path);
    if (const int error = io::readFile(QFile::encodeName(path).constData(), bytes, kMostBytes); error != 0) {
        session.problems().add(io::readProblem(error, path));
        return false;
    }
    sample.hasAnnotationFile = true;
    std::string_view text(bytes.constData(), size_t(bytes.size()));
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    if (!simdjson::validate_utf8(text.data(), text.size())) {
        session.add(ProblemCode::EncodingInvalid, 0, QStringLiteral("UTF-8"));
        return false;
    }
    for (qint64 line = 1; !text.empty(); ++line) {
        const size_t end = text.find('\n');
        const std::string_view label = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!label.empty()) {
            session.addLabel(sample, qtText(label), line);
        }
    }
    return true;
}

core::Result<ReadSummary> LabelFolderReader::read(const QString& from, const ReadOptions& options,
                                                  const SampleSink& sink, core::ProblemList& problems,
                                                  const core::Control& control)
{
    const std::string root = from.toStdString();
    const auto listed = io::listFiles(
        root, [](std::string_view name) { return hasPictureSuffix(name) || hasSuffix(name, "txt"); }, problems, control);
    if (!listed) {
        return core::failure(listed.error());
    }
    ReadSession session(options, sink, problems, control);
    const qint64 total = qint64(listed->size());
    qint64 done = 0;
    for (const std::string& path : *listed) {
        if (!session.step(done++, total)) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        ImportedSample sample;
        if (!hasPictureSuffix(path) || !session.beginSample(sample, root + '/' + path)) {
            continue;
        }
        const FolderWords words = folderWordsOf(path);
        sample.sample.usage = words.usage;
        const std::string text = std::string(withoutSuffix(path)) + ".txt";
        if (std::binary_search(listed->begin(), listed->end(), text)) {
            readLabelFile(QString::fromStdString(root + '/' + text), sample, session);
        } else if (!words.label.isEmpty()) {
            session.setFile(sample.path);
            session.addLabel(sample, words.label);
        }
        if (!session.finishSample(std::move(sample))) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    control.report(total, total);
    return session.summary();
}

core::Result<> LabelFolderWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_places = PicturePlaces({options.inputLocation, false, options.linkPictures});
    return m_folder.begin(folder);
}

core::Result<> LabelFolderWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    const std::string usage = wordOfUsage(sample.sample.usage).toStdString();
    const std::vector<const NamedAnnotation*> labels = inOrder(sample);
    std::string group = usage;
    if (!labels.empty()) {
        group += (group.empty() ? "" : "/") + labels.front()->label.toStdString();
    }
    const std::string place = (group.empty() ? "" : group + '/') + m_places.take(sample.path, group);
    m_lastPicture.clear();
    const core::Result<bool> copied = m_places.copy(sample.path, m_folder, place, problems);
    if (!copied) {
        return core::failure(copied.error());
    }
    if (!*copied) {
        ++m_summary.skippedSamples;
        return {};
    }
    m_lastPicture = m_folder.target() + u'/' + QString::fromStdString(place);
    ++m_summary.samples;
    m_summary.annotations += labels.empty() ? 0 : 1;
    return {};
}

core::Result<WriteSummary> LabelFolderWriter::finish()
{
    if (const core::Result<> done = m_folder.commit(); !done) {
        return core::failure(done.error());
    }
    m_summary.path = m_folder.target();
    return m_summary;
}

core::Result<> LabelFileWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_places = PicturePlaces({options.inputLocation, false, options.linkPictures});
    return m_folder.begin(folder);
}

core::Result<> LabelFileWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    // Flat, so that no folder's name is taken for a label again.
    const std::string usage = wordOfUsage(sample.sample.usage).toStdString();
    const std::string place = (usage.empty() ? "" : usage + '/') + m_places.take(sample.path, usage);
    m_lastPicture.clear();
    const core::Result<bool> copied = m_places.copy(sample.path, m_folder, place, problems);
    if (!copied) {
        return core::failure(copied.error());
    }
    if (!*copied) {
        ++m_summary.skippedSamples;
        return {};
    }
    m_lastPicture = m_folder.target() + u'/' + QString::fromStdString(place);
    QByteArray text;
    for (const NamedAnnotation* named : inOrder(sample)) {
        text.append(named->label.toUtf8()).append('\n');
    }
    if (!text.isEmpty()) {
        if (const auto written = m_folder.write(std::string(withoutSuffix(place)) + ".txt", text); !written) {
            return written;
        }
    }
    ++m_summary.samples;
    m_summary.annotations += qint64(sample.annotations.size());
    return {};
}

core::Result<WriteSummary> LabelFileWriter::finish()
{
    if (const core::Result<> done = m_folder.commit(); !done) {
        return core::failure(done.error());
    }
    m_summary.path = m_folder.target();
    return m_summary;
}

} // namespace lw::formats
