// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. A job takes more threads while nobody annotates, fewer when somebody comes back.
#pragma once

#include "engine/learn/worker/JobFolder.h"

namespace lw::learn {

/// The number of threads that the file "threads" in the job's folder holds, which a window writes. On the thread that
/// computes only: libtorch's setting belongs to it.
class ThreadShare {
public:
    /// `isFixed`: the job itself states a number, and the file counts for nothing.
    ThreadShare(const JobFolder& folder, bool isFixed) : m_folder(folder), m_isFixed(isFixed) {}

    /// Follows the file; looks at it once a second at most.
    void follow();

private:
    const JobFolder& m_folder;
    bool m_isFixed;
    double m_lastLook = 0;
    int m_threads = 0;
};

/// Whether the options of a job fix the number of threads.
bool hasFixedThreads(const Json& options);

} // namespace lw::learn
