// SPDX-License-Identifier: GPL-3.0-or-later
//! What every reader yields and every writer takes: a sample with its annotations, labels by name.
#pragma once

#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/Annotation.h"
#include "models/domain/Sample.h"

#include <QString>

#include <functional>
#include <vector>

namespace lw::formats {

/// An annotation whose label is still a name. `annotation.labelId` is unused.
struct NamedAnnotation {
    QString label;
    domain::Annotation annotation;
};

/// A sample as a file states it. `path` is absolute; `sample.folder`, ids and counters are unused.
struct ImportedSample {
    QString path;
    domain::Sample sample;
    std::vector<NamedAnnotation> annotations;
    bool hasAnnotationFile = false; ///< an annotation file was there, even if it holds no object
};

/// Takes one sample; returns false to stop the reader (which then reports Cancelled).
using SampleSink = std::function<bool(ImportedSample&&)>;

} // namespace lw::formats
