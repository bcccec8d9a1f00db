// SPDX-License-Identifier: GPL-3.0-or-later
//! Trains a backbone with a classification head on labelled pictures.
#pragma once

#include "engine/learn/data/PictureCache.h"
#include "engine/learn/data/PicturePrep.h"
#include "engine/learn/data/Random.h"
#include "engine/learn/evaluate/ConfusionMatrix.h"
#include "engine/learn/nets/Backbone.h"
#include "engine/learn/train/TrainLoop.h"

#include <c10/core/Device.h>

#include <memory>
#include <vector>

namespace lw::learn {

/// A picture of the source and its class.
struct ClassSample {
    std::size_t picture = 0;
    int label = 0;
};

struct ClassifierSettings {
    int side = 96; ///< pixels of the network's input
    int batch = 32;
    double leastCrop = 0.35; ///< share of the area that a random crop keeps at least
    double colour = 0.6;     ///< strength of the changes of brightness, contrast and saturation
    double labelSmoothing = 0.05;
    double weightDecay = 1e-3;
    double backboneRate = 0.3; ///< share of the rate for what was loaded; 1 when nothing was
    InputConvention convention;
    std::uint64_t seed = 1;
    int threads = 1; ///< that prepare batches
    std::size_t cacheBytes = std::size_t(1) << 30;
};

/// A classifier's input: the greatest square in the middle of the picture.
Picture centreCrop(const Pyramid& source, int side);

/// One input for training: between `leastCrop` of the picture's area and all, sides at most 3:4 from the input's, perhaps
/// mirrored, colours changed. Any thread.
Picture randomCrop(const Pyramid& source, const ClassifierSettings& settings, Random& random);

/// Scores of pictures, softmax over the classes: (samples, classes) on the CPU. A picture that cannot be read has a row
/// of zeros. `withFlip` takes the mean over the picture and its mirror image.
at::Tensor classify(Backbone& net, PictureCache& pictures, const std::vector<std::size_t>& indices,
                    const ClassifierSettings& settings, const c10::Device& device, bool withFlip);

class ClassifierTask final : public TrainTask {
public:
    /// The network is moved to `device`. `validation` may be empty. Samples whose pictures cannot be read are left out
    /// of batches; training fails when all are.
    ClassifierTask(std::shared_ptr<Backbone> net, std::shared_ptr<const PictureSource> source,
                   std::vector<ClassSample> training, std::vector<ClassSample> validation, int classes,
                   const ClassifierSettings& settings, const c10::Device& device);
    ~ClassifierTask() override;

    torch::nn::Module& net() override { return *m_net; }
    std::vector<ParameterGroup> groups() override;
    Result<> begin(std::int64_t step) override;
    Loss loss(double progress) override;
    /// "accuracy", "macroF1" and the loss.
    Result<Metrics> validate() override;
    std::string goal() const override { return "accuracy"; }

private:
    struct Batches;

    std::shared_ptr<Backbone> m_net;
    std::shared_ptr<PictureCache> m_pictures;
    std::vector<ClassSample> m_training;
    std::vector<ClassSample> m_validation;
    int m_classes;
    ClassifierSettings m_settings;
    c10::Device m_device;
    std::unique_ptr<Batches> m_batches;
};

} // namespace lw::learn
