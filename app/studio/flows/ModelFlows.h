// SPDX-License-Identifier: GPL-3.0-or-later
//! What one does with models of the library: import, export, delete, measure, ask (TR-7, TR-9).
#pragma once

#include "app/studio/flows/FlowHost.h"
#include "models/domain/EngineJob.h"

namespace lw::dialogs {
class ImportModelDialog;
struct AssistantChoice;
struct ModelImportChoice;
} // namespace lw::dialogs

namespace lw::studio {

class ModelFlows final : public FlowHost {
    Q_OBJECT

public:
    ModelFlows(AppContext& context, QWidget* page);

    void importModel(const QString& file = {});
    /// Asks for the two files of an assistant and takes them into the library. `before` is what was asked for last
    /// time.
    void importAssistant(const dialogs::AssistantChoice& before);
    void importAssistant();
    void exportModel(const domain::LibraryModel& model);
    /// Asks first.
    void removeModel(const domain::LibraryModel& model);
    /// Asks for the dataset and compares the model's answers with its labels.
    void evaluate(const domain::LibraryModel& model);
    /// The same for the model that the training of that id left.
    void evaluateTrained(const QString& jobId);
    /// Asks for a folder and lets the model say what is on its pictures.
    void predictFolder(const domain::LibraryModel& model);
    /// Shows what the model says about a picture that is asked for.
    void tryOn(const domain::LibraryModel& model);

    /// Asks for the dataset, where several fit, and leads to the form of smart labelling there.
    void useForSmartLabelling(const domain::LibraryModel& model);

Q_SIGNALS:
    void smartLabelRequested(lw::domain::DatasetId dataset, const QString& modelId);
    void jobStarted(const QString& id);
    /// A model came or went.
    void libraryChanged();

private:
    void inspect(dialogs::ImportModelDialog* dialog, const QString& file);
    void import(const dialogs::ModelImportChoice& choice);
    void import(const dialogs::AssistantChoice& choice);
    void tellImported(const domain::LibraryModel& model);
    void chooseDataset(const std::vector<domain::Dataset>& datasets, const QString& modelId);
};

} // namespace lw::studio
