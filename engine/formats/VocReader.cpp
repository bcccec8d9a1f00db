// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads VOC folders sample by sample.
#include "engine/formats/VocReader.h"

#include "engine/formats/FileIo.h"
#include "engine/formats/PictureNames.h"
#include "engine/formats/SampleIntake.h"

namespace lw::formats {

using core::ProblemCode;

core::Result<ReadSummary> VocReader::read(const QString& from, const ReadOptions& options, const SampleSink& sink,
                                          core::ProblemList& problems, const core::Control& control)
{
    m_parser.setTarget(options.type, options.labels);
    auto all = findVocFiles(from, options, problems, control);
    if (!all) {
        return core::failure(all.error());
    }
    for (const VocFiles& files : *all) {
        m_total += qint64(files.pairs.size());
    }
    for (const VocFiles& files : *all) {
        if (!readFiles(files, options, sink, problems, control)) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        for (const std::string& orphan : files.orphans) {
            problems.add(ProblemCode::AnnotationOrphan, QString::fromStdString(files.annotationRoot + '/' + orphan));
        }
    }
    control.report(m_done, m_total);
    return m_summary;
}

bool VocReader::readFiles(const VocFiles& files, const ReadOptions& options, const SampleSink& sink,
                          core::ProblemList& problems, const core::Control& control)
{
    constexpr qint64 kReportEvery = 64;
    const QString root = QString::fromStdString(files.pictureRoot) + u'/';
    for (const VocPair& pair : files.pairs) {
        if (control.isCancelled()) {
            return false;
        }
        if (m_done++ % kReportEvery == 0) {
            control.report(m_done - 1, m_total);
        }
        ImportedSample sample;
        const std::string_view name = fileNameOf(pair.picture);
        sample.path = root + QString::fromStdString(pair.picture);
        sample.sample.name = QString::fromUtf8(name.data(), qsizetype(name.size()));
        sample.sample.usage = pair.usage;
        if (!readSample(files, pair, options, sample, problems)) {
            if (noteVanished(files, problems)) {
                return true;
            }
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
            return false;
        }
    }
    return true;
}

bool VocReader::readSample(const VocFiles& files, const VocPair& pair, const ReadOptions& options,
                           ImportedSample& sample, core::ProblemList& problems)
{
    m_path.assign(files.pictureRoot).append(1, '/').append(pair.picture);
    if (!takePictureFacts(sample, m_path.c_str(), options.probe, problems)) {
        return false;
    }
    if (pair.xml.empty() || !needsAnnotations(options)) {
        return true;
    }
    m_path.assign(files.annotationRoot).append(1, '/').append(pair.xml);
    if (!m_parser.readInto(QString::fromStdString(m_path), m_path.c_str(), sample, problems,
                           m_summary.skippedAnnotations)) {
        // A bad annotation file costs the annotations; the picture goes in, unless the folder is gone altogether.
        return m_parser.lastReadError() == 0 || io::isFolder(files.annotationRoot.c_str());
    }
    return true;
}

bool VocReader::noteVanished(const VocFiles& files, core::ProblemList& problems)
{
    for (const std::string& folder : {files.pictureRoot, files.annotationRoot}) {
        if (!io::isFolder(folder.c_str())) {
            problems.add(ProblemCode::FolderVanished, QString::fromStdString(folder));
            m_summary.isComplete = false;
            return true;
        }
    }
    return false;
}

} // namespace lw::formats
