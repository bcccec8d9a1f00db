// SPDX-License-Identifier: GPL-3.0-or-later
//! Made-up projects of a given size for the benchmarks.
#pragma once

#include "models/domain/Ids.h"
#include "models/store/Store.h"

#include <QString>

#include <memory>

namespace lw::bench {

struct SyntheticProject {
    std::unique_ptr<store::Store> store;
    domain::DatasetId dataset;
};

/// Opens the project with `samples` rows and `boxes` annotations per sample below the bench folder (environment
/// LW_BENCH_DIR, else the temporary folder), filling it first when it is not there. Rows have no files.
[[nodiscard]] SyntheticProject syntheticProject(int samples, int boxes);
/// Folder of that project.
[[nodiscard]] QString syntheticFolder(int samples, int boxes);

/// Processor time that all threads of this process have used, in seconds: unlike the wall clock, it says the same on a
/// busy machine.
[[nodiscard]] double processorSeconds();

/// Resident memory of this process in MB.
[[nodiscard]] double residentMegabytes();

} // namespace lw::bench
