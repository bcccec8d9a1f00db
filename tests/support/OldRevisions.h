// SPDX-License-Identifier: GPL-3.0-or-later
//! Project files as older programs left them: what later revisions added is taken out of a new one.
#pragma once

#include "models/store/Connection.h"

namespace lw::tests {

/// The connection writes to a file that no store has open.
inline void takeBackRevision5(store::Connection& connection)
{
    connection.exec("DROP TRIGGER kept_sample_gone; DROP TABLE kept_label;"
                    "UPDATE project SET min_revision = 4; PRAGMA user_version = 4");
}

inline void takeBackRevision4(store::Connection& connection)
{
    takeBackRevision5(connection);
    connection.exec("DROP TRIGGER sample_gone; DROP TABLE attribute_value; DROP TABLE sample_attribute;"
                    "DROP TABLE smart_run; DROP TABLE rejected_proposal;"
                    "ALTER TABLE sample DROP COLUMN hard_reasons; ALTER TABLE sample DROP COLUMN attributes;"
                    "UPDATE project SET min_revision = 3; PRAGMA user_version = 3");
}

} // namespace lw::tests
