// SPDX-License-Identifier: GPL-3.0-or-later
//! For measurements: tells when the window has been painted for the first time, and ends the program.
#pragma once

#include <QObject>

namespace lw::studio {

/// Prints "painted <resident memory in MB>" to standard output after the first painting of `window`, then quits.
class StartReport final : public QObject {
public:
    explicit StartReport(QObject* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_isDone = false;
};

} // namespace lw::studio
