// SPDX-License-Identifier: GPL-3.0-or-later
//! Tabs by state, with counters that follow the dataset.
#include "widgets/gallery/StateTabs.h"

#include "models/items/Texts.h"

#include <QLocale>
#include <QSignalBlocker>

namespace lw::gallery {

namespace {

using domain::SampleState;
/// Tab order; nullopt is "All".
constexpr std::array<std::optional<SampleState>, 4> kStates = {std::nullopt, SampleState::Unlabelled,
                                                               SampleState::Labelled, SampleState::ToConfirm};

} // namespace

StateTabs::StateTabs(QWidget* parent) : QTabBar(parent)
{
    setObjectName(QStringLiteral("stateTabs"));
    setAccessibleName(tr("Samples by state"));
    setExpanding(false);
    setDrawBase(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    for (size_t i = 0; i < kStates.size(); ++i) {
        addTab(QString());
    }
    setCounters({});
    connect(this, &QTabBar::currentChanged, this, [this] { Q_EMIT stateChosen(state()); });
}

void StateTabs::setCounters(const domain::DatasetCounters& counters)
{
    const QLocale locale;
    //: tabs of the gallery; %1 is the number of samples
    setTabText(0, tr("All  %1").arg(locale.toString(counters.total)));
    setTabText(1, tr("Unlabelled  %1").arg(locale.toString(counters.unlabelled)));
    setTabText(2, tr("Labelled  %1").arg(locale.toString(counters.labelled)));
    setTabText(3, tr("To confirm  %1").arg(locale.toString(counters.toConfirm)));
}

std::optional<SampleState> StateTabs::state() const
{
    return kStates.at(static_cast<size_t>(qMax(0, currentIndex())));
}

void StateTabs::setState(std::optional<SampleState> state)
{
    const QSignalBlocker quiet(this); // shown, not chosen
    for (size_t i = 0; i < kStates.size(); ++i) {
        if (kStates.at(i) == state) {
            setCurrentIndex(static_cast<int>(i));
        }
    }
}

} // namespace lw::gallery
