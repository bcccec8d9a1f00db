// SPDX-License-Identifier: GPL-3.0-or-later
//! Making, editing and deleting datasets, and adding to them.
#pragma once

#include "app/studio/flows/FlowHost.h"

namespace lw::studio {

class DatasetFlows final : public FlowHost {
    Q_OBJECT

public:
    using FlowHost::FlowHost;

    /// `inputLocation` is filled in beforehand; may be empty.
    void createDataset(const QString& inputLocation = {});
    void editDataset(domain::DatasetId id);
    /// After a confirmation; all files stay on disk.
    void deleteDataset(domain::DatasetId id);
    /// `from` is filled in beforehand; may be empty.
    void importInto(domain::DatasetId id, const QString& from = {});
    void sync(domain::DatasetId id);
    /// Copies pictures to the input location; asks for them unless `paths` holds some.
    void addFiles(domain::DatasetId id, QStringList paths = {});

Q_SIGNALS:
    void datasetCreated(lw::domain::DatasetId id);
    void datasetDeleted(lw::domain::DatasetId id);
};

} // namespace lw::studio
