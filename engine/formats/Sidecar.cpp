// SPDX-License-Identifier: GPL-3.0-or-later
//! Chooses the reader.
#include "engine/formats/Sidecar.h"

#include "engine/formats/LabelFolders.h"
#include "engine/formats/ReadSession.h"
#include "engine/formats/SampleIntake.h"
#include "engine/formats/VocXml.h"

namespace lw::formats {

std::string_view sidecarSuffix(domain::DatasetType type)
{
    return type == domain::DatasetType::ImageClassification ? "txt" : "xml";
}

bool readSidecar(const QString& path, domain::DatasetType type, ImportedSample& sample, core::ProblemList& problems,
                 qint64& skipped)
{
    if (sidecarSuffix(type) == "xml") {
        return readVocFile(path, sample, problems, skipped, type);
    }
    const ReadOptions options{.type = type};
    const SampleSink nowhere;
    const core::Control control; // outlives the session, which refers to it
    ReadSession session(options, nowhere, problems, control);
    const bool isRead = readLabelFile(path, sample, session);
    skipped += session.summary().skippedAnnotations;
    return passesOptions(sample, options) && isRead; // the sample's state is set by that
}

} // namespace lw::formats
