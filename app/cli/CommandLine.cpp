// SPDX-License-Identifier: GPL-3.0-or-later
//! Builds the tree of commands, parses, and runs the one that was named.
#include "app/cli/CommandLine.h"

#include "app/cli/Commands.h"

#include <cstdio>

namespace lw::cli {

namespace {

/// Parse errors come in several lines; people get one sentence.
int reportUsage(const CLI::App& app, const CLI::ParseError& error)
{
    if (error.get_exit_code() == int(CLI::ExitCodes::Success)) {
        app.exit(error); // prints the help or the version
        return kDone;
    }
    const QString words = QString::fromUtf8(error.what()).simplified();
    std::fputs(qPrintable(Cli::tr("%1 (see %2 --help)").arg(words, QStringLiteral("labelwright-cli")) + u'\n'), stderr);
    return kWrongUsage;
}

} // namespace

int runCommandLine(int argc, char** argv)
{
    CLI::App app(help(Cli::tr("Labels, checks, versions and publishes datasets without a window.")), "labelwright-cli");
    app.set_version_flag("--version", "labelwright-cli " LW_VERSION, help(Cli::tr("Print the version and exit")));
    app.set_help_all_flag("--help-all", help(Cli::tr("Print the help of all commands and exit")));
    app.get_help_ptr()->description(help(Cli::tr("Print this help and exit")));
    app.require_subcommand(1);
    bool isQuiet = false;
    app.add_flag("-q,--quiet", isQuiet, help(Cli::tr("Print no progress and no summary")));
    app.footer(help(Cli::tr("Exit codes: 0 done, 1 done with problems reported, 2 wrong usage, 3 failed and nothing "
                            "changed.")));

    Action chosen;
    addProjectCommands(app, chosen);
    CLI::App* dataset = group(app, "dataset", Cli::tr("Work with the datasets of a project"));
    addDatasetCommands(*dataset, chosen);
    addImportCommands(*dataset, chosen);
    addExportCommands(*dataset, chosen);
    addVersionCommands(*dataset, chosen);
    addLabelCommands(*dataset, chosen);
    addSimilarCommands(*dataset, chosen);
    addVectorCommands(*dataset, chosen);
    addGroupCommand(app, chosen);
    addSampleCommands(app, chosen);
    addTrashCommands(app, chosen);
    addModelCommands(app, chosen);
    addTrainCommands(app, chosen);
    addJobCommands(app, chosen);
    addSmartCommands(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return reportUsage(app, error);
    }
    Context context(isQuiet);
    return chosen ? chosen(context) : int(kWrongUsage);
}

} // namespace lw::cli
