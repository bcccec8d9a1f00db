// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. The pictures and labels of a job.
#pragma once

#include "engine/learn/train/ClassifierTask.h"
#include "engine/learn/train/ContourTask.h"
#include "engine/learn/train/DetectorBatch.h"
#include "engine/learn/train/SegmenterBatch.h"
#include "engine/learn/worker/Json.h"
#include "engine/learn/worker/ModelFile.h"
#include "engine/learn/worker/OpenCvPictures.h"

#include <memory>
#include <string>
#include <vector>

namespace lw::learn {

struct JobDataset {
    ModelKind kind = ModelKind::Classifier;
    std::vector<std::string> classes;
    std::shared_ptr<const OpenCvPictures> pictures;
    std::vector<ClassSample> classTraining;
    std::vector<ClassSample> classValidation;
    std::vector<DetectionSample> boxTraining;
    std::vector<DetectionSample> boxValidation;
    std::vector<SegmentationSample> maskTraining;
    std::vector<SegmentationSample> maskValidation;
    std::vector<ContourSample> contourTraining;
    std::vector<ContourSample> contourValidation;
    std::vector<std::size_t> all; ///< pictures, whatever their labels
};

/// Reads "task", "classes" and "pictures" of a job. Labels outside the classes and boxes without area are refused with
/// the picture's path. The tasks "segmentation" and "contour" have "masks": [{"label", "polygon" or "mask"}]; a picture
/// for segmentation may have a "map" (an 8-bit picture) instead or below, whose numbers the job's "mapValues"
/// translate: see readLabelMap(). A contour assistant needs no classes and no labels. Pictures of the part "validation"
/// are measured on, all others trained on; those without label or objects are left out of both.
Result<JobDataset> readDataset(const Json& job);

} // namespace lw::learn
