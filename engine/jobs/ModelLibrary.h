// SPDX-License-Identifier: GPL-3.0-or-later
//! The project's models: trained here, or imported.
#pragma once

#include "engine/jobs/WorkerSession.h"
#include "models/core/Result.h"
#include "models/domain/EngineJob.h"

#include <vector>

namespace lw::worker {

struct ModelImport {
    QString name;
    QString file;       ///< .pth, .th, .pt, .safetensors
    QString labelsFile; ///< one label a line, in the order of the outputs; may be empty
    QString description;
    QString convention; ///< how pictures enter: "rgb", "bgr", "rgb-imagenet", …; empty: the network's usual one
    int side = 0;       ///< pixels of the input's side; 0: the network's usual one
};

/// A pair of TorchScript programs of the kind of MobileSAM: one looks at a picture, one answers clicks and boxes.
struct AssistantImport {
    QString name;
    QString encoder; ///< file
    QString decoder; ///< file
    QString description;
    int side = 1024; ///< of the encoder's input, pixels
};

/// What a model is there for that says nothing about samples on its own.
enum class ModelUse { Samples, Start, FourClicks, PointAndBox };

/// Folders below the project's "models", each with model.json and the weight file. Any thread; blocks. Several programs
/// may use one library.
class ModelLibrary {
public:
    explicit ModelLibrary(const QString& projectFolder);

    /// The newest first. A folder that is no model is left out.
    [[nodiscard]] std::vector<domain::LibraryModel> list() const;
    /// By id, or by name (then its newest version), or "name:V0002". Errors: NotFound.
    [[nodiscard]] core::Result<domain::LibraryModel> find(const QString& idOrName) const;
    /// Copies the file into the library, after the worker has looked at it. A model that tells (or is given) its labels
    /// can predict; other weights can start a training.
    /// Errors: InvalidArgument (name, labels that do not fit the outputs), NotFound, Malformed, Unsupported (what the
    /// worker told), DiskFull, WriteFailed; nothing is left then.
    [[nodiscard]] core::Result<domain::LibraryModel> importFile(const ModelImport& request, WorkerSession& session,
                                                                const core::Control& control = {});
    /// Copies both programs into the library, after the worker has tried them on an empty picture; the session has the
    /// assistant open then. Errors: as importFile(); the path is that of the file which is to blame, if one is.
    [[nodiscard]] core::Result<domain::LibraryModel>
    importAssistant(const AssistantImport& request, WorkerSession& session, const core::Control& control = {});
    /// Adds to what is known about how good a model is. Errors: NotFound, DiskFull, WriteFailed.
    [[nodiscard]] core::Result<> addMetrics(const QString& id, const QJsonObject& metrics);
    /// Takes the model that a finished training left; the same model again when it is there already.
    /// Errors: InvalidArgument when the job is no finished training, NotFound, DiskFull, WriteFailed.
    [[nodiscard]] core::Result<domain::LibraryModel> addFromJob(const domain::EngineJob& job);
    /// Whether the job's model went into the library once: one that a person has deleted must not come back by itself.
    [[nodiscard]] static bool wasAdded(const domain::EngineJob& job);
    /// Errors: NotFound, WriteFailed.
    [[nodiscard]] core::Result<> remove(const QString& id);
    /// Copies the weight file to `file`, which must not exist; an assistant's decoder goes beside it, as
    /// "<name>-decoder.pt". Errors: NotFound, AlreadyExists, DiskFull, WriteFailed.
    [[nodiscard]] core::Result<> exportTo(const QString& id, const QString& file) const;

private:
    QString m_root;
};

/// What the worker is told to use a model: the path of its description beside the weights.
[[nodiscard]] QString descriptionFile(const domain::LibraryModel& model);

[[nodiscard]] ModelUse useOf(const domain::LibraryModel& model);
/// Whether its numbers can be the start of something else: programs of their own and tools' networks cannot.
[[nodiscard]] bool hasWeights(const domain::LibraryModel& model);
/// The second file of a model for PointAndBox.
[[nodiscard]] QString decoderFile(const domain::LibraryModel& model);
/// The dataset that a model for FourClicks was taught on.
[[nodiscard]] QString taughtOn(const domain::LibraryModel& model);

} // namespace lw::worker
