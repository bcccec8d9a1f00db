// SPDX-License-Identifier: GPL-3.0-or-later
//! Picture facts and filters, the same for every reader.
#include "engine/formats/SampleIntake.h"

#include <algorithm>

namespace lw::formats {

using core::ErrorCode;
using core::ProblemCode;

core::Problem probeProblem(const core::Error& error, const QString& path, const char* pathBytes)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return {ProblemCode::FileMissing, path, 0, path};
    case ErrorCode::TooLarge:
        return {ProblemCode::ImageTooLarge, path, 0, error.detail};
    case ErrorCode::ReadFailed:
        return {ProblemCode::FileUnreadable, path, 0, error.detail};
    default:
        break;
    }
    io::FileFacts facts;
    const int missing = io::fileFacts(pathBytes, facts);
    if (missing != 0) {
        return io::readProblem(missing, path);
    }
    if (facts.bytes == 0) {
        return {ProblemCode::FileEmpty, path, 0, {}};
    }
    return {ProblemCode::ImageUnreadable, path, 0, error.detail};
}

bool takePictureFacts(ImportedSample& sample, const char* pathBytes, const ImageProbe& probe,
                      core::ProblemList& problems, const io::FileFacts* known)
{
    domain::Sample& facts = sample.sample;
    if (probe) {
        const core::Result<ProbedImage> probed = probe(sample.path);
        if (!probed) {
            problems.add(probeProblem(probed.error(), sample.path, pathBytes));
            return false;
        }
        for (core::Problem note : probed->notes) {
            note.file = sample.path;
            problems.add(std::move(note));
        }
        facts.width = probed->width;
        facts.height = probed->height;
        facts.orientation = probed->orientation;
        facts.bytes = probed->bytes;
        facts.modifiedAt = probed->modifiedAt;
        return true;
    }
    io::FileFacts found = known != nullptr ? *known : io::FileFacts();
    if (const int error = known != nullptr ? 0 : io::fileFacts(pathBytes, found); error != 0) {
        problems.add(io::readProblem(error, sample.path));
        return false;
    }
    if (found.bytes == 0) {
        problems.add(ProblemCode::FileEmpty, sample.path);
        return false;
    }
    facts.bytes = found.bytes;
    facts.modifiedAt = found.modifiedAt;
    return true;
}

bool needsAnnotations(const ReadOptions& options)
{
    // Without a probe the annotation file is the only one to know the picture's size.
    return options.withLabels || options.hardOnly || !options.labelsToTake.isEmpty() || !options.probe;
}

bool passesOptions(ImportedSample& sample, const ReadOptions& options)
{
    std::vector<NamedAnnotation>& annotations = sample.annotations;
    if (options.hardOnly && !sample.sample.isHard &&
        std::none_of(annotations.begin(), annotations.end(),
                     [](const NamedAnnotation& a) { return a.annotation.isHard; })) {
        return false;
    }
    if (!options.labelsToTake.isEmpty()) {
        std::erase_if(annotations, [&](const NamedAnnotation& a) { return !options.labelsToTake.contains(a.label); });
        if (annotations.empty()) {
            return false;
        }
    }
    if (!options.withLabels) {
        annotations.clear();
        sample.hasAnnotationFile = false;
    }
    sample.sample.state = annotations.empty() ? domain::SampleState::Unlabelled : domain::SampleState::Labelled;
    return true;
}

} // namespace lw::formats
