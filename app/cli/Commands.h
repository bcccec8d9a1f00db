// SPDX-License-Identifier: GPL-3.0-or-later
//! What the files of this folder share: declaring commands and their usual options.
#pragma once

#include "app/cli/CommandLine.h"
#include "app/cli/Context.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>

namespace lw::cli {

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(lw::cli::Cli)
};

/// The command that the command line named, ready to run.
using Action = std::function<int(Context&)>;

/// Options that nearly every command has.
struct CommonOptions {
    std::string project;
    std::string dataset;
    bool isJson = false;
};

inline std::string help(const QString& text)
{
    return text.toStdString();
}

/// A command that only holds other commands.
inline CLI::App* group(CLI::App& parent, const char* name, const QString& text)
{
    CLI::App* app = parent.add_subcommand(name, help(text));
    app->require_subcommand(1);
    app->fallthrough();
    return app;
}

/// Declares a command; `options` receives its values, then `run` is called with them.
template <typename Options>
CLI::App* command(CLI::App& parent, const char* name, const QString& text, const std::shared_ptr<Options>& options,
                  int (*run)(Context&, const Options&), Action& chosen)
{
    CLI::App* app = parent.add_subcommand(name, help(text));
    app->fallthrough();
    app->callback(
        [options, run, &chosen] { chosen = [options, run](Context& context) { return run(context, *options); }; });
    return app;
}

/// The ids of the formats of this build, for --format and its help.
[[nodiscard]] std::vector<std::string> formatIds();

inline void addProject(CLI::App* app, CommonOptions& options)
{
    app->add_option("--project", options.project, help(Cli::tr("Folder of the project")))->required();
}
inline void addDataset(CLI::App* app, CommonOptions& options)
{
    addProject(app, options);
    app->add_option("--dataset", options.dataset, help(Cli::tr("Name of the dataset")))->required();
}
inline void addJson(CLI::App* app, CommonOptions& options)
{
    app->add_flag("--json", options.isJson, help(Cli::tr("Print the result as JSON")));
}

void addProjectCommands(CLI::App& root, Action& chosen);
void addDatasetCommands(CLI::App& dataset, Action& chosen);
void addImportCommands(CLI::App& dataset, Action& chosen);
void addExportCommands(CLI::App& dataset, Action& chosen);
void addVersionCommands(CLI::App& dataset, Action& chosen);
void addLabelCommands(CLI::App& dataset, Action& chosen);
void addSimilarCommands(CLI::App& dataset, Action& chosen);
void addVectorCommands(CLI::App& dataset, Action& chosen);
void addGroupCommand(CLI::App& root, Action& chosen);
void addSampleCommands(CLI::App& root, Action& chosen);
void addSmartCommands(CLI::App& root, Action& chosen);
void addTrashCommands(CLI::App& root, Action& chosen);
void addModelCommands(CLI::App& root, Action& chosen);
void addTrainCommands(CLI::App& root, Action& chosen);
void addJobCommands(CLI::App& root, Action& chosen);
/// `sample` is the group of that name.
void addHistoryCommand(CLI::App& sample, Action& chosen);

} // namespace lw::cli
