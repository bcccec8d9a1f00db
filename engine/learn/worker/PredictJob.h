// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Runs a model over a job's pictures and, where they have labels, compares.
#pragma once

#include "engine/learn/worker/Job.h"
#include "engine/learn/worker/ModelFile.h"

#include <memory>

namespace lw::learn {

Result<JobEnd> runPredictJob(JobFolder& folder);

/// What a model says about one picture, as JSON: {"scores": […]} {"objects": [{"x", …, "label", "score"}]} or
/// {"masks": [{"label", "score", "mask", "polygon"}], "width", "height"}; with "error" when the picture cannot be read.
class Predictor {
public:
    Predictor(Model model, std::shared_ptr<const PictureSource> pictures, const c10::Device& device, double leastScore);

    /// Any number of pictures at once.
    std::vector<Json> predict(const std::vector<std::size_t>& indices);
    const Model& model() const { return m_model; }

private:
    std::vector<Json> classesOf(const std::vector<std::size_t>& indices);
    std::vector<Json> boxesOf(const std::vector<std::size_t>& indices);
    std::vector<Json> masksOf(const std::vector<std::size_t>& indices);

    Model m_model;
    std::shared_ptr<const PictureSource> m_pictures;
    c10::Device m_device;
    double m_leastScore;
};

} // namespace lw::learn
