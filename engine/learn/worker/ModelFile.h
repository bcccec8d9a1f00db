// SPDX-License-Identifier: GPL-3.0-or-later
//! A trained model in one file: a safetensors file whose metadata tell what it is.
#pragma once

#include "engine/learn/data/PicturePrep.h"
#include "engine/learn/nets/ContourNet.h"
#include "engine/learn/nets/Detector.h"
#include "engine/learn/nets/Segmenter.h"
#include "engine/learn/nets/TwoStageDetector.h"
#include "engine/learn/weights/TorchScriptFile.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lw::learn {

enum class ModelKind { Classifier, Detector, Segmenter, Contour };

/// "classification", "detection", "segmentation", "contour".
std::string taskOfKind(ModelKind kind);
std::optional<ModelKind> kindOfTask(const std::string& task);

struct Model {
    ModelKind kind = ModelKind::Classifier;
    std::string netId;
    std::vector<std::string> classes;
    InputConvention convention;
    int width = 224; ///< of the network's input
    int height = 224;
    std::shared_ptr<Backbone> classifier; ///< one of these is set
    std::shared_ptr<Detector> detector;
    std::shared_ptr<TwoStageDetector> twoStage; ///< a Detector by its kind
    std::shared_ptr<Segmenter> segmenter;
    std::shared_ptr<ContourNet> contour;
    std::shared_ptr<ScriptNet> script = nullptr; ///< a classifier that brings its own program; on the CPU
    bool isImported = false;                     ///< trained elsewhere

    /// The one that is set; not for a script.
    torch::nn::Module& net() const;
};

/// Makes a model with fresh weights. InvalidArgument for an unknown network, no classes or sizes that do not fit.
Result<Model> makeModel(ModelKind kind, const std::string& netId, const std::vector<std::string>& classes);

Result<> saveModel(const std::string& path, const Model& model);

/// Opens a model of this program, or one of the library by its description (".json", see DescribedModel.h).
/// Mismatch when the file is no model of this program; Malformed, … as readWeights().
Result<Model> openModel(const std::string& path);

/// What a training began with.
struct Start {
    bool isModel = false; ///< a model of this program, whose input convention is known; else weights of a backbone
    std::string note;     ///< a sentence for the log about what was taken
    std::shared_ptr<Backbone> backbone; ///< that the weights were read into, unless `isModel`; it sees pictures
};

/// Starts a model from an imported weight file: the backbone of the same network, or a whole model of this program with
/// other classes.
Result<Start> startFrom(const std::string& path, Model& model);

} // namespace lw::learn
