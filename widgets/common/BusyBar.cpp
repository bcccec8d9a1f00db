// SPDX-License-Identifier: GPL-3.0-or-later
//! Maps counts of any size to a thin progress bar.
#include "widgets/common/BusyBar.h"

#include "widgets/common/Theme.h"

namespace lw::common {

namespace {

/// Counts may exceed the integers of a progress bar, so it shows thousandths.
constexpr int kSteps = 1000;

} // namespace

BusyBar::BusyBar(const QString& name, QWidget* parent) : QProgressBar(parent)
{
    setAccessibleName(name);
    setRole(this, "thin");
    setTextVisible(false);
    setFixedHeight(4);
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
    hide();
}

void BusyBar::showProgress(qint64 done, qint64 total)
{
    if (total > 0) {
        setRange(0, kSteps);
        setValue(int(qBound(0.0, double(done) / double(total), 1.0) * kSteps));
    } else {
        setRange(0, 0);
    }
    show();
}

void BusyBar::finish()
{
    hide();
    setRange(0, kSteps);
    reset();
}

} // namespace lw::common
