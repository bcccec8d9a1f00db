// SPDX-License-Identifier: GPL-3.0-or-later
//! Opens the sample project, making it first when it is not there yet.
#pragma once

class QWidget;

namespace lw::studio {

class AppContext;

/// Makes it in the user's data folder as a job with progress; opens it when done. `window` shows failures.
void openSampleProject(AppContext& context, QWidget* window);

} // namespace lw::studio
