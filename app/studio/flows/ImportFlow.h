// SPDX-License-Identifier: GPL-3.0-or-later
//! Answers one import dialog from pool threads, then runs the import as a job.
#pragma once

#include "app/studio/flows/FlowHost.h"
#include "widgets/dialogs/ImportFacts.h"

#include <QPointer>

#include <stop_token>

namespace lw::dialogs {
class ImportDialog;
}
namespace lw::scenarios {
struct ImportPreview;
struct ImportRequest;
} // namespace lw::scenarios

namespace lw::studio {

class ImportFlow final : public FlowHost {
    Q_OBJECT

public:
    using FlowHost::FlowHost;
    ~ImportFlow() override;

    /// Opens the dialog; this object goes with it. `from` is filled in beforehand; may be empty.
    void open(const domain::Dataset& dataset, const QString& from);

    /// Reads labelled pictures into a dataset that was just made from a folder, then follows the folder itself.
    void fill(const domain::Dataset& dataset, const QString& format);

private:
    void recognise(const QString& path);
    void preview();
    void startImport(const scenarios::ImportRequest& request);
    [[nodiscard]] dialogs::ImportFindings findings(const struct PreviewAnswer& answer) const;
    [[nodiscard]] core::Control nextQuestion();

    domain::Dataset m_dataset;
    QPointer<dialogs::ImportDialog> m_dialog;
    std::stop_source m_stop; ///< of the question that is being answered
    quint64 m_question = 0;  ///< its number
};

} // namespace lw::studio
