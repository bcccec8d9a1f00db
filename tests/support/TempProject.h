// SPDX-License-Identifier: GPL-3.0-or-later
//! A project in a temporary folder with one detection dataset, for tests.
#pragma once

#include "models/domain/Dataset.h"
#include "models/domain/Label.h"
#include "models/store/BulkWriter.h"
#include "models/store/DatasetRepository.h"
#include "models/store/LabelRepository.h"
#include "models/store/SampleRepository.h"
#include "models/store/Store.h"
#include "models/store/TaskRepository.h"

#include <QTemporaryDir>

#include <memory>

namespace lw::tests {

/// Dataset "boxes" with the labels cat and dog; samples are rows without files.
class TempProject
{
public:
    TempProject();

    QTemporaryDir dir;
    std::unique_ptr<store::Store> store;
    domain::DatasetId dataset;
    domain::LabelId cat;
    domain::LabelId dog;

    /// Adds `count` samples 640x480 named 0000.jpg …; sample i gets `boxes(i)`. `state` ToConfirm is
    /// kept; the others follow from the boxes.
    void addSamples(int count, const std::function<std::vector<domain::Annotation>(int)>& boxes = {},
                    domain::SampleState state = domain::SampleState::Unlabelled);
    [[nodiscard]] QList<domain::SampleId> ids(const domain::SampleFilter& filter = {}) const;
    [[nodiscard]] domain::Annotation box(domain::LabelId label, double x, double y, double w, double h) const;
    /// Counts from the rows themselves, to hold against the kept counters.
    [[nodiscard]] QString recount() const;
    [[nodiscard]] QString keptCounters() const;
};

} // namespace lw::tests
