// SPDX-License-Identifier: GPL-3.0-or-later
//! Progress and remaining time.
#include "app/cli/ProgressLine.h"

#include "app/cli/Commands.h"

#include <cstdio>

namespace lw::cli {

namespace {
constexpr qint64 kEveryMs = 100;
constexpr const char* kWipe = "\r\033[K";
} // namespace

ProgressLine::ProgressLine(const QString& action) : m_action(action)
{
    m_sinceStart.start();
}

ProgressLine::~ProgressLine()
{
    if (m_isShown) {
        std::fputs(kWipe, stderr);
    }
}

void ProgressLine::show(qint64 done, qint64 total)
{
    if (m_isShown && m_sinceShown.elapsed() < kEveryMs) {
        return;
    }
    m_isShown = true;
    m_sinceShown.start();
    QString line;
    if (total <= 0) {
        line = Cli::tr("%1: %2 so far").arg(m_action).arg(done);
    } else if (done == 0) {
        line = Cli::tr("%1: %2 of %3").arg(m_action).arg(done).arg(total);
    } else {
        const qint64 left = m_sinceStart.elapsed() * (total - done) / done / 1000;
        line = Cli::tr("%1: %2 of %3, about %4 s left").arg(m_action).arg(done).arg(total).arg(left);
    }
    std::fputs(kWipe, stderr);
    std::fputs(line.toUtf8().constData(), stderr);
    std::fflush(stderr);
}

} // namespace lw::cli
