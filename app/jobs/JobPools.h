// SPDX-License-Identifier: GPL-3.0-or-later
//! The program's thread pools: one per kind of work, so that one kind never starves another.
#pragma once

#include <QThreadPool>

namespace lw::jobs {

/// Owned by the composition root and destroyed after everything that hands work to it.
class JobPools final {
public:
    JobPools();
    /// Drops work that has not begun and waits for the rest.
    ~JobPools();
    Q_DISABLE_COPY_MOVE(JobPools)

    /// Jobs that a person started: imports, publishing. Few threads that mostly wait for the disk.
    [[nodiscard]] QThreadPool& io() { return m_io; }
    /// Small pictures for lists; runs below the others' priority.
    [[nodiscard]] QThreadPool& thumbs() { return m_thumbs; }
    /// What a person waits for right now: queries, the picture on the canvas.
    [[nodiscard]] QThreadPool& compute() { return m_compute; }

    /// Helps jobs with many small pieces of work, such as looking at every picture; runs below the others' priority.
    [[nodiscard]] QThreadPool& batch() { return m_batch; }

private:
    QThreadPool m_batch;
    QThreadPool m_io;
    QThreadPool m_thumbs;
    QThreadPool m_compute;
};

} // namespace lw::jobs
