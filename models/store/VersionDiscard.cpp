// SPDX-License-Identifier: GPL-3.0-or-later
//! Takes back a version whose publishing failed.
#include "models/store/Rows.h"
#include "models/store/VersionRepository.h"

namespace lw::store {

QFuture<core::Result<>> VersionRepository::discard(domain::VersionId version, domain::VersionId previous)
{
    return m_store.write<void>([version, previous](WriteContext& context) -> core::Result<> {
        Connection& connection = context.connection;
        Statement& find = connection.prepare("SELECT dataset_id FROM version WHERE id = ?");
        find.bind(1, version.value);
        if (!find.executeStep()) {
            return core::failure(core::ErrorCode::NotFound, QString::number(version.value));
        }
        context.change.dataset = domain::DatasetId(int64At(find, 0));
        find.reset();
        Statement& current =
            connection.prepare("UPDATE dataset SET current_version = ? WHERE id = ? AND current_version = ?");
        previous.isValid() ? current.bind(1, previous.value) : current.bind(1);
        current.bind(2, context.change.dataset.value);
        current.bind(3, version.value);
        current.exec();
        // Snapshots stay: other versions may share them, and the next attempt finds them again by their hash.
        for (const char* sql :
             {"DELETE FROM version_sample WHERE version_id = ?", "DELETE FROM version WHERE id = ?"}) {
            Statement& remove = connection.prepare(sql);
            remove.bind(1, version.value);
            remove.exec();
        }
        context.change.touch(Change::Datasets);
        context.change.touch(Change::Versions);
        return {};
    });
}

} // namespace lw::store
