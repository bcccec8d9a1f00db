// SPDX-License-Identifier: GPL-3.0-or-later
//! What the learning engine looks at a dataset's pictures with: a network of the library, or its own features.
#pragma once

#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/domain/Dataset.h"
#include "models/store/Store.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <vector>

namespace lw::scenarios {

/// Asks the worker for something and waits for the answer: worker::WorkerSession::ask() on this thread. What comes
/// with the error codes and about progress: there.
using AskEngine = std::function<core::Result<QJsonObject>(const QString& operation, const QJsonObject& body,
                                                          const core::Control& control)>;

/// A way of turning a picture into a vector. Vectors of different lenses are never compared.
struct PictureLens {
    QString net;        ///< as the worker names it; "hand" for the features that need no weights
    QString weights;    ///< absolute path of the file; empty for "hand"
    QString convention; ///< of the network's input: "rgb", "bgr", "rgb-imagenet", "bgr-imagenet"
    int side = 160;     ///< pixels
    QString modelId;    ///< in the library; empty for "hand"
    QString modelName;  ///< for people; empty for "hand"

    bool operator==(const PictureLens&) const = default;
    [[nodiscard]] bool isBuiltIn() const { return weights.isEmpty(); }
    /// The fields that name it in a request: net, weights, convention, side.
    [[nodiscard]] QJsonObject request() const;
    /// The file that keeps the vectors of a dataset's pictures; it may be deleted at any time.
    [[nodiscard]] QString vectorFile(const QString& projectFolder, const domain::Dataset& dataset) const;
};

/// The lens that needs no weights.
[[nodiscard]] PictureLens builtInLens();

/// Networks of the library that pictures can be looked at with: imported ones, then those trained here, each the newest
/// first, then the built-in lens. Reads the models' descriptions from the disk. Any thread.
[[nodiscard]] std::vector<PictureLens> usableLenses(const QString& projectFolder);

/// The lens by the id or name of its model, "hand" for the built-in one. Without `model`: the one that the dataset used
/// last if it is still there, else the first usable. Errors: NotFound with the name, Unsupported
/// with the name of a model that shows no features.
core::Result<PictureLens> chosenLens(store::Store& store, const domain::Dataset& dataset, const QString& model = {});

/// Remembers the dataset's choice for chosenLens(). Any thread; does not wait.
void rememberLens(store::Store& store, const domain::Dataset& dataset, const PictureLens& lens);

/// The lens and who looks through it.
struct EngineLens {
    PictureLens lens;
    AskEngine ask;
};

} // namespace lw::scenarios
