// SPDX-License-Identifier: GPL-3.0-or-later
//! Whether a person works in the window right now.
#pragma once

#include <QObject>
#include <QTimer>

namespace lw::jobs {

/// Watches the program's keys, clicks and wheel: who touched nothing for two minutes is away. GUI thread only.
class Presence final : public QObject {
    Q_OBJECT

public:
    explicit Presence(QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(Presence)

    [[nodiscard]] bool isPresent() const { return m_away.isActive(); }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void presenceChanged(bool isPresent);

private:
    QTimer m_away;
};

} // namespace lw::jobs
