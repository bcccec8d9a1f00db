// SPDX-License-Identifier: GPL-3.0-or-later
//! Folders of classes.
#include "engine/formats/YoloClasses.h"

#include "engine/formats/CocoFiles.h"
#include "engine/formats/FileIo.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/SampleIntake.h"
#include "engine/formats/SplitNames.h"

#include <set>

namespace lw::formats {

using core::ProblemCode;
using domain::SampleUsage;

namespace {

constexpr qint64 kReportEvery = 64;

/// The label and the usage that the folders of a picture say.
struct Place {
    std::string_view label;
    SampleUsage usage = SampleUsage::None;
};

Place placeOf(std::string_view picture)
{
    Place place;
    const size_t first = picture.find('/');
    if (first == std::string_view::npos) {
        return place;
    }
    const std::string_view top = picture.substr(0, first);
    const bool isSplit = top == "train" || top == "val" || top == "valid" || top == "test";
    place.usage = isSplit ? usageFromWords(top) : SampleUsage::None;
    const std::string_view rest = isSplit ? picture.substr(first + 1) : picture;
    const size_t last = rest.rfind('/');
    if (last != std::string_view::npos) {
        place.label = fileNameOf(rest.substr(0, last));
    }
    return place;
}

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Reports label names that are not allowed, each once, and tells the others.
std::set<std::string, std::less<>> checkLabels(const std::vector<std::string>& pictures, const QString& from,
                                               const ReadOptions& options, core::ProblemList& problems)
{
    std::set<std::string, std::less<>> seen, good;
    for (const std::string& picture : pictures) {
        const std::string_view name = placeOf(picture).label;
        if (name.empty() || !seen.emplace(name).second) {
            continue;
        }
        domain::Label label;
        label.name = qtText(name);
        label.colour = 0;
        if (!domain::isValidLabelName(label.name)) {
            problems.add(ProblemCode::LabelInvalid, from, 0, label.name.left(200));
            continue;
        }
        good.emplace(name);
        if (options.labels) {
            options.labels(label);
        }
    }
    return good;
}

} // namespace

core::Result<ReadSummary> YoloClassesReader::read(const QString& from, const ReadOptions& options,
                                                  const SampleSink& sink, core::ProblemList& problems,
                                                  const core::Control& control)
{
    const std::string root = from.toStdString();
    const auto pictures = io::listFiles(root, hasPictureSuffix, problems, control);
    if (!pictures) {
        return core::failure(pictures.error());
    }
    const auto labels = checkLabels(*pictures, from, options, problems);
    ReadSummary summary;
    qint64 done = 0;
    for (const std::string& picture : *pictures) {
        if (control.isCancelled()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        if (done++ % kReportEvery == 0) {
            control.report(done - 1, qint64(pictures->size()));
        }
        const Place place = placeOf(picture);
        const std::string path = root + '/' + picture;
        ImportedSample sample;
        sample.path = QString::fromStdString(path);
        sample.sample.name = qtText(fileNameOf(picture));
        sample.sample.usage = place.usage;
        if (!takePictureFacts(sample, path.c_str(), options.probe, problems)) {
            ++summary.skippedSamples;
            continue;
        }
        if (!place.label.empty() && needsAnnotations(options)) {
            if (labels.contains(place.label)) {
                NamedAnnotation named;
                named.label = qtText(place.label);
                named.annotation.shape = domain::Shape::wholeSample();
                sample.annotations.push_back(std::move(named));
            } else {
                ++summary.skippedAnnotations;
            }
        }
        if (!passesOptions(sample, options)) {
            ++summary.filteredSamples;
            continue;
        }
        ++summary.samples;
        summary.annotations += qint64(sample.annotations.size());
        if (!sink(std::move(sample))) {
            return core::failure(core::ErrorCode::Cancelled);
        }
    }
    control.report(done, done);
    return summary;
}

core::Result<> YoloClassesWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_places = PicturePlaces({options.inputLocation, false, options.linkPictures});
    return m_folder.begin(folder);
}

core::Result<> YoloClassesWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    m_lastPicture.clear();
    if (sample.annotations.empty()) {
        ++m_summary.skippedSamples; // a folder would be a label
        return {};
    }
    const std::string split = kSplitNames[splitOf(sample.sample.usage)];
    const std::string group = (split.empty() ? split : split + '/') + sample.annotations.front().label.toStdString();
    const std::string relative = group + '/' + m_places.take(sample.path, group);
    const core::Result<bool> copied = m_places.copy(sample.path, m_folder, relative, problems);
    if (!copied) {
        return core::failure(copied.error());
    }
    if (!*copied) {
        ++m_summary.skippedSamples;
        return {};
    }
    m_lastPicture = m_folder.target() + u'/' + QString::fromStdString(relative);
    ++m_summary.samples;
    ++m_summary.annotations;
    return {};
}

core::Result<WriteSummary> YoloClassesWriter::finish()
{
    if (const core::Result<> done = m_folder.commit(); !done) {
        return core::failure(done.error());
    }
    m_summary.path = m_folder.target();
    return m_summary;
}

} // namespace lw::formats
