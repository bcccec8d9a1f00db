// SPDX-License-Identifier: GPL-3.0-or-later
//! YOLO folders to samples.
#include "engine/formats/YoloReader.h"

#include "engine/formats/CocoFiles.h"
#include "engine/formats/FileIo.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/SampleIntake.h"
#include "engine/formats/TextNumbers.h"

#include <QFileInfo>

#include <algorithm>

namespace lw::formats {

using core::ProblemCode;
using domain::SampleUsage;

namespace {

constexpr qint64 kReportEvery = 64;
constexpr qint64 kMostBytes = 100 * 1024 * 1024;

/// Calls `take(line, number)` for every line of `text`, without its end.
template <typename Take> void forEachLine(std::string_view text, const Take& take)
{
    qint64 number = 0;
    while (!text.empty()) {
        const size_t end = std::min(text.size(), text.find('\n'));
        take(text.substr(0, end), ++number);
        text.remove_prefix(std::min(text.size(), end + 1));
    }
}

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

/// "../x/./train/images/" -> "x/train/images".
std::string plainFolder(std::string_view path)
{
    std::string plain;
    while (!path.empty()) {
        const size_t slash = std::min(path.size(), path.find('/'));
        const std::string_view part = path.substr(0, slash);
        if (!part.empty() && part != "." && part != "..") {
            plain.append(plain.empty() ? "" : "/").append(part);
        }
        path.remove_prefix(std::min(path.size(), slash + 1));
    }
    return plain;
}

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

core::Result<ReadSummary> YoloReader::read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                           core::ProblemList& problems, const core::Control& control)
{
    m_options = &options;
    m_problems = &problems;
    m_names = readYoloNames(from, problems);
    const auto pictures = listPictures(control);
    if (!pictures) {
        return core::failure(pictures.error());
    }
    if (!m_names.hasClasses && !m_labelFiles.empty()) {
        problems.add(ProblemCode::FieldMissing, from, 0, QStringLiteral("names"));
    }
    for (const QString& name : m_names.classes) {
        m_isNameValid.push_back(domain::isValidLabelName(name));
        if (!m_isNameValid.back() && !name.isEmpty()) {
            problems.add(ProblemCode::LabelInvalid, from, 0, name.left(200));
        }
    }
    declareLabels();
    readSplits(*pictures);
    qint64 done = 0;
    for (const std::string& picture : *pictures) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        if (done++ % kReportEvery == 0) {
            control.report(done - 1, qint64(pictures->size()));
        }
        ImportedSample sample;
        if (!readSample(picture, sample)) {
            ++m_summary.skippedSamples;
            continue;
        }
        if (!passesOptions(sample, options)) {
            ++m_summary.filteredSamples;
            continue;
        }
        ++m_summary.samples;
        m_summary.annotations += qint64(sample.annotations.size());
        if (!sink(std::move(sample))) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    control.report(done, done);
    return m_summary;
}

core::Result<std::vector<std::string>> YoloReader::listPictures(const core::Control& control)
{
    auto files = io::listFiles(
        m_names.root, [](std::string_view name) { return hasPictureSuffix(name) || name.ends_with(".txt"); },
        *m_problems, control);
    if (!files) {
        return files;
    }
    std::vector<std::string> pictures;
    for (std::string& file : *files) {
        if (hasPictureSuffix(file)) {
            pictures.push_back(std::move(file));
        } else {
            m_labelFiles.insert(std::move(file));
        }
    }
    return pictures;
}

void YoloReader::declareLabels()
{
    if (!m_options->labels) {
        return;
    }
    for (qsizetype i = 0; i < m_names.classes.size(); ++i) {
        if (!m_isNameValid[size_t(i)]) {
            continue;
        }
        domain::Label label;
        label.name = m_names.classes.at(i);
        label.colour = 0;
        if (m_kind == YoloKind::Pose) {
            for (int joint = 0; joint < m_names.jointCount && joint < 1000; ++joint) {
                label.skeleton.joints.append(joint < m_names.joints.size() ? m_names.joints.at(joint)
                                                                           : QString::number(joint + 1));
            }
        }
        m_options->labels(label);
    }
}

void YoloReader::readSplits(const std::vector<std::string>& pictures)
{
    const NameIndex index(pictures);
    for (const auto& [place, usage] : m_names.splits) {
        if (place.ends_with(".txt")) {
            const std::string whole = m_names.root + '/' + plainFolder(place);
            io::FileFacts facts;
            const bool isThere = io::isFile(whole.c_str(), facts);
            readList(isThere ? whole : m_names.root + '/' + std::string(fileNameOf(place)), usage, index);
        } else {
            m_folders.emplace_back(plainFolder(place), usage);
        }
    }
    // A folder that serves as training and as validation set says nothing about its pictures.
    for (auto& [folder, usage] : m_folders) {
        for (const auto& [other, otherUsage] : m_folders) {
            if (other == folder && otherUsage != usage && usage != SampleUsage::None) {
                usage = SampleUsage::None;
            }
        }
    }
}

void YoloReader::readList(const std::string& path, SampleUsage usage, const NameIndex& index)
{
    QByteArray bytes;
    if (const int error = io::readFile(path.c_str(), bytes, kMostBytes); error != 0) {
        m_problems->add(io::readProblem(error, QString::fromStdString(path)));
        return;
    }
    m_labelFiles.erase(path.substr(std::min(path.size(), m_names.root.size() + 1)));
    forEachLine(viewOf(bytes), [&](std::string_view line, qint64 number) {
        const std::string_view name = trimmed(line);
        if (name.empty()) {
            return;
        }
        if (const std::string* const picture = index.find(name)) {
            m_listed.emplace(*picture, usage);
        } else {
            m_problems->add(ProblemCode::FileMissing, QString::fromStdString(path), number, qtText(name).left(300));
        }
    });
}

SampleUsage YoloReader::usageOf(const std::string& picture) const
{
    if (const auto listed = m_listed.find(picture); listed != m_listed.end()) {
        return listed->second;
    }
    size_t longest = 0;
    SampleUsage found = SampleUsage::None;
    for (const auto& [folder, usage] : m_folders) {
        if (usage != SampleUsage::None && folder.size() > longest && picture.size() > folder.size() &&
            picture.starts_with(folder) && picture[folder.size()] == '/') {
            longest = folder.size();
            found = usage;
        }
    }
    if (found != SampleUsage::None) {
        return found;
    }
    std::string_view rest = picture;
    for (size_t slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
        if (const SampleUsage usage = usageFromWords(rest.substr(0, slash)); usage != SampleUsage::None) {
            return usage;
        }
        rest.remove_prefix(slash + 1);
    }
    return SampleUsage::None;
}

std::string YoloReader::labelFileOf(const std::string& picture) const
{
    std::string file(withoutSuffix(picture));
    file.append(".txt");
    if (m_labelFiles.contains(file)) {
        return file;
    }
    const std::string whole = '/' + file;
    for (size_t at = whole.rfind("/images/"); at != std::string::npos;
         at = at == 0 ? at : whole.rfind("/images/", at - 1)) {
        const std::string other = (whole.substr(0, at) + "/labels/" + whole.substr(at + 8)).substr(1);
        if (m_labelFiles.contains(other)) {
            return other;
        }
        if (at == 0) {
            break;
        }
    }
    // images and labels may be folders of another name beside each other: labels/<the same path>.
    const size_t slash = file.find('/');
    const std::string below = "labels/" + (slash == std::string::npos ? file : file.substr(slash + 1));
    return m_labelFiles.contains(below) ? below : std::string();
}

bool YoloReader::readSample(const std::string& picture, ImportedSample& sample)
{
    const std::string path = m_names.root + '/' + picture;
    sample.path = QString::fromStdString(path);
    sample.sample.name = qtText(fileNameOf(picture));
    sample.sample.usage = usageOf(picture);
    if (!takePictureFacts(sample, path.c_str(), m_options->probe, *m_problems)) {
        return false;
    }
    const std::string file = needsAnnotations(*m_options) ? labelFileOf(picture) : std::string();
    if (!file.empty()) {
        readLabels(file, sample);
    }
    return true;
}

void YoloReader::readLabels(const std::string& relative, ImportedSample& sample)
{
    const std::string path = m_names.root + '/' + relative;
    const QString shown = QString::fromStdString(path);
    if (const int error = io::readFile(path.c_str(), m_text, kMostBytes); error != 0) {
        m_problems->add(io::readProblem(error, shown));
        return;
    }
    sample.hasAnnotationFile = true;
    forEachLine(viewOf(m_text), [&](std::string_view line, qint64 number) {
        if (!trimmed(line).empty()) {
            readLine(line, number, shown, sample);
        }
    });
}

void YoloReader::readLine(std::string_view text, qint64 number, const QString& path, ImportedSample& sample)
{
    const auto refuse = [&](ProblemCode code, const QString& detail) {
        m_problems->add(code, path, number, detail);
        ++m_summary.skippedAnnotations;
    };
    const PictureSize size{sample.sample.width, sample.sample.height};
    if (!size.isKnown()) {
        refuse(ProblemCode::FieldMissing, QStringLiteral("width, height"));
        return;
    }
    YoloLine line;
    if (const auto issue = readYoloLine(text, m_kind, size, {m_names.jointCount, m_names.jointNumbers}, line)) {
        refuse(issue->code, issue->detail);
        return;
    }
    if (line.number >= m_names.classes.size() || !m_isNameValid[size_t(line.number)]) {
        refuse(ProblemCode::FieldInvalid, QStringLiteral("class %1").arg(line.number));
        return;
    }
    const ShapeVerdict verdict = checkShape(line.shape, size);
    // Shares are rounded, so that boxes along the edge reach over it by less than anybody can see.
    const QRectF r = line.shape.boundingRect();
    const bool isOver =
        r.left() < -0.5 || r.top() < -0.5 || r.right() > size.width + 0.5 || r.bottom() > size.height + 0.5;
    if (verdict.issue && (verdict.issue->code != ProblemCode::ShapeClipped || isOver)) {
        m_problems->add(verdict.issue->code, path, number, verdict.issue->detail);
    }
    if (!verdict.isAccepted) {
        ++m_summary.skippedAnnotations;
        return;
    }
    NamedAnnotation named;
    named.label = m_names.classes.at(line.number);
    named.annotation.shape = std::move(line.shape);
    named.annotation.confidence = line.confidence;
    named.annotation.extra = std::move(line.extra);
    named.annotation.order = int(sample.annotations.size());
    sample.annotations.push_back(std::move(named));
}

} // namespace lw::formats
