// SPDX-License-Identifier: GPL-3.0-or-later
//! The tabs All, Unlabelled, Labelled, To confirm with counters.
#pragma once

#include "models/domain/Dataset.h"
#include "models/domain/Sample.h"

#include <QTabBar>

#include <optional>

namespace lw::gallery {

class StateTabs final : public QTabBar {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateTabs)

public:
    explicit StateTabs(QWidget* parent = nullptr);

    void setCounters(const domain::DatasetCounters& counters);
    /// nullopt is "All".
    [[nodiscard]] std::optional<domain::SampleState> state() const;
    /// Does not send stateChosen().
    void setState(std::optional<domain::SampleState> state);

Q_SIGNALS:
    /// The person chose another tab.
    void stateChosen(std::optional<lw::domain::SampleState> state);
};

} // namespace lw::gallery
