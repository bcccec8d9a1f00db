// SPDX-License-Identifier: GPL-3.0-or-later
//! Making, editing and deleting datasets, and adding to them.
#pragma once

#include "app/studio/flows/FlowHost.h"

#include <stop_token>

namespace lw::dialogs {
struct FoundAnnotations;
}

namespace lw::studio {

class DatasetFlows final : public FlowHost {
    Q_OBJECT

public:
    using FlowHost::FlowHost;
    ~DatasetFlows() override { m_looking.request_stop(); }

    /// `inputLocation` is filled in beforehand; may be empty.
    void createDataset(const QString& inputLocation = {});
    void editDataset(domain::DatasetId id);
    /// After a confirmation; all files stay on disk.
    void deleteDataset(domain::DatasetId id);
    /// `from` is filled in beforehand; may be empty.
    void importInto(domain::DatasetId id, const QString& from = {});
    /// Something was dropped: annotations are imported, pictures added.
    void take(domain::DatasetId id, const QStringList& paths);
    void sync(domain::DatasetId id);
    /// Copies pictures to the input location; asks for them unless `paths` holds some.
    void addFiles(domain::DatasetId id, QStringList paths = {});

Q_SIGNALS:
    void datasetCreated(lw::domain::DatasetId id);
    void datasetDeleted(lw::domain::DatasetId id);

private:
    /// Recognises the annotations in a folder off the window's thread; a new look makes the last one void.
    void look(const QString& folder,
              const std::function<void(const std::optional<dialogs::FoundAnnotations>&)>& tell);

    std::stop_source m_looking;
};

} // namespace lw::studio
