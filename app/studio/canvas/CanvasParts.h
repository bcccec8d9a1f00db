// SPDX-License-Identifier: GPL-3.0-or-later
//! What the pages share on which one works on one picture after another.
#pragma once

#include "app/jobs/PictureLoader.h"

class QAction;
class QVBoxLayout;
class QWidget;

namespace lw::studio {

class AppContext;
class SampleWalk;

/// How pictures of the open project are loaded.
[[nodiscard]] jobs::PictureLoader::Options pictureOptions(AppContext& context);
/// Adds a button for `action` to `column`; it hides with the action and leaves the keyboard to the canvas.
void addToolButton(QVBoxLayout* column, QAction* action, QWidget* parent);
/// Asks which picture of the list to go to.
void askForPictureNumber(SampleWalk& walk, QWidget* parent);

} // namespace lw::studio
